"""Numbers of the evidence as report blocks show them, each with its place in the evidence."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

from auditkit.evidence.readings import side
from auditkit.render.blocks import Code, Measure
from auditkit.render.visible import visible
from auditkit.render.wording import COUNTS, INTERVALS, fill, method_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa

    from auditkit.evidence.reader import Audit
    from auditkit.evidence.readings import Side
    from auditkit.render.blocks import Prose
    from auditkit.render.wording import MethodText

Style = Literal["number", "percent", "points", "signed", "count"]
WHOLE_SET = "(whole set)"
DECIMALS: dict[Style, int] = {"number": 2, "percent": 1, "points": 1, "signed": 2, "count": 0}
"""Decimals that a style prints unless told otherwise, also of a percentage."""


def is_explanation(audit: Audit) -> bool:
    """Whether the audit explains single texts, so that nothing is said about a set."""
    return audit.config.get("page") == "explanation"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `metrics`, `heads` or `findings`: its place, its number and its other columns."""

    file: str
    index: int
    value: float | None
    low: float | None
    high: float | None
    n: int
    columns: Mapping[str, Any]

    def text(self, column: str) -> str | None:
        """Return a text column, None when it is null."""
        value = self.columns.get(column)
        return None if value is None else str(value)

    def number(self, column: str) -> float | None:
        """Return a numeric column, None when it is null or not finite."""
        return finite(self.columns.get(column))

    @property
    def place(self) -> str:
        """File and row, as evidence references spell them."""
        return f"{self.file}#{self.index}"

    def side_of(self, reference: float | None) -> Side:
        """Where the row's interval lies, seen from `reference`."""
        return side(self.low, self.high, reference)

    @property
    def has_interval(self) -> bool:
        """Whether both bounds are defined."""
        return self.low is not None and self.high is not None

    def measure(self, style: Style = "number", digits: int | None = None) -> Measure:
        """Return the row's number with its interval, its n and its evidence reference."""
        evidence = f"{self.place}:value"
        decimals = DECIMALS[style] if digits is None else digits
        return Measure(self.value, evidence, self.low, self.high, self.n, decimals, style)

    def estimate(self, style: Style = "number", digits: int | None = None) -> Prose:
        """Return the measure followed by the kind of its interval in brackets."""
        return (self.measure(style, digits), f" ({self.interval})")

    @property
    def interval(self) -> str:
        """The kind of the row's interval in words."""
        kind = self.text("interval") or "bootstrap"
        if kind != "none" and not self.has_interval:
            return "interval undefined"
        return INTERVALS.get(kind, f"95% {kind} interval")


def finite(value: Any) -> float | None:  # noqa: ANN401  (a cell of any column)
    """Return `value` as a float, None when it is null, NaN or infinite."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def rows_of(table: pa.Table, file: str) -> tuple[Row, ...]:
    """Return the rows of a table with the columns value, low, high and n."""
    return tuple(
        Row(
            file,
            index,
            finite(row["value"]),
            finite(row["low"]),
            finite(row["high"]),
            row["n"],
            row,
        )
        for index, row in enumerate(table.to_pylist())
    )


@lru_cache(maxsize=2)
def _metrics(audit: Audit) -> tuple[Row, ...]:
    return rows_of(audit.metrics, "metrics.parquet")


def metric_rows(audit: Audit, name: str, **where: str | int | None) -> tuple[Row, ...]:
    """Return the rows of one metric, in the order of the evidence.

    Args:
        audit: The audit.
        name: Metric, e.g. ``accuracy``.
        where: Columns and the values they must have, e.g. ``slice="tweets"`` or ``first="shap"``;
            a column that is not named may have any value.
    """
    return tuple(
        row
        for row in _metrics(audit)
        if row.columns["metric"] == name
        and all(row.columns[column] == value for column, value in where.items())
    )


def metric_row(audit: Audit, name: str, **where: str | int | None) -> Row | None:
    """Return the first such row, None when there is none; without ``slice`` the whole set's."""
    rows = metric_rows(audit, name, **{"slice": None, **where})
    return rows[0] if rows else None


def metric(
    audit: Audit,
    name: str,
    style: Style = "number",
    digits: int | None = None,
    **where: str | int | None,
) -> Measure:
    """Return one metric as a measure; one without a row has no value, which prints "undefined"."""
    row = metric_row(audit, name, **where)
    return Measure(None, style=style) if row is None else row.measure(style, digits)


def slices(audit: Audit) -> tuple[str, ...]:
    """Names of the slices that metrics are given for, in the order of the evidence."""
    names = (row.text("slice") for row in _metrics(audit))
    return tuple(dict.fromkeys(name for name in names if name is not None))


def pointer(*path: str) -> str:
    """Return the evidence reference of a place in the manifest, as a JSON pointer.

    Percent signs, and what no page can hold, are percent-encoded as in the fragment of a URI.
    """
    keys = (key.replace("~", "~0").replace("/", "~1") for key in path)
    return "manifest.json#" + "".join("/" + _as_fragment(key) for key in keys)


def _as_fragment(key: str) -> str:
    return "".join(
        quote(char) if char in "%\t\n" or visible(char) != char else char for char in key
    )


def entry(audit: Audit, *path: str) -> Any:  # noqa: ANN401  (a JSON value)
    """Return the manifest's entry at `path`, None when there is none."""
    value: Any = audit.manifest
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def count(audit: Audit, *path: str) -> Measure:
    """Return a whole number of the manifest as a measure, e.g. ``count(audit, "counts", "empty")``.

    A count of examples that older evidence does not state cites nothing.
    """
    stated = entry(audit, *path)
    value = audit.counts.get(path[-1]) if stated is None and path[0] == "counts" else stated
    if value is None:
        return Measure(None, digits=0, style="count")
    evidence = None if stated is None else pointer(*path)
    return Measure(float(value), evidence, digits=0, style="count")


def said(audit: Audit, *path: str) -> str:
    """Return the manifest's entry at `path` as text, ``not stated`` when there is none."""
    value = entry(audit, *path)
    return "not stated" if value is None else str(value)


def labels(audit: Audit) -> tuple[str, ...]:
    """Labels of the model, in the order of its logits."""
    return tuple(str(label) for label in entry(audit, "model", "labels") or ())


def problem(audit: Audit) -> str:
    """How the logits are read: ``single_label``, ``multi_label`` or ``single_logit``."""
    return said(audit, "model", "problem")


def gold_words(audit: Audit) -> str:
    """Return what a right answer equals: ``gold label``, or a set of them."""
    return "set of gold labels" if problem(audit) == "multi_label" else "gold label"


def is_labelled(audit: Audit) -> bool:
    """Whether any example has a gold label."""
    return bool(entry(audit, "counts", "labelled"))


def method(audit: Audit, name: str) -> MethodText:
    """Return how to name the attribution method `name` of this audit."""
    return method_text(name, entry(audit, "method_specs", name))


def explains_margin(audit: Audit, *names: str | None) -> bool:
    """Whether the signed scores of all these methods are meant to explain the margin."""
    return all(method(audit, name or "").kind == "margin" for name in names)


def answer_text(audit: Audit, cell: str | None) -> str:
    """Return an answer as the evidence spells it, in words: a label, or labels of a JSON array."""
    return label_text(label_names(cell, problem(audit))) or "(none)"


def label_names(cell: str | None, kind: str) -> tuple[str, ...] | None:
    """Return the labels in a cell: a JSON array for multi-label models, else one label."""
    if cell is None:
        return None
    if kind != "multi_label":
        return (cell,)
    return tuple(str(label) for label in json.loads(cell))


def label_text(names: tuple[str, ...] | None) -> str | None:
    """Return labels as one text: ``a, b``, ``(no label)`` for an empty set, None for none given."""
    if names is None:
        return None
    return ", ".join(names) or "(no label)"


def where(row: Row) -> Prose:
    """Return ``In slice x`` or ``Over the whole set``, to begin a sentence."""
    name = row.text("slice")
    return ("Over the whole set",) if name is None else fill("In slice {name}", name=Code(name))


def flag_counts(audit: Audit) -> dict[str, int]:
    """Return the manifest's counts of flags that are not zero."""
    found = {name: entry(audit, "counts", name) or 0 for name in COUNTS}
    return {name: number for name, number in found.items() if number}
