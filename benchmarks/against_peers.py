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

from auditkit.capture.runner import Runner
from auditkit.demo import export_model
from auditkit.explain.base import METHODS
from benchmarks.figures import Figure
from benchmarks.peers.client import PeerServer
from benchmarks.workload import ROUNDS, cases_of, cpu_seconds, demo_model, demo_texts, encode

if TYPE_CHECKING:
    from auditkit.explain.base import Case

TEXTS = 8
"""Evenly spread over the demo's texts of `WORDS` words."""
WORDS = range(10, 25)


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
    fitting = [text for text in demo_texts() if len(text.split()) in WORDS]
    cases = cases_of(loaded, encode(loaded, fitting[:: len(fitting) // TEXTS][:TEXTS]))
    peers.ask(peer, _text(cases[0]), cases[0].target.weights)  # compiles what it compiles
    ours, theirs, rows = [], [], []
    for _ in range(ROUNDS):
        ours.append(cpu_seconds(partial(METHODS.get(method).attribute, Runner(loaded), cases)))
        answers = [peers.ask(peer, _text(case), case.target.weights) for case in cases]
        theirs.append(sum(answer["cpu"] for answer in answers))
        rows.append(np.mean([answer["rows"] for answer in answers]))
    found = METHODS.get(method).attribute(Runner(loaded), cases)
    mean = np.mean([one.evaluations for one in found if one is not None])
    return [
        Figure(f"{method}: CPU of {peer} / auditkit", median(theirs) / median(ours), "x", at_least),
        Figure(f"{method}: CPU per text", median(ours) / len(cases), "s"),
        Figure(f"{peer}: CPU per text", median(theirs) / len(cases), "s"),
        Figure(f"{method}: evaluations per text", float(mean)),
        Figure(f"{peer}: evaluations per text", float(rows[0])),
        *(_gaps(cases, found, answers) if method == "integrated_gradients" else ()),
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
