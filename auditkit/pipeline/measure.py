"""Measure: run the model over the evaluation set and write the evidence."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from auditkit.aggregate.agreement import agreement_table
from auditkit.aggregate.base import EXAMPLE_COLUMNS, MetricRow, Tables, metric_table
from auditkit.aggregate.details import select_details
from auditkit.aggregate.findings import findings_table
from auditkit.aggregate.heads import head_table
from auditkit.capture.determinism import choose_device, make_deterministic, usable_cores
from auditkit.capture.loading import load_model
from auditkit.capture.runner import Runner
from auditkit.capture.workers import side_by_side
from auditkit.config import to_toml
from auditkit.errors import Interrupted, ModelError
from auditkit.evidence.lock import only_run
from auditkit.evidence.reader import Audit
from auditkit.evidence.writer import EvidenceWriter, check_output
from auditkit.explain.base import METHODS
from auditkit.explain.shard import Plan
from auditkit.inputs.base import TASKS
from auditkit.inputs.examples import DataSpec, load_evaluation_set
from auditkit.pipeline.comparisons import logit_differences
from auditkit.pipeline.describe import RunLog, fingerprint, manifest
from auditkit.pipeline.progress import Progress, Silent
from auditkit.pipeline.shards import ShardWorker
from auditkit.records import Flag, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from auditkit.capture.loading import LoadedModel
    from auditkit.config import AuditConfig
    from auditkit.inputs.examples import EvaluationSet
    from auditkit.pipeline.shards import Done

Task = TypeVar("Task")

COMPARED_EXAMPLES = 32
DETAIL_BATCH = 4


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
    data = load_evaluation_set(
        _data_spec(config), loaded.labels, multi_label=loaded.problem is Problem.MULTI_LABEL
    )
    runner = Runner(loaded, config.batch_tokens, device)
    stamp = fingerprint(config, loaded, data)
    plan = Plan(methods=config.methods, foil=foil, seed=config.seed)
    workers = 1 if device.type != "cpu" else config.workers or usable_cores()
    with only_run(out), _memory_given_back():
        if check_output(out, stamp, force=force) is not None:
            progress.note(f"{out} already holds this audit, finished; nothing was measured anew.")
            return Audit(out)
        writer = EvidenceWriter(out, {**stamp, "device": device.type})
        worker = ShardWorker(runner, adapter, plan, data.examples, config.shard_size, writer)
        try:
            _Job(config, data, worker, workers, progress).measure(log)
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

    config: AuditConfig
    data: EvaluationSet
    worker: ShardWorker
    workers: int
    progress: Progress

    @property
    def runner(self) -> Runner:
        return self.worker.runner

    @property
    def writer(self) -> EvidenceWriter:
        return self.worker.writer

    def measure(self, log: RunLog) -> None:
        self._measure_shards()
        tables = self._tables()
        self._aggregate(tables)
        details = select_details(tables, self.config.detailed)
        self._write_details(details, _first_scores(tables, "integrated_gradients"))
        self.writer.write_config(to_toml(self.config.evidence()))
        record = manifest(self.config, self.runner, self.data, tables.examples, details.num_rows)
        self.writer.finish(record, log.finish(self.runner, self.workers))

    def _measure_shards(self) -> None:
        self.progress.start("Explaining examples", len(self.data.examples))
        missing = []
        for shard in self.worker.shards:
            if self.writer.has_part(shard):
                self.progress.advance(len(self.worker.rows_of(shard)))
            else:
                missing.append(shard)
        for damage in self.writer.damaged:
            self.progress.note(f"{damage}: this shard is damaged and is measured again.")
        self._side_by_side(self.worker.measure_shard, missing)
        self.writer.join_parts(len(self.worker.shards))

    def _side_by_side(self, work: Callable[[Task], Done], tasks: Sequence[Task]) -> None:
        asked = self.runner.counters
        for done in side_by_side(work, tasks, self.workers):
            asked.add(done.counters)
            self.progress.advance(done.examples)
        self.runner.counters = asked

    def _tables(self) -> Tables:
        examples = self.writer.read("examples.parquet", EXAMPLE_COLUMNS)
        _refuse_silence(examples, self.runner.loaded)
        attributions = self.writer.read("attributions.parquet")
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

    def _aggregate(self, tables: Tables) -> None:
        self.progress.start("Computing numbers over the set", 4)
        self.writer.write_table("agreement.parquet", tables.agreement)
        self.progress.advance()
        by_example = self.writer.read("head_examples.parquet")
        heads = head_table(by_example, tables.layers, tables.heads, tables.seed)
        self.writer.write_table("heads.parquet", heads)
        self.progress.advance()
        metrics = metric_table(tables, self._logit_differences())
        self.writer.write_table("metrics.parquet", metrics)
        self.progress.advance()
        left_out = self.data.rows_in_file - len(self.data.examples)
        findings = findings_table(tables, metrics, heads, not_audited=left_out)
        self.writer.write_table("findings.parquet", findings)
        self.progress.advance()

    def _logit_differences(self) -> list[MetricRow]:
        """Compare the first examples' logits with those of the model as used in production."""
        first = self.worker.encode(self.data.examples[:COMPARED_EXAMPLES])
        return logit_differences(self.config, self.runner, [row for row in first if row.tokens])

    def _write_details(self, details: pa.Table, from_blank: dict[str, np.ndarray]) -> None:
        self.writer.write_table("details.parquet", details)
        wanted = set(details["example_id"].to_pylist())
        examples = [example for example in self.data.examples if example.id in wanted]
        self.progress.start("Capturing examples in detail", len(examples))
        starts = range(0, len(examples), DETAIL_BATCH)
        tasks = [examples[start : start + DETAIL_BATCH] for start in starts]
        self._side_by_side(partial(self.worker.write_details, from_blank=from_blank), tasks)


def _first_scores(tables: Tables, method: str) -> dict[str, np.ndarray]:
    """Return each example's scores by `method` for its first target, float32 [tokens]."""
    rows = tables.attributions.filter(pc.equal(tables.attributions["method"], method))
    pairs = zip(rows["example_id"].to_pylist(), rows["scores"], strict=True)
    # Later rows of an example are further targets; reversed, the first one is kept.
    return {
        name: scores.values.to_numpy(zero_copy_only=False).astype(np.float32)
        for name, scores in reversed(list(pairs))
    }


def _data_spec(config: AuditConfig) -> DataSpec:
    return DataSpec(
        path=config.data,
        text_column=config.text_column,
        pair_column=config.pair_column,
        label_column=config.label_column,
        slice_column=config.slice_column,
        split=config.split,
        limit=config.limit,
        sample=config.sample,
        seed=config.seed,
    )


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
