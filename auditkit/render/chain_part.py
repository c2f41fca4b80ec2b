"""The part of a card about its tested route: grade, a sentence for every link, tests, what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.evidence.chain_readings import CANCELS, cancels
from auditkit.render.blocks import Badge, Code, Column, Measure, Table
from auditkit.render.chain_blocks import ChainPart, ChainStep, Route, RouteLink
from auditkit.render.chain_lead import lead
from auditkit.render.chain_rows import chain_of, links_of, threshold
from auditkit.render.chain_words import grade_badge, route_title, sign_badge, verdict_badge
from auditkit.render.evidence_view import entry, finite
from auditkit.render.wording import fill, joined

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.chain_rows import Place
    from auditkit.render.token_names import TokenNames


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


def _others(link: Place) -> Prose:
    """Return what messages of single reference texts did in place of the average one."""
    badge = sign_badge(link)
    return fill(
        "Messages of {n}single reference texts changed it by {low} to {high} (95% range){badge}. ",
        n=(link.number("n", "count", 0), " ") if badge is None else (),
        low=link.turned("high"),
        high=link.turned("low"),
        badge=() if badge is None else (": ", badge),
    )


def _spread(link: Place) -> Prose:
    if finite(link["low"]) is None:
        return ("\u2013",)
    return (link.turned("high"), " to ", link.turned("low"))


def _signs(link: Place) -> Prose:
    if link["same_sign"] is None:
        return ("\u2013",)
    return (link.number("same_sign", "count", 0), " of ", link.number("n", "count", 0))


def _rest(chain: Place) -> tuple[Prose, ...]:
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


def _tests(audit: Audit, chain: Place, anchor: str) -> Table:
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
                help="95% of the changes with their messages",
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
