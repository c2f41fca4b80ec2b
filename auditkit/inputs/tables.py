"""Reading of evaluation data: the format follows from the file's suffix.

To add a format, write a reader `Path -> Table` in `auditkit.inputs.formats` and name it here.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from auditkit.canonical import sha256_bytes, sha256_file
from auditkit.errors import DataError
from auditkit.inputs.formats.arrow import read_parquet
from auditkit.inputs.formats.delimited import read_csv, read_tsv
from auditkit.inputs.formats.json_rows import read_json, read_json_lines
from auditkit.inputs.formats.saved_dataset import read_saved_dataset, refuse_other_folder
from auditkit.inputs.wording import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditkit.inputs.formats.table import Table

READERS: dict[str, Callable[[Path], Table]] = {
    ".csv": read_csv,
    ".tsv": read_tsv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".parquet": read_parquet,
}


def read_table(path: Path, *, split: str | None = None) -> Table:
    """Read a data file, or a folder written by `datasets.save_to_disk`.

    Args:
        path: The file or folder.
        split: Name of the split, for a folder that holds several.

    Raises:
        DataError: It is missing, of an unknown format, damaged, or holds no rows.
    """
    try:
        table = read_saved_dataset(path, split) if path.is_dir() else _read_file(path, split)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error}.") from error
    for name, count in Counter(table.names).items():
        if count > 1:
            raise DataError(
                f"{path} has {count} columns named {shown(name)}. Rename all but one of them."
            )
    if table.rows == 0:
        raise DataError(f"{path} holds no rows. An audit needs at least one example.")
    return table


def refuse_unreadable(path: Path, *, split: str | None = None) -> None:
    """Refuse a path that no reader would open, without reading it: what is slow need not begin.

    Raises:
        DataError: It is missing, empty, of an unknown format, or a folder of something else.
    """
    try:
        refuse_other_folder(path) if path.is_dir() else _reader(path, split)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error}.") from error


def source_sha256(path: Path, table: Table) -> str:
    """Return the SHA-256 of the file, or of a folder's names and file hashes.

    For a folder it is the SHA-256 of what ``sha256sum`` prints for the files that were read, named
    relative to the folder and sorted: one line ``<hash>  <name>`` for each.
    """
    if not path.is_dir():
        return sha256_file(path)
    named = sorted((file.relative_to(path).as_posix(), file) for file in table.files)
    lines = [f"{sha256_file(file)}  {name}\n" for name, file in named]
    return sha256_bytes("".join(lines).encode())


def _read_file(path: Path, split: str | None) -> Table:
    return _reader(path, split)(path)


def _reader(path: Path, split: str | None) -> Callable[[Path], Table]:
    formats = ", ".join(READERS)
    if not path.exists():
        raise DataError(f"{path} does not exist. Name a file ({formats}) or a data set's folder.")
    if not path.is_file():
        raise DataError(f"{path} is not a regular file. Copy the data into a file first.")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise DataError(
            f"{path}: unknown format {shown(path.suffix)}. Expected one of {formats}, or a folder "
            f"written by datasets.save_to_disk."
        )
    if split is not None:
        raise DataError(f"{path} is one file and has no splits. Leave out --split.")
    if path.stat().st_size == 0:
        raise DataError(
            f"{path} is empty, so it holds no rows. An audit needs at least one example."
        )
    return reader
