"""Which examples a report lists each by itself, with a row and a card, and what the others are.

A set that is explained in part may have a hundred thousand examples of which nothing but the answer is
known. Those that are explained are always listed, of the others as many as a reader goes through.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.evidence.explained import explained_ids

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jaxtyping import Int64

MOST_UNEXPLAINED = 1_000
"""Unexplained examples that are listed; a row and its card take 3.3 KB of the page: 1.1 and 2.2."""
WRONG, UNANSWERED, UNLABELLED, RIGHT = "wrong", "unanswered", "unlabelled", "correct"
OUTCOMES = (WRONG, UNANSWERED, UNLABELLED, RIGHT)
"""What may have become of an example, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Which examples are listed."""

    rows: tuple[int, ...]
    """Rows of `examples.parquet`, in the order of the data."""
    unexplained: int
    """How many of them are not explained."""
    left_out: Mapping[str, int]
    """Outcome -> how many examples are not listed; empty where all are."""

    @property
    def not_listed(self) -> int:
        """How many examples are not listed."""
        return sum(self.left_out.values())


def everything(examples: pa.Table) -> Listing:
    """Return the listing of all examples."""
    rows = tuple(range(examples.num_rows))
    return Listing(rows, len(rows) - len(explained_ids(examples)), {})


def listing(examples: pa.Table, outcomes: pa.Table, details: pa.Table) -> Listing:
    """Return which examples are listed.

    All that are explained or shown in detail, and of the others the first `MOST_UNEXPLAINED`: wrong
    answers first, then those without an answer, then those without a gold label, then right answers,
    each in the order of the data.

    Args:
        examples: Table of schema `EXAMPLES`.
        outcomes: Table of schema `OUTCOMES`.
        details: Table of schema `DETAILS`.
    """
    always = {*explained_ids(examples), *details["example_id"].to_pylist()}
    is_always = pc.is_in(examples["id"], value_set=pa.array(sorted(always), pa.string())).to_numpy()
    kinds = _kinds(outcomes)
    others = np.flatnonzero(~is_always)
    others = others[np.argsort(kinds[others], kind="stable")]
    some, rest = others[:MOST_UNEXPLAINED], others[MOST_UNEXPLAINED:]
    counts = np.bincount(kinds[rest], minlength=len(OUTCOMES))
    return Listing(
        rows=tuple(np.sort([*np.flatnonzero(is_always), *some]).astype(int).tolist()),
        unexplained=len(some),
        left_out=dict(zip(OUTCOMES, counts.tolist(), strict=True)) if len(rest) else {},
    )


def _kinds(outcomes: pa.Table) -> Int64[np.ndarray, " rows"]:
    """Return the place of what became of each example in `OUTCOMES`."""
    right = pc.fill_null(outcomes["correct"], False).to_numpy()  # noqa: FBT003
    is_known = pc.is_valid(outcomes["correct"]).to_numpy()
    answered = pc.is_valid(outcomes["predicted"]).to_numpy()
    names = np.select([~answered, ~is_known, ~right], [UNANSWERED, UNLABELLED, WRONG], RIGHT)
    places = {name: place for place, name in enumerate(OUTCOMES)}
    return np.array([places[name] for name in names.tolist()], np.int64)
