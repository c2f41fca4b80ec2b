"""Compute the last layer only at the position the classifier reads: nobody reads the others."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditkit.capture.layers import lists_around
from auditkit.capture.one_position import AtPosition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor, nn


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
            run = whole if calls < self.calls else AtPosition(whole, positions)
            return run(*args, **kwargs)

        self.module.forward = narrowed
        try:
            yield
        finally:
            del self.module.forward


def find_last_layer(model: nn.Module, attention: list[nn.Module]) -> LastLayer | None:
    """Return the layer that holds the last of the attention modules, in the order they ran."""
    around = lists_around(model, attention[-1])
    calls = sum(module is attention[-1] for module in attention)
    return LastLayer(around[0][1], calls) if around else None
