"""Findings about explanations that contradict each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

from auditkit.aggregate.columns import numbers_of, positions_in
from auditkit.aggregate.details import DISAGREES
from auditkit.aggregate.findings.base import Context, Finding, ids_at, ids_where
from auditkit.aggregate.intervals import wilson
from auditkit.evidence.outcomes import contradict

if TYPE_CHECKING:
    import pyarrow as pa
    from jaxtyping import Float64

    from auditkit.records import Estimate

FAITHFUL = ("grad_x_input", "integrated_gradients", "occlusion", "shap")
"""Methods that answer for the same target; attention and chance are not expected to agree."""

OFTEN = 0.1
"""From one example in ten on, no rationale should be shown without its rival."""


Pair = tuple[str, str]


def find_methods(context: Context) -> Iterator[Finding]:
    """Yield methods whose mean rank correlation lies below 0.5 with its whole interval.

    Pairs that share a method say one thing, that this one stands apart: they are one finding, with the
    number of the closest of them.
    """
    apart: dict[Pair, Estimate] = {}
    for pair in combinations(FAITHFUL, 2):
        mean = context.metric("agreement_spearman", pair=pair)
        if mean is not None and mean.high is not None and mean.high < DISAGREES:
            apart[pair] = mean
    for method, pairs in _grouped(apart):
        closest = sorted(pairs, key=lambda pair: (-apart[pair].value, pair))
        others = [second if first == method else first for first, second in closest]
        rows = [_of_pair(context.tables.agreement, pair) for pair in closest]
        by_example = np.fmin.reduce([_lowest(own, "spearman", context) for own in rows])
        order = [int(i) for i in np.argsort(by_example, kind="stable")]
        yield Finding(
            "methods_disagree",
            "medium",
            apart[closest[0]],
            "metrics.parquet: agreement_spearman",
            label=f"{method} vs {', '.join(others)}",
            reference=DISAGREES,
            examples=ids_at(context.outcomes, (i for i in order if by_example[i] < DISAGREES)),
        )


def _grouped(apart: Iterable[Pair]) -> Iterator[tuple[str, list[Pair]]]:
    """Yield a method with its pairs, the one in most pairs first; every pair once."""
    left = list(apart)
    while left:
        counts = Counter(name for pair in left for name in pair)
        method = min(counts, key=lambda name: (-counts[name], name))
        own = [pair for pair in left if method in pair]
        yield method, own
        left = [pair for pair in left if pair not in own]


def find_examples(context: Context) -> Iterator[Finding]:
    """Yield the share of examples on which SHAP and integrated gradients contradict each other.

    They do where the rank correlation is negative or fewer than half of the shared top words have
    equal signs; for multi-label heads if this holds for any target.
    """
    rows = _of_pair(context.tables.agreement, ("integrated_gradients", "shap"))
    ranks = _lowest(rows, "spearman", context)
    signs = _lowest(rows, "sign_agreement", context)
    compared = ~np.isnan(ranks) | ~np.isnan(signs)
    apart = contradict(ranks, signs)
    if not apart.any():
        return
    share = wilson(int(apart.sum()), int(compared.sum()))
    yield Finding(
        "disagreement_examples",
        "medium" if share.value > OFTEN else "low",
        share,
        "agreement.parquet: spearman, sign_agreement",
        label="integrated_gradients vs shap",
        examples=ids_where(context.outcomes, apart),
    )


def _of_pair(agreement: pa.Table, pair: tuple[str, str]) -> pa.Table:
    first, second = (
        pc.equal(agreement[name], pair[i]) for i, name in enumerate(("first", "second"))
    )
    return agreement.filter(pc.and_(first, second))


def _lowest(rows: pa.Table, column: str, context: Context) -> Float64[np.ndarray, " examples"]:
    """The smallest value over the targets of each example; NaN without one."""
    example = positions_in(rows["example_id"], context.outcomes.ids)
    values = numbers_of(rows[column])
    used = (example >= 0) & ~np.isnan(values)
    lowest = np.full(len(context.outcomes), np.inf)
    np.minimum.at(lowest, example[used], values[used])
    return np.where(np.isinf(lowest), np.nan, lowest)
