"""Write evidence so that a killed run loses at most the shard in flight.

A shard is a folder ``parts/part-00007`` with one Parquet file per table, written under another
name, synced and renamed: it is there whole or not at all. When all are there they are joined, in
order, into one file per table; the manifest is written last and makes the audit finished.
"""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from auditkit.canonical import canonical_json, sha256_file
from auditkit.errors import EvidenceError, OtherAudit, OutputError
from auditkit.evidence.disk import (
    clear_errors,
    read_parquet,
    sync_folder,
    write_atomic,
    write_parquet,
)
from auditkit.evidence.intact import file_digest_problem, read_object
from auditkit.evidence.manifest import manifest_bytes, run_record, sealed
from auditkit.evidence.schema import TABLES
from auditkit.evidence.tensors import tensors_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    import numpy as np

    from auditkit.canonical import Json


@dataclass(frozen=True, slots=True)
class Parts:
    """Tables that are written part by part."""

    folder: str
    """Start of the name of each part's folder."""
    tables: tuple[str, ...]


SHARDS = Parts(
    "part",
    ("examples.parquet", "attributions.parquet", "ledger.parquet", "head_examples.parquet"),
)
PREDICTIONS = Parts("predicted", ("examples.parquet",))
"""Written first where only some examples are explained; shards then hold those."""
CHAINS = Parts("chains", ("chains.parquet", "links.parquet", "pokes.parquet"))
_REPORT_FILES = {
    "report.html", "report.pdf", "published.json", "SHA256SUMS", "run.json", "evidence",
}  # fmt: skip
_DIFFERENCES_SHOWN = 6
_SHARDS_PER_GROUP = 16
"""Shards in one row group: a group each would make the writer's memory grow with their number."""


class EvidenceWriter:
    """Writes one audit.

    Args:
        out: The audit's output folder.
        fingerprint: What decides the evidence (configuration, model, data, versions): a folder
            with another fingerprint is not continued.

    Raises:
        OutputError: The folder cannot be written, or holds something that is not an audit.
        OtherAudit: It holds an unfinished audit with another fingerprint.
    """

    def __init__(self, out: Path, fingerprint: dict[str, Json]) -> None:
        self.out, self.evidence = out, out / "evidence"
        self.parts = self.evidence / "parts"
        self.damaged: list[str] = []
        """Shards that were found and had to be removed, each with what was wrong."""
        self._resumed = 0
        self._joined: dict[str, int] = {}
        with clear_errors(out):
            self.parts.mkdir(parents=True, exist_ok=True)
            stamp = self.parts / "fingerprint.json"
            if stamp.is_file():
                _compare(_known(stamp), fingerprint, out)
            else:
                write_atomic(stamp, canonical_json(fingerprint))

    def has_part(self, index: int, parts: Parts = SHARDS) -> bool:
        """Whether part `index` is on disk, whole and unchanged.

        A damaged one is removed and named in `damaged`, so that it is measured again.
        """
        folder = self._part(index, parts)
        if not folder.is_dir():
            return False
        problem = _part_problem(folder, parts)
        if problem is None:
            self._resumed += parts is not CHAINS
            return True
        self.damaged.append(f"{folder.name}/{problem}")
        with clear_errors(self.out):
            shutil.rmtree(folder)
        return False

    def write_part(self, index: int, tables: Mapping[str, pa.Table], parts: Parts = SHARDS) -> None:
        """Write part `index`: one table per name of `parts`."""
        folder = self._part(index, parts)
        temporary = folder.with_suffix(".partial")
        with clear_errors(self.out):
            shutil.rmtree(temporary, ignore_errors=True)
            temporary.mkdir()
            for name in parts.tables:
                write_parquet(temporary / name, [tables[name]], TABLES[name])
            digests: dict[str, Json] = {
                name: sha256_file(temporary / name) for name in parts.tables
            }
            write_atomic(temporary / "digests.json", canonical_json(digests))
            temporary.rename(folder)
            sync_folder(self.parts)

    def join_parts(
        self,
        count: int,
        parts: Parts = SHARDS,
        change: Callable[[pa.Table], pa.Table] | None = None,
    ) -> None:
        """Join `count` parts, in order, into one file per table; memory holds a few parts.

        Args:
            count: How many there are.
            parts: Which tables.
            change: Applied to a few parts at a time before they are written.
        """
        if parts is not CHAINS:
            self._joined[parts.folder] = count
        with clear_errors(self.out):
            for name in parts.tables:
                groups = (
                    pa.concat_tables(read_parquet(self._part(i, parts) / name) for i in group)
                    for group in _batched(range(count), _SHARDS_PER_GROUP)
                )
                changed = groups if change is None else map(change, groups)
                write_parquet(self.evidence / name, changed, TABLES[name])

    def read(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table that has been joined or written, or some of its columns."""
        return read_parquet(self.evidence / name, columns)

    def write_table(self, name: str, table: pa.Table) -> None:
        """Write a whole table."""
        with clear_errors(self.out):
            write_parquet(self.evidence / name, [table], TABLES[name])

    def write_config(self, text: str) -> None:
        """Write the resolved configuration."""
        with clear_errors(self.out):
            write_atomic(self.evidence / "config.toml", text.encode("utf-8"))

    def write_tensors(self, example_id: str, tensors: Mapping[str, np.ndarray]) -> None:
        """Write the tensors of an example shown in detail."""
        with clear_errors(self.out):
            folder = self.evidence / "tensors"
            folder.mkdir(exist_ok=True)
            write_atomic(folder / f"{example_id}.npz", tensors_bytes(tensors))

    def finish(self, manifest: dict[str, Json], run: dict[str, Any]) -> str:
        """Write `run.json` and the manifest, remove the shards, and return the root digest.

        `run.json` also says what became of the shards: how many there are, how many were there
        when the run began, and which of those were damaged and measured again.
        """
        shards = {
            "all": sum(self._joined.values()),
            "resumed": self._resumed,
            "damaged": self.damaged,
        }
        with clear_errors(self.out):
            for leftover in self.evidence.rglob("*.partial"):
                leftover.unlink()
            files = self._files()
            whole = sealed({**manifest, "files": files})
            write_atomic(self.out / "run.json", run_record({**run, "shards": shards}))
            write_atomic(self.evidence / "manifest.json", manifest_bytes(whole))
            shutil.rmtree(self.parts)
        return str(whole["root"])

    def _files(self) -> dict[str, Json]:
        found = [path for path in self.evidence.rglob("*") if path.is_file()]
        return {
            path.relative_to(self.evidence).as_posix(): {
                "sha256": sha256_file(path),
                "bytes": path.stat().st_size,
            }
            for path in sorted(found)
            if self.parts not in path.parents and path.name != "manifest.json"
        }

    def _part(self, index: int, parts: Parts) -> Path:
        return self.parts / f"{parts.folder}-{index:05d}"


def check_output(out: Path, fingerprint: dict[str, Json], *, force: bool) -> str | None:
    """Return the root digest if `out` holds this very audit, finished; else make room for it.

    Args:
        out: Output folder.
        fingerprint: What decides the evidence.
        force: Remove an audit that stands there, whatever it is.

    Raises:
        OutputError: `out` is a file, or holds anything but an audit.
        OtherAudit: `out` holds an audit with another fingerprint and `force` is False.
    """
    refuse_other_place(out)
    if not out.is_dir():
        return None
    if force:
        _remove_audit(out)
        return None
    return _finished(out / "evidence", fingerprint, out)


def refuse_other_place(out: Path) -> None:
    """Refuse an output folder that holds anything but an audit, or that cannot be made.

    Raises:
        OutputError: `out` is a file, holds something else, or lies where nothing can be written.
    """
    with clear_errors(out):
        there = next(path for path in (out, *out.absolute().parents) if path.exists())
    if not there.is_dir() and there == out:
        raise OutputError(f"--out {out} is a file; name a folder.")
    if not there.is_dir():
        raise OutputError(f"{out} cannot be written: Not a directory: {there}.")
    if there != out:
        if not os.access(there, os.W_OK):
            reason = os.strerror(errno.EROFS if _is_read_only(there) else errno.EACCES)
            raise OutputError(f"{out} cannot be written: {reason}: {there}.")
        return
    names = sorted(path.name for path in out.iterdir())
    strangers = [name for name in names if name.removesuffix(".partial") not in _REPORT_FILES]
    evidence = out / "evidence"
    known = (evidence / "manifest.json").is_file() or (evidence / "parts").is_dir()
    if strangers or (names and not known):
        named = ", ".join(strangers[:3]) or "files that are no audit"
        raise OutputError(f"--out {out} holds {named}: name an empty folder or an audit's.")


def _is_read_only(folder: Path) -> bool:
    return hasattr(os, "statvfs") and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _finished(evidence: Path, fingerprint: dict[str, Json], out: Path) -> str | None:
    path = evidence / "manifest.json"
    if not path.is_file():
        return None
    manifest = _known(path)
    _compare(manifest.get("fingerprint", {}), fingerprint, out)
    with clear_errors(out):
        shutil.rmtree(evidence / "parts", ignore_errors=True)  # left by a kill after finishing
        for leftover in out.glob("*.partial"):
            leftover.unlink()
    return str(manifest.get("root"))


def _part_problem(folder: Path, parts: Parts) -> str | None:
    """Return which file of a part is damaged and how, None if the part is as it was written."""
    try:
        digests = read_object(folder / "digests.json")
    except EvidenceError:
        return "digests.json cannot be read"
    for name in parts.tables:
        problem = file_digest_problem(folder / name, digests.get(name))
        if problem:
            return f"{name} {problem}"
    return None


def _known(path: Path) -> dict[str, Any]:
    try:
        return read_object(path)
    except EvidenceError as error:
        raise EvidenceError(f"{error} Use --force to replace the audit.") from error


def _remove_audit(out: Path) -> None:
    with clear_errors(out):
        for path in out.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _compare(there: dict[str, Any], wanted: dict[str, Any], out: Path) -> None:
    old, new = _flat(there), _flat(wanted)
    differing = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
    if differing:
        shown = [f"{key} ({old.get(key)} there, {new.get(key)} now)" for key in differing]
        more = len(shown) - _DIFFERENCES_SHOWN
        listed = "; ".join(shown[:_DIFFERENCES_SHOWN]) + (f"; and {more} more" if more > 0 else "")
        raise OtherAudit(
            f"--out {out} holds an audit that differs in {listed}. Name another folder, or "
            "replace it with --force."
        )


def _flat(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, item in value.items():
        if isinstance(item, dict):
            flat |= _flat(item, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = item
    return flat


def _batched(items: range, size: int) -> Iterable[range]:
    return (items[start : start + size] for start in range(0, len(items), size))
