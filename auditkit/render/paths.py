"""Path data in whole tenths of a pixel: relative, so short, and exact, since whole numbers add up.

A picture draws them inside ``<g transform="scale(.1)">``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jaxtyping import Float64

Spot = tuple[int, int]
"""A place in tenths of a pixel."""


def spots(points: Float64[np.ndarray, "points coordinates"]) -> list[Spot]:
    """Return points in whole tenths; coordinates beyond x and y are left out."""
    return [(int(x), int(y)) for x, y in np.rint(points[:, :2] * 10)]


def polygons(shapes: Iterable[Sequence[Spot]]) -> str:
    """Return path data of closed shapes; those that begin where the one before did need no move."""
    data: list[str] = []
    at = (0, 0)
    for shape in shapes:
        # What follows the first pair of ``m`` are lines; ``z`` leads back to where the shape began.
        move = "l" if data and shape[0] == at else f"m{_written([_step(at, shape[0])])}"
        gap = "" if move == "l" or shape[1][0] < shape[0][0] else " "
        data.append(f"{move}{gap}{_written(_steps(shape))}z")
        at = shape[0]
    return "".join(data)


def lines(shapes: Iterable[Sequence[Spot]]) -> str:
    """Return path data of open lines."""
    data, at = [], (0, 0)
    for shape in shapes:
        data.append(f"m{_written(_steps([at, *shape]))}")
        at = shape[-1]
    return "".join(data)


def curves(shapes: Iterable[Sequence[Spot]]) -> str:
    """Return path data of cubic Bezier curves, of four control points each."""
    data, at = [], (0, 0)
    for start, *others in shapes:
        bend = [_step(start, other) for other in others]
        data.append(f"m{_written([_step(at, start)])}c{_written(bend)}")
        at = others[-1]
    return "".join(data)


def _steps(places: Sequence[Spot]) -> list[Spot]:
    return [_step(start, stop) for start, stop in pairwise(places)]


def _step(start: Spot, stop: Spot) -> Spot:
    return stop[0] - start[0], stop[1] - start[1]


def _written(steps: Iterable[Spot]) -> str:
    """Write numbers with blanks between them, but for those that a minus sets apart."""
    return " ".join(str(number) for step in steps for number in step).replace(" -", "-")
