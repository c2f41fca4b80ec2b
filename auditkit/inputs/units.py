"""Units: what methods add, blank and name as a whole. A unit is made of whole tokens.

Between blanks a unit is a word of the tokenizer. A stretch between blanks that has writing without
blanks is cut into segments instead (see `auditkit.inputs.segmentation`), unless the tokenizer divides
that writing by itself. Tokens and what they lie on form a graph, and its connected components are
the units: segments that share a token are one unit, and so are tokens that share a segment, a word or a
grapheme cluster.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from auditkit.inputs.segmentation import (
    SAMPLES,
    is_blank,
    large_clusters,
    segments,
    stretches,
    unbroken_scripts,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditkit.records import Example

Place = tuple[str, int, int, int]
"""What a token lies on: kind, field, and up to two numbers."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a token of the text lies.

    The field is 0 for the text and 1 for the pair; characters are code points of it.
    """

    start: int
    stop: int
    field: int
    word: int
    """Number that the tokenizer gives its word."""


@lru_cache(maxsize=4)
def divided_scripts(tokenizer: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the scripts without blanks whose letters a tokenizer sets apart as words of its own.

    BERT's does so with ideographs; byte-level and SentencePiece tokenizers with nothing.
    """
    encoding = tokenizer(list(SAMPLES.values()), add_special_tokens=False, verbose=False)
    return frozenset(
        name
        for name, row in zip(SAMPLES, encoding.encodings, strict=True)
        if len({word for word in row.word_ids if word is not None}) > 1
    )


def segmented(tokenizer: Any, examples: Iterable[Example]) -> int:  # noqa: ANN401
    """Return how many examples have a stretch that is cut into segments."""
    divided = divided_scripts(tokenizer)
    fields = ((example.text, example.text_pair or "") for example in examples)
    return sum(any(_is_segmented(field, divided) for field in both) for both in fields)


def _is_segmented(text: str, divided: frozenset[str]) -> bool:
    return next(_segmented_stretches(text, divided), None) is not None


def units(spots: Sequence[Spot], fields: tuple[str, str], divided: frozenset[str]) -> list[int]:
    """Return the unit of each token, numbered from 0 in the order of the tokens.

    Args:
        spots: Where the tokens lie, special ones left out.
        fields: The text and its pair.
        divided: Scripts that the tokenizer divides by itself.
    """
    ground = [_Field(field, divided) for field in fields]
    together = _Together()
    first = []
    for spot in spots:
        places = list(ground[spot.field].places(spot))
        first.append(places[0])
        together.join(places)
    numbers: dict[Place, int] = {}
    return [numbers.setdefault(together.representative(place), len(numbers)) for place in first]


class _Field:
    """One text, and on what its tokens lie."""

    def __init__(self, text: str, divided: frozenset[str]) -> None:
        self._text = text
        self._stretches = stretches(text)
        self._segmented = frozenset(_segmented_stretches(text, divided))
        self._segments = segments(text) if self._segmented else []
        self._clusters = large_clusters(text)

    def places(self, spot: Spot) -> Iterator[Place]:
        """Yield what a token lies on, at least one place.

        A token belongs to the word where its last character lies: some lie on no character, or begin
        with the blank before their word.
        """
        if not self._text:
            yield ("word", spot.field, spot.word, 0)
            return
        last = min(max(spot.start, spot.stop - 1), len(self._text) - 1)
        inside = range(spot.start, min(spot.stop, len(self._text)))
        cut = [at for at in inside if self._is_cut(at) and not is_blank(self._text[at])]
        if not cut and self._is_cut(last):
            cut = [last]
        yield from (("segment", spot.field, self._segments[at], 0) for at in cut)
        if not cut or not (self._is_cut(last) or self._text[last].isspace()):
            yield ("word", spot.field, spot.word, self._stretches[last])
        for at in inside:
            if at in self._clusters:
                yield ("cluster", spot.field, *self._clusters[at])

    def _is_cut(self, at: int) -> bool:
        return self._stretches[at] in self._segmented


def _segmented_stretches(text: str, divided: frozenset[str]) -> Iterator[int]:
    """Yield the stretches with writing without blanks, none of which the tokenizer divides."""
    if not unbroken_scripts(text) - divided:
        return
    for number, places in groupby(range(len(text)), key=stretches(text).__getitem__):
        inside = [text[at] for at in places]
        scripts = unbroken_scripts("".join(inside))
        if scripts and not scripts & divided:
            yield number


class _Together:
    """Sets of places that only grow together (union-find)."""

    def __init__(self) -> None:
        self._parent: dict[Place, Place] = {}

    def representative(self, place: Place) -> Place:
        """Return the one that stands for all that are together with `place`."""
        root = place
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        self._parent[place] = root
        return root

    def join(self, places: Iterable[Place]) -> None:
        """Put places together."""
        roots = [self.representative(place) for place in places]
        for root in roots[1:]:
            self._parent[root] = roots[0]
