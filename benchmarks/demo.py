"""How long the demo takes after installation: `auditkit demo`, stage by stage.

CPU seconds are those of this process and of its workers.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.pipeline.progress import Pace
from benchmarks.figures import Figure

ABOUT_FOUR_MINUTES = 260.0


class Clock:
    """Collects the wall and CPU seconds of every stage that the pipeline reports."""

    def __init__(self) -> None:
        self.rows: dict[str, float] = {}
        self._stage, self._began = "Loading model and data", self._now()

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:
        """End the stage before and begin `stage`."""
        del total, pace
        self.stop()
        self._stage, self._began = stage, self._now()

    def advance(self, pieces: int = 1) -> None:
        """Nothing to draw."""

    def note(self, text: str) -> None:
        """Nothing to say."""

    def stop(self) -> None:
        """End the current stage."""
        wall, cpu = self._now()
        self.rows[f"{self._stage}, wall"] = round(wall - self._began[0], 1)
        self.rows[f"{self._stage}, CPU"] = round(cpu - self._began[1], 1)

    def _now(self) -> tuple[float, float]:
        used = os.times()
        own, workers = used.user + used.system, used.children_user + used.children_system
        return time.perf_counter(), own + workers


def run() -> list[Figure]:
    """Return wall and CPU seconds of each stage of the demo, and the report's size."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "audit"
        began = time.perf_counter()
        auditkit.measure(resolve(None, demo_config()), out, progress=clock)
        report = auditkit.publish(out, progress=clock)
        clock.stop()
        whole = time.perf_counter() - began
        sizes = {
            path.name: path.stat().st_size / 1e6 for path in (report, report.with_suffix(".pdf"))
        }
    return [
        Figure("whole demo, wall", whole, "s", at_most=ABOUT_FOUR_MINUTES),
        *(Figure(name, seconds, "s") for name, seconds in clock.rows.items()),
        *(Figure(name, size, "MB") for name, size in sizes.items()),
    ]
