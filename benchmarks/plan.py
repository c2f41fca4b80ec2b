"""What `auditkit plan` says against what an audit then does: evaluations, time, disk.

Sets of short and of mixed texts, on the demo's model, with everything that is run by default. The
time is that of `measure`, the disk that of evidence and report together.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.explain.methods.integrated_gradients import TRIES
from benchmarks.figures import Figure
from benchmarks.workload import demo_texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditkit.evidence.reader import Audit

Result = TypeVar("Result")

FACTOR = 1.5
SHORT = 48
JOINED = (1, 1, 2, 1, 6, 1, 1, 12, 1, 3, 1, 1, 1, 2, 1, 1)
"""How many sentences make each of the mixed texts."""


def run() -> list[Figure]:
    """Return predicted / actual of both sets."""
    texts = demo_texts()
    starts = range(0, len(texts), max(JOINED))
    mixed = [
        " ".join(texts[start : start + count]) for start, count in zip(starts, JOINED, strict=False)
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return [
            *_compared("short texts", texts[:SHORT], folder / "short"),
            *_compared("mixed texts", mixed, folder / "mixed", shard_size=4),
        ]


def _compared(what: str, texts: list[str], folder: Path, **options: int) -> list[Figure]:
    folder.mkdir()
    data = folder / "data.jsonl"
    data.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    shared = {key: demo_config()[key] for key in ("model", "task", "text_column")}
    config = resolve(None, {**shared, "data": data, **options})
    plan, planning = _timed(lambda: auditkit.plan(config))
    audit, measuring = _timed(lambda: auditkit.measure(config, folder / "audit"))
    auditkit.publish(folder / "audit")
    return [
        Figure(
            f"{what}: evaluations but second tries, predicted / actual",
            plan.evaluations.least / _evaluations(audit),
            at_least=1.0,
            at_most=1.0,
        ),
        _within(f"{what}: time", plan.seconds.all / measuring),
        _within(f"{what}: disk", (plan.disk.evidence + plan.disk.report) / _size(folder / "audit")),
        Figure(f"{what}: planning / measuring", planning / measuring),
        Figure(f"{what}: measuring, wall", measuring, "s"),
    ]


def _within(what: str, ratio: float) -> Figure:
    return Figure(f"{what}, predicted / actual", ratio, "x", 1 / FACTOR, FACTOR)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def _evaluations(audit: Audit) -> int:
    """Return the evaluations in the evidence without those of second tries."""
    rows = audit.attributions.select(["method", "nodes", "evaluations"]).to_pylist()
    every = sum(row["evaluations"] for row in rows)
    again = sum(row["nodes"] == TRIES[1] for row in rows)
    return every - again * TRIES[1]


def _size(out: Path) -> int:
    return sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
