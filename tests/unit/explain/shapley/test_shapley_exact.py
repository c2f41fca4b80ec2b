"""Exact Shapley values agree with the definition, and plans check what they are given."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from auditkit.explain.shapley import (
    ShapleyEstimate,
    ShapleyPlan,
    plan_exact,
    plan_gaussian_process,
    plan_leverage,
    plan_shapley,
)
from tests.reference.shapley_by_permutations import (
    Coalition,
    players_misplaced,
    shapley_by_permutations,
)

PLANS: dict[str, Callable[[], ShapleyPlan]] = {
    "exact": lambda: plan_exact(6),
    "gaussian process": lambda: plan_gaussian_process(11, 68),
    "leverage": lambda: plan_leverage(8, 60, seed=1),
}


def random_game(players: int, seed: int) -> tuple[Callable[[Coalition], float], np.ndarray]:
    """A game without any structure: as a function of sets, and as values in the plan's order."""
    rows = plan_exact(players).coalitions
    values = np.random.default_rng(seed).standard_normal(len(rows))
    names = [frozenset(np.flatnonzero(row).tolist()) for row in rows]
    table = dict(zip(names, values, strict=True))
    return lambda coalition: float(table[coalition]), values


@pytest.mark.parametrize("players", range(8))
def test_exact_is_the_average_over_orders(players: int) -> None:
    value, values = random_game(players, seed=players)
    estimate = plan_exact(players).solve(values)
    expected = shapley_by_permutations(players, value)
    np.testing.assert_allclose(estimate.values, expected, atol=1e-12)
    assert not estimate.standard_errors.any()


def test_a_share_from_one_order_is_told_apart() -> None:
    value, values = random_game(5, seed=0)
    estimate = plan_exact(5).solve(values)
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(estimate.values, players_misplaced(5, value), atol=1e-12)


def test_textbook_gloves() -> None:
    """One left glove, two right ones; a pair is worth 1. Shares 4/6, 1/6, 1/6."""
    plan = plan_exact(3)
    values = (plan.coalitions[:, 0] & plan.coalitions[:, 1:].any(axis=1)).astype(np.float64)
    np.testing.assert_allclose(plan.solve(values).values, [4 / 6, 1 / 6, 1 / 6], atol=1e-15)


def are_good_coalitions(coalitions: np.ndarray) -> bool:
    """Boolean, distinct, with nobody and everybody."""
    distinct = len(np.unique(coalitions, axis=0)) == len(coalitions)
    ends = (~coalitions).all(axis=1).any() and coalitions.all(axis=1).any()
    return bool(coalitions.dtype == np.bool_ and distinct and ends)


@pytest.mark.parametrize("name", PLANS)
def test_coalitions_are_distinct_with_both_ends(name: str) -> None:
    coalitions = PLANS[name]().coalitions
    assert are_good_coalitions(coalitions)
    assert not coalitions.flags.writeable
    everybody = coalitions.all(axis=1)
    assert not are_good_coalitions(coalitions[~everybody])
    assert not are_good_coalitions(np.concatenate([coalitions, coalitions[:1]]))


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("broken", [np.nan, np.inf, -np.inf])
def test_values_must_be_finite(name: str, broken: float) -> None:
    plan = PLANS[name]()
    values = np.ones(len(plan.coalitions))
    values[5] = broken
    with pytest.raises(ValueError, match=r"must be finite: coalition 5 has value"):
        plan.solve(values)


@pytest.mark.parametrize("name", PLANS)
def test_one_value_a_coalition(name: str) -> None:
    plan = PLANS[name]()
    count = len(plan.coalitions)
    with pytest.raises(ValueError, match=rf"expected shape \({count},\)"):
        plan.solve(np.ones(count - 1))


@pytest.mark.parametrize("name", PLANS)
@pytest.mark.parametrize("constant", [0.0, 0.1, -1e9])
def test_constant_game_is_exactly_zero(name: str, constant: float) -> None:
    plan = PLANS[name]()
    estimate = plan.solve(np.full(len(plan.coalitions), constant))
    assert not estimate.values.any()
    assert not estimate.standard_errors.any()


def is_efficient(estimate: ShapleyEstimate, total: float) -> bool:
    return bool(abs(estimate.values.sum() - total) < 1e-12 * (1 + abs(total)))


@pytest.mark.parametrize("name", PLANS)
def test_shares_sum_to_the_total(name: str) -> None:
    plan = PLANS[name]()
    values = np.random.default_rng(3).standard_normal(len(plan.coalitions))
    sizes = plan.coalitions.sum(axis=1)
    total = float(values[sizes.argmax()] - values[sizes.argmin()])
    estimate = plan.solve(values)
    assert is_efficient(estimate, total)
    lost = ShapleyEstimate(estimate.values * (1 + 1e-6), estimate.standard_errors)
    assert not is_efficient(lost, total)


@pytest.mark.parametrize("name", PLANS)
def test_same_values_give_same_bytes(name: str) -> None:
    results = []
    for global_seed in (0, 1):
        np.random.seed(global_seed)  # noqa: NPY002, TID251 - must not matter
        plan = PLANS[name]()
        values = np.cos(plan.coalitions @ np.arange(1.0, plan.coalitions.shape[1] + 1))
        estimate = plan.solve(values)
        results.append(plan.coalitions.tobytes() + estimate.values.tobytes())
        results[-1] += estimate.standard_errors.tobytes()
    assert results[0] == results[1]


def test_choice_of_plan() -> None:
    sizes = {players: len(plan_shapley(players).coalitions) for players in (0, 1, 9, 10, 30)}
    assert sizes == {0: 1, 1: 2, 9: 512, 10: 62, 30: 182}


def test_no_players() -> None:
    plan = plan_shapley(0)
    assert plan.coalitions.shape == (1, 0)
    estimate = plan.solve(np.array([2.5]))
    assert estimate.values.shape == estimate.standard_errors.shape == (0,)


@pytest.mark.parametrize("players", [-1, 17])
def test_exact_refuses_what_it_cannot_enumerate(players: int) -> None:
    with pytest.raises(ValueError, match="expected 0 to 16 players"):
        plan_exact(players)


def test_rows_follow_binary_counting() -> None:
    rows = plan_exact(3).coalitions
    expected = [pattern[::-1] for pattern in itertools.product([False, True], repeat=3)]
    assert rows.tolist() == [list(pattern) for pattern in expected]
