"""Charts: each that the evidence calls for stands once, and its data are the rows of the evidence."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from auditkit.verification.blocks import strict_json
from auditkit.verification.chart_rows import SPELLINGS, charts_of
from auditkit.verification.checks import Check, checked
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.names import visible
from auditkit.verification.printed import exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.verification.chart_rows import Row, Sources
    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

Cells = tuple[tuple[str, str], ...]
"""Names and cells of a row."""
_BESIDE = ("low", "high", "n")
_GUIDES = frozenset((0.0, 1.0))
"""Ends of the lines that guide the eye."""


def charts(page: Element, citations: Citations, *, is_called_for: bool) -> Iterator[Check]:
    """Compare the data of every chart with the evidence, and which charts there are.

    Args:
        page: The page.
        citations: The evidence.
        is_called_for: Whether charts belong on this page, where the evidence has numbers for them.

    Returns:
        One check per chart, and one per chart that is missing.
    """
    wanted = charts_of(citations) if is_called_for else {}
    for figure in page.find("figure", "chart"):
        name = figure.attributes.get("id", "")
        yield checked(figure, _chart_problem(figure, wanted.pop(name, None), citations))
    for name in wanted:
        yield Check(f"chart {name} in {page.page.file}", "is missing")


def _chart_problem(figure: Element, true: Sources | None, citations: Citations) -> str | None:
    specs = figure.find("script", "spec")
    if len(specs) != 1:
        return f"is a chart with data {len(specs)} times, not once"
    try:
        drawn = _sources(strict_json(specs[0].text()))
    except (ValueError, RecursionError):
        return "has chart data that is no Vega specification"
    if true is None:
        return _unknown_problem(drawn, figure, citations)
    return _rows_problem(drawn, true)


def _sources(spec: object) -> Sources:
    """Return the rows of every source of data that a specification has."""
    if not isinstance(spec, dict) or not isinstance(spec.get("data"), list):
        raise ValueError("no data")
    sources: Sources = []
    for source in spec["data"]:
        if not isinstance(source, dict) or "url" in source:
            raise ValueError("no source")
        rows = source.get("values")
        if rows is None:
            continue
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError("no rows")
        sources.append(rows)
    return sources


def _rows_problem(drawn: Sources, true: Sources) -> str | None:
    """Compare sources: as many as there should be, each with its rows, in any order."""
    drawn = _changes(drawn)
    if len(drawn) != len(true):
        return f"is a chart with {len(drawn)} sources of data, not {len(true)}"
    pairs = zip(sorted(map(_plain, drawn), key=_fields), sorted(true, key=_fields), strict=True)
    for said, wanted in pairs:
        there, evidence = Counter(map(_cells, said)), Counter(map(_cells, wanted))
        for row in there - evidence:
            return f"draws {_told(row)}, which is not in the evidence"
        for row in evidence - there:
            return f"leaves out {_told(row)}"
    return None


def _changes(drawn: Sources) -> Sources:
    """Return a chart of links as changes of the margin; older pages drew falls."""
    if not any("foretold" in row for rows in drawn for row in rows):
        return drawn
    name = {"foretold": "predicted"}
    return [
        [
            {name.get(key, key): -cell if _is_number(cell) else cell for key, cell in row.items()}
            for row in rows
        ]
        for rows in drawn
    ]


def _fields(rows: Sequence[Row]) -> list[str]:
    return sorted(rows[0]) if rows else []


def _cells(row: Row) -> Cells:
    """Return a row so that two are equal if every reader takes them for the same."""
    return tuple((key, _cell(row[key])) for key in sorted(row))


def _cell(cell: Any) -> str:  # noqa: ANN401  (a cell)
    return (
        exact(cell) if _is_number(cell) else repr(visible(cell) if isinstance(cell, str) else cell)
    )


def _told(row: Cells) -> str:
    return ", ".join(quoted(cell)[1:-1] for _, cell in row)


def _plain(rows: Sequence[Row]) -> list[Row]:
    """Return rows with verdicts of links as the evidence spells them."""
    return [
        {key: _PLAIN.get(cell, cell) if key == "verdict" else cell for key, cell in row.items()}
        for row in rows
    ]


_PLAIN = {word: name for name, words in SPELLINGS.items() for word in words}


def _unknown_problem(drawn: Sources, figure: Element, citations: Citations) -> str | None:
    """Compare a chart of another section with the numbers that the table behind it shows and cites."""
    numbers = {
        float(cell) for rows in drawn for row in rows for cell in row.values() if _is_number(cell)
    }
    strange = sorted(numbers - _GUIDES - _shown(figure, citations))
    if not strange:
        return None
    return f"draws {exact(strange[0])}, which is not in the table behind the chart"


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
