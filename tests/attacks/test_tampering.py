"""Small programs that try to change an audit unnoticed; every one must be caught by verify."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.evidence.manifest import manifest_bytes, sealed
from tests.forgery import rewrite_sums
from tests.tiny_audits import (
    KEPT,
    Outcome,
    auditkit,
    copied,
    labelled_data,
    measure,
    model_folder,
    published_audit,
)

FLIPS = 4
"""Bytes flipped in every file, one at a time, besides its first and its last."""


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """A copy of a published audit, to be tampered with."""
    return copied(published_audit(), tmp_path / "audit")


@cache
def other_audit() -> Path:
    """Another published audit of the same model."""
    out = KEPT / "another"
    done = measure(model_folder(), labelled_data(), out, "--seed", "9")
    assert done.code == 0, done.err
    assert auditkit("publish", out, "--no-pdf").code == 0
    return out


def kinds() -> dict[str, str]:
    """One file of every kind: its suffix or name -> its path in the audit."""
    names = sorted(p.relative_to(published_audit()) for p in published_audit().rglob("*.*"))
    found = {str(name) if name.suffix != ".npz" else ".npz": name for name in names}
    return {**{key: str(name) for key, name in found.items()}, "SHA256SUMS": "SHA256SUMS"}


KINDS = (
    "evidence/agreement.parquet", "evidence/attributions.parquet", "evidence/chains.parquet",
    "evidence/config.toml", "evidence/details.parquet", "evidence/examples.parquet",
    "evidence/findings.parquet", "evidence/head_examples.parquet", "evidence/heads.parquet",
    "evidence/ledger.parquet", "evidence/links.parquet", "evidence/manifest.json",
    "evidence/metrics.parquet", "evidence/outcomes.parquet", "evidence/pokes.parquet",
    "evidence/projection.parquet", "evidence/projection_cuts.parquet", ".npz", "report.html",
    "published.json", "report.pdf", "run.json", "SHA256SUMS",
)  # fmt: skip


SUMMED = ("evidence/manifest.json", "published.json", "report.html", "report.pdf")


def found(done: Outcome, name: str) -> None:
    """Verify failed and named `name`; an unreadable manifest may exit with 2."""
    assert done.code in ((1, 2) if name.endswith("manifest.json") else (1,)), done
    assert name in done.out + done.err, done
    assert "Traceback" not in done.err
    assert "intact, not signed" not in done.out


def rewrite_manifest(audit: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Change the manifest and give it a consistent root."""
    path = audit / "evidence" / "manifest.json"
    record = json.loads(path.read_bytes())
    change(record)
    path.write_bytes(manifest_bytes(sealed(record)))


# --- Negative controls -------------------------------------------------------------------------


def test_negative_control_an_untouched_audit_is_intact(audit: Path) -> None:
    done = auditkit("verify", audit)
    assert (done.code, done.err) == (0, "")
    assert "intact, not signed" in done.out


def test_negative_control_every_kind_of_file_is_tried() -> None:
    assert set(KINDS) == set(kinds())


def test_negative_control_rewriting_changes_nothing_by_itself(audit: Path) -> None:
    rewrite_manifest(audit, lambda _: None)
    rewrite_sums(audit)
    assert auditkit("verify", audit).code == 0


# --- Changed bytes -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_a_flipped_byte_is_found_and_its_file_named(kind: str, audit: Path) -> None:
    name = kinds()[kind]
    path, rng = audit / name, np.random.default_rng(sum(kind.encode()))
    good = path.read_bytes()
    positions = [0, len(good) - 1, *rng.integers(0, len(good), FLIPS).tolist()]
    for position in positions:
        bad = bytearray(good)
        bad[position] ^= 1 << int(rng.integers(8))
        path.write_bytes(bad)
        done = auditkit("verify", audit)
        if kind == "SHA256SUMS" and done.code == 1:
            # A digest that changed there names the file that it belongs to.
            assert any(f"{kept}: " in done.out for kept in (*SUMMED, kind))
            continue
        found(done, name)
    path.write_bytes(good)
    assert auditkit("verify", audit).code == 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "change", [lambda data: data[:-1], lambda data: data + b"\n", lambda _: b""]
)
def test_a_shorter_longer_or_empty_file_is_found(
    kind: str, change: Callable[[bytes], bytes], audit: Path
) -> None:
    name = kinds()[kind]
    (audit / name).write_bytes(change((audit / name).read_bytes()))
    found(auditkit("verify", audit), name)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "run.json"])
def test_a_removed_file_is_found(kind: str, audit: Path) -> None:
    name = kinds()[kind]
    (audit / name).unlink()
    found(auditkit("verify", audit), name)


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "evidence/extra.parquet", "evidence/tensors/x.npz", ".hidden", "a/b/c"],
)
def test_an_added_file_is_found(name: str, audit: Path) -> None:
    (audit / name).parent.mkdir(parents=True, exist_ok=True)
    (audit / name).write_bytes(b"x")
    found(auditkit("verify", audit), name)


def test_a_pdf_that_was_never_published_is_found(tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "audit")
    forged = (
        b"%PDF-1.7\nauditkit-root:"
        + json.loads((out / "evidence" / "manifest.json").read_bytes())["root"].encode()
    )
    (out / "report.pdf").write_bytes(forged)
    found(auditkit("verify", out), "report.pdf")


# --- Swapped files -------------------------------------------------------------------------------

SWAPPED = (
    "evidence/examples.parquet", "evidence/heads.parquet", "evidence/config.toml",
    "evidence/manifest.json", "report.html", "SHA256SUMS",
)  # fmt: skip


@pytest.mark.parametrize("name", SWAPPED)
def test_a_file_of_another_audit_is_found(name: str, audit: Path) -> None:
    shutil.copyfile(other_audit() / name, audit / name)
    if (other_audit() / name).read_bytes() == (published_audit() / name).read_bytes():
        pytest.skip("both audits hold the same file")
    done = auditkit("verify", audit)
    assert done.code == 1
    assert name in done.out or "report.html" in done.out


def test_two_tensors_that_changed_places_are_found(audit: Path) -> None:
    one, other = sorted((audit / "evidence" / "tensors").iterdir())[:2]
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    done = auditkit("verify", audit)
    found(done, one.name)
    found(done, other.name)


def test_the_report_of_another_audit_is_found_by_its_digest(audit: Path) -> None:
    shutil.copyfile(other_audit() / "report.html", audit / "report.html")
    rewrite_sums(audit)
    found(auditkit("verify", audit), "digest in report.html")


def test_the_evidence_of_another_audit_is_found_by_the_reports_digests(audit: Path) -> None:
    shutil.rmtree(audit / "evidence")
    shutil.copytree(other_audit() / "evidence", audit / "evidence")
    rewrite_sums(audit)
    done = auditkit("verify", audit)
    found(done, "digest in report.html")
    found(done, "digest in report.pdf")


# --- A manifest that agrees with itself ------------------------------------------------------------


def claim(record: dict[str, Any]) -> None:
    record["title"] = "A better audit"


def test_a_rewritten_manifest_is_found_by_the_old_report(audit: Path) -> None:
    rewrite_manifest(audit, claim)
    rewrite_sums(audit)
    done = auditkit("verify", audit)
    for subject in ("digest in report.html", "digest in report.pdf", "manifest attached"):
        found(done, subject)


def test_a_manifest_with_its_old_root_is_found(audit: Path) -> None:
    path = audit / "evidence" / "manifest.json"
    record = json.loads(path.read_bytes())
    claim(record)
    path.write_bytes(manifest_bytes(record))
    rewrite_sums(audit)
    found(auditkit("verify", audit), "evidence/manifest.json: its contents do not give its root")


def test_a_manifest_in_another_spelling_is_found(audit: Path) -> None:
    path = audit / "evidence" / "manifest.json"
    path.write_bytes(canonical_json(json.loads(path.read_bytes())))
    rewrite_sums(audit)
    found(auditkit("verify", audit), "evidence/manifest.json: is not spelled as it was written")


def test_a_key_that_stands_twice_is_found(audit: Path) -> None:
    path = audit / "evidence" / "manifest.json"
    text = path.read_text("utf-8").replace("{\n", '{\n  "title": "Forged",\n', 1)
    path.write_text(text, "utf-8")
    rewrite_sums(audit)
    found(auditkit("verify", audit), "evidence/manifest.json")


def test_a_file_left_out_of_the_manifest_is_a_stranger(audit: Path) -> None:
    rewrite_manifest(audit, lambda record: record["files"].pop("heads.parquet"))
    found(auditkit("verify", audit), "evidence/heads.parquet: is listed nowhere")


@pytest.mark.parametrize(
    "name", ["../loot", "../../loot", "tensors/../../../loot", "./../../loot", "{folder}/loot"]
)
def test_a_name_that_leads_out_of_the_evidence_is_reported(name: str, audit: Path) -> None:
    """Such a file is never read, or at least never called part of the evidence."""
    listed = {"sha256": sha256_bytes(b"not evidence"), "bytes": 12}
    name = name.format(folder=audit.parent)
    rewrite_manifest(audit, lambda record: record["files"].update({name: listed}))
    (audit / "evidence" / name).resolve().write_bytes(b"not evidence")
    done = auditkit("verify", audit)
    assert done.code in (1, 2)
    lines = (done.out + done.err).splitlines()
    assert [line for line in lines if "loot" in line and "is listed nowhere" not in line], lines


@pytest.mark.parametrize(
    "change",
    [
        {"files": {"heads.parquet": "abc"}},
        {"files": {"heads.parquet": {}}},
        {"files": {"heads.parquet": None}},
        {"files": ["heads.parquet"]},
        {"files": None},
        {"files": {}},
        {"files": {"a\u0000b": {"sha256": "x", "bytes": 1}}},
        {"files": {"a" * 5000: {"sha256": "x", "bytes": 1}}},
    ],
    ids=lambda change: str(change)[:40].replace("\0", "NUL"),
)
def test_a_manifest_of_another_shape_is_reported(change: dict[str, Any], audit: Path) -> None:
    rewrite_manifest(audit, lambda record: record.update(change))
    done = auditkit("verify", audit)
    assert done.code in (1, 2)
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"7", b"null", b"{}", b'{"root": 7}', b"\xff\xfe", b'{"root": 1e999}'],
)
def test_a_manifest_that_is_none_is_reported(content: bytes, audit: Path) -> None:
    (audit / "evidence" / "manifest.json").write_bytes(content)
    done = auditkit("verify", audit)
    assert done.code in (1, 2)
    assert "manifest.json" in done.out + done.err


def test_a_manifest_nested_too_deeply_is_reported(audit: Path) -> None:
    (audit / "evidence" / "manifest.json").write_bytes(b"[" * 200_000)
    found(auditkit("verify", audit), "manifest.json")


# --- Headers and links -----------------------------------------------------------------------------


def test_a_huge_header_is_found_before_it_is_believed(audit: Path) -> None:
    path = next((audit / "evidence" / "tensors").iterdir())
    data = path.read_bytes()
    path.write_bytes((2**62).to_bytes(8, "little") + data[8:])
    found(auditkit("verify", audit), path.name)


def test_a_huge_header_with_a_consistent_manifest_cannot_be_published(audit: Path) -> None:
    path = next((audit / "evidence" / "tensors").iterdir())
    path.write_bytes((2**62).to_bytes(8, "little") + path.read_bytes()[8:])
    listed = {"sha256": sha256_bytes(path.read_bytes()), "bytes": path.stat().st_size}
    rewrite_manifest(audit, lambda record: record["files"].update({f"tensors/{path.name}": listed}))
    done = auditkit("publish", audit, "--no-pdf")
    assert done.code == 2
    assert path.name in done.err


def test_tampered_evidence_is_not_published_under_the_old_digest(audit: Path) -> None:
    path = audit / "evidence" / "heads.parquet"
    shutil.copyfile(other_audit() / "evidence" / "heads.parquet", path)
    done = auditkit("publish", audit, "--no-pdf")
    assert done.code == 2
    assert "heads.parquet" in done.err


def test_a_link_to_other_bytes_is_found(audit: Path, tmp_path: Path) -> None:
    for name in ("evidence/heads.parquet", "report.html"):
        (tmp_path / "elsewhere").write_bytes(b"x")
        (audit / name).unlink()
        (audit / name).symlink_to(tmp_path / "elsewhere")
        found(auditkit("verify", audit), name)


@pytest.mark.parametrize(
    "name", ["evidence/heads.parquet", "report.html", "evidence/manifest.json"]
)
def test_a_link_to_the_same_bytes_is_found(name: str, audit: Path, tmp_path: Path) -> None:
    shutil.move(audit / name, tmp_path / "elsewhere")
    (audit / name).symlink_to(tmp_path / "elsewhere")
    found(auditkit("verify", audit), name)


def test_a_link_that_nobody_listed_is_found(audit: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(b"x")
    (audit / "evidence" / "link").symlink_to(tmp_path / "folder")
    (audit / "dangling").symlink_to(tmp_path / "nowhere")
    done = auditkit("verify", audit)
    found(done, "evidence/link: is listed nowhere")
    found(done, "dangling: is listed nowhere")


def test_a_pipe_that_nobody_listed_is_found_and_not_read(audit: Path) -> None:
    os.mkfifo(audit / "evidence" / "pipe")
    found(auditkit("verify", audit), "evidence/pipe: is listed nowhere")


def test_a_link_round_in_circles_ends(audit: Path) -> None:
    (audit / "evidence" / "circle").symlink_to(audit / "evidence")
    found(auditkit("verify", audit), "evidence/circle")


def test_a_folder_in_place_of_a_file_is_found(audit: Path) -> None:
    for name in ("evidence/heads.parquet", "report.html", "SHA256SUMS", "run.json"):
        (audit / name).unlink()
        (audit / name).mkdir()
        done = auditkit("verify", audit)
        assert done.code == 1
        assert name in done.out or name == "run.json"


def test_a_stream_that_inflates_without_end_is_not_followed(audit: Path) -> None:
    bomb = zlib.compress(bytes(2**27), level=1)
    with (audit / "report.pdf").open("ab") as file:
        file.write(b"\nstream\n" + bomb + b"\nendstream\n")
    tracemalloc.start()
    try:
        found(auditkit("verify", audit), "report.pdf")
        assert tracemalloc.get_traced_memory()[1] < 2**26
    finally:
        tracemalloc.stop()


# --- Checksums and the run record --------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["x", "0" * 64 + "  ../outside", "0" * 64 + "  report.html", "0" * 64 + " *report.html", ""],
)
def test_a_line_too_many_in_the_checksums_is_found(line: str, audit: Path) -> None:
    with (audit / "SHA256SUMS").open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    found(auditkit("verify", audit), "SHA256SUMS")


@pytest.mark.parametrize("kept", SUMMED)
def test_a_line_too_few_in_the_checksums_is_found(kept: str, audit: Path) -> None:
    lines = (audit / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    (audit / "SHA256SUMS").write_text("".join(line for line in lines if kept not in line), "utf-8")
    done = auditkit("verify", audit)
    assert done.code == 1
    assert kept in done.out


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"7", b'{"sha256": "x"}', b"\xff", b"[" * 9**6]
)
def test_a_run_record_that_is_none_is_found(content: bytes, audit: Path) -> None:
    (audit / "run.json").write_bytes(content)
    found(auditkit("verify", audit), "run.json")


def test_sha256sum_reads_the_checksums(audit: Path) -> None:
    for line in (audit / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((audit / name).read_bytes()).hexdigest() == digest
