"""Which positions of a text the classifier reads: found out once by the probe, asked by everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float32, Int64

Reads = Literal["first", "last", "mean"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a classifier chooses the positions whose last hidden states it reads."""

    rule: Reads
    """The first position, the last, or the mean of all."""
    skipped: int | None = None
    """The id that ``last`` passes over wherever it stands; None where every token counts.

    transformers' decoders read the rightmost token that is not the padding token, even where a text
    itself ends with that token.
    """

    def positions(self, ids: Int64[np.ndarray, " tokens"]) -> Int64[np.ndarray, " read"]:
        """Return the positions that are read of a text without padding, in rising order."""
        every = np.arange(len(ids))
        if self.rule == "mean":
            return every
        if self.rule == "first" or self.skipped is None:
            return every[:1] if self.rule == "first" else every[-1:]
        kept = np.flatnonzero(ids != self.skipped)
        return kept[-1:] if len(kept) else every[:1]

    def weights(self, ids: Int64[np.ndarray, " tokens"]) -> Float32[np.ndarray, " tokens"]:
        """Return the weight with which each position is read; they sum to 1."""
        read = self.positions(ids)
        weights = np.zeros(len(ids), np.float32)
        weights[read] = 1 / max(len(read), 1)
        return weights
