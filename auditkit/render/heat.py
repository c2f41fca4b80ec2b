"""Scores to colours. Colours are for looking; the numbers beside them are never scaled."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from auditkit.evidence.readings import total
from auditkit.render import numbers
from auditkit.render.inline import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 8
"""Colours on each side of zero: 17 classes for signed scores, 9 for scores without a sign."""


def level(score: float, scale: float) -> int:
    """Return the colour step of a score, from -8 to 8; 0 where there is nothing to compare."""
    if scale <= 0 or not math.isfinite(score):
        return 0
    return max(-STEPS, min(STEPS, round(STEPS * score / scale)))


def css_class(step: int, *, signed: bool) -> str:
    """Return the class that draws a step: ``n8``..``n1``, ``z``, ``p1``..``p8``, or ``u0``..``u8``."""
    if not signed:
        return f"u{abs(step)}"
    if step == 0:
        return "z"
    return f"p{step}" if step > 0 else f"n{-step}"


def code(step: int, *, signed: bool) -> str:
    """Return one letter per step, so that a whole text's colours fit in one short attribute.

    ``a`` is -8, ``i`` is 0 and ``q`` is 8; without a sign ``A`` is 0 and ``I`` is 8.
    """
    return chr(ord("a") + step + STEPS) if signed else chr(ord("A") + abs(step))


def class_of(letter: str) -> str:
    """Return the class of a step that `code` wrote as one letter."""
    if letter.isupper():
        return css_class(ord(letter) - ord("A"), signed=False)
    return css_class(ord(letter) - ord("a") - STEPS, signed=True)


def darkness(letter: str) -> int:
    """Return how dark a step is that `code` wrote as one letter, from 0 to 8."""
    return ord(letter) - ord("A") if letter.isupper() else abs(ord(letter) - ord("a") - STEPS)


def together(scores: Sequence[float], tokens: Sequence[int]) -> float:
    """Return the sum of the scores of tokens that lie on the same characters."""
    return total([scores[token] for token in tokens])


def as_size(value: float, place: str) -> Measure:
    """Return the size of a number of the evidence: a negative one is cited with its sign turned."""
    size = abs(value)
    digits = numbers.decimals_for([size])
    return Measure(size, place if value == size else f"-{place}", digits=digits)
