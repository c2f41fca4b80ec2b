"""The reader: typed tables, and clear errors for evidence that is missing or damaged."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from auditkit.errors import EvidenceError
from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import LATER_COLUMNS, TABLES
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import KEPT, copied


@cache
def invented() -> Path:
    return write_synthetic_audit(KEPT / "invented", examples=9)


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    return copied(invented(), tmp_path / "audit")


TABLE_PROPERTIES = (
    "examples", "attributions", "heads", "metrics", "agreement", "findings", "details",
)  # fmt: skip


@pytest.mark.parametrize("name", TABLE_PROPERTIES)
def test_every_table_is_a_property(name: str) -> None:
    opened = Audit(invented())
    table = getattr(opened, name)
    assert table.column_names == TABLES[f"{name}.parquet"].names
    assert getattr(opened, name) is table


def test_every_table_of_the_schema_can_be_read_by_name() -> None:
    for file, schema in TABLES.items():
        assert Audit(invented()).table(file.removesuffix(".parquet")).column_names == schema.names


def test_the_root_is_the_manifests() -> None:
    raw = json.loads((invented() / "evidence" / "manifest.json").read_text("utf-8"))
    assert Audit(invented()).root == raw["root"]
    assert Audit(invented()).manifest == raw


def test_tensors_are_there_for_details_only() -> None:
    opened = Audit(invented())
    (detailed, *_) = opened.details["example_id"].to_pylist()
    assert set(opened.tensors(detailed)) == {
        "attention", "norms", "ig_baselines", "edges", "value_norms", "queries", "keys", "scaling",
        "neurons", "neuron_activations", "neuron_relevance",
    }  # fmt: skip
    assert opened.tensors("ffffffffffffffff") == {}


@pytest.mark.parametrize("name", ["../../etc/passwd", "config.toml", "nothing", "", "/etc/passwd"])
def test_a_table_that_the_schema_lacks_is_refused(name: str) -> None:
    with pytest.raises(EvidenceError, match="has no"):
        Audit(invented()).table(name)


def test_a_missing_table_is_named(audit: Path) -> None:
    (audit / "evidence" / "heads.parquet").unlink()
    with pytest.raises(EvidenceError, match=r"has no heads\.parquet"):
        _ = Audit(audit).heads


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" * 20])
def test_a_damaged_table_is_named(content: bytes, audit: Path) -> None:
    (audit / "evidence" / "heads.parquet").write_bytes(content)
    with pytest.raises(EvidenceError, match=r"heads\.parquet cannot be read as Parquet"):
        _ = Audit(audit).heads


def test_a_table_without_a_column_is_named(audit: Path) -> None:
    path = audit / "evidence" / "heads.parquet"
    pq.write_table(pq.read_table(path).drop_columns(["low", "n"]), path)
    with pytest.raises(
        EvidenceError, match=r"heads\.parquet: the columns low, n are not the schema's"
    ):
        _ = Audit(audit).heads


@pytest.mark.parametrize(
    ("name", "column"), [(file, one) for file, names in LATER_COLUMNS.items() for one in names]
)
def test_a_column_that_older_evidence_lacks_reads_as_null(
    name: str, column: str, audit: Path
) -> None:
    path = audit / "evidence" / name
    whole = pq.read_table(path)
    assert whole[column].null_count < whole.num_rows
    pq.write_table(whole.drop_columns([column]), path)
    found = Audit(audit).table(path.stem)
    assert found.schema.equals(TABLES[name])
    assert found[column].null_count == found.num_rows == whole.num_rows
    kept, there = (one.drop_columns([column]).to_pylist() for one in (found, whole))
    assert str(kept) == str(there)  # NaN is not equal to itself


def test_only_nullable_columns_may_be_missing_and_they_stand_last() -> None:
    for name, columns in LATER_COLUMNS.items():
        assert tuple(TABLES[name].names[-len(columns) :]) == columns
        assert all(TABLES[name].field(column).nullable for column in columns)


def test_a_table_with_a_column_of_another_type_is_named(audit: Path) -> None:
    path = audit / "evidence" / "heads.parquet"
    table = pq.read_table(path)
    at = table.column_names.index("value")
    texts = pa.array(["x"] * table.num_rows)
    pq.write_table(table.set_column(at, "value", texts), path)
    with pytest.raises(EvidenceError, match=r"heads\.parquet.*value"):
        _ = Audit(audit).heads


def test_damaged_tensors_are_named(audit: Path) -> None:
    path = next((audit / "evidence" / "tensors").iterdir())
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(EvidenceError, match=path.name):
        Audit(audit).tensors(path.stem)


def test_a_folder_without_an_audit_is_refused(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(EvidenceError, match=r"is not a finished audit: no manifest\.json"):
            Audit(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe{}", b"[" * 100_000])
def test_a_manifest_that_is_no_json_is_refused(content: bytes, audit: Path) -> None:
    (audit / "evidence" / "manifest.json").write_bytes(content)
    with pytest.raises(EvidenceError, match=r"manifest\.json is not JSON"):
        Audit(audit)


@pytest.mark.parametrize("content", [b"[]", b"7", b"null", b"{}", b'{"format": 99}', b'"x"'])
def test_a_manifest_of_another_format_is_refused(content: bytes, audit: Path) -> None:
    (audit / "evidence" / "manifest.json").write_bytes(content)
    with pytest.raises(EvidenceError, match="format"):
        Audit(audit)
