"""How far two answers to one question lie apart, and what rounding explains of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from torch import Tensor

SHARE, ROUNDINGS = 1e-4, 16
"""Largest difference that rounding explains, as a share of the largest answer: so much, or so many roundings
of the format that the model computes in."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The largest difference of two tensors of answers."""

    largest: float
    allowed: float

    @property
    def too_large(self) -> bool:
        """Whether it is more than rounding explains; NaN is."""
        return not self.largest <= self.allowed


def difference(one: Tensor, other: Tensor, dtype: torch.dtype = torch.float32) -> Difference:
    """Compare answers of equal shape that a model of `dtype` gave in different ways."""
    share = max(SHARE, ROUNDINGS * torch.finfo(dtype).eps)
    largest = (one.double() - other.double()).abs().max()
    return Difference(float(largest), share * float(torch.maximum(one.abs(), other.abs()).max()))
