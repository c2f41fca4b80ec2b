"""Runs a model twice, in step: the second run fills in what the first one's backward pass compares with."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import torch
from torch.overrides import TorchFunctionMode
from typing_extensions import override

from auditkit.capture.ledger.rules import Run
from auditkit.capture.ledger.steps import OUT_OF_PLACE, STEPS, Places, arguments
from auditkit.capture.ledger.taken import Slot, open_functions, take

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor

    from auditkit.capture.ledger.rules import Rule


class Trace(TorchFunctionMode):  # type: ignore[misc]
    """Intercepts the non-linear steps of both runs.

    Both runs make the same calls in the same order; the first, under ``here()``, decides which of them
    depend on the tokens, the second, under ``there()``, hands in its operands of just those.
    """

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[int, Slot] = {}
        self._places: dict[int, Places] = {}
        self._calls = 0
        self.is_first = True
        self._paused = False

    @contextmanager
    def here(self) -> Iterator[None]:
        """Run the input inside the block; its graph serves the backward pass."""
        self._calls, self.is_first = 0, True
        with torch.enable_grad(), open_functions(), self:
            yield

    @contextmanager
    def there(self) -> Iterator[None]:
        """Run the reference inside the block."""
        self._calls, self.is_first = 0, False
        with torch.no_grad(), open_functions(), self:
            yield

    @override
    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        func = OUT_OF_PLACE.get(func, func)
        read = None if self._paused else STEPS.get(func)
        if read is None:
            return func(*args, **kwargs)
        index = self._next()
        if self.is_first:
            step = read(func, args, kwargs)
            if step is None:
                return func(*args, **kwargs)
            self._places[index] = step.places
            return self._take(index, step.rule, arguments(step.places, args, kwargs))
        output = func(*args, **kwargs)
        if index in self._slots:
            self._slots[index].there = Run(arguments(self._places[index], args, kwargs), output)
        return output

    def forget(self) -> None:
        """Let go of both runs: rules, meters and the trace hold each other, which only a collection ends."""
        self._slots.clear()
        self._places.clear()

    def call(self, rule: Rule, *operands: Tensor) -> Tensor:
        """Take a step that is no torch function; every run must call it in the same place."""
        index = self._next()
        self._paused = True
        try:
            if self.is_first and any(one.requires_grad for one in operands):
                return self._take(index, rule, operands)
            output = rule.apply(*operands)
        finally:
            self._paused = False
        if not self.is_first and index in self._slots:
            self._slots[index].there = Run(operands, output)
        return output

    def _take(self, index: int, rule: Rule, operands: tuple[Tensor, ...]) -> Tensor:
        slot = self._slots[index] = Slot(rule)
        return take(slot, *operands)

    def _next(self) -> int:
        self._calls += 1
        return self._calls
