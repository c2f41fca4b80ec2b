"""Tables and the chart of reasoning chains over the data set."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.readings import ranked
from auditkit.render.blocks import Chart, Code, Column, Link, Table
from auditkit.render.chain_part import VERDICTS, verdict_badge
from auditkit.render.chain_rows import sampled_links, threshold
from auditkit.render.chart_specs import scatter
from auditkit.render.evidence_view import WHOLE_SET, finite, metric_row, metric_rows, rows_of
from auditkit.render.wording import plain

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.chain_rows import Place
    from auditkit.render.evidence_view import Row

DRAWN = 1000
"""Most links that the chart draws: the first in the order of the evidence."""
TOP = 10
IN_CHAINS = "confirmed_chain"
"""The head statistic."""

LINES: tuple[tuple[str, str, str], ...] = (
    ("chain_links", "", "Most links of a chain"),
    ("link_change_percent", "%", "Least change that counts, as a share of |s|"),
    ("link_ratio_percent", "%", "Largest ratio of observed to predicted change, or the other way"),
    ("chain_sufficiency_percent", "%", "Least share that a confirmed chain keeps alone"),
    ("chain_necessity_percent", "%", "Least share that goes with a confirmed chain"),
)
"""Key of the configuration, unit, what it draws the line for."""

NAMES: dict[str, tuple[str, str]] = {
    "chain_sufficiency": ("Kept by the chain alone", "sufficiency, median"),
    "chain_necessity": ("Gone with the chain", "necessity, median"),
    "chain_sufficiency_permuted": (
        "Kept by the same shape at other words",
        "median over examples of the mean of five",
    ),
    "chain_sufficiency_random": (
        "Kept by as many links at random",
        "median over examples of the mean of five",
    ),
    "chain_confirmed_shuffled": (
        "Confirmed with shuffled weights",
        "share of examples, same links",
    ),
    "link_confirmed_shuffled": ("Links confirmed with shuffled weights", "share of links"),
}
"""Metric -> what it is, and how it is taken."""


def thresholds(audit: Audit) -> Table:
    """Return where the lines are drawn, as the configuration has them."""
    return Table(
        id="chains-thresholds",
        caption="Thresholds, from the configuration of this audit",
        columns=(Column("Threshold"), Column("Value", numeric=True)),
        rows=tuple(
            (((f"{words} (", Code(key), ")")), (threshold(audit, key), unit))
            for key, unit, words in LINES
        ),
    )


def by_slice(audit: Audit) -> Table:
    """Return the share of confirmed chains over the set and by slice."""
    return Table(
        id="chains-grades",
        caption="Examples drawn at random with a confirmed chain; all others have no short chain. "
        "95% Wilson intervals",
        columns=(Column("Slice"), Column("Confirmed chain", numeric=True)),
        rows=tuple(
            ((row.text("slice") or WHOLE_SET,), (row.measure("percent"),))
            for row in metric_rows(audit, "chain_confirmed")
        ),
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
    """Return chains beside their controls."""
    found = [(text, metric_row(audit, name)) for name, text in NAMES.items()]
    return Table(
        id="chains-controls",
        caption="Chains beside chains of the same shape at other words, random links, and the same "
        "links in a copy of the model with shuffled weights",
        columns=(Column("What"), Column("How it is taken"), Column("Value", numeric=True)),
        rows=tuple(
            ((title,), (how,), (row.measure("percent"),))
            for (title, how), row in found
            if row is not None
        ),
    )


def recurring_heads(audit: Audit) -> Table | None:
    """Return the heads that contribute most of a link in most confirmed chains, None without any."""
    rows = [row for row in rows_of(audit.heads, "heads.parquet") if row.value]
    rows = [row for row in rows if row.text("statistic") == IN_CHAINS]
    top = ranked(rows, attrgetter("value"))[:TOP]
    if not top:
        return None
    return Table(
        id="chains-heads",
        caption=f"Heads that recur: the {len(top)} that contribute the largest part of a link in most of the "
        "confirmed chains. 95% Wilson intervals, chosen after looking at all heads",
        columns=(Column("Head"), Column("Share of confirmed chains", numeric=True)),
        rows=tuple((_head(row), (row.measure("percent"),)) for row in top),
    )


def _head(row: Row) -> Prose:
    return (Code(f"{row.columns['layer']}.{row.columns['head']}"),)


def recurring_steps(audit: Audit) -> Table | None:
    """Return the kinds of steps that occur in most confirmed chains, None without any."""
    rows = metric_rows(audit, "chain_step", slice=None)
    top = ranked(rows, attrgetter("value"))[:TOP]
    if not top:
        return None
    return Table(
        id="chains-steps",
        caption=f"Steps that recur: the {len(top)} most frequent of {len(rows)} kinds in confirmed "
        "chains. 95% Wilson intervals, chosen after looking at all of them",
        columns=(
            Column("Layer", numeric=True),
            Column("From"),
            Column("Into"),
            Column("Share of confirmed chains", numeric=True),
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
    """Return observed against predicted falls of the margin, None without links."""
    known = [link for link in sampled_links(audit) if _drawable(link)]
    links = known[:DRAWN]
    if not links:
        return None
    fits = [(words, metric_row(audit, name)) for name, words in FITS]
    told = ", ".join(f"{words} {plain(row.value)}" for words, row in fits if row is not None)
    n = f"n = {len(known)} links"
    return Chart(
        id="chains-predictions",
        title=f"Observed against predicted fall of the margin, link by link ({told or 'no fit'}; {n})",
        alt=f"Scatter of {len(links)} links: the fall of the margin with the link at its mean against the "
        f"fall that its gradient predicted, with the line of equality; {told or 'no fit'}.",
        spec=scatter(
            [
                {
                    "foretold": link["foretold"],
                    "observed": link["observed"],
                    "verdict": verdict_badge(link["verdict"]).text,
                }
                for link in links
            ],
            tuple(badge.text for badge in VERDICTS.values()),
        ),
        table=_links_table(links, len(known)),
    )


FITS = (("link_slope", "slope"), ("link_correlation", "r"))


def _drawable(link: Place) -> bool:
    return finite(link["foretold"]) is not None and finite(link["observed"]) is not None


def _links_table(links: list[Place], known: int) -> Table:
    cut = f"; the first {len(links)} of {known}, the others are in links.parquet"
    return Table(
        id="chains-predictions-table",
        caption="Falls of the margin predicted by the gradient and observed with the message at its mean"
        + (cut if known > len(links) else ""),
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
                (link.number("foretold", digits=3),),
                (link.number("observed", digits=3),),
                (verdict_badge(link["verdict"]).text,),
            )
            for link in links
        ),
        sortable=True,
        pdf_rows=TOP,
    )
