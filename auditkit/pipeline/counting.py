"""How many rows an audit sends through the model: counted, nothing is run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    def chained(self) -> float:
        """Examples whose chains are measured, on average: those drawn and those in detail."""
        candidates, drawn = len(self.candidates), min(self.config.chains, len(self.candidates))
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
            [sum(column) for column in zip(*table, strict=True)]
            for table in (
                [work.evaluations for work in self.works],
                [work.again for work in self.works],
            )
        )
        return tuple(
            MethodPlan(name, self._for_targets(count), self.most_targets * more)
            for name, count, more in zip(self.config.methods, once, again, strict=True)
        )

    def rows(self) -> Rows:
        """Return how many rows go through the model."""
        compared = sum(work.tokens > 0 for work in self.works[:COMPARED_EXAMPLES])
        in_detail = [
            rows_in_detail(self.config.methods, work.evaluations) for work in self.candidates
        ]
        return Rows(
            plain=len(self.runnable),
            masked=sum(work.masked for work in self.works),
            gradients=self._for_targets(sum(work.gradients for work in self.works)),
            second_tries=self.most_targets * sum(sum(work.again) for work in self.works),
            compared=rows_compared(self.config, compared),
            projected=self.projected,
            details=sum(plain for plain, _ in in_detail[: self.detailed]),
            details_gradients=self._of_shown([gradients for _, gradients in in_detail]),
        )

    def _of_shown(self, rows: Sequence[int]) -> Bounds:
        """Return the sum over those that will be shown, whichever they are."""
        rising = sorted(rows)
        return Bounds(sum(rising[: self.detailed]), sum(rising[len(rising) - self.detailed :]))

    def _for_targets(self, count: int) -> Bounds:
        return Bounds(count, count * self.most_targets)


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
