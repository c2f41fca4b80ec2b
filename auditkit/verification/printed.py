"""Read numbers as they are printed, and say whether they are a value of the evidence.

This is a reading of its own, not the code that printed them: a mistake there is found here.
"""

from __future__ import annotations

import math
import re

UNDEFINED = "undefined"
NONE = "\u2013"
"""What tables print where there is no number."""
_MINUS = "\u2212"
_NUMBER = re.compile(r"([+\u2212]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?(%?|\u00a0pp)")
_NOT_FINITE = {"not a number": math.nan, "\u221e": math.inf, "\u2212\u221e": -math.inf}
_WHOLE_FROM = 10
"""A number that is not whole is printed without decimals only from here on."""
_LONGEST_QUOTE = 40


def exact(value: float | None) -> str:
    """Return a value as an attribute spells it: the shortest decimal that reads back the same."""
    if value is None:
        return ""
    return repr(int(value)) if float(value).is_integer() else repr(float(value))


def agrees(text: str, value: float | None, *, decimals: int = 1) -> bool:
    """Whether `text` is `value`, rounded to the decimals that are printed.

    Args:
        text: What is printed, e.g. ``1,234``, ``+0.31`` or ``83.5%``.
        value: What it should be; None is printed as ``undefined`` or as a dash.
        decimals: Least decimals of a number that is neither whole nor a percentage nor large.
    """
    if value is None or text in (UNDEFINED, NONE):
        return value is None and text in (UNDEFINED, NONE)
    if text in _NOT_FINITE or not math.isfinite(value):
        return repr(_NOT_FINITE.get(text)) == repr(float(value))
    match = _NUMBER.fullmatch(text)
    if match is None:
        return False
    sign, digits, fraction, percent = match.groups(default="")
    unit = 0.01 if percent else 1.0
    number = float(f"{'-' * (sign == _MINUS)}{digits.replace(',', '')}.{fraction or 0}") * unit
    step = unit * 10.0 ** -len(fraction)
    may_be_rough = bool(percent) or float(value).is_integer() or abs(value) >= _WHOLE_FROM
    enough = len(fraction) >= decimals or may_be_rough
    return enough and abs(number - value) <= step * (0.5 + 1e-9) + 1e-15 * abs(value)


def quoted(text: str) -> str:
    """Return the start of a text from the page, so that a message stays one line."""
    return repr(text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}...")
