"""Estimates with an interval in closed form, and those without one."""

from __future__ import annotations

import math
from statistics import NormalDist

from auditkit.records import Estimate

Z = NormalDist().inv_cdf(0.975)
"""1.95996..., the two-sided 95 % quantile of the normal distribution."""


def wilson(successes: int, n: int) -> Estimate:
    """Return a share with Wilson's score interval.

    With p = successes / n the bounds solve |p - q| = z sqrt(q (1 - q) / n) for q:

        (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)

    Args:
        successes: How many of the observations count.
        n: Number of observations, at least 1.

    References:
        Wilson 1927, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22(158).
    """
    share = successes / n
    centre = share + Z**2 / (2 * n)
    half = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    scale = 1 + Z**2 / n
    # At 0 and n of n the bound is exactly 0 and 1; elsewhere the clamps change nothing.
    low = 0.0 if successes == 0 else max(0.0, (centre - half) / scale)
    high = 1.0 if successes == n else min(1.0, (centre + half) / scale)
    return Estimate(share, low, high, n, "wilson")


def newcombe(first: Estimate, second: Estimate) -> Estimate:
    """Return the difference of two independent shares, first minus second, with its interval.

    The estimate's n is that of `first`.

    References:
        Newcombe 1998, "Interval estimation for the difference between independent proportions",
        Statistics in Medicine 17(8), method 10.
    """
    a, b = _bounds(first), _bounds(second)
    difference = first.value - second.value
    below = math.hypot(first.value - a[0], b[1] - second.value)
    above = math.hypot(a[1] - first.value, second.value - b[0])
    low, high = max(-1.0, difference - below), min(1.0, difference + above)
    return Estimate(difference, low, high, first.n, "newcombe")


def _bounds(share: Estimate) -> tuple[float, float]:
    if share.low is None or share.high is None:
        raise ValueError(f"a share without an interval cannot be compared: {share}")
    return share.low, share.high


def plain(value: float, n: int) -> Estimate:
    """Return a number that has no interval."""
    return Estimate(value, None, None, n, "none")
