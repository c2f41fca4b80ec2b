"""A small report is what it was: a change of the page or of the PDF's text is seen, and kept on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.small_report import KEPT, made


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return made(tmp_path_factory.mktemp("small") / "audit")


@pytest.mark.parametrize("name", ["report.html", "report.txt"])
def test_it_is_what_was_kept(name: str, published: dict[str, str]) -> None:
    kept = (KEPT / name).read_text("utf-8").splitlines()
    assert published[name].splitlines() == kept


def test_it_shows_what_a_report_has(published: dict[str, str]) -> None:
    """Negative control: a page that is empty, or has none of these, is no golden page."""
    for part in (
        'class="scores"',
        'class="route',
        'class="chart"',
        'class="scene"',
        'class="examples"',
    ):
        assert part in published["report.html"]
    assert len(published["report.txt"].splitlines()) > 200


def test_negative_control_another_audit_makes_another_page(tmp_path: Path) -> None:
    import auditkit
    from tests.synthetic_audit import write_synthetic_audit

    audit = write_synthetic_audit(tmp_path / "audit", examples=9, seed=12)
    auditkit.publish(audit, pdf=False)
    other = (audit / "report.html").read_text("utf-8")
    assert (
        "".join(other.split())[:200_000]
        != "".join((KEPT / "report.html").read_text("utf-8").split())[:200_000]
    )
