"""The text of an example in its card: every character, its tokens, and the letters that colour them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.colours import are_colours, is_style, largest
from auditkit.verification.names import spelled, visible
from auditkit.verification.printed import agrees, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditkit.verification.about import About, Cells
    from auditkit.verification.markup import Element

_EMPTY = "(empty text)"
_DECIMALS = 3


def card_text(card: Element, known: About, specs: Mapping[str, Cells]) -> Iterator[Check]:
    """Compare the text of a card, the names of its tokens, and its colours.

    Args:
        card: The card.
        known: What the evidence has about its example.
        specs: What the manifest says of each method.

    Returns:
        One check per field, per method, per token, and for their number.
    """
    passages = [part for text in card.find("div", "text") for part in text.find("div", "passage")]
    texts = [known.row[name] for name in ("text", "text_pair") if known.row[name] is not None]
    if len(passages) != len(texts):
        yield checked(card, f"shows {len(passages)} texts, not {len(texts)}")
    for passage, text in zip(passages, texts, strict=False):
        wanted = visible(text) or _EMPTY
        same = passage.text() == wanted
        yield checked(passage, None if same else "shows another text than its example has")
    pieces = [
        span.attributes["data-t"] for span in card.find("span") if "data-t" in span.attributes
    ]
    own = sorted(map(str, coloured_tokens(known.row)))
    yield checked(card, None if sorted(pieces) == own else "cuts its text at other tokens")
    yield from _token_names(card, known)
    yield from _colours(card, known, specs)


def _token_names(card: Element, known: About) -> Iterator[Check]:
    wanted = [visible(spelled(token)) for token in known.row["tokens"]]
    for table in card.find("table", "scores"):
        lines = [line for body in table.find("tbody") for line in body.find("tr")]
        said = [part.text() for line in lines for part in line.children[:1]]
        yield checked(table, None if said == wanted else "names other tokens than the evidence")


def _colours(card: Element, known: About, specs: Mapping[str, Cells]) -> Iterator[Check]:
    """Compare what colours the text: the letters of every method in turn, and the first one's colours."""
    by_place = {row["at"]: row for row in known.attributions}
    order = [by_place[place] for place in _columns(card) if place in by_place]
    options = [part for select in card.find("select") for part in select.find("option")]
    if len(options) != (len(order) if len(order) > 1 else 0):
        yield checked(card, f"colours its text by {len(options)} methods, not {len(order)}")
    scales = Scales(known, specs)
    for option, row in zip(options, order, strict=False):
        yield checked(option, _option_problem(option, row, scales))
    for span in card.find("span"):
        if "data-t" in span.attributes:
            yield checked(span, _span_problem(span, order[:1], scales, len(known.row["tokens"])))
        elif span.has_class("full-score") and order:
            right = agrees(span.text(), scales.full(order[0]), decimals=_DECIMALS)
            yield checked(span, None if right else f"says {quoted(span.text())} has full colour")


def _columns(card: Element) -> list[int]:
    """Return the rows of attributions.parquet that the table of scores cites, in its order."""
    cited = (
        heading.attributes.get("data-evidence", "")
        for table in card.find("table", "scores")
        for heading in table.find("th")
    )
    places = (reference.partition("#")[2].partition(":")[0] for reference in cited)
    return [int(place) for place in places if place.isdecimal()]


class Scales:
    """What gets full colour in a card, by method.

    Args:
        known: What the evidence has about the example.
        specs: What the manifest says of each method.
    """

    def __init__(self, known: About, specs: Mapping[str, Cells]) -> None:
        self._specs = specs
        self._shown = coloured_tokens(known.row)
        signed = [row for row in known.attributions if self.is_signed(row)]
        telling = [row for row in signed if not self._spec(row).get("control")]
        self._signed = max(map(self._largest, telling or signed), default=0.0)

    def _spec(self, row: Cells) -> Cells:
        return self._specs.get(row["method"], {})

    def _largest(self, row: Cells) -> float:
        return largest(row["scores"][token] for token in self._shown)

    def is_signed(self, row: Cells) -> bool:
        """Whether the scores of a method have a sign."""
        spec = self._spec(row)
        return bool(spec.get("control") or spec.get("about_target", True))

    def full(self, row: Cells) -> float:
        """Return the score that gets full colour: one for all methods with a sign, else its own."""
        return self._signed if self.is_signed(row) else self._largest(row)


def coloured_tokens(row: Cells) -> list[int]:
    """Return the tokens that have a character of the text to themselves, or share it as the first.

    Args:
        row: Cells of `examples.parquet`.
    """
    spans = sorted(zip(row["segments"], row["starts"], row["stops"], itertools.count()))
    shown, field, end = [], -1, 0
    for segment, start, stop, token in spans:
        end = end if segment == field else 0
        field = segment
        if segment >= 0 and stop > max(start, end):
            shown.append(token)
            end = stop
    return shown


def _option_problem(option: Element, row: Cells, scales: Scales) -> str | None:
    signed, full, said = scales.is_signed(row), scales.full(row), option.attributes
    if (said.get("value"), "data-signed" in said) != (row["method"], signed):
        return f"colours by another method than {row['method']}"
    if not agrees(said.get("data-full", ""), full, decimals=_DECIMALS):
        return f"says {quoted(said.get('data-full', ''))} has full colour, which {full} has"
    right = are_colours(said.get("data-codes", ""), row["scores"], full, signed=signed)
    return None if right else f"has other colours than the scores of {row['method']}"


def _span_problem(span: Element, first: list[Cells], scales: Scales, tokens: int) -> str | None:
    token, style = span.attributes["data-t"], span.attributes.get("class", "")
    if not token.isdecimal() or int(token) >= tokens:
        return f"is a piece of the text of token {quoted(token)}, which there is not"
    for row in first:
        score, full = row["scores"][int(token)], scales.full(row)
        if not is_style(style, score, full, signed=scales.is_signed(row)):
            return f"has another colour than the score of token {token} by {row['method']}"
    return None
