"""The camera of the city, the same as ``templates/viewer/src/layout/camera.ts``.

A point q (relative to the centre) is seen at depth D - q.d; x and y are its shares along the camera's
right and up, divided by depth x tan(fov / 2), x also by the frame's width / height.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float64

FOV = 30.0
"""Vertical field of view in degrees."""
FILLED = 0.97
"""Share of the frame that the city takes, at most."""
PRESETS = {"orbit": (24.0, 14.0), "front": (0.0, 0.0), "side": (90.0, 0.0), "top": (0.0, 90.0)}
"""Azimuth (0 looks along -z, positive from the right) and elevation, in degrees."""
_STRAIGHT_DOWN = 89.999


class Frame(NamedTuple):
    """Size of the picture in pixels."""

    width: float
    height: float


FRAME = Frame(900, 560)


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """Where the eye is, and what it turns points into."""

    centre: Float64[np.ndarray, " 3"]
    toward: Float64[np.ndarray, " 3"]
    """Unit vector from the centre to the eye."""
    right: Float64[np.ndarray, " 3"]
    up: Float64[np.ndarray, " 3"]
    distance: float
    frame: Frame

    def project(self, points: Float64[np.ndarray, "... 3"]) -> Float64[np.ndarray, "... 3"]:
        """Return x and y in pixels (y downwards) and the depth of each point."""
        relative = np.asarray(points, np.float64) - self.centre
        depth = self.distance - relative @ self.toward
        tangent = math.tan(math.radians(FOV) / 2)
        aspect = self.frame.width / self.frame.height
        x = (1 + relative @ self.right / (depth * tangent * aspect)) * self.frame.width / 2
        y = (1 - relative @ self.up / (depth * tangent)) * self.frame.height / 2
        return np.stack([x, y, depth], axis=-1)


def camera(
    outline: Float64[np.ndarray, "points 3"], preset: str = "orbit", frame: Frame = FRAME
) -> Camera:
    """Return the camera from which points fill the frame, turned about the middle of their box.

    Args:
        outline: The points.
        preset: One of `PRESETS`.
        frame: Size of the picture.
    """
    azimuth, elevation = (math.radians(angle) for angle in PRESETS[preset])
    toward = np.array(
        [
            math.cos(elevation) * math.sin(azimuth),
            math.sin(elevation),
            math.cos(elevation) * math.cos(azimuth),
        ]
    )
    above = (0.0, 0.0, -1.0) if math.degrees(elevation) > _STRAIGHT_DOWN else (0.0, 1.0, 0.0)
    right = np.cross(above, toward)
    right /= np.linalg.norm(right)
    up = np.cross(toward, right)
    centre = (outline.min(0) + outline.max(0)) / 2
    relative = outline - centre
    tangent = math.tan(math.radians(FOV) / 2)
    across = np.abs(relative @ right) / (tangent * frame.width / frame.height)
    along = np.abs(relative @ up) / tangent
    distance = float((relative @ toward + np.maximum(across, along) / FILLED).max())
    return Camera(centre, toward, right, up, distance, frame)
