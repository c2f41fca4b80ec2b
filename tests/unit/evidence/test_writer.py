"""The evidence writer: whole shards or none, one file per table, the same bytes every time."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from auditkit.canonical import sha256_bytes, sha256_file
from auditkit.errors import EvidenceError, OtherAudit, OutputError
from auditkit.evidence import writer as module
from auditkit.evidence.schema import ATTRIBUTIONS, DETAILS, EXAMPLES, HEAD_EXAMPLES, LEDGER
from auditkit.evidence.writer import SHARDS, EvidenceWriter, check_output, run_record

STAMP = {"config": {"seed": 0}, "data": "d" * 8, "model": {"a.safetensors": "w" * 8}}
HEADS = HEAD_EXAMPLES


def example(name: str) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(EXAMPLES.names)
    lists = [field.name for field in EXAMPLES if pa.types.is_list(field.type)]
    return {
        **row,
        **{key: [] for key in lists},
        "id": name,
        "row": 0,
        "text": name,
        "logits": [1.0],
    }


def shard(*names: str) -> dict[str, pa.Table]:
    heads = [{"example_id": name, "statistic": "entropy", "values": [0.5, 1.0]} for name in names]
    return {
        "examples.parquet": pa.Table.from_pylist([example(n) for n in names], schema=EXAMPLES),
        "attributions.parquet": ATTRIBUTIONS.empty_table(),
        "ledger.parquet": LEDGER.empty_table(),
        "head_examples.parquet": pa.Table.from_pylist(heads, schema=HEADS),
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def writer(out: Path) -> EvidenceWriter:
    return EvidenceWriter(out, STAMP)


def finish(writer: EvidenceWriter, **manifest: Any) -> str:
    return writer.finish({"fingerprint": STAMP, **manifest}, {"seconds": 1})


def snapshot(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


# --- Shards ------------------------------------------------------------------------------------


def test_a_shard_is_there_after_it_was_written(writer: EvidenceWriter) -> None:
    assert not writer.has_part(0)
    writer.write_part(0, shard("a"))
    assert writer.has_part(0)
    assert not writer.has_part(1)
    assert not list(writer.parts.glob("*.partial"))


def test_another_writer_of_the_same_audit_finds_it(writer: EvidenceWriter, out: Path) -> None:
    writer.write_part(0, shard("a"))
    assert EvidenceWriter(out, STAMP).has_part(0)


@pytest.mark.parametrize("name", SHARDS.tables)
@pytest.mark.parametrize("position", [0.0, 0.5, 0.99])
def test_a_shard_with_a_flipped_bit_is_removed(
    name: str, position: float, writer: EvidenceWriter
) -> None:
    writer.write_part(0, shard("a"))
    path = writer.parts / "part-00000" / name
    data = bytearray(path.read_bytes())
    data[int(position * len(data))] ^= 1
    path.write_bytes(data)
    assert not writer.has_part(0)
    assert not path.parent.exists()
    writer.write_part(0, shard("a"))
    assert writer.has_part(0)


@pytest.mark.parametrize("digests", ["", "[]", "{}", "null", '{"examples.parquet": 3}'])
def test_a_shard_with_damaged_digests_is_removed(digests: str, writer: EvidenceWriter) -> None:
    writer.write_part(0, shard("a"))
    (writer.parts / "part-00000" / "digests.json").write_text(digests, "utf-8")
    assert not writer.has_part(0)


def test_half_a_shard_is_overwritten(writer: EvidenceWriter) -> None:
    half = writer.parts / "part-00000.partial"
    half.mkdir()
    (half / "leftover").write_bytes(b"x")
    assert not writer.has_part(0)
    writer.write_part(0, shard("a"))
    assert not (writer.parts / "part-00000" / "leftover").exists()


def test_shards_are_joined_in_order(writer: EvidenceWriter) -> None:
    for index, names in enumerate((("a", "b"), ("c",), ("d",))):
        writer.write_part(index, shard(*names))
    writer.join_parts(3)
    assert writer.read("examples.parquet")["id"].to_pylist() == ["a", "b", "c", "d"]
    assert writer.read("attributions.parquet").num_rows == 0
    assert pq.read_schema(writer.evidence / "examples.parquet").equals(EXAMPLES)


def test_columns_may_come_in_another_order(writer: EvidenceWriter) -> None:
    tables = shard("a")
    names = tables["examples.parquet"].column_names[::-1]
    writer.write_part(0, {**tables, "examples.parquet": tables["examples.parquet"].select(names)})
    writer.join_parts(1)
    assert writer.read("examples.parquet").schema.equals(EXAMPLES)


# --- Finishing ---------------------------------------------------------------------------------


def fill(writer: EvidenceWriter) -> None:
    writer.write_part(0, shard("a", "b"))
    writer.join_parts(1)
    writer.write_table(
        "details.parquet",
        pa.Table.from_pylist([{"example_id": "a", "reason": "sample"}], schema=DETAILS),
    )
    writer.write_tensors("a", {"norms": np.arange(6, dtype=np.float32).reshape(2, 3)})
    writer.write_config("seed = 0\n")


def test_the_manifest_lists_every_file(writer: EvidenceWriter, out: Path) -> None:
    fill(writer)
    root = finish(writer, title="T")
    manifest = json.loads((out / "evidence" / "manifest.json").read_bytes())
    there = {p.relative_to(out / "evidence").as_posix() for p in (out / "evidence").rglob("*.*")}
    assert set(manifest["files"]) == there - {"manifest.json"}
    assert (manifest["root"], manifest["title"]) == (root, "T")
    for name, listed in manifest["files"].items():
        path = out / "evidence" / name
        assert listed == {"sha256": sha256_file(path), "bytes": path.stat().st_size}
    assert not writer.parts.exists()


def test_leftovers_are_removed_and_not_listed(writer: EvidenceWriter, out: Path) -> None:
    fill(writer)
    (out / "evidence" / "heads.parquet.partial").write_bytes(b"x")
    (out / "evidence" / "tensors" / "b.npz.partial").write_bytes(b"x")
    finish(writer)
    assert not list(out.rglob("*.partial"))


def test_tensors_read_back(writer: EvidenceWriter) -> None:
    kept = {
        "norms": np.arange(6, dtype=np.float32).reshape(2, 3),
        "attention": np.ones((1, 2), "e"),
    }
    writer.write_tensors("a", kept)
    read = np.load(writer.evidence / "tensors" / "a.npz")
    assert {name: value.tolist() for name, value in read.items()} == {
        name: value.tolist() for name, value in kept.items()
    }


def test_the_same_evidence_gives_the_same_bytes(tmp_path: Path) -> None:
    seen = []
    for name in ("one", "two"):
        writer = EvidenceWriter(tmp_path / name, STAMP)
        fill(writer)
        finish(writer)
        seen.append(snapshot(tmp_path / name))
    assert seen[0] == seen[1]


def test_the_run_record_carries_its_own_checksum() -> None:
    record = json.loads(run_record({"seconds": 1.5, "device": "cpu", "model_path": "ü"}))
    claimed = record.pop("sha256")
    body = json.dumps(record, sort_keys=True, ensure_ascii=True)
    assert claimed == sha256_bytes(body.encode())


# --- What stands in the folder -----------------------------------------------------------------


def test_a_missing_or_empty_folder_is_free(tmp_path: Path, out: Path) -> None:
    assert check_output(out, STAMP, force=False) is None
    assert check_output(tmp_path, STAMP, force=False) is None
    assert not out.exists()


def test_a_finished_audit_gives_its_root(writer: EvidenceWriter, out: Path) -> None:
    fill(writer)
    root = finish(writer)
    before = snapshot(out)
    assert check_output(out, STAMP, force=False) == root
    assert snapshot(out) == before


def test_an_unfinished_audit_may_continue(writer: EvidenceWriter, out: Path) -> None:
    writer.write_part(0, shard("a"))
    assert check_output(out, STAMP, force=False) is None
    assert EvidenceWriter(out, STAMP).has_part(0)


OTHER = {**STAMP, "config": {"seed": 1, "limit": 5}}


def test_another_fingerprint_is_refused_in_both_states(writer: EvidenceWriter, out: Path) -> None:
    message = r"config\.limit \(None there, 5 now\); config\.seed \(0 there, 1 now\)"
    with pytest.raises(OtherAudit, match=message):
        EvidenceWriter(out, OTHER)
    fill(writer)
    finish(writer)
    with pytest.raises(OtherAudit, match=message):
        check_output(out, OTHER, force=False)


def test_many_differences_are_cut_short(out: Path) -> None:
    EvidenceWriter(out, {f"key{i}": 0 for i in range(9)})
    with pytest.raises(OtherAudit, match="; and 3 more"):
        EvidenceWriter(out, {f"key{i}": 1 for i in range(9)})


def test_force_makes_room_and_removes_reports_too(writer: EvidenceWriter, out: Path) -> None:
    fill(writer)
    finish(writer)
    for name in ("report.html", "report.pdf", "SHA256SUMS"):
        (out / name).write_bytes(b"old")
    assert check_output(out, OTHER, force=True) is None
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize("name", ["thesis.txt", "evidence/notes.txt", "report.html", ".hidden"])
def test_what_is_no_audit_is_never_touched(name: str, force: bool, out: Path) -> None:
    (out / name).parent.mkdir(parents=True)
    (out / name).write_bytes(b"mine")
    with pytest.raises(OutputError, match="name an empty folder or an audit's"):
        check_output(out, STAMP, force=force)
    assert snapshot(out) == {name: b"mine"}


def test_force_follows_no_link(writer: EvidenceWriter, out: Path, tmp_path: Path) -> None:
    fill(writer)
    finish(writer)
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    (out / "report.html").symlink_to(precious)
    check_output(out, STAMP, force=True)
    assert precious.read_bytes() == b"mine"


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"x")
    for force in (True, False):
        with pytest.raises(OutputError, match="is a file; name a folder"):
            check_output(tmp_path / "out", STAMP, force=force)


@pytest.mark.parametrize("content", [b"{", b"[]", b"7", b"{}"])
def test_a_damaged_manifest_is_an_error_of_ours(
    content: bytes, writer: EvidenceWriter, out: Path
) -> None:
    fill(writer)
    finish(writer)
    (out / "evidence" / "manifest.json").write_bytes(content)
    with pytest.raises((EvidenceError, OtherAudit), match="--force"):
        check_output(out, STAMP, force=False)


@pytest.mark.parametrize("content", [b"", b"{", b"[]"])
def test_a_damaged_fingerprint_is_an_error_of_ours(content: bytes, out: Path) -> None:
    EvidenceWriter(out, STAMP)
    (out / "evidence" / "parts" / "fingerprint.json").write_bytes(content)
    with pytest.raises((EvidenceError, OtherAudit), match="--force"):
        EvidenceWriter(out, STAMP)


# --- Disk --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "The disk of .* is full. What is written stays valid"),
        (errno.EACCES, "cannot be written: Permission denied"),
        (errno.EROFS, "cannot be written: Read-only file system"),
    ],
)
def test_a_disk_that_fails_has_a_clear_message(
    number: int, message: str, writer: EvidenceWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module, "write_parquet", fail)
    with pytest.raises(OutputError, match=message):
        writer.write_part(0, shard("a"))
    monkeypatch.undo()
    assert not writer.has_part(0)
    writer.write_part(0, shard("a"))
    assert writer.has_part(0)


def test_everything_is_synced_before_it_has_its_name(
    writer: EvidenceWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        events.append("sync")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        events.append(f"name {Path(target).name}")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    writer.write_table("details.parquet", DETAILS.empty_table())
    writer.write_config("seed = 0\n")
    assert events == ["sync", "name details.parquet", "sync", "name config.toml"]
