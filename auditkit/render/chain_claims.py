"""Claims about reasoning chains over the data set: how many, how links answered, beside their controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import Claim, Link
from auditkit.render.chain_rows import threshold
from auditkit.render.evidence_view import metric_row, metric_rows
from auditkit.render.wording import fill, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Inline, Prose
    from auditkit.render.evidence_view import Row

MORE = Link("Chains example by example", "cards")


def chain_claims(audit: Audit) -> tuple[Claim, ...]:
    """Return the claims; those without a number are left out."""
    found = (_grade(audit), _links(audit), _controls(audit))
    return tuple(claim for claim in found if claim is not None)


def _grade(audit: Audit) -> Claim | None:
    share = metric_row(audit, "chain_confirmed")
    if share is None:
        return None
    return Claim(
        id="claim-chains",
        title="How many decisions have a short chain",
        statement=fill(
            "Share of the examples drawn at random with a confirmed chain of at most {most} links: "
            "{share}. All others are graded “no short chain”: their flow is shown and nothing is "
            "claimed of it.",
            most=threshold(audit, "chain_links"),
            share=share.estimate("percent"),
        ),
        status="measured",
        does_not_show="That a confirmed chain is the only one, or all that the model did: other sets of "
        "links may pass the same tests, and most of the messages are in none.",
        evidence="metrics.parquet, row chain_confirmed; chains.parquet",
        more=MORE,
    )


def _links(audit: Audit) -> Claim | None:
    rows = {row.text("label"): row for row in metric_rows(audit, "link_verdict", slice=None)}
    if "confirmed" not in rows:
        return None
    told = (
        ("confirmed", "confirmed in size and sign"),
        ("not_shown_causal", "not shown causal"),
        ("contradicted", "contradicted"),
    )
    shares = [(f"{words}: ", rows[name].measure("percent")) for name, words in told if name in rows]
    return Claim(
        id="claim-links",
        title="Whether links do what their gradient predicts",
        statement=(
            (
                "The message of every link was put at its mean in the unchanged model. Shares of links, "
                "with intervals over texts: "
            ),
            *joined(shares, "; "),
            *_fit(audit),
            ".",
            *_of_confirmed(audit),
        ),
        status="measured",
        does_not_show="That a message means what its words mean: a link says that replacing it moves "
        "the margin. Nor that any other message would do what the mean does. Messages from the first "
        "token of causal models are no links; they are tested as one unit.",
        evidence="metrics.parquet, rows link_verdict, link_slope and link_correlation; links.parquet",
    )


def _of_confirmed(audit: Audit) -> Prose:
    clear, turned = metric_row(audit, "link_range_clear"), metric_row(audit, "link_other_sign")
    if clear is None or turned is None:
        return ()
    return fill(
        " Of the confirmed links, {clear} move the margin the same way with nearly all single reference "
        "texts in place of the mean; {turned} move it the other way than what they contribute, which is counted "
        "in common with all other messages.",
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
    ("chain_sufficiency", "the chain {value}"),
    ("chain_sufficiency_permuted", "the same shape at other words {value}"),
    ("chain_sufficiency_random", "as many links at random {value}"),
)


def _controls(audit: Audit) -> Claim | None:
    medians = [(words, metric_row(audit, name)) for name, words in CONTROLS]
    known = [fill(words, value=row.measure("percent")) for words, row in medians if row is not None]
    if not known:
        return None
    return Claim(
        id="claim-chain-controls",
        title="Chains beside their controls",
        statement=(
            (
                "Median share of the change from every message at its mean that is kept with all other "
                "messages at their mean: "
            ),
            *joined(known, "; "),
            ".",
            *_shuffled(audit),
        ),
        status="measured",
        does_not_show="That what is left out does nothing. Messages at their mean are no text that the "
        "model was trained on, and a share above 100% says that what was left out held the margin "
        "back. With "
        "shuffled weights changes are compared with the size of the audited model's margin: few confirmed links there say that "
        "effects of that size are gone, not that gradients predict them worse.",
        evidence="metrics.parquet, rows chain_sufficiency, chain_sufficiency_permuted, "
        "chain_sufficiency_random and chain_confirmed_shuffled",
    )


def _shuffled(audit: Audit) -> Prose:
    row: Row | None = metric_row(audit, "chain_confirmed_shuffled")
    if row is None:
        return ()
    return fill(
        " With the weights of the model shuffled the same links are a confirmed chain in {share} of "
        "the examples.",
        share=row.measure("percent"),
    )
