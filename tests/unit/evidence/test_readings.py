"""What is said of stored numbers: sides, extremes, counts, sums, spreads and errors of rounding."""

from __future__ import annotations

import math
import operator
from fractions import Fraction
from functools import reduce
from operator import itemgetter

import numpy as np
import pytest

from auditkit.evidence.readings import (
    as_share,
    baseline_spread,
    flow_sizes,
    highest,
    how_many_above,
    how_many_exceed,
    largest,
    lowest,
    ranked,
    reaches,
    rounding_error,
    side,
    size_of_largest,
    span,
    tally,
    total,
)

FIRST = itemgetter(0)


@pytest.mark.parametrize(
    ("low", "high", "reference", "expected"),
    [
        (0.2, 0.4, 0.1, "above"), (0.2, 0.4, 0.5, "below"), (0.2, 0.4, 0.3, "around"),
        (0.2, 0.4, 0.2, "around"), (0.2, 0.4, 0.4, "around"), (0.0, 0.1, 0.0, "around"),
        (None, 0.4, 0.3, "unknown"), (0.2, None, 0.3, "unknown"), (0.2, 0.4, None, "unknown"),
    ],
)  # fmt: skip
def test_on_which_side_an_interval_lies(low, high, reference, expected) -> None:
    assert side(low, high, reference) == expected


def test_extremes_are_the_first_of_equals_and_need_a_value() -> None:
    rows = [(2.0, "a"), (None, "b"), (1.0, "c"), (2.0, "d"), (1.0, "e")]
    assert lowest(rows, FIRST) == (1.0, "c")
    assert highest(rows, FIRST) == (2.0, "a")
    assert ranked(rows, FIRST) == [rows[0], rows[3], rows[2], rows[4], rows[1]]
    assert lowest([(None, "b")], FIRST) is highest([], FIRST) is None
    assert span(iter([3.0, -1.0, 2.0])) == (-1.0, 3.0)


def test_the_largest_in_size_keeps_its_place() -> None:
    assert largest([1.0, -3.0, 3.0]) == 1
    assert largest([math.nan, math.inf, -0.5]) == 2
    assert largest([0.0]) == 0
    assert largest([]) is largest([math.nan]) is None
    assert largest(np.array([[0.0, 1.0], [-2.0, 0.0]], np.float32)) == 2
    assert size_of_largest([1.0, -3.0]) == 3.0
    assert size_of_largest([]) == size_of_largest([math.nan]) == 0.0


def test_counts_and_sums() -> None:
    assert how_many_above([0.5, 0.51, None, 1.0], 0.5) == 2
    assert how_many_exceed([(0.2, 0.1), (0.1, 0.1), (0.1, None), (None, 0.1)]) == 2
    assert tally(["b", "a", "b", None]) == {"b": 2, "a": 1, None: 1}
    assert list(tally("cabb")) == ["b", "c", "a"]
    assert (as_share(25), as_share(None)) == (0.25, 0.0)
    assert [reaches(value, 2) for value in (2, 1.9, None)] == [True, False, False]
    exact = float(sum(map(Fraction, [0.1] * 10)))
    assert total([0.1] * 10) == exact != reduce(operator.add, [0.1] * 10)


def test_the_spread_over_baselines_is_of_the_tokens_that_are_asked_for() -> None:
    scores = np.array([[9.0, 1.0, -1.0, 0.0], [-9.0, 2.0, -1.5, 0.0], [0.0, -1.0, -1.0, 0.0]])
    found = baseline_spread(scores, [1, 2, 3])
    assert (found.token, found.most, found.same_sign) == (1, 3.0, 2)
    assert baseline_spread(scores, [0, 1]).token == 0


def test_what_is_drawn_and_what_is_not_make_up_the_whole() -> None:
    size = np.array([1.0, 2.0, 4.0, 8.0, 16.0])
    own = np.array([True, False, False, False, False])
    sinks = np.array([False, True, False, False, False])
    found = flow_sizes(size, own=own, sinks=sinks, drawn=np.array([4]))
    assert (found.own, found.sinks, found.drawn, found.rest) == (1.0, 2.0, 16.0, 12.0)
    assert found.total == size.sum()
    assert found.share("drawn") == 16 / 31
    nothing = flow_sizes(np.zeros(5), own=own, sinks=sinks, drawn=np.array([], np.int64))
    assert nothing.share("rest") is None


@pytest.mark.parametrize("rule", ["linear", "square", "signed_square"])
def test_no_number_is_rounded_by_more_than_is_said_and_one_nearly_is(rule: str) -> None:
    most, scale = 127, 3.0
    exact = np.linspace(0.0, scale, 100_001)
    share = exact / scale if rule == "linear" else np.sqrt(exact / scale)
    levels = np.rint(share * most) / most
    error = np.abs((levels if rule == "linear" else levels**2) * scale - exact)
    limit = rounding_error(rule, most, scale)  # type: ignore[arg-type]
    assert 0.99 * limit < error.max() <= limit * (1 + 1e-9)
