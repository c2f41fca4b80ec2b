"""How far the audited model is from the one used in production: other kernel, other number format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.base import MetricRow
from auditkit.capture.loading import load_model
from auditkit.capture.memory import is_out_of_memory
from auditkit.capture.runner import Runner
from auditkit.inputs.base import TASKS
from auditkit.records import Estimate

if TYPE_CHECKING:
    from collections.abc import Sequence

    import torch

    from auditkit.config import AuditConfig
    from auditkit.records import Encoded

EXACT = "float32"
COMPARED_EXAMPLES = 32
"""The first of the data; those without a token are left out."""


def logit_differences(
    config: AuditConfig, runner: Runner, rows: Sequence[Encoded]
) -> list[MetricRow]:
    """Return the largest absolute differences of a logit over `rows`; empty without rows.

    ``kernel_difference``, named after the attention kernel transformers would have chosen, and for a
    model in another number format ``dtype_difference`` to the same weights in float32.
    """
    if not rows:
        return []
    found = [
        _largest(
            "kernel_difference",
            runner.loaded.production_kernel,
            *runner.difference_to_production(rows),
        )
    ]
    if config.dtype != EXACT:
        found.append(
            _largest("dtype_difference", EXACT, *_difference_to_exact(config, runner, rows))
        )
    return found


def rows_compared(config: AuditConfig, examples: int) -> int:
    """Return how many rows `logit_differences` sends through models: two for each difference."""
    return 2 * examples * (1 if config.dtype == EXACT else 2)


def _largest(metric: str, label: str, largest: float, compared: int) -> MetricRow:
    estimate = Estimate(largest, None, None, compared, "none")
    return MetricRow(metric, None, estimate, "lower", label=label)


def _difference_to_exact(
    config: AuditConfig, runner: Runner, rows: Sequence[Encoded]
) -> tuple[float, int]:
    pairs = zip(
        runner.observe(rows, {}), _exact(config, runner.device).observe(rows, {}), strict=True
    )
    found = [
        float(np.abs(ours.logits - theirs.logits).max())
        for ours, theirs in pairs
        if ours is not None and theirs is not None
    ]
    finite = [difference for difference in found if np.isfinite(difference)]
    return max(finite, default=float("nan")), len(finite)


def _exact(config: AuditConfig, device: torch.device) -> Runner:
    """Return the model in float32: on `device`, or on the CPU where it does not fit beside the other."""
    loaded = load_model(
        config.model, TASKS.get(config.task), name="float32", allow_pickle=config.allow_pickle
    )
    try:
        return Runner(loaded, config.batch_tokens, device)
    except RuntimeError as error:
        if not is_out_of_memory(error):
            raise
    return Runner(loaded, config.batch_tokens)
