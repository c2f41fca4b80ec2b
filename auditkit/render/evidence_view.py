"""Numbers of the evidence as report blocks show them, each with its place in the evidence."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from auditkit.render.inline import Code, Measure
from auditkit.render.rows import rows_of
from auditkit.render.visible import visible
from auditkit.render.wording import COUNTS, fill, method_text

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.inline import Prose, Style
    from auditkit.render.rows import Row
    from auditkit.render.wording import MethodText

WHOLE_SET = "(whole set)"


def is_explanation(audit: Audit) -> bool:
    """Whether the audit explains single texts, so that nothing is said about a set."""
    return audit.config.get("page") == "explanation"


@lru_cache(maxsize=2)
def _metrics(audit: Audit) -> tuple[Row, ...]:
    return rows_of(audit.metrics, "metrics")


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
        if row["metric"] == name and all(row[column] == value for column, value in where.items())
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


def sees_attention(audit: Audit) -> bool:
    """Whether the model's attention could be captured: without it nothing is known of layers and heads."""
    return why_left_out(audit, "head_statistics") is None


def why_left_out(audit: Audit, part: str) -> str | None:
    """Return why a part of the audit was left out, None where it was not."""
    parts = entry(audit, "left_out") or ()
    return next((str(one["reason"]) for one in parts if one["method"] == part), None)


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
