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


class Clock:
    """Collects the wall and CPU seconds of every stage that the pipeline reports."""

    def __init__(self) -> None:
        self.rows: dict[str, float] = {}
        self._stage, self._began = "Loading model and data", self._now()

    def start(self, stage: str, total: int) -> None:
        """End the stage before and begin `stage`."""
        del total
        self.stop()
        self._stage, self._began = stage, self._now()

    def advance(self, pieces: int = 1) -> None:
        """Nothing to draw."""

    def note(self, text: str) -> None:
        """Nothing to say."""

    def stop(self) -> None:
        """End the current stage."""
        wall, cpu = self._now()
        self.rows[f"{self._stage}, wall s"] = round(wall - self._began[0], 1)
        self.rows[f"{self._stage}, CPU s"] = round(cpu - self._began[1], 1)

    def _now(self) -> tuple[float, float]:
        used = os.times()
        own, workers = used.user + used.system, used.children_user + used.children_system
        return time.perf_counter(), own + workers


def run() -> dict[str, float]:
    """Return wall and CPU seconds of each stage of the demo, and the report's size in MB."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "audit"
        began = time.perf_counter()
        auditkit.measure(resolve(None, demo_config()), out, progress=clock)
        report = auditkit.publish(out, progress=clock)
        clock.stop()
        clock.rows["whole demo, wall s"] = round(time.perf_counter() - began, 1)
        clock.rows["report.html, MB"] = round(report.stat().st_size / 1e6, 2)
        clock.rows["report.pdf, MB"] = round(report.with_suffix(".pdf").stat().st_size / 1e6, 2)
    return clock.rows
