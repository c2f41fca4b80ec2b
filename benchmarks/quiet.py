"""Whole commands on two pinned cores: wall and CPU seconds, the median of three, and how busy the machine was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CORES = 2
ROUNDS = 3
QUIET_LOAD = 0.5
"""Processes that wait or run on average before a benchmark begins, at most, on a machine called quiet."""


@dataclass(frozen=True)
class Spent:
    """What a command took."""

    wall: float
    cpu: float
    """Of the command and of every process it started."""
    said: str
    """Its standard output."""


@contextmanager
def pinned() -> Iterator[None]:
    """Keep this process, and those it starts, on the first cores; a machine with fewer keeps what it has."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(before)[:CORES]))
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def spent(command: Sequence[str]) -> Spent:
    """Run a command on pinned cores."""
    with pinned():
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(wall, cpu, done.stdout)


def auditkit(*arguments: object) -> list[str]:
    """Return the command line of auditkit in this environment."""
    start = "from auditkit.cli import main; main()"
    return [sys.executable, "-c", start, *map(str, arguments)]


def medians(runs: Sequence[Spent]) -> Spent:
    """Return the median wall and CPU seconds."""
    return Spent(median(one.wall for one in runs), median(one.cpu for one in runs), "")
