"""Exact Shapley values from all 2^n coalitions."""

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float64

from auditkit.explain.shapley.estimate import ShapleyEstimate, checked_values

MOST_PLAYERS = 16
"""Beyond this, 2^n evaluations of a model are never worth it (16 players: 65,536)."""


@dataclass(frozen=True, slots=True, eq=False)
class ExactPlan:
    """All coalitions; row r keeps player i where bit i of r is set."""

    coalitions: Bool[np.ndarray, "coalitions players"]
    """Every subset of the players once."""

    def solve(self, values: Float64[np.ndarray, " coalitions"]) -> ShapleyEstimate:
        r"""Weigh every marginal contribution.

            phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! * (v(S + i) - v(S))

        Args:
            values: Value of each coalition.

        Returns:
            The Shapley values, with zero errors.

        References:
            Shapley (1953), A value for n-person games.
        """
        gains = checked_values(values, len(self.coalitions))
        # The weights of a player sum to zero: an offset cancels, and without it nothing is lost
        # to rounding when values are large and differ little.
        shares = (gains - gains[0]) @ _marginal_weights(self.coalitions)
        return ShapleyEstimate(shares, np.zeros(self.coalitions.shape[1]))


def plan_exact(players: int) -> ExactPlan:
    """Plan the evaluation of every coalition.

    Args:
        players: Number of players, 0 to 16.

    Returns:
        A plan of 2^players coalitions; for no players the one empty row.

    Raises:
        ValueError: Negative, or more players than 2^n evaluations are sensible for.
    """
    if not 0 <= players <= MOST_PLAYERS:
        msg = (
            f"exact Shapley values take 2^n evaluations: expected 0 to {MOST_PLAYERS} players, got "
            f"{players}; use plan_gaussian_process or plan_leverage"
        )
        raise ValueError(msg)
    coalitions = all_coalitions(players)
    coalitions.setflags(write=False)
    return ExactPlan(coalitions)


def all_coalitions(players: int) -> Bool[np.ndarray, "coalitions players"]:
    """Every subset of the players, in the order of binary counting (first player fastest).

    Args:
        players: Number of players.

    Returns:
        2^players rows.
    """
    rows = np.arange(2**players)
    kept: Bool[np.ndarray, "coalitions players"] = (rows[:, None] >> np.arange(players)) & 1 == 1
    return kept


def _marginal_weights(
    coalitions: Bool[np.ndarray, "coalitions players"],
) -> Float64[np.ndarray, "coalitions players"]:
    """Coefficient of v(S) in phi_i: (|S|-1)! (n-|S|)! / n! for i in S, else -|S|! (n-|S|-1)! / n!.

    Both are 1 / (k C(n, k)) for k = |S| inside and k = n - |S| outside.
    """
    players = coalitions.shape[1]
    share = np.array([1 / (k * math.comb(players, k)) if k else 0.0 for k in range(players + 1)])
    sizes = coalitions.sum(axis=1)[:, None]
    weights: Float64[np.ndarray, "coalitions players"]
    weights = np.where(coalitions, share[sizes], -share[players - sizes])
    return weights
