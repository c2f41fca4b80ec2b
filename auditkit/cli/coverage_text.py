"""How many examples were predicted and explained, as a line for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.wording import plural

if TYPE_CHECKING:
    from collections.abc import Mapping


def coverage(counts: Mapping[str, int]) -> str:
    """Return the line.

    Args:
        counts: Of the manifest; older ones do not say what was predicted.
    """
    drawn = counts["explained"]
    predicted = counts.get("predicted", drawn)
    start = f"Predicted: {predicted:,} of {counts['examples']:,} {plural(counts['examples'], 'example')}"
    if drawn == predicted:
        return f"{start}, all explained"
    return (
        f"{start}. Explained: {drawn:,}, drawn at random (numbers about explanations are over these), and "
        f"{counts['explained_for_detail']:,} only to be shown in detail. Not explained: "
        f"{counts['not_explained']:,}"
    )
