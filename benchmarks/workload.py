"""What the benchmarks run on: the demo model, short and long texts, and a clock of CPU seconds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.determinism import make_deterministic
from auditkit.capture.loading import LoadedModel, load_model
from auditkit.capture.runner import Runner
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.explain.base import METHODS, Case
from auditkit.inputs.base import TASKS
from auditkit.inputs.examples import DataSpec, load_evaluation_set
from auditkit.records import Encoded, Example, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROUNDS = 3
AT_ONCE = 1024
"""Tokens that bare matrix products take at once."""


@dataclass(frozen=True)
class Workload:
    """A model and rows of one kind."""

    loaded: LoadedModel
    rows: tuple[Encoded, ...]

    @property
    def tokens(self) -> int:
        """Real tokens of all rows."""
        return sum(len(row.tokens) for row in self.rows)


@cache
def demo_model() -> LoadedModel:
    """The demo's model, one thread per operation."""
    make_deterministic()
    return load_model(resolve(None, demo_config()).model, TASKS.get("text-classification"))


def demo_texts() -> list[str]:
    """The sentences of the demo's evaluation set."""
    data = DataSpec(path=resolve(None, demo_config()).data)
    rows = load_evaluation_set(data, demo_model().labels, multi_label=False).examples
    return [example.text for example in rows]


def workloads() -> dict[str, Workload]:
    """Short texts as they are, long ones made by joining them, and both together."""
    loaded, texts = demo_model(), demo_texts()
    short = encode(loaded, texts[:40])
    long = encode(loaded, [" ".join(texts[i : i + 7]) for i in range(0, 35, 7)])
    return {
        "short": Workload(loaded, short),
        "long": Workload(loaded, long),
        "mixed": Workload(loaded, short[:20] + long[:3]),
    }


def encode(loaded: LoadedModel, texts: list[str]) -> tuple[Encoded, ...]:
    """Encode texts as an audit does."""
    examples = [Example(f"{row:016x}", row, text, None) for row, text in enumerate(texts)]
    adapter = TASKS.get("text-classification")
    return tuple(adapter.encode(loaded.tokenizer, examples, loaded.max_tokens))


def matrix_products(loaded: LoadedModel, tokens: int) -> None:
    """Multiply as many hidden states by the matrices of all layers but the last, and do nothing else.

    No exact forward pass over as many tokens does less: only the last layer can be computed at the
    position read alone.
    """
    layers = Runner(loaded).anatomy.stack.layers[:-1]
    every = [module for layer in layers for module in layer.modules()]
    matrices = [module.weight for module in every if isinstance(module, torch.nn.Linear)]
    states = {matrix.shape[1]: torch.ones(AT_ONCE, matrix.shape[1]) for matrix in matrices}
    with torch.inference_mode():
        for start in range(0, tokens, AT_ONCE):
            for matrix in matrices:
                states[matrix.shape[1]][: tokens - start] @ matrix.T


def cases_of(loaded: LoadedModel, rows: Sequence[Encoded]) -> list[Case]:
    """Return what a method is asked to explain: the predicted class against the runner-up."""
    adapter = TASKS.get("text-classification")
    observers = {}
    for name in METHODS.names():
        observers |= METHODS.get(name).observers
    cases = []
    for row, seen in zip(rows, Runner(loaded).observe(rows, observers), strict=True):
        target = adapter.decide(seen.logits, loaded.labels, loaded.problem, None).targets[0]
        margin = target.readout.value(seen.logits)
        cases.append(Case(row, target, margin, seen.seen, 0))
    return cases


def cpu_seconds(run: Callable[[], object]) -> float:
    """Return the CPU seconds of one call, in this process."""
    began = time.process_time()
    run()
    return time.process_time() - began


def medians(runs: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Run everything in turn, `rounds` times; return the median CPU seconds of each."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            spent[name].append(cpu_seconds(run))
    return {name: median(seconds) for name, seconds in spent.items()}


def class_weights(target: Target) -> np.ndarray:
    """Return the weight of each of the demo model's two classes in a target, as peers take it."""
    weights = np.zeros(2, np.float32)
    weights[target.readout.index[:, 0]] = target.readout.weights
    return weights
