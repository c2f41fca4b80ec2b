"""Memory of a whole `measure` for 20,000 examples against 1,000: it must not grow with the data.

A seeded classifier of 2 layers reads short texts; every head statistic is measured and one cheap
method run. Each size runs in a process of its own, which measures its own shards (Linux only).
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import auditkit
from auditkit.config import resolve
from auditkit.demo import evaluation_file
from benchmarks.figures import Figure
from benchmarks.tiny import save_model

FEW, MANY = 1_000, 20_000
LONGEST = 150
"""Characters of a text."""


def run() -> list[Figure]:
    """Return the peak resident memory of both sizes and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = save_model(folder / "model", num_hidden_layers=2, num_attention_heads=4)
        few, many = (_in_a_process(model, data_file(folder, count)) for count in (FEW, MANY))
    return [
        Figure(f"peak RSS, {MANY:,} / {FEW:,} examples", many / few, "x", at_most=1.1),
        Figure(f"peak RSS, {FEW:,} examples", few, "MB"),
        Figure(f"peak RSS, {MANY:,} examples", many, "MB"),
    ]


def data_file(folder: Path, examples: int) -> Path:
    """Write a file of short texts, half of them of each label, in two slices; return its path."""
    lines = evaluation_file().read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    path = folder / f"{examples}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for row in range(examples):
            text = f"{row} {texts[row % len(texts)]}"[:LONGEST]
            cells = {"text": text, "label": row % 2, "slice": "ab"[row % 2]}
            file.write(json.dumps(cells) + "\n")
    return path


def _in_a_process(model: Path, data: Path) -> float:
    command = [sys.executable, "-m", "benchmarks.growth", str(model), str(data)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(said.splitlines()[-1])


def _measure(model: str, data: Path) -> float:
    """Return the peak resident memory of this process in MB, after measuring."""
    settings = {"model": model, "data": data, "methods": ("random",), "detailed": 0, "workers": 1}
    auditkit.measure(resolve(None, settings), data.with_suffix(".audit"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(_measure(sys.argv[1], Path(sys.argv[2])))
