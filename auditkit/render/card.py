"""What an example card shows, worked out once so that its template only has to write it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditkit.evidence.readings import is_single, largest, total
from auditkit.records import NO_WORD
from auditkit.render import heat, numbers
from auditkit.render.inline import Measure
from auditkit.render.visible import token_label
from auditkit.render.wording import NOT_TESTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.render.example_blocks import ExampleCard, MethodScores
    from auditkit.render.text_pieces import Piece, TextField

LONG_TEXT = 1500
"""Characters above which a text scrolls in a box of its own."""


@dataclass(frozen=True, slots=True)
class Column:
    """One method of a card: its colours, and its column in the table of numbers."""

    source: MethodScores
    codes: str
    """Colour of every token, then of every piece that several tokens share, in the order of the text:
    one letter each; see `heat.code`."""
    full: Measure
    """The score that gets full colour."""
    cells: tuple[tuple[str, str | None], ...]
    """Score and standard error of every token, as printed."""
    base: str
    total: str
    residual: str
    evaluations: str
    is_exact: bool
    """The method states errors, every one of them is zero, and there is more than one unit."""
    note: str
    """The method's note, without what the caption says for several methods at once."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text with the colour of the first method; token None has no colour."""

    text: str
    token: int | None
    style: str
    others: str = ""
    """Further tokens on the same characters, as a list of indices with blanks between."""
    code: int | None = None
    """Place of the piece's letter among a column's codes; that of its token for None."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the example's text."""

    name: str
    spans: tuple[Span, ...]
    is_long: bool
    is_empty: bool


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One token of the table of numbers."""

    label: str
    is_special: bool
    continues: bool
    """The token goes on with the word of the token before."""


@dataclass(frozen=True, slots=True)
class CardView:
    """Everything the template of an example card needs."""

    fields: tuple[Field, ...]
    columns: tuple[Column, ...]
    rows: tuple[TokenRow, ...]
    target: str | None
    """What positive scores support, if all methods say the same."""
    has_errors: bool
    shares_characters: bool
    """Several tokens lie on the same characters somewhere in the text."""
    untested: str
    """Which methods are not yet tested, said once for all; empty where it stays with the method."""


def view(card: ExampleCard) -> CardView:
    """Work out what the card of an example shows."""
    untested = [method.title for method in card.methods if NOT_TESTED in (method.note or "")]
    said_once = NOT_TESTED if len(untested) > 1 else ""
    shared = _shared(card)
    columns = tuple(
        _column(card, method, full, said_once, shared)
        for method, full in zip(card.methods, full_colours(card), strict=True)
    )
    targets = {method.target for method in card.methods}
    return CardView(
        fields=tuple(_field(field, columns, shared) for field in card.fields),
        columns=columns,
        rows=_rows(card),
        target=targets.pop() if len(targets) == 1 else None,
        has_errors=any(error is not None for column in columns for _, error in column.cells),
        untested=f"{NOT_TESTED[:-1]}: {', '.join(untested)}." if said_once else "",
        shares_characters=bool(shared),
    )


def full_colours(card: ExampleCard) -> tuple[Measure, ...]:
    """Return the score that gets full colour for each method, with its place in the evidence.

    It is the largest in size of a token of the text: of all methods that explain the margin, for each
    of them; of its own for any other. Sums of tokens that share characters may be larger: they have full
    colour too. A control's scores are of no size that means anything: it sets
    the scale only where it is alone.
    """
    shown = sorted(
        {token for field in card.fields for piece in field.pieces for token in piece.tokens}
    )
    signed = [method for method in card.methods if method.signed]
    telling = [method for method in signed if not method.control] or signed
    shared = _largest(telling, shown)
    return tuple(shared if method.signed else _largest([method], shown) for method in card.methods)


def _largest(methods: Sequence[MethodScores], tokens: Sequence[int]) -> Measure:
    places = [(method, token) for method in methods for token in tokens]
    at = largest([method.scores[token] for method, token in places])
    if at is None:
        return Measure(0.0, digits=numbers.decimals_for([]))
    method, token = places[at]
    return heat.as_size(method.scores[token], f"{method.evidence}/{token}")


Shared = dict[tuple[int, ...], int]
"""Tokens of a piece that several share -> place of their letter among the codes."""


def _shared(card: ExampleCard) -> Shared:
    groups = (piece.tokens for field in card.fields for piece in field.pieces if piece.others)
    return {tokens: len(card.tokens) + at for at, tokens in enumerate(dict.fromkeys(groups))}


def _column(
    card: ExampleCard, method: MethodScores, full: Measure, said_once: str, shared: Shared
) -> Column:
    decimals = numbers.decimals_for(method.scores)
    write = numbers.signed if method.signed else numbers.plain
    sums = [heat.together(method.scores, tokens) for tokens in shared]
    steps = [heat.level(score, full.value or 0.0) for score in (*method.scores, *sums)]
    has_no_error = bool(method.error) and not any(method.error or ())
    without: tuple[float | None, ...] = (None,) * len(method.scores)
    errors = without if has_no_error else method.error or without
    return Column(
        source=method,
        codes="".join(heat.code(step, signed=method.signed) for step in steps),
        full=full,
        cells=tuple(
            (write(score, decimals), None if error is None else numbers.plain(error, decimals))
            for score, error in zip(method.scores, errors, strict=True)
        ),
        base=_optional(method.base, decimals),
        total=write(total(method.scores), decimals),
        residual=_optional(method.residual, decimals),
        evaluations=f"{method.evaluations:,}",
        is_exact=has_no_error and not is_single(card.words),
        note=(method.note or "").replace(said_once, "").strip(),
    )


def _optional(value: float | None, decimals: int) -> str:
    return "\u2013" if value is None else numbers.signed(value, decimals)


def _field(field: TextField, columns: tuple[Column, ...], shared: Shared) -> Field:
    spans = tuple(_span(piece, columns, shared) for piece in field.pieces)
    length = sum(len(piece.text) for piece in field.pieces)
    return Field(field.name, spans, is_long=length > LONG_TEXT, is_empty=length == 0)


def _span(piece: Piece, columns: tuple[Column, ...], shared: Shared) -> Span:
    code = shared.get(piece.tokens)
    style = _style(piece.token if code is None else code, columns)
    return Span(piece.text, piece.token, style, " ".join(map(str, piece.others)), code)


def _style(code: int | None, columns: tuple[Column, ...]) -> str:
    if code is None or not columns:
        return ""
    return heat.class_of(columns[0].codes[code])


def _rows(card: ExampleCard) -> tuple[TokenRow, ...]:
    words = (NO_WORD, *card.words)
    return tuple(
        TokenRow(token_label(text), special, continues=word == before and word != NO_WORD)
        for text, special, word, before in zip(
            card.tokens, card.special, card.words, words, strict=False
        )
    )
