"""What the model decides: accuracy by slice beside its baseline, confusion, calibration."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.findings import FEW
from auditkit.evidence.readings import highest, how_many_exceed, lowest, reaches, side
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
from auditkit.render.chart_specs import intervals, reliability
from auditkit.render.confusion import confusion
from auditkit.render.evidence_view import (
    WHOLE_SET,
    is_labelled,
    metric,
    metric_row,
    metric_rows,
    problem,
    slices,
)
from auditkit.render.explained_part import is_part_explained, over_predicted
from auditkit.render.wording import fill, how_many, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose
    from auditkit.render.rows import Row

PLAIN = {"ece"}
"""Metrics that are printed as plain numbers; all others are shares, or means of them."""


class BehaviourSection:
    """Metrics over the set and its slices."""

    title = "Behaviour"
    order = 40

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:
        """Return metrics by slice, shares of labels, confusion and calibration."""
        if not is_labelled(audit):
            yield Callout(
                "limit",
                "No gold labels",
                (
                    (
                        (
                            "The data names no gold labels. Accuracy, confusion, calibration and "
                            "errors were not measured; what follows describes the answers alone."
                        ),
                    ),
                ),
            )
        if is_part_explained(audit):
            yield Paragraph(over_predicted(audit))
        yield from _by_slice(audit, medium)
        yield from _shares(audit)
        yield from confusion(audit)
        yield from _calibration(audit)


def _places(audit: Audit) -> tuple[str | None, ...]:
    return (None, *slices(audit))


def _named(place: str | None) -> str:
    return WHOLE_SET if place is None else place


def _by_slice(audit: Audit, medium: Medium) -> Iterator[Block]:
    names = [
        name
        for name in ("accuracy", "majority", "majority_gap", "macro_f1", "ece", "mean_confidence")
        if metric_rows(audit, name)
    ]
    if not names:
        return
    yield Heading("Metrics by slice", "behaviour-slices")
    if "accuracy" in names:
        yield Paragraph((_what_counts(audit),))
    table = _slice_table(audit, names)
    drawn = any(row.value is not None for row in metric_rows(audit, "accuracy"))
    if drawn and medium == "pdf":
        # On paper the table behind the chart is the whole one: nothing is printed twice.
        yield replace(_accuracy_chart(audit), table=table)
        return
    if drawn:
        yield _accuracy_chart(audit)
    yield table


def _what_counts(audit: Audit) -> str:
    right = (
        "the set of predicted labels equals the set of gold labels"
        if problem(audit) == "multi_label"
        else "the predicted label is the gold label"
    )
    return (
        f"An answer is right when {right}. The baseline always gives the most frequent gold answer "
        "of the slice. Intervals of shares are 95% Wilson intervals, the others 95% bootstrap "
        "intervals over examples; n is the number of observations behind each number. Differences "
        "between slices do not show what makes them differ. A model is not shown to be above the baseline "
        f"where the interval of the difference reaches 0; below {FEW} examples it is too few to say."
    )


_SLICE_COLUMNS: dict[str, Column] = {
    "accuracy": Column("Accuracy", numeric=True, help="higher is better"),
    "majority": Column("Majority baseline", numeric=True, help="share of the most frequent answer"),
    "majority_gap": Column(
        "Above the baseline", numeric=True, help="accuracy minus baseline, in the same resamples"
    ),
    "macro_f1": Column("Macro F1", numeric=True, help="higher is better"),
    "ece": Column("Calibration error", numeric=True, help="ECE, 15 bins; lower is better"),
    "mean_confidence": Column("Mean confidence", numeric=True, help="probability of the answer"),
}


def _slice_table(audit: Audit, names: list[str]) -> Table:
    def cell(name: str, place: str | None) -> Prose:
        row = metric_row(audit, name, slice=place)
        if row is None:
            return ("not measured",)
        if name == "majority_gap":
            return (row.measure("points"), *_above_baseline(row))
        return (row.measure("number", 3) if name in PLAIN else row.measure("percent"),)

    return Table(
        id="behaviour-slices-table",
        caption="Metrics over the whole set and by slice, with 95% intervals",
        columns=(Column("Slice"), *(_SLICE_COLUMNS[name] for name in names)),
        rows=tuple(
            ((_named(place),), *(cell(name, place) for name in names)) for place in _places(audit)
        ),
        sortable=True,
    )


def _above_baseline(row: Row) -> Prose:
    """Say where accuracy is not shown to be above what the most frequent answer reaches."""
    where = side(row.low, row.high, 0.0)
    if where == "unknown" or not reaches(row.n, FEW):
        return (" ", Badge("too few to say"))
    return () if where == "above" else (" ", Badge("not shown", "warn"))


def _accuracy_chart(audit: Audit) -> Chart:
    rows = [row for row in metric_rows(audit, "accuracy") if row.value is not None]
    values = [
        {
            "name": _named(row.text("slice")),
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "baseline": metric(audit, "majority", slice=row.text("slice")).value,
        }
        for row in rows
    ]
    names = [_named(row.text("slice")) for row in rows]
    worst = lowest(rows, attrgetter("value")) or rows[0]
    best = highest(rows, attrgetter("value")) or rows[0]
    return Chart(
        id="behaviour-accuracy-chart",
        title="Accuracy with 95% Wilson intervals, beside the majority baseline",
        alt=f"Accuracy of the whole set and {how_many(len(rows) - 1, 'slice')}: lowest "
        f"{plain(worst.value, 'percent')} in {_named(worst.text('slice'))}, highest "
        f"{plain(best.value, 'percent')} in {_named(best.text('slice'))}.",
        spec=intervals(values, names, ("slice", "accuracy", "majority baseline")),
        table=_accuracy_table(audit, rows),
    )


def _accuracy_table(audit: Audit, rows: list[Row]) -> Table:
    return Table(
        id="behaviour-accuracy-table",
        caption="Accuracy and majority baseline by slice",
        columns=(
            Column("Slice"),
            _SLICE_COLUMNS["accuracy"],
            _SLICE_COLUMNS["majority"],
        ),
        rows=tuple(
            (
                (_named(row.text("slice")),),
                (row.measure("percent"),),
                (metric(audit, "majority", "percent", slice=row.text("slice")),),
            )
            for row in rows
        ),
    )


def _shares(audit: Audit) -> Iterator[Block]:
    predicted = metric_rows(audit, "predicted_share", slice=None)
    if not predicted:
        return
    gold = bool(metric_rows(audit, "label_share", slice=None))
    names = dict.fromkeys(row.text("label") or "" for row in predicted)
    names |= dict.fromkeys(
        row.text("label") or "" for row in metric_rows(audit, "label_share", slice=None)
    )

    def cell(name: str, label: str) -> Prose:
        row = metric_row(audit, name, label=label)
        return ("-",) if row is None else (row.measure("percent"),)

    yield Heading("How often each label is given", "behaviour-shares")
    yield Table(
        id="behaviour-shares-table",
        caption="Share of examples with each label, 95% Wilson intervals",
        columns=(
            Column("Label"),
            Column("Answers", numeric=True),
            *((Column("Gold labels", numeric=True),) if gold else ()),
        ),
        rows=tuple(
            (
                (Code(label),),
                cell("predicted_share", label),
                *((cell("label_share", label),) if gold else ()),
            )
            for label in names
        ),
        sortable=True,
        pdf_rows=30,
    )


def _calibration(audit: Audit) -> Iterator[Block]:
    bins = metric_rows(audit, "reliability_accuracy", slice=None)
    error = metric_row(audit, "ece")
    if error is None or not bins:
        return
    yield Heading("Can stated probabilities be taken at face value?", "behaviour-calibration")
    yield Paragraph(
        fill(
            "The expected calibration error is {error}; lower is better. It is the mean distance "
            "between the two axes of the chart over 15 bins of equal width, weighted by the "
            "answers in each bin{unit}. It does not show calibration within a class, and it comes "
            "out too large when there are few examples.",
            unit=" (each label is one answer)" if problem(audit) == "multi_label" else "",
            error=error.estimate(digits=3),
        )
    )
    yield _reliability_chart(audit, bins)


def _reliability_chart(audit: Audit, bins: tuple[Row, ...]) -> Chart:
    pairs = [
        (row, metric(audit, "reliability_confidence", "percent", bin=row["bin"])) for row in bins
    ]
    values = [
        {
            "confidence": mean.value,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "n": row.n,
        }
        for row, mean in pairs
    ]
    above = how_many_exceed((mean.value, row.value) for row, mean in pairs)
    return Chart(
        id="behaviour-reliability-chart",
        title="Reliability: share of right answers by stated probability",
        alt=f"Reliability curve of {how_many(len(bins), 'bin')} with answers; in {above} of them the "
        "mean probability is above the share of right answers. The grey line is perfect "
        "calibration.",
        spec=reliability(values),
        table=_reliability_table(pairs),
    )


def _reliability_table(pairs: list[tuple[Row, Measure]]) -> Table:
    return Table(
        id="behaviour-reliability-table",
        caption="Reliability: bins that hold answers, 95% Wilson intervals",
        columns=(
            Column("Bin", numeric=True),
            Column("Mean probability", numeric=True),
            Column("Share right", numeric=True, help="n is the number of answers in the bin"),
        ),
        rows=tuple(((str(row["bin"]),), (mean,), (row.measure("percent"),)) for row, mean in pairs),
    )


SECTIONS.register("behaviour")(BehaviourSection())
