"""Bootstrap intervals: examples are drawn again with replacement, seeded and in bounded memory.

Sums over a resample are exact: values are first rounded to a grid so fine that it changes nothing
that is stored, and so coarse that no sum over that many examples can round. The result therefore
depends neither on the order of summation nor on the number of threads.

References:
    Efron 1979, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1);
    Efron and Tibshirani 1993, "An Introduction to the Bootstrap", section 13.3 (percentiles).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.records import Estimate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jaxtyping import Bool, Float64, Int64

RESAMPLES = 2000
"""Enough for two digits of a 95 % bound (Efron and Tibshirani 1993, section 14.3, ask for 1,000)."""

BLOCK_COUNTS = 1 << 20
"""Counts held at once, 8 MiB whatever the number of examples: matrix products like tall blocks."""

STRIP_DRAWS = 1 << 16
"""Draws counted at once: they fit the processor's cache."""

MANTISSA = 53
"""Bits of a float64."""

LOW, HIGH = 0.025, 0.975
"""The percentiles of a 95 % interval."""


@dataclass(frozen=True, slots=True, eq=False)
class Means:
    """The mean of every column with its interval; NaN where undefined."""

    value: Float64[np.ndarray, " columns"]
    low: Float64[np.ndarray, " columns"]
    high: Float64[np.ndarray, " columns"]
    n: Int64[np.ndarray, " columns"]

    def estimate(self, column: int) -> Estimate | None:
        """Return one column; None if no example defines it."""
        if self.n[column] == 0:
            return None
        low, high = float(self.low[column]), float(self.high[column])
        return with_interval(float(self.value[column]), low, high, int(self.n[column]))


def with_interval(value: float, low: float, high: float, n: int) -> Estimate:
    """Return a bootstrapped estimate, without an interval where that is undefined."""
    if np.isnan(low) or np.isnan(high):
        return Estimate(value, None, None, n, "none")
    return Estimate(value, low, high, n, "bootstrap")


def generator(*key: str | int | None) -> np.random.Generator:
    """Return the generator seeded by the SHA-256 of `key` as a JSON array."""
    digest = hashlib.sha256(json.dumps(key).encode("ascii")).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(digest, "big")))


def resampled_counts(
    groups: Int64[np.ndarray, " examples"], size: int, rng: np.random.Generator
) -> Iterator[Float64[np.ndarray, "block size"]]:
    """Yield, block by block, how often each group of examples is drawn in each resample.

    Args:
        groups: The group of each example, from 0; `arange` when every example is its own.
        size: Number of groups.
        rng: Source of the draws; equal generators give equal resamples.

    Yields:
        One row a resample; each adds up to the number of examples. The next block is written over
        the last one.
    """
    block = max(1, BLOCK_COUNTS // size)
    strip = max(1, STRIP_DRAWS // groups.size)
    whole = np.empty((min(block, RESAMPLES), size))
    for start in range(0, RESAMPLES, block):
        counts = whole[: RESAMPLES - start]
        for row in range(0, len(counts), strip):
            part = counts[row : row + strip]
            drawn = groups[rng.integers(0, groups.size, size=(len(part), groups.size))]
            drawn += np.arange(len(part))[:, None] * size
            part[:] = np.bincount(drawn.ravel(), minlength=part.size).reshape(part.shape)
        yield counts


def resampled_sums(
    values: Float64[np.ndarray, "groups columns"],
    groups: Int64[np.ndarray, " examples"],
    rng: np.random.Generator,
) -> Float64[np.ndarray, "resamples columns"]:
    """Return the sum of every column over each resample of the examples.

    Args:
        values: What an example of each group adds to each column; finite.
        groups: The group of each example.
        rng: Source of the draws.

    Returns:
        One row a resample.
    """
    gridded = on_grid(values, groups.size)
    counts = resampled_counts(groups, len(values), rng)
    return np.concatenate([block @ gridded for block in counts])


def resampled_means(
    values: Float64[np.ndarray, "examples columns"], rng: np.random.Generator
) -> Float64[np.ndarray, "resamples columns"]:
    """Return the mean of every column over each resample, undefined (NaN) examples left out.

    Args:
        values: One row an example; NaN where an example does not define a column.
        rng: Source of the draws, the same for every column.

    Returns:
        One row a resample; NaN where a resample holds no example that defines the column.
    """
    defined = ~np.isnan(values)
    gridded = on_grid(np.where(defined, values, 0.0), len(values))
    alike = bool((defined == defined[:, :1]).all())
    weights = (defined[:, :1] if alike else defined).astype(np.float64)
    columns, both = values.shape[1], np.concatenate([gridded, weights], axis=1)
    groups, both = _without_empty(both, defined.any(axis=1))
    means = []
    for counts in resampled_counts(groups, len(both), rng):
        sums = counts @ both
        totals = np.broadcast_to(sums[:, columns:], (len(counts), columns))
        empty = np.full(totals.shape, np.nan)
        means.append(np.divide(sums[:, :columns], totals, out=empty, where=totals > 0))
    return np.concatenate(means)


def _without_empty(
    rows: Float64[np.ndarray, "examples columns"], counts: Bool[np.ndarray, " examples"]
) -> tuple[Int64[np.ndarray, " examples"], Float64[np.ndarray, "groups columns"]]:
    """Return the group of each example and the groups' rows: examples that add nothing are one.

    Where few of many examples are explained, nearly all add nothing to a mean over explanations;
    they are drawn as before, and not each counted by itself. No sum changes.
    """
    if counts.all():
        return np.arange(len(rows)), rows
    return np.where(counts, np.cumsum(counts), 0), np.concatenate(
        [np.zeros_like(rows[:1]), rows[counts]]
    )


def mean_intervals(
    values: Float64[np.ndarray, "examples columns"], rng: np.random.Generator
) -> Means:
    """Return the mean over the examples and its percentile interval for every column.

    A column that fewer than two examples define has no interval.
    """
    examples, columns = values.shape
    defined = ~np.isnan(values)
    n = defined.sum(axis=0)
    value = np.full(columns, np.nan)
    low, high = value.copy(), value.copy()
    if examples:
        sums = on_grid(np.where(defined, values, 0.0), examples).sum(axis=0)
        np.divide(sums, n, out=value, where=n > 0)
    if examples > 1:
        low, high = percentile_interval(resampled_means(values, rng))
        low[n < 2], high[n < 2] = np.nan, np.nan
    return Means(value, low, high, n)


def percentile_interval(
    resampled: Float64[np.ndarray, "resamples columns"],
) -> tuple[Float64[np.ndarray, " columns"], Float64[np.ndarray, " columns"]]:
    """Return the 2.5 % and 97.5 % percentile of every column, NaN left out.

    Linear between neighbouring order statistics: with m defined values the q percentile lies at
    position q (m - 1), as in `numpy.percentile`.
    """
    ordered = np.sort(resampled, axis=0)
    defined = (~np.isnan(ordered)).sum(axis=0)
    return _at(ordered, defined, LOW), _at(ordered, defined, HIGH)


def _at(
    ordered: Float64[np.ndarray, "resamples columns"],
    defined: Int64[np.ndarray, " columns"],
    share: float,
) -> Float64[np.ndarray, " columns"]:
    position = share * np.maximum(defined - 1, 0)
    below = np.floor(position).astype(np.int64)
    above = np.minimum(below + 1, np.maximum(defined - 1, 0))
    first, second = (np.take_along_axis(ordered, at[None], axis=0)[0] for at in (below, above))
    return np.asarray(first + (position - below) * (second - first))


def on_grid(
    values: Float64[np.ndarray, "rows columns"], examples: int
) -> Float64[np.ndarray, "rows columns"]:
    """Round each column to the finest power of two that keeps sums of `examples` values exact.

    With |x| < 2^a and fewer than 2^b examples, multiples of 2^(a + b - 53) add up without
    rounding. For 20,000 examples that keeps 38 bits of the largest value; float32, in which the
    evidence is stored, has 24.
    """
    largest = np.abs(values).max(axis=0, initial=0.0)
    shift = MANTISSA - examples.bit_length() - np.frexp(largest)[1]
    return np.asarray(np.ldexp(np.rint(np.ldexp(values, shift)), -shift))
