"""Points on straight paths of embeddings, and the gradient products that are taken there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.readouts import Terms
from auditkit.capture.requests import PathGradients, PathRows
from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jaxtyping import Float32
    from torch import Tensor

    from auditkit.capture.batches import Batch
    from auditkit.capture.requests import Reference

PathPoint = tuple["Float32[np.ndarray, ' tokens']", float]
"""Gradient products and the target's value at one point of a path."""


class Walk:
    """Moves a batch's embeddings to points on their paths; float32 whatever the model's dtype."""

    point: Tensor
    """Where the pass went: [rows tokens width], a leaf of the gradient."""
    step: Tensor
    """Embedding minus reference; 0 for special tokens, which do not move."""

    def __init__(
        self,
        batch: Batch,
        points: Sequence[tuple[PathRows, float]],
        vectors: Mapping[Reference, Tensor],
    ) -> None:
        groups = [group for group, _ in points]
        alphas = np.array([alpha for _, alpha in points], np.float32)
        device = batch.ids.device
        self._moves = batch.place([group.encoded.words >= 0 for group in groups])[..., None]
        self._alpha = to_device(alphas, device)[:, None, None]
        self._reference = torch.stack([vectors[group.reference] for group in groups])[:, None]
        self._target = Terms([[group.readout] for group in groups])

    def __call__(self, output: Tensor) -> Tensor:
        """Return the points in the dtype of the embeddings that go in."""
        exact = output.detach().float()
        self.step = torch.where(self._moves, exact - self._reference, 0)
        self.point = (exact - (1 - self._alpha) * self.step).requires_grad_()
        return self.point.to(output.dtype)

    def products(self, output: Tensor) -> tuple[Tensor, Tensor]:
        """Return <gradient, step> of each token [rows tokens], and the target's value [rows]."""
        value = self._target.sums(output)
        (gradient,) = torch.autograd.grad(value.sum(), self.point)
        return (gradient * self.step).sum(-1), value


def gathered(group: PathRows, points: list[PathPoint | None]) -> PathGradients:
    """Return the answers at one group's points; NaN where there is none."""
    nothing = (np.full(len(group.encoded.tokens), np.nan, np.float32), float("nan"))
    known = [nothing if point is None else point for point in points]
    return PathGradients(
        np.stack([products for products, _ in known]), np.array([value for _, value in known])
    )
