"""What stands before any explanation: model, tokenizer and data, loaded and found to fit together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditkit.capture.determinism import choose_device, make_deterministic, usable_cores
from auditkit.capture.loading import load_model
from auditkit.capture.requests import Counters
from auditkit.capture.runner import Runner
from auditkit.capture.token_types import refuse_unknown_token_types
from auditkit.explain.base import METHODS, Plan
from auditkit.explain.cases import first_targets
from auditkit.explain.left_out import (
    CHAINS,
    PROJECTION,
    LeftOut,
    chains_left_out,
    left_out_methods,
    parts_left_out,
)
from auditkit.inputs.base import TASKS
from auditkit.inputs.examples import DataSpec, load_evaluation_set
from auditkit.inputs.reading import in_one_line
from auditkit.inputs.tables import refuse_unreadable
from auditkit.records import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.capture.loading import LoadedModel
    from auditkit.config import AuditConfig
    from auditkit.explain.base import Case
    from auditkit.inputs.base import TaskAdapter
    from auditkit.inputs.examples import EvaluationSet


BALANCED_EXAMPLES = 8
"""Examples on which ledgers and chains are tried before anything is measured."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An audit that could begin."""

    config: AuditConfig
    """What will be done: as it was asked for, without what the model cannot serve."""
    left_out: tuple[LeftOut, ...]
    """What was asked for and the model cannot serve."""
    adapter: TaskAdapter
    runner: Runner
    data: EvaluationSet
    reference: EvaluationSet | None
    """Texts that messages are replaced from; None for the data itself."""
    plan: Plan
    workers: int
    """Processes side by side; 1 beside an accelerator."""


def prepare(config: AuditConfig) -> Prepared:
    """Load everything that `config` names.

    Raises:
        AuditError: The input is wrong (see `auditkit.errors`).
    """
    refuse_unreadable(config.data, split=config.split)
    if config.reference is not None:
        refuse_unreadable(config.reference)
    adapter, runner, plan = load(config)
    loaded = runner.loaded
    data = load_evaluation_set(
        _data_spec(config), loaded.labels, multi_label=loaded.problem is Problem.MULTI_LABEL
    )
    reference = load_reference(config, loaded)
    if data.columns["text_pair"] is not None:
        refuse_unknown_token_types(loaded)
    left_out = _left_out(config, runner, _first_cases(runner, adapter, plan, data))
    config = _without(config, left_out)
    plan = replace(plan, methods=config.methods)
    return Prepared(
        config=config,
        left_out=left_out,
        adapter=adapter,
        runner=runner,
        data=data,
        reference=reference,
        plan=plan,
        workers=1 if runner.device.type != "cpu" else config.workers or usable_cores(),
    )


def load(config: AuditConfig) -> tuple[TaskAdapter, Runner, Plan]:
    """Load the model that `config` names, and what is to be measured on every example.

    Raises:
        AuditError: The input is wrong (see `auditkit.errors`).
    """
    adapter = TASKS.get(config.task)
    for name in config.methods:
        METHODS.get(name)
    make_deterministic()
    device = choose_device(config.device)
    loaded = load_model(
        config.model,
        adapter,
        name=config.model_name,
        dtype=config.dtype,
        allow_pickle=config.allow_pickle,
    )
    foil = adapter.match_foil(config.foil, loaded.labels, loaded.problem)
    plan = Plan(config.methods, foil, config.seed, config.ledger_coalitions)
    return adapter, Runner(loaded, config.batch_tokens, device), plan


def load_reference(config: AuditConfig, loaded: LoadedModel) -> EvaluationSet | None:
    """Read the texts of ``reference``: the columns of the data, or found by name; None if not set.

    Raises:
        DataError: They cannot be read.
    """
    if config.reference is None:
        return None
    spec = DataSpec(
        path=config.reference,
        text_column=config.text_column,
        pair_column=config.pair_column,
        label_column="",
        slice_column="",
        id_column="",
    )
    return load_evaluation_set(spec, loaded.labels, multi_label=False)


def what_was_read(config: AuditConfig, ready: Prepared) -> Iterator[str]:
    """Yield a line about the data, and one about the texts that messages are replaced from."""
    typed_by_hand = config.page == "explanation" and ready.data.rows_in_file == 1
    if not typed_by_hand:
        yield f"Data {in_one_line(ready.data.reading, config.data)}"
    if ready.reference is not None and config.reference is not None:
        yield f"Reference {in_one_line(ready.reference.reading, config.reference)}"
    elif typed_by_hand and ready.config.chains:
        yield (
            "Reference none: what a link sends is replaced by the mean of this text's own messages, so links are "
            "hardly tested. Name a file of ordinary texts with --reference."
        )


def _first_cases(
    runner: Runner, adapter: TaskAdapter, plan: Plan, data: EvaluationSet
) -> list[Case]:
    """Return the first examples that have a word and a finite answer, with their targets."""
    rows = adapter.encode(
        runner.loaded.tokenizer, data.examples[:BALANCED_EXAMPLES], runner.loaded.max_tokens
    )
    return first_targets(runner, adapter, plan, [row for row in rows if row.word_count])


def _left_out(config: AuditConfig, runner: Runner, cases: Sequence[Case]) -> tuple[LeftOut, ...]:
    """Find out what the model cannot serve, before anything is measured."""
    found = left_out_methods(runner, config.methods, cases)
    chains = chains_left_out(runner, cases, config.seed) if config.chains else None
    runner.counters = Counters()
    parts = parts_left_out(runner, detailed=config.detailed, projection=config.projection)
    return (*found, *([] if chains is None else [chains]), *parts)


def _without(config: AuditConfig, left_out: Sequence[LeftOut]) -> AuditConfig:
    names = {one.method for one in left_out}
    methods = tuple(name for name in config.methods if name not in names)
    chains = 0 if CHAINS in names else config.chains
    projection = 0 if PROJECTION in names else config.projection
    done = {"methods": methods, "chains": chains, "projection": projection}
    return config.model_copy(update=done)


def _data_spec(config: AuditConfig) -> DataSpec:
    return DataSpec(
        path=config.data,
        text_column=config.text_column,
        pair_column=config.pair_column,
        label_column=config.label_column,
        slice_column=config.slice_column,
        id_column=config.id_column,
        split=config.split,
        limit=config.limit,
        sample=config.sample,
        seed=config.seed,
    )
