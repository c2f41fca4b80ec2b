"""The Gaussian process gives the numbers that its description in the docs gives."""

from collections.abc import Callable

import numpy as np
import pytest

from auditkit.explain.shapley import plan_gaussian_process
from tests.reference.gaussian_process_of_the_docs import estimate
from tests.reference.shapley_games import KINDS, Game

EXACT = 1e-6
Kind = Callable[[int, np.random.Generator], Game]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("players", [10, 13])
def test_values_and_errors_are_those_of_the_docs(kind: Kind, players: int) -> None:
    game = kind(players, np.random.default_rng(players))
    plan = plan_gaussian_process(players, 6 * players + 2)
    worth = game(plan.coalitions)
    found = plan.solve(worth)
    values, errors = estimate(plan.coalitions, worth)
    size = np.abs(values).max()
    np.testing.assert_allclose(found.values, values, atol=EXACT * size)
    np.testing.assert_allclose(found.standard_errors, errors, atol=EXACT * size)


def test_another_game_has_other_values() -> None:
    """Negative control: two players' shares change places where the players do."""
    game = KINDS[0](10, np.random.default_rng(1))
    plan = plan_gaussian_process(10, 62)
    swapped = plan.coalitions[:, [1, 0, *range(2, 10)]]
    values, _ = estimate(plan.coalitions, game(swapped))
    found = plan.solve(game(plan.coalitions)).values
    with pytest.raises(AssertionError):
        np.testing.assert_allclose(found, values, atol=EXACT * np.abs(values).max())
