"""Every example by itself: all of them in HTML, the worst and the most typical ones in the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.readings import tally
from auditkit.evidence.telling import telling
from auditkit.render.blocks import SECTIONS, Bullets, Callout, Link, Paragraph
from auditkit.render.evidence_view import (
    count,
    entry,
    is_explanation,
    method,
    metric_row,
    sees_attention,
)
from auditkit.render.example_card import card
from auditkit.render.example_view import listing_of, overviews, overviews_at
from auditkit.render.explained_part import coverage, is_part_explained
from auditkit.render.wording import REASONS, fill, how_many, listed, method_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.example_view import Overview

PRINTED = {"errors": 3, "margins": 2, "disagreement": 1, "typical": 2}
"""How many cards of each kind the PDF prints."""


class CardsSection:
    """One card for each example."""

    title = "One card per example"
    order = 90

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:
        """Return the cards, detailed ones with what the viewer shows in HTML."""
        examples = overviews(audit)
        if not examples:
            return
        yield _how_to_read(audit)
        if medium == "html":
            if not is_explanation(audit):
                yield Paragraph((*_detail_rule(audit, examples), *_explained(audit)))
            for example in examples:
                yield card(audit, example, scene=True, agreement=True)
            return
        chosen = printed(audit)
        yield from _printed_rule(audit, chosen)
        if is_part_explained(audit):
            yield Paragraph(coverage(audit))
        # One picture shows what the HTML report has for every example in detail.
        for place, example in enumerate(chosen):
            yield card(audit, example, scene=place == 0, agreement=False)


SCORES = (
    "A score says how much a word or a piece of a word moved the margin according to one method; "
    "positive scores support the label named with the method. Colours are scaled for each example, "
    "printed numbers never are."
)
DISAGREEMENT = (
    "Disagreement is 1 minus the mean rank correlation between the methods that explain the margin: "
    "0 is the same order of words, 1 no relation, 2 the reverse order."
)
DETAIL_RULE = (
    "They were chosen by a rule and not by hand, in this order, each once: wrong answers, those with "
    "the highest probability first, until 30% of the places are taken; the smallest margins, until "
    "50%; the strongest contradictions between Shapley values, integrated gradients and occlusion, "
    "where their mean rank correlation is below 0.5, until 70%; then a seeded sample that takes from "
    "the slices in turn."
)
APART = {
    "flow": "Descriptive, the same for every class and without direction",
    "control": "Controls, which know nothing of the model",
}
UNTESTED = "No method has been tested by a faithfulness trial on this model; which one stands first is a convention. "


def _how_to_read(audit: Audit) -> Callout:
    apart = _apart(audit)
    untested: Prose = (UNTESTED, Link("See what was checked", "explanations"), ".")
    if is_explanation(audit):
        untested = (UNTESTED.rstrip(),)
    return Callout(
        "note",
        "How to read a card",
        ((SCORES,), *(((apart,),) if apart else ()), (DISAGREEMENT,), untested),
    )


def _apart(audit: Audit) -> str:
    """What holds of the methods that do not explain the margin, in every example."""
    found: dict[str, list[str]] = {}
    for name in sorted(entry(audit, "methods") or (), key=method_order):
        if metric_row(audit, "evaluations_mean", label=name) is not None:
            text = method(audit, name)
            found.setdefault(text.kind, []).append(text.title)
    return " ".join(
        f"{said}: {listed(found[kind])}." for kind, said in APART.items() if kind in found
    )


def _detail_rule(audit: Audit, examples: Sequence[Overview]) -> Prose:
    total = count(audit, "counts", "examples")
    reasons = tally(example.reason for example in examples if example.reason is not None)
    if not reasons:
        follow = "Those listed above" if listing_of(audit).left_out else "All {total} examples"
        return fill(f"{follow} follow. None is shown in detail.", total=total)
    shown = count(audit, "counts", "detailed")
    with_attention = ", with attention" if sees_attention(audit) else ""
    if set(reasons) == {"all"}:
        return fill(
            f"Examples: {{total}}. Shown in detail{with_attention}: all {{shown}} that have words.",
            total=total,
            shown=shown,
        )
    known = [reason for reason in REASONS if reason in reasons]
    order = [*known, *sorted(name for name in reasons if name not in REASONS)]
    parts = ", ".join(f"{REASONS.get(reason, reason)} {reasons[reason]}" for reason in order)
    return fill(
        f"Examples: {{total}}. Shown in detail{with_attention}: {{shown}} ({{parts}}). {DETAIL_RULE}",
        total=total,
        shown=shown,
        parts=parts,
    )


def _explained(audit: Audit) -> Prose:
    return (" ", *coverage(audit)) if is_part_explained(audit) else ()


def printed(audit: Audit) -> tuple[Overview, ...]:
    """Return the examples the PDF prints: those that tell most, see `telling`."""
    return overviews_at(audit, telling(audit.outcomes, audit.examples["margin"], PRINTED))


def _printed_rule(audit: Audit, chosen: Sequence[Overview]) -> Iterator[Block]:
    results = audit.outcomes["correct"]
    typical = "answers" if results.null_count == len(results) else "right answers"
    cards = "every listed example" if listing_of(audit).left_out else "every example"
    yield Paragraph(
        (
            (
                f"Printed in full: {len(chosen)} of {how_many(len(results), 'example')}. The rule: up to "
                f"{PRINTED['errors']} errors made with the highest probability, then up to "
                f"{PRINTED['margins']} examples with the margin nearest zero, up to "
                f"{PRINTED['disagreement']} with the strongest disagreement between methods, and up to "
                f"{PRINTED['typical']} {typical} whose probability is nearest the median. An example "
                f"is printed once. The HTML report has a card for {cards}."
            ),
        )
    )
    shown = {example.index for example in chosen}
    yield _left_out([one for row, one in enumerate(results.to_pylist()) if row not in shown])


def _left_out(rest: Sequence[bool | None]) -> Bullets:
    results = tally(rest)
    neither = results.get(None)
    return Bullets(
        (
            (f"Not printed: {how_many(len(rest), 'example')}.",),
            (f"Of these wrong: {results.get(False, 0)}.",),
            (f"Of these correct: {results.get(True, 0)}.",),
            *(((f"Of these without a gold label or a decision: {neither}.",),) if neither else ()),
        )
    )


SECTIONS.register("cards")(CardsSection())
