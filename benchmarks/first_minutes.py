"""What a newcomer waits for: four texts on a tiny model from the command line, and what the sample weighs.

Each command runs three times on two pinned cores, after one run that is not counted; the median stands.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.quiet import ROUNDS, Spent, auditkit, medians, spent

SAMPLE = Path(__file__).parents[1] / "sample_reports" / "demo"
TEXTS = {
    "a plain and pleasant film": "positive",
    "the food was bad and cold, and the waiter rude": "negative",
    "not great": "negative",
    "she said the long play never ends, and it was true in every way": "positive",
}
MEASURE_SECONDS, PUBLISH_SECONDS, SAMPLE_MB = 8.0, 12.0, 15.0


def run() -> list[Figure]:
    """Return what measuring and publishing four texts takes, and the size of the committed sample."""
    with tempfile.TemporaryDirectory() as name:
        measured, published = _four_texts(Path(name))
    weight = sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) / 1e6
    return [
        Figure("4 texts, tiny model: measuring, wall", measured.wall, "s", at_most=MEASURE_SECONDS),
        Figure("4 texts, tiny model: measuring, CPU", measured.cpu, "s"),
        Figure(
            "4 texts, tiny model: publishing, wall", published.wall, "s", at_most=PUBLISH_SECONDS
        ),
        Figure("4 texts, tiny model: publishing, CPU", published.cpu, "s"),
        Figure("committed sample: HTML, PDF, evidence", weight, "MB", at_most=SAMPLE_MB),
    ]


def _four_texts(folder: Path) -> tuple[Spent, Spent]:
    from benchmarks.tiny import save_model

    data, out = folder / "data.jsonl", folder / "audit"
    rows = (json.dumps({"text": text, "label": label}) for text, label in TEXTS.items())
    data.write_text("\n".join(rows) + "\n", "utf-8")
    model = save_model(folder / "model")
    measured, published = [], []
    for _ in range(1 + ROUNDS):
        shutil.rmtree(out, ignore_errors=True)
        flags = ("--model", model, "--data", data, "--out", out)
        measured.append(spent(auditkit("measure", *flags)))
        published.append(spent(auditkit("publish", out)))
    return medians(measured[1:]), medians(published[1:])
