"""Observers for the few examples shown in detail: what each message is made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import torch
from typing_extensions import override

if TYPE_CHECKING:
    import numpy as np
    from torch import Tensor

    from auditkit.capture.attention import AttentionStep
    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine


class PerLayer(ABC):
    """Keeps one tensor of every layer. Where layers differ in shape, nothing is kept of any."""

    def __init__(self, batch: Batch, engine: Engine) -> None:
        self.batch, self.engine = batch, engine
        self.layers: list[Tensor] = []

    @abstractmethod
    def of_layer(self, step: AttentionStep) -> Tensor:
        """Return what is kept of a layer, [rows heads tokens ...]."""

    def record(self, step: AttentionStep) -> None:
        """Take one layer."""
        self.layers.append(self.of_layer(step))

    def result(self) -> Tensor:
        """Return [rows layers heads tokens ...]; of size 0 where layers differ."""
        if len({layer.shape for layer in self.layers}) != 1:
            return torch.empty(len(self.batch.rows), 0, 0, 0, device=self.engine.device)
        return torch.stack(self.layers, dim=1)

    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return [layers heads tokens ...]."""
        return row[:, :, :tokens].copy()


class ValueNorms(PerLayer):
    """L2 norm of W_O^h v_j, without the biases of values and output, float32 [layers heads tokens].

    Times the attention it is the norm of the message that head h contributes from j; the same messages
    are those of `ValueRollout`.
    """

    @override
    def of_layer(self, step: AttentionStep) -> Tensor:
        """Return the norms, one head after the other: all messages at once would be large."""
        _, heads, _, width = step.values.shape
        projection = self.engine.anatomy.output_matrix(step.layer).reshape(heads, width, -1)
        values = step.values.float() - self.engine.anatomy.value_biases[step.layer]
        norms = [(values[:, head] @ projection[head]).norm(dim=-1) for head in range(heads)]
        return torch.stack(norms, dim=1)


class Queries(PerLayer):
    """Queries as attention reads them, float16 [layers heads tokens head_width]."""

    @override
    def of_layer(self, step: AttentionStep) -> Tensor:
        """Return the queries."""
        return step.query.half()


class Keys(PerLayer):
    """Keys as attention reads them, grouped as the model has them: float16 [layers key_heads tokens head_width]."""

    @override
    def of_layer(self, step: AttentionStep) -> Tensor:
        """Return the keys."""
        return step.key.half()


class Scaling(PerLayer):
    """What products of queries and keys are multiplied by, float32 [layers]."""

    @override
    def of_layer(self, step: AttentionStep) -> Tensor:
        """Return the factor, the same for every row."""
        return torch.full((len(self.batch.rows),), step.scaling, device=self.engine.device)

    @override
    def trimmed(self, row: np.ndarray, tokens: int) -> np.ndarray:
        """Return float32 [layers]."""
        return row.copy()
