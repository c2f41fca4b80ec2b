r"""Shapley values from few pairs of evaluations, by a Gaussian process on the odd part of the game.

Shapley values depend on f(z) = (v(S) - v(complement of S)) / 2 only (see kernel.py for z and the
prior). Observed are f(1) = (v(all) - v(none)) / 2 exactly, and one value o_j for each pair of the
design (see design.py), with a nugget nu for interactions of too high an order to be predicted:

    o ~ N(0, A (K + nu I)),   the first diagonal entry without nu,   alpha = (K + nu I)^-1 o
    phi_i = sum_j alpha_j cov(phi_i, f(z_j)).

f(1) is observed without noise and the rows of covariances sum to 2 k(z, 1), hence the phi sum to
2 f(1) = v(all) - v(none).

Hyperparameters are not given but inferred, twice. First all players share one correlation; then
each player's correlation is proportional to the size of its first estimate (a word that matters
takes part in more interactions), and the estimate is the average over a grid of (correlation s,
linear variance tau, nugget nu), each setting weighted by its marginal likelihood.

Standard errors. The posterior deviation at the best setting and the profiled amplitude is not
calibrated, for three reasons that are mended separately:

    the setting is uncertain       the variance of the average has a second term, the spread of
                                   the settings' estimates (law of total variance)
    the game is no draw from       the scale is not the profiled A but what leave-one-out
    the prior                      predictions show: the mean of alpha_j^2 / (K^-1)_jj over the
                                   pairs (A is mostly the size of the main effects, which the
                                   design determines well)
    the scale is estimated         which makes the posterior a Student t of about N degrees of
                                   freedom: errors are widened by t(0.975, N) / 1.96

The errors are a model's: on synthetic games of six kinds with 10 to 14 players and 6 evaluations
a player, value +- 1.96 errors held the exact share in 93 to 99 of 100 cases (97 over all kinds);
docs/methods.md has what was found on real models. They promise nothing for a game built against
them. The nugget also keeps the estimate from converging fully: where budgets are
large, Leverage SHAP (leverage.py) is the consistent choice.

References:
    Rasmussen and Williams (2006), Gaussian Processes for Machine Learning, equations 5.8 to 5.12.
    Covert and Lee (2021), Improving KernelSHAP (arXiv:2012.01536), for pairing.
"""

import functools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float64
from scipy.special import stdtrit

from auditkit.explain.shapley.design import coalitions_of_pairs, greedy_pairs
from auditkit.explain.shapley.estimate import (
    ShapleyEstimate,
    ShapleyPlan,
    checked_values,
    close_sum,
)
from auditkit.explain.shapley.exact import MOST_PLAYERS, plan_exact
from auditkit.explain.shapley.posterior import Posterior, posteriors

SHARED_CORRELATIONS = (0.2, 0.45)
OWN_CORRELATIONS = (0.2, 0.45, 0.7)
"""Bases of the grid; posterior.py has the other two axes."""

RELEVANCE_BOUNDS = (0.15, 2.0)
"""Nobody is excluded from interactions, and nobody has them all."""

NEGLIGIBLE_WEIGHT = 0.01
"""Settings less likely than this, relative to the best, are left out of the average."""

ADDITIVE_TOLERANCE = 1e-12
"""Departure from an additive game, relative to the largest value, that counts as rounding."""


@dataclass(frozen=True, slots=True, eq=False)
class GaussianProcessPlan:
    """A design of pairs, and the posterior given their values."""

    coalitions: Bool[np.ndarray, "coalitions players"]
    """Nobody, everybody, one coalition of each pair, then their complements."""

    def solve(self, values: Float64[np.ndarray, " coalitions"]) -> ShapleyEstimate:
        """Average the posterior of the Shapley values over the settings.

        Args:
            values: Value of each coalition.

        Returns:
            Posterior means and calibrated standard errors (see the head of this file).
        """
        checked = checked_values(values, len(self.coalitions))
        points, observations = _odd_part(self.coalitions, checked)
        total = float(checked[1] - checked[0])
        rounding = ADDITIVE_TOLERANCE * float(np.abs(checked).max())
        additive = _additive_estimate(points, observations, total, rounding)
        if additive is not None:
            return additive
        scale = float(np.abs(observations).max())
        estimate = _posterior_average(points, observations / scale)
        shares = close_sum(scale * estimate.values, total)
        return ShapleyEstimate(shares, scale * estimate.standard_errors)


@functools.lru_cache(maxsize=256)
def plan_gaussian_process(players: int, budget: int) -> ShapleyPlan:
    """Plan a design of pairs for a budget; 6 evaluations a player are a good choice.

    The time of a solve grows as the cube of the budget: milliseconds for 24 players at 6 each.

    Args:
        players: Number of players.
        budget: Most coalitions to evaluate, at least 2 players + 2: fewer do not even determine
            the main effects.

    Returns:
        A plan of at most `budget` coalitions that depends on the two arguments only; the exact
        plan where the budget pays for all coalitions of at most 16 players.

    Raises:
        ValueError: The budget is too small.
    """
    if players <= MOST_PLAYERS and budget >= 2**players:
        return plan_exact(players)
    if budget < 2 * players + 2:
        raise ValueError(
            f"a Gaussian process over {players} players needs at least {2 * players + 2} "
            f"evaluations (2 n + 2), got a budget of {budget}"
        )
    pairs = greedy_pairs(players, min((budget - 2) // 2, 2 ** (players - 1) - 1))
    return GaussianProcessPlan(coalitions_of_pairs(pairs))


def _odd_part(
    coalitions: Bool[np.ndarray, "coalitions players"], values: Float64[np.ndarray, " coalitions"]
) -> tuple[Float64[np.ndarray, "observed players"], Float64[np.ndarray, " observed"]]:
    """Points z and values of the odd part: everybody first, then one of each pair."""
    pairs = (len(coalitions) - 2) // 2
    points = np.where(coalitions[1 : 2 + pairs], 1.0, -1.0)
    opposite = np.concatenate([values[:1], values[2 + pairs :]])
    return points, (values[1 : 2 + pairs] - opposite) / 2


def _additive_estimate(
    points: Float64[np.ndarray, "observed players"],
    observations: Float64[np.ndarray, " observed"],
    total: float,
    rounding: float,
) -> ShapleyEstimate | None:
    """The limit of no interactions, where the amplitude is zero and the likelihood unbounded.

    Then f(z) = sum_i c_i z_i and phi_i = 2 c_i. The error of a share is taken to be twice the
    largest residual: rounding, and zero for a constant game. None for any other game.
    """
    effects = np.linalg.lstsq(points, observations)[0]
    departure = float(np.abs(observations - points @ effects).max())
    if departure > rounding:
        return None
    errors = np.full(effects.size, 2 * departure)
    return ShapleyEstimate(close_sum(2 * effects, total), errors)


def _posterior_average(
    points: Float64[np.ndarray, "observed players"], observations: Float64[np.ndarray, " observed"]
) -> ShapleyEstimate:
    """Find each player's relevance, then average over the settings."""
    equal = np.ones(points.shape[1])
    shared = max(
        posteriors(points, observations, equal, SHARED_CORRELATIONS),
        key=lambda posterior: posterior.log_likelihood,
    )
    relevance = _relevance(shared.means())
    return _mixture(list(posteriors(points, observations, relevance, OWN_CORRELATIONS)))


def _relevance(shares: Float64[np.ndarray, " players"]) -> Float64[np.ndarray, " players"]:
    """Size of each share relative to their root mean square, clipped; the largest is 1."""
    sizes = np.abs(shares)
    typical = float(np.sqrt(np.mean(sizes**2)))
    if typical == 0.0:
        return np.ones(shares.size)
    clipped = np.clip(sizes / typical, *RELEVANCE_BOUNDS)
    relevance: Float64[np.ndarray, " players"] = clipped / clipped.max()
    return relevance


def _mixture(settings: list[Posterior]) -> ShapleyEstimate:
    """Average means, and add the settings' spread to their variances (law of total variance)."""
    scores = np.array([posterior.log_likelihood for posterior in settings])
    likelihoods = np.exp(scores - scores.max())
    kept = np.flatnonzero(likelihoods >= NEGLIGIBLE_WEIGHT)
    weights = likelihoods[kept] / likelihoods[kept].sum()
    means = np.stack([settings[index].means() for index in kept])
    variances = np.stack([settings[index].variances() for index in kept])
    mean = weights @ means
    deviation = np.sqrt(weights @ (variances + (means - mean) ** 2))
    student = stdtrit(settings[0].weights.size, 0.975) / stdtrit(np.inf, 0.975)
    return ShapleyEstimate(mean, deviation * student)
