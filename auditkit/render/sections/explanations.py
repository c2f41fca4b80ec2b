"""How well the explanations hold: do they add up, how sure are they, do methods agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.readings import are_all_single
from auditkit.render.blocks import (
    SECTIONS,
    Badge,
    Callout,
    Chart,
    Code,
    Column,
    Heading,
    Measure,
    Paragraph,
    Table,
)
from auditkit.render.chart_specs import Matrix, matrix
from auditkit.render.evidence_view import count, entry, method, metric, metric_row, metric_rows
from auditkit.render.explained_part import is_part_explained, over_drawn
from auditkit.render.single_units import single_units
from auditkit.render.wording import fill, listed, method_order, middle, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.inline import Style


AGREEMENT = ("agreement_spearman", "agreement_top_k", "agreement_sign")


KINDS = ("margin", "rollout", "control")
"""Kinds of pairs of methods: both explain the margin, or one is a rollout or a control."""
PRINTED_PAIRS = 15


class ExplanationsSection:
    """What is known about the explanations before any of them is shown."""

    title = "How well the explanations hold"
    order = 30

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return the missing trial, what was left out, completeness, standard errors and agreement."""
        methods = sorted(entry(audit, "methods") or (), key=method_order)
        yield _untested(audit, methods)
        yield from _left_out(audit)
        if is_part_explained(audit):
            yield Paragraph(over_drawn(audit))
        if methods:
            yield from _soundness(audit, methods)
        yield from _agreement(audit)


RESIDUAL = (
    "Shapley values, integrated gradients and ledgers should split the margin completely: base plus "
    "scores is the margin. What is left is the residual, printed and never spread over the "
    "scores. It is given here as |residual| / max(|margin - base|, 0.1). Lower is better. "
    "A small residual shows that the sum is right, not that the split among words is."
)
ENUMERATED = (
    "Every Shapley value was computed exactly, from all subsets of the words, so none has a standard "
    "error."
)
ONE_PLAYER = (
    "Every text is one unit, so its Shapley value is the whole change of the margin, whatever the model "
    "does inside the text. Nothing was compared, and none of these values is evidence about a word."
)
NO_PROOF = (
    "Agreement is not correctness: low agreement is common, and methods that agree can all "
    "mislead. Rollouts have no sign and random scores know nothing of the model, so their "
    "rows show what agreement looks like without an explanation of the margin."
)
TRIAL = (
    "A trial would remove or keep the words an explanation names and see whether the margin changes "
    "as the scores say, beside a random control. No such trial has been run on this model. The "
    "numbers below show whether the arithmetic is sound and whether methods agree, not that an "
    "explanation names what the model uses."
)


def _untested(audit: Audit, methods: list[str]) -> Callout:
    first = f"{method(audit, methods[0]).title}" if methods else "The first method of an example"
    return Callout(
        "limit",
        "Explanations have not yet been tested by a faithfulness trial",
        (
            (TRIAL,),
            (
                f"Shown first, by convention and not for having been found better: {first}, ",
                Badge("not yet tested on this model", "warn"),
            ),
        ),
    )


def _left_out(audit: Audit) -> Iterator[Block]:
    """Name what was asked for and the model cannot serve, each with its reason."""
    parts = entry(audit, "left_out") or ()
    if not parts:
        return
    yield Paragraph(
        fill(
            "Asked for and left out, because the model cannot serve it: {n}. No number of this report "
            "comes from what was left out.",
            n=count(audit, "counts", "left_out"),
        )
    )
    yield Table(
        id="explanations-left-out",
        caption="Left out, with the reason",
        columns=(Column("Left out"), Column("Why")),
        rows=tuple(((Code(str(one["method"])),), (str(one["reason"]),)) for one in parts),
    )


def _soundness(audit: Audit, methods: list[str]) -> Iterator[Block]:
    yield Heading("Do the scores add up, and how sure are they?", "explanations-sums")
    yield Paragraph((RESIDUAL,))
    yield from _errors(audit)
    silent = [name for name in methods if metric_row(audit, "evaluations_mean", label=name) is None]
    if silent:
        titles = listed([_absent(audit, name) for name in silent])
        yield Paragraph((f"Without scores on this model and data: {titles}.",))
    yield Table(
        id="explanations-methods",
        caption="Methods: sums, convergence, standard errors and cost. Medians, maxima and means are "
        "over explained decisions and have no interval",
        columns=(
            Column("Method"),
            Column("Residual, median", numeric=True, help="share of the change; lower is better"),
            Column("Residual, largest", numeric=True, help="share of the change; lower is better"),
            Column("Not converged", numeric=True, help="share of examples; lower is better"),
            Column("Standard error, median", numeric=True, help="relative to the scores' size"),
            Column("Evaluations, mean", numeric=True, help="rows the model evaluated per example"),
        ),
        rows=tuple(_method_row(audit, name) for name in methods if name not in silent),
    )


def _absent(audit: Audit, name: str) -> str:
    causal_only = name == "uniform_rollout" and not entry(audit, "model", "causal")
    return f"{method(audit, name).title}{' (for causal models only)' if causal_only else ''}"


def _errors(audit: Audit) -> Iterator[Block]:
    missed = metric_row(audit, "unconverged_share")
    if missed is not None and missed.value is not None:
        yield Paragraph(
            fill(
                "Share of examples on which integrated gradients missed the tolerance after the "
                "second try: {missed}.{marked}",
                missed=missed.estimate("percent"),
                marked=" They are marked." if missed.value else "",
            )
        )
    if metric_row(audit, "evaluations_mean", label="shap") is None:
        return
    error = metric_row(audit, "error_share", label="shap")
    if error is None or error.value is None:
        text: Prose = (ONE_PLAYER if are_all_single(audit.examples) else ENUMERATED,)
    else:
        text = fill(
            "Where Shapley values were estimated and not enumerated, the standard error of a "
            "token's score, as a share of the size of the scores, is {error} (root mean squares, "
            f"{middle(error.n)} over explained decisions, no interval). The estimate shows the noise of sampling, not whether "
            "blanking words is the right question.",
            error=error.measure("percent"),
        )
    yield Paragraph((*text, *single_units(audit)))


def _method_row(audit: Audit, name: str) -> tuple[Prose, ...]:
    def cell(metric_name: str, style: Style, digits: int | None = None) -> Prose:
        row = metric_row(audit, metric_name, label=name)
        if row is None:
            return ("-",)
        is_mean = metric_name in MEDIANS and middle(row.n) != "median"
        return (*(("mean ",) if is_mean else ()), row.measure(style, digits))

    return (
        (method(audit, name).title,),
        cell("residual_median", "percent", 3),
        cell("residual_max", "percent", 3),
        cell("unconverged_share", "percent"),
        cell("error_share", "percent"),
        cell("evaluations_mean", "number", 1),
    )


MEDIANS = ("residual_median", "error_share")
Pair = tuple[str, str]


def _agreement(audit: Audit) -> Iterator[Block]:
    rows = [row for name in AGREEMENT for row in metric_rows(audit, name, slice=None)]
    pairs = sorted(
        {(row.text("first") or "", row.text("second") or "") for row in rows},
        key=lambda pair: (KINDS.index(_kind(audit, pair)), _order(pair)),
    )
    yield Heading("Do methods agree?", "explanations-agreement")
    if not pairs:
        yield Paragraph(
            (
                (
                    "Agreement is undefined: fewer than two methods gave scores, or no text has words "
                    "to compare."
                ),
            )
        )
        return
    yield Paragraph((NO_PROOF,))
    yield _agreement_chart(audit, pairs)


def _order(pair: Pair) -> tuple[tuple[int, str], tuple[int, str]]:
    first, second = sorted(pair, key=method_order)
    return method_order(first), method_order(second)


def _titles(audit: Audit, pair: Pair) -> tuple[str, str]:
    first, second = sorted(pair, key=method_order)
    return method(audit, first).title, method(audit, second).title


def _of_pair(audit: Audit, name: str, pair: Pair, style: Style) -> Measure:
    return metric(audit, name, style, first=pair[0], second=pair[1])


def _agreement_chart(audit: Audit, pairs: list[Pair]) -> Chart:
    methods = sorted({name for pair in pairs for name in pair}, key=method_order)
    titles = tuple(method(audit, name).title for name in methods)
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
    values = {
        _titles(audit, pair): _of_pair(audit, "agreement_spearman", pair, "signed").value
        for pair in pairs
    }
    return Chart(
        id="explanations-agreement-chart",
        title="Mean rank correlation of word scores, by pair of methods",
        alt=_alt(values, len(methods)),
        spec=matrix(
            shape,
            [
                {"row": row, "column": column, "value": value}
                for (first, second), value in values.items()
                for row, column in ((first, second), (second, first))
            ],
        ),
        table=_agreement_table(audit, pairs),
    )


def _alt(values: dict[tuple[str, str], float | None], methods: int) -> str:
    known = sorted((value, listed(pair)) for pair, value in values.items() if value is not None)
    start = f"Matrix of {methods} methods by {methods} methods"
    if not known:
        return f"{start}; every correlation is undefined."
    (low, lowest), (high, highest) = known[0], known[-1]
    return (
        f"{start}; lowest for {lowest} at {plain(low, 'signed')}, highest for {highest} at "
        f"{plain(high, 'signed')}."
    )


def _agreement_table(audit: Audit, pairs: list[Pair]) -> Table:
    return Table(
        id="explanations-agreement-table",
        caption="Agreement by pair of methods: means over examples with 95% bootstrap intervals; "
        "higher is more alike",
        columns=(
            Column("First method"),
            Column("Second method"),
            Column("Rank correlation", numeric=True, help="Spearman, of signed word scores"),
            Column("Top words shared", numeric=True, help="of the top min(5, words) by |score|"),
            Column("Equal signs", numeric=True, help="among the top words of both"),
            Column("Kind", help="margin: both explain it"),
        ),
        rows=tuple(
            (
                *((title,) for title in _titles(audit, pair)),
                (_of_pair(audit, "agreement_spearman", pair, "signed"),),
                (_of_pair(audit, "agreement_top_k", pair, "percent"),),
                (_of_pair(audit, "agreement_sign", pair, "percent"),),
                (_kind(audit, pair),),
            )
            for pair in pairs
        ),
        sortable=True,
        pdf_rows=PRINTED_PAIRS,
    )


def _kind(audit: Audit, pair: Pair) -> str:
    kinds = {method(audit, name).kind for name in pair}
    if "control" in kinds:
        return "control"
    return "rollout" if "flow" in kinds else "margin"


SECTIONS.register("explanations")(ExplanationsSection())
