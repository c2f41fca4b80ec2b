"""Intervals against scipy, against loops over resamples, and against what is known exactly."""

from __future__ import annotations

import hashlib
import json
import math
import operator
import warnings
from fractions import Fraction
from functools import reduce

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest

from auditkit.aggregate import bootstrap
from auditkit.aggregate.bootstrap import (
    generator,
    mean_intervals,
    on_grid,
    percentile_interval,
    resampled_counts,
    resampled_means,
    resampled_sums,
)
from auditkit.aggregate.intervals import Z, wilson


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_is_scipys(counts: tuple[int, int]) -> None:
    successes, n = counts
    reference = binomtest(successes, n).proportion_ci(0.95, method="wilson")
    found = wilson(successes, n)
    assert found.low == pytest.approx(reference.low, abs=1e-12)
    assert found.high == pytest.approx(reference.high, abs=1e-12)
    assert 0 <= found.low <= found.value <= found.high <= 1


def test_wilson_bounds_solve_wilsons_equation() -> None:
    found = wilson(3, 10)
    for bound in (found.low, found.high):
        assert bound is not None
        deviation = abs(3 / 10 - bound)
        assert deviation == pytest.approx(Z * math.sqrt(bound * (1 - bound) / 10))
        wald = Z * math.sqrt(3 / 10 * 7 / 10 / 10)
        assert deviation != pytest.approx(wald, rel=0.01)  # the textbook interval is another


def loop_over_resamples(values: np.ndarray, key: tuple[str | int | None, ...]) -> np.ndarray:
    """2,000 means by plain loops, NaN skipped."""
    seed = int.from_bytes(hashlib.sha256(json.dumps(key).encode()).digest(), "big")
    rng = np.random.Generator(np.random.PCG64(seed))
    means = []
    for _ in range(2000):
        drawn = values[[int(rng.integers(0, len(values))) for _ in values]]
        columns = [[x for x in column if not math.isnan(x)] for column in drawn.T.tolist()]
        means.append([math.fsum(c) / len(c) if c else math.nan for c in columns])
    return np.array(means)


@pytest.mark.parametrize("undefined", [0.0, 0.3, 0.9])
def test_means_and_intervals_are_those_of_a_loop(undefined: float) -> None:
    rng = np.random.default_rng(3)
    values = rng.normal(size=(13, 4)).astype(np.float32).astype(np.float64)
    values[rng.random(values.shape) < undefined] = np.nan
    values[0] = 1.0
    expected = loop_over_resamples(values, ("entropy", "bootstrap", 5))
    found = mean_intervals(values, generator("entropy", "bootstrap", 5))
    several = (~np.isnan(values)).sum(axis=0) > 1
    with warnings.catch_warnings(action="ignore"):  # resamples without a defined value
        low, high = np.nanpercentile(expected, [2.5, 97.5], axis=0)
    np.testing.assert_allclose(found.low[several], low[several], rtol=0, atol=1e-12)
    np.testing.assert_allclose(found.high[several], high[several], rtol=0, atol=1e-12)
    np.testing.assert_allclose(found.value, np.nanmean(values, axis=0), rtol=0, atol=1e-12)
    assert np.isnan(found.low[~several]).all()
    other = mean_intervals(values, generator("entropy", "bootstrap", 6))
    assert (other.low[several] != found.low[several]).any() or not several.any()


def test_sums_by_group_are_sums_by_example() -> None:
    rng = np.random.default_rng(0)
    groups = rng.integers(0, 4, 50)
    values = rng.normal(size=(4, 3))
    by_group = resampled_sums(values, groups, generator("key"))
    by_example = resampled_sums(values[groups], np.arange(50), generator("key"))
    np.testing.assert_allclose(by_group, by_example, atol=1e-11)
    assert not np.allclose(by_group, resampled_sums(values, groups, generator("other")))


def test_the_size_of_a_block_changes_no_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(1).normal(size=(40, 3))
    whole = resampled_means(values, generator("key"))
    for entries in (1, 41, 777):
        monkeypatch.setattr(bootstrap, "BLOCK_COUNTS", entries)
        monkeypatch.setattr(bootstrap, "STRIP_DRAWS", entries // 3 + 1)
        assert resampled_means(values, generator("key")).tobytes() == whole.tobytes()


@pytest.mark.parametrize("known", [0, 1, 5, 40])
def test_examples_that_add_nothing_are_drawn_as_the_others(
    known: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(known)
    values = np.full((40, 3), np.nan)
    rows = rng.choice(40, known, replace=False)
    values[rows] = rng.normal(size=(known, 3))
    values[rows[:2], 1] = np.nan
    found = resampled_means(values, generator("key"))
    monkeypatch.setattr(bootstrap, "_without_empty", lambda rows, _: (np.arange(40), rows))
    assert found.tobytes() == resampled_means(values, generator("key")).tobytes()


@given(st.integers(1, 30), st.integers(0, 2**32))
@settings(max_examples=20, deadline=None)
def test_every_resample_has_as_many_examples(examples: int, seed: int) -> None:
    counts = np.concatenate(list(resampled_counts(np.arange(examples), examples, generator(seed))))
    assert counts.shape == (2000, examples)
    assert (counts.sum(axis=1) == examples).all()


@given(
    st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=40),
    st.integers(1, 100_000),
    st.randoms(use_true_random=False),
)
def test_sums_on_the_grid_are_exact(values: list[float], examples: int, order) -> None:
    examples = max(examples, len(values))
    column = np.array(values)[:, None]
    gridded = on_grid(column, examples)[:, 0]
    largest = np.abs(column).max()
    assert np.abs(gridded - column[:, 0]).max() <= largest * examples * 2.0**-52
    mixed = gridded.tolist()
    order.shuffle(mixed)
    assert Fraction(added_one_by_one(mixed)) == sum(Fraction(x) for x in mixed)


def test_without_the_grid_the_order_of_summation_shows() -> None:
    values = np.random.default_rng(0).normal(size=1000)
    assert added_one_by_one(values.tolist()) != added_one_by_one(sorted(values.tolist()))
    gridded = on_grid(values[:, None], 1000)[:, 0].tolist()
    assert added_one_by_one(gridded) == added_one_by_one(sorted(gridded))


def added_one_by_one(values: list[float]) -> float:
    """Add from left to right; since Python 3.12 the built-in sum corrects its rounding."""
    return reduce(operator.add, values, 0.0)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=30), st.integers(0, 5))
def test_percentiles_are_numpys(values: list[float], undefined: int) -> None:
    column = np.array([math.nan] * undefined + values)[:, None]
    low, high = percentile_interval(column)
    np.testing.assert_allclose(
        [low[0], high[0]], np.percentile(values, [2.5, 97.5]), rtol=1e-12, atol=1e-12
    )


def test_the_interval_of_a_normal_mean_has_the_known_width() -> None:
    values = np.random.default_rng(0).normal(size=(2000, 1))
    found = mean_intervals(values, generator("width"))
    width = (found.high - found.low)[0]
    assert width == pytest.approx(2 * Z * values.std() / math.sqrt(2000), rel=0.06)


def test_too_few_examples_have_no_interval() -> None:
    for count, n in ((0, 0), (1, 1)):
        found = mean_intervals(np.ones((count, 2)), generator("few"))
        assert found.n.tolist() == [n, n]
        assert np.isnan(found.low).all()
    assert mean_intervals(np.ones((0, 1)), generator("few")).estimate(0) is None
    single = mean_intervals(np.ones((1, 1)), generator("few")).estimate(0)
    assert single is not None
    assert (single.value, single.low, single.interval) == (1.0, None, "none")


def test_keys_that_look_alike_seed_different_generators() -> None:
    keys = [("a", "b", 1), ("a", "b", "1"), ("a,b", 1), ("a", None, 1), ("a", "null", 1)]
    assert len({generator(*key).integers(2**60) for key in keys}) == len(keys)
    assert generator("a", 1).integers(2**60) == generator("a", 1).integers(2**60)
