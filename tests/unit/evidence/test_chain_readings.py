"""What the tests of all links together showed, case by case at its threshold."""

from __future__ import annotations

import math
from typing import Any

import pytest

from auditkit.evidence.chain_readings import (
    CANCELS,
    Lines,
    are_opposed,
    cancels,
    exceeds_the_whole,
    missed_tests,
    opposes,
)

LINES = Lines(change=0.125, sufficiency=0.5, necessity=0.25)
PASSED: dict[str, Any] = {
    "value": 2.0, "empty": -1.0, "signed": 3.0, "mass": 5.0, "sufficiency": 0.5, "necessity": 0.25,
    "permuted": [0.49, 0.1],
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "missed"),
    [
        ({}, ()),
        ({"empty": 1.75}, ()),  # a change of exactly the threshold counts
        ({"empty": 1.76}, ("moves_little",)),
        ({"empty": 3.0}, ("opposes",)),
        ({"value": -2.0, "empty": -3.0}, ("opposes",)),
        ({"sufficiency": 0.4999}, ("keeps_little",)),
        ({"necessity": 0.2499}, ("loses_little",)),
        ({"permuted": [0.1, 0.5]}, ("no_better",)),
        ({"sufficiency": None, "necessity": None, "permuted": [9.0]}, ()),
        ({"sufficiency": math.nan, "necessity": math.nan}, ()),
        ({"sufficiency": 0.1, "necessity": 0.0}, ("keeps_little", "loses_little", "no_better")),
    ],
)
def test_what_was_not_passed(changed: dict[str, Any], missed: tuple[str, ...]) -> None:
    assert missed_tests({**PASSED, **changed}, LINES) == missed


def test_messages_cancel_above_a_multiple_of_their_sum() -> None:
    assert not cancels({"signed": -1.0, "mass": float(CANCELS)})
    assert cancels({"signed": -1.0, "mass": CANCELS + 0.01})
    assert not cancels({"signed": math.nan, "mass": 9.0})


@pytest.mark.parametrize(("share", "beyond"), [(1.0, False), (1.01, True), (None, False)])
def test_shares_beyond_the_whole(share: float | None, beyond: bool) -> None:
    for name in ("sufficiency", "necessity"):
        assert exceeds_the_whole({**PASSED, name: share}) == beyond


def test_zero_has_no_sign() -> None:
    assert are_opposed(-1.0, 2.0)
    assert not are_opposed(0.0, -2.0)
    assert not opposes({"value": 0.0, "empty": 1.0})
    assert not opposes({"value": 1.0, "empty": math.inf})
