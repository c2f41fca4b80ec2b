"""The one page a stakeholder reads: what was asked, what was found, how sure, what it leaves open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Claim,
    Claims,
    Code,
    Link,
    Paragraph,
    Strong,
)
from auditkit.render.claims_behaviour import calibration_claim, right_claim, slice_claim
from auditkit.render.claims_explanation import (
    agreement_claim,
    completeness_claim,
    coverage_claim,
    heads_claim,
)
from auditkit.render.evidence_view import count, metric_row, said
from auditkit.render.explained_part import (
    coverage,
    is_part_explained,
    over_drawn,
    over_predicted,
)
from auditkit.render.finding_rows import GROUP_TITLES, counted, grouped, title
from auditkit.render.wording import fill, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium


NAMED = 3
"""How many of the most severe findings of a group the summary names."""


OVER_PREDICTED = ("claim-right", "claim-slices", "claim-calibration")
OVER_EXPLAINED = ("claim-completeness", "claim-agreement", "claim-heads")


class SummarySection:
    """Four to seven claims, each with its number, its evidence and its limit."""

    title = "Summary"
    order = 10

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the question, the claims and the limits that hold for all of them."""
        yield _question(audit)
        yield from _findings(audit)
        yield from _chains(audit)
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
    return tuple(_with_scope(audit, claim) for claim in found if claim is not None)


def _with_scope(audit: Audit, claim: Claim) -> Claim:
    """Say whether a claim is over what was predicted or over what is explained."""
    if claim.id in OVER_PREDICTED:
        return replace(claim, statement=(*claim.statement, *over_predicted(audit)))
    if claim.id in OVER_EXPLAINED:
        return replace(claim, statement=(*claim.statement, *over_drawn(audit)))
    return claim


def _question(audit: Audit) -> Paragraph:
    return Paragraph(
        fill(
            "Asked: what did the model {model} decide on this data set (examples: {examples}), "
            "which parts of the texts moved its decisions, where does it fail, and how far can the "
            "explanations be relied on? Each statement says what was measured, on how many examples "
            "or answers (n), and what it does not show. Brackets hold 95% intervals.{part}",
            model=Code(said(audit, "model", "id")),
            examples=count(audit, "counts", "examples"),
            part=(" ", *coverage(audit)) if is_part_explained(audit) else (),
        )
    )


def _findings(audit: Audit) -> Iterator[Paragraph]:
    """Yield a paragraph for each group of findings: how many, and the most severe of them."""
    groups = {name: rows for name, rows in grouped(audit).items() if rows}
    if not groups:
        yield Paragraph(("None of the checks raised a finding: no rule found what it looks for.",))
    for name, rows in groups.items():
        links = [Link(title(audit, row), f"finding-{row.index}") for row in rows[:NAMED]]
        rest = len(rows) - len(links)
        yield Paragraph(
            fill(
                "{what}, raised by fixed rules: {told}. {links}{rest}.",
                what=Strong(f"Findings {GROUP_TITLES[name][0].lower()}{GROUP_TITLES[name][1:]}"),
                told=counted(rows),
                links=joined([(link,) for link in links], "; "),
                rest=f"; and {rest} more" if rest else "",
            )
        )


def _chains(audit: Audit) -> Iterator[Paragraph]:
    share = metric_row(audit, "chain_confirmed")
    if share is not None:
        yield Paragraph(
            fill(
                "{what} tested in the unchanged model: of examples drawn at random {share} have a "
                "confirmed one. See {link}.",
                what=Strong("Short routes of messages"),
                share=share.measure("percent"),
                link=Link("tested routes", "chains"),
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
                    "Explanations have not yet been tested by a faithfulness trial: that a word has a large "
                    "score was not tested by an independent experiment. See "
                ),
                Link("how well the explanations hold", "explanations"),
                ".",
            ),
        ),
    )


SECTIONS.register("summary")(SummarySection())
