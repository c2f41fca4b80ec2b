"""Which examples have a row and a card, and what a report says of the others.

The rule, stated here a second time: every example that is explained or shown in detail; of the others at
most 1,000, taken from the wrong answers, then from those without an answer, then from those without a
gold label, then from the right answers, each in the order of the data. A page without the sentence
about the others lists all, as older reports do.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from auditkit.evidence.explained import explained_ids
from auditkit.verification.checks import Check, checked
from auditkit.verification.names import answers
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

SENTENCE = "not-listed"
"""Class of the sentence about the others."""
_MOST = 1_000
_ORDER = ("wrong", "without an answer", "without a gold label", "right")
_SAID = (
    "Of the examples that are not explained, {:,} are listed: wrong answers first, then those without an "
    "answer, those without a gold label, and right answers, each in the order of the data. The other {:,} "
    "have neither row nor card here: wrong {:,}, without an answer {:,}, without a gold label {:,}, right "
    "{:,}. They count in every number about answers. Their texts and answers are in examples.parquet, what "
    "became of each is in outcomes.parquet."
)


class Listing(NamedTuple):
    """What the evidence calls for."""

    names: frozenset[str]
    """Ids of the examples that have a row and a card."""
    others: int
    """How many of them are not explained."""
    left: tuple[int, ...]
    """How many are not listed, in the order in which they would be."""

    @property
    def numbers(self) -> list[int]:
        """The numbers of the sentence."""
        return [self.others, sum(self.left), *self.left]


@lru_cache(maxsize=2)
def listing(citations: Citations, *, is_cut: bool) -> Listing:
    """Return which examples have a row and a card.

    Args:
        citations: The evidence.
        is_cut: Whether a part of them is left out, if there are more than are listed.
    """
    columns = ["id", "label", "predicted", "explained"]
    table = citations.table("examples").select(columns)
    detailed = set(citations.table("details")["example_id"].to_pylist())
    always = explained_ids(table) | detailed
    problem = citations.audit.manifest["model"]["problem"]
    waiting: dict[str, list[str]] = {kind: [] for kind in _ORDER}
    for row in table.to_pylist():
        if row["id"] not in always:
            waiting[_kind(row, problem)].append(row["id"])
    in_turn = [name for kind in _ORDER for name in waiting[kind]]
    some = frozenset(islice(in_turn, _MOST if is_cut else None))
    known = frozenset(table["id"].to_pylist())
    left = tuple(sum(name not in some for name in waiting[kind]) for kind in _ORDER)
    return Listing((always & known) | some, len(some), left)


def _kind(row: Mapping[str, str | None], problem: str) -> str:
    gold, said = (answers(row[name], problem) for name in ("label", "predicted"))
    if said is None:
        return "without an answer"
    if gold is None:
        return "without a gold label"
    return "right" if set(gold) == set(said) else "wrong"


def sentences(page: Element) -> list[Element]:
    """Return the sentences of a page about examples that are not listed."""
    return page.find("p", SENTENCE)


def said_of_others(page: Element, citations: Citations, *, is_called_for: bool) -> Iterator[Check]:
    """Compare what a page says of the examples that are not listed.

    Args:
        page: The page.
        citations: The evidence.
        is_called_for: Whether the sentence belongs on this page, if the evidence has more examples than
            are listed.

    Returns:
        One check per sentence, and one per sentence that does not belong there.
    """
    found = sentences(page)
    if not found:
        return
    wanted = listing(citations, is_cut=True)
    if len(found) > 1 or not is_called_for or not sum(wanted.left):
        yield checked(
            found[-1], "says of examples that they are not listed, which is not called for"
        )
        return
    yield checked(found[0], _problem(found[0], wanted, _points(citations, wanted)))


def _points(citations: Citations, wanted: Listing) -> list[str]:
    """Return the points of the projection that are not listed: links of the viewer lead to them."""
    ids = dict.fromkeys(citations.table("projection")["example_id"].to_pylist())
    return [f"ex-{name}" for name in ids if name not in wanted.names]


def _problem(sentence: Element, wanted: Listing, points: Sequence[str]) -> str | None:
    text = _SAID.format(*wanted.numbers)
    if sentence.text() != text:
        at = next(
            (n for n, (a, b) in enumerate(zip(text, sentence.text(), strict=False)) if a != b), 0
        )
        return f"says {quoted(sentence.text()[at:])} of examples that are not listed, not {quoted(text[at:])}"
    if [mark.attributes.get("value", "") for mark in sentence.find("data")] != list(
        map(str, wanted.numbers)
    ):
        return "holds other numbers of examples that are not listed than it prints"
    if [mark.attributes.get("id", "") for mark in sentence.find("span")] != list(points):
        return "is not where the points lead to that are not listed"
    return None
