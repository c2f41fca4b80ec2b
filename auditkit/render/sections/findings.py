"""What the checks found, most severe first, each with its number, its evidence and its examples."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

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
from auditkit.render.claims_behaviour import against
from auditkit.render.evidence_view import DECIMALS, gold_words, where
from auditkit.render.example_view import overviews
from auditkit.render.explained_part import over_drawn, over_predicted
from auditkit.render.finding_rows import ranked, severity, text_of, title
from auditkit.render.slice_gap import against_rest
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Inline, Medium, Prose
    from auditkit.render.evidence_view import Row, Style
    from auditkit.render.finding_text import FindingText


OF_EXPLANATIONS = (
    "methods_disagree", "disagreement_examples", "unconverged", "unbalanced", "words_grouped",
    "non_finite_scores",
)  # fmt: skip
"""Kinds that only explaining an example can find."""


class FindingsSection:
    """Findings by severity."""

    title = "Findings"
    order = 20

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the findings, or that no check raised one."""
        yield Paragraph(
            (
                (
                    "A finding is raised by a fixed rule, the same for every model; thresholds were not "
                    "tuned to this one. Severity: high, medium, low, info (a count worth knowing). That "
                    "no finding was raised on a point does not show that there is no problem."
                ),
            )
        )
        rows = ranked(audit)
        if not rows:
            yield Callout("note", "No finding", (("None of the checks raised a finding.",),))
            return
        numbers = {example.id: example.number for example in overviews(audit)}
        yield Findings(tuple(finding(audit, row, numbers) for row in rows))


def finding(audit: Audit, row: Row, numbers: Mapping[str, int]) -> Finding:
    """Return one finding.

    Args:
        audit: The audit.
        row: Row of `findings.parquet`.
        numbers: Row in the data file of each example, from 1.
    """
    text = text_of(row)
    return Finding(
        id=f"finding-{row.index}",
        severity=severity(row),
        title=title(audit, row),
        body=(*fill(text.body, **_parts(audit, row, text)), *_scope(audit, row)),
        examples=tuple(
            Link(f"example {numbers[example]}", f"ex-{example}")
            for example in row.columns["examples"] or ()
            if example in numbers
        ),
        evidence=f"{row.place}, drawn from {row.text('evidence')}",
    )


def _scope(audit: Audit, row: Row) -> Prose:
    """Say what the number is over, where not every example is explained."""
    return over_drawn(audit) if row.text("kind") in OF_EXPLANATIONS else over_predicted(audit)


def _parts(audit: Audit, row: Row, text: FindingText) -> dict[str, Inline | Prose]:
    label = row.text("label")
    reference = row.number("reference")
    digits = DECIMALS[text.style] if text.digits is None else text.digits
    value = row.measure(text.style, digits)
    place, style = f"{row.place}:reference", _unsigned(text.style)
    stated: Inline = "an unstated value"
    if reference is not None:
        stated = Measure(reference, place, digits=digits, style=style)
    return {
        "value": replace(value, n=None) if value.n == value.value else value,
        "interval": " (95% interval)" if row.has_interval else " (no interval)",
        "reference": stated,
        "where": where(row),
        "others": against_rest(audit, row.text("slice")),
        "apart": against(row, reference, "that share"),
        "gold": gold_words(audit),
        "label": Code(label or "(none)"),
    }


def _unsigned(style: Style) -> Style:
    return "number" if style == "signed" else style


SECTIONS.register("findings")(FindingsSection())
