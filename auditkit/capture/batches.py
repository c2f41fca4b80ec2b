"""Rows to batches: sorted by length, capped by tokens, a pure function of the rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch
    from torch import Tensor

    from auditkit.records import Encoded

Answer = TypeVar("Answer")


def plan_batches(lengths: Sequence[int], batch_tokens: int) -> list[list[int]]:
    """Return batches of row indices: longest rows first, at most `batch_tokens` padded tokens each.

    A row longer than `batch_tokens` is a batch of its own. Equal lengths keep their order, so the
    plan depends on the lengths and the cap only.
    """
    order = sorted(range(len(lengths)), key=lambda row: -lengths[row])
    batches: list[list[int]] = []
    for row in order:
        longest = lengths[batches[-1][0]] if batches else 0
        if batches and longest * (len(batches[-1]) + 1) <= batch_tokens:
            batches[-1].append(row)
        else:
            batches.append([row])
    return batches


def in_order(answers: list[list[Answer]], plan: list[list[int]]) -> list[Answer]:
    """Return the answers of all batches in the order of the rows."""
    found = dict(zip(chain(*plan), chain(*answers), strict=True))
    return [found[index] for index in range(len(found))]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Model inputs padded on the right to one length."""

    rows: tuple[Encoded, ...]
    ids: Tensor
    """int64 [rows tokens]."""
    real: Tensor
    """bool [rows tokens]: False for padding."""
    type_ids: Tensor | None
    """int64 [rows tokens], for models with segment embeddings."""
    pad_id: int

    @property
    def length(self) -> int:
        """Padded length."""
        return int(self.ids.shape[1])

    def place(self, values: Sequence[np.ndarray], *, fill: float = 0) -> Tensor:
        """Return per-token arrays as one padded tensor [rows tokens] on the batch's device."""
        padded = np.full((len(values), self.length), fill, dtype=np.asarray(values[0]).dtype)
        for row, value in enumerate(values):
            padded[row, : len(value)] = value
        return to_device(padded, self.ids.device)


def make_batch(rows: Sequence[Encoded], pad_id: int, device: torch.device) -> Batch:
    """Pad `rows` on the right with `pad_id` and move them to `device`."""
    length = max(len(row.tokens) for row in rows)
    ids = np.full((len(rows), length), pad_id, dtype=np.int64)
    real = np.zeros((len(rows), length), dtype=bool)
    types = np.zeros((len(rows), length), dtype=np.int64)
    for index, row in enumerate(rows):
        size = len(row.tokens)
        ids[index, :size], real[index, :size] = row.ids, True
        if row.type_ids is not None:
            types[index, :size] = row.type_ids
    return Batch(
        rows=tuple(rows),
        ids=to_device(ids, device),
        real=to_device(real, device),
        type_ids=None if rows[0].type_ids is None else to_device(types, device),
        pad_id=pad_id,
    )
