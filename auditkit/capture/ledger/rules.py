"""The secant of each kind of non-linear step: how a difference of its output is shared by its inputs.

A step is run twice, *here* on the input and *there* on the reference. Its rule gives fixed coefficients
with which ``f(here) - f(there)`` is exactly a linear function of ``here - there``; pulled backwards
through the whole network they share the difference of the logits among the tokens, without a
remainder. Linear steps need no rule: their secant is their derivative.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from typing_extensions import override

if TYPE_CHECKING:
    from torch import Tensor

Elementwise = Callable[["Tensor"], "Tensor"]


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What went into a step and what came out of it, in one of the two runs."""

    operands: tuple[Tensor, ...]
    output: Tensor


class Rule(ABC):
    """One step's forward function and its secant."""

    @abstractmethod
    def apply(self, *operands: Tensor) -> Tensor:
        """Return the step's output."""

    @abstractmethod
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Return one coefficient tensor per operand, given those of the output."""


def compared(there: Run | None) -> Run:
    """Return the reference's run of a step.

    Raises:
        RuntimeError: The reference did not take the step.
    """
    if there is None:
        raise RuntimeError("The reference run took other steps than the run of the input.")
    return there


@dataclass(frozen=True, slots=True, eq=False)
class OfFunction(Rule):
    """A step that runs as the model's own function; rules differ in what they pull back."""

    function: Callable[..., Tensor]

    @override
    def apply(self, *operands: Tensor) -> Tensor:
        """Return what the function gives."""
        return self.function(*operands)


@dataclass(frozen=True, slots=True, eq=False)
class Quadratic(OfFunction):
    """Products, contractions, squares: of degree two at most in all operands together.

    f(x) - f(x') = f'((x + x') / 2) (x - x') for every polynomial of degree two.
    """

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Differentiate at the midpoint."""
        there = compared(there)
        with torch.enable_grad():
            middle = [
                ((a + b) / 2).detach().requires_grad_()
                for a, b in zip(here.operands, there.operands, strict=True)
            ]
            pulled: tuple[Tensor, ...] = torch.autograd.grad(self.function(*middle), middle, grad)
            return pulled


@dataclass(frozen=True, slots=True, eq=False)
class Pointwise(OfFunction):
    """Activations: the slope (f(z) - f(z')) / (z - z')."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by the slope."""
        there = compared(there)
        (a,), (b,) = here.operands, there.operands
        return (grad * slope(self.function, (a, here.output), (b, there.output)),)


def slope(
    function: Elementwise, here: tuple[Tensor, Tensor], there: tuple[Tensor, Tensor]
) -> Tensor:
    """Return the slope between two points of a function; each point is (argument, value).

    Where the arguments are so close that rounding would swamp their difference, it is the derivative
    at the midpoint, which is off by the third derivative times gap^2 / 24.
    """
    gap = here[0] - there[0]
    close = gap.abs() < torch.finfo(gap.dtype).eps ** (1 / 3)
    with torch.enable_grad():
        middle = ((here[0] + there[0]) / 2).detach().requires_grad_()
        (derivative,) = torch.autograd.grad(function(middle).sum(), middle)
    secant = (here[1] - there[1]) / gap.masked_fill(close, 1)
    return torch.where(close, derivative, secant)


@dataclass(frozen=True, slots=True, eq=False)
class ReciprocalRoot(OfFunction):
    """1 / sqrt(z): r - r' = -(r r')^2 / (r + r') (z - z'), which no rounding disturbs."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by the slope."""
        there = compared(there)
        r, r0 = here.output, there.output
        return (-grad * (r * r0) ** 2 / (r + r0),)


@dataclass(frozen=True, slots=True, eq=False)
class Quotient(Rule):
    """a / b: D(a / b) = mean(1/b) Da - mean(a) / (b b') Db."""

    @override
    def apply(self, *operands: Tensor) -> Tensor:
        """Return the quotient."""
        a, b = operands
        return a / b

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by both slopes."""
        there = compared(there)
        (a, b), (a0, b0) = here.operands, there.operands
        above = grad * (1 / b + 1 / b0) / 2
        below = -grad * (a + a0) / 2 / (b * b0)
        return above.sum_to_size(a.shape), below.sum_to_size(b.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Softmax(OfFunction):
    """Softmax by logarithmic means: DA_i = L_i (Dz_i - sum_j L_j Dz_j / sum_j L_j)."""

    dim: int

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by the secant matrix, which is symmetric."""
        there = compared(there)
        coefficients = softmax_secant(grad, here.output, there.output, self.dim)
        return (coefficients.to(here.operands[0].dtype),)


def softmax_secant(grad: Tensor, here: Tensor, there: Tensor, dim: int = -1) -> Tensor:
    """Return the coefficients of the scores, given those of the two distributions' difference."""
    mean = logarithmic_mean(here, there)
    weighted = mean * grad
    share = weighted.sum(dim, keepdim=True) / mean.sum(dim, keepdim=True)
    return weighted.sub_(mean.mul_(share))


def logarithmic_mean(a: Tensor, b: Tensor) -> Tensor:
    """Return (a - b) / (ln a - ln b), and a where both are equal; 0 counts as the smallest number."""
    tiny = torch.finfo(a.dtype).tiny
    a, b = a.clamp_min(tiny), b.clamp_min(tiny)
    half = (a.log() - b.log()).div_(2)
    small = half.abs() < 1e-2
    series = 1 + half.square() / 6 * (1 + half.square() / 20)
    ratio = torch.where(small, series, half.sinh() / half.masked_fill(small, 1))
    return a.sqrt() * b.sqrt() * ratio


@dataclass(frozen=True, slots=True, eq=False)
class LayerNorm(OfFunction):
    """c / sigma with c centred: D = mean(1/sigma) Dc - mean(c) mean((c + c') Dc) / (sigma sigma' (sigma + sigma')).

    Scale and shift after the division are linear and go with it.
    """

    axes: tuple[int, ...]
    """The normalised axes, from the end."""
    scale: Tensor | None
    epsilon: float
    centred: bool = True
    """False for norms that divide by the root mean square."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by the secant matrix."""
        there = compared(there)
        grad = grad if self.scale is None else grad * self.scale
        (c, sigma), (c0, sigma0) = self._parts(here.operands[0]), self._parts(there.operands[0])
        weight = ((c + c0) / 2 * grad).sum(self.axes, keepdim=True)
        count = grad[(0,) * (grad.ndim - len(self.axes))].numel()
        bend = weight / (sigma * sigma0 * (sigma + sigma0)) / count
        pulled = (1 / sigma + 1 / sigma0) / 2 * grad - (c + c0) * bend
        if self.centred:
            pulled = pulled - pulled.mean(self.axes, keepdim=True)
        return (pulled.to(here.operands[0].dtype),)

    def _parts(self, operand: Tensor) -> tuple[Tensor, Tensor]:
        values = operand.to(torch.promote_types(operand.dtype, torch.float32))
        c = values - values.mean(self.axes, keepdim=True) if self.centred else values
        return c, (c.square().mean(self.axes, keepdim=True) + self.epsilon).sqrt()
