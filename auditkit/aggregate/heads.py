"""Head statistics over the set: the mean over examples with a bootstrap interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.bootstrap import Means, generator, mean_intervals
from auditkit.aggregate.columns import matrix_of
from auditkit.evidence.schema import HEADS

if TYPE_CHECKING:
    from jaxtyping import Float64


def head_table(head_examples: pa.Table, layers: int, heads: int, seed: int) -> pa.Table:
    """Average every head statistic over the examples.

    An example counts where its value is a finite number. The interval holds the 2.5 % and 97.5 %
    percentiles of the mean over 2,000 resamples of the examples, the same resamples for all heads
    of a statistic, so that heads can be compared; with fewer than two examples there is none.

    Args:
        head_examples: Table of schema `HEAD_EXAMPLES`, in any order.
        layers: Layers of the model.
        heads: Heads of each layer.
        seed: The audit's seed.

    Returns:
        A table of schema `HEADS`, by statistic, layer and head.

    Raises:
        RecordError: A row holds another number of values than the model has heads.
    """
    names = sorted(set(head_examples["statistic"].unique().to_pylist()))
    tables = [HEADS.empty_table()]
    for name in names:
        values = _values(head_examples, name, layers * heads)
        means = mean_intervals(values, generator(name, "bootstrap", seed))
        tables.append(_rows(name, means, heads))
    return pa.concat_tables(tables)


def _values(
    head_examples: pa.Table, statistic: str, width: int
) -> Float64[np.ndarray, "examples width"]:
    """One statistic, examples in the order of their ids so that shards may come in any order."""
    rows = head_examples.filter(pc.equal(head_examples["statistic"], statistic))
    values = matrix_of(rows.sort_by("example_id")["values"], width, f"head_examples, {statistic}")
    values[~np.isfinite(values)] = np.nan
    return values


def _rows(statistic: str, means: Means, heads: int) -> pa.Table:
    index = np.arange(means.n.size)
    columns = {
        "layer": pa.array(index // heads, type=pa.int32()),
        "head": pa.array(index % heads, type=pa.int32()),
        "statistic": [statistic] * index.size,
        "value": pa.array(means.value, from_pandas=True),
        "low": pa.array(means.low, from_pandas=True),
        "high": pa.array(means.high, from_pandas=True),
        "n": pa.array(means.n, type=pa.int64()),
    }
    return pa.table(columns, schema=HEADS)
