"""The part of a card about its tested route: grade, a sentence for every link, tests, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import (
    CANCELS,
    Depth,
    Lines,
    Missed,
    cancels,
    depth_of,
    exceeds_the_whole,
    missed_tests,
    opposes,
)
from auditkit.evidence.readings import as_share, tally
from auditkit.records import Grade
from auditkit.render.blocks import Badge, Code, Column, Measure, Table
from auditkit.render.chain_blocks import ChainPart, ChainStep, Route, RouteLink
from auditkit.render.chain_rows import chain_of, links_of, threshold
from auditkit.render.chain_words import grade_badge, route_title, sign_badge, verdict_badge
from auditkit.render.evidence_view import entry
from auditkit.render.rows import finite
from auditkit.render.wording import fill, how_many, joined, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.rows import Row
    from auditkit.render.token_names import TokenNames


DEPTHS: dict[Depth, str] = {
    "none": "no link with its effect as predicted brings what a word sends on to what the classifier reads",
    "direct": "through links with their effect as predicted, what a word sends goes straight to what the classifier reads",
    "deep": "that many messages, each with its effect as predicted, make the longest way from a word to what the classifier reads",
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


def chain_part(audit: Audit, example_id: str, names: TokenNames, target: str) -> ChainPart | None:
    """Return what a card shows of an example's tested route, None where none was tested.

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
    anchor = f"ex-{example_id}"
    return ChainPart(
        id=f"{anchor}-chain",
        title=route_title(chain),
        grade=grade_badge(chain),
        lead=_lead(audit, chain, [verdict_badge(link["verdict"]).text for link in links], target),
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


def _lead(audit: Audit, chain: Row, verdicts: Sequence[str], target: str) -> tuple[Prose, ...]:
    """Return what stands above the links: the grade in words, their depth, what they showed.

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
        f"that change {plural(links, 'this link alone keeps', f'these {links} links alone keep')} {{kept}}, and {{gone}} "
        f"goes with {plural(links, 'it', 'them')}."
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
    return f"Tested one by one, the {how_many(len(verdicts), 'link')} showed: {counts}."


def _reads(target: str) -> str:
    return (
        f"A message with a positive contribution supports {target}; replacing it should lower the margin. "
        "Layers, heads and words are counted from 0."
    )


def sentence(link: Row, names: TokenNames) -> Prose:
    """Return one link in plain words, what its test showed first; every number of the evidence.

    All changes are those of the margin, never its fall.
    """
    key, query = names.name(link["key"]), names.name(link["query"])
    sent = (
        fill("{key} sends to its own place", key=key)
        if link["key"] == link["query"]
        else fill("{key} sends to {query}", key=key, query=query)
    )
    return fill(
        f"Replacing what {{sent}} in layer {link['layer']} by the average message changed the margin by "
        "{observed} (predicted {predicted}): {verdict}. {others}The message contributes {whole} against the "
        "average message; its largest head is {head} ({led}).",
        sent=sent,
        observed=link.turned("observed"),
        predicted=link.turned("foretold"),
        verdict=verdict_badge(link["verdict"]),
        others=() if finite(link["low"]) is None else _others(link),
        whole=link.number("relevance"),
        head=Code(f"{link['layer']}.{link['head']}"),
        led=link.number("head_relevance"),
    )


def _others(link: Row) -> Prose:
    """Return what messages of single reference texts did in place of the average one."""
    badge = sign_badge(link)
    every = finite(link["most"]) is not None
    return fill(
        f"Messages of {{n}}single reference texts changed it by {{low}} to {{high}} ({EVERY if every else MIDDLE})"
        "{badge}. ",
        n=(link.number("n", "count", 0), " ") if badge is None else (),
        low=link.turned("most" if every else "high"),
        high=link.turned("least" if every else "low"),
        badge=() if badge is None else (", ", badge),
    )


EVERY, MIDDLE = "the smallest to the largest", "the middle 95% of them"
"""What a range over reference texts holds; older evidence has the second alone."""


def _spread(link: Row) -> Prose:
    if finite(link["low"]) is None:
        return ("\u2013",)
    return (link.turned("high"), " to ", link.turned("low"))


def _signs(link: Row) -> Prose:
    if link["same_sign"] is None:
        return ("\u2013",)
    return (link.number("same_sign", "count", 0), " of ", link.number("n", "count", 0))


def _rest(chain: Row) -> tuple[Prose, ...]:
    told: list[Prose] = [
        fill(
            "Not shown: the other messages. All messages together contribute {signed} against the average "
            "message: the margin {value} less {empty}, the margin with every message replaced by the average "
            "one. Without regard to sign they contribute {mass}.",
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
                    f": messages cancel. Without regard to sign they contribute more than {CANCELS} times "
                    "their sum."
                ),
            )
        )
    if finite(chain["sink"]) is not None:
        told.append(
            fill(
                "Messages from the first token are one unit, a sink, and part of no link. Replacing all of "
                "them by the average message changed the margin by {sink}.",
                sink=chain.turned("sink"),
            )
        )
    return tuple(told)


def _tests(audit: Audit, chain: Row, anchor: str) -> Table:
    kept, gone = (
        (threshold(audit, f"chain_{name}_percent"), "%") for name in ("sufficiency", "necessity")
    )
    shape = _listed(chain.entries("permuted", "percent", 0))
    drawn = _listed(chain.entries("random", "percent", 0))
    return Table(
        id=anchor,
        caption="Tests of all links together, as shares of the change of the margin from every message "
        "replaced by the average one to the text as it is",
        columns=(Column("Test"), Column("Result", numeric=True), Column("Threshold")),
        rows=(
            (
                ("Kept with every other message replaced (sufficiency)",),
                (chain.number("sufficiency", "percent", 0),),
                ("at least ", *kept, ", and more than each of the same shape"),
            ),
            (
                ("Gone with these links replaced (necessity)",),
                (chain.number("necessity", "percent", 0),),
                ("at least ", *gone),
            ),
            (
                ("Kept by the same shape at other words",),
                shape,
                ("each less than the sufficiency",),
            ),
            (("Kept by as many links drawn at random",), drawn, ("no threshold: for comparison",)),
        ),
    )


def _listed(values: tuple[Measure, ...]) -> Prose:
    return joined([(value,) for value in values], " \u00b7 ") if values else ("\u2013",)


def _route(audit: Audit, links: list[Row], names: TokenNames) -> Route:
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


def _table(links: list[Row], names: TokenNames, anchor: str) -> Table:
    return Table(
        id=anchor,
        caption="The links in numbers: by how much the margin changed when the message was replaced, and what "
        "the link contributes, where positive supports the target",
        columns=(
            Column("Link", numeric=True),
            Column("Layer", numeric=True, cites="layer"),
            Column("From"),
            Column("Into"),
            Column(
                "Change observed",
                numeric=True,
                help="with the average message in its place",
                cites="-observed",
            ),
            Column("Change predicted", numeric=True, help="by the gradient", cites="-foretold"),
            Column("Verdict"),
            Column(
                "With reference texts",
                numeric=True,
                help="the middle 95% of the changes with their messages",
                cites="-high -low",
            ),
            Column("Same sign", help="of how many reference texts", cites="same_sign n"),
            Column("Contributes, against the average message", numeric=True, cites="relevance"),
            Column("Largest head", help="of the sign of the link"),
            Column("That head contributes", numeric=True, cites="head_relevance"),
        ),
        rows=tuple(
            (
                (str(number),),
                (str(link["layer"]),),
                names.name(link["key"]),
                names.name(link["query"]),
                (link.turned("observed"),),
                (link.turned("foretold"),),
                (verdict_badge(link["verdict"]),),
                _spread(link),
                _signs(link),
                (link.number("relevance"),),
                (Code(f"{link['layer']}.{link['head']}"),),
                (link.number("head_relevance"),),
            )
            for number, link in enumerate(links, start=1)
        ),
        folded=True,
        cites=tuple(link.place for link in links),
    )
