"""How well the explanations hold: do they add up, how sure are they, do methods agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import (
    SECTIONS,
    Badge,
    Callout,
    Chart,
    Column,
    Heading,
    Measure,
    Paragraph,
    Table,
)
from auditkit.render.charts import Matrix, matrix
from auditkit.render.evidence_view import entry, metric, metric_row, metric_rows
from auditkit.render.wording import fill, listed, method_order, method_text, method_title, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.evidence_view import Row


class ExplanationsSection:
    """What is known about the explanations before any of them is shown."""

    title = "How well the explanations hold"
    order = 30

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the missing trial, completeness, standard errors and agreement."""
        yield _untested()
        methods = sorted(entry(audit, "methods") or (), key=method_order)
        if methods:
            yield from _soundness(audit, methods)
        yield from _agreement(audit)


def _untested() -> Callout:
    return Callout(
        "limit",
        "Explanations have not yet stood a faithfulness trial",
        (
            (
                "A trial would remove or keep the words an explanation names and see whether the "
                "margin changes as the scores say, beside a random control. No such trial has been "
                "run on this model. The numbers below show whether the arithmetic is sound and "
                "whether methods agree, not that an explanation names what the model uses.",
            ),
            (
                "Shapley values (SHAP) are shown first by convention, not for having been found "
                "better: ",
                Badge("not yet tested on this model", "warn"),
                ".",
            ),
        ),
    )


def _soundness(audit: Audit, methods: list[str]) -> Iterator[Block]:
    yield Heading("Do the scores add up, and how sure are they?", "explanations-sums")
    yield Paragraph(
        (
            "Integrated gradients and Shapley values should split the margin completely: base plus "
            "scores is the margin. What is left is the residual, printed and never spread over the "
            "scores. It is given here as |residual| / max(|margin - base|, 0.1). Lower is better. "
            "A small residual shows that the sum is right, not that the split among words is.",
        )
    )
    yield from _errors(audit)
    yield Table(
        id="explanations-methods",
        caption="Methods: sums, convergence, standard errors and cost. Medians, maxima and means "
        "over examples, without intervals",
        columns=(
            Column("Method"),
            Column("Residual, median", numeric=True, help="share of the change; lower is better"),
            Column("Residual, largest", numeric=True, help="share of the change; lower is better"),
            Column("Not converged", numeric=True, help="share of examples; lower is better"),
            Column("Standard error, median", numeric=True, help="relative to the scores' size"),
            Column("Evaluations, mean", numeric=True, help="rows the model evaluated per example"),
        ),
        rows=tuple(_method_row(audit, method) for method in methods),
    )


def _errors(audit: Audit) -> Iterator[Block]:
    missed = metric_row(audit, "unconverged_share")
    if missed is not None and missed.value is not None:
        yield Paragraph(
            fill(
                "Integrated gradients missed their tolerance after the second try on {missed} of "
                "the examples; these are marked.",
                missed=missed.estimate("percent"),
            )
        )
    error = metric_row(audit, "error_share", label="shap")
    if error is None or error.value is None:
        text: Prose = (
            "Shapley values carry no standard error here: each was computed exactly, or none was "
            "computed.",
        )
    else:
        text = fill(
            "Where Shapley values were estimated and not enumerated, the standard error of a "
            "token's score is {error} of the size of the scores (root mean squares, median over "
            "examples, no interval). The estimate shows the noise of sampling, not whether "
            "blanking words is the right question.",
            error=error.measure("percent"),
        )
    yield Paragraph(text)


def _method_row(audit: Audit, method: str) -> tuple[Prose, ...]:
    def cell(name: str, style: str, digits: int = 2) -> Prose:
        row = metric_row(audit, name, label=method)
        if row is None:
            return ("-",)
        return (metric(audit, name, style, digits, label=method),)  # type: ignore[arg-type]

    return (
        (method_title(method),),
        cell("residual_median", "percent"),
        cell("residual_max", "percent"),
        cell("unconverged_share", "percent"),
        cell("error_share", "percent"),
        cell("evaluations_mean", "number", 1),
    )


def _agreement(audit: Audit) -> Iterator[Block]:
    rows = metric_rows(audit, "agreement_spearman", slice=None)
    yield Heading("Do methods agree?", "explanations-agreement")
    if not rows:
        yield Paragraph(("Agreement was not measured: fewer than two methods were run.",))
        return
    yield Paragraph(
        (
            "Agreement is not correctness: low agreement is common, and methods that agree can all "
            "mislead. Rollouts have no sign and random scores know nothing of the model, so their "
            "rows show what agreement looks like without an explanation of the margin.",
        )
    )
    yield _agreement_chart(audit, rows)


def _agreement_chart(audit: Audit, rows: tuple[Row, ...]) -> Chart:
    names = {name for row in rows for name in (row.text("first") or "", row.text("second") or "")}
    methods = sorted(names, key=method_order)
    titles = tuple(method_title(name) for name in methods)
    shape = Matrix(
        columns=titles,
        rows=titles,
        column_title="method",
        row_title="method",
        value_title="rank correlation",
        low=-1.0,
        diverging=True,
        numbers=".2f",
    )
    return Chart(
        id="explanations-agreement-chart",
        title="Mean rank correlation of word scores, by pair of methods",
        alt=_alt(rows, methods),
        spec=matrix(shape, _both_halves(rows)),
        table=_agreement_table(audit, rows),
    )


def _both_halves(rows: tuple[Row, ...]) -> list[dict[str, object]]:
    cells: list[dict[str, object]] = []
    for row in rows:
        first, second = (method_title(row.text(side) or "") for side in ("first", "second"))
        cells.append({"row": first, "column": second, "value": row.value})
        cells.append({"row": second, "column": first, "value": row.value})
    return cells


def _alt(rows: tuple[Row, ...], methods: list[str]) -> str:
    known = sorted((row for row in rows if row.value is not None), key=lambda row: row.value or 0)
    start = f"Matrix of {len(methods)} methods by {len(methods)} methods"
    if not known:
        return f"{start}; every correlation is undefined."

    def said(row: Row) -> str:
        pair = listed([method_title(row.text(side) or "") for side in ("first", "second")])
        return f"{pair} at {plain(row.value, 'signed')}"

    return f"{start}; lowest {said(known[0])}, highest {said(known[-1])}."


def _agreement_table(audit: Audit, rows: tuple[Row, ...]) -> Table:
    def other(name: str, row: Row) -> Measure:
        return metric(
            audit, name, "percent", first=row.text("first"), second=row.text("second")
        )

    return Table(
        id="explanations-agreement-table",
        caption="Agreement by pair of methods: means over examples with 95 % bootstrap intervals; "
        "higher is more alike",
        columns=(
            Column("First method"),
            Column("Second method"),
            Column("Rank correlation", numeric=True, help="Spearman, of signed word scores"),
            Column("Top words shared", numeric=True, help="of the top min(5, words) by |score|"),
            Column("Equal signs", numeric=True, help="among the top words of both"),
            Column("Kind"),
        ),
        rows=tuple(
            (
                (method_title(row.text("first") or ""),),
                (method_title(row.text("second") or ""),),
                (row.measure("signed"),),
                (other("agreement_top_k", row),),
                (other("agreement_sign", row),),
                (_kind(row),),
            )
            for row in rows
        ),
        sortable=True,
    )


def _kind(row: Row) -> str:
    kinds = {method_text(row.text(side) or "").kind for side in ("first", "second")}
    if "control" in kinds:
        return "with the random control"
    return "with a rollout" if "flow" in kinds else "both explain the margin"


SECTIONS.register("explanations")(ExplanationsSection())
