"""The table of layers in a card: what each token's state contributes at each cut, and what the head reads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.names import token_names
from auditkit.verification.printed import agrees, exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.verification.about import About, Cells
    from auditkit.verification.markup import Element

_DECIMALS = 3
"""Least decimals of a relevance."""
_LISTED = 1200
"""With more numbers the page shows colours alone."""


def cut_tables(card: Element, known: About) -> Iterator[Check]:
    """Compare the tables of class ``cuts`` of a card: a row per token, a column per cut.

    Returns:
        One check per printed number, one per table, and one if there is another number of them.
    """
    tables = card.find("table", "cuts")
    if len(tables) != known.has_layers:
        yield checked(card, f"has {len(tables)} tables of layers, not {int(known.has_layers)}")
    for table in tables:
        wanted = None if known.cuts is None else f"ledger.parquet#{known.cuts['at']}:cuts"
        cited = table.attributes.get("data-evidence")
        if cited != wanted:
            yield checked(table, f"cites {quoted(str(cited))}, where {wanted} belongs")
            continue
        yield checked(table, _lens_problem(table, known.chain))
        if known.cuts is not None:
            yield from _numbers(table, known, known.cuts)


def _lens_problem(table: Element, chain: Cells | None) -> str | None:
    """Say what is wrong with the line below, which cites what the head reads at each cut, in order."""
    lens = () if chain is None else chain["lens"]
    wanted = [f"chains.parquet#{chain['at']}:lens/{cut}" for cut in range(len(lens)) if chain]
    cited = [
        mark.attributes.get("data-evidence")
        for foot in table.find("tfoot")
        for mark in foot.find("data")
    ]
    names = [cell for head in table.find("thead") for cell in head.find("th")]
    if cited != wanted or len(names) != 1 + len(wanted):
        return f"has other cuts than the {len(wanted)} of chains.parquet"
    return None


def _numbers(table: Element, known: About, sheet: Cells) -> Iterator[Check]:
    cuts, values = len(known.chain["lens"]) if known.chain else 0, sheet["cuts"]
    lines = [line for body in table.find("tbody") for line in body.find("tr")]
    names = token_names(known.row) if len(values) <= _LISTED else []
    said = [part.text() for line in lines for part in line.children[:1]]
    place = f"ledger.parquet#{sheet['at']}:cuts"
    if said != names:
        yield checked(table, f"has {len(lines)} rows of tokens that are not those of {place}")
    elif any(len(line.find("td")) != cuts for line in lines):
        yield checked(table, f"has a row of another length than its heading for {place}")
    else:
        yield from _cells(lines, values, place)


def _cells(lines: Sequence[Element], values: Sequence[float], place: str) -> Iterator[Check]:
    for token, line in enumerate(lines):
        for cut, cell in enumerate(line.find("td")):
            at = cut * len(lines) + token
            wrong = f"prints {quoted(cell.text())} for {place}/{at}, which is {exact(values[at])}"
            right = agrees(cell.text(), values[at], decimals=_DECIMALS)
            yield checked(cell, None if right else wrong)
