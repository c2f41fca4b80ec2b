"""Compute a layer at one position of each row: every key and value, but one query, output and feed-forward pass.

No architecture is named: the layer is run on the hidden states of those positions alone, and its
attention answers with their queries and with the keys and values of all positions. Whether a model's
layers can be run that way is found out by trying (see `auditkit.capture.anatomy`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from auditkit.capture.attention import AttentionInputs, detour

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor


class _Enough(Exception):
    """The layer has reached its attention."""


@dataclass(frozen=True, slots=True, eq=False)
class AtPosition:
    """A layer's forward pass at one position of each row; all other positions of its output are zero."""

    whole: Callable[..., Any]
    positions: Tensor
    """int64 [rows]."""

    def __call__(self, hidden: Tensor, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Run the layer up to its attention on all positions, and past it on one."""
        rows = torch.arange(len(hidden), device=hidden.device)
        read = self._attention_inputs(hidden, *args, **kwargs).at(rows, self.positions)
        with detour(lambda _: read):
            output = self.whole(hidden[rows, self.positions][:, None], *args, **kwargs)
        return _spread(output, torch.zeros_like(hidden), self.positions)

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
        raise RuntimeError("the layer has no attention")


@dataclass(frozen=True, slots=True, eq=False)
class FromUntouched:
    """A layer's forward pass at one position of each row, where what else it needs is known.

    It stands for a pass in which nothing differs before the layer, and in the layer only what the
    row's position takes from its attention.
    """

    whole: Callable[..., Any]
    positions: Tensor
    """int64 [rows]."""
    states: Tensor
    """What the layer reads at those positions, [rows width]."""
    inputs: AttentionInputs
    """One query for each row, and the keys and values of all positions."""
    after: Tensor
    """What the layer gives in the untouched pass, [rows tokens width]."""

    def __call__(self, _hidden: Tensor, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Run the layer on one position."""
        with detour(lambda _: self.inputs):
            output = self.whole(self.states[:, None], *args, **kwargs)
        return _spread(output, self.after, self.positions)


def _spread(output: Any, onto: Tensor, positions: Tensor) -> Any:  # noqa: ANN401
    """Return a layer's output for one position of each row, put in its place among all positions."""
    state, *rest = output if isinstance(output, tuple) else (output,)
    rows = torch.arange(len(positions), device=positions.device)
    spread = onto.index_put((rows, positions), state[:, 0])
    return (spread, *rest) if isinstance(output, tuple) else spread
