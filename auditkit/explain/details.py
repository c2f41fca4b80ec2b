"""Tensors of the examples shown in detail: attention, state norms, gradients from three references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.observers import FullAttention
from auditkit.explain.base import Case
from auditkit.explain.methods.integrated_gradients import TRIES, integrate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.capture.requests import Reference
    from auditkit.capture.runner import Runner
    from auditkit.explain.shard import Plan
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Example, Target

OTHER_REFERENCES: tuple[Reference, ...] = ("zero", "mean")
"""References besides the blank, in the order in which ``ig_baselines`` holds them after it."""


FROM_BLANK = "integrated_gradients"
"""The method whose scores from the blank the other references are held against."""


def rows_in_detail(methods: Sequence[str]) -> tuple[int, int]:
    """Return how many rows of an example `detail_tensors` sends forward, and forward and backward."""
    spread = len(OTHER_REFERENCES) * TRIES[0] if FROM_BLANK in methods else 0
    return 2, spread


def detail_tensors(
    runner: Runner,
    adapter: TaskAdapter,
    plan: Plan,
    examples: Sequence[Example],
    from_blank: Mapping[str, np.ndarray],
) -> list[dict[str, np.ndarray]]:
    """Return for each example the tensors that the report shows.

    Args:
        runner: Runs the model.
        adapter: The task.
        plan: What was measured on every example.
        examples: Examples with finite logits.
        from_blank: Example id -> integrated gradients from the blank, float32 [tokens], as the
            evidence has them; empty if the method was not run.

    Returns:
        ``attention`` float16 [layers heads tokens tokens], ``norms`` float32 [layers+1 tokens], and
        with `from_blank` ``ig_baselines`` float32 [3 tokens]: from the blank, from zero, and from
        the mean embedding. What does not fit into memory is absent.
    """
    rows = adapter.encode(runner.loaded.tokenizer, examples, runner.loaded.max_tokens)
    observed = runner.observe(rows, {"attention": FullAttention})
    tensors = [
        _known(
            {
                "attention": None if seen is None else seen.seen["attention"],
                "norms": runner.hidden_norms(row),
            }
        )
        for row, seen in zip(rows, observed, strict=True)
    ]
    cases = {
        index: Case(row, _first_target(runner, adapter, plan, seen.logits), 0.0, {}, plan.seed)
        for index, (row, seen) in enumerate(zip(rows, observed, strict=True))
        if seen is not None and row.example.id in from_blank
    }
    others = [
        integrate(runner, list(cases.values()), nodes=TRIES[0], reference=name)
        for name in OTHER_REFERENCES
    ]
    for index, *scores in zip(cases, *others, strict=True):
        stacked = np.stack([from_blank[examples[index].id], *scores])
        tensors[index] |= _known({"ig_baselines": stacked if np.isfinite(stacked).all() else None})
    return tensors


def _known(tensors: Mapping[str, np.ndarray | None]) -> dict[str, np.ndarray]:
    return {name: tensor for name, tensor in tensors.items() if tensor is not None}


def _first_target(runner: Runner, adapter: TaskAdapter, plan: Plan, logits: np.ndarray) -> Target:
    loaded = runner.loaded
    return adapter.decide(logits, loaded.labels, loaded.problem, plan.foil).targets[0]
