"""What a card shows of its scene: the picture, the rule in its caption, the largest flows, the block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditkit.render.blocks import Code, Column, Measure, Table
from auditkit.render.evidence_view import method
from auditkit.render.scene.block import block
from auditkit.render.scene.build import built
from auditkit.render.scene.picture import PictureView, view
from auditkit.render.scene.select import LEAST_SHARE, MOST, largest_messages
from auditkit.render.scene.words import CHIP_WORDS, SIGN_WORDS, grade_words
from auditkit.render.wording import fill, how_many

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.evidence.readings import Part
    from auditkit.render.blocks import Prose
    from auditkit.render.example_view import Overview
    from auditkit.render.inline import Style
    from auditkit.render.scene.build import Built, Tensors
    from auditkit.render.scene.records import Scene
    from auditkit.render.token_names import TokenNames

LISTED = 20
"""Flows in the table beside the picture."""
TENSORS = {"relevance": "edges", "attention": "attention"}
"""Quantity -> tensor of the evidence that holds it exactly."""
QUANTITY_WORDS = {
    "relevance": ("contribution", "Contributes, against the blank text"),
    "attention": ("attention", "Attention weight"),
}


@dataclass(frozen=True, slots=True, eq=False)
class ScenePart:
    """One decision to walk through."""

    id: str
    example: str
    picture: PictureView
    signed: bool
    alt: str
    caption: tuple[Prose, ...]
    flows: Table
    packed: str
    """The block for the viewer."""
    rounded: Prose
    """By how much the viewer's numbers are rounded."""


def scene_part(
    audit: Audit, example: Overview, row: dict[str, Any], tensors: Tensors, names: TokenNames
) -> ScenePart | None:
    """Return the scene of an example shown in detail, None where its evidence has no attention."""
    found, file = built(audit, example, row, tensors, names), audit.tensors_name(example.id)
    if found is None or file is None:
        return None
    return ScenePart(
        id=f"ex-{example.id}-scene",
        example=example.id,
        picture=view(found),
        signed=found.quantity == "relevance",
        alt=_alt(found),
        caption=_caption(audit, found),
        flows=_flows(example.id, file, found, tensors, names),
        packed=block(found.scene, tuple(found.arrays.values())),
        rounded=_rounded(found, file),
    )


def _alt(one: Built) -> str:
    scene, word = one.scene, QUANTITY_WORDS[one.quantity][0]
    return (
        f"{how_many(len(scene.tokens), 'token')} as columns, {how_many(scene.layers, 'layer')} as floors, "
        f"{how_many(scene.heads, 'head')} as lanes in depth. {how_many(len(one.arcs.value), 'arc')} of {word}. The largest are in the table below."
    )


def _caption(audit: Audit, one: Built) -> tuple[Prose, ...]:
    arcs, scene = one.arcs, one.scene
    each = (
        "the largest message" if arcs.per_query == 1 else f"the {arcs.per_query} largest messages"
    )
    cut = f", and of these the {MOST} largest" if len(arcs.value) == MOST else ""
    first = (
        f"An arc is a message from a token below to a token above, through one layer and one head; heads "
        f"lie one behind the other. Drawn: {len(arcs.value):,} of {arcs.candidates:,}, in each layer {each} "
        f"to each token, if it has at least {LEAST_SHARE:.0%} of the size of the largest{cut}. They contribute {_share(one, 'drawn')} of the total {QUANTITY_WORDS[one.quantity][0]} in "
        f"size. Not drawn: tokens to themselves ({_share(one, 'own')}), messages from {_sinks(one)} "
        f"({_share(one, 'sinks')}), the rest ({_share(one, 'rest')})."
    )
    kept = ((_kept(scene.keys_kept),),) if scene.keys_kept else ()
    return (*_chain(scene), (first,), _what(audit, one), *kept)


def _chain(scene: Scene) -> tuple[Prose, ...]:
    """Return the grade of the links and what their numbers say; nothing where none were tested."""
    grade = grade_words(scene.grade, len(scene.route))
    told = [] if grade is None else [grade]
    return (
        ((" ".join([*told, CHIP_WORDS] if scene.route else told),),) if told or scene.route else ()
    )


def _share(one: Built, part: Part) -> str:
    share = one.arcs.sizes.share(part)
    return "none of it" if share is None else f"{share:.0%}"


def _sinks(one: Built) -> str:
    if one.scene.causal:
        return "the first token and special tokens"
    return "special tokens"


def _kept(count: int) -> str:
    return (
        f"The text has more than 64 tokens: of each row the page keeps the {count} keys of largest size, and "
        "the sum of the others; the choice is made among these."
    )


def _what(audit: Audit, one: Built) -> Prose:
    scene = one.scene
    if one.quantity != "relevance":
        why = (
            "No ledger was run on this example, so arcs show attention weights: where heads look, not what "
            "it does to the decision. Tiles are the norms of hidden states; bars on the right are sums over "
            "a head\u2019s messages, without tokens to themselves and sinks."
        )
        quoted = f"\u201c{scene.target}\u201d"
        return (f"{why} {SIGN_WORDS.format(target=quoted)}" if scene.route else why,)
    over = "" if scene.foil is None else f" over \u201c{scene.foil}\u201d"
    title = method(audit, scene.method or "").title
    return fill(
        "Orange supports {target}"
        + over
        + ", blue opposes it. "
        + SIGN_WORDS.format(target="it")
        + " Width is size, in eighths of the largest. Tiles on a "
        "floor are what a token\u2019s hidden state contributes there, bars on the right what each "
        "head (narrow) and each layer\u2019s feed-forward part (wide) brings. All of it is what {title} says that it contributes, against the blank text.",
        target=f"\u201c{scene.target}\u201d",
        title=title,
    )


def _flows(example: str, file: str, one: Built, tensors: Tensors, names: TokenNames) -> Table:
    exact = tensors[TENSORS[one.quantity]]
    style: Style = "signed" if one.quantity == "relevance" else "number"
    rows: list[tuple[Prose, ...]] = []
    for place, value in largest_messages(one.arcs, exact, LISTED):
        where = "/".join(map(str, place))
        cited = f"{file}#{TENSORS[one.quantity]}/{where}"
        number = Measure(value, cited, digits=3, style=style)
        layer, head, query, key = place
        rows.append((names.name(key), names.name(query), (f"{layer}",), (f"{head}",), (number,)))
    return Table(
        id=f"ex-{example}-flows",
        caption=f"The {len(rows)} largest of the messages drawn",
        columns=(
            Column("From"),
            Column("To"),
            Column("Layer", numeric=True),
            Column("Head", numeric=True),
            Column(QUANTITY_WORDS[one.quantity][1], numeric=True),
        ),
        rows=tuple(rows),
        folded=True,
    )


def _rounded(one: Built, file: str) -> Prose:
    errors = {name: array.largest_error for name, array in one.arrays.items()}
    parts = [f"attention to {errors['attention']:.4f} at most"]
    if "relevance" in errors:
        parts.append(f"contributions to {errors['relevance']:.2g}")
    return fill(
        f"Numbers of the views are rounded: {', '.join(parts)}. No verdict is computed from them; "
        "those that they are rounded from are in {file}.",
        file=Code(file),
    )
