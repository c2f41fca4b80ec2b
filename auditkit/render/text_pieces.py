"""An example's text cut into pieces: each holds what the same tokens lie on."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from auditkit.render.clusters import clusters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an example's text on which the same tokens lie, or none."""

    text: str
    token: int | None
    """Index into the example's tokens, of the last one here; None for text that no token covers."""
    others: tuple[int, ...] = ()
    """The other tokens here; the piece is coloured by the sum over all of them."""

    @property
    def tokens(self) -> tuple[int, ...]:
        """All tokens that lie here, in order."""
        return () if self.token is None else (*self.others, self.token)


@dataclass(frozen=True, slots=True)
class TextField:
    """One field of an example, cut into pieces that together are the field's whole text."""

    name: str
    pieces: tuple[Piece, ...]


def text_field(name: str, text: str, spans: Sequence[tuple[int, int, int]]) -> TextField:
    """Cut one field of an example into pieces that together are its whole text.

    A grapheme cluster is never cut: it lies under every token that has a part of it.

    Args:
        name: Name of the field.
        text: Its text.
        spans: First and last-but-one code point of each token, and the token's index. Tokens without
            any character get no piece.
    """
    pieces = []
    for tokens, covered in groupby(_covered(text, spans), key=itemgetter(1)):
        inside = "".join(cluster for cluster, _ in covered)
        pieces.append(Piece(inside, tokens[-1] if tokens else None, tokens[:-1]))
    return TextField(name, tuple(pieces))


def _covered(
    text: str, spans: Sequence[tuple[int, int, int]]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield every grapheme cluster with the tokens that have a part of it."""
    on: list[list[int]] = [[] for _ in text]
    for start, stop, token in spans:
        for at in range(start, min(stop, len(text))):
            on[at].append(token)
    for start, stop in clusters(text):
        yield text[start:stop], tuple(sorted({token for at in on[start:stop] for token in at}))
