"""Planted circuits as auditkit loads and encodes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditkit.capture.loading import load_model
from auditkit.capture.runner import Runner
from auditkit.inputs.base import TASKS
from auditkit.records import Encoded, Example
from tests.circuits import CIRCUITS, save_circuit


def runner_of(name: str, folder: Path) -> Runner:
    model, _ = save_circuit(folder / name, CIRCUITS[name]())
    return Runner(load_model(str(model), TASKS.get("text-classification")))


def encoded_texts(runner: Runner, texts: Sequence[str]) -> list[Encoded]:
    examples = [Example(f"{row:016x}", row, text) for row, text in enumerate(texts)]
    return TASKS.get("text-classification").encode(runner.loaded.tokenizer, examples, 64)
