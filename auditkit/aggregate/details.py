"""Which examples are shown in detail."""

from __future__ import annotations

import hashlib
import json
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.columns import numbers_of, positions_in
from auditkit.aggregate.outcomes import answered
from auditkit.evidence.schema import DETAILS

if TYPE_CHECKING:
    from jaxtyping import Float64

    from auditkit.aggregate.base import Tables
    from auditkit.aggregate.outcomes import Outcomes

QUOTAS = {"error": 0.3, "low_margin": 0.5, "disagreement": 0.7, "sample": 1.0}
"""Reason -> share of the places that are taken once this reason had its turn: what a reason leaves
free goes to the next, and the sample keeps the last 30 %, so that readers see ordinary cases."""

ALL = "all"
"""Reason where there is room for every example, so that nothing was chosen."""

COMPARED = ("integrated_gradients", "occlusion", "shap")
"""Methods that ask how the model's output depends on the words, so that contradiction counts."""

DISAGREES = 0.5
"""Mean rank correlation below which methods are said to disagree."""


def select_details(tables: Tables, limit: int = 40) -> pa.Table:
    """Choose at most `limit` examples with logits and at least one word.

    All of them where they fit; else in this order, each example once, ties broken by row: errors, those made with the highest
    confidence first; the smallest |margin|; the lowest mean rank correlation between SHAP,
    integrated gradients and occlusion, where it is below 0.5; a seeded sample that takes from the
    slices in turn.

    Args:
        tables: The measured evidence.
        limit: Most examples to choose.

    Returns:
        A table of schema `DETAILS`, by row of the example.
    """
    outcomes = answered(tables)
    chosen: dict[int, str] = dict.fromkeys(np.flatnonzero(outcomes.words == 0).tolist(), "")
    wordless = len(chosen)
    candidates = len(outcomes.ids) - wordless
    if candidates <= limit:
        chosen |= {i: ALL for i in range(len(outcomes.ids)) if i not in chosen}
    for reason, share in QUOTAS.items():
        places = wordless + ceil(round(share * limit, 6))
        order = _order(reason, outcomes, tables, without=frozenset(chosen))
        for example in order[: max(0, places - len(chosen))]:
            chosen[example] = reason
    rows = [
        {"example_id": outcomes.ids[i], "reason": chosen[i]} for i in sorted(chosen) if chosen[i]
    ]
    return pa.Table.from_pylist(rows, schema=DETAILS)


def _order(
    reason: str, outcomes: Outcomes, tables: Tables, *, without: frozenset[int]
) -> list[int]:
    """The candidates for one reason, the best first."""
    if reason == "sample":
        return _sample(outcomes, tables.seed, without)
    if reason == "error":
        order = errors(outcomes)
    elif reason == "low_margin":
        order = _ascending(np.abs(outcomes.margins))
    else:
        order = _disagreements(outcomes, tables.agreement)
    return [i for i in order if i not in without]


def errors(outcomes: Outcomes) -> list[int]:
    """Return the wrong examples, those whose wrong decision was the most confident first."""
    wrong = outcomes.labelled & ~outcomes.right
    surest = np.where(outcomes.correct, 0.0, outcomes.confidence).max(axis=1, initial=0.0)
    return [i for i in _ascending(-surest) if wrong[i]]


def mean_correlations(agreement: pa.Table, ids: np.ndarray) -> Float64[np.ndarray, " examples"]:
    """Return each example's mean rank correlation over pairs of `COMPARED`; NaN without one."""
    methods = pa.array(COMPARED)
    inside = pc.and_(pc.is_in(agreement["first"], methods), pc.is_in(agreement["second"], methods))
    rows = agreement.filter(pc.and_(inside, agreement["spearman"].is_valid()))
    # Sums of three numbers depend on their order, and near ties on the sums.
    rows = rows.sort_by(
        [(name, "ascending") for name in ("example_id", "target", "first", "second")]
    )
    example = positions_in(rows["example_id"], ids)
    values = numbers_of(rows["spearman"])[example >= 0]
    counts = np.bincount(example[example >= 0], minlength=len(ids))
    sums = np.bincount(example[example >= 0], values, minlength=len(ids))
    means = np.full(len(ids), np.nan)
    np.divide(sums, counts, out=means, where=counts > 0)
    return means


def _disagreements(outcomes: Outcomes, agreement: pa.Table) -> list[int]:
    means = mean_correlations(agreement, outcomes.ids)
    return [i for i in _ascending(means) if means[i] < DISAGREES]


def _ascending(values: Float64[np.ndarray, " examples"]) -> list[int]:
    """Positions from the smallest value on, ties by position; NaN left out."""
    return [int(i) for i in np.argsort(values, kind="stable") if not np.isnan(values[i])]


def _sample(outcomes: Outcomes, seed: int, without: frozenset[int]) -> list[int]:
    """Take from every slice in turn, within a slice by SHA-256 of (id, "details", seed)."""
    by_slice: dict[str, list[int]] = {}
    for position, name in enumerate(outcomes.slices):
        if position not in without:
            by_slice.setdefault("" if name is None else f"={name}", []).append(position)
    queues = [
        sorted(by_slice[name], key=lambda i: _lot(str(outcomes.ids[i]), seed))
        for name in sorted(by_slice)
    ]
    return [i for turn in zip_longest(*queues) for i in turn if i is not None]


def _lot(example_id: str, seed: int) -> str:
    return hashlib.sha256(json.dumps([example_id, "details", seed]).encode("ascii")).hexdigest()
