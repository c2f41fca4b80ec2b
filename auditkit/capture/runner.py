"""What is asked of a model, and how it is answered; the engine below is the only place that calls it.

Everything that perturbs an input hands the runner *masked rows*; the runner removes duplicates
within an example, batches rows of all examples by length, counts every pass and returns answers in
the order they were asked. Perturbations override the output of the input embeddings and leave the
ids alone, so that read position, padding and position ids are those of the original text.

Answers are float32 whatever the model's dtype, and leave the device once per batch. Of a perturbed row
only what targets read leaves it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from typing_extensions import override

from auditkit.capture.anatomy import constant_values
from auditkit.capture.attention import recording
from auditkit.capture.batches import Batch
from auditkit.capture.engine import Engine
from auditkit.capture.guards import check
from auditkit.capture.memory import is_out_of_memory, run_in_halves
from auditkit.capture.observers import FanOut
from auditkit.capture.overrides import kernel
from auditkit.capture.paths import PathPoint, Walk, gathered
from auditkit.capture.probe import probe_rows
from auditkit.capture.readouts import Terms
from auditkit.capture.references import blanked, reference_vectors
from auditkit.capture.requests import (
    Counters,
    MaskedRows,
    Observation,
    PathGradients,
    PathRows,
)
from auditkit.capture.transfer import to_host

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from jaxtyping import Float32, Float64
    from torch import Tensor

    from auditkit.capture.observers import Observer
    from auditkit.records import Encoded, Readout


@dataclass
class Runner(Engine):
    """Answers questions about rows by one model that was checked; see `Engine` for its arguments."""

    _remembered: dict[tuple[Encoded, bytes], dict[Readout, float]] = field(
        default_factory=dict, init=False
    )
    _remembers: bool = field(default=False, init=False)

    @override
    def __post_init__(self) -> None:
        super().__post_init__()
        asked, self.counters = self.counters, Counters()
        self.lacks = check(self)
        self.counters = asked

    def with_weights(self, change: Callable[[Any], None]) -> Runner:
        """Return a runner of a copy of the model after ``change(copy)``, with counters of its own.

        What was found out and checked of the architecture is taken over: other weights may answer so
        wildly that rounding alone would fail a check.
        """
        model, anatomy = deepcopy((self.model, self.anatomy))
        change(model)
        other = copy(self)
        other.loaded = replace(self.loaded, model=model)
        other.counters, other.lost, other._remembered = Counters(), set(), {}
        other._use(model)
        other.references = reference_vectors(other.embeddings, self.blank)
        if anatomy.layers:
            row = probe_rows(self.loaded.tokenizer, self.loaded.max_tokens)[0]
            biases = constant_values(other.passes, other.passes.batch([row]))
            anatomy = replace(anatomy, value_biases=biases)
        other.anatomy = anatomy
        return other

    def observe(
        self, rows: Sequence[Encoded], observers: Mapping[str, Callable[[Batch, Engine], Observer]]
    ) -> list[Observation | None]:
        """Run the unperturbed rows once; observers watch the attention layer by layer.

        Returns:
            One observation per row; None where the row alone does not fit into memory.
        """

        def watch(chosen: Sequence[Encoded]) -> list[Observation]:
            batch = self.passes.batch(chosen)
            active = {name: make(batch, self) for name, make in observers.items()}
            with torch.inference_mode(), recording(FanOut(list(active.values()))):
                answer = self.forward(batch)
                logits, *kept = to_host([answer, *(one.result() for one in active.values())])
            return [
                Observation(
                    logits[place],
                    {
                        name: observer.trimmed(arrays[place], len(row.tokens))
                        for (name, observer), arrays in zip(active.items(), kept, strict=True)
                    },
                )
                for place, row in enumerate(chosen)
            ]

        return self.answers(rows, rows, watch)

    def values(self, groups: Sequence[MaskedRows]) -> list[Float64[np.ndarray, "rows readouts"]]:
        """Return what is read of the answer to every masked row; equal rows of one example run once."""
        names = [[row.tobytes() for row in np.packbits(one.blanked, axis=1)] for one in groups]
        wanted: dict[Encoded, dict[Readout, None]] = defaultdict(dict)
        for group in groups:
            wanted[group.encoded].update(dict.fromkeys(group.readouts))
        with self.remembering():
            new = {
                (group.encoded, name): mask
                for group, own in zip(groups, names, strict=True)
                for name, mask in zip(own, group.blanked, strict=True)
                if not wanted[group.encoded].keys() <= self._known(group.encoded, name)
            }
            for row, found in zip(new, self._ask(new, wanted), strict=True):
                self._remembered.setdefault(row, {}).update(found)
            return [self._recalled(group, own) for group, own in zip(groups, names, strict=True)]

    def _known(self, encoded: Encoded, name: bytes) -> AbstractSet[Readout]:
        return self._remembered.get((encoded, name), {}).keys()

    def _recalled(self, group: MaskedRows, names: Sequence[bytes]) -> np.ndarray:
        values = [
            [self._remembered[group.encoded, name][one] for one in group.readouts] for name in names
        ]
        return np.array(values, np.float64).reshape(len(names), len(group.readouts))

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

    def _ask(
        self,
        masked: Mapping[tuple[Encoded, bytes], np.ndarray],
        wanted: Mapping[Encoded, Mapping[Readout, None]],
    ) -> Iterator[dict[Readout, float]]:
        """Run masked rows and read them; what does not fit into memory reads NaN."""
        rows = [(encoded, mask) for (encoded, _), mask in masked.items()]

        def ask(chosen: Sequence[tuple[Encoded, np.ndarray]]) -> list[np.ndarray]:
            batch = self.passes.batch([encoded for encoded, _ in chosen])
            where = batch.place([mask for _, mask in chosen])
            terms = Terms([list(wanted[encoded]) for encoded, _ in chosen])
            with torch.inference_mode(), self.passes.entry(batch).replaced(self._blanker(where)):
                return terms.values(*to_host([terms.of(self.answer(batch))]))

        answers = self.answers(rows, [encoded for encoded, _ in rows], ask)
        for (encoded, _), answer in zip(rows, answers, strict=True):
            readouts = wanted[encoded]
            found = [math.nan] * len(readouts) if answer is None else map(float, answer)
            yield dict(zip(readouts, found, strict=True))

    def path_gradients(self, groups: Sequence[PathRows]) -> list[PathGradients]:
        """Return gradient products and target values at points of straight paths.

        Special tokens do not move: their reference is their own embedding.
        """
        rows = [(group, alpha) for group in groups for alpha in group.alphas]

        def walk(chosen: Sequence[tuple[PathRows, float]]) -> list[PathPoint]:
            batch = self.passes.batch([group.encoded for group, _ in chosen])
            steps = Walk(batch, chosen, self.references)
            with torch.enable_grad(), self.passes.entry(batch).replaced(steps):
                products, values = to_host(steps.products(self.answer(batch)))
            self.counters.backwards += 1
            sizes = [len(group.encoded.tokens) for group, _ in chosen]
            return [
                (row[:size], value)
                for row, size, value in zip(products, sizes, values.astype(np.float64), strict=True)
            ]

        points = iter(self.answers(rows, [group.encoded for group, _ in rows], walk))
        return [gathered(group, list(islice(points, len(group.alphas)))) for group in groups]

    def difference_to_production(self, rows: Sequence[Encoded]) -> tuple[float, int]:
        """Compare the logits with those of the production attention kernel.

        Returns:
            The largest absolute difference (NaN if there is none), and the number of rows whose
            logits are finite under both kernels, which are those compared: none where the production
            kernel cannot run the model here.
        """

        def compare(chosen: Sequence[Encoded]) -> list[np.ndarray]:
            batch = self.passes.batch(chosen)
            with torch.inference_mode():
                ours = self.forward(batch)
                theirs = self._in_production(batch)
                return list(*to_host([(ours - theirs).abs().amax(-1)]))

        found = run_in_halves(rows, compare, self._failed)
        finite = [float(one) for one in found if one is not None and np.isfinite(one)]
        return max(finite, default=float("nan")), len(finite)

    def _in_production(self, batch: Batch) -> Tensor:
        try:
            with kernel(self.model, self.loaded.production_kernel):
                return self.forward(batch)
        except Exception as error:
            if is_out_of_memory(error):
                raise
            return torch.full((len(batch.rows), 1), torch.nan, device=self.device)

    def hidden_norms(self, row: Encoded) -> Float32[np.ndarray, "layers+1 tokens"] | None:
        """Return the L2 norm of the hidden state at every layer's cut, embeddings first.

        None if the row does not fit into memory, or the model does not hand out one state for each cut.
        """

        def measure(chosen: Sequence[Encoded]) -> Sequence[np.ndarray | None]:
            batch = self.passes.batch(chosen)
            with torch.inference_mode():
                answer = self._run(batch, output_hidden_states=True)
                states = getattr(answer, "hidden_states", None) or ()
                shapes = {state.shape[:-1] for state in states}
                cuts = self.anatomy.layers + 1
                if not self.anatomy.layers or len(states) != cuts or shapes != {batch.ids.shape}:
                    return [None]
                return to_host([torch.stack([state[0].float().norm(dim=-1) for state in states])])

        return run_in_halves([row], measure, self._failed)[0]

    def _blanker(self, where: Tensor) -> Callable[[Tensor], Tensor]:
        blank = self.references["blank"]
        return lambda output: blanked(output, where, blank)
