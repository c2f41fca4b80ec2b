"""Run a range of a model's layers: from a known hidden state on, or up to a layer, or some of them otherwise."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor, nn

Forward = Callable[..., Any]
"""A layer's forward pass: hidden states first, then whatever the model hands over."""
Otherwise = Callable[[Forward], Forward]
"""Turns a layer's forward pass into another one."""


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """A model's layers, in the order in which a forward pass calls them."""

    layers: tuple[nn.Module, ...]
    """Layers that share weights stand there as often as they are called; empty if none were found."""
    returns_tuple: bool
    """Whether a layer returns its hidden state as the first entry of a tuple."""
    unknown: str | None = None
    """Why no layers are known, where there are none."""

    @property
    def modules(self) -> tuple[nn.Module, ...]:
        """Each module once."""
        return tuple({id(layer): layer for layer in self.layers}.values())

    @contextmanager
    def only(
        self,
        start: int = 0,
        stop: int | None = None,
        state: Tensor | None = None,
        *,
        otherwise: Mapping[int, Otherwise] | None = None,
    ) -> Iterator[None]:
        """Run the layers from `start` to before `stop` inside the block; others hand on what they get.

        Args:
            start: First layer that runs.
            stop: First layer that does not run any more; all run by default.
            state: What layer `start` reads, [rows tokens width]; by default what comes in. Where no
                layer runs from `start` on, what follows the last one reads it.
            otherwise: Layers that run in another way.
        """
        layer_range = _LayerRange(
            self, start, len(self.layers) if stop is None else stop, state, otherwise or {}
        )
        for module in self.modules:
            module.forward = layer_range.around(module.forward)
        try:
            yield
        finally:
            for module in self.modules:
                del module.forward


@dataclass(eq=False)
class _LayerRange:
    stack: Stack
    start: int
    stop: int
    state: Tensor | None
    otherwise: Mapping[int, Otherwise]
    _called: int = field(default=0, init=False)

    def around(self, whole: Forward) -> Forward:
        def forward(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            layer, self._called = self._called, self._called + 1
            hidden, *others = args if args else (kwargs.pop("hidden_states"),)
            hidden = self._read_by(layer, hidden)
            if not self.start <= layer < self.stop:
                return (hidden,) if self.stack.returns_tuple else hidden
            if layer in self.otherwise:
                return self.otherwise[layer](whole)(hidden, *others, **kwargs)
            if args:
                return whole(hidden, *others, **kwargs)
            return whole(**kwargs, hidden_states=hidden)

        return forward

    def _read_by(self, layer: int, hidden: Tensor) -> Tensor:
        """Return what a layer reads; the last one, if none runs, hands on the known state."""
        last = min(self.start, len(self.stack.layers) - 1)
        return hidden if self.state is None or layer != last else self.state


@contextmanager
def kept_states(stack: Stack, keep: Callable[[int, Tensor], None]) -> Iterator[None]:
    """Hand the hidden state before each layer, and after the last, to ``keep(cut, state)``."""
    called = 0

    def before(_module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if called == 0:
            keep(0, args[0] if args else kwargs["hidden_states"])

    def after(_module: nn.Module, _inputs: object, output: Any) -> None:  # noqa: ANN401
        nonlocal called
        called += 1
        keep(called, output[0] if stack.returns_tuple else output)

    hooks = [
        hook
        for module in stack.modules
        for hook in (
            module.register_forward_pre_hook(before, with_kwargs=True),
            module.register_forward_hook(after),
        )
    ]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
