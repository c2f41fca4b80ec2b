"""How far the methods that explain the margin agree on one example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.render.blocks import Column, Measure, Table
from auditkit.render.evidence_view import explains_margin, finite, method
from auditkit.render.example_view import rows_about
from auditkit.render.wording import fill, method_order

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.evidence_view import Style
    from auditkit.render.example_view import Overview

    Pair = tuple[int, dict[str, Any]]


def agreement_rows(audit: Audit, example: Overview) -> list[Pair]:
    """Return the rows of the pairs of methods that explain the margin, each with its place."""
    return [
        (index, row)
        for index, row in rows_about(audit, "agreement", example.id)
        if explains_margin(audit, row["first"], row["second"])
    ]


def contradicting(example: Overview, pairs: list[Pair]) -> Pair | None:
    """Return the row in which Shapley values and integrated gradients contradict each other."""
    return next((pair for pair in pairs if pair[0] == example.contradiction), None)


def contradiction(audit: Audit, pair: Pair) -> Prose:
    """Say in a sentence that two methods contradict each other."""
    index, row = pair
    return fill(
        "{first} and {second} contradict each other here: rank correlation of the words "
        "{spearman}, equal signs among the top words of both {signs}. Neither should be read alone "
        "as the explanation of this example.",
        first=method(audit, row["first"]).title,
        second=method(audit, row["second"]).title,
        spearman=_cell(index, row, "spearman", "signed"),
        signs=_cell(index, row, "sign_agreement", "percent"),
    )


def _cell(index: int, row: dict[str, Any], column: str, style: Style) -> Measure:
    digits = 1 if style == "percent" else 2
    evidence = f"agreement.parquet#{index}:{column}"
    return Measure(finite(row[column]), evidence, digits=digits, style=style)


def _in_order(row: dict[str, Any]) -> list[str]:
    return sorted((row["first"], row["second"]), key=method_order)


def _place(row: dict[str, Any]) -> tuple[str, list[tuple[int, str]]]:
    return row["target"], [method_order(name) for name in _in_order(row)]


def agreement_table(audit: Audit, example: Overview, pairs: list[Pair]) -> Table | None:
    """Return the agreement of every such pair as a table."""
    if not pairs:
        return None
    pairs = sorted(pairs, key=lambda pair: _place(pair[1]))
    rows: tuple[tuple[Prose, ...], ...] = tuple(
        (
            (row["target"],),
            *((method(audit, name).title,) for name in _in_order(row)),
            (_cell(index, row, "spearman", "signed"),),
            (_cell(index, row, "top_k_overlap", "percent"),),
            (_cell(index, row, "sign_agreement", "percent"),),
            (str(row["k"]),),
        )
        for index, row in pairs
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
        cites=tuple(f"agreement.parquet#{index}" for index, _ in pairs),
    )
