"""Tensors of the examples shown in detail: attention, state norms, gradients from three references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.observers import FullAttention
from auditkit.explain.base import Case
from auditkit.explain.methods.integrated_gradients import TRIES, integrate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.requests import Reference
    from auditkit.capture.runner import Runner
    from auditkit.explain.shard import Plan
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Example, Target

BASELINES: tuple[Reference, ...] = ("blank", "zero", "mean")
"""Order of the first axis of ``ig_baselines``."""


def detail_tensors(
    runner: Runner, adapter: TaskAdapter, plan: Plan, examples: Sequence[Example]
) -> list[dict[str, np.ndarray]]:
    """Return for each example the tensors that the report shows.

    Returns:
        ``attention`` float16 [layers heads tokens tokens], ``norms`` float32 [layers+1 tokens], and
        where integrated gradients are among the methods ``ig_baselines`` float32 [3 tokens].
    """
    rows = adapter.encode(runner.loaded.tokenizer, examples, runner.loaded.max_tokens)
    observed = runner.observe(rows, {"attention": FullAttention})
    tensors = [
        {"attention": seen.seen["attention"], "norms": runner.hidden_norms(row)}
        for row, seen in zip(rows, observed, strict=True)
    ]
    if "integrated_gradients" not in plan.methods:
        return tensors
    cases = [
        Case(row, _first_target(runner, adapter, plan, seen.logits), 0.0, {}, plan.seed)
        for row, seen in zip(rows, observed, strict=True)
    ]
    by_baseline = [integrate(runner, cases, nodes=TRIES[0], reference=name) for name in BASELINES]
    return [
        {**kept, "ig_baselines": np.stack(scores)}
        for kept, *scores in zip(tensors, *by_baseline, strict=True)
    ]


def _first_target(runner: Runner, adapter: TaskAdapter, plan: Plan, logits: np.ndarray) -> Target:
    loaded = runner.loaded
    return adapter.decide(logits, loaded.labels, loaded.problem, plan.foil).targets[0]
