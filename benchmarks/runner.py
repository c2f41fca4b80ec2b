"""The runner against a bare loop over the same model, and what watching a pass costs.

A bare loop pads sorted rows to batches of one size and calls the model; its best size counts. Both
do the same passes: masked rows forward, points of a path forward and backward. Throughput is that
of real tokens; 1.00 is the bare loop.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.batches import make_batch
from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.observers import Rollout
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.records import Readout
from benchmarks.figures import Figure
from benchmarks.workload import Workload, medians, workloads

if TYPE_CHECKING:
    from auditkit.records import Encoded

BATCH_SIZES = (8, 32, 64)
COPIES = 3
"""Perturbations of each row."""


def run() -> list[Figure]:
    """Return ratios for short, long and mixed texts; above 1 is faster than the bare loop."""
    return [
        figure for name, work in workloads().items() for figure in _ratios(f"{name} texts", work)
    ]


def _ratios(name: str, work: Workload) -> list[Figure]:
    runner = Runner(work.loaded)
    margin = Readout.of_classes(np.array([1, -1], np.float32))
    everywhere = [MaskedRows(row, _masks(row), [margin]) for row in work.rows]
    paths = [PathRows(row, margin, np.linspace(0.2, 0.8, COPIES)) for row in work.rows]
    seconds = medians(
        {
            **{f"bare {size}": partial(_bare, work, size, grad=False) for size in BATCH_SIZES},
            **{f"bare grad {size}": partial(_bare, work, size, grad=True) for size in BATCH_SIZES},
            "runner": lambda: runner.values(everywhere),
            "runner grad": lambda: runner.path_gradients(paths),
            "plain": lambda: runner.observe(work.rows, {}),
            "watched": lambda: runner.observe(
                work.rows, {"heads": HeadStatistics, "rollout": Rollout}
            ),
        }
    )
    best = min(seconds[f"bare {size}"] for size in BATCH_SIZES)
    best_grad = min(seconds[f"bare grad {size}"] for size in BATCH_SIZES)
    watching = seconds["watched"] / seconds["plain"]
    return [
        Figure(f"{name}: forward, throughput / bare loop", best / seconds["runner"], "x", 0.9),
        Figure(
            f"{name}: forward + backward, throughput / bare loop",
            best_grad / seconds["runner grad"],
            "x",
            0.95,
        ),
        Figure(f"{name}: heads and rollout, cost / plain pass", watching, "x", at_most=1.35),
    ]


def _masks(row: Encoded) -> np.ndarray:
    drawn = np.random.default_rng(row.example.row).random((COPIES, len(row.tokens))) < 0.5
    return np.asarray(drawn & (row.words >= 0))


def _bare(work: Workload, size: int, *, grad: bool) -> None:
    model = work.loaded.model
    rows = sorted(work.rows * COPIES, key=lambda row: -len(row.tokens))
    for start in range(0, len(rows), size):
        batch = make_batch(rows[start : start + size], work.loaded.pad_id or 0, torch.device("cpu"))
        mask = batch.real.long()
        if grad:
            points = model.get_input_embeddings()(batch.ids).detach().requires_grad_()
            logits = model(inputs_embeds=points, attention_mask=mask).logits
            torch.autograd.grad((logits[:, 0] - logits[:, 1]).sum(), points)
        else:
            with torch.inference_mode():
                model(input_ids=batch.ids, attention_mask=mask)
