"""Which labels are taken for which: a matrix, a table, or hits and misses of each label."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.readings import ranked, total
from auditkit.render.blocks import Chart, Code, Column, Heading, Table
from auditkit.render.chart_specs import Matrix, matrix, top_of
from auditkit.render.evidence_view import metric_rows, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Prose
    from auditkit.render.rows import Row

MOST_LABELS = 12
"""With more labels the confusion is a table of its largest cells only."""


def confusion(audit: Audit) -> Iterator[Block]:
    """Yield the confusion matrix, or the hits and misses of each label for multi-label models."""
    rows = metric_rows(audit, "confusion", slice=None)
    if not rows:
        return
    if problem(audit) == "multi_label":
        yield Heading("Labels found, missed and wrongly given", "behaviour-confusion")
        yield _hits_table(rows)
        return
    yield Heading("Which labels are taken for which", "behaviour-confusion")
    golds = tuple(dict.fromkeys(row.text("label") or "" for row in rows))
    answers = tuple(dict.fromkeys(row.text("predicted") or "" for row in rows))
    if max(len(golds), len(answers)) > MOST_LABELS:
        yield _confusion_table(rows)
        return
    yield _chart(rows, golds, answers)


def _chart(rows: tuple[Row, ...], golds: tuple[str, ...], answers: tuple[str, ...]) -> Chart:
    shape = Matrix(
        columns=answers,
        rows=golds,
        column_title="predicted label",
        row_title="gold label",
        value_title="examples",
        high=top_of((row.value for row in rows), least=1.0),
        numbers=".0f",
    )
    every = total(row.value or 0.0 for row in rows)
    wrong = total(row.value or 0.0 for row in rows if row.text("label") != row.text("predicted"))
    return Chart(
        id="behaviour-confusion-chart",
        title="Confusion: gold label by predicted label, number of examples",
        alt=f"Matrix of {len(golds)} gold by {len(answers)} predicted labels; {wrong:.0f} of "
        f"{every:.0f} examples lie off the diagonal.",
        spec=matrix(
            shape,
            [
                {"row": row.text("label"), "column": row.text("predicted"), "value": row.value}
                for row in rows
            ],
        ),
        table=_confusion_table(rows),
    )


def _hits_table(rows: tuple[Row, ...]) -> Table:
    cells = {(row.text("label"), row.text("predicted")): row for row in rows}
    names = dict.fromkeys(name for key in cells for name in key if name is not None)

    def cell(gold: str | None, predicted: str | None) -> Prose:
        row = cells.get((gold, predicted))
        return ("-",) if row is None else (row.measure("count"),)

    return Table(
        id="behaviour-confusion-table",
        caption="Answers for each label; exact counts, so without intervals",
        columns=(
            Column("Label"),
            Column("Found", numeric=True, help="n is the number of examples with this gold label"),
            Column("Missed", numeric=True, help="n is the number with this gold label"),
            Column("Wrongly given", numeric=True, help="n is the number without this gold label"),
        ),
        rows=tuple(
            ((Code(name),), cell(name, name), cell(name, None), cell(None, name)) for name in names
        ),
        sortable=True,
        pdf_rows=30,
    )


def _confusion_table(rows: tuple[Row, ...]) -> Table:
    return Table(
        id="behaviour-confusion-table",
        caption="Confusion, largest counts first; exact counts, so without intervals",
        columns=(
            Column("Gold label"),
            Column("Predicted label"),
            Column("Examples", numeric=True, help="n is the number with that gold label"),
        ),
        rows=tuple(
            (
                (Code(row.text("label") or ""),),
                (Code(row.text("predicted") or ""),),
                (row.measure("count"),),
            )
            for row in ranked(rows, attrgetter("value"))
        ),
        sortable=True,
        pdf_rows=20,
    )
