"""How fast this machine is with this model and these texts, found by running a little of the work.

Batches of two lengths give what a row costs; then a few whole examples are explained, which shows
what comes on top of the rows, how often a second try is needed and how many targets there are. All
workers calibrate side by side, so that they slow each other down as they will in the audit.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from statistics import fmean
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.workers import side_by_side
from auditkit.explain.shard import explain_shard, predict_shard, watching
from auditkit.explain.tables import prediction_tables, shard_tables
from auditkit.pipeline.chains import Piece, chain_stage
from auditkit.pipeline.cost import Costs, Rate, relative_costs
from auditkit.pipeline.sizes import bytes_of_token, stored_bytes
from auditkit.pipeline.timing import Run, rate, run_gradients, run_masked, run_plain, seconds_of_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pyarrow as pa

    from auditkit.config import AuditConfig
    from auditkit.explain.shard import Explained
    from auditkit.pipeline.cost import Work
    from auditkit.pipeline.prepared import Prepared
    from auditkit.records import Encoded, Example, Target

QUANTILES = (0.25, 0.95)
"""Where the two lengths lie in the cost of the whole, examples sorted by length."""
SHARE, FEWEST_SECONDS, MOST_SECONDS = 0.02, 2.0, 6.0
"""What whole examples may take: this share of the predicted time, within limits."""
MOST_EXAMPLES = 32
CHAIN_REFERENCES = 16
"""Texts that messages are replaced from; an audit takes more, which changes no chain's cost."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was found."""

    costs: Costs
    """Seconds of one worker."""
    startup: float
    """Seconds that a worker needs once: what is imported and prepared with the first example."""
    targets: float
    """Targets of an example, on average."""
    again: float
    """Share of second tries that were needed."""
    table_token: float
    """Bytes that tables hold of a token of an explained example."""
    predicting: float
    """Seconds of predicting an example, on average; 0 where all are explained."""
    predicted_token: float
    """Bytes that tables hold of a token of an example that is only predicted."""
    chain_rows: float
    """What a text's chain costs, in masked rows of the text; 0 if there are none."""
    chain_bytes: float
    """Bytes that tables hold of a chain."""
    examples: int
    """Examples that were explained to find out."""
    seconds: float
    """What finding out took, on the clock of the wall."""


def calibrate(
    config: AuditConfig,
    ready: Prepared,
    examples: Sequence[Example],
    works: Sequence[Work],
    workers: int,
) -> Calibration:
    """Run a little of the work.

    Args:
        config: The audit.
        ready: The audit that could begin.
        examples: At least one, each with a token.
        works: What each asks.
        workers: How many will have something to do.
    """
    began = time.perf_counter()
    rehearsal = _Rehearsal(config, ready, tuple(examples), tuple(works), workers)
    found = list(side_by_side(rehearsal, range(workers), workers))
    return Calibration(
        costs=_mean([one.costs for one in found]),
        startup=fmean(one.startup for one in found),
        targets=fmean(one.targets for one in found),
        again=fmean(one.again for one in found),
        table_token=fmean(one.table_token for one in found),
        predicting=fmean(one.predicting for one in found),
        predicted_token=fmean(one.predicted_token for one in found),
        chain_rows=fmean(one.chain_rows for one in found),
        chain_bytes=fmean(one.chain_bytes for one in found),
        examples=sum(one.examples for one in found),
        seconds=time.perf_counter() - began,
    )


def _mean(found: Sequence[Costs]) -> Costs:
    def mean(rates: Sequence[Rate]) -> Rate:
        return Rate(fmean(one.base for one in rates), fmean(one.slope for one in rates))

    return Costs(
        mean([one.plain for one in found]),
        mean([one.masked for one in found]),
        mean([one.gradient for one in found]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Rehearsal:
    """What one worker does to calibrate; called with the worker's number."""

    config: AuditConfig
    ready: Prepared
    examples: tuple[Example, ...]
    works: tuple[Work, ...]
    workers: int

    def __call__(self, worker: int) -> Calibration:
        typical = self._encoded(self._typical())
        lengths = [len(row.tokens) for row in typical]
        costs = Costs(
            *(
                rate(lengths, [seconds_of_row(self.ready.runner, row, run) for row in typical])
                if used
                else Rate(0.0)
                for run, used in self._kinds()
            )
        )
        return self._explain(costs, worker)

    def _kinds(self) -> list[tuple[Run, bool]]:
        """Return for each field of `Costs` how such rows are run, and whether any will be."""
        runner, plan = self.ready.runner, self.ready.plan
        observers = watching(plan, runner)
        return [
            (partial(run_plain, observers=observers), True),
            (run_masked, any(work.masked for work in self.works) or self.config.chains > 0),
            (run_gradients, any(work.gradients for work in self.works)),
        ]

    def _typical(self) -> list[int]:
        """Return the indices of examples of two typical lengths, or of the only one, rising."""
        costs = relative_costs(self.ready.runner.anatomy.width)
        order = sorted(range(len(self.works)), key=lambda index: self.works[index].tokens)
        shares = np.cumsum([costs.of(self.works[index]) for index in order])
        places = np.searchsorted(shares, np.array(QUANTILES) * shares[-1])
        by_length = {self.works[order[place]].tokens: order[place] for place in places.tolist()}
        return list(by_length.values())

    def _encoded(self, indices: Sequence[int]) -> list[Encoded]:
        loaded = self.ready.runner.loaded
        examples = [self.examples[index] for index in indices]
        return self.ready.adapter.encode(loaded.tokenizer, examples, loaded.max_tokens)

    def _explain(self, costs: Costs, worker: int) -> Calibration:
        """Explain a few examples and scale `costs` by what they really took."""
        seconds = [costs.of(work) for work in self.works]
        cheapest = int(np.argmin(seconds))
        first, _, _ = self._explained([cheapest])
        chosen = self._chosen(seconds, worker)
        took, results, tables = self._explained(chosen)
        works = [self.works[index] for index in chosen]
        targets = [max(1, len(_targets(result))) for result in results]
        anatomy = self.ready.runner.anatomy
        again = _second_tries(results, works, self.ready.plan.methods)
        expected = sum(
            costs.of(work, targets=count, again=again)
            for work, count in zip(works, targets, strict=True)
        )
        scaled = costs.scaled(took / expected)
        seconds_of_chain, chain_bytes = self._chain(chosen)
        predicting, predicted_token = self._predicted()
        return Calibration(
            costs=scaled,
            startup=max(0.0, first - seconds[cheapest] * took / expected),
            targets=fmean(targets),
            again=again,
            table_token=bytes_of_token(
                tables, [work.tokens for work in works], anatomy.layers * anatomy.heads
            ),
            predicting=predicting,
            predicted_token=predicted_token,
            chain_rows=seconds_of_chain
            and seconds_of_chain / scaled.masked.of_row(works[0].tokens),
            chain_bytes=chain_bytes,
            examples=len(chosen),
            seconds=0.0,
        )

    def _chain(self, chosen: Sequence[int]) -> tuple[float, float]:
        """Return the seconds of one chain and the bytes of its tables; 0 if there are none."""
        if not self.config.chains:
            return 0.0, 0.0
        example = self.examples[chosen[0]]
        few = [one.id for one in self.examples[:CHAIN_REFERENCES]]
        shown = frozenset([example.id] if self.config.detailed else [])
        stage = chain_stage(self.config, self.ready, few, shown, few)
        if not stage.bench.is_possible:
            return 0.0, 0.0
        stage.bench.set_up()
        began = time.perf_counter()
        tables = stage.tables(Piece((example,)))
        return time.perf_counter() - began, stored_bytes(tables.values())

    def _predicted(self) -> tuple[float, float]:
        """Return the seconds of predicting an example, and the bytes that tables hold of its token."""
        if self.config.explain is None:
            return 0.0, 0.0
        order = np.argsort([work.tokens for work in self.works], kind="stable")
        places = np.linspace(0, len(order) - 1, min(MOST_EXAMPLES, len(order))).astype(int)
        chosen = order[places].tolist()
        ready, began = self.ready, time.perf_counter()
        results = predict_shard(
            ready.runner, ready.adapter, ready.plan, [self.examples[index] for index in chosen]
        )
        tables = prediction_tables(results, ready.runner.loaded.problem)
        seconds = (time.perf_counter() - began) / len(chosen)
        tokens = [self.works[index].tokens for index in chosen]
        return seconds, bytes_of_token(tables.values(), tokens, heads=0)

    def _explained(
        self, chosen: Sequence[int]
    ) -> tuple[float, list[Explained], Iterable[pa.Table]]:
        """Return what explaining examples took, what came out, and that as tables."""
        ready = self.ready
        began = time.perf_counter()
        examples = [self.examples[index] for index in chosen]
        results = explain_shard(ready.runner, ready.adapter, ready.plan, examples)
        tables = shard_tables(results, ready.runner.loaded.problem)
        return time.perf_counter() - began, results, tables.values()

    def _chosen(self, seconds: Sequence[float], worker: int) -> list[int]:
        """Return the indices of this worker's examples: the most typical that the time allows."""
        asked = SHARE * self._share() * sum(seconds)
        left = min(MOST_SECONDS, max(FEWEST_SECONDS, asked / self.workers))
        typical = float(np.average(seconds, weights=seconds))
        chosen: list[int] = []
        for index in np.argsort(np.abs(np.array(seconds) - typical), kind="stable").tolist():
            if seconds[index] <= left and len(chosen) < MOST_EXAMPLES * self.workers:
                chosen.append(index)
                left -= seconds[index] / self.workers
        return chosen[worker :: self.workers] or [int(np.argmin(seconds))]

    def _share(self) -> float:
        """Return the share of the examples that will be explained, about."""
        if self.config.explain is None:
            return 1.0
        return min(1.0, (self.config.explain + self.config.detailed) / len(self.works))


def _targets(result: Explained) -> tuple[Target, ...]:
    return result.decision.targets if result.decision else ()


def _second_tries(
    results: Sequence[Explained], works: Sequence[Work], methods: Sequence[str]
) -> float:
    """Return the share of the rows of second tries that were needed."""
    needed = possible = 0
    for result, work in zip(results, works, strict=True):
        asked = dict(zip(methods, zip(work.evaluations, work.again, strict=True), strict=True))
        for name, _, attribution in result.attributions:
            first, again = asked[name]
            needed += attribution.evaluations - first if again else 0
            possible += again
    return needed / possible if possible else 0.0
