"""Two workers against one, and another number of tokens in a batch: speed, and the same numbers."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config
from benchmarks.figures import Figure
from benchmarks.workload import demo_texts

if TYPE_CHECKING:
    import pyarrow as pa

    from auditkit.evidence.reader import Audit
    from auditkit.pipeline.progress import Pace

EXAMPLES = 64
SHARD = 8
"""Eight shards: with two workers none waits long for the other at the end."""
OTHER_BATCH = 256
COMPARED = {
    "examples": ("logits", "margin"),
    "attributions": ("scores", "base", "error"),
    "heads": ("value",),
}


def run() -> list[Figure]:
    """Return the speed-up of two workers and how far numbers move with another batch size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one, alone = _measured(folder / "one", workers=1)
        two, together = _measured(folder / "two", workers=2)
        other, _ = _measured(folder / "other", workers=2, batch_tokens=OTHER_BATCH)
        return [
            Figure("two workers: wall of one / wall of two", alone / together, "x", 1.8),
            Figure("two workers: same root digest", float(one.root == two.root), "", 1.0),
            Figure(
                f"batches of {OTHER_BATCH} tokens: largest change / max(|s|, 1)",
                _moved(one, other),
                at_most=1e-4,
            ),
        ]


def _measured(out: Path, **options: int) -> tuple[Audit, float]:
    """Measure the first texts; return the audit and the wall seconds of explaining them."""
    data = out.with_suffix(".jsonl")
    rows = [json.dumps({"text": text}) + "\n" for text in demo_texts()[:EXAMPLES]]
    data.write_text("".join(rows), "utf-8")
    shared = {key: demo_config()[key] for key in ("model", "task", "text_column")}
    settings: dict[str, Any] = {**shared, "data": data, "detailed": 0, "shard_size": SHARD}
    clock = _Explaining()
    audit = auditkit.measure(resolve(None, {**settings, **options}), out, progress=clock)
    return audit, clock.seconds


class _Explaining:
    """Times the stage in which shards are explained; loading is the same for any workers."""

    seconds = 0.0
    _began: float | None = None

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:
        """Begin at the stage of interest, and end with it."""
        del total, pace
        if self._began is not None:
            self.seconds = time.perf_counter() - self._began
        self._began = time.perf_counter() if stage == "Explaining examples" else None

    def advance(self, pieces: int = 1) -> None:
        """Nothing to draw."""

    def note(self, text: str) -> None:
        """Nothing to say."""


def _moved(one: Audit, other: Audit) -> float:
    """Return the largest change of a number, held against its size or 1."""
    return max(
        float(np.max(np.abs(a - b) / np.maximum(np.abs(a), 1.0)))
        for table, columns in COMPARED.items()
        for column in columns
        for a, b in [
            (_numbers(getattr(one, table), column), _numbers(getattr(other, table), column))
        ]
    )


def _numbers(table: pa.Table, column: str) -> np.ndarray:
    values = table[column].combine_chunks()
    while hasattr(values, "flatten") and hasattr(values.type, "value_type"):
        values = values.flatten()
    return np.asarray(values.drop_null().to_numpy(zero_copy_only=False), float)
