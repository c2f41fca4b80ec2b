"""Which messages a picture draws, by one rule that its caption states.

Left out are messages of a token to itself and from sinks; they are summed apart. Of the rest, those of
at least `LEAST_SHARE` of the largest: each layer and query shows its k largest, k being the largest of 8
to 1 with which at most `MOST` are drawn; where one each is too many, the `MOST` largest of these.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.evidence.readings import flow_sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float16, Float64, Int64

    from auditkit.evidence.readings import FlowSizes
    from auditkit.render.scene.flows import Flow

MOST = 600
MOST_PER_QUERY = 8
LEAST_SHARE = 0.02

Place = tuple[int, ...]
"""Layer, head, query and key of a message."""


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """Messages from keys below to queries above, each through one layer and head."""

    layer: Int64[np.ndarray, " arcs"]
    head: Int64[np.ndarray, " arcs"]
    query: Int64[np.ndarray, " arcs"]
    key: Int64[np.ndarray, " arcs"]

    def __len__(self) -> int:
        return len(self.layer)

    def of(self, chosen: Int64[np.ndarray, " some"]) -> Messages:
        """Return some of them."""
        return Messages(self.layer[chosen], self.head[chosen], self.query[chosen], self.key[chosen])


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """The messages that are drawn, by layer, query and size; and what is not."""

    messages: Messages
    value: Float64[np.ndarray, " arcs"]
    per_query: int
    """k."""
    sizes: FlowSizes
    """How much of the flow they are, and where the rest is."""
    candidates: int
    """Messages that are neither of a token to itself nor from a sink."""


def select_arcs(flow: Flow, sinks: Sequence[int]) -> Arcs:
    """Choose the messages that are drawn."""
    layer, head, query, slot = np.nonzero(flow.values)
    key = flow.keys[layer, head, query, slot]
    every = Messages(layer, head, query, key)
    value = flow.values[layer, head, query, slot]
    size = np.abs(value)
    own = key == query
    from_sink = np.isin(key, np.asarray(sinks, np.int64)) & ~own
    free = np.flatnonzero(~own & ~from_sink)
    chosen, per_query = _largest(every, size, free)
    return Arcs(
        every.of(chosen),
        value[chosen],
        per_query=per_query,
        sizes=flow_sizes(size, own=own, sinks=from_sink, drawn=chosen),
        candidates=len(free),
    )


def largest_messages(
    arcs: Arcs, exact: Float16[np.ndarray, "layers heads tokens tokens"], most: int
) -> list[tuple[Place, float]]:
    """Return the largest of the messages drawn, at most `most`, by their exact values.

    Args:
        arcs: The messages drawn.
        exact: The tensor that they are rounded from.
        most: How many.

    Returns:
        Layer, head, query and key of each, and its value.
    """
    drawn = arcs.messages
    values = exact[drawn.layer, drawn.head, drawn.query, drawn.key].astype(np.float64)
    columns = (drawn.layer, drawn.head, drawn.query, drawn.key)
    places = [tuple(int(at) for at in place) for place in zip(*columns, strict=True)]
    order = np.argsort(-np.abs(values), kind="stable")[:most]
    return [(places[at], float(values[at])) for at in order]


def _largest(every: Messages, size: np.ndarray, free: np.ndarray) -> tuple[np.ndarray, int]:
    """Return which of the free messages are drawn, by layer, query and size, and k."""
    large = free[size[free] >= LEAST_SHARE * size[free].max(initial=0.0)]
    some = every.of(large)
    order = large[np.lexsort((some.key, some.head, -size[large], some.query, some.layer))]
    rank = _ranks(every.of(order))
    per_query = _most_per_query(rank)
    chosen = order[rank < per_query]
    if len(chosen) <= MOST:
        return chosen, per_query
    some = every.of(chosen)
    by_size = np.lexsort((some.key, some.head, some.query, some.layer, -size[chosen]))
    return chosen[np.sort(by_size[:MOST])], per_query


def _ranks(ordered: Messages) -> np.ndarray:
    """Return the place of each within its layer and query; they come ordered."""
    if not len(ordered):
        return ordered.layer
    changes = [np.diff(column, prepend=-1) != 0 for column in (ordered.layer, ordered.query)]
    starts = np.flatnonzero(changes[0] | changes[1])
    sizes = np.diff(np.append(starts, len(ordered)))
    return np.arange(len(ordered)) - np.repeat(starts, sizes)


def _most_per_query(rank: np.ndarray) -> int:
    for most in range(MOST_PER_QUERY, 1, -1):
        if int((rank < most).sum()) <= MOST:
            return most
    return 1
