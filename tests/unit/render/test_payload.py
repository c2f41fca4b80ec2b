"""Attention maps travel as bytes: small, equal every time, and off by at most half of 1/255."""

from __future__ import annotations

import base64
import gzip

import numpy as np
import pytest

from auditkit.render import heat, payload
from auditkit.render.blocks import AttentionMaps


def maps(tokens: int = 5, seed: int = 0) -> AttentionMaps:
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(tokens), (2, 3, tokens)).astype(np.float32)
    return AttentionMaps(weights, "evidence/tensors/x.safetensors")


def unpacked(packed: payload.Payload) -> np.ndarray:
    raw = gzip.decompress(base64.b64decode(packed.data))
    return np.frombuffer(raw, np.uint8).reshape(packed.shape)


def test_weights_come_back_within_half_a_step() -> None:
    sent = maps()
    assert np.abs(unpacked(payload.encode(sent)) / 255 - sent.weights).max() <= 0.5 / 255 + 1e-6


def test_same_weights_give_same_text_and_no_time_is_written() -> None:
    first, second = payload.encode(maps()), payload.encode(maps())
    assert first == second
    assert base64.b64decode(first.data)[4:8] == b"\x00" * 4


def test_the_header_names_no_system() -> None:
    header = base64.b64decode(payload.encode(maps()).data)[:10]
    assert header == bytes.fromhex("1f8b 08 00 00000000 02 ff")


def test_orientation_is_kept() -> None:
    weights = np.zeros((1, 1, 3, 3), np.float32)
    weights[0, 0, 0, 2] = 1
    got = unpacked(payload.encode(AttentionMaps(weights, "x")))
    assert got[0, 0].tolist() == [[0, 0, 255], [0, 0, 0], [0, 0, 0]]


def test_out_of_range_and_missing_weights_do_not_wrap_round() -> None:
    weights = np.array([[[[np.nan, 1.5], [-0.5, 0.5]]]], np.float32)
    assert unpacked(payload.encode(AttentionMaps(weights, "x"))).ravel().tolist() == [
        0,
        255,
        0,
        128,
    ]


def test_picture_covers_every_visible_cell_once() -> None:
    sent = maps(tokens=7, seed=3)
    mean = sent.weights[-1].mean(axis=0)
    drawn = payload.picture(sent)
    cells = sum(
        abs(int(run.split("h")[1].split("v")[0]))
        for _, path in drawn.paths
        for run in path.split("M")[1:]
    )
    assert cells == int((np.rint(8 * mean / mean.max()) > 0).sum())
    assert drawn.largest == pytest.approx(float(mean.max()))


def test_picture_of_one_cell_is_drawn_where_it_is() -> None:
    weights = np.zeros((1, 1, 3, 3), np.float32)
    weights[0, 0, 1, 1:] = 0.5
    assert payload.picture(AttentionMaps(weights, "x")).paths == (("u8", "M1 1h2v1h-2z"),)


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
