"""What a row through the model takes, by its length, timed in batches of rows of one length."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.requests import Counters, MaskedRows, PathRows
from auditkit.pipeline.cost import Rate
from auditkit.pipeline.progress import Speed
from auditkit.records import Readout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Observers
    from auditkit.pipeline.cost import Costs
    from auditkit.records import Encoded

BATCH_SECONDS = 0.7
"""A batch whose rows would take longer is measured by fewer of them."""

Run = Callable[["Runner", "Encoded", int], object]
"""Sends rows of one length through the model, so many."""


def rate(lengths: Sequence[int], seconds: Sequence[float]) -> Rate:
    """Return the rate that goes through what rows of one or two lengths took.

    Args:
        lengths: Tokens of a row, rising.
        seconds: What a row of each length took.
    """
    by_token = [second / length for second, length in zip(seconds, lengths, strict=True)]
    rise = (by_token[-1] - by_token[0]) / max(lengths[-1] - lengths[0], 1)
    if rise <= 0:
        return Rate(fmean(by_token))
    base = by_token[0] - rise * lengths[0]
    return Rate(base, rise) if base > 0 else Rate(0.0, by_token[-1] / lengths[-1])


def seconds_of_row(runner: Runner, row: Encoded, run: Run) -> float:
    """Return what a row takes in a batch of its like."""
    run(runner, row, 1)  # whatever is slow the first time
    alone = _seconds(run, runner, row, 1)
    count = min(runner.batch_tokens // len(row.tokens), int(BATCH_SECONDS / alone))
    return alone if count <= 1 else _seconds(run, runner, row, count) / count


def speed_of(runner: Runner, rows: Sequence[Encoded], costs: Costs) -> Speed:
    """Time masked rows of one text, for the time left before any piece of work has ended."""
    row = next((row for row in rows if row.tokens), None)
    if row is None:
        return Speed()
    seconds = seconds_of_row(runner, row, run_masked)
    runner.counters = Counters()  # what is asked for the clock is not what the audit asks
    return Speed(seconds / costs.masked.of_row(len(row.tokens)))


def _seconds(run: Run, runner: Runner, row: Encoded, count: int) -> float:
    began = time.perf_counter()
    run(runner, row, count)
    return time.perf_counter() - began


def run_plain(runner: Runner, row: Encoded, count: int, *, observers: Observers) -> None:
    """Run `count` unperturbed rows, watched by `observers`."""
    runner.observe([row] * count, observers)


def run_masked(runner: Runner, row: Encoded, count: int) -> None:
    """Run `count` masked rows."""
    blanked = (np.arange(len(row.tokens)) % 2 == 0)[None]
    # Equal rows of one example would run once.
    runner.values([MaskedRows(replace(row), blanked, [_every_class(runner)]) for _ in range(count)])


def run_gradients(runner: Runner, row: Encoded, count: int) -> None:
    """Run `count` rows forward and backward."""
    runner.path_gradients([PathRows(row, _every_class(runner), np.linspace(0, 1, count))])


def _every_class(runner: Runner) -> Readout:
    return Readout.of_classes(np.ones(int(runner.model.config.num_labels), np.float32))
