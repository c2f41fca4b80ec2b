"""How a chain grows, against a plain search; and what verdicts and grades mean."""

from __future__ import annotations

import numpy as np
import pytest

from auditkit.explain.chains.growth import Link, grow, is_connected
from auditkit.explain.chains.verdicts import ChainTests, Grade, Thresholds, Verdict, verdict

LAYERS, TOKENS = 3, 5
LINES = Thresholds()


def relevance(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(LAYERS, TOKENS, TOKENS)).astype(np.float32)


def plain(values: np.ndarray, read: list[int], most: int) -> list[Link]:
    """Look through all links again for every step."""
    chain: list[Link] = []
    while len(chain) < most:
        open_ = [
            Link(a, i, j)
            for a in range(LAYERS)
            for i in range(TOKENS)
            for j in range(TOKENS)
            if Link(a, i, j) not in chain
            and (i in read or any(one.key == i and one.layer > a for one in chain))
        ]
        if not open_:
            break
        chain.append(max(open_, key=lambda link: abs(values[link])))
    return chain


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("read", [[0], [4], [0, 1, 2, 3, 4]])
class TestGrowth:
    def test_against_a_plain_search(self, seed: int, read: list[int]) -> None:
        values = relevance(seed)
        assert grow(values, read, 12) == plain(values, read, 12)

    def test_every_chain_is_connected(self, seed: int, read: list[int]) -> None:
        assert is_connected(grow(relevance(seed), read, 12), read, LAYERS)

    def test_it_ends_where_links_carry_little(self, seed: int, read: list[int]) -> None:
        values = relevance(seed)
        chain = grow(values, read, 1000, least=1.0)
        assert all(abs(values[link]) >= 1 for link in chain)
        assert chain == grow(values, read, len(chain))

    def test_the_sink_is_left_out(self, seed: int, read: list[int]) -> None:
        assert all(link.key != 1 for link in grow(relevance(seed), read, 1000, sink=1))


def test_a_link_that_is_read_by_nothing_is_not_connected() -> None:
    assert not is_connected([Link(2, 3, 1)], [0], LAYERS)
    assert not is_connected([Link(1, 0, 3), Link(1, 3, 2)], [0], LAYERS)
    assert is_connected([Link(1, 0, 3), Link(0, 3, 2)], [0], LAYERS)


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
        (0.009, 0.009, Verdict.NOT_CAUSAL),
        (-0.009, 0.5, Verdict.NOT_CAUSAL),
        (float("nan"), 0.5, Verdict.NOT_CAUSAL),
    ],
)
def test_verdicts(observed: float, predicted: float, expected: Verdict) -> None:
    assert verdict(observed, predicted, 1.0, LINES) is expected


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
