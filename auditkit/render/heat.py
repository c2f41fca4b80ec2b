"""Scores to colours. Colours are for looking; the numbers beside them are never scaled."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditkit.render.blocks import ExampleCard, MethodScores

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


def signed_scale(card: ExampleCard) -> float:
    """Largest absolute score in the text over the methods that explain the margin.

    A control's scores are of no size that means anything: it sets the scale only where it is alone.
    """
    shown = text_groups(card)
    signed = [method for method in card.methods if method.signed]
    telling = [method for method in signed if not method.control] or signed
    return max((_largest(method.scores, shown) for method in telling), default=0.0)


def scale_of(card: ExampleCard, method: MethodScores) -> float:
    """The score that gets full colour: shared by signed methods, its own for any other."""
    if method.signed:
        return signed_scale(card)
    return _largest(method.scores, text_groups(card))


def text_groups(card: ExampleCard) -> frozenset[tuple[int, ...]]:
    """What has a colour of its own in the example's text: each token, and tokens that share a piece."""
    groups = {piece.tokens for field in card.fields for piece in field.pieces if piece.tokens}
    return frozenset(groups | {(token,) for group in groups for token in group})


def together(scores: Sequence[float], tokens: Sequence[int]) -> float:
    """Return the sum of the scores of tokens that lie on the same characters."""
    return math.fsum(scores[token] for token in tokens)


def _largest(scores: Sequence[float], groups: Iterable[Sequence[int]]) -> float:
    sums = (together(scores, group) for group in groups)
    return max((abs(score) for score in sums if math.isfinite(score)), default=0.0)
