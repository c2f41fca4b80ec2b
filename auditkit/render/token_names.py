"""How sentences and pictures name the tokens and words of an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.records import NO_WORD
from auditkit.render.blocks import Code, Word
from auditkit.render.clusters import widened
from auditkit.render.visible import token_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.render.blocks import Prose

LONGEST = 40
"""Characters of a word that a sentence shows."""
BLANK_MARKS = "\u2581\u0120 "
"""How SentencePiece and byte-level tokenizers spell a blank."""


class TokenNames:
    """Names of one example's tokens and words, as they stand in its text.

    Args:
        row: Cells of `examples.parquet`.
    """

    def __init__(self, row: dict[str, Any]) -> None:
        self._row = row
        self._members: dict[int, list[int]] = {}
        for token, word in enumerate(row["words"]):
            if word != NO_WORD:
                self._members.setdefault(word, []).append(token)
        self._on: dict[tuple[int, int, int], list[int]] = {}
        for token in range(len(row["tokens"])):
            self._on.setdefault(self._place(token), []).append(token)

    @property
    def word_count(self) -> int:
        """Number of words."""
        return len(self._members)

    def members(self, word: int) -> list[int]:
        """Return the tokens of a word."""
        return self._members.get(word, [])

    def label(self, token: int) -> str:
        """Return a token's text, shortened; the tokenizer's spelling where it has none of its own.

        That is a special token, and a mark for the blank before a word that lies on the word's first
        character. Parts of one character are numbered: "\u6211 2/3".
        """
        spelling = self._row["tokens"][token]
        text, start, stop = self._span([token])
        own = "" if self._row["words"][token] == NO_WORD else text[start:stop].strip()
        if not own or self._is_mark(token):
            return shortened(spelling)
        parts = [part for part in self._on_same(token) if not self._is_mark(part)]
        number = "" if len(parts) == 1 else f" {parts.index(token) + 1}/{len(parts)}"
        return f"{shortened(own)}{number}"

    def word(self, word: int) -> str:
        """Return a word's text, shortened."""
        members = self.members(word)
        text = widened(*self._span(members)).strip() if members else ""
        return shortened(text or "".join(self._row["tokens"][t] for t in members))

    def name(self, token: int) -> Prose:
        """Return a token's name in a sentence, with the number of its word from 0."""
        word = self._row["words"][token]
        if word == NO_WORD:
            return (Code(self.label(token)),)
        own = Word(f"\u201c{self.label(token)}\u201d")
        if len(self.members(word)) == 1:
            return (own, f" (word {word})")
        return (own, f" (in word {word}, ", Word(f"\u201c{self.word(word)}\u201d"), ")")

    def _is_mark(self, token: int) -> bool:
        """Whether a token that shares its characters only says that a blank comes before them."""
        bare = not self._row["tokens"][token].strip(BLANK_MARKS)
        return bare and len(self._on_same(token)) > 1

    def _on_same(self, token: int) -> list[int]:
        """Return the tokens that lie on the same characters, blanks at their ends aside."""
        return self._on[self._place(token)]

    def _place(self, token: int) -> tuple[int, int, int]:
        text, start, stop = self._span([token])
        inside = text[start:stop]
        blanks = len(inside) - len(inside.lstrip())
        first, last = start + blanks, start + len(inside.rstrip())
        return self._row["segments"][token], first, max(first, last)

    def _field(self, token: int) -> str:
        return "text_pair" if self._row["segments"][token] == 1 else "text"

    def _span(self, tokens: Sequence[int]) -> tuple[str, int, int]:
        """Return the field of tokens, their first code point there and the one after the last."""
        text = self._row[self._field(tokens[0])] or ""
        starts, stops = self._row["starts"], self._row["stops"]
        return text, min(starts[token] for token in tokens), max(stops[token] for token in tokens)


def shortened(text: str) -> str:
    """Return a word so that every character of it can be seen, cut if it is long."""
    shown = token_label(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}\u2026"
