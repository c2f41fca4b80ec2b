"""How many rows an audit sends through the model: counted, nothing is run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.aggregate.details import places_for_all
from auditkit.explain.details import rows_in_detail
from auditkit.pipeline.audit_plan import Bounds, MethodPlan, Rows
from auditkit.pipeline.comparisons import COMPARED_EXAMPLES, rows_compared
from auditkit.pipeline.cost import work_of
from auditkit.records import Flag, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.config import AuditConfig
    from auditkit.pipeline.cost import Work
    from auditkit.pipeline.prepared import Prepared


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What every example of an audit asks of the model."""

    config: AuditConfig
    works: Sequence[Work]
    """In the order of the data."""
    truncated: int
    most_targets: int
    """Targets of an example: 1, or up to all labels of a multi-label head."""
    cuts: int
    """Cuts of the model's layers; 0 if they are not known."""

    @property
    def runnable(self) -> list[int]:
        """Indices of the examples that have a token."""
        return [index for index, work in enumerate(self.works) if work.tokens]

    @property
    def candidates(self) -> list[Work]:
        """Examples that may be shown in detail, the shortest first."""
        return sorted((work for work in self.works if work.words), key=lambda work: work.tokens)

    @property
    def detailed(self) -> int:
        """Examples that will be shown in detail."""
        return min(self.config.detailed, len(self.candidates))

    @property
    def drawn(self) -> int:
        """Examples that are drawn to be explained."""
        every = len(self.runnable)
        return every if self.config.explain is None else min(self.config.explain, every)

    @property
    def explained(self) -> Bounds:
        """Examples that are explained: those drawn, and those in detail that were not.

        Of those in detail, wrong answers and small margins are looked for among all examples, the
        others among those drawn until these are used up.
        """
        every, drawn, shown = len(self.runnable), self.drawn, self.detailed
        if drawn == every:
            return Bounds(every, every)
        wordless = every - len(self.candidates)
        not_drawn = shown - max(0, drawn - wordless)
        if len(self.candidates) > self.config.detailed:
            not_drawn = max(not_drawn, places_for_all(self.config.detailed))
        return Bounds(max(drawn, shown), min(every, drawn + max(0, not_drawn)))

    @property
    def share_explained(self) -> float:
        """Explained share of the examples that can be run, on average."""
        explained = self.explained
        return (explained.least + explained.most) / 2 / max(1, len(self.runnable))

    @property
    def chained(self) -> float:
        """Examples whose chains are measured, on average: those drawn and those in detail."""
        candidates = len(self.candidates)
        drawn = min(self.config.chains, self.drawn, candidates)
        both = drawn * self.detailed / max(candidates, 1)
        return drawn + self.detailed - both if drawn else 0.0

    @property
    def projected(self) -> Bounds:
        """Examples of the projection: those drawn, and those in detail that were not."""
        if not self.config.projection or not self.cuts:
            return Bounds(0, 0)
        drawn = min(self.config.projection, len(self.runnable))
        more = min(self.detailed, len(self.runnable) - drawn)
        return Bounds(drawn + max(0, self.detailed - drawn), drawn + more)

    @property
    def shards(self) -> list[Sequence[Work]]:
        """The examples of each shard."""
        size = self.config.shard_length(len(self.works))
        return [self.works[start : start + size] for start in range(0, len(self.works), size)]

    def methods(self) -> tuple[MethodPlan, ...]:
        """Return what each method asks."""
        once, again = (
            [self._of_explained(column) for column in zip(*table, strict=True)]
            for table in (
                [work.evaluations for work in self._runnable],
                [work.again for work in self._runnable],
            )
        )
        nothing = [Bounds(0, 0)] * len(self.config.methods)
        return tuple(
            MethodPlan(name, self._for_targets(count), self.most_targets * more.most)
            for name, count, more in zip(
                self.config.methods, once or nothing, again or nothing, strict=True
            )
        )

    def rows(self) -> Rows:
        """Return how many rows go through the model."""
        works, compared = (
            self._runnable,
            sum(work.tokens > 0 for work in self.works[:COMPARED_EXAMPLES]),
        )
        in_detail = [
            rows_in_detail(self.config.methods, work.evaluations) for work in self.candidates
        ]
        tries = self._of_explained([sum(work.again) for work in works])
        return Rows(
            plain=len(works),
            again=Bounds(0, 0) if self.config.explain is None else self.explained,
            masked=self._of_explained([work.masked for work in works]),
            gradients=self._for_targets(self._of_explained([work.gradients for work in works])),
            second_tries=self.most_targets * tries.most,
            compared=rows_compared(self.config, compared),
            projected=self.projected,
            details=sum(plain for plain, _ in in_detail[: self.detailed]),
            details_gradients=self._of_shown([gradients for _, gradients in in_detail]),
        )

    @property
    def _runnable(self) -> list[Work]:
        return [self.works[index] for index in self.runnable]

    def _of_explained(self, asked: Sequence[int]) -> Bounds:
        """Return the sum over those that will be explained, whichever they are."""
        rising, explained = sorted(asked), self.explained
        return Bounds(sum(rising[: explained.least]), sum(rising[len(rising) - explained.most :]))

    def _of_shown(self, rows: Sequence[int]) -> Bounds:
        """Return the sum over those that will be shown, whichever they are."""
        rising = sorted(rows)
        return Bounds(sum(rising[: self.detailed]), sum(rising[len(rising) - self.detailed :]))

    def _for_targets(self, count: Bounds) -> Bounds:
        return Bounds(count.least, count.most * self.most_targets)


def count(config: AuditConfig, ready: Prepared) -> Counted:
    """Encode every example, one at a time, and count."""
    loaded, works, truncated = ready.runner.loaded, [], 0
    for example in ready.data.examples:
        (row,) = ready.adapter.encode(loaded.tokenizer, [example], loaded.max_tokens)
        works.append(work_of(row, ready.plan))
        truncated += Flag.TRUNCATED in row.flags
    several = loaded.problem is Problem.MULTI_LABEL
    layers = len(ready.runner.anatomy.stack.layers)
    return Counted(
        config, works, truncated, len(loaded.labels) if several else 1, layers and layers + 1
    )
