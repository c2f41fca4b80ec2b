"""Calibration against plain loops and against models whose calibration is known."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.aggregate import bootstrap
from auditkit.aggregate.bootstrap import generator, resampled_sums
from auditkit.aggregate.outcomes import answered
from auditkit.aggregate.statistics.calibration import bin_of, calibration_error, sums_by_bin
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import example, metric_rows, random_tables, tables_of


def decisions(tables) -> list[list[tuple[float, bool]]]:
    """(confidence, correct) of every decision of every example, from the definitions."""
    found = []
    for row in tables.examples.to_pylist():
        z = row["logits"]
        if tables.problem is Problem.MULTI_LABEL:
            gold = json.loads(row["label"])
            ps = [1 / (1 + math.exp(-v)) for v in z]
            pairs = zip(ps, tables.labels, strict=True)
            found.append([(max(p, 1 - p), (p >= 0.5) == (name in gold)) for p, name in pairs])
        elif tables.problem is Problem.SINGLE_LOGIT:
            p = 1 / (1 + math.exp(-z[0]))
            confidence = p if row["predicted"] == tables.labels[1] else 1 - p
            found.append([(confidence, row["predicted"] == row["label"])])
        else:
            p = math.exp(z[tables.labels.index(row["predicted"])]) / sum(map(math.exp, z))
            found.append([(p, row["predicted"] == row["label"])])
    return found


def plain_ece(examples: list[list[tuple[float, bool]]]) -> float:
    pairs = [pair for example in examples for pair in example]
    total = 0.0
    for b in range(15):
        inside = [(p, c) for p, c in pairs if (b / 15 < p <= (b + 1) / 15) or (b == 0 and p == 0)]
        if inside:
            accuracy = sum(c for _, c in inside) / len(inside)
            confidence = sum(p for p, _ in inside) / len(inside)
            total += len(inside) / len(pairs) * abs(accuracy - confidence)
    return total


@pytest.mark.parametrize("problem", list(Problem))
def test_error_and_interval_are_those_of_a_loop(problem: Problem) -> None:
    tables = random_tables(3, 25, 2 if problem is Problem.SINGLE_LOGIT else 3, problem, methods=())
    found = decisions(tables)
    [ece] = metric_rows(tables, "ece")
    assert ece["value"] == pytest.approx(plain_ece(found), abs=1e-9)
    assert ece["n"] == sum(map(len, found))
    rng = generator("ece", None, tables.seed)
    errors = [
        plain_ece([found[i] for i in rng.integers(0, 25, 25)]) for _ in range(bootstrap.RESAMPLES)
    ]
    low, high = np.percentile(errors, [2.5, 97.5])
    value, flat = ece["value"], [p for row in found for p, _ in row]
    bins = [[p for p in flat if b / 15 < p <= (b + 1) / 15] for b in range(15)]
    calibrated = []
    for _ in range(2000):
        right = [rng.binomial(len(ps), sum(ps) / max(len(ps), 1)) for ps in bins]
        gaps = [abs(r - sum(ps)) for r, ps in zip(right, bins, strict=True)]
        calibrated.append(sum(gaps) / len(flat))
    by_chance = value <= np.quantile(calibrated, 0.95)
    assert ece["low"] == pytest.approx(0 if by_chance else max(0, 2 * value - high), abs=1e-9)
    assert ece["high"] == pytest.approx(min(1, 2 * value - low), abs=1e-9)
    [mean] = metric_rows(tables, "mean_confidence")
    assert mean["value"] == pytest.approx(sum(flat) / len(flat), abs=1e-9)
    assert (mean["n"], mean["interval"]) == (len(flat), "bootstrap")


@pytest.mark.parametrize("problem", list(Problem))
def test_the_error_is_the_gap_of_the_reliability_curve(problem: Problem) -> None:
    tables = random_tables(5, 80, 2, problem, methods=())
    for slice_ in (None, "x", "y"):
        accuracy = metric_rows(tables, "reliability_accuracy", slice_)
        confidence = metric_rows(tables, "reliability_confidence", slice_)
        assert [r["bin"] for r in accuracy] == sorted({r["bin"] for r in accuracy})
        [ece] = metric_rows(tables, "ece", slice_)
        total = sum(r["n"] for r in accuracy)
        gaps = [
            a["n"] / total * abs(a["value"] - c["value"])
            for a, c in zip(accuracy, confidence, strict=True)
        ]
        assert ece["value"] == pytest.approx(sum(gaps), abs=1e-9)
        for row in confidence:
            assert row["bin"] / 15 < row["value"] <= (row["bin"] + 1) / 15


@given(st.floats(0, 1))
def test_bins_are_closed_on_the_right(confidence: float) -> None:
    edges = np.linspace(0, 1, 16)
    number = int(bin_of(np.array([confidence]))[0])
    assert edges[number] < confidence <= edges[number + 1] or (number == 0 and confidence == 0)


def test_edges_belong_to_the_bin_below() -> None:
    edges = np.linspace(0, 1, 16)
    assert bin_of(edges).tolist() == [0, *range(15)]


def confident(p: float, share_right: float, count: int = 400):
    z = math.log(p / (1 - p))
    right = round(share_right * count)
    rows = [
        example(i, [0.0, z], predicted="b", label="b" if i < right else "a") for i in range(count)
    ]
    return tables_of(rows)


def test_a_calibrated_model_has_no_error_and_an_overconfident_one_has_its_gap() -> None:
    [good] = metric_rows(confident(0.8, 0.8), "ece")
    assert good["value"] == pytest.approx(0, abs=1e-7)
    [bad] = metric_rows(confident(0.95, 0.6), "ece")
    assert bad["value"] == pytest.approx(0.35, abs=1e-6)
    assert bad["low"] < 0.35 < bad["high"]


def test_the_interval_always_holds_the_estimate() -> None:
    for share in (0.8, 0.78, 0.9):
        [ece] = metric_rows(confident(0.8, share, 50), "ece")
        assert ece["low"] <= ece["value"] <= ece["high"]


def covered(slope: float, examples: int, trials: int = 60) -> tuple[float, float]:
    """How often the interval, and how often plain percentiles, hold the true error."""
    rng = np.random.default_rng(5)

    def draw(count: int) -> list[list[tuple[float, bool]]]:
        z = np.abs(rng.normal(0, 2, count))
        right = rng.random(count) < 1 / (1 + np.exp(-z))
        return [[pair] for pair in zip(1 / (1 + np.exp(-slope * z)), right.tolist(), strict=True)]

    truth = 0.0 if slope == 1 else plain_ece(draw(100_000))
    ours = theirs = 0
    for trial in range(trials):
        found = draw(examples)
        rows = [
            example(i, [0.0, float(np.log(p / (1 - p)))], predicted="b", label="b" if c else "a")
            for i, [(p, c)] in enumerate(found)
        ]
        outcomes = answered(tables_of(rows))
        estimate = calibration_error(outcomes, generator(trial))
        ours += estimate.low <= truth <= estimate.high
        gaps = sums_by_bin(outcomes.correct - outcomes.confidence, bin_of(outcomes.confidence))
        sums = resampled_sums(gaps, np.arange(examples), generator(trial))
        low, high = np.percentile(np.abs(sums).sum(axis=1) / examples, [2.5, 97.5])
        theirs += low <= truth <= high
    return ours / trials, theirs / trials


@pytest.mark.parametrize("slope", [1.0, 1.6])
def test_the_interval_covers_the_truth_where_percentiles_do_not(slope: float) -> None:
    ours, percentiles = covered(slope, examples=100)
    assert ours >= 0.85
    assert percentiles <= 0.6


@pytest.mark.parametrize("z", [-800.0, -30.0, 0.0, 30.0, 800.0])
def test_extreme_logits_stay_probabilities(z: float) -> None:
    single = tables_of([example(0, [0.0, z], predicted="b", label="b")])
    one = tables_of(
        [example(0, [z], predicted="ab"[z > 0], label="b")], problem=Problem.SINGLE_LOGIT
    )
    for tables in (single, one):
        confidence = answered(tables).confidence
        assert ((confidence >= 0) & (confidence <= 1)).all()
    assert answered(one).confidence[0, 0] >= 0.5


def test_one_example_has_no_bootstrap_interval() -> None:
    tables = tables_of([example(0, [0.0, 0.0], predicted="a", label="a")])
    [ece] = metric_rows(tables, "ece")
    assert (ece["value"], ece["low"], ece["interval"]) == (0.5, None, "none")
    [mean] = metric_rows(tables, "mean_confidence")
    assert (mean["value"], mean["low"]) == (0.5, None)
