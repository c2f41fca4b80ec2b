"""Tensors of the examples shown in detail: attention and what it is made of, relevance, references."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.capture.capabilities import Need
from auditkit.capture.details import Keys, Queries, Scaling, ValueNorms
from auditkit.capture.observers import FullAttention
from auditkit.explain.base import Case
from auditkit.explain.flows import flows, followed
from auditkit.explain.maps import held_together, map_entries
from auditkit.explain.methods.integrated_gradients import TRIES, integrate

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from auditkit.capture.requests import Observation, Reference
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Observers, Plan
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded, Example

OTHER_REFERENCES: tuple[Reference, ...] = ("zero", "mean")
"""References besides the blank, in the order in which ``ig_baselines`` holds them after it."""
FROM_BLANK = "integrated_gradients"
"""The method whose scores from the blank the other references are held against."""
WATCHED: Observers = {
    "attention": FullAttention,
    "value_norms": ValueNorms,
    "queries": Queries,
    "keys": Keys,
    "scaling": Scaling,
}
"""Tensor -> what watches the plain pass for it."""


def watched(runner: Runner) -> Observers:
    """Return what watches the plain pass; without output projections messages have no norms."""
    if Need.ATTENTION in runner.lacks:
        return {}
    lacks = {"value_norms"} if Need.PROJECTIONS in runner.lacks else set()
    return {name: watch for name, watch in WATCHED.items() if name not in lacks}


def rows_in_detail(methods: Sequence[str], evaluations: Sequence[int]) -> tuple[int, int]:
    """Return how many rows of an example `detail_tensors` sends forward, and forward and backward.

    Args:
        methods: The audit's.
        evaluations: What each method asks to explain one target of the example.
    """
    spread = len(OTHER_REFERENCES) * TRIES[0] if FROM_BLANK in methods else 0
    ledger = followed(methods)
    return 2, spread + (evaluations[methods.index(ledger)] if ledger else 0)


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What the shards found about examples, and details go on from."""

    from_blank: Mapping[str, np.ndarray]
    """Example id -> integrated gradients from the blank for the first target, float32 [tokens]."""
    balanced: frozenset[tuple[str, str]]
    """Ids and targets whose ledger adds up, of the ledger that is followed."""

    @classmethod
    def read(cls, attributions: pa.Table, methods: Sequence[str], ids: Collection[str]) -> Measured:
        """Read it from `attributions.parquet`.

        Args:
            attributions: The table.
            methods: The audit's.
            ids: Examples shown in detail.
        """
        rows = attributions.filter(
            pc.is_in(attributions["example_id"], pa.array(sorted(ids), pa.string()))
        )
        return cls(
            _first_scores(rows.filter(pc.equal(rows["method"], FROM_BLANK))),
            _targets(rows.filter(pc.equal(rows["method"], followed(methods) or ""))),
        )


def _first_scores(rows: pa.Table) -> dict[str, np.ndarray]:
    """Return each example's scores for its first target, float32 [tokens]."""
    pairs = zip(rows["example_id"].to_pylist(), rows["scores"], strict=True)
    # Later rows of an example are further targets; reversed, the first one is kept.
    return {
        name: scores.values.to_numpy(zero_copy_only=False).astype(np.float32)
        for name, scores in reversed(list(pairs))
    }


def _targets(rows: pa.Table) -> frozenset[tuple[str, str]]:
    return frozenset(zip(rows["example_id"].to_pylist(), rows["target"].to_pylist(), strict=True))


def detail_tensors(
    runner: Runner,
    adapter: TaskAdapter,
    plan: Plan,
    examples: Sequence[Example],
    measured: Measured,
) -> Iterator[dict[str, np.ndarray]]:
    """Yield for each example the tensors that the report shows.

    Args:
        runner: Runs the model.
        adapter: The task.
        plan: What was measured on every example.
        examples: Examples with finite logits.
        measured: What was found about them.

    Yields:
        ``attention`` float16 [layers heads tokens tokens], ``norms`` float32 [layers+1 tokens],
        ``value_norms`` float32 [layers heads tokens], ``queries`` float16 [layers heads tokens
        head_width], ``keys`` float16 [layers key_heads tokens head_width], ``scaling`` float32
        [layers]; with scores from the blank ``ig_baselines`` float32 [3 tokens]: from the blank, from
        zero, and from the mean embedding; with a ledger what `flows` returns. What does not fit into
        memory, or into its format, is absent.
    """
    rows = adapter.encode(runner.loaded.tokenizer, examples, runner.loaded.max_tokens)
    for some in held_together(rows, [map_entries(runner, row) for row in rows]):
        observed = runner.observe(some, watched(runner))
        cases = [_case(runner, adapter, plan, *pair) for pair in zip(some, observed, strict=True)]
        tensors = [
            {"norms": runner.hidden_norms(row), **(seen.seen if seen else {})}
            for row, seen in zip(some, observed, strict=True)
        ]
        for found in (
            _references(runner, cases, measured),
            _flows(runner, cases, plan, measured),
        ):
            for index, more in found.items():
                tensors[index] |= more
        yield from map(_known, tensors)


def _case(
    runner: Runner, adapter: TaskAdapter, plan: Plan, row: Encoded, seen: Observation | None
) -> Case | None:
    """Return an example with its first target; None where it did not fit into memory."""
    if seen is None:
        return None
    loaded = runner.loaded
    target = adapter.decide(seen.logits, loaded.labels, loaded.problem, plan.foil).targets[0]
    return Case(row, target, 0.0, {}, plan.seed, plan.ledger_coalitions)


Found = dict[int, dict[str, "np.ndarray | None"]]
"""Place of an example -> its tensors."""


def _references(runner: Runner, cases: Sequence[Case | None], measured: Measured) -> Found:
    """Integrate from the other references, where the scores from the blank are known."""
    chosen = {
        index: case
        for index, case in enumerate(cases)
        if case and case.encoded.example.id in measured.from_blank
    }
    others = [
        integrate(runner, list(chosen.values()), nodes=TRIES[0], reference=name)
        for name in OTHER_REFERENCES
    ]
    return {
        index: {"ig_baselines": np.stack([measured.from_blank[case.encoded.example.id], *scores])}
        for (index, case), *scores in zip(chosen.items(), *others, strict=True)
    }


def _flows(runner: Runner, cases: Sequence[Case | None], plan: Plan, measured: Measured) -> Found:
    """Follow the ledgers that add up."""
    chosen = {
        index: case
        for index, case in enumerate(cases)
        if case and (case.encoded.example.id, case.target.name) in measured.balanced
    }
    frozen = followed(plan.methods) == "frozen_ledger"
    found = flows(runner, list(chosen.values()), frozen=frozen)
    return {index: {**more} for index, more in zip(chosen, found, strict=True)}


def _known(tensors: Mapping[str, np.ndarray | None]) -> dict[str, np.ndarray]:
    return {
        name: tensor
        for name, tensor in tensors.items()
        if tensor is not None and tensor.size and np.isfinite(tensor).all()
    }
