"""What each kind of finding says, in sentences that stay true for any model and any data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditkit.render.evidence_view import Style


@dataclass(frozen=True, slots=True)
class FindingText:
    """Title and body of one kind of finding.

    The body's ``{value}`` is the number with its interval and n, ``{reference}`` what it is held
    against; ``{where}`` begins a sentence with the slice.
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
        "Accuracy is lower in one slice",
        "In slice {slice} the model's answer equals the gold label in {value}{interval}; in the "
        "rest of the set it does in {reference}. Whether the slice itself is what makes answers "
        "wrong was not tested.",
    ),
    "below_majority": FindingText(
        "No better than always giving the most frequent answer",
        "{where} the model's answer equals the gold label in {value}{interval}. Always giving the "
        "most frequent gold label would be right in {reference}.",
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
        "Those probabilities promise {reference}.",
    ),
    "methods_disagree": FindingText(
        "Two methods of explanation rank words differently",
        "{methods} rank words with a mean correlation of {value}{interval}: 1 is the same order, 0 "
        "no relation. The whole interval lies below {reference}. Which of the two is right, if "
        "either is, was not tested.",
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
    "no_tokens": _counted(
        "Texts without any token",
        "Examples on which the model could not be run: {value}, exact count.",
    ),
    "non_finite": _counted(
        "Answers that are not numbers",
        "Examples answered with NaN or infinity, for which nothing was explained: {value}, exact "
        "count.",
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
        "wide, and a difference can easily be chance.",
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
