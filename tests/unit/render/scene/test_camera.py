"""The camera against the matrices of a textbook, and the ground plan's own promises."""

from __future__ import annotations

import math

import numpy as np
import pytest

from auditkit.render.scene.camera import FILLED, FOV, PRESETS, Frame, camera
from auditkit.render.scene.city import City
from auditkit.render.scene.select import Messages

PLANS = [(18, 6, 12), (5, 2, 3), (512, 24, 16), (1, 1, 1)]


def by_matrices(eye, points, frame: Frame) -> np.ndarray:
    """gluLookAt and gluPerspective, written from their definitions."""
    place = eye.centre + eye.distance * eye.toward
    forward = (eye.centre - place) / np.linalg.norm(eye.centre - place)
    side = np.cross(forward, eye.up)
    side /= np.linalg.norm(side)
    view = np.eye(4)
    view[:3, :3] = np.stack([side, np.cross(side, forward), -forward])
    view[:3, 3] = -view[:3, :3] @ place
    f, near, far = 1 / math.tan(math.radians(FOV) / 2), 0.1, 1e4
    lens = np.zeros((4, 4))
    lens[0, 0], lens[1, 1] = f / (frame.width / frame.height), f
    lens[2, 2], lens[2, 3], lens[3, 2] = (
        (far + near) / (near - far),
        2 * far * near / (near - far),
        -1,
    )
    clip = (lens @ view @ np.c_[points, np.ones(len(points))].T).T
    ndc = clip[:, :2] / clip[:, 3:]
    return np.stack([(1 + ndc[:, 0]) * frame.width / 2, (1 - ndc[:, 1]) * frame.height / 2], -1)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("plan", PLANS)
def test_points_are_where_matrices_put_them(plan, preset):
    city, frame = City(*plan), Frame(900, 560)
    eye = camera(city.outline, preset, frame)
    points = np.random.default_rng(1).random((20, 3)) * city.outline.max(0)
    found, expected = eye.project(points)[:, :2], by_matrices(eye, points, frame)
    assert np.abs(found - expected).max() < 1e-6
    assert np.abs(by_matrices(eye, 0.97 * points, frame) - found).max() > 0.5


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("plan", PLANS)
def test_the_outline_fills_the_frame_and_stays_inside(plan, preset):
    eye = camera(City(*plan).outline, preset)
    shares = np.abs(eye.project(City(*plan).outline)[:, :2] / [450, 280] - 1)
    assert shares.max() == pytest.approx(FILLED)


def test_an_arc_rises_from_key_to_query_through_its_head_s_lane():
    city = City(9, 3, 4)
    one = Messages(*(np.array([at]) for at in (1, 3, 7, 2)))
    start, _, _, stop = points = city.curves(one)[0]
    assert start.tolist() == [city.column(np.array(2)), city.layer_height, 0]
    assert stop.tolist() == [city.column(np.array(7)), 2 * city.layer_height, 0]
    middle = (points * np.array([[1], [3], [3], [1]]) / 8).sum(0)
    assert middle[2] == pytest.approx(float(city.lane_of(np.array(3))))
    assert middle[2] != pytest.approx(float(city.lane_of(np.array(2))))


def test_bars_of_heads_do_not_touch():
    city = City(18, 6, 12)
    low, high = city.head_bar(2, 3, 1.0)
    assert high[2] < city.head_bar(2, 4, 1.0)[0][2]
    assert high[1] < city.mlp_bar(2, 1.0)[0][1]
    assert high[0] - low[0] == pytest.approx(city.reach)
    assert city.head_bar(2, 3, 0.5)[1][0] - low[0] == pytest.approx(city.reach / 2)
