"""The time left is honest when texts differ in length."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

import numpy as np
import pytest

from auditkit.config import DEFAULT_METHODS
from auditkit.explain.base import Plan
from auditkit.pipeline.cost import Work, costliest_first, relative_costs, work_of
from auditkit.pipeline.progress import Pace, Speed
from auditkit.records import Encoded, Example, Token

PLAN = Plan(DEFAULT_METHODS, None, 0)
WIDTH = 384
MEASURED_LENGTHS = (12, 25, 50, 100, 200, 256, 400, 512)
MEASURED = {
    "plain": (418, 430, 492, 586, 791, 742, 1029, 1148),
    "masked": (307, 292, 322, 337, 383, 397, 393, 433),
    "gradient": (611, 571, 654, 737, 870, 836, 1008, 1113),
}
"""Microseconds of a token that the demo's encoder took on one core, by the length of the row."""


def text(tokens: int) -> Work:
    """What a text asks whose tokens are words, between two special ones."""
    words = [-1, *range(tokens - 2), -1]
    kinds = ["special", *["text"] * (tokens - 2), "special"]
    row = tuple(
        Token(5, "w", 0, 0, min(word, 0), word, kind)
        for word, kind in zip(words, kinds, strict=True)
    )
    return work_of(Encoded(Example("0" * 16, 0, "w"), row, None), PLAN)


def true_seconds(work: Work) -> float:
    """What an example takes, from the table alone."""
    rows = {"plain": 1, "masked": work.masked, "gradient": work.gradients}
    return sum(
        count * work.tokens * np.interp(work.tokens, MEASURED_LENGTHS, MEASURED[kind]) / 1e6
        for kind, count in rows.items()
    )


@dataclass
class Stage:
    """Shards that workers finish on a clock of our own."""

    shards: list[list[Work]]
    workers: int = 1
    now: float = 0.0
    left: list[tuple[float, float | None]] = field(default_factory=list)
    """At the end of every shard the share of time that is over, and the predicted rest."""

    def run(self, pace: Pace, cost) -> float:
        """Run everything; return the true seconds."""
        busy = [(0.0, worker, None) for worker in range(self.workers)]
        ends = []
        costs = [cost(shard) for shard in self.shards]
        for place in costliest_first(costs) if self.workers > 1 else range(len(costs)):
            shard = self.shards[place]
            free, worker, _ = heapq.heappop(busy)
            took = sum(map(true_seconds, shard))
            heapq.heappush(busy, (free + took, worker, None))
            ends.append((free + took, took, costs[place]))
        for end, took, paid in sorted(ends):
            self.now = end
            pace.advance(paid, took)
            self.left.append((end, pace.seconds_left()))
        return self.now


def by_cost(shard: list[Work]) -> float:
    return sum(map(relative_costs(WIDTH).of, shard))


def errors(lengths: list[int], cost, workers: int = 1, size: int = 4) -> list[float]:
    """Factors by which the time left is wrong at about 25, 50 and 75 % of the time."""
    works = [text(length) for length in lengths]
    stage = Stage([works[i : i + size] for i in range(0, len(works), size)], workers)
    pace = Pace(sum(map(cost, stage.shards)), workers, lambda: stage.now)
    whole = stage.run(pace, cost)
    found = []
    for share in (0.25, 0.5, 0.75):
        end, left = min(stage.left, key=lambda one: abs(one[0] - share * whole))
        found.append(max(left / (whole - end), (whole - end) / max(left, 1e-9)))
    return found


ORDERS = {
    "short texts first": sorted,
    "long texts first": lambda lengths: sorted(lengths, reverse=True),
    "as they come": lambda lengths: list(np.random.default_rng(0).permutation(lengths)),
}
LENGTHS = [12] * 60 + [25] * 40 + [60] * 24 + [120] * 12 + [200] * 8 + [400] * 4 + [500] * 4


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("order", ORDERS)
def test_the_time_left_is_near_the_truth(order, workers) -> None:
    assert max(errors(ORDERS[order](LENGTHS), by_cost, workers)) < 1.5


@pytest.mark.parametrize("order", ["short texts first", "long texts first"])
def test_negative_control_counting_examples_is_not_honest(order) -> None:
    assert max(errors(ORDERS[order](LENGTHS), len)) > 1.5


def test_negative_control_workers_that_are_not_counted_are_noticed() -> None:
    works = [[text(25)]] * 8
    stage = Stage(works, workers=2)
    pace = Pace(sum(map(by_cost, works)), 1, lambda: stage.now)
    whole = stage.run(pace, by_cost)
    end, left = stage.left[0]
    assert left > 1.5 * (whole - end)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_predicted_before_the_first_piece() -> None:
    pace = Pace(10, clock=Clock())
    assert pace.seconds_left() is None
    assert not pace.begun
    assert pace.share == 0


def test_a_guess_counts_until_the_first_piece_has_ended() -> None:
    clock = Clock()
    pace = Pace(10, clock=clock, guess=30)
    assert pace.seconds_left() == pytest.approx(30)
    pace.skip(5)
    clock.now = 5.0
    assert pace.seconds_left() == pytest.approx(10)  # half was there already, 5 s are over
    pace.advance(1, 5.0)
    assert pace.seconds_left() == pytest.approx(20)  # 5 of 5 at 5 s each, less the 5 s


def test_a_guess_that_was_passed_is_no_longer_told() -> None:
    clock = Clock()
    pace = Pace(10, clock=clock, guess=3)
    clock.now = 3.5
    assert pace.seconds_left() is None


def test_a_stage_learns_from_the_one_before() -> None:
    speed = Speed()
    assert speed.pace(10, 2).seconds_left() is None
    clock = Clock()
    first = Pace(10, 2, clock)
    speed.learn(first)
    assert speed.pace(10, 2).seconds_left() is None  # nothing has ended, nothing was learnt
    first.advance(4, 8.0)
    speed.learn(first)
    assert speed.pace(10, 2).seconds_left() == pytest.approx(10, abs=0.5)
    assert Speed(3.0).pace(10, 1).seconds_left() == pytest.approx(30, abs=0.5)


def test_time_runs_down_between_pieces() -> None:
    clock = Clock()
    pace = Pace(10, clock=clock)
    clock.now = 2.0
    pace.advance(2, 2.0)
    assert pace.seconds_left() == pytest.approx(8)
    clock.now = 5.0
    assert pace.seconds_left() == pytest.approx(5)
    clock.now = 50.0
    assert pace.seconds_left() == 0


def test_what_an_earlier_run_finished_counts_for_the_share_and_not_for_the_speed() -> None:
    clock = Clock()
    pace = Pace(10, clock=clock)
    pace.skip(8)
    assert pace.share == pytest.approx(0.8)
    assert pace.seconds_left() is None
    clock.now = 3.0
    pace.advance(1, 3.0)
    assert pace.share == pytest.approx(0.9)
    assert pace.seconds_left() == pytest.approx(3)


def test_one_worker_needs_no_clock_of_its_own() -> None:
    clock = Clock()
    pace = Pace(4, clock=clock)
    for clock.now in (1.0, 2.0):
        pace.advance(1)
    assert pace.seconds_left() == pytest.approx(2)


def test_a_stage_without_cost_is_done() -> None:
    assert Pace(0).share == 1
