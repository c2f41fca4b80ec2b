"""Interventions of many examples through the runner: messages replaced, layers left out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.attention import attending
from auditkit.capture.layer_range import kept_states
from auditkit.capture.messages import ReplacedMessages
from auditkit.capture.one_position import AtPosition
from auditkit.capture.readouts import Terms
from auditkit.capture.transfer import to_device, to_host
from auditkit.capture.untouched import from_untouched, padded, untouched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jaxtyping import Float64, Int64
    from torch import Tensor

    from auditkit.capture.batches import Batch
    from auditkit.capture.layer_range import Otherwise
    from auditkit.capture.messages import Intervention, InterventionRows, Replacements
    from auditkit.capture.requests import Question
    from auditkit.capture.runner import Runner
    from auditkit.capture.untouched import Untouched
    from auditkit.records import Encoded, Readout

Row = tuple["Encoded", "Intervention", "Sequence[Readout]"]


def intervened(
    runner: Runner, groups: Sequence[InterventionRows], replacements: Replacements
) -> list[Float64[np.ndarray, "rows readouts"]]:
    """Return what is read of the model's answer to every intervention.

    A run starts at the first layer in which anything is replaced, from the hidden state of the
    untouched text; the layers below it are the same and are not run again. Of that layer only one
    position is computed where one alone gets something else, and of the last layer only the position
    that is read.

    Returns:
        One array per group, NaN where a row does not fit into memory.
    """
    rows = [(group.encoded, one, group.readouts) for group in groups for one in group.interventions]
    table = to_device(replacements.values, runner.device)
    answers: list[np.ndarray | None] = [None] * len(rows)
    for start in sorted({one.first_layer for _, one, _ in rows}):
        at_start = [place for place, (_, one, _) in enumerate(rows) if one.first_layer == start]
        known = untouched(runner, [rows[place][0] for place in at_start], start)
        runs = _Runs(runner, start, known, replacements, table)
        ways = defaultdict(list)
        for place in at_start:
            ways[runs.way(rows[place])].append(place)
        for way, places in ways.items():
            chosen = [rows[place] for place in places]
            found = runner.answers(chosen, [encoded for encoded, _, _ in chosen], way)
            for place, answer in zip(places, found, strict=True):
                answers[place] = answer
    left = iter(answers)
    return [
        np.stack(
            [
                np.full(len(group.readouts), np.nan) if one is None else one
                for one in islice(left, len(group.interventions))
            ]
        )
        for group in groups
    ]


@dataclass(frozen=True, slots=True, eq=False)
class _Narrowed:
    """A layer that runs at one position of each row of a batch."""

    layer: int
    queries: Int64[np.ndarray, " rows"]
    run: Otherwise


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """Runs interventions that start at the same layer."""

    runner: Runner
    start: int
    known: dict[Encoded, Untouched]
    """What the untouched pass of each example shows of the layer."""
    replacements: Replacements
    table: Tensor
    """The replacements' values on the device."""

    def way(self, row: Row) -> Callable[[Sequence[Row]], Sequence[np.ndarray | None]]:
        """Return how an intervention is run: with as little of the layer as it needs."""
        encoded, intervention, _ = row
        if encoded not in self.known:
            return self.lost if self.start else self.whole
        single = self.runner.anatomy.by_position and intervention.only_query is not None
        return self.single if single else self.whole

    def lost(self, rows: Sequence[Row]) -> list[None]:
        """Give no answer: what the runs start from is not known."""
        return [None] * len(rows)

    def whole(self, rows: Sequence[Row]) -> list[np.ndarray]:
        """Run the layer at every position."""
        batch, state = self._batch(rows), None
        if self.start:
            state = padded([self.known[encoded].before for encoded, _, _ in rows], batch.length)
        return self._values(batch, rows, self._last(batch), state)

    def single(self, rows: Sequence[Row]) -> list[np.ndarray]:
        """Run the layer at the one position of each row that gets something else."""
        batch = self._batch(rows)
        queries = np.array([one.only_query for _, one, _ in rows], np.int64)
        known = [self.known[encoded] for encoded, _, _ in rows]
        layer = _Narrowed(self.start, queries, from_untouched(known, queries, batch.length))
        after = [one for one in self._last(batch) if one.layer != self.start]
        return self._values(batch, rows, [layer, *after], None)

    def _batch(self, rows: Sequence[Row]) -> Batch:
        return self.runner.passes.batch([encoded for encoded, _, _ in rows])

    def _last(self, batch: Batch) -> list[_Narrowed]:
        """Return the last layer at the position that is read, where that is enough."""
        anatomy = self.runner.anatomy
        if anatomy.last_layer is None:
            return []
        read = np.concatenate([anatomy.known_reading.positions(row.ids) for row in batch.rows])
        run = partial(AtPosition, positions=to_device(read, self.runner.device))
        return [_Narrowed(len(anatomy.stack.layers) - 1, read, run)]

    def _values(
        self, batch: Batch, rows: Sequence[Row], narrowed: Sequence[_Narrowed], state: Tensor | None
    ) -> list[np.ndarray]:
        runner = self.runner
        roles = [self.replacements.indices(row, causal=runner.anatomy.causal) for row in batch.rows]
        attend = ReplacedMessages(
            batch,
            [one for _, one, _ in rows],
            self.table,
            batch.place(roles),
            {one.layer: one.queries for one in narrowed},
        )
        otherwise = {one.layer: one.run for one in narrowed}
        layers = runner.anatomy.stack.only(self.start, state=state, otherwise=otherwise)
        terms = Terms([readouts for _, _, readouts in rows])
        with torch.inference_mode(), layers, attending(attend):
            return terms.values(*to_host([terms.of(runner.forward(batch))]))


def read_at_every_cut(
    runner: Runner, questions: Sequence[Question]
) -> list[Float64[np.ndarray, " cuts"]]:
    """Return the target as the model's own head reads it from each layer's cut (the logit lens).

    The hidden state of a cut goes as it is to what follows the last layer: final norm, pooler and
    classifier. The last entry is the model's own answer.

    Source: nostalgebraist 2020, "interpreting GPT: the logit lens".
    """
    stack = runner.anatomy.stack

    def run(chosen: Sequence[Question]) -> list[np.ndarray]:
        batch = runner.passes.batch([encoded for encoded, _ in chosen])
        terms = Terms([[readout] for _, readout in chosen])
        cuts: dict[int, Tensor] = {}
        with torch.inference_mode():
            with kept_states(stack, cuts.__setitem__):
                last = terms.of(runner.forward(batch))
            read = []
            for cut in range(len(stack.layers)):
                with stack.only(len(stack.layers), state=cuts[cut]):
                    read.append(terms.of(runner.forward(batch)))
            found = terms.values(*to_host([torch.stack([*read, last], dim=1)]))
            return [one[:, 0] for one in found]

    lost = np.full(len(stack.layers) + 1, np.nan)
    answers = runner.answers(questions, [encoded for encoded, _ in questions], run)
    return [lost if one is None else one for one in answers]
