"""How far the methods that explain the margin agree on one example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import Column, Measure, Table
from auditkit.render.evidence_view import explains_margin, method
from auditkit.render.rows import DECIMALS, rows_about
from auditkit.render.wording import fill, method_order

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.example_view import Overview
    from auditkit.render.inline import Style
    from auditkit.render.rows import Row


def agreement_rows(audit: Audit, example: Overview) -> list[Row]:
    """Return the rows of the pairs of methods that explain the margin."""
    return [
        row
        for row in rows_about(audit, "agreement", example.id)
        if explains_margin(audit, row["first"], row["second"])
    ]


def contradicting(example: Overview, pairs: list[Row]) -> Row | None:
    """Return the row in which Shapley values and integrated gradients contradict each other."""
    return next((row for row in pairs if row.index == example.contradiction), None)


def contradiction(audit: Audit, row: Row) -> Prose:
    """Say in a sentence that two methods contradict each other."""
    return fill(
        "{first} and {second} contradict each other here: rank correlation of the words "
        "{spearman}, equal signs among the top words of both {signs}. Neither should be read alone "
        "as the explanation of this example.",
        first=method(audit, row["first"]).title,
        second=method(audit, row["second"]).title,
        spearman=_cell(row, "spearman", "signed"),
        signs=_cell(row, "sign_agreement", "percent"),
    )


def _cell(row: Row, column: str, style: Style) -> Measure:
    return row.number(column, style, DECIMALS[style])


def _in_order(row: Row) -> list[str]:
    return sorted((row["first"], row["second"]), key=method_order)


def _place(row: Row) -> tuple[str, list[tuple[int, str]]]:
    return row["target"], [method_order(name) for name in _in_order(row)]


def agreement_table(audit: Audit, example: Overview, pairs: list[Row]) -> Table | None:
    """Return the agreement of every such pair as a table."""
    if not pairs:
        return None
    pairs = sorted(pairs, key=_place)
    rows: tuple[tuple[Prose, ...], ...] = tuple(
        (
            (row["target"],),
            *((method(audit, name).title,) for name in _in_order(row)),
            (_cell(row, "spearman", "signed"),),
            (_cell(row, "top_k_overlap", "percent"),),
            (_cell(row, "sign_agreement", "percent"),),
            (str(row["k"]),),
        )
        for row in pairs
    )
    return Table(
        id=f"{example.anchor}-agreement",
        caption="Agreement of the methods that explain the margin, on this example",
        columns=(
            Column("Target"),
            Column("First method"),
            Column("Second method"),
            Column(
                "Rank correlation",
                numeric=True,
                help="Spearman, of signed word scores",
                cites="spearman",
            ),
            Column(
                "Top words shared",
                numeric=True,
                help="of the k words with the largest scores",
                cites="top_k_overlap",
            ),
            Column(
                "Equal signs",
                numeric=True,
                help="among the top words of both",
                cites="sign_agreement",
            ),
            Column("k", numeric=True, cites="k"),
        ),
        rows=rows,
        folded=True,
        cites=tuple(row.place for row in pairs),
    )
