"""JSON Lines (one object a line) and JSON (an array of objects, or an object of columns).

A key that a row lacks is null there. A blank line of JSON Lines holds no row. A key that stands
twice in one object is an error: parsers disagree on which of the two counts.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from auditkit.errors import DataError
from auditkit.inputs.formats.table import Table
from auditkit.inputs.formats.text import open_utf8
from auditkit.inputs.wording import shown

if TYPE_CHECKING:
    from pathlib import Path

KINDS = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    type(None): "null",
}
ONE_ROW = 'an object, such as {"text": ..., "label": ...}'


class Columns:
    """Columns that grow row by row; keys may come and go."""

    def __init__(self) -> None:
        self.rows = 0
        self._values: dict[str, list[object]] = {}

    def add(self, record: dict[str, object]) -> None:
        """Append one row."""
        for key, value in record.items():
            column = self._values.setdefault(key, [])
            column.extend([None] * (self.rows - len(column)))
            column.append(value)
        self.rows += 1

    def table(self, path: Path, lines: array[int] | None) -> Table:
        """Return what was added, every column filled up to the last row."""
        for column in self._values.values():
            column.extend([None] * (self.rows - len(column)))
        return Table(tuple(self._values), self.rows, self._values.__getitem__, (path,), lines)


def read_json_lines(path: Path) -> Table:
    """Read one JSON object a line.

    Raises:
        DataError: The file is not UTF-8, or a line is not a JSON object.
    """
    columns, lines = Columns(), array("q")
    with open_utf8(path, newline="\n") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip(" \t\r\n"):
                continue
            place = f"{path}, line {number}"
            record = _parse(line.rstrip("\r\n"), place, "Write one JSON object a line.")
            if not isinstance(record, dict):
                raise DataError(
                    f"{place}: expected a JSON object, got {_kind(record)}. "
                    f"Write each row as {ONE_ROW}."
                )
            columns.add(record)
            lines.append(number)
    return columns.table(path, lines)


def read_json(path: Path) -> Table:
    """Read a JSON array of objects, or a JSON object of equally long columns.

    Raises:
        DataError: The file is not UTF-8 or not JSON, or holds something else.
    """
    with open_utf8(path, newline="\n") as file:
        content = _parse(file.read(), str(path), "If it has one object a line, name it .jsonl.")
    if isinstance(content, list):
        return _from_objects(content, path)
    if isinstance(content, dict):
        return _from_columns(content, path)
    raise DataError(
        f"{path}: expected an array of objects or an object of columns, got {_kind(content)}. "
        f"Write {ONE_ROW} for each row, in an array."
    )


def _from_objects(records: list[object], path: Path) -> Table:
    columns = Columns()
    for row, record in enumerate(records):
        if not isinstance(record, dict):
            raise DataError(
                f"{path}: row {row + 1} (counted from 1): expected an object, got {_kind(record)}. "
                f"Write each row as {ONE_ROW}."
            )
        columns.add(record)
    return columns.table(path, None)


def _from_columns(columns: dict[str, object], path: Path) -> Table:
    rows = [name for name, values in columns.items() if isinstance(values, list)]
    if len(rows) == 1 and _are_objects(columns[rows[0]]):
        raise DataError(
            f"{path}: its rows stand under the key {shown(rows[0])}, beside {len(columns) - 1} other "
            f"keys. Write the array that stands there, and nothing round it."
        )
    lists: dict[str, list[object]] = {}
    for name, values in columns.items():
        if not isinstance(values, list):
            raise DataError(
                f"{path}: expected an array of values for column {shown(name)}, got "
                f"{_kind(values)}. Write an array of objects (orient='records' in pandas), or an object "
                f"of columns."
            )
        lists[name] = values
    lengths = {name: len(values) for name, values in lists.items()}
    if len(set(lengths.values())) > 1:
        short, long = min(lengths, key=lengths.__getitem__), max(lengths, key=lengths.__getitem__)
        raise DataError(
            f"{path}: columns of different lengths: {shown(long)} has {lengths[long]} values, "
            f"{shown(short)} has {lengths[short]}. All columns need one value for each row."
        )
    return Table(tuple(lists), max(lengths.values(), default=0), lists.__getitem__, (path,))


def _are_objects(values: object) -> bool:
    return isinstance(values, list) and bool(values) and all(isinstance(v, dict) for v in values)


def _parse(text: str, place: str, advice: str) -> object:
    try:
        parsed: object = json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column" if "\n" in text.rstrip("\n") else "column"
        raise DataError(
            f"{place}: not JSON: {error.msg} at {at} {error.colno}. {advice}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise DataError(f"{place}: cannot be read as JSON: {error}.") from error
    return parsed


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    parsed = dict(pairs)
    if len(parsed) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"key {shown(twice)} stands twice in one object; keep one of them")
    return parsed


def _kind(value: object) -> str:
    return KINDS.get(type(value), "a number")
