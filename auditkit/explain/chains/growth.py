"""Grow a chain: from the position that is read, always the link that contributes most; and move its shape."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jaxtyping import Bool, Float32, Int64


_DRAWS = 100
"""Most permutations drawn to find one that moves every token of a chain."""


class Link(NamedTuple):
    """One message, all heads of a layer together; positions count all tokens."""

    layer: int
    query: int
    """Where the message goes: the position that looks."""
    key: int
    """Where it comes from: the position that is looked at."""


def grow(
    relevance: Float32[np.ndarray, "layers tokens tokens"],
    read: Iterable[int],
    most: int,
    *,
    least: float = 0.0,
    sink: int | None = None,
) -> list[Link]:
    """Return at most `most` links, in the order in which they were found.

    A link belongs to a chain if what it brings is read: its query is a position that the classifier
    reads, or the key of a link of a later layer. Among all such links the one with the largest
    absolute relevance comes next.

    Args:
        relevance: Of every message.
        read: The positions that the classifier reads.
        most: Most links.
        least: Least absolute relevance of a link; the chain ends where none contributes more.
        sink: Position whose messages are left out: they are one unit (see `auditkit.explain.chains`).
    """
    layers = len(relevance)
    waiting: list[tuple[float, Link]] = []
    below = np.zeros(relevance.shape[1], np.int64)
    """For each position, the number of layers whose messages to it are waiting or taken."""

    def reach(position: int, above: int) -> None:
        """Offer every message to `position` in the layers before `above`."""
        for layer in range(int(below[position]), above):
            for link in _messages(relevance[layer], layer, position, sink):
                heappush(waiting, (-abs(float(relevance[link])), link))
        below[position] = max(below[position], above)

    for position in read:
        reach(position, layers)
    chain: list[Link] = []
    while waiting and len(chain) < most:
        negated, link = heappop(waiting)
        if -negated < least:
            break
        chain.append(link)
        reach(link.key, link.layer)
    return chain


def _messages(
    relevance: Float32[np.ndarray, "tokens tokens"], layer: int, query: int, sink: int | None
) -> Iterator[Link]:
    for key in np.flatnonzero(relevance[query]):
        if key != sink:
            yield Link(layer, query, int(key))


def as_array(links: Sequence[Link]) -> Int64[np.ndarray, "links 3"]:
    """Return links as rows of layer, query and key."""
    return np.array(links, np.int64).reshape(-1, 3)


def permuted(
    links: Sequence[Link],
    of_text: Bool[np.ndarray, " tokens"],
    generator: np.random.Generator,
    *,
    causal: bool = False,
) -> list[Link]:
    """Return the same shape at other words: tokens of the text change places, special ones do not.

    Every token of the chain takes another's place, if there are others. In a causal model a message
    still comes from the earlier of its two positions.
    """
    text = np.flatnonzero(of_text)
    used = np.intersect1d(text, as_array(links)[:, 1:])
    places = np.arange(len(of_text))
    for _ in range(_DRAWS):
        places[text] = generator.permutation(text)
        if (places[used] != used).all():
            break
    moved = [Link(link.layer, int(places[link.query]), int(places[link.key])) for link in links]
    if not causal:
        return moved
    return [Link(a, max(query, key), min(query, key)) for a, query, key in moved]


def depth(chain: Iterable[Link], read: Iterable[int], of_text: Bool[np.ndarray, " tokens"]) -> int:
    """Return the most messages between different positions on a way from a token of the text to what is read.

    A way goes through links of ever later layers, each of which brings on what the one before it
    brought. What a position sends to itself is on the way, but moves nothing to another position. A
    token of the text whose own state is read is there with 0 messages; so the answer is 0 where no
    link brings anything from a token of the text to what is read, too.

    Args:
        chain: The links that count: of a tested route those with their effect as predicted.
        read: The positions that the classifier reads.
        of_text: Which positions are tokens of the text: ways begin there, not at special tokens.
    """
    longest = dict.fromkeys(np.flatnonzero(of_text).tolist(), 0)
    for _, links in groupby(sorted(chain), key=lambda link: link.layer):
        brought: dict[int, int] = {}
        for link in links:
            if link.key in longest:
                messages = longest[link.key] + (link.key != link.query)
                brought[link.query] = max(messages, brought.get(link.query, 0))
        for query, messages in brought.items():
            longest[query] = max(messages, longest.get(query, 0))
    return max((longest.get(position, 0) for position in read), default=0)


def is_connected(chain: Iterable[Link], read: Iterable[int], layers: int) -> bool:
    """Whether every link brings something that is read, or passed on by a later link."""
    chain = list(chain)
    reached = dict.fromkeys(read, layers)
    for link in sorted(chain, key=lambda one: -one.layer):
        if reached.get(link.query, 0) <= link.layer:
            return False
        reached[link.key] = max(reached.get(link.key, 0), link.layer)
    return True
