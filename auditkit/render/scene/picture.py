"""The picture that stands for the viewer: the same camera, rule and arcs, drawn without scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.records import Grade
from auditkit.render import heat, paths
from auditkit.render.route import Label, chip_half, free_place, style_of
from auditkit.render.scene.boxes import Box, coats
from auditkit.render.scene.camera import FRAME, Camera, camera
from auditkit.render.scene.city import THICKER, THINNEST, City
from auditkit.render.scene.select import Arcs, Messages
from auditkit.render.visible import clipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditkit.render.paths import Spot
    from auditkit.render.route import Chip
    from auditkit.render.scene.build import Built
    from auditkit.render.scene.city import Point
    from auditkit.render.scene.records import RouteLink

ABOVE, BELOW = 14, 62
"""Room above the highest floor, and for the names of tokens below the lowest column."""
LEAST_SHARE = 0.02
"""Tiles and bars of a smaller share of the largest are left out."""
LINE = 11.5
"""Least distance of two names, in pixels."""
LONGEST = 12
ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on its curve a number may stand."""
EIGHTHS = heat.STEPS
DASHED = frozenset(heat.css_class(-step, signed=True) for step in range(1, heat.STEPS + 1))
"""Styles whose edges are dashed."""

Path = tuple[str, str]
"""Class and path data."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Arcs of one sign and size."""

    style: str
    width: float
    path: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One link of the chain."""

    path: str
    style: str
    """Its sign, and whether its test confirmed it."""
    x: float
    y: float
    half: float
    """Half of the width of its number."""
    label: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """Everything the template of the picture writes down, from back to front; paths in tenths of a pixel."""

    width: float
    top: float
    height: float
    floors: tuple[str, ...]
    poles: str
    behind: tuple[Strokes, ...]
    boxes: tuple[Path, ...]
    before: tuple[Strokes, ...]
    route: tuple[Stop, ...]
    quiet: bool
    """Whether the links are no confirmed chain, and so drawn faintly."""
    tokens: tuple[Label, ...]
    layers: tuple[Label, ...]


def view(one: Built) -> PictureView:
    """Draw a scene."""
    scene = one.scene
    city = City(len(scene.tokens), scene.layers, scene.heads)
    eye = camera(city.outline)
    curves = eye.project(city.curves(one.arcs.messages))
    is_behind = city.lane_of(one.arcs.messages.head) < 0
    names = _token_names(eye, city, scene.tokens)
    top = _top(eye, city)
    bottom = max(name.y for name in names) + BELOW
    return PictureView(
        width=FRAME.width,
        top=top,
        height=round(bottom - top, 1),
        floors=tuple(
            paths.polygons([_seen(eye, city.floor(cut))]) for cut in range(scene.layers + 1)
        ),
        poles=_poles(eye, city),
        behind=_strokes(one.arcs, curves, is_behind),
        boxes=tuple(coats(_boxes(eye, city, one))),
        before=_strokes(one.arcs, curves, ~is_behind),
        route=tuple(_route(eye, city, scene.route)),
        quiet=scene.grade != Grade.CONFIRMED,
        tokens=names,
        layers=_layer_names(eye, city),
    )


def _top(eye: Camera, city: City) -> float:
    return round(float(eye.project(city.outline)[:, 1].min()) - ABOVE, 1)


def _seen(eye: Camera, corners: Iterable[Point] | np.ndarray) -> list[Spot]:
    return paths.spots(eye.project(np.array(list(corners))))


def _poles(eye: Camera, city: City) -> str:
    x = city.column(np.arange(city.tokens))
    low = eye.project(np.stack([x, 0 * x, 0 * x], -1))
    high = eye.project(np.stack([x, 0 * x + city.layers * city.layer_height, 0 * x], -1))
    return paths.lines(zip(paths.spots(low), paths.spots(high), strict=True))


def _strokes(arcs: Arcs, curves: np.ndarray, where: np.ndarray) -> tuple[Strokes, ...]:
    """Return the arcs that hold, those of one sign and eighth of the largest as one path."""
    largest = float(np.abs(arcs.value).max(initial=0.0)) or 1.0
    eighths = np.ceil(np.abs(arcs.value) / largest * EIGHTHS).astype(int)
    drawn = []
    for eighth in range(1, EIGHTHS + 1):
        for sign, style in ((-1, "neg"), (1, "pos")):
            chosen = np.flatnonzero(where & (eighths == eighth) & (np.sign(arcs.value) == sign))
            if len(chosen):
                path = paths.curves(paths.spots(curves[at]) for at in chosen)
                width = round(THINNEST + THICKER * (eighth - 0.5) / EIGHTHS, 2)
                drawn.append(Strokes(f"{style} e{eighth}", width, path))
    return tuple(drawn)


def _boxes(eye: Camera, city: City, one: Built) -> Iterable[Box]:
    arrays = {name: array.numbers() for name, array in one.arrays.items()}
    signed = one.quantity == "relevance"
    contributed = arrays["cuts"] if signed and "cuts" in arrays else arrays.get("norms")
    if contributed is not None:
        largest = float(np.abs(contributed).max(initial=0.0)) or 1.0
        for cut, token in np.argwhere(np.abs(contributed) >= LEAST_SHARE * largest):
            share = float(contributed[cut, token]) / largest
            yield _box(eye, city.tile(int(cut), int(token), abs(share)), share, signed=signed)
    yield from _shelf(eye, city, one, arrays)


def _shelf(eye: Camera, city: City, one: Built, arrays: Mapping[str, np.ndarray]) -> Iterable[Box]:
    signed = one.quantity == "relevance"
    heads = arrays["head_totals"] if signed else _sums(one)
    mlp = arrays.get("mlp_totals", np.zeros(0)) if signed else np.zeros(0)
    largest = float(max(np.abs(heads).max(initial=0.0), np.abs(mlp).max(initial=0.0))) or 1.0
    for layer in range(city.layers):
        for head in range(city.heads):
            share = float(heads[layer, head]) / largest
            if abs(share) >= LEAST_SHARE:
                yield _box(eye, city.head_bar(layer, head, abs(share)), share, signed=signed)
        if len(mlp) and abs(mlp[layer]) >= LEAST_SHARE * largest:
            share = float(mlp[layer]) / largest
            yield _box(eye, city.mlp_bar(layer, abs(share)), share, signed=signed)


def _sums(one: Built) -> np.ndarray:
    """Return by layer and head the sum over all messages that may be drawn."""
    query = np.arange(one.flow.keys.shape[2])[:, None]
    free = (one.flow.keys != query) & ~np.isin(one.flow.keys, one.scene.sinks)
    return np.asarray((one.flow.values * free).sum((2, 3)))


def _box(eye: Camera, corners: tuple[Point, Point], share: float, *, signed: bool) -> Box:
    """Return the faces of a box that the camera sees from above and the right."""
    (x0, y0, z0), (x1, y1, z1) = corners
    faces = (
        ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1)),
        ((x1, y0, z0), (x1, y1, z0), (x1, y1, z1), (x1, y0, z1)),
        ((x0, y0, z1), (x1, y0, z1), (x1, y1, z1), (x0, y1, z1)),
    )
    style = heat.css_class(heat.level(share, 1.0), signed=signed)
    seen = [_seen(eye, face) for face in faces]
    if style not in DASHED:
        # All from the corner that they share, which is shorter; dashes would show where a face begins.
        seen = [[*face[2:], *face[:2]] for face in seen]
    return Box(style, tuple(seen))


def _route(eye: Camera, city: City, links: Iterable[RouteLink]) -> Iterable[Stop]:
    taken: list[Chip] = []
    for link in links:
        points = eye.project(city.curves(_as_message(link)))[0]
        against = link.relevance < 0
        label = f"{link.rank + 1}\u2212" if against else str(link.rank + 1)
        half = chip_half(label)
        taken.append((free_place(_along(points), half, taken), half))
        (x, y), _ = taken[-1]
        yield Stop(
            path=paths.curves([paths.spots(points)]),
            style=style_of(link.relevance, link.verdict),
            x=x,
            y=y,
            half=half,
            label=label,
        )


def _along(curve: np.ndarray) -> list[tuple[float, float]]:
    """Return places on a curve, those nearest to its middle first."""
    shares = np.array(ALONG)[:, None]
    back = 1 - shares
    terms = (back**3, 3 * back**2 * shares, 3 * back * shares**2, shares**3)
    places = sum(term * point for term, point in zip(terms, curve[:, :2], strict=True))
    return [(round(float(x), 1), round(float(y), 1)) for x, y in np.asarray(places)]


def _as_message(link: RouteLink) -> Messages:
    return Messages(*(np.array([at]) for at in (link.layer, link.head, link.query, link.key)))


def _token_names(eye: Camera, city: City, names: tuple[str, ...]) -> tuple[Label, ...]:
    """Name every token, or as many as there is room for, in even steps."""
    x = city.column(np.arange(city.tokens))
    feet = eye.project(np.stack([x, 0 * x, 0 * x], -1))
    pitch = float(np.diff(feet[:, 0]).min(initial=FRAME.width))
    step = max(1, int(np.ceil(LINE / max(1.0, pitch))))
    return tuple(
        Label(round(float(px), 1), round(float(py) + 8, 1), clipped(names[token], LONGEST))
        for token, (px, py, _) in enumerate(feet)
        if token % step == 0
    )


def _layer_names(eye: Camera, city: City) -> tuple[Label, ...]:
    heights = (np.arange(city.layers) + 0.5) * city.layer_height
    left = np.full(city.layers, -city.tokens / 2)
    points = eye.project(np.stack([left, heights, 0 * heights], -1))
    pitch = float(np.abs(np.diff(points[:, 1])).min(initial=FRAME.height))
    step = max(1, int(np.ceil(LINE / max(1.0, pitch))))
    return tuple(
        Label(round(float(x) - 6, 1), round(float(y) + 4, 1), str(layer))
        for layer, (x, y, _) in enumerate(points)
        if layer % step == 0
    )
