"""What stands above a tested route: its grade in words, its depth, what its links showed, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import (
    Depth,
    Lines,
    Missed,
    depth_of,
    exceeds_the_whole,
    missed_tests,
    opposes,
)
from auditkit.evidence.readings import as_share, tally
from auditkit.records import Grade
from auditkit.render.blocks import Badge
from auditkit.render.chain_rows import threshold
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row


DEPTHS: dict[Depth, str] = {
    "none": "no link brings what a word sends to another position on to what the classifier reads",
    "direct": "what a word sends goes straight to what the classifier reads, through no position in between",
    "deep": "that many messages, from one position to another, make the longest way from a word to what the classifier reads",
}
"""What a depth means."""

MISSED: dict[Missed, str] = {
    "moves_little": "all messages together hardly move the margin",
    "opposes": "all messages together work against the decision",
    "keeps_little": "alone they keep too little",
    "loses_little": "too little goes with them",
    "no_better": "the same shape at other words keeps as much",
}
"""What the links did not pass together."""


def lead(audit: Audit, chain: Row, verdicts: Sequence[str], target: str) -> tuple[Prose, ...]:
    """Return the paragraphs.

    Args:
        audit: The audit.
        chain: Its row.
        verdicts: Of its links, in words.
        target: What positive numbers support, in words.
    """
    confirmed = chain["grade"] == Grade.CONFIRMED
    told = [_confirmed(chain, len(verdicts)) if confirmed else _none(audit, chain, verdicts)]
    if opposes(chain.cells):
        told.append(_against(chain))
    if verdicts:
        told += [*_depth(chain), (_one_by_one(verdicts),), (_reads(target),)]
    return tuple(told)


def _confirmed(chain: Row, links: int) -> Prose:
    beyond = exceeds_the_whole(chain.cells)
    return fill(
        "With every message replaced by the average one the margin is {empty}; untouched it is {value}. Of "
        f"that change these {links} links alone keep {{kept}}, and {{gone}} goes with them."
        + (" A share above 100% says that other messages work against these." if beyond else ""),
        empty=chain.number("empty"),
        value=chain.number("value"),
        kept=chain.number("sufficiency", "percent", 0),
        gone=chain.number("necessity", "percent", 0),
    )


def _none(audit: Audit, chain: Row, verdicts: Sequence[str]) -> Prose:
    missed = "; ".join(MISSED[name] for name in missed_tests(chain.cells, _lines(audit)))
    tested = (
        "The links below, grown one by one from what the classifier reads, did not pass the tests as a "
        f"whole{f' ({missed})' if missed else ''}. Each was tested by itself; together they are not "
        "shown to account for this decision."
    )
    return fill(
        "{shown} The most links that a route may have here is {most}.",
        most=threshold(audit, "chain_links"),
        shown=tested if verdicts else "No link contributes enough of the margin to be tested.",
    )


def _lines(audit: Audit) -> Lines:
    return Lines(
        change=as_share(threshold(audit, "link_change_percent").value),
        sufficiency=as_share(threshold(audit, "chain_sufficiency_percent").value),
        necessity=as_share(threshold(audit, "chain_necessity_percent").value),
    )


def _against(chain: Row) -> Prose:
    return (
        Badge("works against the decision", "warn"),
        *fill(
            ": all messages together bring the margin nearer to zero or past it, from {empty} with every "
            "message replaced by the average one to {value}. Shares are of that change, so the links show "
            "what opposes the decision and not what it rests on.",
            empty=chain.number("empty"),
            value=chain.number("value"),
        ),
    )


def _depth(chain: Row) -> tuple[Prose, ...]:
    """Return how far the links bring what a word sends; nothing where the evidence does not say."""
    depth = depth_of(chain.cells)
    if depth is None:
        return ()
    return (
        fill(f"Its depth is {{depth}}: {DEPTHS[depth]}.", depth=chain.number("depth", "count", 0)),
    )


def _one_by_one(verdicts: Sequence[str]) -> str:
    counts = ", ".join(f"{words} ({count})" for words, count in tally(verdicts).items())
    return f"Tested one by one, the {len(verdicts)} links showed: {counts}."


def _reads(target: str) -> str:
    return (
        f"A message with a positive contribution supports {target}; replacing it should lower the margin. "
        "Layers, heads and words are counted from 0."
    )
