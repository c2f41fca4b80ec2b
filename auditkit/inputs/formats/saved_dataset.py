"""Folders written by `save_to_disk` of the `datasets` library, read without that library.

A data set is ``state.json``, ``dataset_info.json`` and Arrow streams; a `DatasetDict` is one such
folder for each split, and ``dataset_dict.json``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeGuard

import pyarrow as pa

from auditkit.errors import DataError
from auditkit.inputs.formats.arrow import column_reader, features_in_schema
from auditkit.inputs.formats.table import Table
from auditkit.inputs.wording import listed, one_line, shown

if TYPE_CHECKING:
    from pathlib import Path

STATE, INFO, SPLITS = "state.json", "dataset_info.json", "dataset_dict.json"


def refuse_other_folder(folder: Path) -> None:
    """Refuse a folder that `save_to_disk` did not write.

    Raises:
        DataError: It is none.
    """
    if not any((folder / name).is_file() for name in (SPLITS, STATE)):
        raise DataError(_not_a_dataset(folder))


def read_saved_dataset(folder: Path, split: str | None) -> Table:
    """Read a folder written by `datasets.Dataset.save_to_disk` or `DatasetDict.save_to_disk`.

    Args:
        folder: The folder.
        split: Which split to read; needed if the folder holds several splits by name.

    Raises:
        DataError: It is no such folder, it is damaged, or the split is missing.
    """
    if (folder / SPLITS).is_file():
        folder, split = folder / _chosen_split(folder, split), None
    if not (folder / STATE).is_file():
        raise DataError(_not_a_dataset(folder))
    state = _json_object(folder / STATE)
    if split is not None and split != state.get("_split"):
        raise DataError(
            f"{folder} holds one data set without a split called {shown(split)}. Leave out --split."
        )
    files = _data_files(folder, state)
    content = _concatenated(files)
    features: object = features_in_schema(content.schema)
    sources = [folder / STATE, *files]
    if (folder / INFO).is_file():
        features = _json_object(folder / INFO).get("features") or features
        sources.append(folder / INFO)
    read = column_reader(folder, content.column, features)
    return Table(tuple(content.schema.names), content.num_rows, read, tuple(sources))


def _chosen_split(folder: Path, split: str | None) -> str:
    names = _json_object(folder / SPLITS).get("splits")
    if not isinstance(names, list) or not all(_is_plain(name) for name in names):
        raise DataError(f"{folder / SPLITS}: expected a list of folder names under 'splits'.")
    if split is None:
        raise DataError(f"{folder} holds the splits {listed(names)}: say which one with --split.")
    if split not in names:
        raise DataError(f"{folder} has no split {shown(split)}; its splits are {listed(names)}.")
    return split


def _not_a_dataset(folder: Path) -> str:
    found = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
    return (
        f"{folder} is a folder, but not one written by datasets.save_to_disk: it has no {STATE}. "
        f"Found: {listed(found, 10)}. Name one data file, or a folder that save_to_disk wrote."
    )


def _data_files(folder: Path, state: dict[str, Any]) -> list[Path]:
    if state.get("_indices_files") or state.get("_indices_data_files"):
        raise DataError(
            f"{folder} keeps its rows behind an index mapping. Call flatten_indices() before "
            f"save_to_disk."
        )
    entries = state.get("_data_files")
    entries = entries if isinstance(entries, list) else []
    names = [entry.get("filename") for entry in entries if isinstance(entry, dict)]
    files = [folder / name for name in names if _is_plain(name)]
    if not files or len(files) < len(entries):
        raise DataError(f"{folder / STATE}: expected file names under '_data_files'.")
    for file in files:
        if not file.is_file():
            raise DataError(f"{folder} is incomplete: {STATE} names {file.name}, which is missing.")
    return files


def _is_plain(name: object) -> TypeGuard[str]:
    """Whether a name that the data gives stays inside its folder."""
    return isinstance(name, str) and name not in ("", ".", "..") and not set(name) & set("/\\\0:")


def _concatenated(files: list[Path]) -> pa.Table:
    tables = []
    for file in files:
        try:
            with pa.memory_map(str(file)) as source, pa.ipc.open_stream(source) as stream:
                tables.append(stream.read_all())
        except (pa.ArrowException, OSError) as error:
            raise DataError(
                f"{file} cannot be read as an Arrow stream: {one_line(error)} Save the data set again."
            ) from error
    try:
        return pa.concat_tables(tables, promote_options="default")
    except pa.ArrowException as error:
        raise DataError(
            f"{files[0].parent}: its files have different columns: {one_line(error)} Save the data "
            f"set again."
        ) from error


def _json_object(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except ValueError as error:
        raise DataError(f"{path} is not JSON: {error}") from error
    if not isinstance(content, dict):
        raise DataError(f"{path}: expected a JSON object.")
    return content
