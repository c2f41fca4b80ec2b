"""Printed numbers are read as what the report's own printing writes, and nothing else."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.render import numbers
from auditkit.render.inline import Measure
from auditkit.verification.printed import agrees, exact, quoted

FLOATS = (
    st.floats(-1e12, 1e12) | st.floats(-2, 2) | st.sampled_from([math.nan, math.inf, -math.inf])
)
STYLES = ("number", "percent", "signed")


@given(FLOATS, st.sampled_from(STYLES), st.integers(1, 9))
def test_whatever_is_printed_agrees_with_its_value(value: float, style: str, digits: int) -> None:
    text = numbers.shown(Measure(value, digits=digits, style=style), value)
    assert agrees(text, value)


@given(st.integers(-(10**12), 10**12))
def test_a_printed_count_agrees(count: int) -> None:
    assert agrees(numbers.shown(Measure(count, digits=0, style="count"), float(count)), count)
    assert not agrees(numbers.shown(Measure(count, digits=0, style="count"), count + 1.0), count)


@given(st.floats(-1000, 1000), st.sampled_from(STYLES), st.integers(1, 6), st.sampled_from([-1, 1]))
def test_negative_control_one_step_further_does_not_agree(
    value: float, style: str, digits: int, way: int
) -> None:
    step = 10.0**-digits * (0.01 if style == "percent" else 1)
    text = numbers.shown(Measure(value, digits=digits, style=style), value + 1.01 * way * step)
    assert not agrees(text, value)


@given(st.lists(st.floats(-10, 10, width=32), min_size=1, max_size=9), st.booleans())
def test_scores_agree_with_three_decimals(scores: list[float], signed: bool) -> None:
    decimals = numbers.decimals_for(scores)
    write = numbers.signed if signed else numbers.plain
    assert all(agrees(write(score, decimals), score, decimals=3) for score in scores)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 0.64), ("0", 0.31), ("3", 3.4), ("", 0.5), ("0.5 ", 0.5), (".5", 0.5), ("0.5.0", 0.5),
     ("5e-1", 0.5), ("-0.5", -0.5), ("12,34", 1234), ("\u0660.5", 0.5), ("undefined", 0.5),
     ("0.5", None), ("nan", math.nan), ("\u221e", -math.inf), ("\u221e", 9.0), ("50%", 50.0),
     ("9" * 5000, 1.0), ("0." + "0" * 5000, 1.0)],
)  # fmt: skip
def test_negative_control_anything_else_does_not(text: str, value: float | None) -> None:
    assert not agrees(text, value)


@pytest.mark.parametrize("value", [0.1, -3.0, 1e300, 5, 2.5e-12, float(np.float32(0.1)), None])
def test_exact_is_what_the_page_carries(value: float | None) -> None:
    assert exact(value) == numbers.exact(value)


def test_what_is_quoted_stays_short() -> None:
    assert quoted("a\nb") == r"'a\nb'"
    assert len(quoted("x" * 10_000)) < 60
