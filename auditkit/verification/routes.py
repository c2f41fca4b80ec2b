"""The drawing of a chain's route: every link once, between its tokens, through its layer.

Read is where lines begin and end, against the tokens and layers that the drawing names, their sign,
verdict and number; not how thick they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.names import clipped, token_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditkit.verification.about import About, Cells
    from auditkit.verification.markup import Element

_LONGEST_NAME = 11
_MINUS = "\u2212"
_AS_PREDICTED, _CONFIRMED = "confirmed", "confirmed_chain"
Ends = tuple[str, str, str, str]
"""x and y of a line's beginning and end, as they are spelled."""


def routes(card: Element, known: About) -> Iterator[Check]:
    """Compare the drawings of a card with the links of its example.

    Returns:
        One check per drawing, and one if there is another number of them than there should be.
    """
    found = card.find("figure", "route")
    is_quiet = known.chain is not None and known.chain["grade"] != _CONFIRMED
    for figure in found:
        says_so = figure.has_class("quiet") or not figure.find("g", "told")
        wrong = (figure.has_class("quiet") and not is_quiet) or (is_quiet and not says_so)
        yield Check(figure.where, "is drawn as another grade than its chain has" if wrong else None)
    if len(found) != bool(known.links):
        yield checked(card, f"draws {len(found)} routes, not {int(bool(known.links))}")
    for figure in found:
        try:
            yield checked(figure, _problem(figure.find("svg")[0], known))
        except (LookupError, ValueError) as error:
            yield checked(figure, f"is a route that cannot be read: {error}")


def _problem(picture: Element, known: About) -> str | None:
    tokens = sorted({link[end] for link in known.links for end in ("key", "query")})
    named = token_names(known.row)
    names = [clipped(named[token], _LONGEST_NAME) for token in tokens]
    if [label.text() for label in picture.find("text", "token")] != names:
        return "names other tokens than those that links touch"
    columns = [_ends(line)[0] for line in picture.find("line", "stem")]
    floors = [_ends(line)[1] for line in picture.find("line", "floor")]
    if not (_are_apart(columns, len(tokens)) and _are_apart(floors[::-1], _floors(known))):
        return "has other columns or floors than tokens and layers"
    return _links_problem(picture, known.links, dict(zip(tokens, columns, strict=True)), floors)


def _links_problem(
    picture: Element, links: Sequence[Cells], columns: Mapping[int, str], floors: Sequence[str]
) -> str | None:
    lines, chips = picture.find("line", "link"), picture.find("g", "chip")
    if not len(lines) == len(chips) == len(links):
        return f"draws {len(lines)} links, not {len(links)}"
    for number, (line, chip, link) in enumerate(zip(lines, chips, links, strict=True), start=1):
        below = columns[link["key"]], floors[link["layer"]]
        above = columns[link["query"]], floors[link["layer"] + 1]
        if _ends(line) != (*below, *above):
            return f"draws link {number} between other tokens or layers"
        if _said(line, chip) not in (_told(link, number), _told_before(link, number)):
            return f"draws link {number} with another sign, verdict or number"
    return None


def _floors(known: About) -> int:
    layers = known.model.get("layers") or 1 + max(link["layer"] for link in known.links)
    return int(layers) + 1


def _ends(line: Element) -> Ends:
    return (
        line.attributes["x1"],
        line.attributes["y1"],
        line.attributes["x2"],
        line.attributes["y2"],
    )


def _are_apart(places: Sequence[str], count: int) -> bool:
    """Whether places are as many as they should be, each beyond the one before."""
    numbers = list(map(float, places))
    return len(numbers) == count and numbers == sorted(set(numbers))


def _said(line: Element, chip: Element) -> tuple[set[str], set[str], str]:
    return _classes(line), _classes(chip), chip.text()


def _classes(element: Element) -> set[str]:
    return set(element.attributes.get("class", "").split(" "))


def _told(link: Cells, number: int) -> tuple[set[str], set[str], str]:
    against = link["relevance"] < 0
    sign = "neg" if against else "pos"
    told = {"told"} if link["verdict"] == _AS_PREDICTED else set()
    return {"link", sign, *told}, {"chip", sign, *told}, f"{number}{_MINUS * against}"


def _told_before(link: Cells, number: int) -> tuple[set[str], set[str], str]:
    """What pages said while dashes were verdicts."""
    against = link["relevance"] < 0
    sign, verdict = "neg" if against else "pos", link["verdict"].replace("_", "-")
    return {"link", sign, verdict}, {"chip", sign}, f"{number}{_MINUS * against}"
