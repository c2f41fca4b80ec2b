"""Examples and their first targets, outside the shards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.explain.base import Case, Plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.inputs.base import TaskAdapter
    from auditkit.records import Encoded


def first_targets(
    runner: Runner, adapter: TaskAdapter, plan: Plan, rows: Sequence[Encoded]
) -> list[Case]:
    """Return each example with its first target, as the shards explain it.

    Examples without a finite answer are left out.
    """
    loaded, cases = runner.loaded, []
    for row, seen in zip(rows, runner.observe(rows, {}), strict=True):
        if seen is None or not np.isfinite(seen.logits).all():
            continue
        target = adapter.decide(seen.logits, loaded.labels, loaded.problem, plan.foil).targets[0]
        margin = target.readout.value(seen.logits)
        cases.append(Case(row, target, margin, seen.seen, plan.seed, plan.ledger_coalitions))
    return cases
