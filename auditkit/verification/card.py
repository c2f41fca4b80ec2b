"""Everything that one card shows of its example, against the evidence of that example."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditkit.verification.about import about
from auditkit.verification.card_tables import card_tables
from auditkit.verification.card_text import card_text
from auditkit.verification.checks import Check, checked
from auditkit.verification.cited import card_rows, compared_pairs
from auditkit.verification.cuts import cut_tables
from auditkit.verification.edits import edits
from auditkit.verification.names import answers, listed, visible
from auditkit.verification.printed import agrees, exact, quoted
from auditkit.verification.routes import routes
from auditkit.verification.scenes import scenes
from auditkit.verification.worked_out import chances, confidence, disagreements, is_near, spread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.about import About
    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

CARD = "ex-"


class CardChecks(NamedTuple):
    """What was compared in one card."""

    numbers: tuple[Check, ...]
    """One per printed number."""
    views: tuple[Check, ...]
    """Of what the viewer is told."""
    parts: tuple[Check, ...]
    """Of everything else."""


def card_checks(card: Element, citations: Citations) -> CardChecks:
    """Compare a card with the evidence of the example that it is about."""
    name = card.attributes.get("id", "").removeprefix(CARD)
    try:
        known = about(citations, name)
    except KeyError:
        return CardChecks((), (), (checked(card, f"is about no example: {quoted(name)}"),))
    specs = citations.audit.manifest.get("method_specs", {})
    return CardChecks(
        tuple(cut_tables(card, known)),
        tuple(scenes(card, known)),
        (
            *_parts(card, known, citations),
            *card_rows(card, known, citations),
            *card_tables(card, known, citations),
            *card_text(card, known, specs),
            *edits(card, known),
            *routes(card, known),
            *_answers(card, known),
            *_worked_out(card, known, citations),
        ),
    )


def _parts(card: Element, known: About, citations: Citations) -> Iterator[Check]:
    """Say which parts of a card are missing, are not called for, or are another card's.

    Returns:
        One check for the parts, and one per id of another card.
    """
    own = f"{CARD}{known.example}"
    found = [element.attributes.get("id", "") for element in card.elements()]
    ends = (name.removeprefix(f"{own}-") for name in found if name.startswith(f"{own}-"))
    parts = {_RENAMED.get(end, end) for end in ends}
    wanted = {**parts_of(known), "agreement": bool(compared_pairs(known, citations))}
    wrong = [
        *(
            f"{part!r} is missing"
            for part, is_there in wanted.items()
            if is_there and part not in parts
        ),
        *(
            f"{part!r} is not called for"
            for part in parts
            if not wanted.get(part, not _is_link(part))
        ),
    ]
    yield checked(card, f"has other parts than its evidence: {wrong[0]}" if wrong else None)
    for name in found:
        if name.startswith(CARD) and name != own and not name.startswith(f"{own}-"):
            yield checked(card, f"holds {quoted(name)}, a part of another card")
    scored = len(card.find("table", "scores"))
    if scored != bool(known.attributions):
        yield checked(card, f"has {scored} tables of scores, not {int(bool(known.attributions))}")


_RENAMED = {"pokes": "edits"}
"""Parts that older pages call otherwise."""


def _is_link(part: str) -> bool:
    return part.startswith("link-")


def parts_of(known: About) -> dict[str, bool]:
    """Return the parts that a card may have, by the end of their id, and whether it has to."""
    chain = known.chain is not None
    return {
        "chain": chain,
        "tests": chain,
        "links": bool(known.links),
        **{f"link-{number}": True for number in range(1, len(known.links) + 1)},
        "layers": known.has_layers,
        "edits": bool(known.edits),
        "silenced": any(edit["kind"] == "silence" for edit in known.edits),
        "accounts": known.accounts is not None,
        "scene": known.has_scene,
        "flows": known.has_scene,
    }


def _answers(card: Element, known: About) -> Iterator[Check]:
    """Compare the labels that a card says were predicted and are right."""
    problem = known.model["problem"]
    predicted = answers(known.row["predicted"], problem) or []
    gold = listed(answers(known.row["label"], problem))
    wanted = {"Predicted": predicted, "Gold label": [] if gold is None else [gold]}
    for term, labels in wanted.items():
        facts = [fact for fact in card.find("dd") if _term(fact) == term]
        said = [code.text() for fact in facts for code in fact.find("code")]
        right = len(facts) == 1 and said == list(map(visible, labels))
        yield checked(card, None if right else f"says other labels than the evidence: {term}")


def _term(fact: Element) -> str:
    """Return what a fact is about."""
    return "".join(term.text() for term in fact.around.find("dt")) if fact.around else ""


def _worked_out(card: Element, known: About, citations: Citations) -> Iterator[Check]:
    """Compare the numbers that cite nothing with what they are worked out from.

    What gets full colour is compared with the text (`card_text`), and cites nothing where it is 0.

    Returns:
        One check per number without a citation.
    """
    for mark in card.find("data"):
        if "data-evidence" not in mark.attributes and not mark.has_class("full-score"):
            yield checked(mark, _unmarked_problem(mark, known, citations))


def _unmarked_problem(mark: Element, known: About, citations: Citations) -> str | None:
    around, said = mark.around, mark.attributes.get("value", "")
    value = None if around is None else _worked(mark, around, known, citations)
    if not is_near(said, value):
        return f"has {quoted(said)} without a citation, where {exact(value) or 'none'} belongs"
    return (
        None if agrees(mark.text(), value) else f"prints {quoted(mark.text())} for {exact(value)}"
    )


def _worked(mark: Element, around: Element, known: About, citations: Citations) -> float | None:
    """Return the number that belongs where one without a citation stands, None if none does."""
    if around.has_class("remark"):
        return spread(known.tensors, known.row)
    term = _term(around)
    if term == "Predicted":
        before = around.children[: around.children.index(mark)]
        labels = [part.text() for part in before if part.tag == "code"]
        by_label = {visible(label): p for label, p in chances(known.row, known.model).items()}
        return by_label.get(labels[-1]) if labels else confidence(known.row, known.model)
    return disagreements(citations).get(known.example) if term == "Disagreement" else None
