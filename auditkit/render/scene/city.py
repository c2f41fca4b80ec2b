"""Where everything stands: tokens are columns, cuts between layers are floors, heads are lanes in depth.

The same as ``templates/viewer/src/layout/city.ts``. Units are the distance of two columns.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float64

    from auditkit.render.scene.select import Messages

TILE, TILE_LEAST, TILE_MOST = 0.72, 0.04, 0.3
"""Width of a tile; its least height, and what the largest number adds to it, in floors."""
SHELF_GAP = 1.5
HEAD_HEIGHT, HEAD_AT, HEAD_THICK = 0.22, 0.4, 0.6
MLP_AT, MLP_THICK = 0.75, 0.5
THINNEST, THICKER = 0.75, 4.25
"""Width of an arc in pixels: that of nothing, and what the largest adds."""

Point = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class City:
    """The ground plan of one scene."""

    tokens: int
    layers: int
    heads: int

    @property
    def layer_height(self) -> float:
        """Height of a layer."""
        return max(1.5, 0.75 * self.tokens / self.layers)

    @property
    def depth(self) -> float:
        """Depth of all lanes."""
        return max(4.0, 0.35 * self.tokens)

    @property
    def lane(self) -> float:
        """Depth of one head's lane."""
        return self.depth / self.heads

    @property
    def shelf(self) -> float:
        """Where the bars of heads begin."""
        return (self.tokens - 1) / 2 + SHELF_GAP

    @property
    def reach(self) -> float:
        """Length of the longest bar."""
        return max(2.0, 0.08 * self.tokens)

    @property
    def outline(self) -> Float64[np.ndarray, "12 3"]:
        """Points that a picture must hold: the corners of all floors, and the ends of the bars."""
        top = self.layers * self.layer_height + TILE_MOST * self.layer_height
        sides = [(x, self.depth / 2) for x in (-self.tokens / 2, self.tokens / 2)]
        sides.append((self.shelf + self.reach, self.depth / 4))
        return np.array(
            [(x, y, sign * z) for x, z in sides for y in (0.0, top) for sign in (-1, 1)]
        )

    def column(self, token: np.ndarray) -> Float64[np.ndarray, " ..."]:
        """Return x of tokens."""
        return np.asarray(token, np.float64) - (self.tokens - 1) / 2

    def lane_of(self, head: np.ndarray) -> Float64[np.ndarray, " ..."]:
        """Return z of heads."""
        return (np.asarray(head, np.float64) - (self.heads - 1) / 2) * self.lane

    def floor(self, cut: int) -> Float64[np.ndarray, "4 3"]:
        """Return the corners of the floor of a cut."""
        x, z, y = self.tokens / 2, self.depth / 2, cut * self.layer_height
        return np.array([(-x, y, -z), (x, y, -z), (x, y, z), (-x, y, z)])

    def tile(self, cut: int, token: int, share: float) -> tuple[Point, Point]:
        """Return the corners of the box that stands on a floor; `share` is |number| / largest."""
        x, y = float(self.column(np.array(token))), cut * self.layer_height
        high = y + TILE_LEAST + TILE_MOST * self.layer_height * share
        return (x - TILE / 2, y, -TILE / 2), (x + TILE / 2, high, TILE / 2)

    def head_bar(self, layer: int, head: int, share: float) -> tuple[Point, Point]:
        """Return the corners of a head's bar."""
        return self._bar(
            layer + HEAD_AT, float(self.lane_of(np.array(head))), HEAD_THICK * self.lane, share
        )

    def mlp_bar(self, layer: int, share: float) -> tuple[Point, Point]:
        """Return the corners of the bar of a layer's feed-forward part."""
        return self._bar(layer + MLP_AT, 0.0, MLP_THICK * self.depth, share)

    def _bar(self, floors: float, z: float, thick: float, share: float) -> tuple[Point, Point]:
        y, half = floors * self.layer_height, HEAD_HEIGHT * self.layer_height / 2
        start = (self.shelf, y - half, z - thick / 2)
        return start, (self.shelf + self.reach * share, y + half, z + thick / 2)

    def curves(self, messages: Messages) -> Float64[np.ndarray, "arcs 4 3"]:
        """Return the control points of the arcs: cubic Bezier curves from key up to query."""
        below, bulge = messages.layer * self.layer_height, 4 / 3 * self.lane_of(messages.head)
        start, stop = self.column(messages.key), self.column(messages.query)
        middle, nothing = below + self.layer_height / 2, np.zeros(len(below))
        points = [
            (start, below, nothing),
            (start, middle, bulge),
            (stop, middle, bulge),
            (stop, (messages.layer + 1) * self.layer_height, nothing),
        ]
        return np.stack([np.stack(point, axis=-1) for point in points], axis=1)
