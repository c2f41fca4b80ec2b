"""Games of many kinds, drawn from a seed: a game maps coalitions (rows, True = kept) to values."""

from collections.abc import Callable, Iterator

import numpy as np

Coalitions = np.ndarray
Game = Callable[[Coalitions], np.ndarray]


def interactions(players: int, rng: np.random.Generator) -> Game:
    """Main effects of uneven size and random interactions of order 2 to 5."""
    effects = rng.standard_normal(players) * rng.gamma(1, 1, players)
    terms = [
        (rng.choice(players, order, replace=False), size * rng.standard_normal())
        for order, count, size in ((2, 2, 0.4), (3, 2, 0.3), (4, 1, 0.2), (5, 1, 0.15))
        for _ in range(count * players)
    ]

    def value(kept: Coalitions) -> np.ndarray:
        signs = np.where(kept, 1.0, -1.0)
        return signs @ effects + sum(size * signs[:, who].prod(axis=1) for who, size in terms)

    return value


def squashed(players: int, rng: np.random.Generator) -> Game:
    """Hyperbolic tangent of main effects, pairs and triples: strongly non-additive."""
    effects = rng.standard_normal(players) * rng.gamma(1, 1, players) / np.sqrt(players)
    groups = [rng.choice(players, order, replace=False) for order in (2, 3) for _ in range(players)]
    sizes = 0.4 * rng.standard_normal(len(groups))
    offset = 0.5 * rng.standard_normal()

    def value(kept: Coalitions) -> np.ndarray:
        signs = np.where(kept, 1.0, -1.0)
        products = np.stack([signs[:, who].prod(axis=1) for who in groups], axis=1)
        return np.tanh(signs @ effects + products @ sizes + offset)

    return value


def network(players: int, rng: np.random.Generator) -> Game:
    """Two hidden layers of 16 units."""
    first = 2.4 * rng.standard_normal((players, 16)) / np.sqrt(players)
    offset = 0.5 * rng.standard_normal(16)
    second = rng.standard_normal((16, 16)) / 2.5
    readout = rng.standard_normal(16)
    return lambda kept: np.tanh(np.tanh(kept @ first + offset) @ second) @ readout


def attention(players: int, rng: np.random.Generator, width: int = 12) -> Game:
    """Two layers of softmax attention over words, of which absent ones are masked."""
    words = rng.standard_normal((players, width)) * rng.gamma(1, 1, (players, 1))
    mask = 0.3 * rng.standard_normal(width)
    positions = 0.5 * rng.standard_normal((players, width))
    query, key, contributed, inner, outer = rng.standard_normal((5, width, width)) / np.sqrt(width)
    readout = rng.standard_normal(width)

    def value(kept: Coalitions) -> np.ndarray:
        state = np.where(kept[:, :, None], words, mask) + positions
        for _ in range(2):
            state = state / np.sqrt((state**2).mean(axis=-1, keepdims=True))
            scores = 1.5 * (state @ query) @ (state @ key).transpose(0, 2, 1) / np.sqrt(width)
            weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
            weights /= weights.sum(axis=-1, keepdims=True)
            state = state + weights @ (state @ contributed)
            state = state + np.tanh(state @ inner) @ outer
        return state[:, 0] @ readout

    return value


def redundant(players: int, rng: np.random.Generator) -> Game:
    """Words of which one suffices (maxima) or two are needed (products)."""
    effects = 0.3 * rng.standard_normal(players)
    either = [rng.choice(players, 3, replace=False) for _ in range(4)]
    both = [rng.choice(players, 2, replace=False) for _ in range(4)]
    sizes = rng.standard_normal(8)

    def value(kept: Coalitions) -> np.ndarray:
        terms = [kept[:, who].any(axis=1) for who in either]
        terms += [kept[:, who].all(axis=1) for who in both]
        return kept @ effects + np.stack(terms, axis=1) @ sizes

    return value


def sparse(players: int, rng: np.random.Generator) -> Game:
    """Three words that matter, two of them together, over a faint background."""
    first, second, third = rng.choice(players, 3, replace=False)
    background = rng.standard_normal(players)

    def value(kept: Coalitions) -> np.ndarray:
        negated = 2.0 * kept[:, first] - 1.5 * (kept[:, first] & kept[:, second])
        return negated + kept[:, third] + 0.05 * np.tanh(kept @ background)

    return value


KINDS = (interactions, squashed, network, attention, redundant, sparse)


def games(players: int, seeds: int) -> Iterator[Game]:
    """Every kind of game, each from several seeds."""
    for kind in KINDS:
        for seed in range(seeds):
            yield kind(players, np.random.default_rng((seed, players)))
