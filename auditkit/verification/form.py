"""Whether a page is built as reports are: what is read here is then what a browser shows.

Browsers and other readers of HTML put damage right in different ways, skip what stands in a
``template`` or a comment, and show nothing of what is ``hidden``. So a page that is spelled, nested or
named in another way than reports are is not read as one. Every ``script`` and every attribute that
has data stands in a list here, with the place where it belongs; one that does not is a problem.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.printed import quoted
from auditkit.verification.scripts import scripts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.markup import Element

_BEGIN = "<!doctype html>\n<html "
_UNREAD = re.compile(r"(?s)(<(script|style)\b[^>]*>).*?(?=</\2>)")
_TAG = re.compile(
    r"<!doctype html>|</[a-z][a-zA-Z0-9]*>"
    r'|<[a-z][a-zA-Z0-9]*(?: [a-z][a-zA-Z-]*[0-9]?(?:="[^"<>]*")?)* ?/?>'
)
_DISGUISED = re.compile(r' (?:class|id|type)="[^"]*&')
"""A name spelled with character references."""

TAGS = frozenset(
    (
        "html", "head", "meta", "title", "style", "script", "body", "main", "header", "nav", "footer",
        "section", "article", "noscript", "dialog", "h1", "h2", "h3", "h4", "p", "div", "span", "a", "ul",
        "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "figure", "figcaption", "details", "summary", "form", "label", "select", "option", "input",
        "button", "kbd", "data", "code", "strong", "small", "bdi", "svg", "g", "path", "line", "rect",
        "circle", "polyline", "text", "tspan", "defs", "lineargradient", "stop", "clippath", "symbol",
    )
)  # fmt: skip
"""Every element that a report has."""
READ = frozenset(
    (
        ("data", "data-evidence"), ("table", "data-evidence"), ("th", "data-evidence"), ("th", "data-column"),
        ("th", "data-method"), ("th", "data-codes"), ("th", "data-signed"), ("th", "data-full"),
        ("th", "data-full-value"), ("th", "data-full-evidence"),
        ("span", "data-t"),
        ("span", "data-also"), ("span", "data-c"),
        ("section", "data-codes"), ("td", "data-codes"), ("td", "data-kind"),
        ("div", "data-scene"), ("script", "data-example"), ("script", "data-name"),
        ("tr", "data-id"), ("tr", "data-number"), ("tr", "data-outcome"), ("tr", "data-predicted"),
        ("tr", "data-gold"), ("tr", "data-slice"), ("tr", "data-confidence"), ("tr", "data-margin"),
        ("tr", "data-disagreement"), ("tr", "data-flags"), ("tr", "data-detailed"), ("tr", "data-explained"),
    )
)  # fmt: skip
"""Attributes that have data, each compared with the evidence where its element is read."""
HOOKS = frozenset(
    (
        ("article", "data-card"), ("div", "data-index"), ("div", "data-text"), ("button", "data-do"),
        ("table", "data-sortable"), ("th", "data-key"), ("td", "data-label"), ("a", "data-nearest"),
    )
)  # fmt: skip
"""Attributes by which scripts find elements or keep room; they say nothing about the evidence."""
OLDER = frozenset(
    (
        ("option", "data-codes"), ("option", "data-full"), ("option", "data-signed"),
        ("option", "data-full-value"), ("option", "data-full-evidence"), ("p", "data-longest"),
    )
)  # fmt: skip
"""Attributes of pages in which the choice of a method was written down, compared as those of headings are."""
HIDDEN = frozenset(
    (
        ("div", "tools"), ("form", "filters"), ("label", "control colour-by"), ("p", "readout"),
        ("p", "scale scale-signed"), ("p", "scale scale-plain"), ("p", "coloured pokes-scale"), ("p", "coloured edits-scale"),
    )
)  # fmt: skip
"""What is hidden until scripts show it."""
_BLOCK = "application/octet-stream"
ISLANDS: dict[str, dict[str, str | None]] = {
    "scene": {"type": _BLOCK, "class": "scene", "data-example": None},
    "projection": {"type": _BLOCK, "class": "projection"},
    "library": {"type": _BLOCK, "class": "library", "data-name": None},
    "spec": {"type": "application/json", "class": "spec"},
}
"""Class of a script that has data -> its attributes; None is compared where it is read."""

_MAIN = "main body html"
_SECTION = rf"section\.section {_MAIN}"
_CARD = rf"noscript article\.card {_SECTION}"
PLACES = {
    ("script", "scene"): rf"div\.viewer div\.scene-part {_CARD}",
    ("script", "projection"): rf"figure\.projector {_SECTION}",
    ("script", "library"): "body html",
    ("script", "spec"): rf"figure\.chart (div\.charts )?{_SECTION}",
    ("script", ""): rf"head html|body html|{_MAIN}",
    ("article", "card"): _SECTION,
    ("noscript", ""): rf"article\.card {_SECTION}",
    ("style", ""): "head html",
    ("title", ""): "head html",
    ("figure", "chart"): rf"(div\.charts )?{_SECTION}",
    ("figure", "projector"): _SECTION,
    ("figure", "route"): rf"section\.chain {_CARD}",
    ("figure", "route quiet"): rf"section\.chain {_CARD}",
    ("table", "examples"): rf"div\.scroll div\.index {_SECTION}",
    ("table", "scores"): rf"div\.scroll details\.numbers {_CARD}",
    ("table", "cuts"): rf"div\.scroll details\.in-numbers section\.layers {_CARD}",
    (
        "table",
        "changes",
    ): rf"div\.scroll details\.in-numbers\.(pokes|edits)-table section\.(pokes|edits) {_CARD}",
    ("p", "not-listed"): _SECTION,
    ("section", "chain"): _CARD,
    ("section", "layers"): _CARD,
    ("section", "pokes"): _CARD,
    ("section", "edits"): _CARD,
    ("div", "viewer"): rf"div\.scene-part {_CARD}",
    ("div", "text"): _CARD,
}
"""Tag and class -> the elements around it, from the nearest to the page."""
_PLACED = {tag: [style for other, style in PLACES if other == tag] for tag, _ in PLACES}
"""Tag -> the classes with which it has data."""
_ALWAYS = frozenset(("script", "style", "title", "article", "noscript"))
"""Tags of which a report has none but those."""


def form(text: str, page: Element) -> Iterator[Check]:
    """Say what a page has that no report has.

    Args:
        text: The page.
        page: The same as a tree.

    Returns:
        One check per kind, and one per thing that is wrong.
    """
    file = page.page.file
    is_whole = text.endswith("</html>")
    cut = None if is_whole else "does not end where a page ends: it is cut off, or was added to"
    yield Check(f"end of {file}", cut)
    yield Check(f"spelling of {file}", _spelling_problem(text))
    for start, fault in page.page.faults:
        yield Check(
            f"{file} line {page.page.line(start)}",
            f"has what browsers read in ways of their own: {fault}",
        )
    yield from _strange(page)
    yield from _twice(page)
    yield from scripts(page)
    for element in page.elements():
        if element.tag in _PLACED:
            yield checked(element, _place_problem(element))


def _spelling_problem(text: str) -> str | None:
    if not text.startswith(_BEGIN):
        return "does not begin as reports do"
    read = _UNREAD.sub(r"\1", text)
    if len(_TAG.findall(read)) != read.count("<"):
        rest = _TAG.sub("", read)
        return f"has {quoted(rest[rest.index('<') :])}, which no report spells so"
    disguised = _DISGUISED.search(read)
    return f"has {quoted(disguised[0])}, which no report spells so" if disguised else None


def _strange(page: Element) -> Iterator[Check]:
    """Name elements and attributes that no report has; whole kinds first, as pages are large."""
    known = READ | HOOKS | OLDER
    wrong = {
        kind
        for kind in {(element.tag, *element.attributes) for element in page.elements()}
        if (kind[0] and kind[0] not in TAGS)
        or "hidden" in kind[1:]
        or any(name.startswith("data-") and (kind[0], name) not in known for name in kind[1:])
    }
    for element in page.elements() if wrong else ():
        if (element.tag, *element.attributes) in wrong:
            yield checked(element, _strangeness(element))


def _strangeness(element: Element) -> str | None:
    tag = element.tag
    if tag not in TAGS:
        return f"is a {quoted(tag)}, which no report has"
    for name in element.attributes:
        if name.startswith("data-") and (tag, name) not in READ | HOOKS | OLDER:
            return f"has {quoted(name)}, of which verification knows nothing"
    is_known = (tag, element.attributes.get("class", "")) in HIDDEN
    return None if is_known or "hidden" not in element.attributes else "is hidden"


def _twice(page: Element) -> Iterator[Check]:
    known: dict[str, Element] = {}
    for element in page.elements():
        name = element.attributes.get("id")
        if name is not None and known.setdefault(name, element) is not element:
            yield checked(element, f"has the id {quoted(name)}, which another has")


def _place_problem(element: Element) -> str | None:
    """Say what is wrong with an element that has data, or that may hide others."""
    tag, style = element.tag, element.attributes.get("class", "")
    way = PLACES.get((tag, style))
    if way is None:
        is_other = tag not in _ALWAYS and not any(map(element.has_class, _PLACED[tag]))
        return None if is_other else f"is a {quoted(_named(element))}, which no report spells so"
    if not re.fullmatch(way, _way(element)):
        return _elsewhere(element)
    if tag == "script":
        return _script_problem(element)
    if tag == "article":
        is_kept = [part.tag for part in element.children] == ["noscript"]
        opens = is_kept and "data-card" in element.attributes
        return None if opens else "is no card that opens"
    return None


def _script_problem(script: Element) -> str | None:
    given = script.attributes
    if not given:
        return None
    style = given.get("class", "")
    wanted = ISLANDS.get(style, {"": ""})
    if given.keys() != wanted.keys() or any(given[k] != v for k, v in wanted.items() if v):
        return f"is a script of the kind {quoted(style)}, which no report spells so"
    return "holds markup" if "<" in script.text() else None


def _way(element: Element) -> str:
    return " ".join(_named(above) for above in element.way_up())


def _named(element: Element) -> str:
    style = element.attributes.get("class", "").replace(" ", ".")
    hidden = "[hidden]" if "hidden" in element.attributes else ""
    return f"{element.tag}{'.' if style else ''}{style}{hidden}"


def _elsewhere(element: Element) -> str:
    named = _named(element)
    return f"is a {quoted(named)} where no report has one: in {_way(element) or 'nothing'}"
