"""CSV and TSV by RFC 4180: a header, quoted fields, any line end; a malformed row is an error.

A blank line holds no row. A tab-separated file is quoted like a comma-separated one.
"""

from __future__ import annotations

import csv
from array import array
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditkit.errors import DataError
from auditkit.inputs.formats.table import Table
from auditkit.inputs.formats.text import open_utf8

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FIELD = 2**31 - 1
"""Characters; the largest limit that the csv module takes on every platform."""


def read_csv(path: Path) -> Table:
    """Read a comma-separated file.

    Raises:
        DataError: It is not UTF-8, or a line is malformed.
    """
    return _read(path, ",")


def read_tsv(path: Path) -> Table:
    """Read a tab-separated file.

    Raises:
        DataError: It is not UTF-8, or a line is malformed.
    """
    return _read(path, "\t")


def _read(path: Path, delimiter: str) -> Table:
    lines = array("q")
    with open_utf8(path, newline="") as file, _long_fields():
        records = _records(csv.reader(file, delimiter=delimiter, strict=True), path)
        line, header = next(records, (1, []))
        columns: list[list[object]] = [[] for _ in header]
        for line, record in records:
            if len(record) != len(header):
                raise DataError(_wrong_length(path, line, len(header), len(record)))
            lines.append(line)
            for column, value in zip(columns, record, strict=True):
                column.append(value)
    named = {name: column for name, column in zip(header, columns, strict=True) if name}
    names = tuple(name for name in header if name)  # spreadsheets add columns without a name
    return Table(names, len(lines), named.__getitem__, (path,), lines)


def _records(reader: Reader, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line and the fields of every record."""
    while True:
        line = reader.line_num + 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise DataError(
                f"{path}: the row that starts on line {line} is malformed ({error}). A field that "
                f"starts with a double quote must end with one, and a quote inside it is doubled."
            ) from error
        if record:
            yield line, record


def _wrong_length(path: Path, line: int, expected: int, got: int) -> str:
    return (
        f"{path}: the row that starts on line {line} has too {'many' if got > expected else 'few'} "
        f"fields: expected {expected} as in the header, got {got}. Put double quotes around a "
        f"field that holds a separator or a line end."
    )


@contextmanager
def _long_fields() -> Iterator[None]:
    before = csv.field_size_limit(LARGEST_FIELD)
    try:
        yield
    finally:
        csv.field_size_limit(before)
