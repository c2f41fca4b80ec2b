"""What the untouched pass of a text shows of one layer: where interventions that start there begin."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import torch

from auditkit.capture.attention import AttentionInputs, detour
from auditkit.capture.layer_range import kept_states
from auditkit.capture.one_position import FromUntouched
from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from jaxtyping import Int64
    from torch import Tensor

    from auditkit.capture.layer_range import Otherwise
    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


@dataclass(frozen=True, slots=True, eq=False)
class Untouched:
    """One layer in the untouched pass of one text, without padding."""

    before: Tensor
    """What the layer reads, [tokens width]."""
    query: Tensor
    """[tokens heads head_width]."""
    key: Tensor
    """[tokens key_heads head_width]."""
    value: Tensor
    """[tokens key_heads head_width]."""
    mask: Tensor
    """Added to the scores, [queries keys]."""
    after: Tensor
    """What the layer gives, [tokens width]."""


def untouched(runner: Runner, rows: Sequence[Encoded], layer: int) -> dict[Encoded, Untouched]:
    """Run every text once, up to a layer.

    Returns:
        Nothing for a text that does not fit into memory, nor for any where the model's layers were
        not found.
    """
    every, stack = list(dict.fromkeys(rows)), runner.anatomy.stack
    if not stack.layers:
        return {}

    def run(chosen: Sequence[Encoded]) -> list[Untouched]:
        cuts: dict[int, Tensor] = {}
        seen: list[AttentionInputs] = []

        def see(inputs: AttentionInputs) -> AttentionInputs:
            seen.append(inputs)
            return inputs

        kept = kept_states(stack, cuts.__setitem__)
        with torch.inference_mode(), kept, stack.only(stop=layer + 1), detour(see):
            runner.forward(runner.passes.batch(chosen))
        return [
            _of_row(cuts[layer], seen[layer], cuts[layer + 1], row, len(encoded.tokens))
            for row, encoded in enumerate(chosen)
        ]

    found = zip(every, runner.answers(every, every, run), strict=True)
    return {encoded: one for encoded, one in found if one is not None}


def _of_row(
    before: Tensor, inputs: AttentionInputs, after: Tensor, row: int, size: int
) -> Untouched:
    parts = (inputs.query, inputs.key, inputs.value)
    query, key, value = (part[row, :, :size].transpose(0, 1) for part in parts)
    mask = before.new_zeros(size, size)
    if inputs.mask is not None:
        mask = mask + inputs.mask.expand(len(before), -1, -1, -1)[row, 0, :, :size][:size]
    return Untouched(before[row, :size], query, key, value, mask, after[row, :size])


def from_untouched(
    rows: Sequence[Untouched], queries: Int64[np.ndarray, " rows"], length: int
) -> Otherwise:
    """Return how the layer runs at one position of each row of a batch.

    Args:
        rows: What is known of each row's text; one text may stand there many times.
        queries: The position of each row.
        length: Of the batch, padding included.
    """
    texts = list(dict.fromkeys(rows))
    at = {one: index for index, one in enumerate(texts)}
    of_row = torch.tensor([at[one] for one in rows], device=rows[0].before.device)
    key, value, after = (
        padded([getattr(one, name) for one in texts], length)[of_row]
        for name in ("key", "value", "after")
    )
    pairs = list(zip(rows, queries.tolist(), strict=True))
    hidden = torch.finfo(rows[0].mask.dtype).min
    mask = padded([one.mask[query] for one, query in pairs], length, fill=hidden)
    query = torch.stack([one.query[query] for one, query in pairs])
    return partial(
        FromUntouched,
        positions=to_device(queries, of_row.device),
        states=torch.stack([one.before[query] for one, query in pairs]),
        inputs=AttentionInputs(
            query[:, :, None], key.transpose(1, 2), value.transpose(1, 2), mask[:, None, None]
        ),
        after=after,
    )


def padded(rows: Sequence[Tensor], length: int, *, fill: float = 0.0) -> Tensor:
    """Return tensors whose first axis are tokens as one, [rows length ...]."""
    whole = rows[0].new_full((len(rows), length, *rows[0].shape[1:]), fill)
    for row, tensor in enumerate(rows):
        whole[row, : len(tensor)] = tensor
    return whole
