"""The frozen counterparts of the secant rules: one run, its coefficients held as they are.

A pattern, a divisor and a gate keep their value; an activation keeps its slope f(z) / z. What is left
is linear in everything that is added: tokens, positions, biases.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import torch
from typing_extensions import override

from auditkit.capture.ledger.attention import Attention
from auditkit.capture.ledger.rules import (
    Elementwise,
    LayerNorm,
    OfFunction,
    Pointwise,
    Quadratic,
    Quotient,
    Rule,
    Run,
)
from auditkit.capture.ledger.steps import Step, arguments

if TYPE_CHECKING:
    from torch import Tensor

_NEAR_ZERO = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class HeldSlope(Pointwise):
    """f(z) = (f(z) / z) z, for activations with f(0) = 0."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Multiply by the slope from the origin."""
        (z,) = here.operands
        near = torch.full((), _NEAR_ZERO, dtype=z.dtype, device=z.device)
        # At 0 any slope gives 0 and 0 / 0 is no number: there the derivative's is taken.
        slope = here.output / z
        at_zero = torch.isnan(slope)
        return (grad * torch.where(at_zero, self.function(near) / near, slope),)


@dataclass(frozen=True, slots=True, eq=False)
class HeldFactors(Quadratic):
    """A product in equal shares of its factors: 1/2 a b + 1/2 a b, each time the other factor held.

    With one operand the other factor is a gate or a divisor and is held alone.
    """

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Give each factor its share of its derivative."""
        with torch.enable_grad():
            point = [one.detach().requires_grad_() for one in here.operands]
            pulled: tuple[Tensor, ...] = torch.autograd.grad(
                self.function(*point), point, grad / len(point)
            )
            return pulled


@dataclass(frozen=True, slots=True, eq=False)
class HeldValue(OfFunction):
    """A value that is kept: a divisor, a pattern, a gate that is not 0 at 0."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Hand on nothing."""
        return (None,)


@dataclass(frozen=True, slots=True, eq=False)
class HeldNorm(LayerNorm):
    """(x - mean) / sigma with sigma held."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Divide by the divisor of this run."""
        _, sigma = self._parts(here.operands[0])
        pulled = (grad if self.scale is None else grad * self.scale) / sigma
        if self.centred:
            pulled = pulled - pulled.mean(self.axes, keepdim=True)
        return (pulled.to(here.operands[0].dtype),)


class HeldAttention(Attention):
    """The pattern held: what is attended to passes, why it is attended to does not."""

    @override
    def pull(self, grad: Tensor, here: Run, there: Run | None) -> tuple[Tensor | None, ...]:
        """Return the coefficients of the value; query and key have none."""
        query, key, value = here.operands
        pattern = self._pattern(query, key)
        edges = pattern * (grad @ value.transpose(2, 3)) if self.edges else None
        self._write(pattern, (grad * here.output).sum(-1), edges)
        return None, None, pattern.to(grad.dtype).transpose(2, 3) @ grad


def held(step: Step, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Step:
    """Return the frozen counterpart of a step."""
    rule = step.rule
    if isinstance(rule, LayerNorm):
        return Step(HeldNorm(**_fields(rule)), step.places)
    if isinstance(rule, Quotient):
        return _over_held(step, arguments(step.places, args, kwargs))
    if isinstance(rule, Quadratic) and len(step.places) > 1:
        return _gated(step, rule, arguments(step.places, args, kwargs))
    function = rule.apply
    (operand,) = arguments(step.places, args, kwargs)
    starts_at_zero = isinstance(rule, Pointwise | Quadratic) and _is_zero_at_zero(function, operand)
    return Step((HeldSlope if starts_at_zero else HeldValue)(function), step.places)


def _over_held(step: Step, operands: tuple[Tensor, ...]) -> Step:
    """Hold the divisor; a quotient of held values is held."""
    above, below = operands
    divisor = below.detach()
    rule = HeldValue if _origins(above) == {HeldValue} else HeldFactors
    return Step(rule(lambda one: one / divisor), step.places[:1])


def _fields(rule: LayerNorm) -> dict[str, Any]:
    return {one.name: getattr(rule, one.name) for one in fields(rule)}


def _is_zero_at_zero(function: Elementwise, operand: Tensor) -> bool:
    with torch.no_grad():
        value = function(operand.new_zeros(1, 1))
        return value.shape == (1, 1) and float(value) == 0


def _gated(step: Step, rule: Quadratic, operands: tuple[Tensor, ...]) -> Step:
    """Hold the gate of a gated product; a product without a gate is shared equally."""
    origins = [_origins(one) for one in operands]
    gates = [found == {HeldValue} for found in origins]
    if not any(gates):
        gates = [bool(found - {None}) for found in origins]
    if sum(gates) != 1 or len(operands) != 2:
        return Step(HeldFactors(rule.function), step.places)
    gate = gates.index(True)
    value = operands[gate].detach()

    def function(other: Tensor) -> Tensor:
        return rule.function(*((value, other) if gate == 0 else (other, value)))

    return Step(HeldFactors(function), (step.places[1 - gate],))


_MIXING = ("Mm", "mm", "Linear", "Convolution", "AccumulateGrad")


def _origins(value: Tensor) -> set[type[Rule] | None]:
    """Return the frozen rules that `value` comes from; None for a linear map or the stream."""
    found: set[type[Rule] | None] = set()
    waiting, seen = [value.grad_fn], set()
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        slot = getattr(node, "slot", None)
        if slot is not None:
            rule = type(slot.rule)
            found.add(rule if rule in {HeldSlope, HeldValue, HeldFactors} else None)
        elif any(name in type(node).__name__ for name in _MIXING):
            found.add(None)
        else:
            waiting += [child for child, _ in node.next_functions]
    return found or {None}
