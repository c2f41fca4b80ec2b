"""The prior over odd games, against sums over all odd coalitions and the definition of shares."""

import math
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest

from auditkit.explain.shapley import plan_exact
from auditkit.explain.shapley.kernel import OddKernel

PLAYERS = 5
CORRELATIONS = np.array([0.1, 0.7, 0.45, 0.3, 0.6])
POINTS = np.random.default_rng(0).choice([-1.0, 1.0], (6, PLAYERS))


def odd_groups() -> Iterator[tuple[list[int], float]]:
    """Every odd group of players with its share of the prior variance, by enumeration."""
    groups = [list(group) for size in (1, 3, 5) for group in combinations(range(PLAYERS), size)]
    products = [math.prod(CORRELATIONS[group]) for group in groups]
    yield from zip(groups, [product / sum(products) for product in products], strict=True)


def test_interactions_are_sums_over_odd_groups() -> None:
    expected = np.zeros((6, 6))
    for group, share in odd_groups():
        parity = POINTS[:, group].prod(axis=1)
        expected += share * np.outer(parity, parity)
    measured = OddKernel(CORRELATIONS).interactions(POINTS, POINTS)
    np.testing.assert_allclose(measured, expected, atol=1e-14)
    even_too = np.exp((POINTS * np.arctanh(CORRELATIONS)) @ POINTS.T)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(even_too / even_too.max(), expected, atol=1e-14)


def test_covariances_are_shapley_values_of_the_kernel() -> None:
    kernel = OddKernel(CORRELATIONS)
    plan = plan_exact(PLAYERS)
    games = kernel.interactions(2.0 * plan.coalitions - 1, POINTS)
    expected = np.stack([plan.solve(np.ascontiguousarray(game)).values for game in games.T])
    np.testing.assert_allclose(kernel.shapley_covariances(POINTS), expected, atol=1e-14)
    shared = OddKernel(np.full(PLAYERS, 0.45))
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(shared.shapley_covariances(POINTS), expected, atol=1e-14)


def test_variances_are_sums_over_odd_groups() -> None:
    expected, without_sizes = np.zeros(PLAYERS), np.zeros(PLAYERS)
    for group, share in odd_groups():
        expected[group] += (2 / len(group)) ** 2 * share
        without_sizes[group] += share
    measured = OddKernel(CORRELATIONS).shapley_variances()
    np.testing.assert_allclose(measured, expected, atol=1e-14)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(measured, without_sizes, atol=1e-14)


@pytest.mark.filterwarnings("ignore:overflow")
def test_nothing_overflows() -> None:
    players = 1000
    kernel = OddKernel(np.full(players, 0.7))
    everybody = np.ones((1, players))
    assert kernel.interactions(everybody, everybody) == pytest.approx(1.0)
    assert kernel.shapley_covariances(everybody).sum() == pytest.approx(2.0)
    assert np.isinf(np.sinh(players * np.arctanh(0.7)))
