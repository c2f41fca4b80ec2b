"""The only place that calls the model.

Everything that perturbs an input hands the runner *masked rows*; the runner removes duplicates
within an example, batches rows of all examples by length, counts every pass and returns answers in
the order they were asked. Perturbations override the output of the input embeddings and leave the
ids alone, so that read position, padding and position ids are those of the original text.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from auditkit.capture.anatomy import examine
from auditkit.capture.attention import recording
from auditkit.capture.batches import Batch, in_order, make_batch, plan_batches, read_positions
from auditkit.capture.observers import FanOut
from auditkit.capture.requests import (
    Counters,
    MaskedRows,
    Observation,
    PathGradients,
    PathRows,
    Reference,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from jaxtyping import Float32, Float64
    from torch import Tensor, nn

    from auditkit.capture.loading import LoadedModel
    from auditkit.capture.observers import Observer
    from auditkit.records import Encoded


@dataclass
class Runner:
    """Runs one model in batches.

    Args:
        loaded: The model.
        batch_tokens: Cap on padded tokens per batch.
        device: Where the model runs, e.g. ``cpu`` or ``cuda``.
    """

    loaded: LoadedModel
    batch_tokens: int = 1024
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))
    counters: Counters = field(default_factory=Counters)
    _remembered: dict[tuple[Encoded, bytes], np.ndarray] = field(default_factory=dict, init=False)
    _remembers: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Move the model and find out what it is made of."""
        self.model = self.loaded.model.to(self.device)
        self.anatomy = examine(self.model, self.loaded.tokenizer)
        self._embeddings = self.model.get_input_embeddings()
        self.blank_kind, self.blank_token, blank_id = _blank_token(self.loaded.tokenizer)
        self._references = self._reference_vectors(blank_id)

    def observe(
        self, rows: Sequence[Encoded], observers: dict[str, Callable[[Batch, Runner], Observer]]
    ) -> list[Observation]:
        """Run the unperturbed rows once; observers watch the attention layer by layer."""

        def watch(indices: list[int]) -> list[Observation]:
            batch = self._batch([rows[index] for index in indices])
            active = {name: make(batch, self) for name, make in observers.items()}
            with torch.inference_mode(), recording(FanOut(list(active.values()))):
                logits = self._forward(batch).float().cpu().numpy()
                seen = {name: observer.results() for name, observer in active.items()}
            return [
                Observation(logits[place], {name: arrays[place] for name, arrays in seen.items()})
                for place in range(len(indices))
            ]

        plan = self._plan(rows)
        return in_order([watch(indices) for indices in plan], plan)

    def logits(self, groups: Sequence[MaskedRows]) -> list[Float32[np.ndarray, "rows classes"]]:
        """Return the logits of every masked row; equal rows of one example run once."""
        names = [[row.tobytes() for row in np.packbits(one.blanked, axis=1)] for one in groups]
        with self.remembering():
            new = {
                (group.encoded, name): mask
                for group, own in zip(groups, names, strict=True)
                for name, mask in zip(own, group.blanked, strict=True)
                if (group.encoded, name) not in self._remembered
            }
            self._remembered.update(zip(new, self._ask(new), strict=True))
            return [
                np.stack([self._remembered[group.encoded, name] for name in own])
                if own
                else np.empty((0, 0), np.float32)
                for group, own in zip(groups, names, strict=True)
            ]

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Ask for equal rows of one example once in the whole block, whoever asks."""
        if self._remembers:
            yield
            return
        self._remembers = True
        try:
            yield
        finally:
            self._remembers = False
            self._remembered.clear()

    def _ask(self, masked: Mapping[tuple[Encoded, bytes], np.ndarray]) -> list[np.ndarray]:
        rows = [(encoded, mask) for (encoded, _), mask in masked.items()]

        def ask(indices: list[int]) -> list[np.ndarray]:
            batch = self._batch([rows[index][0] for index in indices])
            blanked = batch.place([rows[index][1] for index in indices])
            with torch.inference_mode(), self._embeddings_as(self._blanker(blanked)):
                return list(self._answer(batch).float().cpu().numpy())

        plan = self._plan([encoded for encoded, _ in rows])
        return in_order([ask(indices) for indices in plan], plan)

    def path_gradients(self, groups: Sequence[PathRows]) -> list[PathGradients]:
        """Return gradient products and target values at points of straight paths.

        Special tokens do not move: their reference is their own embedding.
        """
        rows = [(group, alpha) for group in groups for alpha in group.alphas]

        def walk(indices: list[int]) -> list[tuple[np.ndarray, float]]:
            chosen = [rows[index] for index in indices]
            products, values = self._path_batch([g for g, _ in chosen], [a for _, a in chosen])
            sizes = [len(group.encoded.tokens) for group, _ in chosen]
            return [
                (row[:size], value)
                for row, size, value in zip(products, sizes, values, strict=True)
            ]

        plan = self._plan([group.encoded for group, _ in rows])
        points = iter(in_order([walk(indices) for indices in plan], plan))
        return [_gathered(list(islice(points, len(group.alphas)))) for group in groups]

    def difference_to_production(self, rows: Sequence[Encoded]) -> tuple[float, int]:
        """Compare the logits with those of the production attention kernel.

        Returns:
            The largest absolute difference (NaN if there is none), and the number of rows whose
            logits are finite under both kernels, which are those compared.
        """
        batch = self._batch(rows)
        with torch.inference_mode():
            ours = self._forward(batch)
            kernel = self.model.config._attn_implementation
            self.model.set_attn_implementation(self.loaded.production_kernel)
            try:
                theirs = self._forward(batch)
            finally:
                self.model.set_attn_implementation(kernel)
        difference = (ours - theirs).abs().amax(-1)
        finite = difference[difference.isfinite()]
        return (float(finite.max()) if len(finite) else float("nan")), len(finite)

    def hidden_norms(self, row: Encoded) -> Float32[np.ndarray, "layers+1 tokens"]:
        """Return the L2 norm of the hidden state at every layer's cut, embeddings first."""
        with torch.inference_mode():
            states = self._call(self._batch([row]), output_hidden_states=True).hidden_states
            norms = torch.stack([state[0].norm(dim=-1) for state in states])
        return np.asarray(norms.float().cpu())

    def _plan(self, rows: Sequence[Encoded]) -> list[list[int]]:
        return plan_batches([len(row.tokens) for row in rows], self.batch_tokens)

    def _batch(self, rows: Sequence[Encoded]) -> Batch:
        return make_batch(rows, self._pad_id(rows), self.device)

    def _pad_id(self, rows: Sequence[Encoded]) -> int:
        """Return the padding id; a model without one gets an id that no row of the batch holds.

        Decoders find the position they read by the padding id, so it must not be a real token.
        """
        if self.loaded.pad_id is not None:
            return self.loaded.pad_id
        used = {token.id for row in rows for token in row.tokens}
        return next(i for i in range(self._embeddings.weight.shape[0] - 1, -1, -1) if i not in used)

    def _answer(self, batch: Batch) -> Tensor:
        """Return the logits, with as little of the last layer as they need."""
        layer = self.anatomy.last_layer
        if layer is None:
            return self._forward(batch)
        positions = read_positions(batch, last=self.anatomy.reads == "last")
        with layer.only_at(torch.from_numpy(positions).to(self.device)):
            return self._forward(batch)

    def _forward(self, batch: Batch) -> Tensor:
        logits: Tensor = self._call(batch).logits
        return logits

    def _call(self, batch: Batch, **options: Any) -> Any:  # noqa: ANN401
        real = sum(len(row.tokens) for row in batch.rows)
        self.counters.forwards += 1
        self.counters.rows += len(batch.rows)
        self.counters.tokens += real
        self.counters.padding += len(batch.rows) * batch.length - real
        if batch.type_ids is not None:
            options["token_type_ids"] = batch.type_ids
        if hasattr(self.model.config, "use_cache"):
            options["use_cache"] = False
        with self._padding_with(batch.pad_id):
            return self.model(input_ids=batch.ids, attention_mask=batch.real.long(), **options)

    @contextmanager
    def _padding_with(self, pad_id: int) -> Iterator[None]:
        """Let a decoder that knows no padding id find the position it reads."""
        if self.loaded.pad_id is not None:
            yield
            return
        config = self.model.config
        before, config.pad_token_id = config.pad_token_id, pad_id
        try:
            yield
        finally:
            config.pad_token_id = before

    @contextmanager
    def _embeddings_as(self, change: Callable[[Tensor], Tensor]) -> Iterator[None]:
        """Replace the output of the input embeddings by ``change(output)`` inside the block."""

        def changed(_module: nn.Module, _inputs: object, output: Tensor) -> Tensor:
            return change(output)

        hook = self._embeddings.register_forward_hook(changed)
        try:
            yield
        finally:
            hook.remove()

    def _blanker(self, blanked: Tensor) -> Callable[[Tensor], Tensor]:
        blank = self._references["blank"]
        return lambda output: torch.where(blanked[..., None], blank, output)

    def _path_batch(
        self, groups: Sequence[PathRows], alphas: Sequence[float]
    ) -> tuple[Float32[np.ndarray, "rows tokens"], Float64[np.ndarray, " rows"]]:
        batch = self._batch([group.encoded for group in groups])
        moves = batch.place([group.encoded.words >= 0 for group in groups])
        alpha = torch.tensor(np.asarray(alphas, np.float32), device=self.device)[:, None, None]
        reference = torch.stack([self._references[group.reference] for group in groups])[:, None]
        kept: list[Tensor] = []

        def walk(output: Tensor) -> Tensor:
            step = torch.where(moves[..., None], output - reference, 0).detach()
            point = (output.detach() - (1 - alpha) * step).requires_grad_()
            kept.extend((step, point))
            return point

        with torch.enable_grad(), self._embeddings_as(walk):
            logits = self._answer(batch)
            weights = torch.from_numpy(np.stack([group.weights for group in groups]))
            value = (logits * weights.to(self.device)).sum(-1)
            (gradient,) = torch.autograd.grad(value.sum(), kept[1])
        self.counters.backwards += 1
        products = (gradient * kept[0]).sum(-1)
        return products.float().cpu().numpy(), value.detach().double().cpu().numpy()

    def _reference_vectors(self, blank_id: int | None) -> dict[Reference, Tensor]:
        with torch.no_grad():
            every = torch.arange(self._embeddings.weight.shape[0], device=self.device)
            mean = self._embeddings(every).mean(0)
            blank = mean if blank_id is None else self._embeddings(every[blank_id])
        return {"blank": blank, "mean": mean, "zero": torch.zeros_like(mean)}


def _blank_token(tokenizer: Any) -> tuple[str, str | None, int | None]:  # noqa: ANN401
    """Mask token, else unknown token, never the padding token; else the mean embedding."""
    if tokenizer.mask_token_id is not None:
        return "mask", tokenizer.mask_token, int(tokenizer.mask_token_id)
    unknown = tokenizer.unk_token_id
    if unknown is not None and unknown != tokenizer.pad_token_id:
        return "unknown", tokenizer.unk_token, int(unknown)
    return "vocabulary_mean", None, None


def _gathered(points: list[tuple[np.ndarray, float]]) -> PathGradients:
    return PathGradients(
        np.stack([products for products, _ in points]), np.array([value for _, value in points])
    )
