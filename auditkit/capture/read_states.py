"""The hidden states that a classifier reads, at every cut of the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from auditkit.capture.layer_range import kept_states
from auditkit.capture.observers import read_rows
from auditkit.capture.transfer import to_device, to_host

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from jaxtyping import Float32
    from torch import Tensor

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


def states_read(
    runner: Runner, rows: Sequence[Encoded]
) -> list[Float32[np.ndarray, "cuts width"] | None]:
    """Return each row's hidden state where the classifier reads: at one position, or the mean of all.

    Args:
        runner: Runs the model, whose layers must be known.
        rows: Examples with at least one token; each is run once.

    Returns:
        layers + 1 cuts, cut l before layer l; None where the row does not fit into memory.
    """

    def read(chosen: Sequence[Encoded]) -> list[np.ndarray]:
        batch = runner.passes.batch(chosen)
        weights = to_device(read_rows(batch, runner), runner.device)[:, None]
        cuts: list[Tensor] = []

        def keep(_cut: int, state: Tensor) -> None:
            cuts.append(torch.bmm(weights, state.float())[:, 0])

        with torch.inference_mode(), kept_states(runner.anatomy.stack, keep):
            runner.forward(batch)
        (states,) = to_host([torch.stack(cuts, dim=1)])
        return [row.copy() for row in states]

    return runner.answers(rows, rows, read)
