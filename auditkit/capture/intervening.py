"""Interventions of many examples through the runner: messages replaced, layers left out."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.attention import attending
from auditkit.capture.layer_range import kept_states
from auditkit.capture.messages import ReplacedMessages
from auditkit.capture.transfer import to_device, to_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jaxtyping import Float32
    from torch import Tensor

    from auditkit.capture.messages import Intervention, InterventionRows, Replacements
    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded

Row = tuple["Encoded", "Intervention"]
States = dict[tuple["Encoded", int], "Tensor"]
"""Hidden state of an example before a layer, [tokens width]."""


def intervened(
    runner: Runner, groups: Sequence[InterventionRows], replacements: Replacements
) -> list[Float32[np.ndarray, "rows classes"]]:
    """Return the logits of every intervention.

    A run starts at the first layer in which anything is replaced, from the hidden state of the
    untouched text; the layers below it are the same and are not run again.

    Returns:
        One array per group, NaN where a row does not fit into memory.
    """
    rows = [(group.encoded, one) for group in groups for one in group.interventions]
    states = _states(runner, rows)
    table = to_device(replacements.values, runner.device)
    answers: list[np.ndarray | None] = [None] * len(rows)
    for start in sorted({one.first_layer for _, one in rows}):
        places = [
            place
            for place, (encoded, one) in enumerate(rows)
            if one.first_layer == start and (not start or (encoded, start) in states)
        ]
        chosen = [rows[place] for place in places]
        for place, found in zip(
            places, _from_layer(runner, chosen, states, replacements, table), strict=True
        ):
            answers[place] = found
    filled = iter(runner.no_logits() if one is None else one for one in answers)
    return [np.stack(list(islice(filled, len(group.interventions)))) for group in groups]


def _from_layer(
    runner: Runner,
    rows: Sequence[Row],
    states: States,
    replacements: Replacements,
    table: Tensor,
) -> list[np.ndarray | None]:
    """Run interventions that all start at the same layer."""
    start = rows[0][1].first_layer

    def run(chosen: Sequence[Row]) -> list[np.ndarray]:
        encoded = [row for row, _ in chosen]
        batch = runner.passes.batch(encoded)
        roles = batch.place(
            [replacements.indices(row, causal=runner.anatomy.causal) for row in encoded]
        )
        attend = ReplacedMessages(batch, [one for _, one in chosen], table, roles)
        state = _padded([states[row, start] for row in encoded], batch.length) if start else None
        with (
            torch.inference_mode(),
            runner.anatomy.stack.only(start, state=state),
            attending(attend),
        ):
            return list(*to_host([runner.forward(batch)]))

    return runner.answers(rows, [encoded for encoded, _ in rows], run)


def _states(runner: Runner, rows: Sequence[Row]) -> States:
    """Return the hidden states that interventions start from, from one pass of each example."""
    wanted: dict[Encoded, set[int]] = {}
    for encoded, one in rows:
        if one.first_layer:
            wanted.setdefault(encoded, set()).add(one.first_layer)
    kept: States = {}

    def run(chosen: Sequence[Encoded]) -> list[None]:
        def keep(cut: int, state: Tensor) -> None:
            for row, encoded in enumerate(chosen):
                if cut in wanted[encoded]:
                    kept[encoded, cut] = state[row, : len(encoded.tokens)].clone()

        batch = runner.passes.batch(chosen)
        with torch.inference_mode(), kept_states(runner.anatomy.stack, keep):
            runner.forward(batch)
        return [None] * len(chosen)

    runner.answers(list(wanted), list(wanted), run)
    return kept


def _padded(states: Sequence[Tensor], length: int) -> Tensor:
    padded = states[0].new_zeros(len(states), length, states[0].shape[-1])
    for row, state in enumerate(states):
        padded[row, : len(state)] = state
    return padded


def read_at_every_cut(
    runner: Runner, rows: Iterable[Encoded]
) -> list[Float32[np.ndarray, "cuts classes"]]:
    """Return the logits that the model's own head reads from each layer's cut (the logit lens).

    The layers after a cut are left out: its hidden state goes as it is to what follows the last
    layer, final norm, pooler and classifier. The last entry is the model's own answer.

    Source: nostalgebraist 2020, "interpreting GPT: the logit lens".
    """
    rows = list(rows)
    layers = len(runner.anatomy.stack.layers)
    by_cut = []
    for cut in range(layers + 1):

        def run(chosen: Sequence[Encoded], cut: int = cut) -> list[np.ndarray]:
            batch = runner.passes.batch(chosen)
            with torch.inference_mode(), runner.anatomy.stack.only(stop=cut):
                return list(*to_host([runner.forward(batch)]))

        found = runner.answers(rows, rows, run)
        by_cut.append([runner.no_logits() if one is None else one for one in found])
    return [np.stack(of_row) for of_row in zip(*by_cut, strict=True)]
