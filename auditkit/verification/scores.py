"""Tables of scores in the cards of examples against the attributions they cite.

The heading of a column cites a row of ``attributions.parquet``; below it stand one score per token
with its standard error, and the row's base, residual, evaluations and sum.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from auditkit.verification.checks import Check, checked
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.markup import Element
from auditkit.verification.printed import agrees, exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations

_DECIMALS = 3
"""Least decimals of a score."""
_TOTAL = "Sum of scores"
_CARD = "ex-"


def score_tables(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare every table that cites attributions.

    Returns:
        One check per printed number, and one per column that cannot be compared.
    """
    for table in page.find("table"):
        headings = [row.children for head in table.find("thead") for row in head.find("tr")][:1]
        for at, heading in enumerate(headings[0] if headings else ()):
            reference = heading.attributes.get("data-evidence")
            if reference is not None:
                yield from _column(table, heading, at, reference, citations)


def _column(
    table: Element, heading: Element, at: int, reference: str, citations: Citations
) -> Iterator[Check]:
    try:
        row = citations.row(reference, "attributions")
    except NoSuchEvidence as error:
        yield checked(heading, f"cites {quoted(reference)}, which {error}")
        return
    body = [_cell(line, at) for part in table.find("tbody") for line in part.find("tr")]
    if heading.place != _CARD + row["example_id"]:
        problem = f"cites {reference}, which is about example {row['example_id']}"
        yield checked(heading, problem)
    elif len(body) != len(row["scores"]):
        problem = f"has {len(body)} rows for {reference}, which has {len(row['scores'])} scores"
        yield checked(heading, problem)
    else:
        yield from _scores(body, heading, row, reference)
        yield from _foot(table, at, row, reference)


def _cell(line: Element, at: int) -> Element | None:
    cells = line.children
    return cells[at] if at < len(cells) else None


def _scores(
    body: list[Element | None], heading: Element, row: dict[str, Any], reference: str
) -> Iterator[Check]:
    without = [None] * len(body)
    errors = row["error"] if row["error"] and any(row["error"]) else without
    for token, (cell, score, error) in enumerate(zip(body, row["scores"], errors, strict=True)):
        place = f"{reference}/{token}"
        if cell is None:
            yield checked(heading, f"has no cell for {place}")
            continue
        small = [part for part in cell.children if part.tag == "small"]
        score_text = "".join(part for part in cell.parts if isinstance(part, str))
        yield checked(cell, _problem(score_text, score, place))
        error_text = small[0].text().removeprefix("\u00b1") if small else "\u2013"
        if small or error is not None:
            yield checked(cell, _problem(error_text, error, f"{place} (standard error)"))


def _foot(table: Element, at: int, row: dict[str, Any], reference: str) -> Iterator[Check]:
    expected = {
        _TOTAL: math.fsum(row["scores"]),
        "Base": row["base"],
        "Residual": row["residual"],
        "Model evaluations": row["evaluations"],
    }
    for line in (line for foot in table.find("tfoot") for line in foot.find("tr")):
        cell, cells = _cell(line, at), line.children
        name = cells[0].text() if cells else ""
        if cell is not None and name in expected:
            value = expected[name]
            known = None if value is None or not math.isfinite(value) else value
            yield checked(cell, _problem(cell.text(), known, f"{reference} ({name.lower()})"))


def _problem(text: str, value: float | None, place: str) -> str | None:
    if agrees(text, value, decimals=_DECIMALS):
        return None
    return f"prints {quoted(text)} for {place}, which is {exact(value) or 'none'}"
