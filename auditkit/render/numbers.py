"""How numbers are written. Nothing is computed here; every number is printed as it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.render.blocks import Measure

MINUS = "\u2212"
_LEAST_DECIMALS = 3
_MOST_DECIMALS = 9


def exact(value: float | None) -> str:
    """Write a value for machines: the shortest decimal that reads back as the same float."""
    if value is None:
        return ""
    return repr(int(value)) if float(value).is_integer() else repr(float(value))


def shown(measure: Measure, value: float | None) -> str:
    """Write `value` (the measure's own or one of its bounds) the way `measure` is printed.

    ``digits`` are the decimals that are printed, also of a percentage.
    """
    if value is None:
        return "undefined"
    if measure.style == "signed" or not math.isfinite(value):
        return signed(value, measure.digits)
    if measure.style == "points":
        return f"{signed(value * 100, measure.digits)}\u00a0pp"
    if measure.style == "count":
        text = f"{round(value):,}"
    elif measure.style == "percent":
        text = f"{value * 100:.{measure.digits}f}%"
    else:
        text = f"{value:.{measure.digits}f}"
    return _without_sign_of_zero(text).replace("-", MINUS)


def _without_sign_of_zero(text: str) -> str:
    return text if text.strip("-0.%") else text.removeprefix("-")


def signed(value: float, decimals: int) -> str:
    """Write a value with its sign, always; a value that is zero has none."""
    if not math.isfinite(value):
        return _not_finite(value)
    if value == 0:
        return f"{0:.{decimals}f}"
    return f"{value:+.{decimals}f}".replace("-", MINUS)


def plain(value: float, decimals: int) -> str:
    """Write a value of which no sign is expected; a negative one still shows it."""
    if not math.isfinite(value):
        return _not_finite(value)
    return f"{value:.{decimals}f}".replace("-", MINUS)


def decimals_for(values: Iterable[float]) -> int:
    """Decimals that give the largest of `values` at least three significant digits."""
    largest = max((abs(v) for v in values if math.isfinite(v)), default=0.0)
    if largest == 0:
        return _LEAST_DECIMALS
    needed = 2 - math.floor(math.log10(largest))
    return min(max(_LEAST_DECIMALS, needed), _MOST_DECIMALS)


def _not_finite(value: float) -> str:
    if math.isnan(value):
        return "not a number"
    return f"{MINUS}\u221e" if value < 0 else "\u221e"
