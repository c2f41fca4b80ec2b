"""The flow of an example in one quantity: what each message from key to query contributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.render.scene.stored import Stored, stored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jaxtyping import Float64, Int64

QUANTITIES = ("relevance", "attention", "weighted")
"""What an arc may show, the default first."""
WHOLE_UP_TO = 64
"""Texts of more tokens keep only the top keys of each row."""
MOST_NUMBERS = 2**19
"""Numbers of one quantity that a long text may keep; at least `LEAST_KEYS` keys of each row."""
LEAST_KEYS = 4


def keys_kept(layers: int, heads: int, tokens: int) -> int | None:
    """Return how many keys of each row a page holds; None for all."""
    if tokens <= WHOLE_UP_TO:
        return None
    return max(LEAST_KEYS, min(WHOLE_UP_TO, MOST_NUMBERS // (layers * heads * tokens)))


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """One quantity, as the page has it."""

    values: Float64[np.ndarray, "layers heads tokens kept"]
    keys: Int64[np.ndarray, "layers heads tokens kept"]
    """The key of each value."""


def stored_flow(name: str, exact: np.ndarray, kept: int | None) -> tuple[Stored, ...]:
    """Round the messages of one quantity, `attention` or `relevance`.

    Args:
        name: The quantity.
        exact: [layers heads tokens tokens], row i is where position i looks.
        kept: Keys to keep of each row, those of largest size, in the order of the text; None for all.

    Returns:
        The values; with `kept` also their keys, and the sum of what is left out of each row.
    """
    exact = np.nan_to_num(exact.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
    if kept is None:
        return (stored(name, exact),)
    largest = np.argsort(-np.abs(exact), axis=-1, kind="stable")[..., :kept]
    keys = np.sort(largest, axis=-1)
    values = np.take_along_axis(exact, keys, axis=-1)
    rest = exact.sum(-1) - values.sum(-1)
    if name == "attention":
        rest = np.clip(rest, 0.0, 1.0)
    return (stored(name, values), stored(f"{name}_keys", keys), stored(f"{name}_rest", rest))


def flow(arrays: Mapping[str, Stored], quantity: str) -> Flow | None:
    """Return a quantity as a reader of the page gets it; None if the page cannot say it."""
    name = "attention" if quantity == "weighted" else quantity
    if name not in arrays or (quantity == "weighted" and "value_norms" not in arrays):
        return None
    values = arrays[name].numbers()
    if f"{name}_keys" in arrays:
        keys = arrays[f"{name}_keys"].values.astype(np.int64)
    else:
        keys = np.broadcast_to(np.arange(values.shape[-1]), values.shape)
    if quantity == "weighted":
        norms = arrays["value_norms"].numbers()[:, :, None, :]
        values = values * np.take_along_axis(np.broadcast_to(norms, _by_key(norms, keys)), keys, -1)
    return Flow(values, keys)


def _by_key(norms: np.ndarray, keys: np.ndarray) -> tuple[int, ...]:
    return (*keys.shape[:3], norms.shape[-1])
