"""Which examples tell most about a model, where there is no room for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow.compute as pc

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa
    from jaxtyping import Float64

KINDS = ("errors", "margins", "disagreement", "typical")
"""In the order in which they take their places."""


def telling(
    outcomes: pa.Table, margins: pa.ChunkedArray, places: Mapping[str, int]
) -> tuple[int, ...]:
    """Return the examples that tell most, each once, kind by kind.

    The kinds: the errors made with the highest probability, the smallest margins, the strongest
    disagreement between methods, and the right answers whose probability is nearest the median of all
    right answers (of all answers, where no example can be right or wrong). Of equals the first comes
    first; the median of an even number of answers is the upper one of the two in the middle.

    Args:
        outcomes: Table of schema `OUTCOMES`.
        margins: Margin of each example.
        places: How many of each of `KINDS`.

    Returns:
        Rows of `outcomes`.
    """
    found = _orders(outcomes, margins)
    taken: list[int] = []
    for kind in KINDS:
        taken += [row for row in found[kind] if row not in taken][: places[kind]]
    return tuple(taken)


def _orders(outcomes: pa.Table, margins: pa.ChunkedArray) -> dict[str, list[int]]:
    correct = outcomes["correct"].to_pylist()
    wrong = np.array([one is False for one in correct], np.bool_)
    decided = any(one is not None for one in correct)
    usual = np.array([one is (True if decided else None) for one in correct], np.bool_)
    probability = np.where(usual, _numbers(outcomes["probability"]), np.nan)
    sure = np.where(wrong, np.nan_to_num(_numbers(outcomes["wrong_probability"])), np.nan)
    return {
        "errors": _ascending(-sure),
        "margins": _ascending(np.abs(_numbers(margins))),
        "disagreement": _ascending(-_numbers(outcomes["disagreement"])),
        "typical": _ascending(np.abs(probability - _upper_median(probability))),
    }


def _numbers(column: pa.ChunkedArray) -> Float64[np.ndarray, " rows"]:
    return np.asarray(pc.cast(column, "float64").to_numpy(), dtype=np.float64)


def _upper_median(values: Float64[np.ndarray, " rows"]) -> float:
    ordered = np.sort(values[np.isfinite(values)])
    return float(ordered[len(ordered) // 2]) if len(ordered) else np.nan


def _ascending(values: Float64[np.ndarray, " rows"]) -> list[int]:
    """Rows from the smallest value on, ties by row; what is not finite is left out."""
    return [int(row) for row in np.argsort(values, kind="stable") if np.isfinite(values[row])]
