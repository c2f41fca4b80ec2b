"""Tested routes over the data set: grades, depth, verdicts, predictions, controls, what recurs, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.readings import FEW_RANKED
from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Claims,
    Heading,
    Link,
    Paragraph,
)
from auditkit.render.chain_claims import chain_claims
from auditkit.render.chain_rows import has_chains
from auditkit.render.chain_tables import (
    by_slice,
    controls,
    depths,
    predictions,
    recurring_heads,
    recurring_steps,
    thresholds,
    verdicts,
)
from auditkit.render.evidence_view import count, metric_row, metric_rows, why_left_out
from auditkit.render.explained_part import drawn_examples, is_part_explained
from auditkit.render.wording import fill, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose


class ChainsSection:
    """What the tests of links and routes showed."""

    title = "Tested routes"
    order = 60

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return claims, tables and the chart; one sentence where no route was tested."""
        if not has_chains(audit):
            yield Paragraph((_none(audit),))
            return
        yield Paragraph(_question(audit))
        claims = chain_claims(audit)
        if claims:
            yield Claims(claims)
        yield LIMITS
        yield from _numbers(audit)


NONE = (
    "No route was tested in this audit: none was asked for, or no text has a word whose messages could be "
    "followed."
)


def _none(audit: Audit) -> str:
    """Say why there are no chains."""
    reason = why_left_out(audit, "chains")
    if reason is not None:
        return f"No route was tested in this audit; routes were left out: {reason}."
    return NONE


LIMITS = Callout(
    "limit",
    "What a tested route does not show",
    (
        (
            (
                "A confirmed route is one short set of messages that passed these tests. It is not the "
                "only one, and it is not shown to be the whole of what the model did."
            ),
        ),
        (
            (
                "What messages contribute, against the average message, adds up exactly, and that alone says "
                "nothing about cause: the tests beside it do, and only for this replacement. Feed-forward "
                "parts are not tested by themselves, and messages from the first token of causal models only "
                "as one unit."
            ),
        ),
        (
            "The ledger is not claimed to name words better than other methods; ",
            Link("they stand beside each other", "explanations"),
            ".",
        ),
    ),
)


def _question(audit: Audit) -> Prose:
    sampled, texts = (count(audit, "chains", name) for name in ("sampled", "reference_texts"))
    return fill(
        "Asked: do a few messages between tokens account for a decision, and does the unchanged model change "
        "as predicted when one of them is replaced? All shares are over a random sample of {sampled} "
        f"{plural(sampled.value, 'example')}{{part}} "
        "and leave out those that are there only for being shown in detail. The average message, which "
        f"replaces another, is taken over {{texts}} {plural(texts.value, 'text')} of {_source(audit)}.",
        sampled=sampled,
        part=fill(" of {drawn}", drawn=drawn_examples(audit)) if is_part_explained(audit) else (),
        texts=texts,
    )


def _source(audit: Audit) -> str:
    named = audit.manifest.get("fingerprint", {}).get("reference") is not None
    return "a file named for them" if named else "the evaluation set"


def _numbers(audit: Audit) -> Iterator[Block]:
    yield Heading("Grades", "chains-by-grade")
    yield by_slice(audit)
    of_depth = depths(audit)
    if of_depth is not None:
        yield of_depth
    yield thresholds(audit)
    yield Heading("Links: observed and predicted", "chains-links")
    if metric_row(audit, "link_verdict") is not None:
        yield verdicts(audit)
    chart = predictions(audit)
    if chart is not None:
        yield chart
    yield Heading("Controls", "chains-beside")
    yield controls(audit)
    if metric_rows(audit, "chain_step", slice=None):
        yield Heading("What recurs in confirmed routes", "chains-recurring")
        tables = [table for table in (recurring_heads(audit), recurring_steps(audit)) if table]
        yield from tables
        if not tables:
            yield Paragraph((TOO_FEW,))


TOO_FEW = f"Too few confirmed routes to say: fewer than {FEW_RANKED}."


SECTIONS.register("chains")(ChainsSection())
