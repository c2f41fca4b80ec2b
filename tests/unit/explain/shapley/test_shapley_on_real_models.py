"""The estimator on games of two real models, each known for every coalition of its words.

`benchmarks/real_games.py` wrote the games: margins of sentences of 10 and 11 words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from auditkit.explain.shapley import plan_exact, plan_gaussian_process
from tests.reference.shapley_baselines import paired_kernel_shap

FILE = Path(__file__).parents[3] / "data" / "games_of_real_models.npz"
MODELS = ("demo model", "second model")
SEEDS = range(3)
"""Each renames the players: the same game is then asked another set of coalitions."""


@cache
def tables(model: str) -> list[np.ndarray]:
    with np.load(FILE) as stored:
        sizes, values = stored[f"{model}, words"], stored[f"{model}, values"]
    ends = np.cumsum(2 ** sizes.astype(int))
    return [part.astype(float) for part in np.split(values, ends[:-1])]


def value(table: np.ndarray, kept: np.ndarray) -> np.ndarray:
    return table[kept @ (1 << np.arange(kept.shape[1]))]


@cache
def solved(model: str) -> list[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Exact shares, estimated ones and their errors, for every game and seed."""
    return [one for table in tables(model) for one in _of_game(table)]


def _of_game(table: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    n = int(np.log2(len(table)))
    exact_plan, plan = plan_exact(n), plan_gaussian_process(n, 6 * n + 2)
    exact = exact_plan.solve(value(table, exact_plan.coalitions)).values
    for seed in SEEDS:
        player = np.random.default_rng(seed).permutation(n)
        found = plan.solve(value(table, plan.coalitions[:, player]))
        yield exact, found.values[player], found.standard_errors[player]


def relative_error(found: np.ndarray, exact: np.ndarray) -> float:
    return float(np.linalg.norm(found - exact) / np.linalg.norm(exact))


def coverage(model: str, width: float) -> float:
    inside = [
        np.abs(found - exact) <= 1.96 * width * error for exact, found, error in solved(model)
    ]
    return float(np.mean(np.concatenate(inside)))


@pytest.mark.parametrize("model", MODELS)
def test_there_are_games_of_ten_and_eleven_words(model: str) -> None:
    assert {len(table) for table in tables(model)} == {2**10, 2**11}
    assert len(tables(model)) == 20


@pytest.mark.parametrize("model", MODELS)
def test_error_bars_are_calibrated(model: str) -> None:
    assert 0.90 <= coverage(model, 1) <= 0.99
    assert coverage(model, 1 / 3) < 0.90
    assert coverage(model, 3) > 0.99


@pytest.mark.parametrize("model", MODELS)
def test_errors_are_small_and_smaller_than_kernel_shaps_at_equal_cost(model: str) -> None:
    ours = [relative_error(found, exact) for exact, found, _ in solved(model)]
    ranks = [spearmanr(found, exact).statistic for exact, found, _ in solved(model)]
    theirs = [
        relative_error(_kernel_shap(table, seed), solved(model)[len(SEEDS) * game][0])
        for game, table in enumerate(tables(model))
        for seed in SEEDS
    ]
    assert np.mean(ours) < 0.1
    assert np.mean(ranks) > 0.95
    assert np.mean(ours) < 0.75 * np.mean(theirs)


def _kernel_shap(table: np.ndarray, seed: int) -> np.ndarray:
    n = int(np.log2(len(table)))
    draws = np.random.default_rng(seed)
    return paired_kernel_shap(lambda kept: value(table, kept), n, 6 * n + 2, draws)
