"""Tables of what each token's state contributes at each cut, against the ledger that they cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.verification.checks import Check
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.printed import agrees, exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_DECIMALS = 3
"""Least decimals of a relevance."""
_CARD = "ex-"
_PART = "-layers"


def cut_tables(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare every table of class ``cuts`` that cites a ledger: a row per token, a column per cut.

    Returns:
        One check per printed number, and one per table that cannot be compared.
    """
    for table in page.find("table", "cuts"):
        reference = table.attributes.get("data-evidence")
        if reference is not None:
            yield from _table(table, reference, citations)


def _table(table: Element, reference: str, citations: Citations) -> Iterator[Check]:
    try:
        row = citations.row(reference, "ledger")
    except NoSuchEvidence as error:
        yield Check(table.where, f"cites {quoted(reference)}, which {error}")
        return
    lines = [line for body in table.find("tbody") for line in body.find("tr")]
    names = [cell for head in table.find("thead") for cell in head.find("th")]
    problem = _shape_problem(table, lines, len(names) - 1, row)
    if problem is not None:
        yield Check(table.where, f"{problem} for {reference}")
        return
    for token, line in enumerate(lines):
        for cut, cell in enumerate(line.find("td")):
            place = cut * len(lines) + token
            value = row["cuts"][place]
            wrong = f"prints {quoted(cell.text())} for {reference}/{place}, which is {exact(value)}"
            right = agrees(cell.text(), value, decimals=_DECIMALS)
            yield Check(cell.where, None if right else wrong)


def _shape_problem(
    table: Element, lines: list[Element], cuts: int, row: dict[str, Any]
) -> str | None:
    if table.place != f"{_CARD}{row['example_id']}{_PART}":
        return f"stands in #{table.place}, not with example {row['example_id']},"
    if not lines:
        return None
    if any(len(line.find("td")) != cuts for line in lines):
        return "has a row of another length than its heading"
    if len(lines) * cuts != len(row["cuts"]):
        return f"has {len(lines)} rows of {cuts} numbers, not {len(row['cuts'])} numbers,"
    return None
