"""A text with one word blanked, deleted or swapped, and how its words answer to those of the original."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from auditkit.inputs.segmentation import (
    is_blank,
    is_unbroken,
    unbroken_scripts,
    whole_clusters,
)
from auditkit.records import Encoded, Example, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32, Int64

    from auditkit.capture.references import Blank

LEAST_LETTERS = 3
"""Letters of a word that is put in another's place, at least."""
LEAST_OF_UNBROKEN = 2
"""Characters of one in writing without blanks, whose words are short."""


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
    segment, start, stop = _place(encoded, word)
    return _field(encoded.example, segment)[start:stop]


def _place(encoded: Encoded, word: int) -> tuple[int, int, int]:
    """Return the segment of a word, its first character and the one after its last."""
    tokens = word_tokens(encoded, word)
    segment = tokens[0].segment
    start, stop = min(token.start for token in tokens), max(token.stop for token in tokens)
    return (segment, *whole_clusters(_field(encoded.example, segment), start, stop))


def swap_words(rows: Sequence[Encoded]) -> list[str]:
    """Return the words of texts that may take the place of others, each once, sorted."""
    words = {word_text(row, word).strip() for row in rows for word in range(row.word_count)}
    return sorted(word for word in words if _may_stand_in(word))


def _may_stand_in(word: str) -> bool:
    if not is_unbroken(word):
        return word.isalpha() and len(word) >= LEAST_LETTERS
    kinds = {unicodedata.category(character)[0] for character in word}
    return kinds <= {"L", "M"} and len(word) >= LEAST_OF_UNBROKEN


def of_one_kind(words: Sequence[str], own: str) -> list[str]:
    """Return the words that are written as `own` is: with blanks, or without in the same script."""
    scripts = _scripts(own)
    if not scripts:
        return [word for word in words if not _scripts(word)]
    return [word for word in words if scripts & _scripts(word)]


@lru_cache(maxsize=100_000)
def _scripts(word: str) -> frozenset[str]:
    return unbroken_scripts(word)


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
    segment, start, stop = _place(encoded, edit.word)
    text = _field(encoded.example, segment)
    if edit.instead is None:
        changed = _without(text, start, stop)
    else:
        first, last = _bare(text, start, stop)
        changed = text[:first] + edit.instead + text[last:]
    if segment == 1:
        return replace(encoded.example, text_pair=changed)
    return replace(encoded.example, text=changed)


def _without(text: str, start: int, stop: int) -> str:
    """Return a text without a word and the blank before it, at the start the one after it.

    In writing without blanks the blank stays where the next word follows without one: it sets the
    rest apart. Other blanks than U+0020 are taken where they would end the text or stand twice.
    """
    before, after = text[:start], text[stop:]
    unbroken = is_unbroken(text[start:stop])
    if after and _is_of_word(after[0]) and (unbroken or is_unbroken(after[0])):
        return text[: _bare(text, start, stop)[0]] + after
    if before.endswith(" "):
        return before[:-1] + after
    if not before:
        return after.removeprefix(" ")
    if unbroken and is_blank(before[-1]) and (not after or is_blank(after[0])):
        return before[:-1] + after
    return before + after


def _bare(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return the place of a word without the blanks at its ends that some tokenizers count with it."""
    while start < stop and is_blank(text[start]):
        start += 1
    while start < stop and is_blank(text[stop - 1]):
        stop -= 1
    return start, stop


def _is_of_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


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
