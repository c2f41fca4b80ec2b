"""How sentences and pictures name the tokens and words of an example."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.records import NO_WORD
from auditkit.render.blocks import Code, Word
from auditkit.render.visible import token_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.render.blocks import Prose

LONGEST = 40
"""Characters of a word that a sentence shows."""


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

    @property
    def word_count(self) -> int:
        """Number of words."""
        return len(self._members)

    def members(self, word: int) -> list[int]:
        """Return the tokens of a word."""
        return self._members.get(word, [])

    def label(self, token: int) -> str:
        """Return a token's text, shortened; the tokenizer's spelling for a special one."""
        own = None if self._row["words"][token] == NO_WORD else self._text([token])
        return shortened(own or self._row["tokens"][token])

    def word(self, word: int) -> str:
        """Return a word's text, shortened."""
        members = self.members(word)
        return shortened(self._text(members) or "".join(self._row["tokens"][t] for t in members))

    def name(self, token: int) -> Prose:
        """Return a token's name in a sentence, with the number of its word from 0."""
        word = self._row["words"][token]
        if word == NO_WORD:
            return (Code(self.label(token)),)
        own = Word(f"\u201c{self.label(token)}\u201d")
        if len(self.members(word)) == 1:
            return (own, f" (word {word})")
        return (own, f" (in word {word}, ", Word(f"\u201c{self.word(word)}\u201d"), ")")

    def _text(self, tokens: Sequence[int]) -> str:
        if not tokens:
            return ""
        field = "text_pair" if self._row["segments"][tokens[0]] == 1 else "text"
        start = min(self._row["starts"][token] for token in tokens)
        stop = max(self._row["stops"][token] for token in tokens)
        return (self._row[field] or "")[start:stop].strip()


def shortened(text: str) -> str:
    """Return a word so that every character of it can be seen, cut if it is long."""
    shown = token_label(text)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}\u2026"
