"""Relevance of attention messages, heads summed: what a chain is grown from, and what tests are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.ledger.secant import gate_ledger, gradient_links
from auditkit.capture.ledgers import pass_of
from auditkit.capture.transfer import to_device, to_host

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32
    from torch import Tensor

    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine
    from auditkit.capture.ledger.sheet import Sheet
    from auditkit.capture.messages import Replacements
    from auditkit.capture.requests import Question


@dataclass(frozen=True, slots=True, eq=False)
class MessageLinks:
    """Every message of one example: row i is where position i looks; in units of s."""

    value: float
    """s."""
    empty: float
    """s with every message at its mean."""
    relevance: Float32[np.ndarray, "layers tokens tokens"]
    """Gate secants; they sum to value - empty."""
    leaders: Float32[np.ndarray, "layers 2 tokens tokens"]
    """The largest head of a link, of the link's own sign, and what it contributes."""
    predicted: Float32[np.ndarray, "layers tokens tokens"]
    """By how much s falls, by its gradient, when the message is put at its mean."""


def message_links(
    engine: Engine, questions: Sequence[Question], replacements: Replacements
) -> list[MessageLinks | None]:
    """Return the links of every example; None where it does not fit into memory."""
    table = to_device(replacements.values[0], engine.device)

    def share(chosen: Sequence[Question]) -> list[MessageLinks]:
        batch = engine.passes.batch([encoded for encoded, _ in chosen])
        means = _means(engine, batch, replacements, table)
        ask = pass_of(engine, batch, [readout for _, readout in chosen], edges=False)
        gates, value, empty = gate_ledger(ask, lambda output: output, means)
        slopes, _ = gradient_links(ask, lambda output: output, means)
        engine.counters.backwards += 2
        return _links(batch, gates, slopes, value, empty)

    return engine.answers(questions, [encoded for encoded, _ in questions], share)


def _means(engine: Engine, batch: Batch, replacements: Replacements, table: Tensor) -> list[Tensor]:
    """Return each layer's mean values, [rows heads tokens width]."""
    roles = batch.place(
        [replacements.indices(row, causal=engine.anatomy.causal) for row in batch.rows]
    )
    return [of_layer[roles].transpose(1, 2) for of_layer in table]


def _links(
    batch: Batch, gates: Sheet, slopes: Sheet, value: Tensor, empty: Tensor
) -> list[MessageLinks]:
    layers = range(len(gates.links))
    tensors = [
        torch.stack([gates.links[layer] for layer in layers], 1),
        torch.stack([gates.leaders[layer].transpose(0, 1) for layer in layers], 1),
        torch.stack([slopes.links[layer] for layer in layers], 1),
        value,
        empty,
    ]
    arrays = to_host([tensor.float() for tensor in tensors])
    found = []
    for row, encoded in enumerate(batch.rows):
        size = slice(len(encoded.tokens))
        relevance, leaders, predicted = (array[row, ..., size, size].copy() for array in arrays[:3])
        found.append(
            MessageLinks(
                float(arrays[3][row]), float(arrays[4][row]), relevance, leaders, predicted
            )
        )
    return found
