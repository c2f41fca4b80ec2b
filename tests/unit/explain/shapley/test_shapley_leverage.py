"""Leverage SHAP converges to the exact values, with errors that say how far it is."""

import math
from itertools import pairwise

import numpy as np
import pytest

from auditkit.explain.shapley import ShapleyEstimate, plan_exact, plan_leverage
from auditkit.explain.shapley.leverage import LeveragePlan
from tests.reference.shapley_games import KINDS, Game, games

PLAYERS = 9
WHITE_NOISE = np.random.default_rng(0).standard_normal(2**PLAYERS)


def white_noise(kept: np.ndarray) -> np.ndarray:
    """A game without structure, on which no model helps."""
    return WHITE_NOISE[kept @ (1 << np.arange(PLAYERS))]


def error(game: Game, budget: int, seed: int) -> float:
    exact = plan_exact(PLAYERS)
    plan = plan_leverage(PLAYERS, budget, seed)
    shares = plan.solve(game(plan.coalitions)).values
    return float(np.linalg.norm(shares - exact.solve(game(exact.coalitions)).values))


def test_exact_when_every_pair_is_in() -> None:
    for game in (white_noise, *games(PLAYERS, 2)):
        assert error(game, 2**PLAYERS, seed=0) < 1e-12
    assert error(white_noise, 2**PLAYERS - 2, seed=0) > 1e-6
    full = plan_leverage(PLAYERS, 2**PLAYERS, seed=0)
    assert len(full.coalitions) == 2**PLAYERS
    assert not full.solve(white_noise(full.coalitions)).standard_errors.any()


def is_converging(errors: list[float]) -> bool:
    return all(later < 0.9 * earlier for earlier, later in pairwise(errors))


def test_error_falls_with_the_budget() -> None:
    budgets = (60, 120, 240, 400, 512)
    errors = [float(np.mean([error(white_noise, b, s) for s in range(20)])) for b in budgets]
    assert is_converging(errors)
    assert not is_converging(errors[::-1])


def test_wrong_weights_do_not_converge() -> None:
    """With uneven probabilities where all pairs are in, the regression is another one."""
    plan = plan_leverage(PLAYERS, 2**PLAYERS, seed=0)
    sizes = plan.coalitions[2 : 2 + len(plan.inclusion)].sum(axis=1)
    broken = LeveragePlan(plan.coalitions, np.where(sizes % 2 == 0, 0.2, 1.0))
    exact = plan_exact(PLAYERS)
    shares = exact.solve(white_noise(exact.coalitions)).values
    assert np.abs(broken.solve(white_noise(plan.coalitions)).values - shares).max() > 1e-3


def is_calibrated(covered: float) -> bool:
    return 0.90 <= covered <= 0.99


@pytest.mark.parametrize("budget", [62, 200, 400])
def test_errors_cover_the_exact_value(budget: int) -> None:
    ratios = []
    exact = plan_exact(10)
    for seed, game in enumerate(games(10, 10)):
        plan = plan_leverage(10, budget, seed)
        estimate: ShapleyEstimate = plan.solve(game(plan.coalitions))
        distance = estimate.values - exact.solve(game(exact.coalitions)).values
        ratios.append(np.abs(distance) / estimate.standard_errors)
    covered = {width: np.mean(np.concatenate(ratios) <= 1.96 * width) for width in (1, 1 / 3, 3)}
    assert is_calibrated(covered[1])
    assert not is_calibrated(covered[1 / 3])
    assert not is_calibrated(covered[3])


@pytest.mark.parametrize("players", [2, 3, 4, 9, 10, 40, 200, 1000])
def test_plan_keeps_the_budget(players: int) -> None:
    budget = min(8 * players, 2**players)
    plan = plan_leverage(players, budget, seed=5)
    assert len(plan.coalitions) == budget
    assert len(np.unique(plan.coalitions, axis=0)) == budget
    pairs = len(plan.inclusion)
    np.testing.assert_array_equal(plan.coalitions[2 : 2 + pairs], ~plan.coalitions[2 + pairs :])
    assert ((plan.inclusion > 0) & (plan.inclusion <= 1)).all()


def test_inclusion_probabilities_are_true() -> None:
    """Over many seeds, each size holds as many pairs as the probabilities say."""
    seeds, players = 400, 8
    expected, drawn = np.zeros(players // 2), np.zeros(players // 2)
    for seed in range(seeds):
        plan = plan_leverage(players, 64, seed)
        kept = plan.coalitions[2 : 2 + len(plan.inclusion)].sum(axis=1)
        sizes = np.minimum(kept, players - kept) - 1
        drawn += np.bincount(sizes, minlength=4) / seeds
        expected += np.bincount(sizes, 1 / plan.inclusion, minlength=4) / seeds
    existing = [math.comb(8, 1), math.comb(8, 2), math.comb(8, 3), math.comb(8, 4) // 2]
    np.testing.assert_allclose(expected, existing, rtol=0.05)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(drawn, existing, rtol=0.05)


def test_many_players_stay_finite() -> None:
    for kind in KINDS[:3]:
        game = kind(200, np.random.default_rng(0))
        plan = plan_leverage(200, 2000, seed=0)
        estimate = plan.solve(game(plan.coalitions))
        assert np.isfinite(estimate.values).all()
        assert np.isfinite(estimate.standard_errors).all()


def test_seeds_differ() -> None:
    first, second = (plan_leverage(12, 100, seed).coalitions for seed in (0, 1))
    assert first.tobytes() != second.tobytes()


@pytest.mark.parametrize(("players", "budget"), [(10, 41), (1, 2), (1001, 10_000)])
def test_refusals(players: int, budget: int) -> None:
    with pytest.raises(ValueError, match="Leverage SHAP"):
        plan_leverage(players, budget, seed=0)
