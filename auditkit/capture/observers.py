"""Observers of the plain forward pass: each keeps per example what it needs, layer by layer.

The layers x heads x tokens x tokens tensor of a batch is never held, except by `FullAttention`,
which is used for the few examples shown in detail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
import torch
from typing_extensions import override

from auditkit.capture.pieces import PIECE
from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from jaxtyping import Float32
    from torch import Tensor

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine


class Observer(Protocol):
    """Watches one batch."""

    def record(self, step: AttentionStep) -> None:
        """Take one layer's attention."""
        ...

    def result(self) -> Tensor:
        """Return what was kept, [rows ...] on the model's device, after the last layer."""
        ...

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return one row of the result without padding."""
        ...


def read_rows(batch: Batch, engine: Engine) -> Float32[np.ndarray, "rows tokens"]:
    """Return for each row the weights with which the classifier reads its positions."""
    weights = np.zeros((len(batch.rows), batch.length), np.float32)
    for index, row in enumerate(batch.rows):
        weights[index, : len(row.tokens)] = engine.anatomy.known_reading.weights(row.ids)
    return weights


class Rollout:
    """Rollout of a non-negative token-to-token matrix per layer.

    A'_l = 0.5 W_l + 0.5 I with the rows of W_l summing to 1; R = A'_L ... A'_1 (Abnar & Zuidema
    2020, arXiv:2005.00928, section 4). The result is R's row at the position the classifier reads.
    """

    def __init__(self, batch: Batch, engine: Engine) -> None:
        self.batch, self.engine = batch, engine
        self.product: Tensor | None = None

    def mixing(self, step: AttentionStep) -> Tensor:
        """Return W [rows queries keys], a new tensor: here the attention averaged over heads."""
        return step.weights.mean(1)

    def record(self, step: AttentionStep) -> None:
        """Multiply the layer's matrix from the left."""
        layer = self.mixing(step).mul_(0.5)
        layer.diagonal(dim1=-2, dim2=-1).add_(0.5)
        self.product = layer if self.product is None else torch.bmm(layer, self.product)

    def result(self) -> Tensor:
        """Return the read row of the rollout, float32 [rows tokens]."""
        if self.product is None:
            return self.batch.real.float()[:, :0]
        read = to_device(read_rows(self.batch, self.engine), self.product.device)
        return torch.bmm(read[:, None], self.product)[:, 0]

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return float32 [tokens]."""
        return row[:tokens]


class UniformRollout(Rollout):
    """Rollout of a uniform pattern over the visible keys: what a causal mask alone does."""

    @override
    def mixing(self, step: AttentionStep) -> Tensor:
        """Return equal weights over the keys each query may see."""
        visible = step.visible[:, 0].float()
        return visible / visible.sum(-1, keepdim=True).clamp(min=1)


class ValueRollout(Rollout):
    """Rollout of value-weighted attention.

    W_ij is the L2 norm of the sum over heads of A_ij W_O v_j, without the biases of values and
    output, rows normalised (after Kobayashi et al. 2020, arXiv:2004.10102, who keep the biases of
    values). Norms come from each key's Gram matrix between
    heads, |sum_h a_h y_h|^2 = a^T G a, so that no queries x keys x width tensor is built.
    """

    @override
    def mixing(self, step: AttentionStep) -> Tensor:
        """Return row-normalised norms of the messages."""
        _, heads, tokens, width = step.values.shape
        projection = self.engine.anatomy.output_matrix(step.layer).reshape(heads, width, -1)
        values = step.values.float() - self.engine.anatomy.value_biases[step.layer]
        squared = (
            _squared_whole(step.weights, values, projection)
            if heads * tokens**2 <= PIECE
            else torch.stack(
                [_squared(*row, projection) for row in zip(step.weights, values, strict=True)]
            )
        )
        norms = squared.clamp(min=0).sqrt().transpose(1, 2)
        totals = norms.sum(-1, keepdim=True)
        return torch.where(
            totals > 0,
            norms / totals.clamp(min=torch.finfo(norms.dtype).tiny),
            step.weights.mean(1),
        )


def _squared_whole(weights: Tensor, values: Tensor, projection: Tensor) -> Tensor:
    """Return the squared norms of the messages, [rows keys queries]."""
    messages = torch.einsum("bhkw,hwd->bkhd", values, projection)
    gram = messages @ messages.transpose(-1, -2)
    weights = weights.permute(0, 3, 2, 1)
    return ((weights @ gram) * weights).sum(-1)


def _squared(weights: Tensor, values: Tensor, projection: Tensor) -> Tensor:
    """Return the same for one row of the batch, [keys queries], a few keys at a time."""
    heads, queries, keys = weights.shape
    by_key = weights.flatten(0, 1).T.contiguous().view(keys, heads, queries)
    parts = []
    for start in range(0, keys, 32):
        some = slice(start, start + 32)
        messages = torch.bmm(values[:, some], projection).transpose(0, 1)
        gram = messages @ messages.transpose(1, 2)
        parts.append((gram @ by_key[some]).mul_(by_key[some]).sum(1))
    return torch.cat(parts)


class FanOut:
    """Hands each attention step to every observer."""

    def __init__(self, observers: list[Observer]) -> None:
        self.observers = observers

    def record(self, step: AttentionStep) -> None:
        """Hand on the step."""
        for observer in self.observers:
            observer.record(step)


class FullAttention:
    """Keeps every layer's attention: for examples shown in detail only."""

    def __init__(self, batch: Batch, engine: Engine) -> None:  # noqa: ARG002  (the observers' signature)
        self.batch = batch
        self.layers: list[Tensor] = []

    def record(self, step: AttentionStep) -> None:
        """Keep the weights in half precision."""
        self.layers.append(step.weights.half())

    def result(self) -> Tensor:
        """Return float16 [rows layers heads tokens tokens]."""
        return torch.stack(self.layers, dim=1)

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return float16 [layers heads tokens tokens]."""
        return row[:, :, :tokens, :tokens].copy()


class Values:
    """Keeps the value vectors of every layer: for a few texts at a time only."""

    def __init__(self, batch: Batch, engine: Engine) -> None:  # noqa: ARG002  (the observers' signature)
        self._layers: list[Tensor] = []

    def record(self, step: AttentionStep) -> None:
        """Keep the values in float32."""
        self._layers.append(step.values.float())

    def result(self) -> Tensor:
        """Return float32 [rows layers heads tokens width]."""
        return torch.stack(self._layers, dim=1)

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return float32 [layers heads tokens width]."""
        return row[:, :, :tokens].copy()
