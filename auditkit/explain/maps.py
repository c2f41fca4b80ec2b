"""Maps of every pair of positions: how large they are, and how many are held at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded

Item = TypeVar("Item")

MOST_MAPS = 32 * 2**20
"""Entries of maps that are held at a time; one example is held whole, however long it is."""


def map_entries(runner: Runner, row: Encoded) -> int:
    """Return the entries of one example's maps, all layers and heads together."""
    return runner.anatomy.layers * runner.anatomy.heads * len(row.tokens) ** 2


def held_together(items: Sequence[Item], entries: Sequence[int]) -> Iterator[list[Item]]:
    """Yield the items in their order, as many at a time as `MOST_MAPS` allows, at least one.

    Args:
        items: What is to be worked on.
        entries: Of the maps of each.
    """
    some: list[Item] = []
    held = 0
    for item, size in zip(items, entries, strict=True):
        if some and held + size > MOST_MAPS:
            yield some
            some, held = [], 0
        some.append(item)
        held += size
    if some:
        yield some
