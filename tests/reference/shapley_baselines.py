"""Common estimators of Shapley values, to compare with at an equal number of evaluations.

References:
    Covert and Lee (2021), Improving KernelSHAP (arXiv:2012.01536): paired sampling.
    Mitchell et al. (2022), Sampling Permutations for Shapley Value Estimation
    (arXiv:2104.12199): antithetic permutations.
"""

import numpy as np

from tests.reference.shapley_games import Game


def paired_kernel_shap(
    game: Game, players: int, budget: int, rng: np.random.Generator
) -> np.ndarray:
    """Least squares on pairs drawn from the Shapley kernel, repeats kept as weights.

    Distinct pairs are drawn until the budget is used, which favours this baseline: repeats cost
    nothing.
    """
    sizes = np.arange(1, players)
    odds = 1 / (sizes * (players - sizes))
    counts: dict[bytes, int] = {}
    while len(counts) < (budget - 2) // 2:
        kept = rng.permutation(players) < rng.choice(sizes, p=odds / odds.sum())
        name = (kept ^ kept[0]).tobytes()
        counts[name] = counts.get(name, 0) + 1
    pairs = np.array([np.frombuffer(name, dtype=np.bool_) for name in counts])
    none, everybody = game(np.array([[False] * players, [True] * players]))
    signs = np.where(pairs, 1.0, -1.0)
    rows = signs - signs.mean(axis=1, keepdims=True)
    targets = game(pairs) - game(~pairs) - signs.mean(axis=1) * (everybody - none)
    roots = np.sqrt(np.fromiter(counts.values(), dtype=np.float64))
    excess = np.linalg.lstsq(rows * roots[:, None], targets * roots, rcond=1e-9)[0]
    return excess + (everybody - none) / players


def antithetic_permutations(
    game: Game, players: int, budget: int, rng: np.random.Generator
) -> np.ndarray:
    """Average marginal contributions over random orders, each with its reverse.

    Both ends are shared, so that a pair of orders costs 2 (n - 1); at least one pair is run.
    """
    pairs = max(1, round((budget - 2) / (2 * (players - 1))))
    shares = np.zeros(players)
    for _ in range(pairs):
        forward = rng.permutation(players)
        for order in (forward, forward[::-1]):
            arrival = np.argsort(order)
            present = arrival < np.arange(players + 1)[:, None]
            shares[order] += np.diff(game(present))
    return shares / (2 * pairs)
