"""Which examples are explained, and which of them count in numbers over explained examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc

if TYPE_CHECKING:
    import pyarrow as pa

ALL, SAMPLE, DETAIL = "all", "sample", "detail"
"""Values of the column ``explained`` of `examples.parquet`."""


def explained_ids(examples: pa.Table) -> frozenset[str]:
    """Return the ids of all explained examples.

    Args:
        examples: Table of schema `EXAMPLES`, or its columns id, predicted and explained.
    """
    if _is_unmarked(examples):
        return _ids(examples, pc.is_valid(examples["predicted"]))
    return _ids(examples, pc.is_valid(examples["explained"]))


def sampled_ids(examples: pa.Table) -> frozenset[str]:
    """Return the ids of the explained examples that stand for the whole set.

    Those that are explained only because they are shown in detail were chosen for being wrong or
    unsure, and would distort every number.
    """
    if _is_unmarked(examples):
        return explained_ids(examples)
    marks = examples["explained"]
    return _ids(examples, pc.or_kleene(pc.equal(marks, ALL), pc.equal(marks, SAMPLE)))


def is_part_explained(examples: pa.Table) -> bool:
    """Whether examples with an answer were left unexplained, so that a sample stands for them."""
    return (
        "explained" in examples.column_names
        and SAMPLE in examples["explained"].unique().to_pylist()
    )


def _is_unmarked(examples: pa.Table) -> bool:
    """Whether this is older evidence, in which every example with an answer is explained."""
    names = examples.column_names
    return "explained" not in names or examples["explained"].null_count == examples.num_rows


def _ids(examples: pa.Table, mask: pa.ChunkedArray) -> frozenset[str]:
    return frozenset(examples["id"].filter(mask).to_pylist())
