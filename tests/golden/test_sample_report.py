"""The committed sample is what the code makes of its committed evidence."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import auditkit
from auditkit.evidence.reader import Audit
from auditkit.pipeline.publish import report_page
from auditkit.render.html import render_html

SAMPLE = Path(__file__).parents[2] / "sample_reports" / "demo"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a copy of the sample's evidence."""
    copy = tmp_path_factory.mktemp("sample") / "demo"
    shutil.copytree(SAMPLE, copy)
    for name in ("report.html", "report.pdf", "SHA256SUMS"):
        (copy / name).unlink()
    auditkit.publish(copy)
    return copy


def test_the_sample_is_intact() -> None:
    assert auditkit.verify(SAMPLE).problems == ()


def test_the_html_is_byte_for_byte_what_the_code_makes(published: Path) -> None:
    assert (published / "report.html").read_bytes() == (SAMPLE / "report.html").read_bytes()


def test_the_pdf_says_the_same(published: Path) -> None:
    assert pdf_text(published / "report.pdf") == pdf_text(SAMPLE / "report.pdf")
    checks = {check.subject: check.problem for check in auditkit.verify(published).checks}
    assert checks["digest in report.pdf"] is None
    assert checks["manifest attached to report.pdf"] is None


def test_other_evidence_makes_another_page(tmp_path: Path) -> None:
    """Negative control: the comparison above can fail."""
    shutil.copytree(SAMPLE / "evidence", tmp_path / "evidence")
    path = tmp_path / "evidence" / "metrics.parquet"
    table = pq.read_table(path)
    values = [None if v is None else v * 0.9 for v in table["value"].to_pylist()]
    column = table.schema.get_field_index("value")
    pq.write_table(table.set_column(column, table.schema.field(column), pa.array(values)), path)
    changed = render_html(report_page(Audit(tmp_path), "html"))
    assert changed != (SAMPLE / "report.html").read_text(encoding="utf-8")


def pdf_text(path: Path) -> str:
    """Return the text of a PDF, as pdftotext reads it."""
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
