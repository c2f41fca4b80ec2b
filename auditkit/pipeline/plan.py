"""Plan: what `measure` would ask of the model, how long it would take and what it would write.

Rows are counted exactly. Times and sizes are predicted after a short calibration.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from auditkit.pipeline.audit_plan import AuditPlan, Seconds
from auditkit.pipeline.calibration import calibrate
from auditkit.pipeline.counting import count
from auditkit.pipeline.prediction import predict_disk, predict_seconds
from auditkit.pipeline.prepared import prepare, what_was_read

if TYPE_CHECKING:
    from auditkit.config import AuditConfig
    from auditkit.pipeline.calibration import Calibration
    from auditkit.pipeline.counting import Counted
    from auditkit.pipeline.prepared import Prepared


def plan(config: AuditConfig) -> AuditPlan:
    """Say what `measure` would do with the same configuration. Nothing is written.

    Raises:
        AuditError: The input is wrong, as `measure` would find.
    """
    began = time.perf_counter()
    ready = prepare(config)
    loading = time.perf_counter() - began
    counted = count(ready.config, ready)
    calibration = _calibrated(counted, ready)
    anatomy = ready.runner.anatomy
    return AuditPlan(
        examples=len(counted.works),
        explained=counted.explained,
        not_run=len(counted.works) - len(counted.runnable),
        truncated=counted.truncated,
        tokens=sum(work.tokens for work in counted.works),
        detailed=counted.detailed,
        methods=counted.methods(),
        rows=counted.rows(),
        workers=ready.workers,
        device=ready.runner.device.type,
        seconds=predict_seconds(counted, calibration, anatomy, ready.workers, loading)
        if calibration
        else Seconds(loading, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, loading),
        disk=predict_disk(counted, calibration, anatomy),
        calibration=calibration,
        read=tuple(what_was_read(config, ready)),
        left_out=ready.left_out,
    )


def _calibrated(counted: Counted, ready: Prepared) -> Calibration | None:
    if not counted.runnable:
        return None
    examples = [ready.data.examples[index] for index in counted.runnable]
    works = [counted.works[index] for index in counted.runnable]
    workers = min(ready.workers, len(counted.shards))
    return calibrate(counted.config, ready, examples, works, workers)
