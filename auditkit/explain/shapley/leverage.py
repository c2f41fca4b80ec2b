r"""Leverage SHAP: Shapley values as a weighted regression on sampled pairs of coalitions.

Shapley values solve the least-squares problem (z = +1 for kept, -1 for absent, pairs named once)

    minimise  sum over pairs of w(S) (v(S) - v(complement of S) - z.phi)^2
    subject to  sum_i phi_i = v(all) - v(none),      w(S) = 1 / (|S| (n - |S|) C(n, |S|)).

The leverage of a row is 1 / C(n, |S|) up to a factor, equal for all coalitions of a size, so that
sampling by leverage spreads the budget evenly over the sizes. Pairs are sampled without
replacement and weighted by w / pi, pi the probability of being in the sample; small coalitions,
of which there are few, are soon all in it. The estimate is consistent: it is exact when every
pair is evaluated.

Standard errors are those of survey sampling: a regression estimator's residuals e, scaled up for
their own leverage h, contribute (1 - pi) (w / pi)^2 e^2 / (1 - h)^2 z z' between two inverses of
the information matrix. They vanish as pi goes to 1.

References:
    Musco and Witter (2024), Provably Accurate Shapley Value Estimation via Leverage Score
    Sampling (arXiv:2410.01917), algorithm 1.
    Covert and Lee (2021), Improving KernelSHAP (arXiv:2012.01536), for paired sampling.
    Saerndal, Swensson and Wretman (1992), Model Assisted Survey Sampling.
"""

import math
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from jaxtyping import Bool, Float64, Int64

from auditkit.explain.shapley.design import coalitions_of_pairs, distinct_pairs
from auditkit.explain.shapley.estimate import ShapleyEstimate, checked_values, close_sum

MOST_PLAYERS = 1000
"""Beyond this, the number of coalitions of a size leaves double precision."""

ENUMERATED = 4096
"""Sizes with fewer pairs than this are listed and drawn from; larger ones are drawn blindly."""

LARGEST_LEVERAGE = 0.95
"""A row that determines a share alone has no residual to scale up."""


@dataclass(frozen=True, slots=True, eq=False)
class LeveragePlan:
    """A sample of pairs with their regression weights."""

    coalitions: Bool[np.ndarray, "coalitions players"]
    """Nobody, everybody, one coalition of each pair, then their complements."""

    inclusion: Float64[np.ndarray, " pairs"]
    """pi, the probability that a pair is in the sample."""

    def solve(self, values: Float64[np.ndarray, " coalitions"]) -> ShapleyEstimate:
        """Solve the weighted regression.

        Args:
            values: Value of each coalition.

        Returns:
            Its solution; the errors are those of the sampling, and zero where all pairs are in.
        """
        checked = checked_values(values, len(self.coalitions))
        total = float(checked[1] - checked[0])
        kept = self.coalitions[2 : 2 + self.inclusion.size]
        signs = np.where(kept, 1.0, -1.0)
        differences = checked[2 : 2 + len(kept)] - checked[2 + len(kept) :]
        # phi = total / n + b with b summing to zero: rows without their mean see b only
        rows = signs - signs.mean(axis=1, keepdims=True)
        excess = differences - signs.mean(axis=1) * total
        weights = _kernel_weights(kept) / self.inclusion
        effects, variances = _weighted_regression(rows, excess, weights, 1 - self.inclusion)
        return ShapleyEstimate(close_sum(effects + total / effects.size, total), np.sqrt(variances))


def plan_leverage(players: int, budget: int, seed: int) -> LeveragePlan:
    """Sample pairs by leverage.

    Args:
        players: Number of players, 2 to 1000.
        budget: Most coalitions to evaluate; at least 4 players + 2, or all 2^players of them.
        seed: Of the sample; equal arguments give equal plans.

    Returns:
        A plan of at most `budget` coalitions.

    Raises:
        ValueError: Too few or too many players, or too small a budget.
    """
    if not 2 <= players <= MOST_PLAYERS:
        raise ValueError(f"Leverage SHAP is for 2 to {MOST_PLAYERS} players, got {players}")
    least = min(4 * players + 2, 2**players)
    if budget < least:
        raise ValueError(
            f"Leverage SHAP of {players} players needs at least {least} evaluations, the lesser of "
            f"4 n + 2 and 2^n, got a budget of {budget}; plan_gaussian_process takes 2 n + 2"
        )
    count = min((budget - 2) // 2, 2 ** (players - 1) - 1)
    rng = np.random.Generator(np.random.PCG64(seed))
    expected = _expected_per_size(players, count)
    drawn = _systematic_rounding(expected, rng)
    sizes = range(1, players // 2 + 1)
    strata = [_random_pairs(players, size, int(drawn[size - 1]), rng) for size in sizes]
    inclusion = [
        np.full(len(stratum), min(1.0, expected[size - 1] / _pairs_of_size(players, size)))
        for size, stratum in zip(sizes, strata, strict=True)
    ]
    return LeveragePlan(coalitions_of_pairs(np.concatenate(strata)), np.concatenate(inclusion))


def _pairs_of_size(players: int, size: int) -> int:
    """How many pairs have a smaller member of this size; at half the players, both are."""
    return math.comb(players, size) // (2 if 2 * size == players else 1)


def _expected_per_size(players: int, count: int) -> Float64[np.ndarray, " sizes"]:
    """Expected pairs of each size: equal shares (half a share at n / 2), but no more than exist.

    Sizes fill up in ascending order; what they cannot take is spread over the larger ones.
    """
    sizes = range(1, players // 2 + 1)
    shares = np.array([0.5 if 2 * size == players else 1.0 for size in sizes])
    expected = np.zeros(len(sizes))
    left = float(count)
    for index, size in enumerate(sizes):
        fair = left * shares[index] / shares[index:].sum()
        expected[index] = min(fair, _pairs_of_size(players, size))
        left -= expected[index]
    return expected


def _systematic_rounding(
    expected: Float64[np.ndarray, " sizes"], rng: np.random.Generator
) -> Float64[np.ndarray, " sizes"]:
    """Random whole numbers with these expectations, each within 1 of it, and the same sum."""
    edges = np.round(np.concatenate([[0.0], np.cumsum(expected)]), 6)
    drawn: Float64[np.ndarray, " sizes"] = np.diff(np.floor(edges + rng.random()))
    return drawn


def _random_pairs(
    players: int, size: int, count: int, rng: np.random.Generator
) -> Bool[np.ndarray, "pairs players"]:
    """Distinct pairs whose smaller member has this size, uniformly without replacement."""
    existing = _pairs_of_size(players, size)
    if existing <= max(ENUMERATED, 4 * count):
        members = np.array(list(combinations(range(players), size))[:existing])
        members = members[rng.random(existing).argsort()[:count]]
        return _with_members(members, players)
    found = np.zeros((0, players), dtype=np.bool_)
    while len(found) < count:
        members = rng.random((count, players)).argsort(axis=1)[:, :size]
        found = distinct_pairs(np.concatenate([found, _with_members(members, players)]))
    return found[:count]


def _with_members(
    members: Int64[np.ndarray, "coalitions size"], players: int
) -> Bool[np.ndarray, "coalitions players"]:
    """Coalitions from their members' indices."""
    coalitions = np.zeros((len(members), players), dtype=np.bool_)
    np.put_along_axis(coalitions, members, values=True, axis=1)
    return coalitions


def _kernel_weights(
    coalitions: Bool[np.ndarray, "pairs players"],
) -> Float64[np.ndarray, " pairs"]:
    """The Shapley kernel 1 / (k (n - k) C(n, k)) up to a factor, in log space for large n."""
    players = coalitions.shape[1]
    logs = np.array(
        [math.log(math.comb(players, k) * k * (players - k)) for k in range(1, players)]
    )
    weights: Float64[np.ndarray, " sizes"] = np.exp(logs.min() - logs)
    sizes: Int64[np.ndarray, " pairs"] = coalitions.sum(axis=1)
    of_pairs: Float64[np.ndarray, " pairs"] = weights[sizes - 1]
    return of_pairs


def _weighted_regression(
    rows: Float64[np.ndarray, "pairs players"],
    targets: Float64[np.ndarray, " pairs"],
    weights: Float64[np.ndarray, " pairs"],
    left_out: Float64[np.ndarray, " pairs"],
) -> tuple[Float64[np.ndarray, " players"], Float64[np.ndarray, " players"]]:
    """Least-norm solution, and its sampling variance; `left_out` is 1 - pi."""
    roots = np.sqrt(weights)
    inverse = np.linalg.pinv(rows * roots[:, None], rcond=1e-9)
    solution = inverse @ (targets * roots)
    residuals = (targets - rows @ solution) * roots
    leverages = np.einsum("pi,ip->p", rows * roots[:, None], inverse)
    scaled = residuals / (1 - np.minimum(leverages, LARGEST_LEVERAGE))
    return solution, inverse**2 @ (left_out * scaled**2)
