"""Tables and the chart of tested routes over the data set."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.readings import FEW_RANKED, ranked, reaches
from auditkit.render.blocks import Chart, Code, Column, Link, Table
from auditkit.render.chain_rows import sampled_links, threshold
from auditkit.render.chain_words import VERDICTS, verdict_badge
from auditkit.render.chart_specs import scatter
from auditkit.render.evidence_view import WHOLE_SET, metric_row, metric_rows
from auditkit.render.rows import IN_CHAINS, finite, rows_of
from auditkit.render.wording import how_many, middle, plain, plural

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row

DRAWN = 1000
"""Most links that the chart draws: the first in the order of the evidence."""
TOP = 10

LINES: tuple[tuple[str, str, str], ...] = (
    ("chain_links", "", "Most links of a tested route"),
    ("link_change_percent", "%", "Least change that counts, as a share of |s|"),
    ("link_effect_percent", "%", "Least observed change, as a share of what the link contributes"),
    ("link_ratio_percent", "%", "Largest ratio of observed to predicted change, or the other way"),
    ("chain_sufficiency_percent", "%", "Least share that a confirmed route keeps alone"),
    ("chain_necessity_percent", "%", "Least share that goes with a confirmed route"),
)
"""Key of the configuration, unit, what it is the threshold of."""

NAMES: dict[str, tuple[str, str]] = {
    "chain_sufficiency": ("Kept by the route alone", "sufficiency, {middle}"),
    "chain_necessity": ("Gone with the route", "necessity, {middle}"),
    "chain_sufficiency_permuted": (
        "Kept by the same shape at other words",
        "{middle} over examples of the mean of five",
    ),
    "chain_sufficiency_random": (
        "Kept by as many links at random",
        "{middle} over examples of the mean of five",
    ),
    "chain_confirmed_shuffled": (
        "Routes confirmed with shuffled weights",
        "share of examples, same links",
    ),
    "link_confirmed_shuffled": (
        "Links with an effect as predicted with shuffled weights",
        "share of links",
    ),
}
"""Metric -> what it is, and how it is taken; ``middle`` is called by how many it is of."""


def thresholds(audit: Audit) -> Table:
    """Return the thresholds as the configuration has them; those that older evidence lacks are left out."""
    return Table(
        id="chains-thresholds",
        caption="Thresholds, from the configuration of this audit",
        columns=(Column("Threshold"), Column("Value", numeric=True)),
        rows=tuple(
            (((f"{words} (", Code(key), ")")), (threshold(audit, key), unit))
            for key, unit, words in LINES
            if key in audit.config
        ),
    )


def by_slice(audit: Audit) -> Table:
    """Return the share of confirmed routes over the set and by slice."""
    return Table(
        id="chains-grades",
        caption="Examples drawn at random with a confirmed route. 95% Wilson intervals",
        columns=(Column("Slice"), Column("Confirmed route", numeric=True)),
        rows=tuple(
            ((row.text("slice") or WHOLE_SET,), (row.measure("percent"),))
            for row in metric_rows(audit, "chain_confirmed")
        ),
    )


def depths(audit: Audit) -> Table | None:
    """Return how deep confirmed routes are, None where no depth is known."""
    rows = metric_rows(audit, "chain_depth_share", slice=None)
    if not rows:
        return None
    return Table(
        id="chains-depths",
        caption="Depth of the confirmed routes: the most messages between different positions on a way from a word "
        "to what the classifier reads. 95% Wilson intervals",
        columns=(Column("Depth", numeric=True), Column("Share of confirmed routes", numeric=True)),
        rows=tuple(((row.text("label") or "",), (row.measure("percent"),)) for row in rows),
    )


def verdicts(audit: Audit) -> Table:
    """Return the share of links by verdict."""
    rows = {row.text("label") or "": row for row in metric_rows(audit, "link_verdict", slice=None)}
    order = [*(name for name in VERDICTS if name in rows), *sorted(set(rows) - set(VERDICTS))]
    return Table(
        id="chains-verdicts",
        caption="Verdicts of the links of these examples, with 95% bootstrap intervals over texts",
        columns=(Column("Verdict"), Column("Share of links", numeric=True)),
        rows=tuple(((verdict_badge(name),), (rows[name].measure("percent"),)) for name in order),
    )


def controls(audit: Audit) -> Table:
    """Return tested routes beside their controls."""
    found = [(text, metric_row(audit, name)) for name, text in NAMES.items()]
    return Table(
        id="chains-controls",
        caption="Tested routes beside routes of the same shape at other words, random links, and the same "
        "links in a copy of the model with shuffled weights",
        columns=(Column("What"), Column("How it is taken"), Column("Value", numeric=True)),
        rows=tuple(
            ((title,), (how.format(middle=middle(row.n)),), (row.measure("percent"),))
            for (title, how), row in found
            if row is not None
        ),
    )


def recurring_heads(audit: Audit) -> Table | None:
    """Return the heads that are the largest of a link in most confirmed routes, None without any."""
    rows = [row for row in rows_of(audit.heads, "heads") if row.value]
    rows = [
        row for row in rows if row.text("statistic") == IN_CHAINS and reaches(row.n, FEW_RANKED)
    ]
    top = ranked(rows, attrgetter("value"))[:TOP]
    if not top:
        return None
    return Table(
        id="chains-heads",
        caption=f"Heads that recur: the {len(top)} that {plural(len(top), 'is', 'are')} the largest head of a link in most of the "
        "confirmed routes. 95% Wilson intervals, chosen after looking at all heads",
        columns=(Column("Head"), Column("Share of confirmed routes", numeric=True)),
        rows=tuple((_head(row), (row.measure("percent"),)) for row in top),
    )


def _head(row: Row) -> Prose:
    return (Code(f"{row['layer']}.{row['head']}"),)


def recurring_steps(audit: Audit) -> Table | None:
    """Return the kinds of steps that occur in most confirmed routes, None without any."""
    rows = metric_rows(audit, "chain_step", slice=None)
    rows = tuple(row for row in rows if reaches(row.n, FEW_RANKED))
    top = ranked(rows, attrgetter("value"))[:TOP]
    if not top:
        return None
    return Table(
        id="chains-steps",
        caption=f"Steps that recur: the {len(top)} most frequent of {len(rows)} kinds in confirmed "
        "routes. 95% Wilson intervals, chosen after looking at all of them",
        columns=(
            Column("Layer", numeric=True),
            Column("From"),
            Column("Into"),
            Column("Share of confirmed routes", numeric=True),
        ),
        rows=tuple(
            (
                (row.text("label") or "",),
                (Code(row.text("first") or ""),),
                (Code(row.text("second") or ""),),
                (row.measure("percent"),),
            )
            for row in top
        ),
    )


def predictions(audit: Audit) -> Chart | None:
    """Return observed against predicted changes of the margin, None without links."""
    known = [link for link in sampled_links(audit) if _drawable(link)]
    links = known[:DRAWN]
    if not links:
        return None
    fits = [(words, metric_row(audit, name)) for name, words in FITS]
    told = ", ".join(f"{words} {plain(row.value)}" for words, row in fits if row is not None)
    n = f"n = {how_many(len(known), 'link')}"
    return Chart(
        id="chains-predictions",
        title=f"Observed against predicted change of the margin, link by link ({told or 'no fit'}; {n})",
        alt=f"Scatter of {how_many(len(links), 'link')}: the change of the margin with the average message in place of the "
        f"link's against the change that its gradient predicted, with the line of equality; {told or 'no fit'}.",
        spec=scatter(
            [
                {
                    "predicted": link.turned("foretold").value,
                    "observed": link.turned("observed").value,
                    "verdict": verdict_badge(link["verdict"]).text,
                }
                for link in links
            ],
            tuple(badge.text for badge in VERDICTS.values()),
        ),
        table=_links_table(links, len(known)),
    )


FITS = (("link_slope", "slope"), ("link_correlation", "r"))


def _drawable(link: Row) -> bool:
    return finite(link["foretold"]) is not None and finite(link["observed"]) is not None


def _links_table(links: list[Row], known: int) -> Table:
    cut = f"; the first {len(links)} of {known}, the others are in links.parquet"
    return Table(
        id="chains-predictions-table",
        caption="Changes of the margin predicted by the gradient, and observed with the average message in "
        "place of the link's" + (cut if known > len(links) else ""),
        columns=(
            Column("Example"),
            Column("Link", numeric=True),
            Column("Layer", numeric=True),
            Column("Predicted", numeric=True),
            Column("Observed", numeric=True),
            Column("Verdict"),
        ),
        rows=tuple(
            (
                (Link(link["example_id"], f"ex-{link['example_id']}"),),
                (str(link["rank"] + 1),),
                (str(link["layer"]),),
                (link.turned("foretold", digits=3),),
                (link.turned("observed", digits=3),),
                (verdict_badge(link["verdict"]).text,),
            )
            for link in links
        ),
        sortable=True,
        pdf_rows=TOP,
    )
