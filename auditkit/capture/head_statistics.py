"""Where each head looks, streamed over the plain forward pass.

Each statistic of a row of attention weights is averaged over the example's real query positions;
averaging over examples is `auditkit.aggregate`'s. Padding never enters a mean.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.pieces import pieces_of

if TYPE_CHECKING:
    from torch import Tensor

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine
    from auditkit.records import Encoded

STATISTICS = (
    "entropy",
    "distance",
    "special_share",
    "first_share",
    "punctuation_share",
    "self_share",
    "previous_share",
    "next_share",
)
"""Order of the first axis of what `HeadStatistics` returns."""


def is_punctuation(text: str) -> bool:
    """Whether `text` has characters and all of them are Unicode punctuation (P) or symbols (S)."""
    return bool(text) and all(unicodedata.category(character)[0] in "PS" for character in text)


def punctuation_mask(encoded: Encoded) -> np.ndarray:
    """Return for each token whether its stretch of the text is punctuation; float32 [tokens]."""
    fields = (encoded.example.text, encoded.example.text_pair or "")
    return np.array(
        [
            token.kind == "text"
            and is_punctuation(fields[token.segment][token.start : token.stop].strip())
            for token in encoded.tokens
        ],
        dtype=np.float32,
    )


class HeadStatistics:
    """Observer: float32 [statistics, layers, heads] per example; NaN where undefined."""

    def __init__(self, batch: Batch, engine: Engine) -> None:  # noqa: ARG002  (the observers' signature)
        self.batch = batch
        device = batch.ids.device
        self.queries = batch.real.float()
        special = [
            np.array([t.kind == "special" for t in row.tokens], np.float32) for row in batch.rows
        ]
        first = [np.arange(len(row.tokens), dtype=np.float32) == 0 for row in batch.rows]
        keys = (
            special,
            [f.astype(np.float32) for f in first],
            [punctuation_mask(r) for r in batch.rows],
        )
        self.key_masks = torch.stack([batch.place(mask) for mask in keys], dim=-1)
        positions = torch.arange(batch.length, device=device, dtype=torch.float32)
        self.distances = (positions[:, None] - positions[None, :]).abs()
        self.layers: list[Tensor] = []

    def record(self, step: AttentionStep) -> None:
        """Reduce one layer's weights to [rows statistics heads]."""
        weights = step.weights
        entropies, distances, shares = self._reduced(weights)
        near = [weights.diagonal(offset, dim1=-2, dim2=-1) for offset in (0, -1, 1)]
        rows = [
            distances,
            *shares.unbind(-1),
            near[0],
            torch.nn.functional.pad(near[1], (1, 0)),
            torch.nn.functional.pad(near[2], (0, 1)),
        ]
        count = self.queries.sum(-1)
        means = [torch.einsum("bhq,bq->bh", row, self.queries) / count[:, None] for row in rows]
        self.layers.append(torch.stack([self._entropy(step, entropies), *means], dim=1))

    def _reduced(self, weights: Tensor) -> list[Tensor]:
        """Return entropy and distance [rows heads queries], and shares [rows heads queries masks].

        A few maps are taken at a time, so that one read of each from memory serves all.
        """
        heads, at_once = weights.shape[1], pieces_of(weights)
        masks = self.key_masks.repeat_interleave(heads, dim=0).split(at_once)
        found = [
            (torch.special.entr(maps).sum(-1), (maps * self.distances).sum(-1), maps @ mask)
            for maps, mask in zip(weights.flatten(0, 1).split(at_once), masks, strict=True)
        ]
        return [torch.cat(parts).unflatten(0, (-1, heads)) for parts in zip(*found, strict=True)]

    def _entropy(self, step: AttentionStep, of_rows: Tensor) -> Tensor:
        """Row entropy over log(visible keys), mean over real rows with more than one visible key."""
        visible = step.visible.sum(-1)
        defined = self.queries[:, None] * (visible > 1)
        entropy = of_rows / visible.clamp(min=2).log()
        # 0 / 0 is NaN on purpose: an example without such a row has no entropy.
        return (entropy * defined).sum(-1) / defined.sum(-1)

    def result(self) -> Tensor:
        """Return float32 [rows statistics layers heads]."""
        return torch.stack(self.layers, dim=2)

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:  # noqa: ARG002  (an observer's)
        """Return float32 [statistics layers heads]."""
        return row
