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

from benchmarks.figures import Figure

FEW, MANY = 1_000, 20_000
LONGEST = 150
"""Characters of a text."""


def run() -> list[Figure]:
    """Return the peak resident memory of both sizes and their ratio."""
    few, many = _in_a_process(FEW), _in_a_process(MANY)
    return [
        Figure(f"peak RSS, {MANY:,} / {FEW:,} examples", many / few, "x", at_most=1.1),
        Figure(f"peak RSS, {FEW:,} examples", few, "MB"),
        Figure(f"peak RSS, {MANY:,} examples", many, "MB"),
    ]


def _in_a_process(examples: int) -> float:
    command = [sys.executable, "-m", "benchmarks.growth", str(examples)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return float(said.splitlines()[-1])


def _measure(examples: int) -> float:
    import auditkit
    from auditkit.config import resolve
    from benchmarks.publish import save_model
    from benchmarks.workload import demo_texts

    texts = demo_texts()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = folder / "data.jsonl"
        with data.open("w", encoding="utf-8") as file:
            for row in range(examples):
                text = f"{row} {texts[row % len(texts)]}"[:LONGEST]
                cells = {"text": text, "label": row % 2, "slice": "ab"[row % 2]}
                file.write(json.dumps(cells) + "\n")
        model = save_model(folder / "model", num_hidden_layers=2, num_attention_heads=4)
        settings = {"model": str(model), "data": data, "methods": ("random",)}
        config = resolve(None, {**settings, "detailed": 0, "workers": 1})
        auditkit.measure(config, folder / "audit")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(_measure(int(sys.argv[1])))
