"""auditkit against captum and shap on the same texts: CPU seconds per text, and the whole audit.

Peers run in an environment of their own, one text at a time as their documentation shows; auditkit
gets all texts at once, which is how it is used. Rounds alternate; medians count.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np

import auditkit
from auditkit.capture.runner import Runner
from auditkit.config import resolve
from auditkit.demo import demo_config, export_model
from auditkit.explain.base import METHODS
from benchmarks.figures import Figure
from benchmarks.peers.client import PeerServer
from benchmarks.workload import ROUNDS, cases_of, cpu_seconds, demo_model, demo_texts, encode

if TYPE_CHECKING:
    from auditkit.explain.base import Case

TEXTS = 12
"""For one method; every eighth text of the demo's set."""
AUDITED, DETAILED = 40, 8
"""For the whole audit; as many in detail as in the demo, a fifth."""


def run() -> list[Figure]:
    """Return ratios, peer / auditkit."""
    with tempfile.TemporaryDirectory() as name:
        model = export_model(Path(name) / "model")
        with PeerServer(model, threads=1) as peers:
            one_core = [*_method(peers, "integrated_gradients", "captum_ig", 1.0),
                        *_method(peers, "shap", "shap_text", 20.0)]  # fmt: skip
        with PeerServer(model, threads=os.cpu_count() or 1) as peers:
            return [*one_core, *_whole(peers, model, Path(name))]


def _method(peers: PeerServer, method: str, peer: str, at_least: float) -> list[Figure]:
    loaded = demo_model()
    cases = cases_of(loaded, encode(loaded, demo_texts()[:: len(demo_texts()) // TEXTS][:TEXTS]))
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


def _whole(peers: PeerServer, model: Path, folder: Path) -> list[Figure]:
    """Time the whole audit once each: the naive script needs minutes."""
    loaded = demo_model()
    texts = demo_texts()[:: len(demo_texts()) // AUDITED][:AUDITED]
    cases = cases_of(loaded, encode(loaded, texts))
    data = folder / "data.jsonl"
    data.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    peers.ask("audit", texts[0], cases[0].target.weights)
    settings = {**demo_config(), "model": str(model), "data": data, "detailed": DETAILED}
    for key in ("label_column", "slice_column", "limit", "sample"):
        settings.pop(key, None)
    began = time.perf_counter()
    auditkit.measure(resolve(None, settings), folder / "audit")
    ours = time.perf_counter() - began
    theirs = sum(
        peers.ask(_how(place), text, case.target.weights)["wall"]
        for place, (text, case) in enumerate(zip(texts, cases, strict=True))
    )
    return [
        Figure("whole audit: wall of a script of peers / auditkit", theirs / ours, "x", 10.0),
        Figure(f"whole audit of {len(texts)} texts: wall of auditkit", ours, "s"),
        Figure(f"whole audit of {len(texts)} texts: wall of a script of peers", theirs, "s"),
    ]


def _how(place: int) -> str:
    return "audit_in_detail" if place < DETAILED else "audit"
