"""auditkit against captum and shap on the same texts: CPU seconds per text.

Peers run in an environment of their own, one text at a time as their documentation shows; auditkit
gets all texts at once, which is how it is used. Rounds alternate; medians count.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import torch

from auditkit.capture.batches import make_batch
from auditkit.capture.requests import MaskedRows
from auditkit.capture.runner import Runner
from auditkit.demo import export_model
from auditkit.explain.base import METHODS
from auditkit.explain.methods.integrated_gradients import TRIES, integrate
from benchmarks.figures import Figure
from benchmarks.peers.client import PeerServer
from benchmarks.workload import (
    ROUNDS,
    cases_of,
    class_weights,
    cpu_seconds,
    demo_model,
    demo_texts,
    encode,
    matrix_products,
)

if TYPE_CHECKING:
    from auditkit.capture.loading import LoadedModel
    from auditkit.explain.base import Case

WORDS = range(10, 25, 2)
"""Of each number of words the demo's first text."""
BATCH = 64
"""Rows at once of the bare loop: what as many evaluations cost without an estimator."""


def run() -> list[Figure]:
    """Return ratios, peer / auditkit, one core each."""
    with tempfile.TemporaryDirectory() as name:
        model = export_model(Path(name) / "model")
        with PeerServer(model, threads=1) as peers:
            return [
                *_method(peers, "integrated_gradients", "captum_ig", 1.0),
                *_method(peers, "shap", "shap_text", 20.0),
            ]


def _method(peers: PeerServer, method: str, peer: str, at_least: float) -> list[Figure]:
    loaded = demo_model()
    first = {len(text.split()): text for text in reversed(demo_texts())}
    cases = cases_of(loaded, encode(loaded, [first[words] for words in WORDS if words in first]))
    peers.ask(peer, _text(cases[0]), class_weights(cases[0].target))  # compiles what it compiles
    asked = METHODS.get(method).attribute(Runner(loaded), cases)
    explain = _at_equal_nodes if method == "integrated_gradients" else METHODS.get(method).attribute
    evaluations = [one.evaluations for one in asked if one is not None]
    tokens = sum(
        len(case.encoded.tokens) * count for case, count in zip(cases, evaluations, strict=True)
    )
    ours, theirs, rows, bare, products = [], [], [], [], []
    for _ in range(ROUNDS):
        if method == "shap":
            bare.append(cpu_seconds(partial(_bare, loaded, cases, evaluations)))
            products.append(cpu_seconds(partial(matrix_products, loaded, tokens)))
        ours.append(cpu_seconds(partial(explain, Runner(loaded), cases)))
        answers = [peers.ask(peer, _text(case), class_weights(case.target)) for case in cases]
        theirs.append(sum(answer["cpu"] for answer in answers))
        rows.append(np.mean([answer["rows"] for answer in answers]))
    return [
        Figure(f"{method}: CPU of {peer} / auditkit", median(theirs) / median(ours), "x", at_least),
        Figure(f"{method}: CPU per text", median(ours) / len(cases), "s"),
        Figure(f"{peer}: CPU per text", median(theirs) / len(cases), "s"),
        Figure(
            f"{method}: evaluations per text, second tries included", float(np.mean(evaluations))
        ),
        Figure(f"{peer}: evaluations per text", float(rows[0])),
        *(_bounds(theirs, bare, products) if bare else _gaps(cases, asked, answers)),
    ]


def _at_equal_nodes(runner: Runner, cases: Sequence[Case]) -> object:
    """Integrate as the peer does, without the second try of those that have not converged."""
    runner.values(
        [MaskedRows(case.encoded, case.of_text[None], [case.target.readout]) for case in cases]
    )
    return integrate(runner, cases, nodes=TRIES[0])


def _bare(loaded: LoadedModel, cases: Sequence[Case], evaluations: Sequence[int]) -> None:
    """Run as many rows as the method did through the model, and do nothing else."""
    rows = [
        case.encoded for case, count in zip(cases, evaluations, strict=True) for _ in range(count)
    ]
    for start in range(0, len(rows), BATCH):
        batch = make_batch(rows[start : start + BATCH], loaded.pad_id or 0, torch.device("cpu"))
        with torch.inference_mode():
            loaded.model(input_ids=batch.ids, attention_mask=batch.real.long())


def _bounds(
    theirs: Sequence[float], bare: Sequence[float], products: Sequence[float]
) -> list[Figure]:
    peer = median(theirs)
    return [
        Figure("CPU of shap_text / bare passes of as many rows", peer / median(bare), "x"),
        Figure(
            "CPU of shap_text / nothing but matrix products of as many rows",
            peer / median(products),
            "x",
        ),
    ]


def _gaps(
    cases: Sequence[Case], found: Sequence[object], answers: Sequence[dict[str, float]]
) -> list[Figure]:
    ours = [
        abs(case.margin - one.base - float(one.scores.astype(float).sum()))
        for case, one in zip(cases, found, strict=True)
    ]
    theirs = [abs(answer["gap"]) for answer in answers]
    return [
        Figure("integrated_gradients: median gap", median(ours), "logits"),
        Figure("captum_ig: median gap", median(theirs), "logits"),
    ]


def _text(case: Case) -> str:
    return case.encoded.example.text
