"""Ledgers of many examples through the engine, batch by batch, and each one's without padding."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.attention import revaluing
from auditkit.capture.ledger.frozen import Accounts, frozen_ledger
from auditkit.capture.ledger.secant import Pass, secant_ledger
from auditkit.capture.messages import SilencedHeads
from auditkit.capture.readouts import Terms
from auditkit.capture.references import blanked
from auditkit.capture.requests import LedgerSheet
from auditkit.capture.transfer import to_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from torch import Tensor

    from auditkit.capture.batches import Batch
    from auditkit.capture.engine import Engine
    from auditkit.capture.ledger.sheet import Sheet
    from auditkit.capture.requests import LedgerRows
    from auditkit.records import Readout


@dataclass(frozen=True, slots=True, eq=False)
class Blanks:
    """Which tokens of a batch are blank in the input and in the reference."""

    blank: Tensor
    """Embedding of the blank, [width]."""
    here: Tensor
    """bool [rows tokens]."""
    there: Tensor
    """bool [rows tokens]."""

    def of_input(self, output: Tensor) -> Tensor:
        """Return the embeddings of the input."""
        return blanked(output, self.here, self.blank)

    def of_reference(self, output: Tensor) -> Tensor:
        """Return the embeddings of the reference."""
        return blanked(output, self.there, self.blank)


def ledgers(
    engine: Engine,
    groups: Sequence[LedgerRows],
    *,
    frozen: bool = False,
    edges: bool = False,
    neurons: bool = False,
    maps: bool = False,
) -> list[LedgerSheet | None]:
    """Share the target among the tokens, exactly.

    Args:
        engine: Runs the model.
        groups: What to share; the frozen ledger reads the input alone.
        frozen: Hold attention, norms and slopes instead of taking secants to the reference.
        edges: Whether to keep the relevance of every message.
        neurons: Whether to keep the relevance of every neuron.
        maps: Whether to keep the attention of the input.

    Returns:
        One sheet per group; None where the row does not fit into memory.
    """
    sheets = _frozen_sheets if frozen else _secant_sheets

    def share(chosen: Sequence[LedgerRows]) -> list[LedgerSheet]:
        batch = engine.passes.batch([group.encoded for group in chosen])
        blanks = Blanks(
            engine.references["blank"],
            batch.place([group.here for group in chosen]),
            batch.place([group.there for group in chosen]),
        )
        ask = pass_of(engine, batch, [group.readout for group in chosen], edges)
        silenced = SilencedHeads(batch, [one.silenced for one in chosen], engine.anatomy.layers)
        with revaluing(silenced) if silenced else nullcontext():
            found = sheets(replace(ask, neurons=neurons, attention=maps), blanks, batch)
        engine.counters.backwards += 1
        return found if engine.anatomy.layers else [_without_heads(one) for one in found]

    return engine.answers(groups, [group.encoded for group in groups], share)


def _without_heads(sheet: LedgerSheet) -> LedgerSheet:
    """Leave out what cannot be named by layer and head."""
    size = len(sheet.tokens)
    return replace(sheet, heads=np.empty((0, 0, size), np.float32), edges=None, maps=None)


def pass_of(engine: Engine, batch: Batch, readouts: Sequence[Readout], edges: bool) -> Pass:  # noqa: FBT001
    """Return a batch that is ready to be run by a ledger."""
    return Pass(
        run=lambda: engine.forward(batch),
        embeddings=engine.embeddings,
        stack=engine.anatomy.stack.layers,
        target=Terms([[one] for one in readouts]),
        edges=edges,
        ids=batch.ids,
        maps=engine.anatomy.feed_forward,
    )


def _secant_sheets(ask: Pass, blanks: Blanks, batch: Batch) -> list[LedgerSheet]:
    """Return the secant ledger of every row of the batch."""
    sheet, value, base = secant_ledger(ask, blanks.of_input, blanks.of_reference)
    return _sheets(batch, {**_tensors(sheet), "value": value, "base": base})


def _frozen_sheets(ask: Pass, blanks: Blanks, batch: Batch) -> list[LedgerSheet]:
    """Return the frozen ledger of every row of the batch."""
    sheet, accounts, value = frozen_ledger(ask, blanks.of_input)
    added = _added(accounts, len(ask.stack), value)
    positions = torch.as_tensor(accounts.positions, device=value.device)
    positions = positions.to(value.dtype).expand(len(value), batch.length)
    base = positions.sum(-1) + added.sum(-1)
    of_frozen = {"positions": positions, "biases": added, "value": value, "base": base}
    return _sheets(batch, {**_tensors(sheet), **of_frozen})


def _added(accounts: Accounts, layers: int, like: Tensor) -> Tensor:
    nothing = torch.zeros_like(like)
    return torch.stack([accounts.biases.get(i, nothing) for i in range(-1, layers + 1)], dim=1)


def _tensors(sheet: Sheet) -> dict[str, Tensor]:
    """Return what the sheet holds, rows first and layers second."""
    if sheet.tokens is None or sheet.logits is None:
        raise RuntimeError("no coefficient reached the input embeddings")
    tables = {
        name: getattr(sheet, name)
        for name in ("cuts", "heads", "mlp", "edges", "maps")
        if _are_alike(getattr(sheet, name).values())
    }
    if sheet.neurons.keys() == sheet.mlp.keys() and _are_alike(sheet.neurons.values()):
        tables |= {"neurons": sheet.neurons, "activations": sheet.activations}
    return {
        "tokens": sheet.tokens,
        "logits": sheet.logits,
        **{
            name: torch.stack([table[layer] for layer in sorted(table)], dim=1)
            for name, table in tables.items()
            if table
        },
    }


def _are_alike(tensors: Iterable[Tensor]) -> bool:
    return len({tensor.shape for tensor in tensors}) == 1


_TRIM: Mapping[str, Callable[[np.ndarray, int], np.ndarray]] = {
    "tokens": lambda row, size: row[:size],
    "logits": lambda row, _: row,
    "positions": lambda row, size: row[:size],
    "heads": lambda row, size: row[:, :, :size],
    "edges": lambda row, size: row[:, :, :size, :size],
    "maps": lambda row, size: row[:, :, :size, :size],
    "cuts": lambda row, size: row[:, :size],
    "mlp": lambda row, size: row[:, :size],
    "neurons": lambda row, size: row[:, :size],
    "activations": lambda row, size: row[:, :size],
    "biases": lambda row, _: row,
}


def _sheets(batch: Batch, tensors: Mapping[str, Tensor]) -> list[LedgerSheet]:
    names = list(tensors)
    arrays = dict(zip(names, to_host([tensors[name].float() for name in names]), strict=True))
    return [
        _sheet({name: array[row] for name, array in arrays.items()}, len(encoded.tokens))
        for row, encoded in enumerate(batch.rows)
    ]


def _sheet(arrays: Mapping[str, np.ndarray], size: int) -> LedgerSheet:
    kept = {name: trim(arrays[name], size).copy() for name, trim in _TRIM.items() if name in arrays}
    return LedgerSheet(
        logits=kept["logits"],
        tokens=kept["tokens"],
        value=float(arrays["value"]),
        base=float(arrays["base"]),
        cuts=kept.get("cuts", np.empty((0, size), np.float32)),
        heads=kept.get("heads", np.empty((0, 0, size), np.float32)),
        mlp=kept.get("mlp"),
        edges=kept.get("edges"),
        maps=kept.get("maps"),
        neurons=kept.get("neurons"),
        activations=kept.get("activations"),
        positions=kept.get("positions"),
        biases=kept.get("biases"),
    )
