"""Findings about what was not, or not fully, audited."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.columns import has_flag
from auditkit.aggregate.findings.base import MOST_EXAMPLES, Context, Finding, Severity
from auditkit.aggregate.intervals import plain
from auditkit.evidence.explained import is_part_explained, sampled_ids
from auditkit.records import Flag

if TYPE_CHECKING:
    from jaxtyping import Bool

FLAGS: dict[Flag, Severity] = {
    Flag.NON_FINITE: "high",
    Flag.NON_FINITE_SCORES: "medium",
    Flag.NO_TOKENS: "medium",
    Flag.OUT_OF_MEMORY: "medium",
    Flag.TRUNCATED: "medium",
    Flag.UNBALANCED: "medium",
    Flag.EMPTY: "info",
    Flag.ONE_TOKEN: "info",
    Flag.ONE_UNIT: "info",
    Flag.WORDS_GROUPED: "info",
}
"""High: the model failed. Medium: the audit does not cover what is in the data. Info: it does."""

OF_EXPLANATIONS = frozenset((Flag.NON_FINITE_SCORES, Flag.UNBALANCED, Flag.WORDS_GROUPED))
"""Flags of an example that is explained; nothing is known of others."""

OFTEN_UNCONVERGED = 0.05
"""Above one in twenty, integrated gradients of this model should be read with more nodes."""

OFTEN_ONE_UNIT = 0.1
"""Above one in ten, texts of one unit are no exception: medium, as their parts are not compared."""

LARGE_DIFFERENCE = 1e-3
"""Logits; ten times what float32 sums in another order differ by."""


def find_flags(context: Context) -> Iterator[Finding]:
    """Yield how many examples have a flag, for every flag that occurs.

    Flags that only explaining an example finds are counted among those drawn to be explained.
    """
    every = context.tables.examples.sort_by("row")
    drawn = _drawn(every)
    for flag, severity in FLAGS.items():
        examples = drawn if flag in OF_EXPLANATIONS else every
        flagged = has_flag(examples, flag)
        if flagged.any():
            count = plain(float(flagged.sum()), examples.num_rows)
            ids = _first_ids(examples, flagged)
            often = flag is Flag.ONE_UNIT and flagged.mean() > OFTEN_ONE_UNIT
            raised = "medium" if often else severity
            yield Finding(flag, raised, count, "examples.parquet: flags", examples=ids)


def find_unconverged(context: Context) -> Iterator[Finding]:
    """Yield the share of examples on which integrated gradients missed its tolerance."""
    share = context.metric("unconverged_share", None, "integrated_gradients")
    if share is None or share.value == 0:
        return
    examples = _drawn(context.tables.examples.sort_by("row"))
    yield Finding(
        "unconverged",
        "medium" if share.value > OFTEN_UNCONVERGED else "low",
        share,
        "metrics.parquet: unconverged_share",
        label="integrated_gradients",
        examples=_first_ids(examples, has_flag(examples, Flag.UNCONVERGED)),
    )


def find_kernel_difference(context: Context) -> Iterator[Finding]:
    """Yield where the production kernel answers differently from the audited one."""
    for key, largest in context.named("kernel_difference"):
        if largest.value > LARGE_DIFFERENCE:
            yield Finding(
                "kernel_difference",
                "medium",
                largest,
                "metrics.parquet: kernel_difference",
                label=key[2],
                reference=LARGE_DIFFERENCE,
            )


def find_not_audited(context: Context) -> Iterator[Finding]:
    """Yield how many rows of the data file were left out; n counts all of them."""
    left_out = context.not_audited
    if left_out:
        rows = left_out + context.tables.examples.num_rows
        count = plain(float(left_out), rows)
        yield Finding("not_audited", "low", count, "manifest.json: data.not_audited")


def _drawn(examples: pa.Table) -> pa.Table:
    """Return the examples that count in numbers over explained ones; all, where all are explained."""
    if not is_part_explained(examples):
        return examples
    ids = pa.array(sorted(sampled_ids(examples)), pa.string())
    return examples.filter(pc.is_in(examples["id"], ids))


def _first_ids(examples: pa.Table, mask: Bool[np.ndarray, " examples"]) -> tuple[str, ...]:
    return tuple(examples["id"].take(pa.array(np.flatnonzero(mask)[:MOST_EXAMPLES])).to_pylist())
