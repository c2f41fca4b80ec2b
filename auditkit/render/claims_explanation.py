"""Claims of the summary about explanations, coverage and attention heads."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.readings import highest, how_many_above, lowest, span
from auditkit.render.blocks import Badge, Claim, Code, Link
from auditkit.render.evidence_view import (
    count,
    entry,
    explains_margin,
    flag_counts,
    method,
    metric_row,
    metric_rows,
)
from auditkit.render.explained_part import coverage_in_full
from auditkit.render.rows import rows_of
from auditkit.render.single_units import single_units
from auditkit.render.wording import (
    COUNTS,
    fill,
    joined,
    listed,
    method_order,
    middle,
    plural,
)

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row

MAJORITY = 0.5
"""Share of the weight that is more than half of it, where it is above."""
MORE = Link("How well the explanations hold", "explanations")


def completeness_claim(audit: Audit) -> Claim:
    """Return whether scores add up to what they explain, and that no trial was run."""
    medians = _by_method(metric_rows(audit, "residual_median", slice=None))
    missed = metric_row(audit, "unconverged_share")
    statement: Prose = ("No method was run whose scores should add up to the margin.",)
    if medians:
        statement = fill(
            "Base plus scores should give the margin. What is missing, as a share of the change "
            "explained (no interval): {sums}.",
            sums=joined([_sum(audit, row) for row in medians], "; "),
        )
    if missed is not None and missed.value is not None:
        statement += fill(
            " Share of examples on which integrated gradients missed its tolerance: {missed}.",
            missed=missed.measure("percent"),
        )
    return Claim(
        id="claim-completeness",
        title="Whether explanations add up",
        statement=(
            *statement,
            *single_units(audit),
            " Whether the scores name what the model uses: ",
            Badge("not yet tested", "warn"),
        ),
        status="measured" if medians else "not yet tested",
        does_not_show="That the scores name what the model uses. Sums can be exact and the split "
        "among words misleading; no faithfulness trial was run.",
        evidence="metrics.parquet, rows residual_median, residual_max and unconverged_share",
        more=MORE,
    )


def _by_method(rows: tuple[Row, ...]) -> list[Row]:
    known = [row for row in rows if row.value is not None]
    return sorted(known, key=lambda row: method_order(row.text("label") or ""))


def _sum(audit: Audit, median: Row) -> Prose:
    largest = metric_row(audit, "residual_max", label=median.text("label"))
    return fill(
        f"{{method}}: {middle(median.n)} {{median}}{{largest}}",
        method=method(audit, median.text("label") or "").title,
        median=median.measure("percent", 2),
        largest=()
        if largest is None
        else fill(", largest {largest}", largest=largest.measure("percent", 2)),
    )


def agreement_claim(audit: Audit) -> Claim:
    """Return how far methods that explain the margin agree."""
    pairs = [
        row
        for row in metric_rows(audit, "agreement_spearman", slice=None)
        if row.value is not None and explains_margin(audit, row.text("first"), row.text("second"))
    ]
    return Claim(
        id="claim-agreement",
        title="Whether methods of explanation agree",
        statement=_agreement(audit, pairs)
        if pairs
        else (
            (
                "Agreement is undefined: fewer than two methods explain the margin, or no text has "
                "enough words to rank."
            ),
        ),
        status="measured" if pairs else "not yet tested",
        does_not_show="Which method is right. Methods can agree and all mislead, and methods that "
        "answer different questions may disagree without fault.",
        evidence="metrics.parquet, rows agreement_spearman and agreement_top_k",
        more=MORE,
    )


def _agreement(audit: Audit, pairs: list[Row]) -> Prose:
    lead = next((row for row in pairs if _names(row) == {"shap", "integrated_gradients"}), pairs[0])
    least = lowest(pairs, attrgetter("value")) or lead
    shared = metric_row(
        audit, "agreement_top_k", first=lead.text("first"), second=lead.text("second")
    )
    statement = fill(
        "{pair} rank the words of a text with a mean rank correlation of {value}: 1 is the same "
        "order, 0 no relation, \u22121 the reverse.",
        pair=_pair(audit, lead),
        value=lead.measure("signed"),
    )
    if shared is not None and shared.value is not None:
        statement += fill(
            " Of the words that each scores highest (5 at most), the share named by both is {shared}.",
            shared=shared.measure("percent"),
        )
    if least is not lead:
        statement += fill(
            f" Of the {len(pairs)} pairs of methods that explain the margin, {{pair}} agree least: "
            "{value}.",
            pair=_pair(audit, least),
            value=least.measure("signed"),
        )
    return statement


def _names(row: Row) -> set[str | None]:
    return {row.text("first"), row.text("second")}


def _pair(audit: Audit, row: Row) -> str:
    names = sorted((row.text("first") or "", row.text("second") or ""), key=method_order)
    return " and ".join(method(audit, name).title for name in names)


def coverage_claim(audit: Audit) -> Claim:
    """Return how many rows and examples were not, or not fully, audited."""
    flags = flag_counts(audit)
    rows = count(audit, "data", "rows_in_file")
    told = [
        fill(f"examples {COUNTS[name]}: {{n}}", n=count(audit, "counts", name)) for name in flags
    ]
    ending: Prose = (" No example has a flag.",)
    if told:
        ending = (
            " Audited with a limit, or not at all (an example may count more than once): ",
            *joined(told, "; "),
            ".",
        )
    return Claim(
        id="claim-coverage",
        title="What was not audited",
        statement=(
            *fill(
                f"The data file has {{rows}} {plural(rows.value, 'row')}. Audited: {{audited}}. Left out: {{left}}. "
                "{explained}",
                rows=rows,
                audited=count(audit, "data", "audited"),
                left=count(audit, "data", "not_audited"),
                explained=coverage_in_full(audit),
            ),
            *ending,
            *_parts_left_out(audit),
        ),
        status="measured",
        does_not_show="Whether rows that were left out, and text that was cut off, resemble what "
        "was audited. These are exact counts, so they have no interval.",
        evidence="manifest.json, data and counts",
        more=Link("Model, data, environment", "system"),
    )


def _parts_left_out(audit: Audit) -> Prose:
    """Name what was asked for and the model cannot serve."""
    parts = [(Code(str(one["method"])),) for one in entry(audit, "left_out") or ()]
    if not parts:
        return ()
    return fill(
        " Parts of the audit left out because the model cannot serve them: {n} ({names}); {link}.",
        n=count(audit, "counts", "left_out"),
        names=joined(parts),
        link=Link("the reasons", "explanations"),
    )


def heads_claim(audit: Audit) -> Claim | None:
    """Return where heads look, at a glance; None when no head statistic is defined."""
    rows = [row for row in rows_of(audit.heads, "heads") if row.value is not None]
    told = [
        sentence
        for sentence in (
            _majority_of_weight(rows),
            _strongest(rows, "previous_share", "the token right before"),
        )
        if sentence
    ]
    if not told:
        return None
    return Claim(
        id="claim-heads",
        title="Where attention heads look",
        statement=(*joined(told, " "), " Heads are named layer.head, from 0."),
        status="measured",
        does_not_show="Why the model decided. Attention shows where heads look, not what moves the "
        "margin; the strongest head was picked after looking at all of them.",
        evidence="heads.parquet, rows special_share, first_share and previous_share",
        more=Link("Attention heads", "heads"),
    )


def _majority_of_weight(rows: list[Row]) -> Prose:
    told, counted = [], []
    for statistic, target in (
        ("special_share", "special tokens"),
        ("first_share", "the first token"),
    ):
        own = [row for row in rows if row.text("statistic") == statistic]
        if own:
            heads = how_many_above((row.value for row in own), MAJORITY)
            told.append(f"on {target} in {heads} of {len(own)} heads")
            counted += own
    if not told:
        return ()
    return fill(
        "More than half of the weight lands {where} (means over the examples, {examples}; no "
        "interval on these counts).",
        where=listed(told),
        examples=_examples(counted),
    )


def _examples(rows: list[Row]) -> str:
    low, high = span(row.n for row in rows)
    return f"n = {low}" if low == high else f"n = {low} to {high}"


def _strongest(rows: list[Row], statistic: str, target: str) -> Prose:
    own = [row for row in rows if row.text("statistic") == statistic]
    top = highest(own, attrgetter("value"))
    if top is None:
        return ()
    return fill(
        f"The head with the most weight on {target} is {{head}}: {{share}}.",
        head=Code(f"{top['layer']}.{top['head']}"),
        share=top.measure("percent"),
    )
