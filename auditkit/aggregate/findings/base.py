"""One finding, and the numbers that findings are drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import numpy as np

from auditkit.aggregate.base import finite_or_none
from auditkit.evidence.findings import about
from auditkit.records import Estimate

if TYPE_CHECKING:
    import pyarrow as pa

    from auditkit.aggregate.base import Tables
    from auditkit.aggregate.outcomes import Outcomes

Severity = Literal["high", "medium", "low", "info"]

MOST_EXAMPLES = 20
"""Examples listed with a finding; n says how many there are."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the findings table."""

    kind: str
    severity: Severity
    estimate: Estimate
    evidence: str
    """Evidence file, and what in it the number is drawn from."""
    slice: str | None = None
    label: str | None = None
    reference: float | None = None
    examples: tuple[str, ...] = ()

    def cells(self) -> dict[str, str | int | float | list[str] | None]:
        """Return the row by column; a number that is NaN or infinite becomes null."""
        return {
            "kind": self.kind,
            "severity": self.severity,
            "slice": self.slice,
            "label": self.label,
            "value": finite_or_none(self.estimate.value),
            "low": finite_or_none(self.estimate.low),
            "high": finite_or_none(self.estimate.high),
            "reference": finite_or_none(self.reference),
            "n": self.estimate.n,
            "evidence": self.evidence,
            "examples": list(self.examples[:MOST_EXAMPLES]),
            "about": about(self.kind),
        }


Key = tuple[str, str | None, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What finders read."""

    tables: Tables
    outcomes: Outcomes
    metrics: dict[Key, Estimate]
    """By metric, slice, label, first and second method; confusion and reliability left out."""
    heads: pa.Table
    not_audited: int
    """Rows of the data file that were left out."""
    scopes: tuple[tuple[str | None, Outcomes], ...] = field(default=())
    """The whole set and every slice, labelled examples only."""

    def metric(
        self,
        name: str,
        slice_: str | None = None,
        label: str | None = None,
        pair: tuple[str | None, str | None] = (None, None),
    ) -> Estimate | None:
        """Return a metric; None where the evidence has no such row."""
        return self.metrics.get((name, slice_, label, *pair))

    def named(self, name: str) -> list[tuple[Key, Estimate]]:
        """Return all rows of one metric over the whole set, in the order of the table."""
        return [(key, value) for key, value in self.metrics.items() if key[:2] == (name, None)]


def metrics_by_key(metrics: pa.Table) -> dict[Key, Estimate]:
    """Return the rows of the metrics table that one key names, null values left out."""
    found: dict[Key, Estimate] = {}
    for row in metrics.to_pylist():
        if row["value"] is None or row["bin"] is not None or row["metric"] == "confusion":
            continue
        key = (row["metric"], row["slice"], row["label"], row["first"], row["second"])
        found[key] = Estimate(row["value"], row["low"], row["high"], row["n"], row["interval"])
    return found


def ids_at(outcomes: Outcomes, positions: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of the first examples of `positions`, as many as a finding lists."""
    return tuple(str(outcomes.ids[i]) for i in list(positions)[:MOST_EXAMPLES])


def ids_where(outcomes: Outcomes, mask: np.ndarray) -> tuple[str, ...]:
    """Return the ids of the first examples of `mask` in the order of the data."""
    return ids_at(outcomes, (int(i) for i in np.flatnonzero(mask)))
