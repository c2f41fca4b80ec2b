"""What a family of metrics reads and what it answers; the registry of all families."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

import pyarrow as pa

from auditkit.evidence.schema import CHAINS, LINKS, METRICS
from auditkit.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.records import Estimate, Problem

Direction = Literal["higher", "lower", "none"]
"""Which way is better."""


EXAMPLE_COLUMNS = (
    "id",
    "row",
    "label",
    "slice",
    "words",
    "logits",
    "predicted",
    "foil",
    "margin",
    "flags",
    "explained",
)
"""What is read of `examples.parquet`: texts and tokens are most of it, and no number needs them."""


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The measured evidence that every number over the evaluation set is computed from."""

    examples: pa.Table
    """At least the columns `EXAMPLE_COLUMNS`."""
    attributions: pa.Table
    agreement: pa.Table
    labels: tuple[str, ...]
    """Class names in index order; two names for a single logit."""
    problem: Problem
    layers: int
    heads: int
    seed: int
    """The audit's seed; every draw derives from it."""
    chains: pa.Table = field(default_factory=CHAINS.empty_table)
    links: pa.Table = field(default_factory=LINKS.empty_table)


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One row of the metrics table."""

    metric: str
    slice: str | None
    """None for the whole set."""
    estimate: Estimate
    direction: Direction = "none"
    label: str | None = None
    predicted: str | None = None
    first: str | None = None
    second: str | None = None
    bin: int | None = None

    def cells(self) -> dict[str, str | int | float | None]:
        """Return the row by column; a number that is NaN or infinite becomes null."""
        return {
            "metric": self.metric,
            "slice": self.slice,
            "label": self.label,
            "predicted": self.predicted,
            "first": self.first,
            "second": self.second,
            "bin": self.bin,
            "value": finite_or_none(self.estimate.value),
            "low": finite_or_none(self.estimate.low),
            "high": finite_or_none(self.estimate.high),
            "n": self.estimate.n,
            "interval": self.estimate.interval,
            "direction": self.direction,
        }


class Statistic(Protocol):
    """One family of metrics: a pure function of the tables."""

    title: str

    def rows(self, tables: Tables) -> Iterable[MetricRow]:
        """Yield the family's rows, the whole set before the slices, in an order that is fixed."""


STATISTICS: Registry[Statistic] = Registry(
    "statistic", "auditkit.aggregate.statistics", "auditkit.statistics"
)


def metric_table(tables: Tables, measured: Iterable[MetricRow] = ()) -> pa.Table:
    """Return the metrics of every registered family, families in the order of their names.

    Args:
        tables: The measured evidence.
        measured: Rows that no table holds because they were measured on the running model, such
            as `kernel_difference`; they come last.

    Returns:
        A table of schema `METRICS`.
    """
    rows = [row for name in STATISTICS.names() for row in STATISTICS.get(name).rows(tables)]
    return pa.Table.from_pylist([row.cells() for row in (*rows, *measured)], schema=METRICS)


def finite_or_none(number: float | None) -> float | None:
    """Return the number, or None where it is NaN or infinite: tables hold null, never NaN."""
    return number if number is not None and math.isfinite(number) else None
