"""A step whose backward pass is its rule, and how a model's own steps are opened to be taken."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from auditkit.capture.ledger.rules import Pointwise, Quadratic, Rule, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor


@dataclass(eq=False)
class Slot:
    """One step, and what the reference run put into it and got out of it."""

    rule: Rule
    there: Run | None = None


class Taken(torch.autograd.Function):  # type: ignore[misc]
    """A step under autograd."""

    @staticmethod
    def forward(ctx: Any, slot: Slot, *operands: Tensor) -> Tensor:  # noqa: ANN401
        """Run the step and keep what its rule compares."""
        output = slot.rule.apply(*operands)
        ctx.save_for_backward(output, *operands)
        ctx.slot = slot
        return output

    @staticmethod
    def backward(ctx: Any, grad: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        """Pull the coefficients through the rule."""
        output, *operands = ctx.saved_tensors
        slot: Slot = ctx.slot
        there, slot.there = slot.there, None  # no longer needed, and as large as what is saved here
        return None, *slot.rule.pull(grad, Run(tuple(operands), output), there)


def take(slot: Slot, *operands: Tensor) -> Tensor:
    """Return the step's output; coefficients are pulled backwards through its rule."""
    output: Tensor = Taken.apply(slot, *operands)
    return output


def is_activation(value: Tensor) -> bool:
    """Whether `value` came straight out of an activation or a gate."""
    slot = getattr(value.grad_fn, "slot", None)
    return slot is not None and isinstance(slot.rule, Pointwise | Quadratic)


class _NoContext:
    """Stands in for the context of an autograd function whose own backward pass is not used."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_args, **_kwargs: None


@contextmanager
def open_functions() -> Iterator[None]:
    """Let a model's own autograd functions be seen as the torch functions they are made of."""
    closed = vars(torch.autograd.Function)["apply"]

    def apply(function: Any, *args: Any) -> Any:  # noqa: ANN401
        if function.forward is Taken.forward:
            return closed.__func__(function, *args)
        own_context = function.setup_context is torch.autograd.Function.setup_context
        return function.forward(*((_NoContext(),) if own_context else ()), *args)

    torch.autograd.Function.apply = classmethod(apply)
    try:
        yield
    finally:
        torch.autograd.Function.apply = closed
