"""One shard: examples in, evidence rows out. A pure function of configuration, model and rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.capabilities import Need
from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.requests import Observation
from auditkit.explain.base import METHODS, Case
from auditkit.records import Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jaxtyping import Float32

    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine
    from auditkit.capture.observers import Observer
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Observers, Plan
    from auditkit.inputs.base import Decision, TaskAdapter
    from auditkit.records import Attribution, Encoded, Example

HEADS = "head_statistics"


@dataclass(frozen=True, slots=True, eq=False)
class Explained:
    """Everything measured about one example."""

    encoded: Encoded
    logits: np.ndarray | None
    """float32 [classes]; None if the model was not run."""
    decision: Decision | None
    """None if the logits are not finite or the model was not run."""
    margin: float | None
    attributions: tuple[tuple[str, Case, Attribution], ...]
    """Method, case and scores."""
    heads: np.ndarray | None
    """float32 [statistics layers heads]; None where the example was only predicted."""
    flags: frozenset[Flag]
    read: tuple[int, ...] = ()
    """Positions that the classifier reads; none if the model was not run, or they are not known."""


def watching(plan: Plan, runner: Runner) -> dict[str, Callable[[Batch, Engine], Observer]]:
    """Return everything that watches the plain forward pass of a model."""
    found: dict[str, Callable[[Batch, Engine], Observer]] = {}
    if Need.ATTENTION not in runner.lacks:
        found[HEADS] = HeadStatistics
    for method in map(METHODS.get, plan.methods):
        if runner.anatomy.causal or not method.causal_only:
            found |= method.observers
    return found


def predict_shard(
    runner: Runner, adapter: TaskAdapter, plan: Plan, examples: Sequence[Example]
) -> list[Explained]:
    """Encode and run `examples` and explain none; one result per example, in order."""
    encoded = adapter.encode(runner.loaded.tokenizer, examples, runner.loaded.max_tokens)
    observations = _observed(runner, encoded, {})
    return [_decide(runner, adapter, plan, row, observations.get(row)) for row in encoded]


def explain_shard(
    runner: Runner,
    adapter: TaskAdapter,
    plan: Plan,
    examples: Sequence[Example],
    answers: Mapping[str, Float32[np.ndarray, " classes"]] | None = None,
) -> list[Explained]:
    """Encode, run and explain `examples`; one result per example, in order.

    Args:
        runner: Runs the model.
        adapter: The task.
        plan: What is measured.
        examples: The shard.
        answers: Id -> logits of `examples` that were predicted before. Decisions are those: in another
            batch a logit may differ in its last digits.
    """
    encoded = adapter.encode(runner.loaded.tokenizer, examples, runner.loaded.max_tokens)
    observations = _observed(runner, encoded, watching(plan, runner))
    if answers is not None:
        observations = {
            row: seen and Observation(answers[row.example.id], seen.seen)
            for row, seen in observations.items()
        }
    results = [_decide(runner, adapter, plan, row, observations.get(row)) for row in encoded]
    cases = {
        index: _cases(result, observations.get(result.encoded), plan)
        for index, result in enumerate(results)
    }
    with runner.remembering():
        found = _attribute(runner, plan, [case for group in cases.values() for case in group])
    return [
        _with_attributions(runner, result, cases[index], found)
        for index, result in enumerate(results)
    ]


def _observed(
    runner: Runner, encoded: Sequence[Encoded], observers: Observers
) -> dict[Encoded, Observation | None]:
    runnable = [row for row in encoded if row.tokens]
    return dict(zip(runnable, runner.observe(runnable, observers), strict=True))


def _decide(
    runner: Runner, adapter: TaskAdapter, plan: Plan, row: Encoded, seen: Observation | None
) -> Explained:
    if seen is None:
        why = Flag.OUT_OF_MEMORY if row.tokens else Flag.NO_TOKENS
        return Explained(row, None, None, None, (), None, row.flags | {why})
    reading = runner.anatomy.reading
    read = () if reading is None else tuple(reading.positions(row.ids).tolist())
    if not np.isfinite(seen.logits).all():
        flags = row.flags | {Flag.NON_FINITE}
        return Explained(row, seen.logits, None, None, (), None, flags, read)
    decision = adapter.decide(seen.logits, runner.loaded.labels, runner.loaded.problem, plan.foil)
    return Explained(
        encoded=row,
        logits=seen.logits,
        decision=decision,
        margin=decision.targets[0].readout.value(seen.logits),
        attributions=(),
        heads=seen.seen.get(HEADS),
        flags=row.flags,
        read=read,
    )


def _cases(result: Explained, observation: Observation | None, plan: Plan) -> list[Case]:
    if result.decision is None or observation is None:
        return []
    return [
        Case(
            encoded=result.encoded,
            target=target,
            margin=target.readout.value(observation.logits),
            seen=observation.seen,
            audit_seed=plan.seed,
            ledger_coalitions=plan.ledger_coalitions,
        )
        for target in result.decision.targets
    ]


def _attribute(
    runner: Runner, plan: Plan, cases: Sequence[Case]
) -> dict[int, list[tuple[str, Case, Attribution]]]:
    """Run every method over all cases of the shard; keyed by the case's identity."""
    found: dict[int, list[tuple[str, Case, Attribution]]] = {id(case): [] for case in cases}
    for name in plan.methods:
        for case, attribution in zip(
            cases, METHODS.get(name).attribute(runner, cases), strict=True
        ):
            if attribution is not None:
                found[id(case)].append((name, case, attribution))
    return found


def _with_attributions(
    runner: Runner,
    result: Explained,
    cases: Sequence[Case],
    found: Mapping[int, list[tuple[str, Case, Attribution]]],
) -> Explained:
    every = [row for case in cases for row in found[id(case)]]
    rows = tuple(row for row in every if row[2].is_finite)
    flags = result.flags.union(*(attribution.flags for _, _, attribution in every))
    missing = [row for row in every if not row[2].is_finite and Flag.UNBALANCED not in row[2].flags]
    if result.encoded.example.id in runner.lost:
        flags |= {Flag.OUT_OF_MEMORY}
    elif missing:
        flags |= {Flag.NON_FINITE_SCORES}
    return replace(result, attributions=rows, flags=flags)
