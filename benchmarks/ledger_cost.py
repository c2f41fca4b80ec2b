"""What ledgers and chains cost, against one forward and backward pass over the same texts.

That pass is a point of a path through the runner, which computes of the last layer only what is
read; a ledger has to compute all of it. Ratios are taken within a round, both sides in turn, and the
median over rounds is shown. Residuals are those of the runs themselves, in fp32, held against s of
the plain pass.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.ledgers import ledgers
from auditkit.capture.message_links import message_links
from auditkit.capture.requests import PathRows
from auditkit.capture.runner import Runner
from auditkit.explain.base import METHODS, residual
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.chains.trial import chains_of
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.ledgers import TOLERANCE, rows_of
from benchmarks.figures import Figure
from benchmarks.workload import cases_of, cpu_seconds, demo_model, demo_texts, encode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.explain.base import Case
    from auditkit.records import Encoded

ROUNDS, FEW_ROUNDS = 5, 3
"""Rounds of what has a limit, and of what has none."""
SHORT, LONG = 24, 3
JOINED = 11
"""Texts joined to a long one, which then has 128 to 256 tokens."""
COALITIONS = 2
FROZEN, SECANT = 1.3, 3.5
"""Most that the frozen ledger with all edges, and the ledger, may cost."""


def run() -> list[Figure]:
    """Return ratios to one forward and backward pass, and residuals, for short, long and mixed texts."""
    runner = Runner(demo_model())
    means = replacements_from(runner, encode(demo_model(), demo_texts()), seed=0)
    figures: list[Figure] = []
    every: list[Case] = []
    for name, rows in texts().items():
        cases = cases_of(demo_model(), rows)
        figures += _ratios(f"{name} texts", runner, cases, means)
        every += cases
    return [*figures, *_residuals(runner, every, means)]


def texts() -> dict[str, tuple[Encoded, ...]]:
    """Return short texts as they are, long ones made by joining them, and both together."""
    loaded, every = demo_model(), demo_texts()
    short = encode(loaded, every[:SHORT])
    starts = range(0, LONG * JOINED, JOINED)
    long = encode(loaded, [" ".join(every[start : start + JOINED]) for start in starts])
    assert all(128 <= len(row.tokens) <= 256 for row in long)
    return {"short": short, "long": long, "mixed": short[::2] + long[:2]}


def _ratios(name: str, runner: Runner, cases: list[Case], means: Replacements) -> list[Figure]:
    rows = [rows_of(case) for case in cases]
    questions = [(case.encoded, case.target.readout) for case in cases]
    plain = partial(runner.path_gradients, paths(cases))
    higher = [replace(case, ledger_coalitions=COALITIONS) for case in cases]
    ledger = METHODS.get("ledger").attribute
    limits = {"frozen ledger with all edges": FROZEN, "ledger": SECANT}
    limited: dict[str, Callable[[], object]] = {
        "frozen ledger with all edges": partial(ledgers, runner, rows, frozen=True, edges=True),
        "ledger": partial(ledger, runner, cases),
    }
    others: dict[str, Callable[[], object]] = {
        f"ledger, {COALITIONS} pairs of coalitions": partial(ledger, runner, higher),
        "links of a chain": partial(message_links, runner, questions, means),
    }
    two = [cases[0], cases[-1]]
    trial = {"a chain and all its tests": partial(chains_of, runner, two, means, Thresholds())}
    ratios = {
        **paired(plain, limited, ROUNDS),
        **paired(plain, others, FEW_ROUNDS),
        **paired(partial(runner.path_gradients, paths(two)), trial, 1),
    }
    return [
        Figure(f"{name}: {what}, cost / forward + backward", ratio, "x", at_most=limits.get(what))
        for what, ratio in ratios.items()
    ]


def paths(cases: Sequence[Case]) -> list[PathRows]:
    """Return one point of a path for each case: the text itself."""
    return [PathRows(case.encoded, case.target.readout, np.array([1.0])) for case in cases]


def paired(
    against: Callable[[], object], runs: Mapping[str, Callable[[], object]], rounds: int
) -> dict[str, float]:
    """Return the median over rounds of each run's CPU seconds over those of `against`.

    In every round `against` is timed before and after each run, and the mean of both counts.
    """
    ratios: dict[str, list[float]] = {name: [] for name in runs}
    against()
    for _ in range(rounds):
        before = cpu_seconds(against)
        for name, run_one in runs.items():
            spent, after = cpu_seconds(run_one), cpu_seconds(against)
            ratios[name].append(2 * spent / (before + after))
            before = after
    return {name: median(found) for name, found in ratios.items()}


def _residuals(runner: Runner, cases: list[Case], means: Replacements) -> list[Figure]:
    higher = [replace(case, ledger_coalitions=COALITIONS) for case in cases]
    found = {
        "frozen ledger": _gap("frozen_ledger", runner, cases),
        "ledger": _gap("ledger", runner, cases),
        f"ledger, {COALITIONS} pairs of coalitions": _gap("ledger", runner, higher),
        "links of a chain": _gap_of_links(runner, cases, means),
    }
    return [
        Figure(f"{name}: largest residual / max(|s|, 1)", gap, at_most=TOLERANCE)
        for name, gap in found.items()
    ]


def _gap(method: str, runner: Runner, cases: Sequence[Case]) -> float:
    """Return the largest |s - base - sum of tokens| / max(|s|, 1); NaN if any is missing."""
    gaps = []
    for case, one in zip(cases, METHODS.get(method).attribute(runner, cases), strict=True):
        gap = None if one is None else residual(one, case.margin)
        gaps.append(np.nan if gap is None else abs(gap) / max(abs(case.margin), 1.0))
    return float(np.max(gaps))


def _gap_of_links(runner: Runner, cases: Sequence[Case], means: Replacements) -> float:
    """Return the largest |s - s_empty - sum of links| / max(|s|, 1)."""
    questions = [(case.encoded, case.target.readout) for case in cases]
    gaps = [
        np.nan
        if one is None
        else abs(case.margin - one.empty - one.relevance.sum(dtype=np.float64))
        / max(abs(case.margin), 1.0)
        for case, one in zip(cases, message_links(runner, questions, means), strict=True)
    ]
    return float(np.max(gaps))
