"""The tables and sentences of a card, part by part: each row of the evidence has its own, in its order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from auditkit.verification.about import finite
from auditkit.verification.checks import Check, checked
from auditkit.verification.cited import compared_pairs, rows_cited
from auditkit.verification.row_tables import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.verification.about import About, Cells
    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_COLUMNS = {
    "links": (
        "layer", "-observed", "-foretold", "-high -low", "same_sign n", "relevance", "head_relevance",
    ),
    "agreement": ("spearman", "top_k_overlap", "sign_agreement", "k"),
}  # fmt: skip
"""Part of a card whose rows are rows of the evidence -> what its columns show, in order."""
_MOST_POSITIONS = 64
"""Tokens whose account is listed."""


def card_tables(card: Element, known: About, citations: Citations) -> Iterator[Check]:
    """Compare which rows of the evidence the parts of a card are about.

    Returns:
        One check per part that is there.
    """
    own = f"ex-{known.example}-"
    parts = {
        element.attributes["id"].removeprefix(own): element
        for element in card.elements()
        if element.attributes.get("id", "").startswith(own)
    }
    for number, link in enumerate(known.links, start=1):
        if (sentence := parts.get(f"link-{number}")) is not None:
            yield checked(sentence, _about_problem(sentence, "links", [link]))
    silenced = [edit for edit in known.edits if edit["kind"] == "silence"]
    wanted = {
        "links": ("links", known.links),
        "agreement": ("agreement", compared_pairs(known, citations)),
        "silenced": ("pokes", silenced),
        "accounts": ("ledger", _account_rows(known)),
    }
    for part, (table, rows) in wanted.items():
        if part in parts:
            yield checked(parts[part], _lines_problem(parts[part], table, rows))
            yield checked(parts[part], _columns_problem(parts[part], part))
    if known.chain is not None and "tests" in parts:
        yield checked(parts["tests"], _tests_problem(parts["tests"], known.chain))


def _account_rows(known: About) -> list[Cells]:
    """Return the frozen ledger once for every account of it that is listed."""
    sheet = known.accounts
    if sheet is None:
        return []
    listed = len(sheet["biases"]) + min(_MOST_POSITIONS, len(sheet["positions"]))
    return [sheet] * listed


def _about_problem(part: Element, table: str, rows: Sequence[Cells]) -> str | None:
    cited = {name: places for name, places in rows_cited(part.elements()).items() if places}
    if cited == {table: {row["at"] for row in rows}}:
        return None
    named = ", ".join(f"{table}.parquet#{row['at']}" for row in rows)
    return f"does not cite {named} alone"


def _lines_problem(part: Element, table: str, rows: Sequence[Cells]) -> str | None:
    """Say whether each row of the evidence has a line of its own that cites nothing else."""
    lines = [line for body in part.find("tbody") for line in body.find("tr")]
    if len(lines) != len(rows):
        return f"has {len(lines)} lines for {len(rows)} rows of {table}.parquet"
    cited = [rows_cited(line.elements()) for line in lines]
    if any(len(one) > 1 or len(one.get(table, ())) > 1 for one in cited):
        return f"has a line about several rows of {table}.parquet"
    there = Counter(at for one in cited for at in one.get(table, ()))
    silent = sum(finite(row.get("margin", 0.0)) is None for row in rows)
    if there - Counter(row["at"] for row in rows) or there.total() != len(rows) - silent:
        return f"has a line about another row of {table}.parquet, or about none"
    return None


def _columns_problem(part: Element, name: str) -> str | None:
    """Say whether a table that cites by row names the columns that it has to show; older pages cite by cell."""
    found = [[column for column in named(table) if column] for table in part.find("table")]
    is_by_row = any("data-evidence" in cell.attributes for cell in part.find("th"))
    columns = _COLUMNS.get(name, ())
    wanted = [list(columns)] if is_by_row else [[] for _ in found]
    return None if found == wanted else f"names other columns than {', '.join(columns) or 'none'}"


def _tests_problem(part: Element, chain: Cells) -> str | None:
    place = f"chains.parquet#{chain['at']}"
    wanted = {f"{place}:sufficiency", f"{place}:necessity"}
    for column in ("permuted", "random"):
        wanted |= {f"{place}:{column}/{at}" for at in range(len(chain[column]))}
    cited = {mark.attributes.get("data-evidence", "") for mark in part.find("data")}
    left = sorted(wanted - cited)
    return f"leaves out {left[0]}" if left else None
