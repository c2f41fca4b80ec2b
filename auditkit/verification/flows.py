"""The table of the largest messages that a card's picture draws: those that the rule chooses.

The rule stands in docs/viewer.md. What is drawn is chosen among the numbers as the page has them; what is
listed are the exact ones of the evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from auditkit.verification.names import token_names
from auditkit.verification.scene_arrays import FLOWS, RULES, SQUARE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.verification.about import About
    from auditkit.verification.blocks import StoredArray
    from auditkit.verification.markup import Element

_LISTED = 20
_LEAST_SHARE, _MOST, _MOST_PER_QUERY = 0.02, 600, 8

Message = tuple[int, ...]
"""Layer, head, query, key."""


class Shown(NamedTuple):
    """The quantity that a picture draws, as the page has it."""

    tensor: str
    values: np.ndarray
    """[layers heads queries kept]."""
    keys: np.ndarray
    """The key of each."""


def flow_table_problem(
    card: Element, arrays: Mapping[str, StoredArray], known: About
) -> str | None:
    """Compare the table of a card with the rule.

    Args:
        card: The card.
        arrays: What it hands to the viewer, which is what the evidence has.
        known: What the evidence has about its example.
    """
    shown = _shown(arrays)
    exact = known.tensors[shown.tensor].astype(np.float64)
    drawn = _drawn(shown, known.sinks)
    size = np.abs(exact[tuple(drawn.T)])
    order = np.argsort(-size, kind="stable")[:_LISTED]
    wanted = [tuple(map(int, drawn[at])) for at in order]
    own = f"ex-{known.example}-flows"
    tables = [part for part in card.find("div", "table") if part.attributes.get("id") == own]
    lines = [line for one in tables for body in one.find("tbody") for line in body.find("tr")]
    if len(lines) != len(wanted):
        return f"lists {len(lines)} of the largest messages, not {len(wanted)}"
    tensor, names = f"{known.tensors_name}#{shown.tensor}", token_names(known.row)
    pairs = zip(lines, wanted, strict=True)
    problems = (_line_problem(line, message, tensor, names) for line, message in pairs)
    return next((problem for problem in problems if problem), None)


def _shown(arrays: Mapping[str, StoredArray]) -> Shown:
    """Return the relevance, where there is none the attention."""
    flow = "relevance" if "relevance" in arrays else "attention"
    held, rule = arrays[flow], RULES[flow]
    shares = held.values.astype(np.float64) / rule.most
    values = (
        shares * shares if rule.law == SQUARE else np.sign(shares) * (shares * shares) * held.scale
    )
    if f"{flow}_keys" in arrays:
        keys = arrays[f"{flow}_keys"].values.astype(np.int64)
    else:
        keys = np.broadcast_to(np.arange(values.shape[-1]), values.shape)
    return Shown(FLOWS[flow], values, keys)


def _drawn(shown: Shown, sinks: list[int]) -> np.ndarray:
    """Return layer, head, query and key of the messages that are drawn, by layer, query and size."""
    place = np.argwhere(shown.values)
    size = np.abs(shown.values[tuple(place.T)])
    every = np.column_stack([place[:, :3], shown.keys[tuple(place.T)]])
    free = (every[:, 3] != every[:, 2]) & ~np.isin(every[:, 3], sinks)
    every, size = every[free], size[free]
    large = size >= _LEAST_SHARE * size.max(initial=0.0)
    every, size = every[large], size[large]
    layer, head, query, key = every.T
    order = np.lexsort((key, head, -size, query, layer))
    every, size = every[order], size[order]
    rank = _ranks(every)
    few = next((k for k in range(_MOST_PER_QUERY, 1, -1) if (rank < k).sum() <= _MOST), 1)
    every, size = every[rank < few], size[rank < few]
    layer, head, query, key = every.T
    largest = np.lexsort((key, head, query, layer, -size))[:_MOST]
    return np.asarray(every[np.sort(largest)])


def _ranks(every: np.ndarray) -> np.ndarray:
    """Return the place of each message among those of its layer and query, which follow each other."""
    seen: dict[tuple[int, int], int] = {}
    ranks = []
    for layer, _, query, _ in every.tolist():
        ranks.append(seen.get((layer, query), 0))
        seen[layer, query] = ranks[-1] + 1
    return np.array(ranks, np.int64)


def _line_problem(line: Element, message: Message, tensor: str, names: Sequence[str]) -> str | None:
    layer, head, query, key = message
    where = f"{tensor}/{'/'.join(map(str, message))}"
    if [mark.attributes.get("data-evidence") for mark in line.find("data")] != [where]:
        return f"does not list {where} where it belongs by size"
    if [cell.text() for cell in line.children[2:4]] != [str(layer), str(head)]:
        return f"says another layer or head of {where}"
    if [_first_name(cell) for cell in line.children[:2]] != [names[key], names[query]]:
        return f"says other tokens of {where}"
    return None


def _first_name(cell: Element) -> str:
    """Return the token that a cell begins with: its text in quotes, a special one as code."""
    for part in cell.children[:1]:
        text = part.text()
        return text if part.tag == "code" else text.removeprefix("\u201c").removesuffix("\u201d")
    return ""
