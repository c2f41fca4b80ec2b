"""Measure: run the model over the evaluation set and write the evidence."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.agreement import agreement_table
from auditkit.aggregate.base import EXAMPLE_COLUMNS, MetricRow, Tables, metric_table
from auditkit.aggregate.chains import heads_in_chains
from auditkit.aggregate.details import select_details
from auditkit.aggregate.findings import findings_table
from auditkit.aggregate.heads import head_table
from auditkit.aggregate.sample import about_sample, over_sample
from auditkit.capture.workers import side_by_side
from auditkit.config import to_toml
from auditkit.errors import Interrupted, ModelError
from auditkit.evidence.explained import sampled_ids
from auditkit.evidence.lock import only_run
from auditkit.evidence.outcomes import Terms, outcome_counts, outcomes_table, shown_apart
from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import ATTRIBUTIONS
from auditkit.evidence.writer import (
    CHAINS,
    PREDICTIONS,
    SHARDS,
    EvidenceWriter,
    Parts,
    check_output,
    refuse_other_place,
)
from auditkit.explain.details import Measured
from auditkit.pipeline.chains import ChainStage, chain_stage
from auditkit.pipeline.comparisons import COMPARED_EXAMPLES, logit_differences
from auditkit.pipeline.cost import costliest_first
from auditkit.pipeline.describe import (
    RunLog,
    fingerprint,
    manifest,
    method_specs,
    segmentation,
    segmentation_note,
)
from auditkit.pipeline.explained_part import ExplainedPart
from auditkit.pipeline.prepared import prepare, what_was_read
from auditkit.pipeline.progress import Pace, Progress, Silent, Speed
from auditkit.pipeline.projection import projected, tables_of
from auditkit.pipeline.shards import DETAIL_BATCH, Done, ShardWorker
from auditkit.records import Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np

    from auditkit.canonical import Json
    from auditkit.capture.loading import LoadedModel
    from auditkit.capture.runner import Runner
    from auditkit.config import AuditConfig
    from auditkit.inputs.examples import EvaluationSet
    from auditkit.pipeline.prepared import Prepared

LOADING_SECONDS = 2.0
"""What loading takes, about: weights are mapped into memory."""
AGGREGATION_SECONDS = (0.4, 0.006)
"""What numbers over the set take, about: at least, and for each example."""

Task = TypeVar("Task")
Ended = TypeVar("Ended", bound=Done)


def measure(
    config: AuditConfig, out: Path | str, *, force: bool = False, progress: Progress | None = None
) -> Audit:
    """Run the model over the evaluation set and write the evidence into `out`.

    An unfinished audit of the same configuration is continued; a finished one is returned as it is.

    Args:
        config: What to audit and how.
        out: The audit's folder; made if missing.
        force: Replace an audit that stands there.
        progress: Told where the work stands.

    Returns:
        The finished audit.

    Raises:
        AuditError: The input is wrong (see `auditkit.errors`); nothing finished is lost.
    """
    out = Path(out)
    log = RunLog(config, out)
    progress = progress or Silent()
    refuse_other_place(out)
    progress.start("Loading model and data", 1, Pace(1, guess=LOADING_SECONDS))
    ready = prepare(config)
    progress.advance()
    for line in what_was_read(config, ready):
        progress.note(line)
    said = segmentation_note(
        segmentation(ready.runner.loaded, ready.data), len(ready.data.examples)
    )
    if said:
        progress.note(said)
    stamp = fingerprint(config, ready.runner.loaded, ready.data, ready.reference)
    with only_run(out), _memory_given_back():
        if check_output(out, stamp, force=force) is not None:
            progress.note(f"{out} already holds this audit, finished; nothing was measured anew.")
            return Audit(out)
        writer = EvidenceWriter(out, {**stamp, "device": ready.runner.device.type})
        examples = ready.data.examples
        length = config.shard_length(len(examples))
        worker = ShardWorker(ready.runner, ready.adapter, ready.plan, examples, length, writer)
        try:
            for one in ready.left_out:
                progress.note(f"left out: {one.method}: {one.reason}.")
            _Job(config, ready, worker, stamp, progress, worker.speed()).measure(log)
        except ModelError:
            check_output(out, stamp, force=True)  # no answer can be used: nothing to continue
            raise
        except KeyboardInterrupt as stop:
            raise Interrupted(
                f"What is written in {out} is valid; run the same command again to continue."
            ) from stop
    return Audit(out)


@contextmanager
def _memory_given_back() -> Iterator[None]:
    """Use the system's allocator for tables: Arrow's own keeps what it has once held."""
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    """One audit being measured: the stages in order, each writing what it made."""

    asked: AuditConfig
    ready: Prepared
    worker: ShardWorker
    stamp: dict[str, Json]
    progress: Progress
    speed: Speed

    @property
    def config(self) -> AuditConfig:
        """What is done: as it was asked for, without what the model cannot serve."""
        return self.ready.config

    @property
    def data(self) -> EvaluationSet:
        return self.ready.data

    @property
    def workers(self) -> int:
        return self.ready.workers

    @property
    def runner(self) -> Runner:
        return self.worker.runner

    @property
    def writer(self) -> EvidenceWriter:
        return self.worker.writer

    def measure(self, log: RunLog) -> None:
        if self.config.explain is None:
            self._explain(self.worker)
        else:
            self._explain_part(self.config.explain)
        tables = self._tables()
        details = select_details(tables, self.config.detailed)
        stage = self._measure_chains(tables, details)
        tables = replace(
            tables,
            chains=self.writer.read("chains.parquet"),
            links=self.writer.read("links.parquet"),
        )
        counted = {"detailed": details.num_rows, **self._aggregate(tables)}
        self._project(tables, details)
        ids = frozenset(details["example_id"].to_pylist())
        measured = Measured.read(tables.attributions, self.config.methods, ids)
        self._write_details(details, measured)
        self.writer.write_config(to_toml(self.asked.evidence()))
        record = manifest(
            self.ready,
            tables.examples,
            counted=counted,
            stamp=self.stamp,
        )
        chains = {"chains": None if stage is None else stage.record()}
        self.writer.finish({**record, **chains}, log.finish(self.runner, self.workers))

    def _explain(self, worker: ShardWorker) -> None:
        """Explain every example of `worker`, shard by shard."""
        costs = [worker.cost(worker.rows_of(shard)) for shard in worker.shards]
        self._in_shards("Explaining examples", worker, worker.measure_shard, costs, SHARDS)

    def _explain_part(self, count: int) -> None:
        """Predict every example; explain those that are drawn and those to be shown in detail."""
        worker = self.worker
        costs = [worker.prediction_cost(worker.rows_of(shard)) for shard in worker.shards]
        self._in_shards("Predicting examples", worker, worker.predict_shard, costs, PREDICTIONS)
        part = ExplainedPart.choose(self._predicted(), count, self.config.detailed)
        examples = [example for example in self.data.examples if example.id in part.marks]
        length = self.config.shard_length(len(examples))
        self._explain(replace(worker, examples=examples, shard_length=length, answers=part.answers))
        explained = self.writer.read("examples.parquet", ("id", "flags"))
        pairs = (explained[name].to_pylist() for name in ("id", "flags"))
        marked = partial(part.among, flags=dict(zip(*pairs, strict=True)))
        self.writer.join_parts(len(worker.shards), PREDICTIONS, marked)

    def _in_shards(
        self,
        stage: str,
        worker: ShardWorker,
        work: Callable[[int], Done],
        costs: Sequence[float],
        parts: Parts,
    ) -> None:
        """Do the work on every shard that is not there yet, and join them."""
        known = len(self.writer.damaged)
        found = {shard for shard in worker.shards if self.writer.has_part(shard, parts)}
        missing = [shard for shard in costliest_first(costs) if shard not in found]
        # What predicting costs is counted in characters, which says nothing about the other stages.
        speed = self.speed if parts is SHARDS else Speed()
        pace = speed.pace(sum(costs), self._busy(missing))
        self.progress.start(stage, len(worker.examples), pace)
        for shard in sorted(found):
            pace.skip(costs[shard])
            self.progress.advance(len(worker.rows_of(shard)))
        for damage in self.writer.damaged[known:]:
            self.progress.note(f"{damage}: this shard is damaged and is measured again.")
        self._side_by_side(work, missing, pace)
        speed.learn(pace)
        self.writer.join_parts(len(worker.shards), parts)

    def _measure_chains(self, tables: Tables, details: pa.Table) -> ChainStage | None:
        """Grow and test the chains of a random sample and of the examples shown in detail."""
        answered = tables.examples.filter(pc.is_valid(tables.examples["margin"]))
        stage = None
        if self.config.chains:
            detailed = frozenset(details["example_id"].to_pylist())
            among = sorted(sampled_ids(tables.examples))
            stage = chain_stage(
                self.config, self.ready, answered["id"].to_pylist(), detailed, among
            )
            stage = stage if stage.bench.is_possible else None
        pieces = [] if stage is None else stage.pieces(self.data.examples)
        missing = [index for index in range(len(pieces)) if not self.writer.has_part(index, CHAINS)]
        if stage is not None and missing:
            # Before the workers begin, so that all have the same and none computes them again.
            stage.bench.set_up()
            costs = [self.worker.chain_cost(pieces[index], stage) for index in missing]
            todo = sum(len(pieces[index].examples) for index in missing)
            pace = self.speed.pace(sum(costs), self._busy(missing))
            self.progress.start("Testing routes", todo, pace)
            work = partial(self.worker.measure_chains, stage=stage, pieces=pieces)
            # The control is the longest piece: begun last, it would leave the other workers idle.
            ordered = [missing[at] for at in costliest_first(costs)]
            self._side_by_side(work, ordered, pace)
            self.speed.learn(pace)
        self.writer.join_parts(len(pieces), CHAINS)
        return stage

    def _busy(self, tasks: Sequence[Task]) -> int:
        """Return how many workers have something to do."""
        return max(1, min(self.workers, len(tasks)))

    def _side_by_side(
        self, work: Callable[[Task], Ended], tasks: Sequence[Task], pace: Pace
    ) -> list[Ended]:
        asked, ended = self.runner.counters, []
        for done in side_by_side(work, tasks, self.workers):
            asked.add(done.counters)
            pace.advance(done.cost, done.seconds)
            self.progress.advance(done.examples)
            ended.append(done)
        self.runner.counters = asked
        return ended

    def _predicted(self) -> Tables:
        """Return the predictions, as tables without explanations."""
        examples = self.writer.read("examples.parquet", EXAMPLE_COLUMNS)
        _refuse_silence(examples, self.runner.loaded)
        return self._of(examples, ATTRIBUTIONS.empty_table())

    def _tables(self) -> Tables:
        examples = self.writer.read("examples.parquet", EXAMPLE_COLUMNS)
        _refuse_silence(examples, self.runner.loaded)
        return self._of(examples, self.writer.read("attributions.parquet"))

    def _of(self, examples: pa.Table, attributions: pa.Table) -> Tables:
        return Tables(
            examples=examples,
            attributions=attributions,
            agreement=agreement_table(examples, attributions),
            labels=self.runner.loaded.labels,
            problem=self.runner.loaded.problem,
            layers=self.runner.anatomy.layers,
            heads=self.runner.anatomy.heads,
            seed=self.config.seed,
        )

    def _aggregate(self, tables: Tables) -> dict[str, int]:
        """Write the numbers over the set; return how many examples are right, wrong and flagged."""
        least, each = AGGREGATION_SECONDS
        guess = least + each * tables.examples.num_rows
        self.progress.start("Computing numbers over the set", 4, Pace(4, guess=guess))
        self.writer.write_table("agreement.parquet", tables.agreement)
        terms = Terms(tables.labels, tables.problem, shown_apart(method_specs(self.config)))
        outcomes = outcomes_table(tables.examples, tables.agreement, terms)
        self.writer.write_table("outcomes.parquet", outcomes)
        self.progress.advance()
        by_example = about_sample(self.writer.read("head_examples.parquet"), tables.examples)
        tables = over_sample(tables)
        heads = pa.concat_tables(
            [
                head_table(by_example, tables.layers, tables.heads, tables.seed),
                heads_in_chains(tables),
            ]
        )
        self.writer.write_table("heads.parquet", heads)
        self.progress.advance()
        metrics = metric_table(tables, self._logit_differences())
        self.writer.write_table("metrics.parquet", metrics)
        self.progress.advance()
        left_out = self.data.rows_in_file - len(self.data.examples)
        findings = findings_table(tables, metrics, heads, not_audited=left_out)
        self.writer.write_table("findings.parquet", findings)
        self.progress.advance()
        return outcome_counts(outcomes, tables.examples["flags"])

    def _logit_differences(self) -> list[MetricRow]:
        """Compare the first examples' logits with those of the model as used in production."""
        first = self.worker.encode(self.data.examples[:COMPARED_EXAMPLES])
        return logit_differences(self.config, self.runner, [row for row in first if row.tokens])

    def _project(self, tables: Tables, details: pa.Table) -> None:
        """Read the hidden states of the examples of the projection and write where they lie."""
        answered = tables.examples.filter(pc.is_valid(tables.examples["margin"]))["id"].to_pylist()
        detailed = details["example_id"].to_pylist()
        pieces = projected(self.config, self.data.examples, answered, detailed)
        states: dict[str, np.ndarray] = {}
        if pieces:
            every = [example for piece in pieces for example in piece]
            pace = self.speed.pace(self.worker.reading_cost(every), self._busy(pieces))
            self.progress.start("Projecting hidden states", len(every), pace)
            for read in self._side_by_side(self.worker.read_states, pieces, pace):
                states.update(read.states)
        for name, table in tables_of(pieces, states).items():
            self.writer.write_table(name, table)

    def _write_details(self, details: pa.Table, measured: Measured) -> None:
        self.writer.write_table("details.parquet", details)
        wanted = set(details["example_id"].to_pylist())
        examples = [example for example in self.data.examples if example.id in wanted]
        starts = range(0, len(examples), DETAIL_BATCH)
        tasks = [examples[start : start + DETAIL_BATCH] for start in starts]
        pace = self.speed.pace(self.worker.detail_cost(examples), self._busy(tasks))
        self.progress.start("Capturing examples in detail", len(examples), pace)
        self._side_by_side(partial(self.worker.write_details, measured=measured), tasks, pace)


def _refuse_silence(examples: pa.Table, loaded: LoadedModel) -> None:
    if examples["margin"].null_count < examples.num_rows:
        return
    ran = examples.num_rows - examples["logits"].null_count
    if ran:
        raise ModelError(
            f"{loaded.id} answers NaN or infinity for all {ran} examples: its weights are broken, "
            f"or do not fit {loaded.dtype}."
        )
    lost = sum(Flag.OUT_OF_MEMORY in flags for flags in examples["flags"].to_pylist())
    if lost:
        raise ModelError(
            f"{loaded.id} does not fit into memory: all {lost} examples failed, each one alone. Use "
            "a machine or a --device with more memory, or --dtype bfloat16."
        )
