"""The work that is done shard by shard, wherever it is done: rows in, evidence on disk out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.capture.requests import Counters
from auditkit.explain.details import detail_tensors
from auditkit.explain.shard import explain_shard
from auditkit.explain.tables import shard_tables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from auditkit.capture.runner import Runner
    from auditkit.evidence.writer import EvidenceWriter
    from auditkit.explain.shard import Plan
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded, Example


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished piece of work tells the process that asked for it."""

    examples: int
    counters: Counters


@dataclass(frozen=True, slots=True, eq=False)
class ShardWorker:
    """What every worker has. A shard is a pure function of configuration, model and rows."""

    runner: Runner
    adapter: TaskAdapter
    plan: Plan
    examples: Sequence[Example]
    shard_size: int
    writer: EvidenceWriter

    @property
    def shards(self) -> range:
        """Numbers of all shards."""
        return range(-(-len(self.examples) // self.shard_size))

    def rows_of(self, shard: int) -> Sequence[Example]:
        """Return the examples of a shard."""
        return self.examples[shard * self.shard_size : (shard + 1) * self.shard_size]

    def encode(self, examples: Sequence[Example]) -> list[Encoded]:
        """Tokenise as the audit does."""
        loaded = self.runner.loaded
        return self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)

    def measure_shard(self, shard: int) -> Done:
        """Explain the shard's examples and write its part."""
        self.runner.counters = Counters()
        rows = self.rows_of(shard)
        results = explain_shard(self.runner, self.adapter, self.plan, rows)
        self.writer.write_part(shard, shard_tables(results, self.runner.loaded.problem))
        return Done(len(rows), self.runner.counters)

    def write_details(
        self, examples: Sequence[Example], from_blank: Mapping[str, np.ndarray]
    ) -> Done:
        """Capture and write the tensors of examples shown in detail (see `detail_tensors`)."""
        self.runner.counters = Counters()
        kept = detail_tensors(self.runner, self.adapter, self.plan, examples, from_blank)
        for example, tensors in zip(examples, kept, strict=True):
            self.writer.write_tensors(example.id, tensors)
        return Done(len(examples), self.runner.counters)
