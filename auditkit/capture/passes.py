"""How rows are padded to a batch, and how a batch is sent through a model."""

from __future__ import annotations

import inspect
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditkit.capture.batches import Batch, make_batch
from auditkit.capture.entry import Entry, input_embeddings
from auditkit.capture.overrides import padding_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch

    from auditkit.records import Encoded


@dataclass(frozen=True, slots=True, eq=False)
class Passes:
    """One model on one device."""

    model: Any
    pad_id: int | None
    """None for a model that has no padding id."""
    device: torch.device

    def batch(self, rows: Sequence[Encoded]) -> Batch:
        """Pad `rows` and move them to the model's device."""
        return make_batch(rows, self._pad_id(rows), self.device)

    def entry(self, batch: Batch) -> Entry:
        """Return where the tokens of `batch` enter the model."""
        return Entry(input_embeddings(self.model), batch.ids)

    def run(self, batch: Batch, **options: Any) -> Any:  # noqa: ANN401
        """Return what the model answers; token types are handed to a model that has them only."""
        if batch.type_ids is not None and self._has_types:
            options["token_type_ids"] = batch.type_ids
        if hasattr(self.model.config, "use_cache"):
            options["use_cache"] = False
        known = self.pad_id is not None
        with nullcontext() if known else padding_id(self.model.config, batch.pad_id):
            return self.model(input_ids=batch.ids, attention_mask=batch.real.long(), **options)

    def _pad_id(self, rows: Sequence[Encoded]) -> int:
        """Return the padding id; a model without one gets an id that no row of the batch holds.

        Decoders find the position they read by the padding id, so it must not be a real token.
        """
        if self.pad_id is not None:
            return self.pad_id
        used = {token.id for row in rows for token in row.tokens}
        size = input_embeddings(self.model).weight.shape[0]
        return next(i for i in range(size - 1, -1, -1) if i not in used)

    @property
    def _has_types(self) -> bool:
        """Whether the model names token types among what it takes; tokenizers give them unasked."""
        return any(
            "token_type_ids" in inspect.signature(part.forward).parameters
            for part in (self.model, self.model.base_model)
        )
