"""How the report names what tests of links and routes showed: on cards, in tables, in pictures, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import DEEP
from auditkit.evidence.readings import reaches
from auditkit.records import Grade, Verdict
from auditkit.render.inline import Badge

if TYPE_CHECKING:
    from auditkit.render.rows import Row


VERDICTS: dict[str, Badge] = {
    Verdict.CONFIRMED: Badge("effect as predicted", "good"),
    Verdict.WEAKER: Badge("weaker than predicted", "warn"),
    Verdict.STRONGER: Badge("stronger than predicted", "warn"),
    Verdict.OTHER_EFFECT: Badge("unlike what it contributes", "warn"),
    Verdict.NOT_CAUSAL: Badge("hardly any effect", "plain"),
    Verdict.CONTRADICTED: Badge("opposite to predicted", "bad"),
}
"""What replacing the message of a link showed, in the order of tables and legends."""

ROUTE, DIRECT, CHAIN = "Tested route", "Direct route", "Reasoning chain"
CONFIRMED_ROUTE, CONFIRMED_CHAIN = (
    Badge("Confirmed route", "good"),
    Badge("Confirmed chain", "good"),
)
NOT_CONFIRMED = Badge("Not confirmed", "plain")

VERDICT_WORDS = {verdict: badge.text for verdict, badge in VERDICTS.items()}
"""What the test of a link showed, in words alone."""


def verdict_badge(verdict: str) -> Badge:
    """Return a verdict in words; one that this version does not know keeps its name."""
    return VERDICTS.get(verdict, Badge(verdict))


def sign_badge(link: Row) -> Badge | None:
    """Return for how many reference texts an effect keeps its sign; None where that was not counted."""
    kept, texts = link["same_sign"], link["n"]
    if kept is None:
        return None
    counts = (" for ", link.number("same_sign", "count", 0), " of ", link.number("n", "count", 0))
    if kept == texts:
        return Badge("same sign", "good", (*counts, " reference texts"))
    return Badge("depends on the reference text, same sign", "warn", counts)


def route_title(chain: Row) -> str:
    """Return what the links of an example are called: a chain only where a confirmed one is deep.

    Evidence from before depth was stored has tested routes alone.
    """
    depth = chain["depth"]
    if chain["grade"] != Grade.CONFIRMED or depth is None:
        return ROUTE
    return CHAIN if reaches(depth, DEEP) else DIRECT


def grade_badge(chain: Row) -> Badge:
    """Return whether the links of an example are confirmed, in words."""
    if chain["grade"] != Grade.CONFIRMED:
        return NOT_CONFIRMED
    return CONFIRMED_CHAIN if route_title(chain) == CHAIN else CONFIRMED_ROUTE
