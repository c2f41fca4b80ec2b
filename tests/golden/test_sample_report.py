"""The committed sample is intact, and its evidence can be published by this version."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import auditkit

SAMPLE = Path(__file__).parents[2] / "sample_reports" / "demo"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish a copy of the sample's evidence."""
    copy = tmp_path_factory.mktemp("sample") / "demo"
    shutil.copytree(SAMPLE / "evidence", copy / "evidence")
    auditkit.publish(copy)
    return copy


def test_the_sample_is_intact() -> None:
    assert auditkit.verify(SAMPLE).problems == ()


def test_its_evidence_is_published_whole(published: Path) -> None:
    verification = auditkit.verify(published)
    assert verification.problems == ()
    assert verification.root == auditkit.verify(SAMPLE).root
    checks = {check.subject: check.problem for check in verification.checks}
    assert checks["digest in report.pdf"] is None
    assert checks["manifest attached to report.pdf"] is None


def test_negative_control_a_changed_page_is_found(published: Path) -> None:
    page = published / "report.html"
    text = page.read_text("utf-8")
    assert text.count('data-label="Confidence"') > 1
    page.write_text(text.replace('data-outcome="correct"', 'data-outcome="wrong"', 1), "utf-8")
    assert auditkit.verify(published).problems
