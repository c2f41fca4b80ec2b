"""Which pairs of complementary coalitions the Gaussian process evaluates.

A pair (S, complement of S) gives one value of the odd part of the game at the cost of two
evaluations. A design is a list of pairs that depends on the number of players and of pairs only.
"""

import functools
import math

import numpy as np
from jaxtyping import Bool, Float64, Int64

from auditkit.explain.shapley.exact import all_coalitions
from auditkit.explain.shapley.kernel import OddKernel

CANDIDATES_PER_PAIR = 6
"""Size of the pool, in pairs chosen; a larger one gains nothing that shows."""

FEWEST_CANDIDATES = 1024
"""Smaller pools are filled up: up to 11 players this is every pair there is."""

POOL_SEED = 20170522
"""Seed of the pool; part of the design, as is its generator."""

DESIGN_CORRELATION = 0.5
DESIGN_LINEAR_VARIANCE = 3.0
DESIGN_NUGGET = 0.03
"""A game of middling smoothness: the design is chosen before any value is seen."""


def coalitions_of_pairs(
    pairs: Bool[np.ndarray, "pairs players"],
) -> Bool[np.ndarray, "coalitions players"]:
    """Lay out the rows to evaluate: nobody, everybody, the pairs, their complements.

    Args:
        pairs: One coalition of each pair.

    Returns:
        2 pairs + 2 rows, read-only.
    """
    ends = np.array([[False], [True]]) & np.ones((1, pairs.shape[1]), dtype=np.bool_)
    coalitions = np.concatenate([ends, pairs, ~pairs])
    coalitions.setflags(write=False)
    return coalitions


@functools.lru_cache(maxsize=256)
def greedy_pairs(players: int, count: int) -> Bool[np.ndarray, "pairs players"]:
    """Choose pairs one by one, each removing the most posterior variance of the Shapley values.

    The singletons come first (they hold the main effects), then repeatedly the candidate j with
    the largest

        sum_i G_ji^2 / (K_jj + nu),

    K the posterior covariance of the game over the candidates given what was chosen so far, G its
    covariance with the Shapley values: the drop in their total variance. The posterior is updated
    by pivoted Cholesky, one column a choice, so that K itself is never formed.

    Args:
        players: Number of players, at least 3.
        count: Pairs wanted, between players and 2^(players - 1) - 1.

    Returns:
        `count` distinct pairs, each by its coalition without the first player, read-only. Equal
        arguments give equal bytes.
    """
    candidates = _candidates(players, count)
    points = np.concatenate([np.ones((1, players)), 2.0 * candidates - 1])
    posterior = _DesignPosterior(points, count + 1)
    for forced in range(players + 1):
        posterior.condition_on(forced)
    while posterior.count <= count:
        posterior.condition_on(posterior.most_informative())
    pairs: Bool[np.ndarray, "pairs players"] = candidates[posterior.chosen[1:] - 1]
    pairs.setflags(write=False)
    return pairs


class _DesignPosterior:
    """Covariances over the candidate points, given those already chosen.

    Args:
        points: Candidates in {-1, +1}; the first is everybody, observed without noise.
        most: How many will be chosen.
    """

    def __init__(self, points: Float64[np.ndarray, "points players"], most: int) -> None:
        players = points.shape[1]
        self.points = points
        self.count = 0
        self.chosen: Int64[np.ndarray, " most"] = np.zeros(most, dtype=np.int64)
        self.available = np.ones(len(points), dtype=np.bool_)
        self.kernel = OddKernel(np.full(players, DESIGN_CORRELATION))
        self.nugget = np.full(len(points), DESIGN_NUGGET)
        self.nugget[0] = 0.0
        self.variance = np.full(len(points), DESIGN_LINEAR_VARIANCE + 1)
        self.with_shapley = 2 * DESIGN_LINEAR_VARIANCE / players * points
        self.with_shapley += self.kernel.shapley_covariances(points)
        self.factor = np.zeros((len(points), most))

    def most_informative(self) -> int:
        """The candidate whose observation lowers the variance of the Shapley values most."""
        gain = (self.with_shapley**2).sum(axis=1)
        gain[self.available] /= (self.variance + self.nugget)[self.available]
        gain[~self.available] = -1.0
        # Symmetry makes many gains equal: rounded, the first of them wins on every machine.
        return int(np.round(gain / gain.max(), 9).argmax())

    def condition_on(self, index: int) -> None:
        """Observe one candidate: K - k k' / s and G - k g' / s with s = K_jj + nu."""
        players = self.points.shape[1]
        picked = self.points[index : index + 1]
        column = DESIGN_LINEAR_VARIANCE / players * (self.points @ picked[0])
        column += self.kernel.interactions(self.points, picked)[:, 0]
        column -= self.factor[:, : self.count] @ self.factor[index, : self.count]
        scale = math.sqrt(self.variance[index] + self.nugget[index])
        step = column / scale
        self.with_shapley -= np.outer(step, self.with_shapley[index] / scale)
        self.variance = self.variance - step**2
        self.factor[:, self.count] = step
        self.chosen[self.count] = index
        self.available[index] = False
        self.count += 1


def _candidates(players: int, count: int) -> Bool[np.ndarray, "candidates players"]:
    """The singletons, then every other pair if they are few, else a seeded sample of both kinds.

    Half of the sample has sizes as in the Shapley kernel, 1 / (k (n - k)), which favours small and
    large coalitions; half has uniform sizes.
    """
    wanted = max(CANDIDATES_PER_PAIR * count, FEWEST_CANDIDATES)
    singletons = np.eye(players, dtype=np.bool_)
    if 2 ** (players - 1) - 1 <= wanted:
        others = all_coalitions(players)[1:-1]
    else:
        rng = np.random.Generator(np.random.PCG64(POOL_SEED))
        sizes = np.arange(1, players)
        by_kernel = _random_coalitions(1 / (sizes * (players - sizes)), wanted // 2, rng)
        by_size = _random_coalitions(np.ones(players - 1), wanted // 2, rng)
        others = np.concatenate([by_kernel, by_size])
    return distinct_pairs(np.concatenate([singletons, others]))


def _random_coalitions(
    size_weights: Float64[np.ndarray, " sizes"], count: int, rng: np.random.Generator
) -> Bool[np.ndarray, "count players"]:
    """Coalitions with sizes 1, 2, ... drawn by weight, members uniformly; repeats are possible."""
    shares = np.cumsum(size_weights) / size_weights.sum()
    sizes = 1 + np.searchsorted(shares, rng.random(count), side="right")
    sizes = np.minimum(sizes, size_weights.size)
    order = rng.random((count, size_weights.size + 1)).argsort(axis=1)
    return np.asarray(order < sizes[:, None])


def distinct_pairs(
    coalitions: Bool[np.ndarray, "coalitions players"],
) -> Bool[np.ndarray, "pairs players"]:
    """Name each pair by its coalition without the first player, and keep the first of equals.

    Args:
        coalitions: Coalitions, possibly repeated or complementary.

    Returns:
        Distinct coalitions in the order of their first appearance.
    """
    named = coalitions ^ coalitions[:, :1]
    first_seen = np.unique(np.packbits(named, axis=1), axis=0, return_index=True)[1]
    pairs: Bool[np.ndarray, "pairs players"] = named[np.sort(first_seen)]
    return pairs
