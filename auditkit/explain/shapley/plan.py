"""The plan for a given number of players, when the caller has no reason to choose."""

from auditkit.explain.shapley.estimate import ShapleyPlan
from auditkit.explain.shapley.exact import plan_exact
from auditkit.explain.shapley.gaussian_process import plan_gaussian_process

MOST_EXACT_PLAYERS = 9
"""Up to here every coalition is evaluated (at most 512)."""

EVALUATIONS_PER_PLAYER = 6
"""Pays for an error of several percent on text classifiers; 4 is cheaper, 8 more accurate."""


def plan_shapley(players: int) -> ShapleyPlan:
    """Plan the evaluations: exact up to 9 players, else a Gaussian process with 6n + 2.

    Args:
        players: Number of players; 0 gives the single empty coalition and no values.

    Returns:
        The plan.

    Raises:
        ValueError: A negative number of players.
    """
    if players <= MOST_EXACT_PLAYERS:
        return plan_exact(players)
    return plan_gaussian_process(players, EVALUATIONS_PER_PLAYER * players + 2)
