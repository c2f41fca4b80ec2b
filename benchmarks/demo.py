"""How long the demo takes after installation, as a newcomer runs it: whole, and stage by stage.

Three runs on two pinned cores, each in a process of its own; medians. CPU seconds are those of the
process and of all it starts. What the demo has to show in that time stands beside it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.figures import Figure
from benchmarks.quiet import CORES, ROUNDS, Spent, medians, spent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.pipeline.progress import Pace

THREE_MINUTES = 180.0
AT_LEAST = {
    "examples predicted": 200,
    "examples explained by all methods": 100,
    "routes sampled": 20,
    "examples in detail": 12,
}


class Clock:
    """Collects the wall and CPU seconds of every stage that the pipeline reports."""

    def __init__(self) -> None:
        self.rows: dict[str, float] = {}
        self._stage, self._began = "Loading libraries", (time.perf_counter(), 0.0)

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
        self.rows[f"{self._stage}, wall"] = wall - self._began[0]
        self.rows[f"{self._stage}, CPU"] = cpu - self._began[1]

    def _now(self) -> tuple[float, float]:
        used = os.times()
        own, workers = used.user + used.system, used.children_user + used.children_system
        return time.perf_counter(), own + workers


def run() -> list[Figure]:
    """Return the seconds of the whole demo and of each of its stages, what it shows, and its size."""
    runs: list[Spent] = []
    with tempfile.TemporaryDirectory() as folder:
        for at in range(ROUNDS):
            out = str(Path(folder) / f"audit-{at}")
            runs.append(spent([sys.executable, "-m", "benchmarks.demo", out]))
    found: list[dict[str, dict[str, float]]] = [json.loads(one.said) for one in runs]
    whole, last = medians(runs), found[-1]
    stages = _medians([one["stages"] for one in found])
    return [
        Figure("whole demo, wall", whole.wall, "s", at_most=THREE_MINUTES),
        Figure("whole demo, CPU", whole.cpu, "s", at_most=CORES * THREE_MINUTES),
        *(Figure(name, count, "", AT_LEAST[name]) for name, count in last["shown"].items()),
        *(Figure(name, seconds, "s") for name, seconds in stages.items()),
        *(Figure(name, size, "MB") for name, size in last["sizes"].items()),
    ]


def _medians(runs: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: median(one[name] for one in runs) for name in runs[0]}


def _once(out: Path) -> dict[str, dict[str, float]]:
    """Run the demo in this process."""
    clock = Clock()
    import auditkit
    from auditkit.config import resolve
    from auditkit.demo import demo_config

    audit = auditkit.measure(resolve(None, demo_config()), out, progress=clock)
    report = auditkit.publish(out, progress=clock)
    clock.stop()
    tables = {name: audit.table(name).to_pylist() for name in ("chains", "details", "attributions")}
    explained = {row["example_id"] for row in tables["attributions"]}
    shown = (
        audit.manifest["counts"]["examples"],
        len(explained),
        sum(row["sampled"] and row["weights"] == "model" for row in tables["chains"]),
        len(tables["details"]),
    )
    evidence = sum(path.stat().st_size for path in audit.evidence.rglob("*") if path.is_file())
    files = {path.name: path.stat().st_size for path in (report, report.with_suffix(".pdf"))}
    sizes = {name: size / 1e6 for name, size in {**files, "evidence": evidence}.items()}
    return {"stages": clock.rows, "shown": dict(zip(AT_LEAST, shown, strict=True)), "sizes": sizes}


if __name__ == "__main__":
    print(json.dumps(_once(Path(sys.argv[1]))))
