"""Tab-separated text: a line is a row, and a double quote is a letter unless the file is quoted.

Public data sets are written without quoting (GLUE), spreadsheets and pandas write with it, and
nothing in the file says which. Both readings are made and held against each other:

* The file is quoted if its header is, if a quoted field holds a doubled quote and no quote stands
  elsewhere, or if only the quoted reading gives every row the header's fields.
* Otherwise, and wherever it is in doubt, quotes are letters.
* A field that spans lines is refused where the file is quoted: to other readers of tab-separated
  text a line end ends the row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

TAB, QUOTE = "\t", '"'
ELSEWHERE = "write the data as JSON Lines (.jsonl)"
AS_TEXT, AS_QUOTING = "double quotes read as text", "double quotes read as quoting"
LINE_END = re.compile(r"\r\n|\n|\r")
FIELD = re.compile(r'(?:"((?:[^"]++|"")*+)"|([^\t\r\n]*+))(\t|\r\n|\n|\r|\Z)')
"""A field in double quotes or one without, and what ends it."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row and the line it starts on, from 1."""

    line: int
    fields: list[str]


@dataclass(slots=True)
class Reading:
    """The rows that one reading finds, and the signs for and against it."""

    records: list[Record]
    quoted: bool = False
    """Whether a field starts and ends with a double quote."""
    doubled: bool = False
    """Whether such a field holds a doubled quote, which only a writer of quoted fields makes."""
    letters: bool = False
    """Whether a quote stands in a field that does not start with one."""
    malformed: int | None = None
    """Line of the first field that starts with a quote and does not end with it."""
    spanning: int | None = None
    """Line of the first quoted field that spans lines."""

    @property
    def width(self) -> int:
        """How many fields the header has."""
        return len(self.records[0].fields) if self.records else 0

    @property
    def ragged(self) -> Record | None:
        """The first row with more or fewer fields than the header."""
        return next((row for row in self.records if len(row.fields) != self.width), None)


def read_tabbed(text: str, path: Path) -> tuple[list[Record], tuple[str, ...]]:
    """Return the records of a tab-separated text, its header first, and how quotes were read.

    Args:
        text: What the file holds.
        path: The file, for messages.

    Raises:
        DataError: A row has more or fewer fields than the header, or a field spans lines.
    """
    plain = _plain(text)
    if QUOTE not in text:
        return _whole(plain, path), ()
    quoted = _quoted(text)
    header_is_quoted = quoted.records[0].fields != plain.records[0].fields
    if header_is_quoted or not _is_plain(plain, quoted, path):
        return _whole(quoted, path), (AS_QUOTING,)
    in_doubt = quoted.quoted or quoted.malformed is not None
    return _whole(plain, path), (AS_TEXT,) if in_doubt else ()


def _is_plain(plain: Reading, quoted: Reading, path: Path) -> bool:
    """Whether quotes are letters in a file whose header is not quoted.

    Raises:
        DataError: A field spans lines, and the lines alone are no rows.
    """
    if quoted.malformed is not None:
        return True
    if quoted.spanning is not None:
        # Lines that happen to have the header's tabs tell nothing where that is none.
        if plain.ragged is None and (plain.width > 1 or quoted.letters):
            return True
        raise DataError(_spans_lines(path, quoted.spanning))
    if plain.ragged is not None:
        return quoted.ragged is not None
    return quoted.ragged is not None or quoted.letters or not quoted.doubled


def _plain(text: str) -> Reading:
    lines = enumerate(LINE_END.split(text), start=1)
    return Reading([Record(number, line.split(TAB)) for number, line in lines if line])


def _quoted(text: str) -> Reading:
    """Read by the grammar of RFC 4180 with tabs; where a field breaks it, its quotes are letters."""
    reading = Reading([])
    line, fields = 1, list[str]()
    start = line
    for match in FIELD.finditer(text):
        inside, outside, end = match.groups()
        fields.append(_unquoted(inside, outside, line, reading))
        line += len(LINE_END.findall(match[0]))
        if end == TAB:
            continue
        if fields != [""] or inside is not None:  # a blank line is no row
            reading.records.append(Record(start, fields))
        start, fields = line, []
    return reading


def _unquoted(inside: str | None, outside: str, line: int, reading: Reading) -> str:
    """Return the value of a field and note in `reading` what it tells."""
    if inside is None:
        if outside.startswith(QUOTE):
            reading.malformed = reading.malformed or line
        elif QUOTE in outside:
            reading.letters = True
        return outside
    reading.quoted = True
    reading.doubled = reading.doubled or QUOTE in inside
    if LINE_END.search(inside):
        reading.spanning = reading.spanning or line
    return inside.replace(QUOTE * 2, QUOTE)


def _whole(reading: Reading, path: Path) -> list[Record]:
    """Return the records of the reading that was decided for.

    Raises:
        DataError: They make no table.
    """
    if reading.malformed is not None:
        raise DataError(
            f"{path}: its header is quoted, but the field that starts on line {reading.malformed} "
            f"with a double quote does not end with one. Double the quotes inside a quoted field, "
            f"or {ELSEWHERE}."
        )
    if reading.spanning is not None:
        raise DataError(_spans_lines(path, reading.spanning))
    if (row := reading.ragged) is not None:
        many = "many" if len(row.fields) > reading.width else "few"
        raise DataError(
            f"{path}: the row on line {row.line} has too {many} fields: expected {reading.width} as "
            f"in the header, got {len(row.fields)}. Every line is a row with as many tabs as the "
            f"header; where a text holds a tab or a line end, {ELSEWHERE}."
        )
    return reading.records


def _spans_lines(path: Path, line: int) -> str:
    return (
        f"{path}: the field that starts on line {line} with a double quote spans lines, which a field "
        f"of tab-separated text cannot. Take the line ends out of it, or {ELSEWHERE}."
    )
