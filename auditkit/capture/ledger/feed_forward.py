"""Which linear maps make up the feed-forward parts of a model's layers, found by watching activations.

A layer's feed-forward part is read where its last linear map reads an activation. That is all of it only
if no activation of the layer goes elsewhere: experts that share it mix theirs by gates and in an order of
their own. Then there is no such account, rather than a part of one.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import torch
from torch.overrides import TorchFunctionMode
from transformers.pytorch_utils import Conv1D
from typing_extensions import override

from auditkit.capture.ledger.rules import Pointwise, Quadratic
from auditkit.capture.ledger.steps import OUT_OF_PLACE, STEPS
from auditkit.capture.ledger.taken import open_functions

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor, nn

    from auditkit.capture.ledger.rules import Rule

_MIXING = ("Mm", "mm", "Linear", "Convolution", "AccumulateGrad")
"""Parts of the names of nodes of autograd's graph behind which another layer of units begins."""


def feed_forward_maps(
    layers: Sequence[nn.Module], attention: Sequence[nn.Module], run: Callable[[], object]
) -> tuple[nn.Module, ...]:
    """Return the linear maps of the layers that read activations; none if they do not read all of them.

    Args:
        layers: The modules that are the layers.
        attention: The attention modules inside them; their gates are no feed-forward part.
        run: Runs a batch whose embeddings have gradients.
    """
    watch = _Activations()
    own = {id(part) for module in attention for part in module.modules()}
    with ExitStack() as hooks:
        for module in {id(one): one for one in attention}.values():
            hooks.callback(module.register_forward_pre_hook(watch.pause).remove)
            hooks.callback(module.register_forward_hook(watch.resume).remove)
        for layer in {id(one): one for one in layers}.values():
            hooks.callback(layer.register_forward_pre_hook(watch.enter, with_kwargs=True).remove)
            hooks.callback(layer.register_forward_hook(watch.leave).remove)
            for part in layer.modules():
                if isinstance(part, torch.nn.Linear | Conv1D) and id(part) not in own:
                    hooks.callback(part.register_forward_pre_hook(watch.read).remove)
        hooks.enter_context(torch.enable_grad())
        hooks.enter_context(open_functions())
        hooks.enter_context(watch)
        run()
    return watch.maps(len(layers))


class _Activations(TorchFunctionMode):  # type: ignore[misc]
    """Notes every activation inside a layer, and the linear maps that read one."""

    def __init__(self) -> None:
        super().__init__()
        self._made: set[Any] = set()
        self._gated: set[Any] = set()
        self._seen: set[Any] = set()
        self._readers: dict[int, nn.Module] = {}
        self._layers: set[int] = set()
        self._layer, self._positions, self._paused = -1, 0, 0
        self._inside = False

    @override
    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        output = func(*args, **kwargs)
        if self._inside and not self._paused and isinstance(output, torch.Tensor):
            read = STEPS.get(OUT_OF_PLACE.get(func, func))
            step = None if read is None else read(func, args, kwargs)
            # Statistics of a norm have one entry for a position; an activation is as wide as its layer.
            if step is not None and output.shape[-1] > 1:
                self._note(step.rule, output)
        return output

    def _note(self, rule: Rule, output: Tensor) -> None:
        if isinstance(rule, Pointwise):
            self._made.add(output.grad_fn)
        elif isinstance(rule, Quadratic):
            self._gated.add(output.grad_fn)

    def enter(self, _module: nn.Module, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> None:
        """Begin a layer."""
        self._layer, self._inside = self._layer + 1, True
        state = args[0] if args else kwargs["hidden_states"]
        self._positions = state.shape[:-1].numel()

    def leave(self, *_: object) -> None:
        """End a layer."""
        self._inside = False

    def pause(self, *_: object) -> None:
        """Look away while attention runs."""
        self._paused += 1

    def resume(self, *_: object) -> None:
        """Look again."""
        self._paused -= 1

    def read(self, module: nn.Module, inputs: tuple[Any, ...]) -> None:
        """Note a linear map that reads an activation of every position, and what that is made of."""
        node = inputs[0].grad_fn
        whole = inputs[0].shape[:-1].numel() == self._positions
        if self._paused or not whole or node not in self._made | self._gated:
            return
        found = _behind(node) & self._made
        if found:
            self._seen |= found
            self._readers[id(module)] = module
            self._layers.add(self._layer)

    def maps(self, layers: int) -> tuple[nn.Module, ...]:
        """Return the maps, if every layer has one and every activation goes into one."""
        whole = self._made == self._seen and self._layers == set(range(layers))
        return tuple(self._readers.values()) if whole else ()


def _behind(node: Any) -> set[Any]:  # noqa: ANN401
    """Return a node and all before it, back to the linear maps that it comes from."""
    waiting, behind = [node], set()
    while waiting:
        node = waiting.pop()
        if node is None or node in behind or any(name in node.name() for name in _MIXING):
            continue
        behind.add(node)
        waiting += [child for child, _ in node.next_functions]
    return behind
