"""CSV and its kin: a header, rows, and a separator that the header shows.

Commas, semicolons and bars separate fields by RFC 4180: quoted fields, any line end, and a malformed
row is an error. Tabs are another matter, see `auditkit.inputs.formats.tabbed`. A blank line holds
no row. The separator is that of the file's name, unless only another one makes a table of it; a
first line ``sep=;``, as spreadsheets write it, names it.
"""

from __future__ import annotations

import csv
import io
import re
from array import array
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.errors import DataError
from auditkit.inputs.formats.tabbed import TAB, Record, read_tabbed
from auditkit.inputs.formats.table import Table
from auditkit.inputs.formats.text import open_utf8

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FIELD = 2**31 - 1
"""Characters; the largest limit that the csv module takes on every platform."""
SEPARATORS = {",": "commas", ";": "semicolons", TAB: "tabs", "|": "bars (|)"}
NAMED = re.compile(r"sep=([,;\t|])(?=[\r\n])")


def read_csv(path: Path) -> Table:
    """Read a file that is separated by commas, or by what its header shows.

    Raises:
        DataError: It is not UTF-8, or a line is malformed.
    """
    return _read(path, ",")


def read_tsv(path: Path) -> Table:
    """Read a file that is separated by tabs, or by what its header shows.

    Raises:
        DataError: It is not UTF-8, or a line is malformed.
    """
    return _read(path, TAB)


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The records of a file by one separator, its header first."""

    separator: str
    records: list[Record]
    read_as: tuple[str, ...] = ()


def _read(path: Path, own: str) -> Table:
    with open_utf8(path, newline="") as file, _long_fields():
        text = file.read()
        if (named := NAMED.match(text)) is not None:
            # The rest of the first line is left as a blank one, so that lines keep their numbers.
            parsed = _parse(text[named.end() :], named[1], path)
        else:
            parsed = _by_any_separator(text, own, path)
    (header, *rows) = parsed.records or [Record(1, [])]
    columns = {name: place for place, name in enumerate(header.fields) if name}
    return Table(
        names=tuple(name for name in header.fields if name),
        rows=len(rows),
        read=lambda name: [row.fields[columns[name]] for row in rows],
        files=(path,),
        lines=array("q", [row.line for row in rows]),
        read_as=_separated(parsed.separator, own) + parsed.read_as,
        unnamed=header.fields.count(""),
        first_line_names=True,
    )


def _separated(separator: str, own: str) -> tuple[str, ...]:
    return () if separator == own else (f"separated by {SEPARATORS[separator]}",)


def _by_any_separator(text: str, own: str, path: Path) -> _Parsed:
    """Read by the file's own separator, or by another that splits the header into more fields.

    Raises:
        DataError: By none of them every row has the header's fields, or by several.
    """
    widths = {separator: _header_width(text, separator) for separator in SEPARATORS}
    others = [one for one in SEPARATORS if widths[one] > max(1, widths[own])]
    if not others:
        return _parse(text, own, path)
    tables, errors = [], {}
    for separator in [own, *others] if widths[own] > 1 else others:
        try:
            tables.append(_parse(text, separator, path))
        except DataError as error:
            errors[separator] = error
    if len(tables) > 1:
        raise DataError(_several_separators(path, [one.separator for one in tables]))
    if tables:
        return tables[0]
    if widths[own] > 1:
        raise errors[own]
    likely = max(others, key=widths.__getitem__)
    raise DataError(
        f"{errors[likely]} Its header looks separated by {SEPARATORS[likely]}; if that is the name "
        f"of one column, put the name in double quotes."
    ) from errors[likely]


def _header_width(text: str, separator: str) -> int:
    """Return how many fields the first line that is not blank has; 0 if it cannot be read."""
    try:
        header = next(filter(None, _reader(text, separator)), [])
    except csv.Error:
        return 0
    return len(header)


def _parse(text: str, separator: str, path: Path) -> _Parsed:
    if separator == TAB:
        records, read_as = read_tabbed(text, path)
        return _Parsed(separator, records, read_as)
    reader, records, spanning = _reader(text, separator), [], 0
    for record, last in _records(reader, path):
        expected = len(records[0].fields) if records else len(record.fields)
        if len(record.fields) != expected:
            raise DataError(_wrong_length(path, record, expected))
        spanning += last > record.line
        records.append(record)
    return _Parsed(separator, records, (f"rows that span lines: {spanning}",) if spanning else ())


def _reader(text: str, separator: str) -> Reader:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _records(reader: Reader, path: Path) -> Iterator[tuple[Record, int]]:
    """Yield every record and the last line it stands on."""
    while True:
        line = reader.line_num + 1
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DataError(
                f"{path}: the row that starts on line {line} is malformed ({error}). A field that "
                f"starts with a double quote must end with one, and a quote inside it is doubled."
            ) from error
        if fields:
            yield Record(line, fields), reader.line_num


def _wrong_length(path: Path, record: Record, expected: int) -> str:
    got = len(record.fields)
    header = " If the first line is no header, take it out." if expected == 1 else ""
    return (
        f"{path}: the row that starts on line {record.line} has too "
        f"{'many' if got > expected else 'few'} fields: expected {expected} as in the header, got "
        f"{got}. Put double quotes around a field that holds a separator or a line end.{header}"
    )


def _several_separators(path: Path, separators: list[str]) -> str:
    named = " and ".join(SEPARATORS[one] for one in separators)
    return (
        f"{path} is a table by {named} alike: by each of them every row has as many fields as the "
        f"header. Take those that do not separate fields out of the header."
    )


@contextmanager
def _long_fields() -> Iterator[None]:
    before = csv.field_size_limit(LARGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
