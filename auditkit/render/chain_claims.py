"""Claims about tested routes over the data set: how many, how links answered, beside their controls."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import DEEP
from auditkit.evidence.readings import lowest
from auditkit.records import Verdict
from auditkit.render.blocks import Claim, Link
from auditkit.render.chain_rows import threshold
from auditkit.render.chain_words import VERDICTS
from auditkit.render.evidence_view import metric_row, metric_rows
from auditkit.render.wording import fill, joined, middle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Inline, Prose
    from auditkit.render.rows import Row

MORE = Link("Tested routes example by example", "cards")


def chain_claims(audit: Audit) -> tuple[Claim, ...]:
    """Return the claims; those without a number are left out."""
    found = (_grade(audit), _links(audit), _controls(audit))
    return tuple(claim for claim in found if claim is not None)


def _grade(audit: Audit) -> Claim | None:
    share = metric_row(audit, "chain_confirmed")
    if share is None:
        return None
    depth = _depth(audit)
    rows = "rows chain_confirmed, chain_deep and chain_depth" if depth else "row chain_confirmed"
    return Claim(
        id="claim-chains",
        title="How many decisions have a confirmed route",
        statement=fill(
            "Share of the examples drawn at random with a confirmed route of at most {most} links: "
            "{share}. Of all others the links are shown, each with its test, and nothing is claimed of "
            "them together.{depth}",
            most=threshold(audit, "chain_links"),
            share=share.estimate("percent"),
            depth=depth,
        ),
        status="measured",
        does_not_show="That a confirmed route is the only one, or all that the model did: other sets of "
        "links may pass the same tests, and most of the messages are in none.",
        evidence=f"metrics.parquet, {rows}; chains.parquet",
        more=MORE,
    )


def _depth(audit: Audit) -> Prose:
    deep, median = metric_row(audit, "chain_deep"), metric_row(audit, "chain_depth")
    if deep is None or median is None:
        return ()
    return fill(
        f" Of the confirmed routes {{deep}} have a depth of at least {DEEP}, which is when they are called "
        "chains: what a word sends reaches what the classifier reads through other positions. The "
        f"{middle(median.n)} depth is {{median}}.",
        deep=deep.measure("percent"),
        median=median.measure("number", 1),
    )


def _links(audit: Audit) -> Claim | None:
    rows = {row.text("label"): row for row in metric_rows(audit, "link_verdict", slice=None)}
    if Verdict.CONFIRMED not in rows:
        return None
    signs = "link_sign_kept" if metric_row(audit, "link_sign_kept") else "link_range_clear"
    shares = [
        (f"{VERDICTS[name].text} ", rows[name].measure("percent")) for name in TOLD if name in rows
    ]
    return Claim(
        id="claim-links",
        title="Whether links do what their gradient predicts",
        statement=(
            (
                "The message of every link was replaced by the average one in the unchanged model. Shares "
                "of links, with intervals over texts: "
            ),
            *joined(shares, "; "),
            *_fit(audit),
            ".",
            *_of_confirmed(audit),
        ),
        status="measured",
        does_not_show="That a message means what its words mean: a link says that replacing it moves "
        "the margin. Nor that any other message would do what the average one does. Messages from the "
        "first token of causal models are no links; they are tested as one unit.",
        evidence=f"metrics.parquet, rows link_verdict, link_slope, link_correlation and {signs}; "
        "links.parquet",
    )


TOLD = (Verdict.CONFIRMED, Verdict.OTHER_EFFECT, Verdict.NOT_CAUSAL, Verdict.CONTRADICTED)
"""The verdicts that the claim names; the table below it has all."""


def _of_confirmed(audit: Audit) -> Prose:
    """Return what the verdict leaves open; older evidence says it in two other numbers."""
    kept, clear = metric_row(audit, "link_sign_kept"), metric_row(audit, "link_range_clear")
    turned = metric_row(audit, "link_other_sign")
    if kept is not None:
        return fill(
            " Of the links with an effect as predicted, {kept} keep its sign with the message of every single "
            "reference text in place of the average one.",
            kept=kept.measure("percent"),
        )
    if clear is None or turned is None:
        return ()
    return fill(
        " Of the links with an effect as predicted, {clear} move the margin the same way with nearly all "
        "single reference texts in place of the average message; {turned} move it the other way than what "
        "they contribute.",
        clear=clear.measure("percent"),
        turned=turned.measure("percent"),
    )


def _fit(audit: Audit) -> Iterator[Inline]:
    named = (
        ("link_slope", ". Observed on predicted change: slope "),
        ("link_correlation", ", correlation "),
    )
    for name, words in named:
        row = metric_row(audit, name)
        if row is not None:
            yield words
            yield row.measure("signed")


CONTROLS = (
    ("chain_sufficiency", "the route {value}"),
    ("chain_sufficiency_permuted", "the same shape at other words {value}"),
    ("chain_sufficiency_random", "as many links at random {value}"),
)


def _controls(audit: Audit) -> Claim | None:
    medians = [(words, metric_row(audit, name)) for name, words in CONTROLS]
    known = [(words, row) for words, row in medians if row is not None]
    fewest = lowest([row for _, row in known], attrgetter("n"))
    if fewest is None:
        return None
    return Claim(
        id="claim-chain-controls",
        title="Tested routes beside their controls",
        statement=(
            (
                f"{middle(fewest.n).capitalize()} share of the change from every message replaced by the average one that is "
                "kept with all other messages replaced: "
            ),
            *joined([fill(words, value=row.measure("percent")) for words, row in known], "; "),
            ".",
            *_shuffled(audit),
        ),
        status="measured",
        does_not_show="That what is left out does nothing. Average messages are no text that the "
        "model was trained on, and a share above 100% says that what was left out held the margin "
        "back. With shuffled weights changes are compared with the size of the audited model's margin: few "
        "links with an effect as predicted there say that effects of that size are gone, not that gradients "
        "predict them worse.",
        evidence="metrics.parquet, rows chain_sufficiency, chain_sufficiency_permuted, "
        "chain_sufficiency_random and chain_confirmed_shuffled",
    )


def _shuffled(audit: Audit) -> Prose:
    row: Row | None = metric_row(audit, "chain_confirmed_shuffled")
    if row is None:
        return ()
    return fill(
        " With the weights of the model shuffled the same links are a confirmed route in {share} of "
        "the examples.",
        share=row.measure("percent"),
    )
