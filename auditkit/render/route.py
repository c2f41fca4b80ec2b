"""The picture of a chain: tokens as columns, layers as floors, links as lines that rise through one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from auditkit.records import Verdict
from auditkit.render.visible import clipped
from auditkit.render.wording import how_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.render.chain_blocks import Route, RouteLink

LEFT, RIGHT, TOP = 54, 16, 12
"""Room around the floors."""
BELOW, SLANT = 26, 5.0
"""Room for the names of the tokens, aslant below the floors: at least, and for each character."""
FITS = 330
"""A picture of few tokens is no wider than this, so that it fits on a phone unscaled."""
NARROWEST, WIDEST = 24, 44
"""Width of a column."""
USED, HIGHEST, LOWEST = 270, 74, 30
"""Height of all layers with links together, and of one."""
UNUSED, HIGHEST_UNUSED, LOWEST_UNUSED = 120, 13, 3
"""The same of layers without a link."""
LINE = 12
"""Least distance of the names of two layers."""
THINNEST, THICKEST = 1.4, 6.5
CHIP = 8.5
"""Half of the height of the number on a line, and of its width if it has two characters."""
WIDER = 2.5
"""Half of the width of another character."""
LONGEST = 11
"""Characters of a token's name."""
AS_PREDICTED, OPPOSITE = Verdict.CONFIRMED, Verdict.CONTRADICTED
"""Verdicts of links whose number is filled, and of those that bear a cross."""
ALONG = (0.34, 0.5, 0.2, 0.64, 0.42, 0.27, 0.57, 0.13, 0.72, 0.8, 0.88)
"""Where on its line a number may stand, from the key; the first free place is taken."""


Chip = tuple[tuple[float, float], float]
"""Middle of a link's number, and half of its width."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One link."""

    start: tuple[float, float]
    stop: tuple[float, float]
    width: float
    style: str
    """``pos`` or ``neg``; and ``told`` if its effect was as predicted."""
    is_crossed: bool
    """Whether its effect was opposite to what was predicted."""
    chip: tuple[float, float]
    half: float
    """Half of the width of its number."""
    label: str
    """The number, with a minus where the link opposes the target."""
    middle: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class RouteView:
    """Everything the template of the picture writes down."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    floors: tuple[float, ...]
    layers: tuple[Label, ...]
    columns: tuple[Label, ...]
    breaks: tuple[float, ...]
    """Where the text has tokens that no link touches."""
    strokes: tuple[Stroke, ...]
    has_cross: bool
    alt: str


def view(route: Route) -> RouteView:
    """Work out where everything stands."""
    pitch = min(WIDEST, max(NARROWEST, (FITS - LEFT - RIGHT) / max(1, len(route.tokens))))
    heights = _heights(route)
    bottom = TOP + sum(heights)
    floors = [bottom - sum(heights[:cut]) for cut in range(route.layers + 1)]
    columns = [_near(LEFT + pitch * (at + 0.5)) for at in range(len(route.tokens))]
    right = _near(LEFT + pitch * len(route.tokens))
    return RouteView(
        width=right + RIGHT,
        height=_near(bottom + BELOW + SLANT * _longest(route)),
        top=TOP,
        bottom=_near(bottom),
        left=LEFT,
        right=right,
        floors=tuple(_near(y) for y in floors),
        layers=_layers(route, floors),
        columns=tuple(
            Label(x, _near(bottom + 14), clipped(name, LONGEST))
            for x, name in zip(columns, route.tokens, strict=True)
        ),
        breaks=tuple(_near(columns[at] - pitch / 2) for at in route.gaps),
        strokes=_strokes(route, columns, floors),
        has_cross=any(link.verdict == OPPOSITE for link in route.links),
        alt=_alt(route),
    )


def _heights(route: Route) -> list[float]:
    """Return the height of every layer: those without a link are drawn lower."""
    used = {link.layer for link in route.links}
    tall = min(HIGHEST, max(LOWEST, USED / max(1, len(used))))
    low = min(HIGHEST_UNUSED, max(LOWEST_UNUSED, UNUSED / max(1, route.layers - len(used))))
    return [tall if layer in used else low for layer in range(route.layers)]


def _layers(route: Route, floors: list[float]) -> tuple[Label, ...]:
    """Return the names of layers: of all with links, and of others where there is room."""
    used = {link.layer for link in route.links}
    middles = [(low + high) / 2 for low, high in pairwise(floors)]
    named: list[int] = []
    for layer in [*sorted(used), *range(route.layers)]:
        if all(abs(middles[layer] - middles[other]) >= LINE for other in named):
            named.append(layer)
    return tuple(
        Label(LEFT - 8, _near(middles[layer] + 3.5), f"layer {layer}") for layer in sorted(named)
    )


def _strokes(route: Route, columns: list[float], floors: list[float]) -> tuple[Stroke, ...]:
    largest = max((abs(link.relevance) for link in route.links), default=0.0)
    chips: list[Chip] = []
    strokes = []
    for number, link in enumerate(route.links, start=1):
        start = (columns[link.key], _near(floors[link.layer]))
        stop = (columns[link.query], _near(floors[link.layer + 1]))
        label = f"{number}\u2212" if link.relevance < 0 else str(number)
        half = chip_half(label)
        places = [_between(start, stop, share) for share in ALONG]
        chips.append((free_place(places, half, chips), half))
        share = abs(link.relevance) / largest if largest else 0.0
        strokes.append(
            Stroke(
                start=start,
                stop=stop,
                width=_near(THINNEST + (THICKEST - THINNEST) * share),
                style=style_of(link.relevance, link.verdict),
                is_crossed=link.verdict == OPPOSITE,
                chip=chips[-1][0],
                half=half,
                label=label,
                middle=_between(start, stop, 0.94),
            )
        )
    return tuple(strokes)


def style_of(relevance: float, verdict: str) -> str:
    """Return the classes of a link: its sign, and whether its effect was as predicted."""
    return ("neg" if relevance < 0 else "pos") + (" told" if verdict == AS_PREDICTED else "")


def chip_half(label: str) -> float:
    """Return half of the width of a link's number."""
    return CHIP - 0.5 + WIDER * max(0, len(label) - 2)


def free_place(
    places: Sequence[tuple[float, float]], half: float, taken: Sequence[Chip]
) -> tuple[float, float]:
    """Return the first place that covers no other number, else the one with most room."""
    rooms = [min((_room(place, half, *other) for other in taken), default=1.0) for place in places]
    free = (place for place, room in zip(places, rooms, strict=True) if room >= 1)
    return next(free, places[rooms.index(max(rooms))])


def _room(
    place: tuple[float, float], half: float, other: tuple[float, float], other_half: float
) -> float:
    """Return how far apart two numbers are; below 1 they cover each other."""
    across, up = abs(place[0] - other[0]), abs(place[1] - other[1])
    return max(across / (half + other_half + 1), up / (2 * CHIP))


def _between(
    start: tuple[float, float], stop: tuple[float, float], share: float
) -> tuple[float, float]:
    (x1, y1), (x2, y2) = start, stop
    return (_near(x1 + share * (x2 - x1)), _near(y1 + share * (y2 - y1)))


def _near(value: float) -> float:
    return round(value, 1)


def _longest(route: Route) -> int:
    return max((len(clipped(name, LONGEST)) for name in route.tokens), default=0)


def _alt(route: Route) -> str:
    links = sorted(route.links, key=lambda link: link.layer)
    told = [_said(link, route) for link in links]
    return f"{how_many(len(links), 'link')} between {how_many(len(route.tokens), 'token')}. {'; '.join(told)}."


def _said(link: RouteLink, route: Route) -> str:
    sign = "opposes" if link.relevance < 0 else "supports"
    key, query = (clipped(route.tokens[at], LONGEST) for at in (link.key, link.query))
    shown = "effect as predicted" if link.verdict == AS_PREDICTED else "effect not as predicted"
    return f"layer {link.layer}: {key} to {query}, {sign}, {shown}"
