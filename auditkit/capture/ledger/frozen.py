"""The frozen ledger: s of one run as tokens, positions and biases, with attention, norms and slopes held.

The token part is DecompX's without its redistribution of biases, and that of frozen-attention LRP.
Everything that is added along the way and does not depend on the tokens has an account of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import torch
from torch.overrides import TorchFunctionMode
from typing_extensions import override

from auditkit.capture.ledger.constants import constant_of
from auditkit.capture.ledger.held import HeldAttention, held
from auditkit.capture.ledger.sheet import Books, Sheet
from auditkit.capture.ledger.steps import OUT_OF_PLACE, STEPS, arguments
from auditkit.capture.ledger.taken import Slot, open_functions, take

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from auditkit.capture.ledger.rules import Rule
    from auditkit.capture.ledger.secant import Pass


@dataclass(eq=False)
class Accounts:
    """What was added to the stream without depending on the tokens, in units of s."""

    rows: int
    positions: Tensor | float = 0.0
    """[rows tokens]: embeddings of positions and of token types."""
    biases: dict[int, Tensor] = field(default_factory=dict)
    """Layer -> [rows]; -1 before the first layer, the number of layers after the last."""

    def write(self, layer: int, constant: Tensor, grad: Tensor | None) -> None:
        """Add the account of a constant that was added while `layer` ran.

        It has no coefficients (None) where it goes into what is held.
        """
        if grad is None:
            return
        if layer < 0 and grad.ndim == 3 and constant.ndim > 1 and constant.shape[-2] > 1:
            self.positions = self.positions + (grad * constant).sum(-1)
            return
        product = grad @ constant if constant.shape == grad.shape[-1:] else grad * constant
        if product.numel() % self.rows:
            # Experts take some tokens of some rows: whose constant it is cannot be told, and nothing balances.
            product = torch.full((self.rows,), torch.nan, dtype=grad.dtype, device=grad.device)
        of_row = product.reshape(self.rows, -1).sum(-1)
        self.biases[layer] = self.biases.get(layer, 0) + of_row


class Frozen(TorchFunctionMode):  # type: ignore[misc]
    """Holds the coefficients of every non-linear step, and notes what is added."""

    def __init__(self, accounts: Accounts) -> None:
        super().__init__()
        self._accounts = accounts
        self._paused = False
        self.books: Books

    @override
    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        if self._paused:
            return func(*args, **kwargs)
        func = OUT_OF_PLACE.get(func, func)
        read = STEPS.get(func)
        step = None if read is None else read(func, args, kwargs)
        if step is None:
            output = func(*args, **kwargs)
        else:
            step = held(step, args, kwargs)
            output = take(Slot(step.rule), *arguments(step.places, args, kwargs))
        constant = constant_of(func, args, kwargs, output)
        if constant is not None:
            output.register_hook(partial(self._accounts.write, self.books.layer, constant))
        return output

    def call(self, rule: Rule, *operands: Tensor) -> Tensor:
        """Take a step that is no torch function."""
        self._paused = True
        try:
            return take(Slot(rule), *operands)
        finally:
            self._paused = False


def frozen_ledger(ask: Pass, here: Callable[[Tensor], Tensor]) -> tuple[Sheet, Accounts, Tensor]:
    """Split s of a batch into tokens, positions and biases.

    Args:
        ask: The model and the batch.
        here: Turns the output of the input embeddings into those of the input.

    Returns:
        The sheet, the other accounts, and s [rows].
    """
    accounts = Accounts(ask.target.rows)
    mode = Frozen(accounts)
    rule = partial(HeldAttention, edges=ask.edges, maps=ask.attention)
    mode.books = Books(mode.call, ask.stack, rule, each_neuron=ask.neurons, maps=ask.maps)
    watching = mode.books.watching(ask.entry, lambda output: here(output).detach().requires_grad_())
    with watching, torch.enable_grad(), open_functions(), mode:
        value = ask.values(mode.books.sheet)
    value.sum().backward()
    return mode.books.sheet, accounts, value.detach()
