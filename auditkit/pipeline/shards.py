"""The work that is done shard by shard, wherever it is done: rows in, evidence on disk out."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.capture.read_states import states_read
from auditkit.capture.requests import Counters
from auditkit.evidence.writer import CHAINS, PREDICTIONS
from auditkit.explain.details import detail_tensors
from auditkit.explain.shard import explain_shard, predict_shard
from auditkit.explain.tables import prediction_tables, shard_tables
from auditkit.pipeline.cost import relative_costs, work_of
from auditkit.pipeline.timing import speed_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np

    from auditkit.capture.runner import Runner
    from auditkit.evidence.writer import EvidenceWriter
    from auditkit.explain.base import Plan
    from auditkit.explain.details import Measured
    from auditkit.inputs.base import TaskAdapter
    from auditkit.pipeline.chains import ChainStage, Piece
    from auditkit.pipeline.cost import Costs, Work
    from auditkit.pipeline.progress import Speed
    from auditkit.records import Encoded, Example

DETAIL_BATCH = 2
"""Examples that are captured in detail by one task."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a finished piece of work tells the process that asked for it."""

    examples: int
    counters: Counters
    cost: float
    """In the unit of the stage's pace."""
    seconds: float
    """On the clock of the wall."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadStates(Done):
    """Hidden states that were read, handed to the process that asked."""

    states: Mapping[str, np.ndarray]
    """Example id -> float32 [cuts width]; without examples that do not fit into memory."""


@dataclass(frozen=True, slots=True, eq=False)
class ShardWorker:
    """What every worker has. A shard is a pure function of configuration, model and rows."""

    runner: Runner
    adapter: TaskAdapter
    plan: Plan
    examples: Sequence[Example]
    shard_length: int
    """Examples of a shard; the last may have fewer."""
    writer: EvidenceWriter
    answers: Mapping[str, np.ndarray] | None = None
    """Id -> logits, where the examples were predicted before they are explained."""

    @property
    def shards(self) -> range:
        """Numbers of all shards."""
        return range(-(-len(self.examples) // self.shard_length))

    def rows_of(self, shard: int) -> Sequence[Example]:
        """Return the examples of a shard."""
        return self.examples[shard * self.shard_length : (shard + 1) * self.shard_length]

    def encode(self, examples: Sequence[Example]) -> list[Encoded]:
        """Tokenise as the audit does."""
        loaded = self.runner.loaded
        return self.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)

    def cost(self, examples: Sequence[Example]) -> float:
        """Return what explaining examples costs, in the unit of `relative_costs`."""
        return sum(map(self._costs.of, self._works(examples)))

    def detail_cost(self, examples: Sequence[Example]) -> float:
        """Return what showing examples in detail costs, in the unit of `relative_costs`."""
        methods = self.plan.methods
        return sum(self._costs.of_detail(work, methods) for work in self._works(examples))

    def reading_cost(self, examples: Sequence[Example]) -> float:
        """Return what reading the states of examples costs, in the unit of `relative_costs`."""
        return sum(self._costs.masked.of_row(work.tokens) for work in self._works(examples))

    def _works(self, examples: Sequence[Example]) -> Iterator[Work]:
        return (work_of(row, self.plan) for row in self.encode(examples))

    @property
    def _costs(self) -> Costs:
        return relative_costs(self.runner.anatomy.width)

    def prediction_cost(self, examples: Sequence[Example]) -> float:
        """Return what predicting examples costs, in characters: nothing is tokenised to find out."""
        return sum(1 + len(one.text) + len(one.text_pair or "") for one in examples)

    def predict_shard(self, shard: int) -> Done:
        """Predict the shard's examples and write its part."""
        began = time.perf_counter()
        self.runner.counters = Counters()
        rows = self.rows_of(shard)
        results = predict_shard(self.runner, self.adapter, self.plan, rows)
        tables = prediction_tables(results, self.runner.loaded.problem)
        self.writer.write_part(shard, tables, PREDICTIONS)
        seconds = time.perf_counter() - began
        return Done(len(rows), self.runner.counters, self.prediction_cost(rows), seconds)

    def speed(self) -> Speed:
        """Time this machine on one text."""
        return speed_of(self.runner, self.encode(self.examples[:1]), self._costs)

    def measure_shard(self, shard: int) -> Done:
        """Explain the shard's examples and write its part."""
        began = time.perf_counter()
        self.runner.counters = Counters()
        rows = self.rows_of(shard)
        results = explain_shard(self.runner, self.adapter, self.plan, rows, self.answers)
        self.writer.write_part(shard, shard_tables(results, self.runner.loaded.problem))
        seconds = time.perf_counter() - began
        return Done(len(rows), self.runner.counters, self.cost(rows), seconds)

    def measure_chains(self, index: int, stage: ChainStage, pieces: Sequence[Piece]) -> Done:
        """Measure one piece of the chains and write its part."""
        began = time.perf_counter()
        self.runner.counters = Counters()
        piece = pieces[index]
        self.writer.write_part(index, stage.tables(piece), CHAINS)
        seconds = time.perf_counter() - began
        cost = self.chain_cost(piece, stage)
        return Done(len(piece.examples), self.runner.counters, cost, seconds)

    def chain_cost(self, piece: Piece, stage: ChainStage) -> float:
        """Return what a piece of the chains costs, in the unit of `relative_costs`, about."""
        pairs = zip(piece.examples, self._works(piece.examples), strict=True)
        return sum(
            stage.rows(piece, example, work.words) * self._costs.masked.of_row(work.tokens)
            for example, work in pairs
        )

    def read_states(self, examples: Sequence[Example]) -> ReadStates:
        """Read the hidden states that the classifier reads, at every cut."""
        began = time.perf_counter()
        self.runner.counters = Counters()
        found = zip(examples, states_read(self.runner, self.encode(examples)), strict=True)
        states = {example.id: state for example, state in found if state is not None}
        cost, seconds = self.reading_cost(examples), time.perf_counter() - began
        return ReadStates(len(examples), self.runner.counters, cost, seconds, states)

    def write_details(self, examples: Sequence[Example], measured: Measured) -> Done:
        """Capture and write the tensors of examples shown in detail (see `detail_tensors`)."""
        began = time.perf_counter()
        self.runner.counters = Counters()
        kept = detail_tensors(self.runner, self.adapter, self.plan, examples, measured)
        for example, tensors in zip(examples, kept, strict=True):
            self.writer.write_tensors(example.id, tensors)
        seconds = time.perf_counter() - began
        return Done(len(examples), self.runner.counters, self.detail_cost(examples), seconds)
