"""What sentences say of stored numbers: which is largest, where an interval lies, how many, what they sum to.

Nothing here is stored. A report asks these functions and puts the answers into words, so that what it
says of a number is worked out in one place, and never where it is laid out.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa
    from jaxtyping import Bool, Float64, Shaped

Item = TypeVar("Item")
Name = TypeVar("Name", bound=Hashable)

Side = Literal["above", "below", "around", "unknown"]
"""Where an interval lies, seen from a reference: ``around`` holds it, ``unknown`` has no bounds."""


FEW_DRAWN, FEW_RANKED = 5, 3
"""Below so many values a bootstrap interval says nothing; below so many there is no median of its own, and
nothing recurs."""


def bounds(
    low: float | None, high: float | None, n: int, kind: str
) -> tuple[float, float] | tuple[None, None]:
    """Return the interval that can be relied on, none for a bootstrap of hardly any values, or of equal ones."""
    if low is None or high is None:
        return None, None
    says_nothing = kind == "bootstrap" and (n < FEW_DRAWN or low == high)
    return (None, None) if says_nothing else (low, high)


def side(low: float | None, high: float | None, reference: float | None) -> Side:
    """Return on which side of `reference` the interval [low, high] lies; a bound belongs to it."""
    if low is None or high is None or reference is None:
        return "unknown"
    if low > reference:
        return "above"
    return "below" if high < reference else "around"


def lowest(items: Iterable[Item], value: Callable[[Item], float | None]) -> Item | None:
    """Return the item with the smallest value, the first of equals; None where none has a value."""
    found = _known(items, value)
    return min(found, key=lambda pair: pair[0])[1] if found else None


def highest(items: Iterable[Item], value: Callable[[Item], float | None]) -> Item | None:
    """Return the item with the largest value, the first of equals; None where none has a value."""
    found = _known(items, value)
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _known(
    items: Iterable[Item], value: Callable[[Item], float | None]
) -> list[tuple[float, Item]]:
    pairs = ((value(item), item) for item in items)
    return [(number, item) for number, item in pairs if number is not None]


def ranked(items: Iterable[Item], value: Callable[[Item], float | None]) -> list[Item]:
    """Return items from the largest value on, equals in their order; no value counts as 0."""
    return sorted(items, key=lambda item: -(value(item) or 0.0))


def span(values: Iterable[float]) -> tuple[float, float]:
    """Return the smallest and the largest of at least one number."""
    numbers = list(values)
    return min(numbers), max(numbers)


def largest(values: Sequence[float] | np.ndarray) -> int | None:
    """Return the place of the number that is largest in size, the first of equals.

    None where no number is finite.
    """
    sizes = np.abs(np.asarray(values, np.float64).ravel())
    sizes[~np.isfinite(sizes)] = -1.0
    place = int(sizes.argmax()) if sizes.size else -1
    return None if place < 0 or sizes[place] < 0 else place


def size_of_largest(values: Sequence[float] | np.ndarray) -> float:
    """Return the size of the number that is largest in size; 0 where none is finite."""
    place = largest(values)
    return 0.0 if place is None else abs(float(np.asarray(values, np.float64).ravel()[place]))


def total(values: Iterable[float]) -> float:
    """Return the sum, rounded once: it depends on no order and on no version of Python."""
    return math.fsum(values)


def how_many_above(values: Iterable[float | None], threshold: float) -> int:
    """Return how many numbers are above `threshold`."""
    return sum(value is not None and value > threshold for value in values)


def how_many_exceed(pairs: Iterable[tuple[float | None, float | None]]) -> int:
    """Return in how many pairs the first number is above the second; null counts as 0."""
    return sum((first or 0.0) > (second or 0.0) for first, second in pairs)


def as_share(percent: float | None) -> float:
    """Return a percentage as a share; 0 where there is none."""
    return (percent or 0.0) / 100


def reaches(value: float | None, threshold: float) -> bool:
    """Whether a number is at least `threshold`; one that is not there is not."""
    return value is not None and value >= threshold


def is_single(words: Iterable[int]) -> bool:
    """Whether the words of a text's tokens (-1 for special ones) are all the same."""
    return len({word for word in words if word >= 0}) == 1


def are_all_single(examples: pa.Table) -> bool:
    """Whether no text that the model answered has more than one unit.

    Args:
        examples: Table of schema `EXAMPLES`, or its columns words and margin.
    """
    rows = examples.select(["words", "margin"]).to_pylist()
    texts = [row["words"] for row in rows if row["margin"] is not None and max(row["words"]) >= 0]
    return bool(texts) and all(map(is_single, texts))


def tally(names: Iterable[Name]) -> dict[Name, int]:
    """Return how often each name occurs, the most frequent first, equals by first occurrence."""
    return dict(Counter(names).most_common())


@dataclass(frozen=True, slots=True)
class BaselineSpread:
    """How far scores from several baselines differ."""

    token: int
    """The token whose scores differ most."""
    most: float
    """By how much they do."""
    same_sign: int
    """Tokens whose scores have one sign from all baselines."""


def baseline_spread(
    scores: Float64[np.ndarray, "baselines tokens"], tokens: Sequence[int]
) -> BaselineSpread:
    """Return how far the scores of some tokens, at least one, depend on the baseline."""
    own = np.asarray(scores)[:, list(tokens)]
    spread = np.ptp(own, axis=0)
    widest = int(spread.argmax())
    same = int((np.ptp(np.sign(own), axis=0) == 0).sum())
    return BaselineSpread(tokens[widest], float(spread[widest]), same)


Part = Literal["drawn", "own", "sinks", "rest"]


@dataclass(frozen=True, slots=True)
class FlowSizes:
    """Sums of |value| over the messages of a flow."""

    drawn: float
    own: float
    """Of tokens to themselves,"""
    sinks: float
    """from sinks to others,"""
    rest: float
    """and of what is left."""

    @property
    def total(self) -> float:
        """Sum over all messages."""
        return self.drawn + self.own + self.sinks + self.rest

    def share(self, part: Part) -> float | None:
        """Return a part as a share of all; None where all messages are 0."""
        whole = self.total
        return float(getattr(self, part)) / whole if whole else None


def flow_sizes(
    size: Float64[np.ndarray, " messages"],
    *,
    own: Bool[np.ndarray, " messages"],
    sinks: Bool[np.ndarray, " messages"],
    drawn: Shaped[np.ndarray, " some"],
) -> FlowSizes:
    """Return how much of a flow is drawn, and where the rest is.

    Args:
        size: |value| of every message.
        own: Which go from a token to itself.
        sinks: Which come from a sink, and go to another token.
        drawn: Places of those that are drawn; none of them is of `own` or `sinks`.
    """
    shown = float(size[drawn].sum())
    return FlowSizes(
        drawn=shown,
        own=float(size[own].sum()),
        sinks=float(size[sinks].sum()),
        rest=float(size[~own & ~sinks].sum()) - shown,
    )


def rounding_error(
    rule: Literal["square", "signed_square", "linear"], most: int, scale: float
) -> float:
    """Return how far a number may be from the one it was rounded to, at most: half a step.

    Args:
        rule: An integer q stands for q / most times scale, or for the square of that share, with its
            sign, times scale; there a step is largest at the upper end.
        most: The largest integer.
        scale: What it stands for.
    """
    half = 0.5 / most
    return (half if rule == "linear" else 2 * half * (1 - half / 2)) * scale
