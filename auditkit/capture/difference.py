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
    same = (one == other) | (
        one.isnan() & other.isnan()
    )  # a model may answer NaN, and say so twice
    apart = torch.where(same, 0.0, (one.double() - other.double()).abs())
    sizes = torch.maximum(one.abs(), other.abs()).nan_to_num(posinf=0.0)
    return Difference(float(apart.max()), share * float(sizes.max()))
