"""Opening of UTF-8 text files, with an error that says where a file is not UTF-8."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditkit.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UNMARKED_UTF16 = re.compile(rb"(?:[^\0]\0){2}|(?:\0[^\0]){2}")
"""How UTF-16 without a byte order mark begins if its first two characters are ASCII."""


@contextmanager
def open_utf8(path: Path, newline: str) -> Iterator[TextIO]:
    """Open `path` as UTF-8 with or without a byte order mark.

    Args:
        path: The file.
        newline: As for `open`; never None, so that line ends inside values are kept.

    Raises:
        DataError: The file is UTF-16, or bytes that are not UTF-8 were met while it was open.
    """
    _refuse_utf16(path)
    try:
        with path.open(encoding="utf-8-sig", newline=newline) as file:
            yield file
    except UnicodeDecodeError as error:
        raise DataError(_not_utf8(path)) from error


def _refuse_utf16(path: Path) -> None:
    """Refuse UTF-16: what is ASCII in it would pass as UTF-8, with a null after each character."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith(UTF16_MARKS) or UNMARKED_UTF16.match(start):
        raise DataError(
            f"{path} is not UTF-8: it looks like UTF-16 (its first bytes are {start.hex(' ')}). "
            f"Save it as UTF-8."
        )


def _not_utf8(path: Path) -> str:
    """Say where; the error of the stream counts from its last chunk, so the file is read again."""
    offset = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                return (
                    f"{path} is not UTF-8: byte 0x{line[error.start]:02x} at offset "
                    f"{offset + error.start}, line {number}, {error.reason}. Save it as UTF-8."
                )
            offset += len(line)
    return f"{path} is not UTF-8. Save it as UTF-8."
