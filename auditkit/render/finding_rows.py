"""Findings in their order, with their titles: for the page of findings and for the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.evidence_view import method, rows_of
from auditkit.render.finding_text import FINDINGS, generic
from auditkit.render.wording import shortened

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Severity
    from auditkit.render.evidence_view import Row
    from auditkit.render.finding_text import FindingText

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")


def severity(row: Row) -> Severity:
    """Return the row's severity; one that is not known counts as ``info``."""
    name = row.text("severity")
    return next((known for known in SEVERITIES if known == name), "info")


def ranked(audit: Audit) -> list[Row]:
    """Return the rows of `findings.parquet`, most severe first."""
    rows = rows_of(audit.findings, "findings.parquet")
    return sorted(rows, key=lambda row: (SEVERITIES.index(severity(row)), row.index))


def title(audit: Audit, row: Row) -> str:
    """Return the title of a finding: what was found, between which methods or in which slice."""
    name = row.text("slice")
    place = "" if name is None else f" in slice {shortened(name)}"
    return text_of(row).title.replace("{methods}", _methods(audit, row)) + place


def text_of(row: Row) -> FindingText:
    """Return what is said about the row's kind."""
    return FINDINGS.get(row.text("kind") or "") or generic(row.text("kind") or "unknown")


def _methods(audit: Audit, row: Row) -> str:
    return " and ".join(
        method(audit, name).title for name in (row.text("label") or "").split(" vs ")
    )
