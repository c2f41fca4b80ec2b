"""How much of a layer's attention is worked on at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

PIECE = 1 << 17
"""Entries: half a megabyte of float32, which stays in a core's cache while it is read again."""


def pieces_of(maps: Tensor) -> int:
    """Return how many maps [... queries keys] make a piece; at least one."""
    entries: int = maps.shape[-2] * maps.shape[-1]
    return max(1, PIECE // entries)
