"""Calibration: whether the model is right as often as its probabilities say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.bootstrap import (
    RESAMPLES,
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


CHANCE = 0.05
"""The level at which an error is told from chance, that of the interval."""


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


def sums_by_bin(
    values: Float64[np.ndarray, "examples decisions"], bins: Int64[np.ndarray, "examples decisions"]
) -> Float64[np.ndarray, "examples bins"]:
    """Add up each example's values by the bin of the decision."""
    examples = len(values)
    slot = bins + np.arange(examples)[:, None] * BINS
    sums = np.bincount(slot.ravel(), values.ravel(), minlength=examples * BINS)
    return np.asarray(sums.reshape(examples, BINS), dtype=np.float64)


def calibration_error(labelled: Outcomes, rng: np.random.Generator) -> Estimate:
    """Return the expected calibration error with a bootstrap interval over examples.

    With n decisions, n_b of them in bin b,

        ECE = sum_b n_b / n |accuracy_b - confidence_b| = sum_b |sum_(i in b) c_i - p_i| / n,

    c_i 1 where decision i is right and p_i its probability. Chance alone makes it positive, and
    resampling adds chance once more, so the percentiles of its resamples lie too high: for a
    calibrated model they never reach down to 0. They are therefore reflected at the estimate,
    [2 ECE - high, 2 ECE - low], and the lower bound is 0 where a calibrated model with the same
    confidences would show as large an error in 5 % of cases or more.

    Args:
        labelled: At least one example, all labelled.
        rng: Source of the resamples.

    References:
        Guo et al. 2017, "On calibration of modern neural networks", arXiv:1706.04599, eq. 3;
        Davison and Hinkley 1997, "Bootstrap methods and their application", section 5.2 (basic
        interval); Broecker and Smith 2007, "Increasing the reliability of reliability diagrams",
        Weather and Forecasting 22(3) (what calibrated forecasts would show).
    """
    examples, n = len(labelled), labelled.confidence.size
    bins = bin_of(labelled.confidence)
    by_bin = sums_by_bin(labelled.correct - labelled.confidence, bins)
    value = float(np.abs(on_grid(by_bin, examples).sum(axis=0)).sum() / n)
    if examples == 1:
        return plain(value, n)
    sums = resampled_sums(by_bin, np.arange(examples), rng)
    low, high = percentile_interval(np.abs(sums).sum(axis=1, keepdims=True) / n)
    by_chance = error_by_chance(labelled.confidence, bins, rng)
    below = 0.0 if value <= by_chance else max(0.0, 2 * value - float(high[0]))
    above = min(1.0, 2 * value - float(low[0]))
    return with_interval(value, min(below, value), max(above, value), n)


def error_by_chance(
    confidence: Float64[np.ndarray, "examples decisions"],
    bins: Int64[np.ndarray, "examples decisions"],
    rng: np.random.Generator,
) -> float:
    """Return the calibration error that a calibrated model exceeds in 5 % of cases.

    Its right decisions in bin b are Binomial(n_b, mean confidence of the bin), independently.
    """
    sizes = np.bincount(bins.ravel(), minlength=BINS)
    promised = on_grid(sums_by_bin(confidence, bins), len(bins)).sum(axis=0)
    shares = np.minimum(promised / np.maximum(sizes, 1), 1.0)
    right = rng.binomial(sizes, shares, size=(RESAMPLES, BINS))
    errors = np.abs(right - promised).sum(axis=1) / confidence.size
    return float(np.quantile(errors, 1 - CHANCE))


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
