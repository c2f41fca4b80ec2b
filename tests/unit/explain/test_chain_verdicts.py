"""What verdicts of links and grades of chains mean: worked out by hand, at the thresholds and beside them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditkit.explain.chains import trial
from auditkit.explain.chains.growth import Link
from auditkit.explain.chains.verdicts import ChainTests, Thresholds, verdict
from auditkit.records import Grade, Verdict

LINES = Thresholds()
BEFORE = replace(LINES, effect=None)
"""As in evidence from before verdicts asked what a link contributes."""


def judged(
    observed: float, predicted: float, contributed: float, lines: Thresholds = LINES
) -> Verdict:
    return verdict(observed, predicted, contributed=contributed, scale=1.0, lines=lines)


@pytest.mark.parametrize(
    ("observed", "predicted", "expected"),
    [
        (0.5, 0.5, Verdict.CONFIRMED),
        (-0.5, -0.5, Verdict.CONFIRMED),
        (0.5, 0.25, Verdict.CONFIRMED),
        (0.5, 0.24, Verdict.STRONGER),
        (0.5, 1.0, Verdict.CONFIRMED),
        (0.5, 1.1, Verdict.WEAKER),
        (0.5, -0.5, Verdict.CONTRADICTED),
        (0.5, 0.0, Verdict.CONTRADICTED),
        (0.01, 0.01, Verdict.CONFIRMED),
        (0.009, 0.009, Verdict.NOT_CAUSAL),
        (-0.009, 0.5, Verdict.NOT_CAUSAL),
        (float("nan"), 0.5, Verdict.NOT_CAUSAL),
    ],
)
def test_where_the_effect_fits_the_contribution_the_prediction_decides(
    observed: float, predicted: float, expected: Verdict
) -> None:
    assert judged(observed, predicted, contributed=observed) is expected


@pytest.mark.parametrize(
    ("observed", "contributed", "fits"),
    [
        (0.25, 1.0, True),  # a quarter, exactly
        (0.2499, 1.0, False),
        (0.011, -1.07, False),  # opposite to what it contributes, and next to nothing of it
        (1.0, -1.0, False),
        (-1.0, 1.0, False),
        (-1.0, -1.0, True),
        (-0.25, -1.0, True),
        (-0.24, -1.0, False),
        (3.0, 1.0, True),  # more than it contributes is no contradiction to it
        (1.0, 0.0, False),  # what contributes nothing should change nothing
        (1.0, float("nan"), False),
    ],
)
def test_an_effect_unlike_the_contribution_is_never_as_predicted(
    observed: float, contributed: float, fits: bool
) -> None:
    expected = Verdict.CONFIRMED if fits else Verdict.OTHER_EFFECT
    assert judged(observed, observed, contributed) is expected
    assert judged(observed, observed, contributed, BEFORE) is Verdict.CONFIRMED


@pytest.mark.parametrize(
    ("observed", "predicted", "contributed", "expected"),
    [
        (0.009, -0.5, -5.0, Verdict.NOT_CAUSAL),  # first, whether there is any change to speak of
        (0.5, -0.5, -5.0, Verdict.CONTRADICTED),  # then, whether its direction was predicted
        (0.1, 1.0, 1.0, Verdict.OTHER_EFFECT),  # then, whether it fits the contribution,
        (0.1, 0.01, 1.0, Verdict.OTHER_EFFECT),
        (0.1, 1.0, 0.1, Verdict.WEAKER),  # and last, whether its size was predicted
        (0.1, 0.01, 0.1, Verdict.STRONGER),
    ],
)
def test_the_first_rule_that_holds_decides(
    observed: float, predicted: float, contributed: float, expected: Verdict
) -> None:
    assert judged(observed, predicted, contributed) is expected


@pytest.mark.parametrize(("effect", "least"), [(0.0, 1e-9), (0.25, 0.25), (0.5, 0.5), (1.0, 1.0)])
def test_the_threshold_is_the_configured_one(effect: float, least: float) -> None:
    lines = replace(LINES, effect=effect, change=0.0)
    assert judged(least, least, 1.0, lines) is Verdict.CONFIRMED
    assert judged(-least, -least, 1.0, lines) is Verdict.OTHER_EFFECT
    below = 0.99 * least
    assert (judged(below, below, 1.0, lines) is Verdict.CONFIRMED) is (effect == 0)


def test_the_change_that_counts_is_a_share_of_the_margin() -> None:
    for scale, expected in ((10.0, Verdict.CONFIRMED), (10.1, Verdict.NOT_CAUSAL)):
        assert verdict(0.1, 0.1, contributed=0.1, scale=scale, lines=LINES) is expected


@pytest.mark.parametrize(
    ("observed", "spread", "count"),
    [
        (0.5, [0.1, 0.2, 0.3], 3),
        (0.5, [0.1, -0.2, 0.3], 2),
        (-0.5, [0.1, -0.2, 0.3], 1),
        (-0.5, [0.1, 0.2, 0.3], 0),
        (0.5, [0.0, 0.1], 1),  # no change has no sign
        (0.0, [0.1, -0.1], 0),
        (0.5, [], None),
    ],
)
def test_signs_are_counted_over_single_reference_texts(
    observed: float, spread: list[float], count: int | None
) -> None:
    link = trial.TestedLink(
        Link(0, 0, 1), ("text", "text"), relevance=1.0, leader=0, led=1.0, predicted=0.5,
        observed=observed, spread=np.array(spread), verdict=Verdict.CONFIRMED,
    )  # fmt: skip
    assert link.same_sign == count


def runs(**values: float) -> ChainTests:
    given = {"value": 2.0, "empty": 0.0, "alone": 1.5, "without": 0.5, "scale": 2.0, **values}
    return ChainTests(permuted=np.array([0.2, -0.1]), random=np.zeros(2), **given)


class TestGrades:
    def test_a_chain_that_passes(self) -> None:
        tests = runs()
        assert (tests.sufficiency, tests.necessity) == (0.75, 0.75)
        assert tests.grade(LINES) is Grade.CONFIRMED

    @pytest.mark.parametrize(
        "values",
        [{"alone": 0.9}, {"without": 1.1}, {"alone": 0.19, "without": 0.0}, {"scale": 1000.0}],
        ids=["not sufficient", "not necessary", "no better than its shape", "nothing moves"],
    )
    def test_one_that_does_not(self, values: dict[str, float]) -> None:
        assert runs(**values).grade(LINES) is Grade.NONE

    def test_nothing_to_share(self) -> None:
        tests = runs(empty=2.0)
        assert np.isnan(tests.sufficiency)
        assert tests.grade(LINES) is Grade.NONE

    def test_messages_that_work_against_the_decision(self) -> None:
        passed = runs(value=-1.0, empty=1.0, alone=-1.0, without=1.0)
        against = runs(value=1.0, empty=3.0, alone=1.0, without=3.0)
        assert (against.sufficiency, against.necessity) == (passed.sufficiency, passed.necessity)
        assert passed.grade(LINES) is Grade.CONFIRMED
        assert against.grade(LINES) is Grade.NONE

    def test_a_shape_that_does_as_well(self) -> None:
        tests = ChainTests(2.0, 0.0, 1.5, 0.5, np.array([1.6]), np.zeros(1), 2.0)
        assert tests.grade(LINES) is Grade.NONE

    def test_a_negative_margin(self) -> None:
        tests = ChainTests(-2.0, 0.0, -1.5, -0.5, np.array([-0.2]), np.zeros(1), 2.0)
        assert tests.grade(LINES) is Grade.CONFIRMED
