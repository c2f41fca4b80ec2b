"""Files that are there whole or not at all, tables read in little memory, clear errors of a disk."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@contextmanager
def clear_errors(out: Path) -> Iterator[None]:
    """Turn an error of the disk that holds `out` into one clear message.

    Raises:
        OutputError: The disk is full, or `out` cannot be written.
    """
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise OutputError(
                f"The disk of {out} is full. What is written stays valid: free some space and run "
                "the same command again to continue."
            ) from error
        raise OutputError(f"{out} cannot be written: {error.strerror or error}.") from error


def read_parquet(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table, or some of its columns; one row group is unpacked at a time."""
    with pq.ParquetFile(path) as file:
        groups = range(file.num_row_groups)
        tables = [file.read_row_group(i, columns=columns, use_threads=False) for i in groups]
        return pa.concat_tables(tables) if tables else file.read(columns=columns)


def write_parquet(path: Path, tables: Iterable[pa.Table], schema: pa.Schema) -> None:
    """Write tables one after the other, each a row group, and sync them to disk.

    Floating-point numbers are stored byte by byte: first all first bytes, then all second ones. Signs
    and exponents are much alike and lie together then, which saves a third of the file.
    """
    temporary = path.with_name(path.name + ".partial")
    floats, others = _columns(schema)
    with pq.ParquetWriter(
        temporary,
        schema,
        compression="zstd",
        use_dictionary=others,
        column_encoding=dict.fromkeys(floats, "BYTE_STREAM_SPLIT"),
    ) as writer:
        for table in tables:
            writer.write_table(table.select(schema.names).cast(schema))
    _sync_file(temporary)
    temporary.replace(path)


def _columns(schema: pa.Schema) -> tuple[list[str], list[str]]:
    """Return the paths of the columns of floating-point numbers, and of all others."""
    floats: list[str] = []
    others: list[str] = []
    for field in schema:
        path, kind = field.name, field.type
        while pa.types.is_list(kind):
            path, kind = f"{path}.list.element", kind.value_type  # Parquet's own name of an entry
        (floats if pa.types.is_floating(kind) else others).append(path)
    return floats, others


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, synced to disk."""
    temporary = path.with_name(path.name + ".partial")
    temporary.write_bytes(data)
    _sync_file(temporary)
    temporary.replace(path)


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Make the names in a folder survive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
