"""Bytes travel as text that is equal every time; cells of a picture become one path each colour."""

from __future__ import annotations

import base64
import gzip

import numpy as np
import pytest

from auditkit.render import heat, payload

DATA = bytes(range(256)) * 40


def test_bytes_come_back() -> None:
    assert gzip.decompress(base64.b64decode(payload.packed(DATA))) == DATA


def test_same_bytes_give_same_text_and_no_time_is_written() -> None:
    assert payload.packed(DATA) == payload.packed(DATA)
    assert payload.packed(DATA) != payload.packed(DATA[1:])
    assert base64.b64decode(payload.packed(DATA))[4:8] == b"\x00" * 4


def test_the_header_names_no_system() -> None:
    header = base64.b64decode(payload.packed(DATA))[:10]
    assert header == bytes.fromhex("1f8b 08 00 00000000 02 ff")


def test_every_cell_is_covered_once_and_neighbours_in_a_row_are_one() -> None:
    mask = np.random.default_rng(3).random((7, 7)) < 0.5
    path = payload.cells(mask)
    covered = np.zeros_like(mask, int)
    x = y = 0
    for run in path.split("m")[1:]:
        place, rest = run.split("h", maxsplit=1)
        across, down = map(int, place.replace("-", " -").split())
        x, y = x + across, y + down
        covered[y, x : x + int(rest.split("v")[0])] += 1
        y += 1
    assert (covered == mask).all()
    assert payload.cells(np.array([[False, True, True]])) == "m1 0h2v1h-2"


@pytest.mark.parametrize(
    ("score", "scale", "step"),
    [(1, 1, 8), (-1, 1, -8), (0.5, 1, 4), (9, 1, 8), (0, 1, 0), (1, 0, 0), (float("nan"), 1, 0)],
)
def test_level(score: float, scale: float, step: int) -> None:
    assert heat.level(score, scale) == step


def test_letters_and_classes_name_the_same_steps() -> None:
    signed = [heat.code(step, signed=True) for step in range(-8, 9)]
    assert "".join(signed) == "abcdefghijklmnopq"
    assert len({heat.css_class(step, signed=True) for step in range(-8, 9)}) == 17
    assert [heat.code(step, signed=False) for step in (0, 8)] == ["A", "I"]
