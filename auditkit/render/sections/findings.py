"""What the checks found, most severe first, each with its number, its evidence and its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Code,
    Finding,
    Findings,
    Link,
    Measure,
    Paragraph,
)
from auditkit.render.evidence_view import WHOLE_SET, rows_of, where
from auditkit.render.example_view import overviews
from auditkit.render.finding_text import FINDINGS, generic
from auditkit.render.wording import fill, method_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Inline, Medium, Prose, Severity
    from auditkit.render.evidence_view import Row, Style
    from auditkit.render.finding_text import FindingText

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low", "info")


class FindingsSection:
    """Findings by severity."""

    title = "Findings"
    order = 20

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the findings, or that no check raised one."""
        yield Paragraph(
            (
                "A finding is raised by a fixed rule, the same for every model; thresholds were not "
                "tuned to this one. Severity: high, medium, low, info (a count worth knowing). That "
                "no finding was raised on a point does not show that there is no problem.",
            )
        )
        rows = rows_of(audit.findings, "findings.parquet")
        if not rows:
            yield Callout("note", "No finding", (("None of the checks raised a finding.",),))
            return
        numbers = {example.id: example.number for example in overviews(audit)}
        ranked = sorted(rows, key=lambda row: (SEVERITIES.index(severity(row)), row.index))
        yield Findings(tuple(finding(row, numbers) for row in ranked))


def severity(row: Row) -> Severity:
    """Return the row's severity; one that is not known counts as ``info``."""
    name = row.text("severity")
    return cast("Severity", name) if name in SEVERITIES else "info"


def finding(row: Row, numbers: Mapping[str, int]) -> Finding:
    """Return one finding.

    Args:
        row: Row of `findings.parquet`.
        numbers: Row in the data file of each example, from 1.
    """
    text = FINDINGS.get(row.text("kind") or "") or generic(row.text("kind") or "unknown")
    return Finding(
        id=f"finding-{row.index}",
        severity=severity(row),
        title=text.title,
        body=fill(text.body, **_parts(row, text)),
        examples=tuple(
            Link(f"example {numbers[example]}", f"ex-{example}")
            for example in row.columns["examples"] or ()
            if example in numbers
        ),
        evidence=f"{row.place}, drawn from {row.text('evidence')}",
    )


def _parts(row: Row, text: FindingText) -> dict[str, Inline | Prose]:
    label = row.text("label")
    reference = row.number("reference")
    return {
        "value": row.measure(text.style, text.digits),
        "interval": " (95 % interval)" if row.has_interval else " (no interval)",
        "reference": Measure(
            reference, f"{row.place}:reference", digits=text.digits, style=_unsigned(text.style)
        )
        if reference is not None
        else "an unstated value",
        "where": where(row),
        "slice": Code(row.text("slice") or WHOLE_SET),
        "label": Code(label or "(none)"),
        "methods": " and ".join(method_title(name) for name in (label or "").split(" vs ")),
    }


def _unsigned(style: Style) -> Style:
    return "number" if style == "signed" else style


SECTIONS.register("findings")(FindingsSection())
