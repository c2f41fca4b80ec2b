"""The picture of the part about layers: the margin as a line, tokens by cuts as colours, and their table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.evidence.readings import largest, span
from auditkit.render import heat, numbers, payload
from auditkit.render.inline import Measure
from auditkit.render.route import Label
from auditkit.render.visible import clipped

if TYPE_CHECKING:
    from auditkit.render.chain_blocks import LayersPart

FLOOR = 17
"""Height of a row: one cut between layers."""
PLOT, GUTTER, TOP = 150, 62, 8
"""Width of the plot of the lens, room for the names of rows, room above."""
FITS = 330
WIDEST, THINNEST = 17.0, 1.2
"""Width of a token in the strip."""
ROOM = 13.0
"""Least distance of the names of two tokens."""
BELOW, LONGEST = 70, 11
MOST_NAMED = 16
LISTED = 1200
"""A strip with more cells has no table on the page."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Tokens by cuts as colours."""

    width: float
    height: float
    unit: float
    """Width of a token."""
    rows: tuple[Label, ...]
    paths: tuple[tuple[str, str], ...]
    """Class and path of every colour, in tokens by rows."""
    columns: tuple[Label, ...]
    """Names of tokens: of all if there is room, else of those that contribute most."""
    full: Measure
    """The relevance that gets full colour."""


@dataclass(frozen=True, slots=True)
class LayersView:
    """Everything the template writes down."""

    width: float
    height: float
    rows: tuple[Label, ...]
    zero: float
    dots: tuple[tuple[float, float], ...]
    line: str
    low: str
    high: str
    strip: Strip | None
    names: tuple[str, ...]
    """Of the cuts, the first one first."""
    cells: tuple[tuple[str, tuple[str, ...]], ...]
    """Every token with its relevance at each cut, as printed; none where they are too many."""
    alt: str


def view(part: LayersPart) -> LayersView:
    """Work out the picture and the table behind it."""
    values = [measure.value or 0.0 for measure in part.lens]
    low, high = span((0.0, *values))
    wide = high - low or 1.0
    places = [round(GUTTER + PLOT * (value - low) / wide, 1) for value in values]
    rows = _rows(len(values))
    dots = tuple((x, label.y - 4) for x, label in zip(places, rows, strict=True))
    return LayersView(
        width=GUTTER + PLOT + 16,
        height=TOP + FLOOR * len(values) + 20,
        rows=rows,
        zero=round(GUTTER + PLOT * -low / wide, 1),
        dots=dots,
        line=" ".join(f"{x},{y}" for x, y in dots),
        low=numbers.signed(low, 1),
        high=numbers.signed(high, 1),
        strip=None if part.cuts is None else _strip(part, rows),
        names=tuple(label.text for label in rows),
        cells=_cells(part),
        alt=f"The margin as the model's own head reads it from each of {len(values)} places, from "
        f"{numbers.signed(values[0], 2)} at the input to {numbers.signed(values[-1], 2)} at the end.",
    )


def _rows(cuts: int) -> tuple[Label, ...]:
    """Names of the cuts, the first one at the bottom."""
    return tuple(
        Label(GUTTER - 8, TOP + FLOOR * (cuts - 1 - cut) + 13, _name(cut)) for cut in range(cuts)
    )


def _name(cut: int) -> str:
    return f"after {cut - 1}" if cut else "input"


def _strip(part: LayersPart, rows: tuple[Label, ...]) -> Strip | None:
    if part.cuts is None:
        return None
    cuts, tokens = part.cuts.shape
    full = _full(part.cuts, part.evidence)
    scale = full.value or 0.0
    steps = np.array([[heat.level(float(v), scale) for v in row] for row in part.cuts[::-1]])
    found = [int(step) for step in np.unique(steps) if step]
    unit = min(WIDEST, max(THINNEST, round((FITS - GUTTER) / max(1, tokens), 1)))
    height = TOP + FLOOR * cuts
    return Strip(
        width=round(GUTTER + unit * tokens + 14, 1),
        height=height + BELOW,
        unit=unit,
        rows=rows,
        paths=tuple((heat.css_class(s, signed=True), payload.cells(steps == s)) for s in found),
        columns=tuple(
            Label(
                round(GUTTER + unit * (at + 0.5), 1), height + 11, clipped(part.tokens[at], LONGEST)
            )
            for at in _named(part.cuts, unit)
        ),
        full=full,
    )


def _full(cuts: np.ndarray, evidence: str) -> Measure:
    """Return the size of the relevance that gets full colour, with its place in the evidence."""
    at = largest(cuts)
    if at is None:
        return Measure(0.0, digits=numbers.decimals_for([]))
    return heat.as_size(float(cuts.ravel()[at]), f"{evidence}/{at}")


def _named(cuts: np.ndarray, unit: float) -> list[int]:
    """Return the tokens that are named: those that contribute most, as many as there is room for."""
    size = np.abs(cuts).max(axis=0, initial=0.0)
    named: list[int] = []
    for token in sorted(range(len(size)), key=lambda at: (-size[at], at)):
        if all(abs(token - other) * unit >= ROOM for other in named):
            named.append(token)
    return sorted(named if unit >= ROOM else named[:MOST_NAMED])


def _cells(part: LayersPart) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if part.cuts is None or part.cuts.size > LISTED:
        return ()
    decimals = numbers.decimals_for(part.cuts.ravel().tolist())
    return tuple(
        (name, tuple(numbers.signed(float(value), decimals) for value in part.cuts[:, token]))
        for token, name in enumerate(part.tokens)
    )
