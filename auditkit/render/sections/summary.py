"""The one page a stakeholder reads: what was asked, what was found, how sure, what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import SECTIONS, Callout, Claim, Claims, Code, Link, Paragraph
from auditkit.render.claims_behaviour import calibration_claim, right_claim, slice_claim
from auditkit.render.claims_explanation import (
    agreement_claim,
    completeness_claim,
    coverage_claim,
    heads_claim,
)
from auditkit.render.evidence_view import count, said
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium


class SummarySection:
    """Four to seven claims, each with its number, its evidence and its limit."""

    title = "Summary"
    order = 10

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the question, the claims and the limits that hold for all of them."""
        yield _question(audit)
        yield Claims(claims(audit))
        yield _limits()


def claims(audit: Audit) -> tuple[Claim, ...]:
    """Return the claims; those that the data cannot answer are left out or say so."""
    found = (
        right_claim(audit),
        slice_claim(audit),
        calibration_claim(audit),
        completeness_claim(audit),
        agreement_claim(audit),
        coverage_claim(audit),
        heads_claim(audit),
    )
    return tuple(claim for claim in found if claim is not None)


def _question(audit: Audit) -> Paragraph:
    return Paragraph(
        fill(
            "Asked: what did the model {model} decide on this data set (examples: {examples}), "
            "which parts of the texts moved its decisions, where does it fail, and how far can the "
            "explanations be relied on? Each statement below says what was measured, on how many "
            "examples (n), and what it does not show. Brackets hold 95% intervals: Wilson's for "
            "shares of examples, bootstrap for other numbers.",
            model=Code(said(audit, "model", "id")),
            examples=count(audit, "counts", "examples"),
        )
    )


def _limits() -> Callout:
    return Callout(
        "limit",
        "What this audit does not show",
        (
            (
                (
                    "It describes this model on these examples. It says nothing about other texts, "
                    "other versions of the model, or whether the model is fit for a purpose."
                ),
            ),
            (
                (
                    "Explanations have not yet stood a faithfulness trial: that a word has a large "
                    "score was not tested by an independent experiment. See "
                ),
                Link("how well the explanations hold", "explanations"),
                ".",
            ),
        ),
    )


SECTIONS.register("summary")(SummarySection())
