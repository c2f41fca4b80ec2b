"""Small integers stand for numbers, and the stated error is an error that is kept."""

from __future__ import annotations

import numpy as np
import pytest

from auditkit.render.scene.records import ARRAYS
from auditkit.render.scene.stored import stored, stored_rows

INTEGERS = [name for name, rule in ARRAYS.items() if rule.most > 1 and rule.dtype != "f4"]
ROUNDED = [name for name in INTEGERS if name not in ("queries", "keys")]


def numbers_for(name: str) -> np.ndarray:
    numbers = np.random.default_rng(3).standard_normal(20_000) ** 3
    if ARRAYS[name].rule == "square":
        return np.abs(numbers) / np.abs(numbers).max()
    return np.abs(numbers) if ARRAYS[name].dtype.startswith("u") else numbers


@pytest.mark.parametrize("name", ROUNDED)
def test_no_number_is_further_off_than_is_stated(name):
    numbers = np.linspace(0, 1, 200_001)
    kept = stored(name, numbers)
    error = np.abs(kept.numbers() - numbers).max()
    assert 0.9 * kept.largest_error < error <= kept.largest_error * (1 + 1e-9)


@pytest.mark.parametrize("name", ROUNDED)
def test_a_number_moved_by_two_steps_is_further_off(name):
    numbers = numbers_for(name)
    kept = stored(name, numbers)
    largest = int(np.abs(numbers).argmax())
    moved = kept.values.copy()
    moved[largest] -= 2 * np.sign(moved[largest]).astype(moved.dtype)
    wrong = type(kept)(name, moved, kept.scale).numbers()
    assert abs(wrong[largest] - numbers[largest]) > kept.largest_error


@pytest.mark.parametrize("name", ROUNDED)
def test_the_largest_number_is_kept_exactly_and_zero_too(name):
    numbers = numbers_for(name)
    numbers[0] = 0.0
    found = stored(name, numbers).numbers()
    at = int(np.abs(numbers).argmax())
    assert found[0] == 0.0
    assert found[at] == pytest.approx(numbers[at], rel=1e-12)


def test_what_is_not_finite_becomes_zero():
    assert stored("cuts", np.array([np.nan, np.inf, -np.inf, 2.0])).numbers().tolist() == [
        0,
        0,
        0,
        2,
    ]


def test_nothing_but_zeros_stays_zeros():
    assert not stored("relevance", np.zeros((2, 3))).numbers().any()


def test_vectors_have_a_scale_of_their_own():
    vectors = np.array([[1.0, -0.5], [1000.0, 10.0], [0.0, 0.0]])
    levels, scales = stored_rows("queries", vectors)
    step = 1000 / 65535
    assert np.abs(scales.numbers() - [1, 1000, 0]).max() <= step / 2
    back = levels.values / 25 * scales.numbers()[:, None]
    assert (np.abs(back - vectors).max(axis=1) <= np.array([0.5 / 25, 500 / 25, 0]) + step).all()
    assert np.abs(back[1] - vectors[0]).max() > 1  # another vector's scale
