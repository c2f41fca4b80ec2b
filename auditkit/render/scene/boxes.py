"""Boxes of one colour as one path, wherever that paints what a path for each would."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from auditkit.render import paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.render.paths import Spot

APART = 15
"""Tenths of a pixel around a box on which its edges may leave something."""


@dataclass(frozen=True)
class Box:
    """The visible faces of a box, in one style."""

    style: str
    faces: tuple[list[Spot], ...]

    def touches(self, other: Box) -> bool:
        """Whether two boxes may paint the same pixels: whether no straight line keeps them apart."""
        upright = _is_near(self._across, other._across) and _is_near(self._down, other._down)
        return upright and not any(
            _are_apart(self._spots, other._spots, edge) for edge in (*self._edges, *other._edges)
        )

    @cached_property
    def _spots(self) -> frozenset[Spot]:
        return frozenset(spot for face in self.faces for spot in face)

    @cached_property
    def _across(self) -> Spot:
        return _span(x for x, _ in self._spots)

    @cached_property
    def _down(self) -> Spot:
        return _span(y for _, y in self._spots)

    @cached_property
    def _edges(self) -> frozenset[Spot]:
        return frozenset(
            (x1 - x0, y1 - y0) for face in self.faces for (x0, y0), (x1, y1) in pairwise(face)
        )


def coats(boxes: Iterable[Box]) -> Iterator[tuple[str, str]]:
    """Yield class and path data, from back to front.

    A box joins earlier ones of its style if nothing on its place was painted since.
    """
    painted: list[_Coat] = []
    for box in boxes:
        coat = next((one for one in _free(painted, box) if one.style == box.style), None)
        if coat is None:
            coat = _Coat(box.style)
            painted.append(coat)
        coat.boxes.append(box)
    for coat in painted:
        yield coat.style, paths.polygons(face for box in coat.boxes for face in box.faces)


@dataclass(slots=True)
class _Coat:
    """Boxes of one style of which none lies over another."""

    style: str
    boxes: list[Box] = field(default_factory=list)


def _free(painted: list[_Coat], box: Box) -> Iterator[_Coat]:
    """Yield the coats, the last one first, to which a box may still be added."""
    for coat in reversed(painted):
        if any(map(box.touches, coat.boxes)):
            return
        yield coat


def _span(numbers: Iterable[int]) -> Spot:
    found = list(numbers)
    return min(found), max(found)


def _is_near(one: Spot, other: Spot) -> bool:
    return one[0] - other[1] < APART and other[0] - one[1] < APART


def _are_apart(one: frozenset[Spot], other: frozenset[Spot], edge: Spot) -> bool:
    """Whether a line along an edge keeps spots apart."""
    across, down = edge
    length = math.hypot(across, down)
    if length == 0:
        return False
    here, there = (_span(x * down - y * across for x, y in spots) for spots in (one, other))
    return max(here[0] - there[1], there[0] - here[1]) >= APART * length
