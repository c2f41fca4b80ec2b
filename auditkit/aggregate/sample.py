"""Which examples are explained: a seeded draw, stratified by slice and by right and wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.evidence.explained import explained_ids, sampled_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.aggregate.base import Tables
    from auditkit.aggregate.outcomes import Outcomes

PURPOSE = "explain"
"""What the draw is for, as it enters every hash."""

Stratum = tuple[str, bool, str]
"""Right, wrong or not labelled; whether there is a slice, and its name."""


def drawn_sample(outcomes: Outcomes, count: int, seed: int) -> list[str]:
    """Draw `count` examples so that each has the same chance, M of them in all.

    Strata are the examples that are right, wrong or not labelled, in each slice. With M_h examples
    in stratum h its share of the draw is q_h = count * M_h / M, rounded up or down: strata in their
    order share out the seats of a systematic draw,

        n_h = floor(Q_h + r / M) - floor(Q_(h-1) + r / M),   Q_h = q_1 + ... + q_h,

    with r drawn from 0 ... M - 1. So n_h has the mean q_h and lies less than 1 from it, all n_h add up
    to `count`, and as all that is right stands before all that is wrong, their numbers lie less than 1
    from their shares too. Within a stratum those with the smallest SHA-256 of [id, "explain", seed]
    are taken. Nothing depends on the order of the data, and means over the draw need no weights.

    Args:
        outcomes: Every example with an answer.
        count: How many to draw; all of them where there are no more.
        seed: The audit's seed.

    Returns:
        Ids, sorted.

    References:
        Madow 1949, "On the theory of systematic sampling, II", Annals of Mathematical Statistics 20.
    """
    strata = _strata(outcomes)
    seats = _seats([len(ids) for ids in strata], count, _lot(["start", PURPOSE, seed]))
    chosen = (
        sorted(ids, key=lambda name: _lot([name, PURPOSE, seed]))[:places]
        for ids, places in zip(strata, seats, strict=True)
    )
    return sorted(name for ids in chosen for name in ids)


def over_sample(tables: Tables) -> Tables:
    """Return the tables with the explanations that count in numbers over explained examples."""
    return replace(
        tables,
        attributions=about_sample(tables.attributions, tables.examples),
        agreement=about_sample(tables.agreement, tables.examples),
    )


def about_sample(rows: pa.Table, examples: pa.Table) -> pa.Table:
    """Return the rows, by their ``example_id``, that count in such numbers."""
    apart = sorted(explained_ids(examples) - sampled_ids(examples))
    if not apart:
        return rows
    return rows.filter(pc.invert(pc.is_in(rows["example_id"], pa.array(apart, pa.string()))))


def _strata(outcomes: Outcomes) -> list[list[str]]:
    """Return the ids of each stratum: all that is right, then what is wrong, slice by slice."""
    found: dict[Stratum, list[str]] = defaultdict(list)
    columns = (outcomes.ids, outcomes.slices, outcomes.labelled, outcomes.right)
    for name, slice_, labelled, right in zip(*columns, strict=True):
        answer = ("right" if right else "wrong") if labelled else "unlabelled"
        found[answer, slice_ is not None, slice_ or ""].append(str(name))
    return [found[stratum] for stratum in sorted(found)]


def _seats(sizes: Sequence[int], count: int, start: int) -> list[int]:
    """Share out `count` seats in proportion to `sizes`, each rounded up or down by chance."""
    total = sum(sizes)
    if count >= total:
        return list(sizes)
    seats, taken, reached = [], 0, start % total
    for size in sizes:
        reached += size * count
        seats.append(reached // total - taken)
        taken = reached // total
    return seats


def _lot(parts: list[str | int]) -> int:
    return int(sha256_bytes(canonical_json([*parts])), 16)
