"""An audit written in format 1, kept as it was: it stays readable, intact and publishable."""

from __future__ import annotations

import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import auditkit

FORMAT_1 = Path(__file__).parents[1] / "fixtures" / "format_1" / "demo"
ROOT = "57b878767eda7ffdc9979337ba12da308846a64b0df09951cf104485fd363b86"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a copy of the old evidence."""
    copy = tmp_path_factory.mktemp("format_1") / "demo"
    shutil.copytree(FORMAT_1 / "evidence", copy / "evidence")
    auditkit.publish(copy)
    return copy


def test_the_old_report_is_intact() -> None:
    assert auditkit.verify(FORMAT_1).problems == ()


def test_the_old_evidence_is_published_and_verifies(published: Path) -> None:
    verification = auditkit.verify(published)
    assert verification.problems == ()
    assert verification.numbers > 100_000


def test_its_root_digest_is_the_one_it_was_written_with() -> None:
    assert auditkit.open_audit(FORMAT_1).root == ROOT


def test_every_table_has_the_rows_that_it_was_written_with() -> None:
    audit = auditkit.open_audit(FORMAT_1)
    for file in sorted((FORMAT_1 / "evidence").glob("*.parquet")):
        assert audit.table(file.stem).num_rows == pq.read_metadata(file).num_rows > 0


def test_negative_control_changed_evidence_is_found(tmp_path: Path) -> None:
    shutil.copytree(FORMAT_1, tmp_path / "demo")
    file = tmp_path / "demo" / "evidence" / "links.parquet"
    table = pq.read_table(file)
    pq.write_table(table.slice(1), file)
    assert any("links" in check.subject for check in auditkit.verify(tmp_path / "demo").problems)
