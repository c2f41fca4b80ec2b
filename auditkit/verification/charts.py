"""Data of the charts that the page hands to its scripts, against the tables behind them."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from auditkit.verification.checks import Check
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.printed import exact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_BESIDE = ("low", "high", "n")
_GUIDES = frozenset((0.0, 1.0))
"""Ends of the lines that guide the eye."""


def charts(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare the data of every chart with the numbers that the table behind it shows and cites.

    Returns:
        One check per chart.
    """
    for figure in page.find("figure", "chart"):
        for spec in figure.find("script", "spec"):
            yield Check(figure.where, _chart_problem(spec, figure, citations))


def _chart_problem(spec: Element, figure: Element, citations: Citations) -> str | None:
    try:
        drawn = _drawn(json.loads(spec.text()))
    except (ValueError, RecursionError):
        return "has chart data that is no Vega specification"
    strange = sorted(drawn - _GUIDES - _shown(figure, citations))
    if not strange:
        return None
    return f"draws {exact(strange[0])}, which is not in the table behind the chart"


def _drawn(spec: object) -> set[float]:
    """Return every number of the data of a specification."""
    if not isinstance(spec, dict) or not isinstance(spec.get("data"), list):
        raise ValueError("no data")
    rows: list[Any] = []
    for source in spec["data"]:
        values = source.get("values", []) if isinstance(source, dict) else None
        if not isinstance(values, list) or not all(isinstance(row, dict) for row in values):
            raise ValueError("no rows")
        rows += values
    return {float(cell) for row in rows for cell in row.values() if _is_number(cell)}


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell)


def _shown(figure: Element, citations: Citations) -> set[float]:
    """Return the numbers in the table of a figure, and what stands beside those that it cites."""
    shown: set[float | None] = set()
    for mark in figure.find("data"):
        try:
            shown.add(float(mark.attributes.get("value", "")))
        except ValueError:
            continue
        for column in _BESIDE:
            try:
                shown.add(citations.beside(mark.attributes.get("data-evidence", ""), column))
            except NoSuchEvidence:
                break
    return {float(value) for value in shown if value is not None}
