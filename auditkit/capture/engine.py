"""A model on its device, ready to be asked: what was found out about it, and how rows go through it.

Rows are batched by length and every pass is counted. A batch that does not fit into memory is run in
halves; a row that does not fit alone has no answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import torch

from auditkit.capture.anatomy import examine
from auditkit.capture.batches import Batch, in_order, plan_batches
from auditkit.capture.entry import input_embeddings
from auditkit.capture.memory import run_in_halves
from auditkit.capture.passes import Passes
from auditkit.capture.references import blank_of, reference_vectors
from auditkit.capture.requests import Counters
from auditkit.capture.transfer import to_device

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from torch import Tensor

    from auditkit.capture.loading import LoadedModel
    from auditkit.records import Encoded

Answer = TypeVar("Answer")


@dataclass
class Engine:
    """Sends rows through one model.

    Args:
        loaded: The model.
        batch_tokens: Cap on padded tokens per batch.
        device: Where the model runs, e.g. ``cpu`` or ``cuda``.
    """

    loaded: LoadedModel
    batch_tokens: int = 1024
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    counters: Counters = field(default_factory=Counters)
    lost: set[str] = field(default_factory=set, init=False)
    """Ids of the examples of which a row did not fit into memory alone."""

    def __post_init__(self) -> None:
        """Move the model and find out what it is made of."""
        self._use(self.loaded.model.to(self.device))
        self.anatomy = examine(self.model, self.loaded.tokenizer, self.loaded.production_kernel)
        self.references = reference_vectors(self.embeddings, self.blank)

    def _use(self, model: Any) -> None:  # noqa: ANN401
        self.model = model
        self.embeddings = input_embeddings(model)
        self.blank = blank_of(self.loaded.tokenizer)
        self.blank_kind, self.blank_token = self.blank.kind, self.blank.token

    def answers(
        self,
        rows: Sequence[Any],
        encoded: Sequence[Encoded],
        run: Callable[[Sequence[Any]], Sequence[Answer]],
    ) -> list[Answer | None]:
        """Run anything in batches.

        Args:
            rows: What is to be run.
            encoded: The example of each row, by whose length it is batched.
            run: Answers rows of about one length, one answer each.

        Returns:
            One answer per row, in order; None for a row that does not fit into memory alone.
        """

        def part(indices: Sequence[int]) -> Sequence[Answer]:
            return run([rows[index] for index in indices])

        def failed(indices: Sequence[int]) -> None:
            self._failed([encoded[index] for index in indices])

        plan = plan_batches([len(row.tokens) for row in encoded], self.batch_tokens)
        return in_order([run_in_halves(indices, part, failed) for indices in plan], plan)

    def _failed(self, rows: Sequence[Encoded]) -> None:
        """Count a batch that did not fit into memory, and note a row that does not fit alone."""
        if len(rows) > 1:
            self.counters.splits += 1
            return
        self.counters.lost += 1
        self.lost.add(rows[0].example.id)

    @property
    def passes(self) -> Passes:
        """How batches are made and run."""
        return Passes(self.model, self.loaded.pad_id, self.device)

    def answer(self, batch: Batch) -> Tensor:
        """Return float32 logits, with as little of the last layer as they need."""
        layer = self.anatomy.last_layer
        if layer is None:
            return self.forward(batch)
        read = self.anatomy.known_reading
        positions = np.concatenate([read.positions(row.ids) for row in batch.rows])
        with layer.only_at(to_device(positions, self.device)):
            return self.forward(batch)

    def forward(self, batch: Batch) -> Tensor:
        """Run a batch and count it; return float32 logits."""
        logits: Tensor = self._run(batch).logits
        return logits.float()

    def _run(self, batch: Batch, **options: Any) -> Any:  # noqa: ANN401
        answer = self.passes.run(batch, **options)
        self.counters.count(batch)
        return answer
