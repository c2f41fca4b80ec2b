"""How near the estimated Shapley values lie to exact ones, and whether their bars hold them.

Players are words, absent words are blanked, the value is the margin. Texts of 10 to 12 words are
held against exact enumeration, texts of 15 to 38 words against antithetic permutations of about
6,000 evaluations. The comparison is shap's PartitionExplainer at its default budget of 500 on the
same players, with the tree that shap builds for texts. Seeds rename the players: the same game is
then asked another set of coalitions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shap
from scipy.stats import spearmanr
from shap.maskers._text import partition_tree

from auditkit.capture.loading import load_model
from auditkit.capture.requests import MaskedRows
from auditkit.capture.runner import Runner
from auditkit.explain.base import word_masks
from auditkit.explain.shapley import plan_exact, plan_gaussian_process
from auditkit.inputs.base import TASKS
from benchmarks.figures import Figure
from benchmarks.second_model import held_out_texts, second_model
from benchmarks.workload import cases_of, demo_model, encode

if TYPE_CHECKING:
    from auditkit.capture.loading import LoadedModel
    from auditkit.explain.base import Case

SHORT, LONG = range(10, 13), range(15, 39)
SHORT_TEXTS, LONG_TEXTS = 34, 12
SEEDS = 3
PERMUTATION_EVALUATIONS = 6000
NARROW = 3.0
"""Bars divided by this are the negative control: they must not hold the exact values."""
Game = Callable[[np.ndarray], np.ndarray]
"""From coalitions, bool [rows, players], to their values."""


@dataclass(frozen=True)
class Known:
    """A game with its Shapley values, exact or nearly so."""

    words: tuple[str, ...]
    game: Game
    values: np.ndarray


def run() -> list[Figure]:
    """Return errors, rank correlations and coverage on two models."""
    return [figure for name, loaded in models().items() for figure in _of_model(name, loaded)]


def models() -> dict[str, LoadedModel]:
    """The two real models by name."""
    second = load_model(str(second_model()), TASKS.get("text-classification"))
    return {"demo model": demo_model(), "second model": second}


def _of_model(name: str, loaded: LoadedModel) -> list[Figure]:
    found = cases(loaded)
    short = [enumerated(loaded, case) for case in _first(found, SHORT, SHORT_TEXTS)]
    long = [_sampled(loaded, case) for case in _first(found, LONG, LONG_TEXTS)]
    figures: list[Figure] = []
    for kind, games in (("short", short), ("long", long)):
        figures += _accuracy(f"{name}, {len(games)} {kind} texts", games)
    return figures + _coverage(f"{name}, {len(short)} short texts", short)


def cases(loaded: LoadedModel) -> list[Case]:
    """Return the first short texts, then the first long ones, as they are explained."""
    rows = encode(loaded, held_out_texts())
    short = [row for row in rows if row.word_count in SHORT][:SHORT_TEXTS]
    long = [row for row in rows if row.word_count in LONG][:LONG_TEXTS]
    return cases_of(loaded, short + long)


def _first(cases: list[Case], words: range, count: int) -> list[Case]:
    return [case for case in cases if case.encoded.word_count in words][:count]


def _asked(loaded: LoadedModel, case: Case) -> Game:
    runner = Runner(loaded)

    def game(kept: np.ndarray) -> np.ndarray:
        (values,) = runner.values(
            [MaskedRows(case.encoded, word_masks(kept, case.encoded.words), [case.target.readout])]
        )
        return values[:, 0]

    return game


def enumerated(loaded: LoadedModel, case: Case) -> Known:
    """Return the game of a text with few words: every coalition is evaluated once."""
    n = case.encoded.word_count
    plan = plan_exact(n)
    values = _asked(loaded, case)(plan.coalitions)
    codes = plan.coalitions @ (1 << np.arange(n))
    table = np.empty(2**n)
    table[codes] = values
    return Known(
        _words(case), lambda kept: table[kept @ (1 << np.arange(n))], plan.solve(values).values
    )


def _sampled(loaded: LoadedModel, case: Case) -> Known:
    n = case.encoded.word_count
    game = _asked(loaded, case)
    draws = np.random.default_rng(n)
    shares, pairs = np.zeros(n), PERMUTATION_EVALUATIONS // (2 * n)
    for _ in range(pairs):
        forward = draws.permutation(n)
        for order in (forward, forward[::-1]):
            present = np.argsort(order) < np.arange(n + 1)[:, None]
            shares[order] += np.diff(game(present))
    return Known(_words(case), game, shares / (2 * pairs))


def _words(case: Case) -> tuple[str, ...]:
    words: list[str] = []
    for token in case.encoded.tokens:
        if token.word == len(words):
            words.append(f" {token.text}")
        elif token.word >= 0:
            words[token.word] += token.text.removeprefix("##")
    return tuple(words)


def _accuracy(name: str, games: list[Known]) -> list[Figure]:
    ours = [_score(known, _estimate(known, seed)[0]) for known in games for seed in range(SEEDS)]
    theirs = [_score(known, _partition(known)) for known in games]
    (error, rank), (their_error, their_rank) = np.mean(ours, axis=0), np.mean(theirs, axis=0)
    return [
        Figure(f"{name}: relative error at 6n + 2", error, at_most=their_error),
        Figure(f"{name}: relative error of PartitionExplainer", their_error),
        Figure(f"{name}: rank correlation at 6n + 2", rank, at_least=their_rank),
        Figure(f"{name}: rank correlation of PartitionExplainer", their_rank),
    ]


def _score(known: Known, found: np.ndarray) -> tuple[float, float]:
    """Return relative L2 error and Spearman's correlation."""
    error = np.linalg.norm(found - known.values) / np.linalg.norm(known.values)
    return float(error), float(spearmanr(found, known.values).statistic)


def _estimate(known: Known, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return values and standard errors; the seed renames the players."""
    n = len(known.values)
    player = np.random.default_rng(seed).permutation(n) if seed else np.arange(n)
    plan = plan_gaussian_process(n, 6 * n + 2)
    estimate = plan.solve(known.game(plan.coalitions[:, player]))
    return estimate.values[player], estimate.standard_errors[player]


def _partition(known: Known) -> np.ndarray:
    n = len(known.values)

    class Words:
        """shap's idea of a masker: the masked input is the mask itself."""

        shape = (1, n)
        clustering = partition_tree(np.array(known.words), [])

        def __call__(self, mask: np.ndarray, _row: np.ndarray) -> tuple[np.ndarray]:
            return (np.atleast_2d(mask),)

    explainer = shap.PartitionExplainer(lambda kept: known.game(kept.astype(bool)), Words())
    return np.asarray(explainer(np.ones((1, n)), silent=True).values[0])


def _coverage(name: str, games: list[Known]) -> list[Figure]:
    gaps, bars = [], []
    for known in games:
        for seed in range(SEEDS):
            values, errors = _estimate(known, seed)
            gaps.append(np.abs(values - known.values))
            bars.append(1.96 * errors)
    gap, bar = np.concatenate(gaps), np.concatenate(bars)
    return [
        Figure(f"{name}: share within the 95% bar", float(np.mean(gap <= bar)), "", 0.9, 0.99),
        Figure(
            f"{name}: share within a third of the bar (negative control)",
            float(np.mean(gap <= bar / NARROW)),
            at_most=0.9,
        ),
    ]
