"""Compute the last layer only at the position the classifier reads.

A classifier that reads one position needs of the last layer every key and value, but one query, one
output and one feed-forward pass. No architecture is named: the layer is run up to its attention on all
positions, which gives query, key and value; then it is run on the hidden state that is read, its
attention answering with that query and those keys and values. All other positions of its output are
zero, and nobody reads them.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from auditkit.capture.attention import AttentionInputs, detour
from auditkit.capture.layers import lists_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor, nn


class _Enough(Exception):
    """The layer has reached its attention."""


@dataclass(frozen=True, slots=True, eq=False)
class LastLayer:
    """The module that is the last layer, and how often a forward pass calls it."""

    module: nn.Module
    calls: int
    """More than 1 where layers share their weights: the last call is the last layer."""

    @contextmanager
    def only_at(self, positions: Tensor) -> Iterator[None]:
        """Narrow the last layer of the forward pass inside the block.

        Args:
            positions: int64 [rows], the position read in each row of the batch.
        """
        whole, calls = self.module.forward, 0

        def narrowed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            nonlocal calls
            calls += 1
            run = whole if calls < self.calls else _Narrow(whole, positions)
            return run(*args, **kwargs)

        self.module.forward = narrowed
        try:
            yield
        finally:
            del self.module.forward


@dataclass(frozen=True, slots=True, eq=False)
class _Narrow:
    whole: Any
    positions: Tensor

    def __call__(self, hidden: Tensor, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        rows = torch.arange(len(hidden), device=hidden.device)
        seen = self._attention_inputs(hidden, *args, **kwargs)
        read = seen.at(rows, self.positions)
        with detour(lambda _: read):
            output = self.whole(hidden[rows, self.positions][:, None], *args, **kwargs)
        state, *rest = output if isinstance(output, tuple) else (output,)
        spread = torch.zeros_like(hidden).index_put((rows, self.positions), state[:, 0])
        return (spread, *rest) if isinstance(output, tuple) else spread

    def _attention_inputs(self, hidden: Tensor, *args: Any, **kwargs: Any) -> AttentionInputs:  # noqa: ANN401
        kept: list[AttentionInputs] = []

        def stop(inputs: AttentionInputs) -> AttentionInputs:
            kept.append(inputs)
            raise _Enough

        with detour(stop):
            try:
                self.whole(hidden, *args, **kwargs)
            except _Enough:
                return kept[0]
        raise RuntimeError("the last layer has no attention")


def find_last_layer(model: nn.Module, attention: list[nn.Module]) -> LastLayer | None:
    """Return the layer that holds the last of the attention modules, in the order they ran."""
    around = lists_around(model, attention[-1])
    calls = sum(module is attention[-1] for module in attention)
    return LastLayer(around[0][1], calls) if around else None
