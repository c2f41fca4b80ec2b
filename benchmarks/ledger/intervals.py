"""Figures over texts with 95 % bootstrap intervals: texts are drawn again, never single links.

All figures of a study use the same draws, so that a difference of two has a paired interval.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.bootstrap import RESAMPLES, generator, percentile_interval
from benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float64, Int64


def draws_of(texts: int) -> Int64[np.ndarray, "resamples texts"]:
    """Return which texts each resample consists of."""
    return generator("ledger study", texts).integers(0, texts, size=(RESAMPLES, texts))


def estimated(
    what: str,
    by_text: Float64[np.ndarray, "texts ..."],
    statistic: Callable[[np.ndarray], np.ndarray],
    draws: Int64[np.ndarray, "resamples texts"],
) -> Figure:
    """Return a statistic of all texts with its percentile interval.

    Args:
        what: Names the figure.
        by_text: What each text contributes: a value, or a row of sums.
        statistic: Maps the contributions of some texts, or of many resamples of them, to a value.
        draws: The resamples.
    """
    resampled = np.asarray(statistic(by_text[draws]), np.float64)
    low, high = percentile_interval(resampled[:, None])
    return Figure(what, float(statistic(by_text)), low=float(low[0]), high=float(high[0]))


def median(values: Float64[np.ndarray, "... texts"]) -> Float64[np.ndarray, ...]:
    """Return the median over texts; texts without a value are left out."""
    return np.asarray(np.nanmedian(values, axis=-1))


def ratio(sums: Float64[np.ndarray, "... texts 2"]) -> Float64[np.ndarray, ...]:
    """Return the sum of the first column over that of the second."""
    above, below = np.moveaxis(sums.sum(-2), -1, 0)
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below != 0)


def moments(
    predicted: Float64[np.ndarray, " links"], observed: Float64[np.ndarray, " links"]
) -> Float64[np.ndarray, " 6"]:
    """Return one text's count, sums, squares and products of its links: they add up over texts."""
    x, y = np.asarray(predicted, np.float64), np.asarray(observed, np.float64)
    return np.array([len(x), x.sum(), y.sum(), x @ x, y @ y, x @ y])


def slope(of_texts: Float64[np.ndarray, "... texts 6"]) -> Float64[np.ndarray, ...]:
    """Return the least-squares slope of observed on predicted change, with an intercept."""
    predicted, _, both = _centred(of_texts)
    return np.divide(both, predicted, out=np.full_like(both, np.nan), where=predicted > 0)


def correlation(of_texts: Float64[np.ndarray, "... texts 6"]) -> Float64[np.ndarray, ...]:
    """Return Pearson's r of observed and predicted change over all links of all texts."""
    predicted, observed, both = _centred(of_texts)
    scale = np.sqrt(predicted * observed)
    return np.divide(both, scale, out=np.full_like(both, np.nan), where=scale > 0)


def _centred(of_texts: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return sums of squares and products about the means: predicted, observed, both."""
    n, x, y, xx, yy, xy = np.moveaxis(np.asarray(of_texts, np.float64).sum(-2), -1, 0)
    n = np.maximum(n, 1)
    return xx - x * x / n, yy - y * y / n, xy - x * y / n
