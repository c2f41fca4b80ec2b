"""Which modules of a model are its layers: the members of a ``ModuleList``, each with one attention."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import torch

from auditkit.capture.attention import recording
from auditkit.capture.layer_range import Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor, nn

    from auditkit.capture.attention import AttentionStep


class NotByLayer(Exception):
    """Layers attend twice, or not at all, so that heads cannot be named by layer; the message is the reason."""


def lists_around(model: nn.Module, attention: nn.Module) -> list[tuple[nn.Module, nn.Module]]:
    """Return the module lists around an attention module, innermost first, each with its member."""
    around = [
        (stack, layer)
        for stack in model.modules()
        if isinstance(stack, torch.nn.ModuleList)
        for layer in stack
        if attention is not layer and attention in list(layer.modules())
    ]
    return around[::-1]


def find_stack(
    model: nn.Module, attention: Sequence[nn.Module], run: Callable[[], object]
) -> Stack:
    """Return the layers of a model, in the order in which a pass calls them.

    Args:
        model: The model.
        attention: The attention modules of a pass, in the order in which they ran.
        run: Runs that pass again.

    Returns:
        No layers where attention lies in no list, or where the hidden state does not go from each
        layer to the next as it is; then `Stack.unknown` says why.

    Raises:
        NotByLayer: Layers attend twice, or not at all.
    """
    around = [lists_around(model, module) for module in attention]
    depth = min(map(len, around))
    calls: list[_Call] = []
    for level in range(depth):
        members = {id(member): member for lists in around for member in lists[level][0].children()}
        calls = _observed(list(members.values()), run)
        if len(calls) == len(attention) and all(call.attended == 1 for call in calls):
            return _stack(calls)
    if not depth:
        return Stack((), returns_tuple=False, unknown="its attention lies in no list of layers")
    attended = sum(call.attended for call in calls)
    raise NotByLayer(
        f"its heads cannot be named by layer: it calls {len(calls)} layers, in which attention runs {attended} "
        f"times through transformers' AttentionInterface ({len(attention)} times in all), expected once in each"
    )


@dataclass(eq=False)
class _Call:
    module: nn.Module
    read: Tensor | None
    """The hidden state that came in; None where something else did."""
    gave: Tensor | None = None
    is_tuple: bool = False
    attended: int = 0


@dataclass(eq=False)
class _Watch:
    """Notes calls of layers, and the attention inside each."""

    calls: list[_Call] = field(default_factory=list)
    _open: list[_Call] = field(default_factory=list)

    def enter(self, module: nn.Module, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        call = _Call(module, _state(args[0] if args else kwargs.get("hidden_states")))
        self.calls.append(call)
        self._open.append(call)

    def leave(self, _module: nn.Module, _inputs: object, output: object) -> None:
        call = self._open.pop()
        call.is_tuple = isinstance(output, tuple)
        call.gave = _state(output[0] if isinstance(output, tuple) else output)

    def record(self, step: AttentionStep) -> None:  # noqa: ARG002  (a recorder's signature)
        """Count one attention in the layer that runs."""
        for call in self._open:
            call.attended += 1


def _observed(members: Sequence[nn.Module], run: Callable[[], object]) -> list[_Call]:
    watch = _Watch()
    with ExitStack() as hooks:
        for member in members:
            hooks.callback(member.register_forward_pre_hook(watch.enter, with_kwargs=True).remove)
            hooks.callback(member.register_forward_hook(watch.leave).remove)
        hooks.enter_context(recording(watch))
        hooks.enter_context(torch.no_grad())
        run()
    return watch.calls


def _state(value: object) -> Tensor | None:
    return value if isinstance(value, torch.Tensor) and value.ndim == 3 else None


def _stack(calls: Sequence[_Call]) -> Stack:
    unknown = _broken_flow(calls)
    if unknown is not None:
        return Stack((), returns_tuple=False, unknown=unknown)
    return Stack(tuple(call.module for call in calls), returns_tuple=calls[0].is_tuple)


def _broken_flow(calls: Sequence[_Call]) -> str | None:
    """Say where the hidden state does not go from one layer to the next as it is; None if it does."""
    before: Tensor | None = None
    for layer, call in enumerate(calls):
        if call.read is None or call.gave is None or call.read.shape != call.gave.shape:
            return f"layer {layer} does not take and give a hidden state [rows, tokens, width]"
        if call.is_tuple != calls[0].is_tuple:
            return f"layer {layer} gives its hidden state in another form than the first layer"
        if before is not None and not torch.equal(before, call.read):
            return f"what layer {layer} reads is not what layer {layer - 1} gave"
        before = call.gave
    return None
