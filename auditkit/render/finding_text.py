"""What each kind of finding says, in sentences that stay true for any model and any data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditkit.render.inline import Style


@dataclass(frozen=True, slots=True)
class FindingText:
    """Title and body of one kind of finding.

    The body's ``{value}`` is the number with its interval and n, ``{reference}`` what it is held
    against; ``{where}`` begins a sentence with the slice, ``{others}`` compares a slice with all
    other examples, ``{apart}`` says whether the interval tells the number from ``{reference}``.
    ``{accuracy}`` and ``{majority}`` are those of the slice, ``{reaches}`` says where an interval lies
    that is seen from 0, ``{pairs}`` gives the further methods a method was held against. A title may be
    ``{methods}``: who ranks words differently from whom; the slice is added to it.
    """

    title: str
    body: str
    style: Style = "percent"
    digits: int | None = None
    """Decimals; None for the usual number."""


def _counted(title: str, body: str) -> FindingText:
    return FindingText(title, body, "count", 0)


FINDINGS: dict[str, FindingText] = {
    "slice_accuracy_low": FindingText(
        "Lower accuracy",
        "{where} accuracy is {value}{interval}; {others} Whether "
        "belonging to the slice is what makes answers wrong was not tested, and the interval does "
        "not allow for the number of slices that were looked at.",
    ),
    "below_majority": FindingText(
        "Not shown to beat always giving the most frequent answer",
        "{where} the model's answer equals the {gold} in {value}{interval}. Always giving the "
        "most frequent gold answer would be right in {reference}. {apart}",
    ),
    "not_above_majority": FindingText(
        "Not shown to beat always giving the most frequent answer",
        "{where} the model's answer equals the {gold} in {accuracy}. Always giving the most frequent "
        "gold answer of these examples would be right in {majority}. The difference is {value}{interval}; "
        "in each resample the most frequent answer is found anew. {reaches}",
        "points",
    ),
    "overconfident": FindingText(
        "Stated probabilities are higher than the share of right answers",
        "{where} the mean probability of the model's answers minus the share of them that is right "
        "is {value}{interval}; that share is {reference}.",
        "signed",
        3,
    ),
    "underconfident": FindingText(
        "Stated probabilities are lower than the share of right answers",
        "{where} the mean probability of the model's answers minus the share of them that is right "
        "is {value}{interval}; that share is {reference}.",
        "signed",
        3,
    ),
    "confident_errors": FindingText(
        "Errors made with high probability",
        "{where}, share of wrong ones among answers with a probability of at least 90%: "
        "{value}{interval}. "
        "If the stated probabilities held, it would be {reference}.",
    ),
    "methods_disagree": FindingText(
        "{methods}",
        "Mean rank correlation of the word scores: {value}{interval}{pairs}; 1 is the same order, 0 no "
        "relation, \u22121 the reverse. The whole interval lies below the threshold of {reference}. "
        "Which method is right, if any is, was not tested.",
        "signed",
    ),
    "disagreement_examples": FindingText(
        "Examples on which Shapley values and integrated gradients contradict each other",
        "Share of examples on which the two rank words with a correlation below 0, or on which "
        "fewer than half of the top words of both have equal signs: {value}{interval}. There "
        "neither should be read alone as the explanation.",
    ),
    "unconverged": FindingText(
        "Integrated gradients that did not converge",
        "Share of examples on which integrated gradients still missed the completeness tolerance "
        "after the second try: {value}{interval}. Their scores are kept and marked.",
    ),
    "truncated": _counted(
        "Texts longer than the model reads",
        "Examples of which only the start was audited: {value}, exact count. The rest of "
        "their text had no part in the decision.",
    ),
    "empty": _counted(
        "Texts without a word",
        "Examples with nothing to score: {value}, exact count.",
    ),
    "one_token": _counted(
        "Texts of one token",
        "Examples with one token, where rankings and agreement are undefined: {value}, exact count.",
    ),
    "one_unit": _counted(
        "Texts of one unit",
        "Examples whose tokens all belong to one unit: {value}, exact count. There Shapley values "
        "and occlusion have one player, its value is the whole change whatever the model does inside "
        "the text, and rankings and agreement are undefined.",
    ),
    "no_tokens": _counted(
        "Texts without any token",
        "Examples on which the model could not be run: {value}, exact count.",
    ),
    "out_of_memory": _counted(
        "Examples that did not fit into memory",
        "Examples that failed for want of memory even alone, so that some or all of their "
        "explanations are missing: {value}, exact count.",
    ),
    "non_finite": _counted(
        "Answers that are not numbers",
        "Examples answered with NaN or infinity, for which nothing was explained: {value}, exact "
        "count.",
    ),
    "unbalanced": _counted(
        "Ledgers that do not add up",
        "Examples on which a ledger missed the margin by more than its tolerance: {value}, exact "
        "count. It is not shown there.",
    ),
    "words_grouped": _counted(
        "Texts of more than 64 words",
        "Examples where neighbouring words were joined into at most 64 groups for Shapley values: "
        "{value}, exact count. Words of one group share its value.",
    ),
    "kernel_difference": FindingText(
        "The audited attention kernel differs from the one used in production",
        "Largest difference of a logit over the examples compared: {value}{interval}, above the "
        "threshold of {reference}. The evidence describes the audited kernel.",
        digits=6,
        style="number",
    ),
    "one_sided_predictions": FindingText(
        "Nearly all answers are the same",
        "{where} the model answers {label} in {value}{interval}; that label's share of the gold "
        "labels is {reference}.",
    ),
    "few_examples": _counted(
        "Few examples",
        "{where} the number of examples with an answer is {value}, an exact count. Intervals are "
        "wide, a difference can easily be chance, and it is too few to say whether the model beats always "
        "giving the most frequent answer.",
    ),
    "no_labels": _counted(
        "No gold labels",
        "Examples without a gold label: {value}, exact count. Accuracy, calibration and errors "
        "were not measured.",
    ),
    "not_audited": _counted(
        "Rows that were not audited",
        "Rows of the data file that were left out: {value}, exact count. Nothing is known about "
        "them.",
    ),
}


def generic(kind: str) -> FindingText:
    """Return what to say about a kind that this version does not know."""
    return FindingText(
        f"Finding: {kind}",
        "{where}: {value}{interval}, held against {reference}; it is about {label}.",
        "number",
        3,
    )
