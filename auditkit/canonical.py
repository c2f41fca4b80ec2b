"""Canonical JSON and SHA-256: the bytes behind every identifier and digest.

Canonical JSON follows RFC 8785 for the values it accepts: strings, integers, booleans, null, lists
and objects with string keys. Fractional numbers are refused (their shortest spelling differs
between languages); they live in Parquet.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from auditkit.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path

Json = str | int | bool | list["Json"] | dict[str, "Json"] | None

LARGEST_INTEGER = 2**53 - 1
"""RFC 8785 writes numbers as IEEE doubles; beyond this an integer is no longer exact."""


def canonical_json(value: Json) -> bytes:
    """Return the RFC 8785 form of `value` in UTF-8.

    Raises:
        RecordError: A fractional number, an integer that is no exact double, a key that is not a
            string, a value that JSON does not have, or a lone surrogate.
    """
    try:
        return json.dumps(
            _ordered(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False
        ).encode("utf-8")
    except UnicodeEncodeError as error:
        raise RecordError(f"Text with a lone surrogate cannot be hashed: {error}.") from error
    except TypeError as error:
        raise RecordError(f"Canonical JSON takes JSON values only: {error}.") from error


def sha256_bytes(data: bytes) -> str:
    """Return the SHA-256 of `data` in lower-case hex."""
    return hashlib.sha256(data).hexdigest()


def sha256_file(path: Path) -> str:
    """Return the SHA-256 of the file at `path` in lower-case hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _ordered(value: Json) -> Json:
    if isinstance(value, float):
        raise RecordError(f"Canonical JSON takes no fractional number, got {value}.")
    if isinstance(value, int) and abs(value) > LARGEST_INTEGER:
        raise RecordError(
            f"Canonical JSON takes integers up to {LARGEST_INTEGER}, got {value}: write it as text."
        )
    if isinstance(value, list):
        return [_ordered(item) for item in value]
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value, key=_utf16)}
    return value


def _utf16(key: str) -> bytes:
    if not isinstance(key, str):
        raise RecordError(f"Canonical JSON takes keys that are strings, got {key!r}.")
    return key.encode("utf-16-be", errors="surrogatepass")
