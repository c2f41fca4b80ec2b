"""Letters that stand for colours: eighths of the number that gets full colour.

``a`` is -8, ``i`` is 0 and ``q`` is 8; of numbers without a sign ``A`` is 0 and ``I`` is 8.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STEPS = 8
_TIE = 1e-9
"""How far from half a step two computers may round to different sides, in steps."""
_STYLE = re.compile("u([0-8])|z|([np])([1-8])")


def largest(numbers: Iterable[float]) -> float:
    """Return the largest size of numbers, 0 without any; what is not finite does not count."""
    return max((abs(number) for number in numbers if math.isfinite(number)), default=0.0)


def are_colours(letters: str, numbers: Sequence[float], full: float, *, signed: bool) -> bool:
    """Whether letters say how large numbers are.

    Args:
        letters: One for each number.
        numbers: The numbers; one that is not finite has the colour of 0.
        full: What gets full colour.
        signed: Whether the numbers have a sign.
    """
    zero = ord("a") + _STEPS if signed else ord("A")
    return len(letters) == len(numbers) and all(
        _is_step(ord(letter) - zero, number, full, signed=signed)
        for letter, number in zip(letters, numbers, strict=True)
    )


def is_style(style: str, number: float, full: float, *, signed: bool) -> bool:
    """Whether a class draws the colour of a number: ``n8``..``n1``, ``z``, ``p1``..``p8``, or ``u0``..``u8``."""
    match = _STYLE.fullmatch(style)
    if match is None or bool(match[1]) == signed:
        return False
    step = int(match[1] or match[3] or 0) * (-1 if match[2] == "n" else 1)
    return _is_step(step, number, full, signed=signed)


def _is_step(step: int, number: float, full: float, *, signed: bool) -> bool:
    true = _STEPS * number / full if full > 0 and math.isfinite(number) else 0.0
    true = max(-_STEPS, min(_STEPS, true if signed else abs(true)))
    return abs(step - true) <= 0.5 + _TIE
