"""Agreement between attribution methods, averaged over examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.base import STATISTICS, MetricRow
from auditkit.aggregate.bootstrap import generator, mean_intervals
from auditkit.aggregate.columns import numbers_of, positions_in
from auditkit.aggregate.outcomes import Outcomes, answered

if TYPE_CHECKING:
    from jaxtyping import Float64

    from auditkit.aggregate.base import Tables

COLUMNS = {
    "agreement_spearman": "spearman",
    "agreement_top_k": "top_k_overlap",
    "agreement_sign": "sign_agreement",
}
"""Metric -> column of the agreement table."""


class Agreement:
    """Mean agreement of every pair of methods; examples weigh the same, targets are averaged."""

    title = "Agreement of methods"

    def rows(self, tables: Tables) -> Iterator[MetricRow]:
        """Yield the rows of the whole set, then of each slice."""
        outcomes = answered(tables)
        pairs = _pairs(tables)
        if not pairs or not len(outcomes):
            return
        by_metric = {metric: _by_example(tables, outcomes, pairs, metric) for metric in COLUMNS}
        for scope, mask in _masks(outcomes):
            for metric, values in by_metric.items():
                means = mean_intervals(values[mask], generator(metric, scope, tables.seed))
                for column, (first, second) in enumerate(pairs):
                    estimate = means.estimate(column)
                    if estimate is not None:
                        yield MetricRow(metric, scope, estimate, "none", first=first, second=second)


def _pairs(tables: Tables) -> list[tuple[str, str]]:
    names = tables.agreement.select(["first", "second"]).group_by(["first", "second"]).aggregate([])
    return sorted(zip(names["first"].to_pylist(), names["second"].to_pylist(), strict=True))


def _masks(outcomes: Outcomes) -> Iterator[tuple[str | None, np.ndarray]]:
    yield None, np.ones(len(outcomes), dtype=np.bool_)
    for name in sorted({name for name in outcomes.slices if name is not None}):
        yield name, outcomes.slices == name


def _by_example(
    tables: Tables, outcomes: Outcomes, pairs: list[tuple[str, str]], metric: str
) -> Float64[np.ndarray, "examples pairs"]:
    """The mean over the targets of each example; NaN where no target defines the measure."""
    table = tables.agreement
    index = {pair: column for column, pair in enumerate(pairs)}
    named = zip(table["first"].to_pylist(), table["second"].to_pylist(), strict=True)
    column = np.array([index[pair] for pair in named], dtype=np.int64)
    row = positions_in(table["example_id"], outcomes.ids)
    values = numbers_of(table[COLUMNS[metric]])
    used = (row >= 0) & np.isfinite(values)
    slot = (row * len(pairs) + column)[used]
    size = len(outcomes) * len(pairs)
    counts = np.bincount(slot, minlength=size)
    means = np.full(size, np.nan)
    np.divide(np.bincount(slot, values[used], minlength=size), counts, out=means, where=counts > 0)
    return means.reshape(len(outcomes), len(pairs))


STATISTICS.register("agreement")(Agreement())
