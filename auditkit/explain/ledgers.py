"""What both ledgers share: from a sheet of relevance to an attribution that must balance."""

from __future__ import annotations

from math import inf, isfinite
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.ledgers import ledgers
from auditkit.capture.requests import LedgerRows
from auditkit.records import Account, Attribution, Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.requests import LedgerSheet
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case

TOLERANCE = 1e-4
"""Largest |s - base - sum of tokens| of a float32 model, as a share of max(|s|, 1), s being the plain
pass's."""


def tolerance(runner: Runner) -> float:
    """Return `TOLERANCE`, or eight roundings of a model that computes in a shorter format."""
    return float(max(TOLERANCE, 8 * torch.finfo(runner.embeddings.weight.dtype).eps))


def out_of_balance(runner: Runner, cases: Sequence[Case], *, frozen: bool) -> str | None:
    """Find out on examples whether every step of the model has a rule.

    Returns:
        By how much the ledger misses the margin on more than half of them; None if it does not.
    """
    sheets = ledgers(runner, [rows_of(case) for case in cases], frozen=frozen)
    gaps = [
        abs(_gap(case, sheet.base, sheet.tokens)) / max(abs(case.margin), 1.0)
        for case, sheet in zip(cases, sheets, strict=True)
        if sheet is not None
    ]
    return missed(runner, gaps, "it misses the margin")


def missed(runner: Runner, gaps: Sequence[float], what: str) -> str | None:
    """Say by how much a balance is missed on examples, as a share of the margin; None if it is kept.

    Args:
        runner: Ran the model; its number format says what rounding explains.
        gaps: The gap on each example; NaN where nothing can be told.
        what: What is missed.
    """
    known = [gap if isfinite(gap) else inf for gap in gaps]
    if not known or median(known) <= tolerance(runner):
        return None
    return (
        f"the model has a step without a rule: on the first {len(known)} examples {what} by "
        f"{median(known):.2g} of its size (median; at most {tolerance(runner):.2g})"
    )


def _gap(case: Case, base: float, scores: np.ndarray) -> float:
    return case.margin - base - float(scores.astype(np.float64).sum())


def rows_of(
    case: Case, here: np.ndarray | None = None, there: np.ndarray | None = None
) -> LedgerRows:
    """Return the question for one case: the text against its blank, if nothing else is said.

    Args:
        case: The example and target.
        here: bool [tokens], what is blank in the input; nothing by default.
        there: The same for the reference; every token of the text by default.
    """
    nothing = np.zeros(len(case.of_text), np.bool_)
    return LedgerRows(
        case.encoded,
        case.target.readout,
        nothing if here is None else here,
        case.of_text if there is None else there,
    )


def attribution_of(
    runner: Runner,
    case: Case,
    sheets: Sequence[LedgerSheet | None],
    base: float,
    *,
    paths: int,
    evaluations: int,
) -> Attribution:
    """Return the ledger of a case from the steps of its paths to the blank.

    Args:
        runner: Ran the model.
        case: The example and target.
        sheets: The steps of all paths; None for one that did not fit into memory.
        base: s at the end of every path.
        paths: Number of paths, over which the steps' sums are averaged.
        evaluations: Rows through the model.

    Returns:
        Scores of NaN, and a flag, where a step is missing or the balance is missed.
    """
    known = [sheet for sheet in sheets if sheet is not None]
    if len(known) < len(sheets):
        return _without(case, evaluations, frozenset())
    scores = _mean([sheet.tokens for sheet in known], paths)
    gap = _gap(case, base, scores)
    if not abs(gap) <= tolerance(runner) * max(abs(case.margin), 1.0):
        return _without(case, evaluations, frozenset({Flag.UNBALANCED}))
    return Attribution(
        scores,
        base=base,
        complete=True,
        evaluations=evaluations,
        account=_account(known, paths),
    )


def _without(case: Case, evaluations: int, flags: frozenset[Flag]) -> Attribution:
    nothing = np.full(len(case.of_text), np.nan, np.float32)
    return Attribution(nothing, base=None, complete=True, evaluations=evaluations, flags=flags)


class PathMean:
    """Mean over a ledger's paths of what their steps contribute: the sum of all steps over the paths.

    Args:
        paths: How many paths the steps belong to.
    """

    def __init__(self, paths: int) -> None:
        self._paths = paths
        self._total: np.ndarray | None = None

    def add(self, step: np.ndarray) -> None:
        """Add one step of a path."""
        self._total = step if self._total is None else np.add(self._total, step, dtype=np.float64)

    def value(self) -> np.ndarray:
        """Return the mean, float32, in the shape of a step.

        Raises:
            RuntimeError: No step was added.
        """
        if self._total is None:
            raise RuntimeError("a path has at least one step")
        mean: np.ndarray = self._total if self._paths == 1 else self._total / self._paths
        return mean.astype(np.float32, copy=False)


def _account(sheets: Sequence[LedgerSheet], paths: int) -> Account:
    routed = sheets[0].mlp is None
    return Account(
        cuts=_mean([sheet.cuts for sheet in sheets], paths),
        heads=_mean([sheet.heads for sheet in sheets], paths),
        mlp=None if routed else _mean([s.mlp for s in sheets if s.mlp is not None], paths),
        positions=sheets[0].positions,
        biases=sheets[0].biases,
    )


def _mean(steps: Sequence[np.ndarray], paths: int) -> np.ndarray:
    mean = PathMean(paths)
    for step in steps:
        mean.add(step)
    return mean.value()
