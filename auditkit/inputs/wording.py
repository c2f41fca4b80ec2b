"""How values from the data are spelled in error messages: quoted, escaped, cut short."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_VALUE = 60
MOST_VALUES = 20


def shown(value: object) -> str:
    """Return `value` quoted, with control characters escaped, in at most `LONGEST_VALUE` characters."""
    text = repr(value[: LONGEST_VALUE + 1]) if isinstance(value, str) else repr(value)
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 3] + "..."


def listed(values: Collection[object], most: int = MOST_VALUES) -> str:
    """Return the first `most` of `values`, quoted, and how many more there are."""
    first = [shown(value) for _, value in zip(range(most), values, strict=False)]
    rest = len(values) - len(first)
    return ", ".join(first) + (f" and {rest} more" if rest else "") if first else "none"


def one_line(error: Exception) -> str:
    """Return what `error` says in one line that ends as a sentence does."""
    text = " ".join(str(error).split()) or type(error).__name__
    return text if text.endswith((".", "!", "?")) else f"{text}."


def nearest(name: str, names: Collection[str]) -> str:
    """Return a sentence that names the entry of `names` nearest to `name`; empty if none is near."""
    folded = {known.casefold(): known for known in reversed(list(names))}
    near = get_close_matches(name.casefold(), folded, n=1)
    return f" Did you mean {shown(folded[near[0]])}?" if near else ""
