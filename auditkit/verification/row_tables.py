"""Tables whose rows are rows of the evidence.

The first cell of a row cites it, ``links.parquet#3``; the heading of a column names the column of the evidence
whose numbers stand below, ``-observed``, or several, ``same_sign n``, of which every cell holds one each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.printed import NONE, agrees, exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_ROW = re.compile(r"[a-z_]+\.parquet#[0-9]{1,15}")
_BETWEEN = re.compile(" to | of ")
"""What stands between the numbers of one cell."""
_DECIMALS = 2
"""Least decimals of a number that stands without its exact value."""
_TURNED = "-"

Columns = dict[int, list[str]]
"""Place of a cell in its row -> the columns of the evidence whose numbers it holds."""


def row_tables(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare every table that cites by row.

    Returns:
        One check per printed number, and one per row that cannot be compared.
    """
    for table in page.find("table"):
        heads = _heads(table)
        columns = {at: name.split() for at, name in enumerate(named(table)) if name}
        for line in (line for body in table.find("tbody") for line in body.find("tr")):
            cited = [cell.attributes.get("data-evidence") for cell in line.children]
            if columns or any(cited):
                problem = _line_problem(cited, columns, len(heads))
                yield checked(line, problem)
                if problem is None:
                    yield from _numbers(line, str(cited[0]), columns, citations)


def named(table: Element) -> list[str]:
    """Return what the heading of each column of a table names, empty where it names nothing."""
    return [heading.attributes.get("data-column", "") for heading in _heads(table)]


def _heads(table: Element) -> list[Element]:
    rows = [row.children for head in table.find("thead") for row in head.find("tr")]
    return rows[0] if rows else []


def _line_problem(cited: Sequence[str | None], columns: Columns, width: int) -> str | None:
    if not cited or cited[0] is None or not _ROW.fullmatch(cited[0]) or any(cited[1:]):
        return "does not cite one row of the evidence, and that in its first cell"
    if not columns:
        return f"cites {cited[0]}, but no column of its table is named"
    return None if len(cited) == width else "has another number of cells than the head of its table"


def _numbers(line: Element, row: str, columns: Columns, citations: Citations) -> Iterator[Check]:
    for at, names in columns.items():
        cell = line.children[at]
        try:
            values = [citations.number(_reference(row, name)) for name in names]
        except NoSuchEvidence as error:
            yield checked(cell, f"holds {quoted(' '.join(names))} of {row}, which {error}")
            continue
        yield checked(cell, _cell_problem(cell.text(), values, f"{row} ({', '.join(names)})"))


def _reference(row: str, name: str) -> str:
    turned = _TURNED if name.startswith(_TURNED) else ""
    return f"{turned}{row}:{name.removeprefix(_TURNED)}"


def _cell_problem(text: str, values: Sequence[float | None], place: str) -> str | None:
    if len(values) > 1 and text == NONE:
        right = None in values
    else:
        said = _BETWEEN.split(text) if len(values) > 1 else [text]
        pairs = zip(said, values, strict=False)
        right = len(said) == len(values) and all(
            agrees(one, value, decimals=_DECIMALS) for one, value in pairs
        )
    there = ", ".join(exact(value) or "none" for value in values)
    return None if right else f"prints {quoted(text)} for {place}, which is {there}"
