"""The part of a card about its chain: grade, a sentence for every link, tests, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import CANCELS, are_opposed, cancels
from auditkit.render.blocks import Badge, Code, Column, Measure, Table
from auditkit.render.chain_blocks import ChainPart, ChainStep, Route, RouteLink
from auditkit.render.chain_lead import lead
from auditkit.render.chain_rows import CONFIRMED, chain_of, links_of, threshold
from auditkit.render.evidence_view import entry, finite
from auditkit.render.wording import fill, joined

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.chain_rows import Place
    from auditkit.render.token_names import TokenNames

VERDICTS: dict[str, Badge] = {
    "confirmed": Badge("confirmed", "good"),
    "weaker": Badge("weaker than predicted", "warn"),
    "stronger": Badge("stronger than predicted", "warn"),
    "not_shown_causal": Badge("not shown causal", "plain"),
    "contradicted": Badge("contradicted", "bad"),
}
"""What the test of a link showed, in words."""
OTHER_WAY = Badge("other sign than it contributes", "warn")
"""What a link contributes counts messages in common; alone it may do the opposite."""

TITLES = {True: "Reasoning chain", False: "Flow of messages"}
GRADES = {True: Badge("Confirmed chain", "good"), False: Badge("No short chain", "plain")}
"""By whether the chain was confirmed."""


def verdict_badge(verdict: str) -> Badge:
    """Return a verdict in words; one that this version does not know keeps its name."""
    return VERDICTS.get(verdict, Badge(verdict))


def chain_part(audit: Audit, example_id: str, names: TokenNames, target: str) -> ChainPart | None:
    """Return what a card shows of an example's chain, None where none was tested.

    Args:
        audit: The audit.
        example_id: The example.
        names: Its tokens.
        target: What positive numbers support, in words.
    """
    chain = chain_of(audit, example_id)
    if chain is None:
        return None
    links = links_of(audit, example_id)
    confirmed = chain["grade"] == CONFIRMED
    anchor = f"ex-{example_id}"
    return ChainPart(
        id=f"{anchor}-chain",
        title=TITLES[confirmed],
        grade=GRADES[confirmed],
        lead=lead(audit, chain, [verdict_badge(link["verdict"]).text for link in links], target),
        steps=tuple(
            ChainStep(f"{anchor}-link-{number}", sentence(link, names))
            for number, link in enumerate(links, start=1)
        ),
        rest=_rest(chain),
        tests=_tests(audit, chain, f"{anchor}-tests"),
        route=_route(audit, links, names) if links else None,
        links=_table(links, names, f"{anchor}-links"),
        evidence=chain.cite("grade"),
    )


def sentence(link: Place, names: TokenNames) -> Prose:
    """Return one link in plain words, generated from its numbers."""
    key, query = names.name(link["key"]), names.name(link["query"])
    contributed = (
        fill("{key} contributes at its own place", key=key)
        if link["key"] == link["query"]
        else fill("{key} contributes to {query}", key=key, query=query)
    )
    others = () if finite(link["low"]) is None else _others(link)
    return fill(
        f"In layer {link['layer']}, {{contributed}}, most of all by head {{head}} ({{led}}, all heads {{whole}}). "
        "With this link at its mean the margin changed by {observed}{others}; its gradient predicted "
        "{predicted}: {verdict}{turned}",
        contributed=contributed,
        head=Code(f"{link['layer']}.{link['head']}"),
        led=link.number("head_relevance"),
        whole=link.number("relevance"),
        observed=link.turned("observed"),
        others=others,
        predicted=link.turned("foretold"),
        verdict=verdict_badge(link["verdict"]),
        turned=(" ", OTHER_WAY) if is_turned(link) else (),
    )


def is_turned(link: Place) -> bool:
    """Whether the test moved the margin the other way than what the link contributes would have it."""
    moves = link["verdict"] != "not_shown_causal"
    return moves and are_opposed(link["relevance"], link["observed"])


def _others(link: Place) -> Prose:
    return fill(
        " (with messages of {n} reference texts between {low} and {high})",
        n=link.number("n", "count", 0),
        low=link.turned("high"),
        high=link.turned("low"),
    )


def _spread(link: Place) -> Prose:
    if finite(link["low"]) is None:
        return ("\u2013",)
    return (link.number("low"), " to ", link.number("high"))


def _rest(chain: Place) -> tuple[Prose, ...]:
    told: list[Prose] = [
        fill(
            "Not shown: the other messages. All messages together contribute {signed}, which is the margin "
            "{value} less {empty}, the margin with every message at its mean. Without regard to sign "
            "they contribute {mass}.",
            signed=chain.number("signed"),
            value=chain.number("value"),
            empty=chain.number("empty"),
            mass=chain.number("mass", "number"),
        )
    ]
    if cancels(chain.cells):
        told.append(
            (
                Badge("shares mean little here", "warn"),
                (
                    f" Messages cancel: without regard to sign they contribute more than {CANCELS} times their "
                    "sum."
                ),
            )
        )
    if finite(chain["sink"]) is not None:
        told.append(
            fill(
                "Messages from the first token are one unit, a sink, and part of no link. With all of "
                "them at their mean the margin changed by {sink}.",
                sink=chain.turned("sink"),
            )
        )
    return tuple(told)


def _tests(audit: Audit, chain: Place, anchor: str) -> Table:
    kept, gone = (
        (threshold(audit, f"chain_{name}_percent"), "%") for name in ("sufficiency", "necessity")
    )
    shape = _listed(chain.entries("permuted", "percent", 0))
    drawn = _listed(chain.entries("random", "percent", 0))
    return Table(
        id=anchor,
        caption="Tests of all links together, as shares of the change of the margin from every message "
        "at its mean to the text as it is",
        columns=(Column("Test"), Column("Result", numeric=True), Column("Threshold")),
        rows=(
            (
                ("Kept with every other message at its mean (sufficiency)",),
                (chain.number("sufficiency", "percent", 0),),
                ("at least ", *kept, ", and more than each of the same shape"),
            ),
            (
                ("Gone with these links at their mean (necessity)",),
                (chain.number("necessity", "percent", 0),),
                ("at least ", *gone),
            ),
            (
                ("Kept by the same shape at other words",),
                shape,
                ("each less than the sufficiency",),
            ),
            (("Kept by as many links drawn at random",), drawn, ("no line: for comparison",)),
        ),
    )


def _listed(values: tuple[Measure, ...]) -> Prose:
    return joined([(value,) for value in values], " \u00b7 ") if values else ("\u2013",)


def _route(audit: Audit, links: list[Place], names: TokenNames) -> Route:
    tokens = sorted({link[end] for link in links for end in ("key", "query")})
    column = {token: at for at, token in enumerate(tokens)}
    layers = entry(audit, "model", "layers") or 1 + max(link["layer"] for link in links)
    return Route(
        tokens=tuple(names.label(token) for token in tokens),
        gaps=tuple(at for at in range(1, len(tokens)) if tokens[at] > tokens[at - 1] + 1),
        layers=int(layers),
        links=tuple(
            RouteLink(
                link["layer"],
                column[link["query"]],
                column[link["key"]],
                link["relevance"],
                link["verdict"],
            )
            for link in links
        ),
    )


def _table(links: list[Place], names: TokenNames, anchor: str) -> Table:
    return Table(
        id=anchor,
        caption="The links in numbers; a positive fall of the margin supports the target",
        columns=(
            Column("Link", numeric=True),
            Column("Layer", numeric=True),
            Column("From"),
            Column("Into"),
            Column("Contributes", numeric=True),
            Column("Largest head"),
            Column("Of it", numeric=True),
            Column("Fall predicted", numeric=True, help="by the gradient"),
            Column("Fall observed", numeric=True, help="with the message at its mean"),
            Column(
                "With reference texts", numeric=True, help="95% of the falls with their messages"
            ),
            Column("Verdict"),
        ),
        rows=tuple(
            (
                (str(number),),
                (str(link["layer"]),),
                names.name(link["key"]),
                names.name(link["query"]),
                (link.number("relevance"),),
                (Code(f"{link['layer']}.{link['head']}"),),
                (link.number("head_relevance"),),
                (link.number("foretold"),),
                (link.number("observed"),),
                _spread(link),
                (verdict_badge(link["verdict"]),),
            )
            for number, link in enumerate(links, start=1)
        ),
        folded=True,
    )
