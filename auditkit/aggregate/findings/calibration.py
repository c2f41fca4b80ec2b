"""Findings about probabilities that promise too much or too little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.findings.base import Context, Finding, ids_at
from auditkit.aggregate.intervals import wilson
from auditkit.evidence.findings import FEW
from auditkit.records import Estimate

if TYPE_CHECKING:
    from auditkit.aggregate.outcomes import Outcomes

GAP = 0.05
"""Five points between promise and result change what a threshold on confidence means."""

CONFIDENT = 0.9
"""Where users stop to look twice."""


def find_gaps(context: Context) -> Iterator[Finding]:
    """Yield where mean confidence and accuracy of the labelled examples lie apart.

    The gap must exceed five points and the accuracy's interval must exclude the mean confidence;
    the finding's interval is the accuracy's, seen from there. Slices of fewer than `FEW` are left
    out. For multi-label heads both numbers are over single decisions (one per label), not over
    whole sets.
    """
    for name, outcomes in context.scopes:
        if outcomes.confidence.size < (1 if name is None else FEW):
            continue
        accuracy = wilson(int(outcomes.correct.sum()), outcomes.correct.size)
        promised = float(outcomes.confidence.mean())
        gap = _minus(promised, accuracy)
        if abs(gap.value) <= GAP or gap.low is None or gap.high is None or gap.low <= 0 <= gap.high:
            continue
        over = gap.value > 0
        yield Finding(
            "overconfident" if over else "underconfident",
            "medium" if over else "low",
            gap,
            "metrics.parquet: reliability_confidence, reliability_accuracy",
            slice=name,
            reference=accuracy.value,
        )


def find_confident_errors(context: Context) -> Iterator[Finding]:
    """Yield the share of errors among decisions with a confidence of 0.9 and more.

    It is held against the share of errors that these confidences promise, and is of medium
    severity where its interval lies above that.
    """
    outcomes = context.scopes[0][1]
    confident = outcomes.confidence >= CONFIDENT
    wrong = confident & ~outcomes.correct
    if not wrong.any():
        return
    share = wilson(int(wrong.sum()), int(confident.sum()))
    promised = float(1 - outcomes.confidence[confident].mean())
    yield Finding(
        "confident_errors",
        "medium" if share.low is not None and share.low > promised else "low",
        share,
        "examples.parquet: logits, label",
        reference=promised,
        examples=ids_at(outcomes, _surest_first(outcomes, wrong)),
    )


def _minus(promised: float, accuracy: Estimate) -> Estimate:
    low = None if accuracy.high is None else promised - accuracy.high
    high = None if accuracy.low is None else promised - accuracy.low
    return Estimate(promised - accuracy.value, low, high, accuracy.n, accuracy.interval)


def _surest_first(outcomes: Outcomes, wrong: np.ndarray) -> list[int]:
    surest = np.where(wrong, outcomes.confidence, 0.0).max(axis=1)
    return [int(i) for i in np.argsort(-surest, kind="stable") if surest[i] > 0]
