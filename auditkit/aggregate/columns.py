"""Arrow columns as numpy arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.errors import RecordError

if TYPE_CHECKING:
    from jaxtyping import Float64, Int64


def combined(column: pa.ChunkedArray) -> pa.Array:
    """Return the column as one array."""
    array = column.combine_chunks()
    return pa.concat_arrays(array.chunks) if isinstance(array, pa.ChunkedArray) else array


def lengths_of(column: pa.ChunkedArray) -> Int64[np.ndarray, " rows"]:
    """Return the number of entries of each list; 0 for null."""
    lengths = pc.fill_null(pc.list_value_length(column), 0)
    return np.asarray(lengths.to_numpy(), dtype=np.int64)


def entries_of(column: pa.ChunkedArray) -> np.ndarray:
    """Return the entries of all lists, one list after the other."""
    return np.asarray(combined(column).flatten().to_numpy(zero_copy_only=False))


def matrix_of(column: pa.ChunkedArray, width: int, what: str) -> Float64[np.ndarray, "rows width"]:
    """Return lists of equal length as the rows of a matrix.

    Raises:
        RecordError: A list has another length than `width`.
    """
    lengths = lengths_of(column)
    if (lengths != width).any():
        row = int(np.flatnonzero(lengths != width)[0])
        raise RecordError(f"{what}: row {row} has {lengths[row]} numbers, expected {width}.")
    return entries_of(column).astype(np.float64).reshape(len(lengths), width)


def numbers_of(column: pa.ChunkedArray) -> Float64[np.ndarray, " rows"]:
    """Return a column of numbers; NaN for null."""
    return np.asarray(pc.cast(column, pa.float64()).to_numpy(), dtype=np.float64)


def strings_of(column: pa.ChunkedArray) -> np.ndarray:
    """Return a column of strings as objects; None for null."""
    strings = np.empty(len(column), dtype=object)
    strings[:] = column.to_pylist()
    return strings


def positions_in(column: pa.ChunkedArray, known: np.ndarray) -> Int64[np.ndarray, " rows"]:
    """Return where each string stands in `known`; -1 if nowhere."""
    at = pc.index_in(column, value_set=pa.array(known, type=pa.string()))
    return np.asarray(pc.fill_null(at, -1).to_numpy(), dtype=np.int64)


def starts_of(lengths: Int64[np.ndarray, " rows"]) -> Int64[np.ndarray, " rows"]:
    """Return where each list starts when all are laid end to end."""
    return np.asarray(np.cumsum(lengths) - lengths)


def spans(
    starts: Int64[np.ndarray, " rows"], lengths: Int64[np.ndarray, " rows"]
) -> Int64[np.ndarray, " entries"]:
    """Return start, start + 1, ... of every row, one row after the other."""
    offsets = np.repeat(starts - starts_of(lengths), lengths)
    return np.asarray(offsets + np.arange(offsets.size))


def has_flag(examples: pa.Table, flag: str) -> np.ndarray:
    """Return which examples have `flag`."""
    lengths = lengths_of(examples["flags"])
    has = entries_of(examples["flags"]) == flag
    owner = np.repeat(np.arange(len(lengths)), lengths)
    return np.asarray(np.bincount(owner[has], minlength=len(lengths)) > 0)
