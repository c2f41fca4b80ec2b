"""Claims of the summary about what the model decides: right answers, slices, calibration."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.readings import highest, lowest
from auditkit.render.blocks import Claim, Code, Link
from auditkit.render.evidence_view import (
    answer_text,
    count,
    gold_words,
    is_labelled,
    metric_row,
    metric_rows,
    problem,
)
from auditkit.render.slice_gap import against_rest
from auditkit.render.wording import fill, shortened

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.evidence.readings import Side
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row

MORE = Link("Behaviour", "behaviour")


def right_claim(audit: Audit) -> Claim:
    """Return how often the model is right and against which baseline, or that it is not known."""
    accuracy = metric_row(audit, "accuracy")
    if accuracy is None or accuracy.value is None:
        return _unlabelled_claim(audit)
    majority = metric_row(audit, "majority")
    return Claim(
        id="claim-right",
        title="How often the model is right",
        statement=fill(
            "On the labelled examples the model's answer equals the {gold} in {accuracy}.{baseline}",
            gold=gold_words(audit),
            accuracy=accuracy.measure("percent"),
            baseline=() if majority is None else _baseline(audit, accuracy, majority),
        ),
        status="measured",
        does_not_show="Whether the gold labels are right, and how the model does on texts that "
        "differ from these examples.",
        evidence="metrics.parquet, rows accuracy and majority of the whole set",
        more=MORE,
    )


def _baseline(audit: Audit, accuracy: Row, majority: Row) -> Prose:
    return fill(
        " Always answering {label}, the most frequent gold answer, would be right in {majority}. "
        "{verdict}",
        label=Code(answer_text(audit, majority.text("label"))),
        majority=majority.measure("percent"),
        verdict=against(accuracy, majority.value, "that baseline"),
    )


AGAINST: dict[Side, str] = {
    "unknown": "Without an interval it cannot be told from {name}.",
    "above": "The model's whole interval lies above {name}.",
    "below": "The model's whole interval lies below {name}.",
    "around": "The model's interval contains {name}: this data does not tell the two apart.",
}
CALIBRATED: dict[Side, str] = {
    "unknown": "",
    "around": " The interval reaches 0: a well calibrated model can show an error of this size by chance.",
    "above": " The interval lies above 0: by chance alone a well calibrated model rarely shows so much.",
}
"""Where the interval of the calibration error lies, seen from 0, which it is never below."""
LEANING: dict[Side, str] = {
    "unknown": "Without intervals the two cannot be compared.",
    "below": "On average the stated probability is higher than the share of right answers.",
    "above": "On average the stated probability is lower than the share of right answers.",
    "around": "The interval of the accuracy contains the mean probability.",
}
"""Where the interval of the accuracy lies, seen from the mean probability."""


def against(row: Row, reference: float | None, name: str) -> str:
    """Return where the row's interval lies, seen from `reference`."""
    return AGAINST[row.side_of(reference)].format(name=name)


def _unlabelled_claim(audit: Audit) -> Claim:
    if is_labelled(audit):
        reason: Prose = ("Accuracy is undefined: no labelled example has a decision.",)
    else:
        reason = fill(
            "No example has a gold label (examples: {n}), so how often the model is right was not "
            "measured.",
            n=count(audit, "counts", "examples"),
        )
    shares = metric_rows(audit, "predicted_share", slice=None)
    top = highest(shares, attrgetter("value"))
    more: Prose = ()
    if top is not None:
        more = fill(
            " The label it gives most often is {label}, in {share}.",
            label=Code(top.text("label") or "(none)"),
            share=top.measure("percent"),
        )
    return Claim(
        id="claim-right",
        title="How often the model is right",
        statement=(*reason, *more),
        status="not yet tested",
        does_not_show="Anything about right and wrong answers, calibration or errors.",
        evidence="manifest.json, counts; metrics.parquet, rows predicted_share",
        more=MORE,
    )


def slice_claim(audit: Audit) -> Claim | None:
    """Return the slice with the lowest accuracy; None when nothing is labelled."""
    overall = metric_row(audit, "accuracy")
    if overall is None or overall.value is None:
        return None
    rows = [
        row
        for row in metric_rows(audit, "accuracy")
        if row.text("slice") is not None and row.value is not None
    ]
    if len(rows) < 2:
        return _one_slice_claim()
    return Claim(
        id="claim-slices",
        title="Where the model does worst",
        statement=_worst_slice(audit, overall, rows),
        status="measured",
        does_not_show="Whether belonging to the slice is what makes answers wrong. The lowest "
        "slice was picked after looking at all of them, so its intervals are too narrow for a "
        "claim about new data.",
        evidence="metrics.parquet, rows accuracy, by slice",
        more=MORE,
    )


def _worst_slice(audit: Audit, overall: Row, rows: list[Row]) -> Prose:
    worst, best = lowest(rows, attrgetter("value")), highest(rows, attrgetter("value"))
    if worst is None or best is None or worst.value == best.value:
        return fill(
            f"Accuracy is the same in all {len(rows)} slices: {{value}} over the whole set.",
            value=overall.measure("percent"),
        )
    return fill(
        f"Of {len(rows)} slices {{best}} has the highest accuracy, {{high}}, and {{worst}} the "
        "lowest, {low}; {others}",
        worst=Code(shortened(worst.text("slice") or "")),
        low=worst.measure("percent"),
        best=Code(shortened(best.text("slice") or "")),
        high=best.measure("percent"),
        others=against_rest(audit, worst.text("slice")),
    )


def _one_slice_claim() -> Claim:
    return Claim(
        id="claim-slices",
        title="Where the model does worst",
        statement=(
            "The data names fewer than two slices with gold labels, so slices were not compared.",
        ),
        status="not yet tested",
        does_not_show="Whether the model does worse for some kind of text than for others.",
        evidence="metrics.parquet, rows accuracy, by slice",
        more=MORE,
    )


def calibration_claim(audit: Audit) -> Claim | None:
    """Return how far stated probabilities and right answers differ; None when not measured."""
    error = metric_row(audit, "ece")
    if error is None or error.value is None:
        return None
    mean, accuracy = metric_row(audit, "mean_confidence"), metric_row(audit, "accuracy")
    return Claim(
        id="claim-calibration",
        title="Whether stated probabilities can be taken at face value",
        statement=fill(
            "The expected calibration error is {error}: 0 means that answers given with "
            "probability p are right in a share p of cases, 0.10 that the two differ by 10 "
            "percentage points on average.{unit}{verdict}{mean}",
            unit=" Each label is one answer." if problem(audit) == "multi_label" else "",
            error=error.measure(digits=3),
            verdict=CALIBRATED.get(error.side_of(0), ""),
            mean=_confidence(mean, accuracy if _same_answers(audit, mean, accuracy) else None),
        ),
        status="measured",
        does_not_show="Calibration within one class, or for new data. With few examples this error "
        "comes out too large even for a well calibrated model.",
        evidence="metrics.parquet, rows ece, mean_confidence and accuracy of the whole set",
        more=MORE,
    )


def _same_answers(audit: Audit, mean: Row | None, accuracy: Row | None) -> bool:
    """Whether mean probability and accuracy are over the same answers, so that they can be compared."""
    if mean is None or accuracy is None or problem(audit) == "multi_label":
        return False
    return mean.n == accuracy.n


def _confidence(mean: Row | None, accuracy: Row | None) -> Prose:
    if mean is None:
        return ()
    if accuracy is None:
        return fill(
            " The mean probability of these answers is {mean}.",
            mean=mean.measure("percent"),
        )
    return fill(
        " The mean probability of the model's answers is {mean}, its accuracy {accuracy}. {verdict}",
        mean=mean.measure("percent"),
        accuracy=accuracy.measure("percent"),
        verdict=LEANING[accuracy.side_of(mean.value)],
    )
