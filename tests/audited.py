"""Tiny models as an audit loads them, and the same weights under transformers' eager attention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import torch
import transformers

from auditkit.capture.loading import LoadedModel, load_model
from auditkit.capture.runner import Runner
from auditkit.explain.base import METHODS, Case
from auditkit.inputs.base import TASKS
from auditkit.records import Attribution, Encoded, Example
from tests.tiny import save_tiny

torch.set_num_threads(1)  # tiny matrices are slower on more
ADAPTER = TASKS.get("text-classification")


@dataclass(frozen=True)
class Twins:
    """One checkpoint, loaded twice."""

    loaded: LoadedModel
    eager: Any
    tokenizer: Any


def fresh_twins(family: str, *, pad: bool = True, **options: Any) -> Twins:
    """Save a tiny classifier and load it both ways; `pad` False leaves the config without one."""
    with TemporaryDirectory() as name:
        folder = save_tiny(Path(name), family, **options)
        if not pad:
            config = transformers.AutoConfig.from_pretrained(folder)
            config.pad_token_id = None
            config.save_pretrained(folder)
        auto = transformers.AutoModelForSequenceClassification
        eager = auto.from_pretrained(folder, attn_implementation="eager").eval()
        loaded = load_model(str(folder), ADAPTER)
    return Twins(loaded, eager, loaded.tokenizer)


twins = cache(fresh_twins)


def run_model(family: str, *, batch_tokens: int = 2048, **options: Any) -> Runner:
    """Return a runner with counters of its own over the cached model."""
    return Runner(twins(family, **options).loaded, batch_tokens=batch_tokens)


def encode(loaded: LoadedModel, *texts: str | tuple[str, str]) -> list[Encoded]:
    """Encode texts and pairs."""
    pairs = [text if isinstance(text, tuple) else (text, None) for text in texts]
    examples = [Example(f"{row:016x}", row, *pair) for row, pair in enumerate(pairs)]
    return ADAPTER.encode(loaded.tokenizer, examples, loaded.max_tokens)


def cases_of(
    runner: Runner, *texts: str | tuple[str, str], foil: str | None = None, seed: int = 0
) -> list[Case]:
    """Run texts plainly and return what a method is asked to explain: their first target."""
    rows = encode(runner.loaded, *texts)
    observers = {}
    for name in METHODS.names():
        observers |= METHODS.get(name).observers
    cases = []
    for row, seen in zip(rows, runner.observe(rows, observers), strict=True):
        loaded = runner.loaded
        target = ADAPTER.decide(seen.logits, loaded.labels, loaded.problem, foil).targets[0]
        margin = target.readout.value(seen.logits)
        cases.append(Case(row, target, margin, seen.seen, seed))
    return cases


def attribute(method: str, runner: Runner, *texts: str | tuple[str, str]) -> list[Attribution]:
    """Explain texts by a registered method."""
    return METHODS.get(method).attribute(runner, cases_of(runner, *texts))
