"""Opening of UTF-8 text files, with an error that says where a file is not UTF-8."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditkit.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@contextmanager
def open_utf8(path: Path, newline: str) -> Iterator[TextIO]:
    """Open `path` as UTF-8 with or without a byte order mark.

    Args:
        path: The file.
        newline: As for `open`; never None, so that line ends inside values are kept.

    Raises:
        DataError: Bytes that are not UTF-8 were met while the file was open.
    """
    try:
        with path.open(encoding="utf-8-sig", newline=newline) as file:
            yield file
    except UnicodeDecodeError as error:
        raise DataError(_not_utf8(path)) from error


def _not_utf8(path: Path) -> str:
    """Say where; the error of the stream counts from its last chunk, so the file is read again."""
    offset = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError as error:
                looks = " (it looks like UTF-16)" if line.startswith(UTF16_MARKS) else ""
                return (
                    f"{path} is not UTF-8{looks}: byte 0x{line[error.start]:02x} at offset "
                    f"{offset + error.start}, line {number}, {error.reason}. Save it as UTF-8."
                )
            offset += len(line)
    return f"{path} is not UTF-8. Save it as UTF-8."
