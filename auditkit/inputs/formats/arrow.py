"""Parquet files, and Python values out of Arrow columns.

Only the columns that are asked for are converted. Columns that `datasets` declares as class labels
come as names; its negative numbers, which mean "unknown", come as None.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.errors import DataError
from auditkit.inputs.formats.table import Table
from auditkit.inputs.wording import listed, one_line, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Values = list[object]

LIST_TYPES = ("Sequence", "List", "LargeList")


def read_parquet(path: Path) -> Table:
    """Read a Parquet file.

    Raises:
        DataError: It is damaged, or not a Parquet file.
    """
    try:
        with pq.ParquetFile(path) as file:
            schema, rows = file.schema_arrow, file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        raise DataError(
            f"{path} cannot be read as Parquet: {one_line(error)} Write the file again."
        ) from error

    def column(name: str) -> pa.ChunkedArray:
        with pq.ParquetFile(path) as file:
            return file.read(columns=[name]).column(name)

    features = features_in_schema(schema)
    return Table(tuple(schema.names), rows, column_reader(path, column, features), (path,))


def column_reader(
    path: Path, column: Callable[[str], pa.ChunkedArray], features: object
) -> Callable[[str], Values]:
    """Return a function that gives one column's Python values, class labels by name.

    Args:
        path: The file or folder, for messages.
        column: Gives the Arrow column of a name.
        features: What `datasets` declares about the columns, if anything.
    """

    def read(name: str) -> Values:
        place = f"{path}, column {shown(name)}"
        try:
            values = _python_values(column(name), place)
        except (pa.ArrowException, OSError) as error:
            raise DataError(
                f"{place} cannot be read: {one_line(error)} Write the file again."
            ) from error
        classes = _class_names(features.get(name) if isinstance(features, dict) else None)
        if classes is None:
            return values
        return [_named(value, classes, place) for value in values]

    return read


def features_in_schema(schema: pa.Schema) -> object:
    """Return what `datasets` wrote about the columns into the schema; None if it did not."""
    try:
        described = json.loads((schema.metadata or {}).get(b"huggingface", b"{}"))
    except ValueError:
        return None
    info = described.get("info") if isinstance(described, dict) else None
    return info.get("features") if isinstance(info, dict) else None


def _python_values(column: pa.ChunkedArray, place: str) -> Values:
    values: Values = []
    for chunk in column.chunks:
        try:
            values.extend(chunk.to_pylist())
        except UnicodeDecodeError:
            for scalar in chunk:
                try:
                    values.append(scalar.as_py())
                except UnicodeDecodeError as error:
                    raise DataError(
                        f"{place}, row {len(values) + 1} (counted from 1) is not UTF-8: {error}. "
                        f"Write its text as UTF-8."
                    ) from error
    return values


def _class_names(feature: object) -> list[str] | None:
    """Names of a class label, or of a list of class labels, as `datasets` declares them."""
    if isinstance(feature, list) and len(feature) == 1:
        return _class_names(feature[0])
    if not isinstance(feature, dict):
        return None
    if feature.get("_type") in LIST_TYPES:
        return _class_names(feature.get("feature"))
    names = feature.get("names")
    if feature.get("_type") != "ClassLabel" or not isinstance(names, list):
        return None
    return [str(name) for name in names]


def _named(value: object, classes: list[str], place: str) -> object:
    if isinstance(value, list):
        return [_named(item, classes, place) for item in value]
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    if value >= len(classes):
        raise DataError(
            f"{place} holds {value}, but its class names are only {listed(classes)}: the file "
            f"contradicts itself; write it again."
        )
    return classes[value] if value >= 0 else None
