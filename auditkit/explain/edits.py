"""A text with one word blanked, deleted or swapped, and how its words answer to those of the original."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from auditkit.records import Encoded, Example, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32, Int64

    from auditkit.capture.references import Blank


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of one word."""

    kind: str
    """``mask``, ``delete`` or ``swap``."""
    word: int
    instead: str | None = None
    """The word that takes its place (swap)."""


def word_tokens(encoded: Encoded, word: int) -> list[Token]:
    """Return the tokens of a word."""
    return [token for token in encoded.tokens if token.word == word]


def word_text(encoded: Encoded, word: int) -> str:
    """Return a word as it stands in the text."""
    tokens = word_tokens(encoded, word)
    field = _field(encoded.example, tokens[0].segment)
    return field[min(token.start for token in tokens) : max(token.stop for token in tokens)]


def masked(encoded: Encoded, word: int, blank: Blank) -> Encoded | None:
    """Return the input with a word's ids replaced by the blank's; None where the blank has no id."""
    if blank.id is None:
        return None
    tokens = tuple(
        replace(token, id=blank.id, text=blank.token or "") if token.word == word else token
        for token in encoded.tokens
    )
    return Encoded(encoded.example, tokens, encoded.type_ids, encoded.flags)


def edited(encoded: Encoded, edit: Edit) -> Example:
    """Return the example with a word deleted (and one blank beside it), or another in its place."""
    tokens = word_tokens(encoded, edit.word)
    segment = tokens[0].segment
    start, stop = min(token.start for token in tokens), max(token.stop for token in tokens)
    text = _field(encoded.example, segment)
    before, after = text[:start], text[stop:]
    if edit.instead is None and before.endswith(" "):
        before = before[:-1]
    elif edit.instead is None and not before:
        after = after.removeprefix(" ")
    changed = before + (edit.instead or "") + after
    if segment == 1:
        return replace(encoded.example, text_pair=changed)
    return replace(encoded.example, text=changed)


def _field(example: Example, segment: int) -> str:
    return (example.text_pair if segment == 1 else example.text) or ""


def words_after(
    original: Encoded, changed: Encoded, edit: Edit
) -> Int64[np.ndarray, " words"] | None:
    """Return for each word of the original its index in the changed text; -1 for one that is gone.

    None where the change altered how other words are divided, so that they have no counterpart.
    """
    gone = edit.kind == "delete"
    if changed.word_count != original.word_count - gone:
        return None
    places = np.arange(original.word_count)
    if gone:
        places[edit.word + 1 :] -= 1
        places[edit.word] = -1
    for word, place in enumerate(places):
        same = edit.word == word or word_text(original, word) == word_text(changed, int(place))
        if not same:
            return None
    return places


def tokens_after(
    original: Encoded, changed: Encoded, edit: Edit
) -> tuple[np.ndarray, np.ndarray] | None:
    """Return the positions of all tokens that stayed, in the original and in the changed input.

    None where words were divided into other tokens.
    """
    kept = np.array([token.word != edit.word for token in original.tokens])
    words = words_after(original, changed, edit)
    if words is None:
        return None
    new = -1 if edit.kind == "delete" else int(words[edit.word])
    kept_after = np.array([token.word != new or token.word < 0 for token in changed.tokens])
    before, after = np.flatnonzero(kept), np.flatnonzero(kept_after)
    same = len(before) == len(after) and (original.ids[before] == changed.ids[after]).all()
    return (before, after) if same else None


def by_word(
    scores: Float32[np.ndarray, " tokens"], changed: Encoded, places: Sequence[int] | np.ndarray
) -> Float32[np.ndarray, " words"]:
    """Return the scores of the changed text for the original's words; NaN for one that is gone."""
    sums = np.zeros(changed.word_count + 1)
    np.add.at(sums, changed.words, scores)  # special tokens fall on the last entry
    sums[-1] = np.nan
    found: np.ndarray = sums[np.asarray(places)]
    return found.astype(np.float32)
