"""Shorter pictures draw the same: relative paths, joined boxes, texts from their start, attributes in groups."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np

from auditkit.render import lettering, paths
from auditkit.render.scene.boxes import Box, coats
from auditkit.render.slimming import slim

SVG = "http://www.w3.org/2000/svg"


def square(x: int, y: int) -> list[tuple[int, int]]:
    return [(x, y), (x + 100, y), (x + 100, y + 100), (x, y + 100)]


def read(data: str) -> list[list[tuple[int, int]]]:
    """Follow closed shapes, move by move."""
    shapes, at = [], (0, 0)
    for command, numbers in re.findall(r"([ml])([^mlz]*)z", data):
        found = list(map(int, re.findall(r"-?\d+", numbers)))
        steps = list(zip(found[::2], found[1::2], strict=True))
        shape = [at] if command == "l" else []
        for x, y in steps:
            at = at[0] + x, at[1] + y
            shape.append(at)
        shapes.append(shape)
        at = shape[0]
    return shapes


def test_relative_shapes_are_the_rounded_ones_without_drift() -> None:
    points = np.random.default_rng(1).normal(0, 300, (200, 4, 3))
    shapes = [paths.spots(one) for one in points]
    assert read(paths.polygons(shapes)) == shapes
    assert shapes[7][2] == tuple(round(float(f"{c:.1f}") * 10) for c in points[7, 2, :2])


def test_shapes_from_one_corner_need_no_move() -> None:
    shapes = [square(0, 0), [(0, 0), (-100, 0), (-100, -100)]]
    data = paths.polygons(shapes)
    assert data.count("m") == 1
    assert read(data) == shapes


def test_boxes_join_only_where_nothing_between_them_is_painted_over() -> None:
    first, second = Box("p1", (square(0, 0),)), Box("p2", (square(400, 0),))
    apart, over, under = (Box("p1", (square(x, 0),)) for x in (200, 50, 450))
    assert [style for style, _ in coats([first, second, apart])] == ["p1", "p2"]
    assert [style for style, _ in coats([first, second, over])] == ["p1", "p2", "p1"]
    assert [style for style, _ in coats([first, second, under])] == ["p1", "p2", "p1"]


def test_a_text_starts_left_of_its_anchor_unless_the_face_lacks_a_letter() -> None:
    group = f'<svg xmlns="{SVG}" font-size="10"><g text-anchor="end">{{}}</g></svg>'
    known = lettering.from_their_start(group.format('<text x="50">12</text>'))
    assert "text-anchor" not in known
    assert 30 < float(re.findall(r'x="([^"]+)"', known)[0]) < 45
    assert 'text-anchor="end"' in lettering.from_their_start(
        group.format('<text x="50">\u4e2d</text>')
    )


def test_a_group_says_what_all_in_it_share_and_nothing_else() -> None:
    root = ET.fromstring(  # noqa: S314  written here
        f'<svg xmlns="{SVG}"><g class="mark-rect role-mark"><path d="M0,0h1.23456v1Z" fill="rgb(1, 2, 3)" stroke="#111"/>'
        '<path d="M2,0h1v1Z" fill="#fff" stroke="#111"/><path d="M0,0h0v0h0Z"/></g></svg>'
    )
    slim(root)
    group = root[0]
    assert (group.get("class"), group.get("stroke"), group.get("fill")) == (
        "role-mark",
        "#111",
        None,
    )
    assert [(path.get("fill"), path.get("d")) for path in group] == [
        ("#010203", "M0,0h1.235v1Z"), ("#fff", "M2,0h1v1Z"),
    ]  # fmt: skip
