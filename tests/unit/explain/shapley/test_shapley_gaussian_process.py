"""The Gaussian process is accurate, honest about its error, and keeps the axioms it can keep."""

import functools
from collections.abc import Callable
from itertools import islice

import numpy as np
import pytest

from auditkit.explain.shapley import (
    ShapleyEstimate,
    ShapleyPlan,
    plan_exact,
    plan_gaussian_process,
)
from tests.reference.shapley_baselines import antithetic_permutations, paired_kernel_shap
from tests.reference.shapley_games import KINDS, Game, games

SEEDS = 10


def default_plan(players: int) -> ShapleyPlan:
    return plan_gaussian_process(players, 6 * players + 2)


def solved(game: Game, players: int) -> ShapleyEstimate:
    plan = default_plan(players)
    return plan.solve(game(plan.coalitions))


def exact_shares(game: Game, players: int) -> np.ndarray:
    plan = plan_exact(players)
    return plan.solve(game(plan.coalitions)).values


@functools.cache
def compared(players: int) -> tuple[list[ShapleyEstimate], list[np.ndarray]]:
    """Estimates and exact shares of every kind of game, `SEEDS` of each."""
    drawn = list(games(players, SEEDS))
    return [solved(game, players) for game in drawn], [
        exact_shares(game, players) for game in drawn
    ]


def relative_error(shares: np.ndarray, exact: np.ndarray) -> float:
    return float(np.linalg.norm(shares - exact) / np.linalg.norm(exact))


def is_clearly_smaller(errors: np.ndarray, others: np.ndarray) -> bool:
    """Less than three quarters in the geometric mean over the games of a kind."""
    return bool(np.exp(np.mean(np.log(errors) - np.log(others))) < 0.75)


@pytest.mark.parametrize("players", [10, 11, 12])
@pytest.mark.parametrize("baseline", [paired_kernel_shap, antithetic_permutations])
def test_more_accurate_than_at_equal_cost(
    players: int, baseline: Callable[..., np.ndarray]
) -> None:
    estimates, exact = compared(players)
    errors = np.array([relative_error(e.values, x) for e, x in zip(estimates, exact, strict=True)])
    others = np.array(
        [
            relative_error(baseline(game, players, 6 * players + 2, np.random.default_rng(i)), x)
            for i, (game, x) in enumerate(zip(games(players, SEEDS), exact, strict=True))
        ]
    )
    for kind in range(len(KINDS)):
        of_kind = slice(kind * SEEDS, (kind + 1) * SEEDS)
        assert is_clearly_smaller(errors[of_kind], others[of_kind]), KINDS[kind].__name__
    assert not is_clearly_smaller(others, others)


def coverage(estimates: list[ShapleyEstimate], exact: list[np.ndarray], width: float) -> float:
    """Fraction of shares inside value +- 1.96 standard errors times `width`."""
    inside = [
        np.abs(e.values - x) <= 1.96 * width * e.standard_errors
        for e, x in zip(estimates, exact, strict=True)
    ]
    return float(np.mean(inside))


def is_calibrated(covered: float) -> bool:
    return 0.90 <= covered <= 0.99


@pytest.mark.parametrize("players", [10, 12])
def test_errors_cover_the_exact_value(players: int) -> None:
    assert is_calibrated(coverage(*compared(players), width=1))
    assert not is_calibrated(coverage(*compared(players), width=1 / 3))
    assert not is_calibrated(coverage(*compared(players), width=3))


@pytest.mark.parametrize("kind", range(len(KINDS)), ids=[kind.__name__ for kind in KINDS])
def test_errors_cover_in_every_kind(kind: int) -> None:
    of_kind = slice(kind * SEEDS, (kind + 1) * SEEDS)
    covered, shrunk = [], []
    for players in (10, 11, 12):
        estimates, exact = compared(players)
        covered.append(coverage(estimates[of_kind], exact[of_kind], width=1))
        shrunk.append(coverage(estimates[of_kind], exact[of_kind], width=1 / 3))
    assert np.mean(covered) >= 0.90
    assert np.mean(shrunk) < 0.90


@pytest.mark.parametrize("players", [10, 40, 100])
def test_additive_game_is_recovered(players: int) -> None:
    effects = np.random.default_rng(players).standard_normal(players)
    estimate = solved(lambda kept: 3.0 + kept @ effects, players)
    np.testing.assert_allclose(estimate.values, effects, atol=1e-12)
    assert estimate.standard_errors.max() < 1e-12
    pair = solved(lambda kept: 3.0 + kept @ effects + 1e-3 * kept[:, :3].all(axis=1), players)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(pair.values, effects, atol=1e-12)


def test_nearly_additive_game_is_nearly_recovered() -> None:
    """Single precision hides that a game is additive; what remains is small against the shares."""
    effects = np.random.default_rng(1).standard_normal(24)
    estimate = solved(lambda kept: (kept @ effects).astype(np.float32).astype(np.float64), 24)
    np.testing.assert_allclose(estimate.values, effects, atol=1e-4)


def even_game(kept: np.ndarray) -> np.ndarray:
    """A game that does not change when every player switches sides."""
    signs = np.where(kept, 1.0, -1.0)
    return np.cos(signs @ np.arange(1.0, kept.shape[1] + 1)) + 2 * signs[:, 0] * signs[:, 3]


def test_even_part_is_immaterial() -> None:
    plan = default_plan(10)
    game = next(games(10, 1))
    values, even = game(plan.coalitions), even_game(plan.coalitions)
    alone, together = plan.solve(values), plan.solve(values + even)
    np.testing.assert_allclose(together.values, alone.values, atol=1e-11)
    np.testing.assert_allclose(together.standard_errors, alone.standard_errors, atol=1e-11)
    np.testing.assert_allclose(plan.solve(even).values, 0, atol=1e-12)
    odd = plan.coalitions[:, :3].sum(axis=1) % 2
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(plan.solve(values + odd).values, alone.values, atol=1e-11)


def is_within_errors(difference: float, estimate: ShapleyEstimate) -> bool:
    return bool(abs(difference) <= 3 * estimate.standard_errors.max())


@pytest.mark.parametrize("seed", range(5))
def test_symmetric_players_share_alike(seed: int) -> None:
    """Up to the error: the design treats no two players the same."""
    effects = np.random.default_rng(seed).standard_normal(12)
    effects[4] = effects[7]

    estimate = solved(lambda kept: np.tanh(kept @ effects), 12)
    assert is_within_errors(estimate.values[4] - estimate.values[7], estimate)
    effects[4] += 3.0
    estimate = solved(lambda kept: np.tanh(kept @ effects), 12)
    assert not is_within_errors(estimate.values[4] - estimate.values[7], estimate)


@pytest.mark.parametrize("seed", range(5))
def test_a_dummy_gets_nothing(seed: int) -> None:
    """Up to the error."""
    effects = np.random.default_rng(seed).standard_normal(12)
    effects[5] = 0.0
    estimate = solved(lambda kept: np.tanh(kept @ effects), 12)
    assert is_within_errors(estimate.values[5], estimate)
    effects[5] = 3.0
    assert not is_within_errors(
        solved(lambda kept: np.tanh(kept @ effects), 12).values[5], estimate
    )


def test_units_and_offset_carry_over() -> None:
    plan = default_plan(10)
    values = next(games(10, 1))(plan.coalitions)
    estimate, scaled = plan.solve(values), plan.solve(7.0 - 1e6 * values)
    np.testing.assert_allclose(scaled.values, -1e6 * estimate.values, rtol=1e-6)
    np.testing.assert_allclose(scaled.standard_errors, 1e6 * estimate.standard_errors, rtol=1e-6)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(scaled.values, 1e6 * estimate.values, rtol=1e-6)


@pytest.mark.parametrize("players", [16, 64, 100])
def test_many_players_stay_finite(players: int) -> None:
    for game in islice(games(players, 1), 3):
        plan = default_plan(players)
        values = game(plan.coalitions)
        estimate = plan.solve(values)
        assert np.isfinite(estimate.values).all()
        assert np.isfinite(estimate.standard_errors).all()
        assert (estimate.standard_errors > 0).all()
        assert abs(estimate.values.sum() - (values[1] - values[0])) < 1e-10


@pytest.mark.parametrize(("players", "budget"), [(4, 10), (5, 12), (10, 22), (10, 63), (12, 500)])
def test_design_keeps_the_budget(players: int, budget: int) -> None:
    coalitions = plan_gaussian_process(players, budget).coalitions
    assert len(coalitions) == budget // 2 * 2
    assert len(np.unique(coalitions, axis=0)) == len(coalitions)
    pairs = (len(coalitions) - 2) // 2
    np.testing.assert_array_equal(coalitions[2 : 2 + pairs], ~coalitions[2 + pairs :])
    singles = coalitions[coalitions.sum(axis=1) == 1]
    assert len(singles) == players


def test_a_rich_budget_is_exact() -> None:
    assert len(plan_gaussian_process(6, 64).coalitions) == 64
    assert not plan_gaussian_process(6, 64).solve(np.arange(64.0)).standard_errors.any()
    assert len(plan_gaussian_process(6, 63).coalitions) == 62


def test_plan_is_cached() -> None:
    assert plan_gaussian_process(13, 80) is plan_gaussian_process(13, 80)
    assert plan_gaussian_process(13, 80) is not plan_gaussian_process(13, 82)


def test_too_small_a_budget_is_refused() -> None:
    with pytest.raises(ValueError, match="needs at least 22 evaluations"):
        plan_gaussian_process(10, 21)


def test_greedy_design_beats_a_random_one() -> None:
    """The design is worth its code: same pairs count, same solver, random pairs of even sizes."""
    from auditkit.explain.shapley.design import coalitions_of_pairs, distinct_pairs
    from auditkit.explain.shapley.gaussian_process import GaussianProcessPlan

    kept = np.random.default_rng(0).random((200, 12)) < 0.5
    random_plan = GaussianProcessPlan(coalitions_of_pairs(distinct_pairs(kept)[:36]))
    estimates, exact = compared(12)
    chosen = [relative_error(e.values, x) for e, x in zip(estimates, exact, strict=True)]
    at_random = [
        relative_error(random_plan.solve(game(random_plan.coalitions)).values, x)
        for game, x in zip(games(12, SEEDS), exact, strict=True)
    ]
    assert np.mean(np.log(chosen)) < np.mean(np.log(at_random))
