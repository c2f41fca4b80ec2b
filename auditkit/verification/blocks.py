"""Blocks for the viewer, unpacked by the description in docs/viewer.md, not by the code that wrote them.

What readers of JSON or of gzip may take in different ways is refused: a key that stands twice, a
number that JSON does not know, bytes that belong to no array.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
import struct
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GZIP = 16 + zlib.MAX_WBITS
_LARGEST = 1 << 28
"""Bytes of an unpacked block, at most."""
_ALIGNED = 8
_TYPES = {"u1": "<u1", "i1": "<i1", "u2": "<u2", "i2": "<i2", "f4": "<f4"}
ENTRY = frozenset(("name", "dtype", "shape", "offset", "scale"))
"""What the header says of each array."""


class Unreadable(ValueError):
    """A block is not laid out as it should be."""


class StoredArray(NamedTuple):
    """One array as the page has it."""

    dtype: str
    values: np.ndarray
    """Integers, or floats for themselves."""
    scale: float
    """What the largest integer stands for."""


class Block(NamedTuple):
    """A block, unpacked."""

    header: dict[str, Any]
    arrays: dict[str, StoredArray]


def read_block(text: str) -> Block:
    """Unpack a block.

    Raises:
        Unreadable: It is not one.
        KeyError, TypeError, ValueError: What it says of its arrays makes no sense.
    """
    data = unpacked(text)
    try:
        size = struct.unpack_from("<I", data)[0]
        said = data[4 : 4 + size].decode("utf-8")
    except (struct.error, UnicodeDecodeError) as error:
        raise Unreadable(f"cannot be unpacked: {error}") from error
    header = strict_json(said)
    start = 4 + size
    if len(data) < start or start % _ALIGNED or not isinstance(header, dict):
        raise Unreadable("is laid out wrongly: its header is not where it should be")
    return Block(header, _arrays(header["arrays"], data[start:]))


def strict_json(text: str) -> Any:  # noqa: ANN401  (a JSON value)
    """Read JSON that every reader takes in the same way.

    Raises:
        Unreadable: A key stands twice, or a number is none that JSON knows.
        ValueError: It is no JSON.
    """
    return json.loads(text, object_pairs_hook=_each_once, parse_constant=_refused)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unreadable(f"says {twice!r} twice")
    return found


def _refused(name: str) -> None:
    raise Unreadable(f"holds {name}, which is no number of JSON")


def unpacked(text: str, largest: int = _LARGEST) -> bytes:
    """Return what is packed by gzip and written as base64.

    Args:
        text: The base64.
        largest: Bytes that it may have unpacked; no more are made.

    Raises:
        Unreadable: It is nothing packed so, or larger.
    """
    try:
        unpacker = zlib.decompressobj(_GZIP)
        data = unpacker.decompress(base64.b64decode(text, validate=True), largest)
    except (binascii.Error, zlib.error, ValueError) as error:
        raise Unreadable(f"cannot be unpacked: {error}") from error
    if not unpacker.eof:
        raise Unreadable("does not end, or is larger than any block may be")
    if unpacker.unused_data:
        raise Unreadable("goes on after its end")
    return data


def _arrays(entries: Iterable[Mapping[str, Any]], data: bytes) -> dict[str, StoredArray]:
    """Return the arrays, which fill the rest of the block without gaps, in their order."""
    arrays: dict[str, StoredArray] = {}
    end = 0
    for entry in entries:
        name, kind, shape = entry["name"], np.dtype(_TYPES[entry["dtype"]]), tuple(entry["shape"])
        if (
            set(entry) != ENTRY
            or name in arrays
            or not all(map(is_count, (*shape, entry["offset"])))
        ):
            raise Unreadable(f"is laid out wrongly at the array {name!r}")
        if entry["offset"] != end:
            raise Unreadable(
                f"is laid out wrongly: the array {name!r} is not where the last one ends"
            )
        values = np.frombuffer(data, kind, math.prod(shape), end)
        end += values.nbytes + -values.nbytes % _ALIGNED
        arrays[name] = StoredArray(entry["dtype"], values.reshape(shape), _scale(entry["scale"]))
    if len(data) != end:
        raise Unreadable("is laid out wrongly: it has bytes that belong to no array")
    return arrays


def is_count(value: object) -> bool:
    """Whether a JSON value is a whole number from 0 on, and no truth value."""
    return type(value) is int and value >= 0


def _scale(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Unreadable("is laid out wrongly: a scale is no number")
    return float(value)
