"""The position that a decoder reads of a text that ends with the padding token: stored, and shown by the viewer."""

from __future__ import annotations

import base64
import gzip
import json
import re
import struct
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

import auditkit as package
from auditkit.canonical import sha256_file
from auditkit.evidence.manifest import manifest_bytes, sealed
from tests.tiny_audits import copied, measure, model_folder, table, write_rows

TEXTS = (
    "the film was not good",
    "a dull story [PAD]",
    "[PAD] a great day [PAD] [PAD]",
    "good film",
)
READ = ([4], [2], [3], [1])
"""By hand: the rightmost token that is not the padding token."""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    data = write_rows(folder / "data.jsonl", [{"text": text, "label": 0} for text in TEXTS])
    done = measure(model_folder("gpt2"), data, folder / "audit", "--detailed", "4")
    assert done.code == 0, done.err
    return folder / "audit"


def scenes(audit: Path) -> dict[str, dict[str, Any]]:
    """What the published page hands to the viewer, by example."""
    package.publish(audit, pdf=False)
    assert package.verify(audit).problems == ()
    page = (audit / "report.html").read_text("utf-8")
    found = {}
    for text in re.findall(
        r'<script type="application/octet-stream" class="scene"[^>]*>([^<]+)', page
    ):
        data = gzip.decompress(base64.b64decode(text))
        (size,) = struct.unpack_from("<I", data)
        header = json.loads(data[4 : 4 + size])
        found[header["example"]] = header
    return found


def test_the_evidence_holds_what_is_read(measured: Path) -> None:
    assert table(measured, "examples")["read"].to_pylist() == list(READ)


def test_the_viewer_is_told_what_is_read(measured: Path, tmp_path: Path) -> None:
    audit = copied(measured, tmp_path / "audit")
    ids = table(audit, "examples")["id"].to_pylist()
    shown = scenes(audit)
    assert [shown[one]["read"] for one in ids] == list(READ)


def test_evidence_without_the_column_is_read_by_the_rule(measured: Path, tmp_path: Path) -> None:
    """Negative control: the rule alone shows the padding token as what is read."""
    audit = copied(measured, tmp_path / "audit")
    file = audit / "evidence" / "examples.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["read"]), file)
    path = audit / "evidence" / "manifest.json"
    record = json.loads(path.read_text("utf-8"))
    record["files"][file.name] = {"sha256": sha256_file(file), "bytes": file.stat().st_size}
    del record["root"]
    path.write_bytes(manifest_bytes(sealed(record)))
    assert package.open_audit(audit).examples["read"].null_count == len(TEXTS)
    shown = scenes(audit)
    lengths = [len(row) for row in table(audit, "examples")["token_ids"].to_pylist()]
    ids = table(audit, "examples")["id"].to_pylist()
    assert [shown[one]["read"] for one in ids] == [[length - 1] for length in lengths]
