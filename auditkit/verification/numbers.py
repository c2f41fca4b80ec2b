"""Marked numbers of the report against the evidence they cite."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.citations import NoSuchEvidence
from auditkit.verification.listing import SENTENCE
from auditkit.verification.markup import Element
from auditkit.verification.printed import UNDEFINED, agrees, exact, quoted
from auditkit.verification.worked_out import outcome_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditkit.verification.citations import Citations

_NEAR = 4
"""Interval and count, and the blanks before them."""
_COUNT = "n\u00a0=\u00a0"


def marked_numbers(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare every ``data`` element that cites evidence, with the interval and n beside it.

    Returns:
        One check per printed number.
    """
    for around in page.elements():
        for at, part in enumerate(around.parts):
            if isinstance(part, Element) and part.tag == "data" and _cites(part):
                yield from _number(part, islice(around.parts, at + 1, at + 1 + _NEAR), citations)


def uncited_numbers(page: Element, citations: Citations) -> Iterator[Check]:
    """Say which ``data`` elements cite nothing.

    In cards, in the rows of the table of examples and in the sentence about examples that are not listed
    some are worked out, and compared there. One that
    says "undefined" has nothing to cite. Evidence without a table of outcomes has no place for what is
    counted of them: there the number must be one of these counts.

    Returns:
        One check per number.
    """
    counted = set() if citations.audit.holds("outcomes") else set(outcome_counts(citations))
    for mark in page.find("data"):
        if _cites(mark) or any(_is_compared(above) for above in mark.way_up()):
            continue
        text, value = mark.text(), mark.attributes.get("value", "")
        is_none = (text, value) == (UNDEFINED, "")
        is_counted = value.isdecimal() and int(value) in counted and agrees(text, int(value))
        wrong = None if is_none or is_counted else f"prints {quoted(text)}, which cites nothing"
        yield checked(mark, wrong)


def _is_compared(above: Element) -> bool:
    """Whether numbers within an element are compared where it is read."""
    is_row = above.tag == "tr" and "data-id" in above.attributes
    return above.tag == "article" or is_row or above.has_class(SENTENCE)


def _cites(element: Element) -> bool:
    return "data-evidence" in element.attributes


def _number(mark: Element, after: Iterable[Element | str], citations: Citations) -> Iterator[Check]:
    reference = mark.attributes["data-evidence"]
    try:
        value = citations.number(reference)
    except NoSuchEvidence as error:
        yield checked(mark, f"cites {quoted(reference)}, which {error}")
        return
    yield checked(mark, _problem(mark, reference, value))
    for near in _beside(after):
        yield from _near(near, reference, citations)


def _problem(mark: Element, reference: str, value: float | None) -> str | None:
    text, machine = mark.text(), mark.attributes.get("value", "")
    there = exact(value) or UNDEFINED
    if not agrees(text, value):
        return f"prints {quoted(text)} for {reference}, which is {there}"
    if machine != exact(value):
        return f"holds {quoted(machine)} for {reference}, which is {there}"
    return None


def _beside(after: Iterable[Element | str]) -> Iterator[Element]:
    """Return the interval and the count that follow a number, with nothing but blanks between."""
    for part in after:
        if isinstance(part, str):
            if part.strip(" "):
                return
        elif part.has_class("interval"):
            yield part
        elif part.has_class("count"):
            yield part
            return
        else:
            return


def _near(near: Element, reference: str, citations: Citations) -> Iterator[Check]:
    text = near.text()
    if near.has_class("count"):
        pairs = [("n", text.removeprefix(_COUNT))]
    else:
        low, _, high = text.strip("[]").partition(", ")
        pairs = [("low", low), ("high", high)]
    for column, printed in pairs:
        yield checked(near, _near_problem(printed, column, reference, citations))


def _near_problem(printed: str, column: str, reference: str, citations: Citations) -> str | None:
    try:
        value = citations.beside(reference, column)
    except NoSuchEvidence as error:
        return f"prints {quoted(printed)} beside {reference}, but its {column} {error}"
    if agrees(printed, value):
        return None
    there = exact(value) or UNDEFINED
    return f"prints {quoted(printed)} beside {reference}, whose {column} is {there}"
