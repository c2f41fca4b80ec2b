"""What a number is over: every example that was predicted, or those that are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence import explained as evidence
from auditkit.render.evidence_view import count
from auditkit.render.inline import Link
from auditkit.render.wording import fill, plural

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose

NOT_EXPLAINED = (
    "Not explained: it was not drawn. The model's answer counts in every number about answers."
)
FOR_DETAIL = "Explained only to be shown in detail: it was not drawn, and counts in no number about explanations."


def is_part_explained(audit: Audit) -> bool:
    """Whether some of the predicted examples are not explained, so that a draw stands for them."""
    return evidence.is_part_explained(audit.examples)


def drawn_examples(audit: Audit) -> Prose:
    """Return what numbers about explanations are over, where not every example is explained."""
    drawn = count(audit, "counts", "explained")
    return fill(
        f"the {{drawn}} explained {plural(drawn.value, 'example')} drawn at random from all {{predicted}} predicted",
        drawn=drawn,
        predicted=count(audit, "counts", "predicted"),
    )


def over_drawn(audit: Audit) -> Prose:
    """Return a sentence: over the drawn examples; nothing where all are explained."""
    if not is_part_explained(audit):
        return ()
    return fill(" Counted over {drawn}.", drawn=drawn_examples(audit))


def over_predicted(audit: Audit) -> Prose:
    """Return a sentence: over all predicted examples; nothing where all are explained."""
    if not is_part_explained(audit):
        return ()
    return fill(
        " Counted over all {predicted} predicted examples, explained or not.",
        predicted=count(audit, "counts", "predicted"),
    )


def coverage(audit: Audit) -> Prose:
    """Return how many examples are explained, and where it is said how they were drawn."""
    if not is_part_explained(audit):
        return fill("Examples with explanations: {n}.", n=count(audit, "counts", "explained"))
    return fill(
        "Explained: {drawn} of {predicted} examples, drawn at random; see {more}.",
        drawn=count(audit, "counts", "explained"),
        predicted=count(audit, "counts", "predicted"),
        more=Link("What was not audited", "claim-coverage"),
    )


def coverage_in_full(audit: Audit) -> Prose:
    """Return how many examples are predicted, explained and not explained, said once on a page."""
    if not is_part_explained(audit):
        return coverage(audit)
    return fill(
        "Predicted: {predicted}. Explained: {drawn}, drawn at random so that each has the same chance "
        "(stratified by slice and by right and wrong); every number about explanations is over these. "
        "Explained only to be shown in detail, and in no such number: {detail}. Not explained: {rest}.",
        predicted=count(audit, "counts", "predicted"),
        drawn=count(audit, "counts", "explained"),
        detail=count(audit, "counts", "explained_for_detail"),
        rest=count(audit, "counts", "not_explained"),
    )
