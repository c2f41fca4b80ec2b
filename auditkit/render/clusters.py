"""Characters as a reader sees them: no colour and no name stops inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield first and last-but-one code point of every grapheme cluster; blanks one by one."""
    return (match.span() for match in regex.finditer(r"\s|\X", text))


def widened(text: str, start: int, stop: int) -> str:
    """Return the clusters that a span of code points has a part of."""
    touched = [span for span in clusters(text) if span[0] < stop and span[1] > start]
    return text[touched[0][0] : touched[-1][1]] if touched else ""
