"""What attributions leave over, how sure they are, whether they converged and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.columns import (
    entries_of,
    has_flag,
    lengths_of,
    numbers_of,
    spans,
    strings_of,
)
from auditkit.aggregate.intervals import plain, wilson
from auditkit.aggregate.outcomes import slice_names, with_logits
from auditkit.aggregate.words import Words, dense_words, owners
from auditkit.records import Flag

if TYPE_CHECKING:
    from jaxtyping import Bool, Float64, Int64

    from auditkit.aggregate.base import Direction, Tables

SMALLEST_SCALE = 0.1
"""Logits. A residual is held against at least this: a margin near 0 would inflate it."""

CONVERGING = "integrated_gradients"
"""The method whose convergence is checked, and flagged on the example."""

REDUCTIONS: dict[str, tuple[str, Callable[[np.ndarray], float], Direction]] = {
    "residual_median": ("residual", np.median, "lower"),
    "residual_max": ("residual", np.max, "lower"),
    "error_share": ("error", np.median, "lower"),
    "evaluations_mean": ("evaluations", np.mean, "none"),
}
"""Metric -> the number reduced, how, and which way is better."""


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """The attributions of answered examples; NaN where a number is undefined."""

    methods: np.ndarray
    slices: np.ndarray
    owner: Int64[np.ndarray, " attributions"]
    unconverged: Bool[np.ndarray, " attributions"]
    numbers: dict[str, Float64[np.ndarray, " attributions"]]


class Completeness:
    """Residuals, errors of estimation, convergence and evaluations of every method.

    The unit is one attribution, that is one method on one example and target; the share that did
    not converge counts examples.
    """

    title = "Completeness of attributions"

    def rows(self, tables: Tables) -> Iterator[MetricRow]:
        """Yield the rows of the whole set, then of each slice, methods in the order of names."""
        measured = _measure(tables)
        for scope in (None, *slice_names(measured.slices)):
            within = np.ones(len(measured.slices), dtype=np.bool_)
            if scope is not None:
                within = measured.slices == scope
            for method in sorted(set(measured.methods[within])):
                yield from _rows(scope, method, measured, within & (measured.methods == method))


def _rows(
    scope: str | None, method: str, measured: _Measured, here: Bool[np.ndarray, " attributions"]
) -> Iterator[MetricRow]:
    for metric, (name, reduce, direction) in REDUCTIONS.items():
        values = measured.numbers[name][here]
        values = values[np.isfinite(values)]
        if values.size:
            estimate = plain(float(reduce(values)), values.size)
            yield MetricRow(metric, scope, estimate, direction, label=method)
    if method == CONVERGING:
        examples, one_each = np.unique(measured.owner[here], return_index=True)
        missed = int(measured.unconverged[here][one_each].sum())
        yield MetricRow(
            "unconverged_share", scope, wilson(missed, examples.size), "lower", label=method
        )


def _measure(tables: Tables) -> _Measured:
    examples = with_logits(tables.examples)
    owner = owners(examples, tables.attributions)
    attributions = tables.attributions.filter(pa.array(owner >= 0))
    owner = owner[owner >= 0]
    words = dense_words(examples)
    return _Measured(
        methods=strings_of(attributions["method"]),
        slices=strings_of(examples["slice"])[owner],
        owner=owner,
        unconverged=has_flag(examples, Flag.UNCONVERGED)[owner],
        numbers={
            "residual": residual_shares(attributions),
            "error": error_shares(attributions, words, owner),
            "evaluations": numbers_of(attributions["evaluations"]),
        },
    )


def residual_shares(attributions: pa.Table) -> Float64[np.ndarray, " attributions"]:
    """Return |residual| / max(|margin - base|, 0.1); NaN where the method has no residual.

    By the definition of the residual, margin - base = residual + sum of scores, which also holds
    for the targets of a multi-label head, whose margins the examples table does not list.
    """
    lengths = lengths_of(attributions["scores"])
    owner = np.repeat(np.arange(len(lengths)), lengths)
    sums = np.bincount(owner, entries_of(attributions["scores"]), minlength=len(lengths))
    residual = numbers_of(attributions["residual"])
    return np.asarray(np.abs(residual) / np.maximum(np.abs(residual + sums), SMALLEST_SCALE))


def error_shares(
    attributions: pa.Table, words: Words, owner: Int64[np.ndarray, " attributions"]
) -> Float64[np.ndarray, " attributions"]:
    """Return rms(error) / rms(scores) over text tokens.

    NaN where the method states no error, where all errors are 0 (nothing was estimated) and where
    all scores are 0.
    """
    lengths = lengths_of(attributions["error"])
    of_text = words.of_token[spans(words.starts[owner], lengths)] >= 0
    row = np.repeat(np.arange(len(lengths)), lengths)[of_text]
    errors = entries_of(attributions["error"])[of_text].astype(np.float64)
    stated = attributions.filter(attributions["error"].is_valid())
    scores = entries_of(stated["scores"])[of_text].astype(np.float64)
    above = np.bincount(row, errors**2, minlength=len(lengths))
    below = np.bincount(row, scores**2, minlength=len(lengths))
    shares = np.full(len(lengths), np.nan)
    np.divide(above, below, out=shares, where=(above > 0) & (below > 0))
    return np.asarray(np.sqrt(shares))


STATISTICS.register("completeness")(Completeness())
