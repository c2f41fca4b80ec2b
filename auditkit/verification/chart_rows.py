"""The rows that each chart of a report draws, from the tables of the evidence.

A chart is called for where its table has numbers. A row of a chart is right if it has these cells and no
others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.verification.about import finite
from auditkit.verification.cited import drawn_links

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.verification.about import Cells
    from auditkit.verification.citations import Citations

Row = dict[str, Any]
Sources = list[list[Row]]
"""Rows of each source of data of a chart, in any order of the sources."""

_WHOLE_SET = "(whole set)"
_MOST_LABELS = 12
_OF_CHAINS = "confirmed_chain"
_DIAGONAL = [{"x": 0, "y": 0}, {"x": 1, "y": 1}]

SPELLINGS = {
    "confirmed": ("confirmed", "effect as predicted"),
    "weaker": ("weaker than foretold", "weaker than predicted"),
    "stronger": ("stronger than foretold", "stronger than predicted"),
    "other_effect": ("unlike what it contributes",),
    "not_shown_causal": ("not shown causal", "hardly any effect"),
    "contradicted": ("contradicted", "opposite to predicted"),
}
"""Verdict of links.parquet -> the words that pages of any version have for it in charts."""


def charts_of(citations: Citations) -> dict[str, Sources]:
    """Return what every chart that the evidence calls for draws, by the id of its figure."""
    metrics = _Metrics(citations)
    found = {
        "explanations-agreement-chart": _agreement(metrics, citations),
        "behaviour-accuracy-chart": _accuracy(metrics),
        "behaviour-confusion-chart": _confusion(metrics, citations),
        "behaviour-reliability-chart": _reliability(metrics),
        "chains-predictions": _links(citations),
        **_heads(citations),
    }
    return {name: sources for name, sources in found.items() if sources}


class _Metrics:
    def __init__(self, citations: Citations) -> None:
        self._rows = citations.table("metrics").to_pylist()

    def rows(self, name: str, **where: Any) -> list[Cells]:  # noqa: ANN401  (cells of any column)
        return [
            row
            for row in self._rows
            if row["metric"] == name and all(row[column] == cell for column, cell in where.items())
        ]

    def value(self, name: str, **where: Any) -> float | None:  # noqa: ANN401
        row = next(iter(self.rows(name, **where)), None)
        return None if row is None else finite(row["value"])


def _bounds(row: Cells) -> Row:
    return {name: finite(row[name]) for name in ("value", "low", "high")}


def _accuracy(metrics: _Metrics) -> Sources:
    drawn = [
        {
            "name": _WHOLE_SET if row["slice"] is None else row["slice"],
            **_bounds(row),
            "baseline": metrics.value("majority", slice=row["slice"]),
        }
        for row in metrics.rows("accuracy")
        if finite(row["value"]) is not None
    ]
    return [drawn] if drawn else []


def _confusion(metrics: _Metrics, citations: Citations) -> Sources:
    rows = metrics.rows("confusion", slice=None)
    several = citations.audit.manifest["model"]["problem"] == "multi_label"
    kinds = max(len({row[name] for row in rows}) for name in ("label", "predicted"))
    if not rows or several or kinds > _MOST_LABELS:
        return []
    return [_matrix((row["label"], row["predicted"], row["value"]) for row in rows)]


def _matrix(cells: Iterable[tuple[Any, Any, Any]]) -> list[Row]:
    """Return the cells that have a number."""
    return [
        {"row": row, "column": column, "value": value}
        for row, column, value in cells
        if finite(value) is not None
    ]


def _reliability(metrics: _Metrics) -> Sources:
    bins = metrics.rows("reliability_accuracy", slice=None)
    if not bins or not metrics.rows("ece", slice=None):
        return []
    drawn = [
        {
            "confidence": metrics.value("reliability_confidence", slice=None, bin=row["bin"]),
            **_bounds(row),
            "n": row["n"],
        }
        for row in bins
    ]
    return [drawn, _DIAGONAL]


def _agreement(metrics: _Metrics, citations: Citations) -> Sources:
    names = ("agreement_spearman", "agreement_top_k", "agreement_sign")
    if not any(metrics.rows(name, slice=None) for name in names):
        return []
    specs = citations.audit.manifest.get("method_specs", {})

    def title(method: str) -> str:
        return str(specs.get(method, {}).get("title") or method)

    cells = [
        (title(row[one]), title(row[other]), row["value"])
        for row in metrics.rows(names[0], slice=None)
        for one, other in (("first", "second"), ("second", "first"))
    ]
    return [_matrix(cells)]


def _heads(citations: Citations) -> dict[str, Sources]:
    found: dict[str, list[tuple[str, str, Any]]] = {}
    for row in citations.table("heads").to_pylist():
        if row["statistic"] != _OF_CHAINS:
            cell = (str(row["layer"]), str(row["head"]), row["value"])
            found.setdefault(row["statistic"], []).append(cell)
    return {f"heads-{name}-chart": [_matrix(cells)] for name, cells in found.items()}


def _links(citations: Citations) -> Sources:
    drawn = [
        {"predicted": -row["foretold"], "observed": -row["observed"], "verdict": row["verdict"]}
        for row in drawn_links(citations)
    ]
    if not drawn:
        return []
    numbers = [row[axis] for row in drawn for axis in ("predicted", "observed")]
    return [drawn, [{"x": end, "y": end} for end in (min(numbers), max(numbers))]]
