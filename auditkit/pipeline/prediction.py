"""How long an audit takes and how large it gets, from what it asks and how fast the machine is."""

from __future__ import annotations

import heapq
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

from auditkit.explain.base import METHODS
from auditkit.explain.chains.references import REFERENCE_TEXTS
from auditkit.explain.flows import followed
from auditkit.pipeline.audit_plan import Bounds, Disk, Seconds
from auditkit.pipeline.chains import CONTROLLED
from auditkit.pipeline.comparisons import COMPARED_EXAMPLES
from auditkit.pipeline.cost import costliest_first
from auditkit.pipeline.shards import DETAIL_BATCH
from auditkit.pipeline.sizes import (
    CARD_PER_CHAIN,
    CHAINS,
    Shape,
    evidence_bytes,
    evidence_detail_bytes,
    projection_bytes,
    report_bytes,
    report_detail_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.capture.anatomy import Anatomy
    from auditkit.pipeline.calibration import Calibration
    from auditkit.pipeline.cost import Costs
    from auditkit.pipeline.counting import Counted

NUMBERS, NUMBERS_PER_EXAMPLE, NUMBERS_PER_HEAD = 0.4, 4e-4, 5e-6
"""Seconds of computing numbers over the set: once, for an example, for a head of an example. They do
not depend on the model's size, so they only show beside very small ones."""
POINTS = 6e-10
"""Seconds that principal components and neighbours take, for an example, an entry of its state and the
smaller of both numbers."""


def predict_seconds(
    counted: Counted, calibration: Calibration, anatomy: Anatomy, workers: int, loading: float
) -> Seconds:
    """Return the seconds of every stage.

    Args:
        counted: What the examples ask.
        calibration: What that costs a worker.
        anatomy: The model's layers and heads.
        workers: Processes side by side.
        loading: What loading took.
    """
    costs, works = calibration.costs, counted.works

    def explaining(targets: float, again: float, share: float) -> float:
        seconds = [
            share * sum(costs.of(work, targets=targets, again=again) for work in shard)
            for shard in counted.shards
        ]
        ordered = (seconds[shard] for shard in costliest_first(seconds))
        return calibration.startup + makespan(ordered, workers)

    predicting = calibration.predicting * len(counted.runnable) / workers

    of_detail = [costs.of_detail(work, counted.config.methods) for work in counted.candidates]
    share = counted.detailed / max(len(of_detail), 1)
    longest = sum(of_detail[len(of_detail) - counted.detailed :])
    heads = NUMBERS_PER_HEAD * anatomy.layers * anatomy.heads
    first = sum(2 * costs.plain.of_row(work.tokens) for work in works[:COMPARED_EXAMPLES])
    numbers = NUMBERS + len(works) * (NUMBERS_PER_EXAMPLE + heads) + first
    chains = _chains(counted, calibration, workers)
    projection = _projection(counted, costs, anatomy, workers)
    return Seconds(
        loading=loading,
        predicting=predicting,
        explaining=explaining(calibration.targets, calibration.again, counted.share_explained),
        chains=chains,
        numbers=numbers,
        projection=projection,
        details=_side_by_side(share * sum(of_detail), counted.detailed, workers),
        most=loading
        + predicting
        + explaining(counted.most_targets, 1.0, _costliest(counted, costs))
        + chains
        + numbers
        + projection
        + _side_by_side(longest, counted.detailed, workers),
    )


def _costliest(counted: Counted, costs: Costs) -> float:
    """Return the share of the cost that explaining the costliest examples has."""
    rising = sorted(costs.of(work) for work in counted.works)
    whole, explained = sum(rising), counted.explained.most
    return sum(rising[len(rising) - explained :]) / whole if whole else 1.0


def _chains(counted: Counted, calibration: Calibration, workers: int) -> float:
    """Return the seconds that chains take, with what messages are replaced by and the control."""
    if not counted.chained or not calibration.chain_rows:
        return 0.0
    costs, works = calibration.costs, counted.candidates
    row = fmean(costs.masked.of_row(work.tokens) for work in works)
    controls = min(CONTROLLED, counted.config.chains, len(works))
    first = min(len(works), REFERENCE_TEXTS) * fmean(costs.plain.of_row(w.tokens) for w in works)
    return first + calibration.chain_rows * row * (counted.chained + controls) / workers


def _projection(counted: Counted, costs: Costs, anatomy: Anatomy, workers: int) -> float:
    """Return the seconds of reading hidden states and of finding where they lie."""
    examples = counted.projected.most
    if not examples:
        return 0.0
    works = [counted.works[index] for index in counted.runnable]
    row = fmean(costs.plain.of_row(work.tokens) for work in works)
    width = anatomy.width
    found = POINTS * counted.cuts * examples * width * min(examples, width)
    return row * examples / workers + found


def predict_disk(counted: Counted, calibration: Calibration | None, anatomy: Anatomy) -> Disk:
    """Return the bytes of evidence and report; without calibration no example can be run."""
    applying = [
        n for n in counted.config.methods if anatomy.causal or not METHODS.get(n).causal_only
    ]
    scores = calibration.targets * len(applying) if calibration else 0.0
    token = calibration.table_token if calibration else 0.0
    shape = Shape(
        anatomy.layers,
        anatomy.heads,
        scores,
        token,
        anatomy.key_heads,
        anatomy.head_width,
        followed=followed(counted.config.methods) is not None,
    )
    evidence, report = _without_details(counted, calibration, shape)
    if calibration and calibration.chain_rows:
        evidence += counted.chained * calibration.chain_bytes
        report += CHAINS + counted.chained * CARD_PER_CHAIN
    evidence += projection_bytes(counted.projected.most, counted.cuts)
    candidates = [work.tokens for work in counted.candidates]
    tensors = [evidence_detail_bytes(shape, length) for length in candidates]
    maps = [report_detail_bytes(shape, length) for length in candidates]
    shown, share = counted.detailed, counted.detailed / max(len(candidates), 1)
    shortest = sum(tensors[:shown]) + sum(maps[:shown])
    longest = sum(tensors[len(tensors) - shown :]) + sum(maps[len(maps) - shown :])
    return Disk(
        evidence=round(evidence + share * sum(tensors)),
        report=round(report + share * sum(maps)),
        bounds=Bounds(round(evidence + report + shortest), round(evidence + report + longest)),
    )


def _without_details(
    counted: Counted, calibration: Calibration | None, shape: Shape
) -> tuple[float, float]:
    """Return the bytes of evidence and report but for details, chains and projection."""
    lengths, share = [work.tokens for work in counted.works], counted.share_explained
    evidence, report = evidence_bytes(shape, lengths), report_bytes(shape, lengths)
    if share == 1:
        return evidence, report
    token = calibration.predicted_token if calibration else 0.0
    only = replace(shape, layers=0, heads=0, scores=0.0, table_token=token)
    return (
        share * evidence + (1 - share) * evidence_bytes(only, lengths),
        share * report + (1 - share) * report_bytes(only, lengths),
    )


def makespan(tasks: Iterable[float], workers: int) -> float:
    """Return when the last task ends if each, in order, goes to the worker that is free first."""
    free = [0.0] * workers
    for seconds in tasks:
        heapq.heapreplace(free, free[0] + seconds)
    return max(free)


def _side_by_side(seconds: float, detailed: int, workers: int) -> float:
    """Return when the last task of details ends, if all last equally long."""
    tasks = -(-detailed // DETAIL_BATCH)
    return makespan([seconds / tasks] * tasks, workers) if tasks else 0.0
