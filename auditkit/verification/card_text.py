"""The text of an example in its card: every character, its tokens, and the letters that colour them."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

from auditkit.verification.checks import Check, checked
from auditkit.verification.colours import are_colours, is_style, largest
from auditkit.verification.names import clusters, spelled, visible
from auditkit.verification.printed import agrees, quoted
from auditkit.verification.worked_out import is_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    cut = [
        (span.text(), tuple(span.attributes.get(name, "") for name in ("data-also", "data-t")))
        for span in card.find("span")
        if "data-t" in span.attributes
    ]
    wanted_cut = [(visible(text), _said(tokens)) for text, tokens in pieces(known.row)]
    yield checked(card, None if cut == wanted_cut else "cuts its text at other tokens")
    yield from _token_names(card, known)
    yield from _colours(card, known, specs)


def pieces(row: Cells) -> list[tuple[str, tuple[int, ...]]]:
    """Return the parts of an example's texts on which the same tokens lie, in the order of the page.

    Args:
        row: Cells of `examples.parquet`.
    """
    found: list[tuple[str, tuple[int, ...]]] = []
    for field, name in enumerate(("text", "text_pair")):
        spans = [
            (start, stop, token)
            for token, (segment, start, stop) in enumerate(
                zip(row["segments"], row["starts"], row["stops"], strict=True)
            )
            if segment == field and stop > start
        ]
        parts = [
            (part, tuple(t for a, b, t in spans if a < at + len(part) and b > at))
            for at, part in clusters(row[name] or "")
        ]
        for tokens, same in itertools.groupby(parts, key=lambda one: one[1]):
            if tokens:
                found.append(("".join(part for part, _ in same), tokens))
    return found


def shared(row: Cells) -> list[tuple[int, ...]]:
    """Return the tokens of every piece that several share, each once, in the order of the text."""
    return list(dict.fromkeys(tokens for _, tokens in pieces(row) if len(tokens) > 1))


def _said(tokens: tuple[int, ...]) -> tuple[str, str]:
    return " ".join(map(str, tokens[:-1])), str(tokens[-1])


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
    offered = _offered(card)
    if len(offered) != (len(order) if len(order) > 1 else 0):
        yield checked(card, f"colours its text by {len(offered)} methods, not {len(order)}")
    scales = Scales(known, specs)
    for method, row in zip(offered, order, strict=False):
        yield checked(method, _method_problem(method, row, scales))
    for span in card.find("span"):
        if "data-t" in span.attributes:
            yield checked(span, _span_problem(span, order[:1], scales))
    for said in (*card.find("span", "full-score"), *card.find("data", "full-score")):
        if order:
            yield checked(said, _full_problem(said, order, scales))


def _offered(card: Element) -> list[Element]:
    """Return what says how each method colours the text: headings of scores, in older pages options."""
    options = [part for select in card.find("select") for part in select.find("option")]
    return [*options, *(part for part in card.find("th") if "data-codes" in part.attributes)]


def _full_problem(said: Element, order: Sequence[Cells], scales: Scales) -> str | None:
    """Compare a score that is said to get full colour: of the first method, or of the legend's kind."""
    kinds = [above.attributes.get("class", "") for above in said.way_up() if above.tag == "p"]
    wanted = order[0]
    if said.tag == "data":
        signed = kinds[:1] == ["scale scale-signed"]
        wanted = next((row for row in order if scales.is_signed(row) == signed), order[0])
    if agrees(said.text(), scales.full(wanted), decimals=_DECIMALS):
        return None
    return f"says {quoted(said.text())} has full colour"


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
        self.shared = shared(known.row)
        self.tokens = len(known.row["tokens"])
        self._shown = sorted({token for _, tokens in pieces(known.row) for token in tokens})
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


def _method_problem(method: Element, row: Cells, scales: Scales) -> str | None:
    signed, full, said = scales.is_signed(row), scales.full(row), method.attributes
    name = said.get("value" if method.tag == "option" else "data-method")
    if (name, "data-signed" in said) != (row["method"], signed):
        return f"colours by another method than {row['method']}"
    if not (signed and "data-full" not in said) and not _says_full(said, row, full):
        return f"says {quoted(said.get('data-full', ''))} has full colour, which {full} has"
    sums = [math.fsum(row["scores"][token] for token in tokens) for tokens in scales.shared]
    right = are_colours(said.get("data-codes", ""), [*row["scores"], *sums], full, signed=signed)
    return None if right else f"has other colours than the scores of {row['method']}"


def _says_full(said: Mapping[str, str], row: Cells, full: float) -> bool:
    """Whether a method says what gets full colour, and, where it cites it, the score that is it."""
    if not agrees(said.get("data-full", ""), full, decimals=_DECIMALS):
        return False
    if "data-full-evidence" not in said:
        return "data-full-value" not in said
    file, _, place = said["data-full-evidence"].removeprefix("-").partition("#")
    at, _, token = place.partition(":scores/")
    if not full:
        return not said["data-full-evidence"]
    is_place = (file, at) == ("attributions.parquet", str(row["at"])) and token.isdecimal()
    if not is_place or int(token) >= len(row["scores"]):
        return False
    return is_near(said.get("data-full-value", ""), abs(row["scores"][int(token)])) and (
        abs(row["scores"][int(token)]) == full
    )


def _span_problem(span: Element, first: list[Cells], scales: Scales) -> str | None:
    said = span.attributes
    numbers = [*said.get("data-also", "").split(), said["data-t"]]
    if not all(one.isdecimal() and int(one) < scales.tokens for one in numbers):
        return f"is a piece of the text of token {quoted(said['data-t'])}, which there is not"
    tokens = tuple(map(int, numbers))
    code = scales.tokens + scales.shared.index(tokens) if tokens in scales.shared else None
    if said.get("data-c") != (None if code is None else str(code)):
        return "has the letter of another piece"
    for row in first:
        score = math.fsum(row["scores"][token] for token in tokens)
        full, style = scales.full(row), said.get("class", "")
        if not is_style(style, score, full, signed=scales.is_signed(row)):
            return f"has another colour than the scores of its tokens by {row['method']}"
    return None
