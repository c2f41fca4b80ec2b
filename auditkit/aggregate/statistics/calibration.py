"""Calibration: whether the model is right as often as its probabilities say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.bootstrap import (
    generator,
    mean_intervals,
    on_grid,
    percentile_interval,
    resampled_sums,
    with_interval,
)
from auditkit.aggregate.intervals import plain, wilson
from auditkit.aggregate.outcomes import Outcomes, answered

if TYPE_CHECKING:
    from jaxtyping import Float64, Int64

    from auditkit.aggregate.base import Tables
    from auditkit.records import Estimate

BINS = 15
"""Equal-width bins of confidence, as in Guo et al. 2017."""


class Calibration:
    """Expected calibration error, reliability curve and mean confidence."""

    title = "Calibration"

    def rows(self, tables: Tables) -> Iterator[MetricRow]:
        """Yield the rows of the whole set, then of each slice."""
        for scope, outcomes in answered(tables).scopes():
            if outcomes.confidence.size:
                confidence = mean_confidence(
                    outcomes, generator("mean_confidence", scope, tables.seed)
                )
                yield MetricRow("mean_confidence", scope, confidence)
            labelled = outcomes.within(outcomes.labelled)
            if labelled.confidence.size:
                error = calibration_error(labelled, generator("ece", scope, tables.seed))
                yield MetricRow("ece", scope, error, "lower")
                yield from _reliability(scope, labelled)


def bin_of(confidence: Float64[np.ndarray, "*shape"]) -> Int64[np.ndarray, "*shape"]:
    """Return the bin b with b / 15 < confidence <= (b + 1) / 15; 0 goes to the first."""
    edges = np.linspace(0, 1, BINS + 1)
    return np.asarray(np.searchsorted(edges[1:-1], confidence, side="left"))


def calibration_error(labelled: Outcomes, rng: np.random.Generator) -> Estimate:
    """Return the expected calibration error with a bootstrap interval over examples.

    With n decisions, n_b of them in bin b,

        ECE = sum_b n_b / n |accuracy_b - confidence_b| = sum_b |sum_(i in b) c_i - p_i| / n,

    c_i 1 where decision i is right and p_i its probability. The estimate is biased upwards, the
    more so the fewer the examples, and resamples are biased once more: the interval is shifted up
    and widened where it would miss the estimate itself.

    Args:
        labelled: At least one example, all labelled.
        rng: Source of the resamples.

    References:
        Guo et al. 2017, "On calibration of modern neural networks", arXiv:1706.04599, eq. 3.
    """
    examples, decisions = labelled.confidence.size, labelled.confidence.shape[1]
    bins = bin_of(labelled.confidence)
    gaps = labelled.correct - labelled.confidence
    by_bin = np.stack([np.where(bins == b, gaps, 0.0).sum(axis=1) for b in range(BINS)], axis=1)
    value = float(np.abs(on_grid(by_bin, len(labelled)).sum(axis=0)).sum() / examples)
    if len(labelled) == 1:
        return plain(value, decisions)
    sums = resampled_sums(by_bin, np.arange(len(labelled)), rng)
    errors = np.abs(sums).sum(axis=1, keepdims=True) / examples
    low, high = (float(bound[0]) for bound in percentile_interval(errors))
    return with_interval(value, min(low, value), max(high, value), examples)


def mean_confidence(outcomes: Outcomes, rng: np.random.Generator) -> Estimate:
    """Return the mean probability of the model's own decisions, labelled or not."""
    per_example = outcomes.confidence.mean(axis=1, keepdims=True)
    means = mean_intervals(per_example, rng)
    value, low, high = (float(bound[0]) for bound in (means.value, means.low, means.high))
    return with_interval(value, low, high, outcomes.confidence.size)


def _reliability(scope: str | None, labelled: Outcomes) -> Iterator[MetricRow]:
    """Accuracy and mean confidence of every bin that holds a decision."""
    bins = bin_of(labelled.confidence).ravel()
    correct, confidence = labelled.correct.ravel(), labelled.confidence.ravel()
    for number in np.unique(bins):
        here = bins == number
        n = int(here.sum())
        share = wilson(int(correct[here].sum()), n)
        yield MetricRow("reliability_accuracy", scope, share, bin=int(number))
        mean = plain(float(on_grid(confidence[here, None], n).sum() / n), n)
        yield MetricRow("reliability_confidence", scope, mean, bin=int(number))


STATISTICS.register("calibration")(Calibration())
