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
from auditkit.evidence.explained import sampled_ids
from auditkit.evidence.schema import DETAILS

if TYPE_CHECKING:
    from jaxtyping import Bool, Float64

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


def places_for_all(limit: int) -> int:
    """Return how many of `limit` places are for reasons that need no explanation to be known."""
    return _places("low_margin", limit)


def _places(reason: str, limit: int) -> int:
    """Return the places that are taken once `reason` had its turn, at most."""
    return ceil(round(QUOTAS[reason] * limit, 6))


def select_details(tables: Tables, limit: int = 40) -> pa.Table:
    """Choose at most `limit` examples with logits and at least one word.

    All of them where they fit; else in this order, each example once, ties broken by row: errors, those made with the highest
    confidence first; the smallest |margin|; of the examples drawn to be explained the lowest mean rank
    correlation between SHAP, integrated gradients and occlusion, where it is below 0.5; a seeded
    sample that takes from the slices in turn, first of those drawn to be explained.

    Args:
        tables: The measured evidence.
        limit: Most examples to choose.

    Returns:
        A table of schema `DETAILS`, by row of the example.
    """
    outcomes, sampled = answered(tables), sampled_ids(tables.examples)
    chosen = _chosen(outcomes, tables, limit, sampled)
    rows = [{"example_id": outcomes.ids[i], "reason": chosen[i]} for i in sorted(chosen)]
    return pa.Table.from_pylist(rows, schema=DETAILS)


def explained_for_detail(tables: Tables, limit: int, sampled: frozenset[str]) -> frozenset[str]:
    """Return the examples outside `sampled` that `select_details` will choose.

    They are known before anything is explained: explanations only rank examples of `sampled` among
    each other, and the places that these leave free do not depend on their order.

    Args:
        tables: What was predicted; no attributions are needed.
        limit: Most examples to choose.
        sampled: Ids of the examples drawn to be explained.
    """
    outcomes = answered(tables)
    chosen = _chosen(outcomes, tables, limit, sampled)
    return frozenset(str(outcomes.ids[i]) for i in chosen) - sampled


def _chosen(
    outcomes: Outcomes, tables: Tables, limit: int, sampled: frozenset[str]
) -> dict[int, str]:
    """Return the reason of every example that is chosen, by its position."""
    chosen: dict[int, str] = dict.fromkeys(np.flatnonzero(outcomes.words == 0).tolist(), "")
    wordless = len(chosen)
    candidates = len(outcomes.ids) - wordless
    drawn = np.array([name in sampled for name in outcomes.ids], dtype=np.bool_)
    if candidates <= limit:
        chosen |= {i: ALL for i in range(len(outcomes.ids)) if i not in chosen}
    for reason in QUOTAS:
        places = wordless + _places(reason, limit)
        free = np.array([i not in chosen for i in range(len(outcomes.ids))], dtype=np.bool_)
        order = _order(reason, outcomes, tables, free, drawn)
        for example in order[: max(0, places - len(chosen))]:
            chosen[example] = reason
    return {example: reason for example, reason in chosen.items() if reason}


def _order(
    reason: str,
    outcomes: Outcomes,
    tables: Tables,
    free: Bool[np.ndarray, " examples"],
    drawn: Bool[np.ndarray, " examples"],
) -> list[int]:
    """The candidates for one reason, the best first: of those that are `free`.

    Only examples that are `drawn` have explanations to be compared.
    """
    if reason == "sample":
        places = (_sample(outcomes, tables.seed, among) for among in (free & drawn, free & ~drawn))
        return [i for part in places for i in part]
    if reason == "error":
        order = errors(outcomes)
    elif reason == "low_margin":
        order = _ascending(np.abs(outcomes.margins))
    else:
        order = [i for i in _disagreements(outcomes, tables.agreement) if drawn[i]]
    return [i for i in order if free[i]]


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


def _sample(outcomes: Outcomes, seed: int, among: Bool[np.ndarray, " examples"]) -> list[int]:
    """Take from every slice in turn, within a slice by SHA-256 of (id, "details", seed)."""
    by_slice: dict[str, list[int]] = {}
    for position, name in enumerate(outcomes.slices):
        if among[position]:
            by_slice.setdefault("" if name is None else f"={name}", []).append(position)
    queues = [
        sorted(by_slice[name], key=lambda i: _lot(str(outcomes.ids[i]), seed))
        for name in sorted(by_slice)
    ]
    return [i for turn in zip_longest(*queues) for i in turn if i is not None]


def _lot(example_id: str, seed: int) -> str:
    return hashlib.sha256(json.dumps([example_id, "details", seed]).encode("ascii")).hexdigest()
