"""Where attention heads look: a matrix per statistic and one table of all heads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditkit.evidence.readings import span
from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Chart,
    Column,
    Heading,
    Measure,
    Paragraph,
    Table,
)
from auditkit.render.chart_specs import Matrix, bottom_of, matrix, top_above
from auditkit.render.explained_part import over_drawn
from auditkit.render.rows import rows_of, table_of
from auditkit.render.wording import STATISTICS, how_many, plain, statistic_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.rows import Row
    from auditkit.render.wording import StatisticText

OF_CHAINS = frozenset(("confirmed_chain",))
"""Statistics of heads that the section on tested routes shows."""
Head = tuple[int, int]
ByHead = dict[Head, dict[str, "Row"]]


class HeadsSection:
    """Head statistics over the set."""

    title = "Attention heads"
    order = 50

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:
        """Return a chart per statistic and the table of heads; nothing without heads."""
        every = rows_of(audit.heads, "heads")
        rows = tuple(row for row in every if row.text("statistic") not in OF_CHAINS)
        if not rows:
            return
        heads: ByHead = {}
        for row in rows:
            key = (row["layer"], row["head"])
            heads.setdefault(key, {})[row["statistic"]] = row
        statistics = _ordered({row["statistic"] for row in rows})
        yield from _introduction(audit, rows, len(heads))
        for statistic in statistics:
            yield _chart(statistic, heads)
        if medium == "html":
            yield Heading("All heads", "heads-all")
            yield _table(statistics, heads)


def _ordered(names: set[str]) -> tuple[str, ...]:
    known = tuple(name for name in STATISTICS if name in names)
    return (*known, *sorted(names - set(known)))


def _introduction(audit: Audit, rows: tuple[Row, ...], heads: int) -> Iterator[Block]:
    low, high = span(row.n for row in rows)
    examples = f"n = {low}" if low == high else f"n = {low} to {high}, by statistic"
    yield Callout(
        "limit",
        "Descriptive: shows where heads look, not why the model decided",
        (
            (
                (
                    "A head that looks at a token need not pass anything on from it. No number of this "
                    "section was tested by changing a head and watching the margin."
                ),
                *_silenced(audit),
            ),
        ),
    )
    yield Paragraph(
        (
            (
                f"Statistics of {how_many(heads, 'head')} over the examples that define them ({examples}). Each "
                "value is the mean over the positions of an example, then over examples, with a 95% "
                "interval by bootstrap over examples. Padding never enters. Layers and heads are "
                "counted from 0; layer 0 is the one next to the input."
            ),
            *over_drawn(audit),
        )
    )


def _silenced(audit: Audit) -> Prose:
    """Say where heads were changed, if any were: not in this section."""
    if "silence" not in table_of(audit, "pokes")["kind"].unique().to_pylist():
        return ()
    return (
        " Single heads of tested chains were silenced: the cards of examples shown in detail say what that did.",
    )


def _chart(statistic: str, heads: ByHead) -> Chart:
    text = statistic_text(statistic)
    rows = {head: own[statistic] for head, own in heads.items() if statistic in own}
    known = [row.value for row in rows.values()]
    low = bottom_of(known)
    layers, columns = _axes(rows)
    shape = Matrix(
        columns=tuple(str(head) for head in columns),
        rows=tuple(str(layer) for layer in layers),
        column_title="head",
        row_title="layer",
        value_title=text.title.lower(),
        low=low,
        high=text.top or top_above(known, low),
        are_shares=text.style == "percent",
    )
    return Chart(
        id=f"heads-{statistic}-chart",
        title=f"{text.title}, by layer and head",
        alt=_alt(text, rows),
        spec=matrix(
            shape,
            [
                {"row": str(layer), "column": str(head), "value": row.value}
                for (layer, head), row in sorted(rows.items())
            ],
        ),
        table=_matrix_table(statistic, rows),
    )


def _axes(rows: Mapping[Head, Row]) -> tuple[list[int], list[int]]:
    return sorted({layer for layer, _ in rows}), sorted({head for _, head in rows})


def _alt(text: StatisticText, rows: Mapping[Head, Row]) -> str:
    layers, heads = _axes(rows)
    known = sorted(
        (row.value, f"{layer}.{head}")
        for (layer, head), row in rows.items()
        if row.value is not None
    )
    start = f"{text.title}: matrix of {how_many(len(layers), 'layer')} by {how_many(len(heads), 'head')}"
    if not known:
        return f"{start}; every value is undefined."
    undefined = len(rows) - len(known)
    ending = f"; undefined for {how_many(undefined, 'head')}" if undefined else ""
    return (
        f"{start}; lowest {plain(known[0][0], text.style)} at head {known[0][1]}, highest "
        f"{plain(known[-1][0], text.style)} at head {known[-1][1]}{ending}."
    )


def _matrix_table(statistic: str, rows: Mapping[Head, Row]) -> Table:
    text = statistic_text(statistic)
    layers, heads = _axes(rows)

    def cell(layer: int, head: int) -> Prose:
        row = rows.get((layer, head))
        if row is None:
            return ("-",)
        return (Measure(row.value, row.cite("value"), digits=text.digits, style=text.style),)

    return Table(
        id=f"heads-{statistic}-table",
        caption=f"{text.title}: {text.reads}. Intervals and n: heads.parquet",
        columns=(
            Column("Layer", numeric=True),
            *(Column(f"Head {head}", numeric=True) for head in heads),
        ),
        rows=tuple(((str(layer),), *(cell(layer, head) for head in heads)) for layer in layers),
    )


def _table(statistics: tuple[str, ...], heads: ByHead) -> Table:
    numbers = {row.n for own in heads.values() for row in own.values()}
    same = len(numbers) == 1

    def cell(own: Mapping[str, Row], statistic: str) -> Prose:
        row = own.get(statistic)
        if row is None:
            return ("-",)
        text = statistic_text(statistic)
        return (replace(row.measure(text.style, text.digits), n=None if same else row.n),)

    return Table(
        id="heads-table",
        caption="All heads and statistics, with 95% bootstrap intervals over n examples"
        + (f"; n = {numbers.pop()} in every cell" if same else ""),
        columns=(
            Column("Layer", numeric=True),
            Column("Head", numeric=True),
            *(
                Column(statistic_text(name).title, numeric=True, help=statistic_text(name).reads)
                for name in statistics
            ),
        ),
        rows=tuple(
            (
                (str(layer),),
                (str(head),),
                *(cell(own, statistic) for statistic in statistics),
            )
            for (layer, head), own in sorted(heads.items())
        ),
        sortable=True,
        pdf_rows=24,
    )


SECTIONS.register("heads")(HeadsSection())
