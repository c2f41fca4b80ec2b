"""Findings in their groups and order, with their titles: for the page, the summary and the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.findings import DATA, EXPLANATIONS, GROUPS, MODEL, about
from auditkit.evidence.readings import tally
from auditkit.render.evidence_view import method
from auditkit.render.finding_text import FINDINGS, generic
from auditkit.render.rows import rows_of
from auditkit.render.wording import listed, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Severity
    from auditkit.render.finding_text import FindingText
    from auditkit.render.rows import Row

GROUP_TITLES = {
    MODEL: "About the model",
    DATA: "About the data",
    EXPLANATIONS: "About methods of explanation",
}
SEVERITY_WORDS: dict[Severity, str] = {
    "high": "of high severity",
    "medium": "of medium severity",
    "low": "of low severity",
    "info": "for information",
}
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")


def severity(row: Row) -> Severity:
    """Return the row's severity; one that is not known counts as ``info``."""
    name = row.text("severity")
    return next((known for known in SEVERITIES if known == name), "info")


def ranked(audit: Audit) -> list[Row]:
    """Return the rows of `findings.parquet`, group by group, most severe first."""
    rows = rows_of(audit.findings, "findings")
    return sorted(
        rows, key=lambda row: (GROUPS.index(group(row)), SEVERITIES.index(severity(row)), row.index)
    )


def group(row: Row) -> str:
    """Return what a finding is about; older evidence leaves that to its kind."""
    name = row.text("about")
    return name if name in GROUPS else about(row.text("kind"))


def grouped(audit: Audit) -> dict[str, list[Row]]:
    """Return the findings of every group, also of those without any, in the order of the groups."""
    rows = ranked(audit)
    return {name: [row for row in rows if group(row) == name] for name in GROUPS}


def counted(rows: Sequence[Row]) -> str:
    """Return how many there are of each severity: ``1 of high severity and 2 for information``."""
    found = tally(severity(row) for row in rows)
    return listed([f"{found[name]} {SEVERITY_WORDS[name]}" for name in SEVERITIES if name in found])


def title(audit: Audit, row: Row) -> str:
    """Return the title of a finding: what was found, between which methods or in which slice."""
    name = row.text("slice")
    place = "" if name is None else f" in slice {shortened(name)}"
    return text_of(row).title.replace("{methods}", _methods(audit, row)) + place


def compared(row: Row) -> tuple[str, tuple[str, ...]]:
    """Return the method that a finding is about, and those it is held against, the closest first."""
    first, _, others = (row.text("label") or "").partition(" vs ")
    return first, tuple(others.split(", ")) if others else ()


def text_of(row: Row) -> FindingText:
    """Return what is said about the row's kind."""
    return FINDINGS.get(row.text("kind") or "") or generic(row.text("kind") or "unknown")


def _methods(audit: Audit, row: Row) -> str:
    first, others = compared(row)
    titles = [method(audit, name).title for name in (first, *others)]
    if len(others) < 2:
        return f"{' and '.join(titles)} rank words differently"
    return f"{titles[0]} ranks words differently from {listed(titles[1:])}"
