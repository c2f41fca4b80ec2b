"""The whole standard audit against a script that gets the same from captum, shap and plain loops.

Both use all cores: auditkit by its workers, the script by torch's threads. Loading is not counted for
the script; one text warms it up. Wall seconds, once each: the script needs minutes.
"""

from __future__ import annotations

import json
import os
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config, export_model
from auditkit.explain.methods.integrated_gradients import TRIES
from benchmarks.figures import Figure
from benchmarks.peers.client import PeerServer
from benchmarks.workload import (
    cases_of,
    class_weights,
    cpu_seconds,
    demo_model,
    demo_texts,
    encode,
    matrix_products,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.explain.base import Case

AUDITED, DETAILED = 40, 8
"""As many in detail as in the demo, a fifth."""
METHODS = (
    "shap", "integrated_gradients", "occlusion", "grad_x_input", "attention_rollout",
    "value_rollout", "uniform_rollout", "random",
)  # fmt: skip
"""What the script computes too; ledgers and chains have no peer."""


def run() -> list[Figure]:
    """Return the wall seconds of both and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        model = export_model(Path(name) / "model")
        with PeerServer(model, threads=os.cpu_count() or 1) as peers:
            return _whole(peers, model, Path(name))


def _whole(peers: PeerServer, model: Path, folder: Path) -> list[Figure]:
    loaded = demo_model()
    texts = demo_texts()[:: len(demo_texts()) // AUDITED][:AUDITED]
    cases = cases_of(loaded, encode(loaded, texts))
    data = folder / "data.jsonl"
    data.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    peers.ask("audit", texts[0], class_weights(cases[0].target))
    settings = {**demo_config(), "model": str(model), "data": data, "detailed": DETAILED}
    settings |= {"methods": METHODS, "chains": 0}
    for key in ("label_column", "slice_column", "limit", "sample"):
        settings.pop(key, None)
    began = time.perf_counter()
    auditkit.measure(resolve(None, settings), folder / "audit")
    ours = time.perf_counter() - began
    theirs = sum(
        peers.ask(_how(place), text, class_weights(case.target))["wall"]
        for place, (text, case) in enumerate(zip(texts, cases, strict=True))
    )
    products = cpu_seconds(partial(matrix_products, loaded, _tokens(folder / "audit", cases)))
    cores = os.cpu_count() or 1
    return [
        Figure("whole audit: wall of a script of peers / auditkit", theirs / ours, "x", 10.0),
        Figure(f"whole audit of {len(texts)} texts: wall of auditkit", ours, "s"),
        Figure(f"whole audit of {len(texts)} texts: wall of a script of peers", theirs, "s"),
        Figure(
            "whole audit: wall of a script of peers / nothing but auditkit's matrix products",
            theirs * cores / products,
            "x",
        ),
    ]


def _tokens(audit: Path, cases: Sequence[Case]) -> int:
    """Tokens that went forward, and those of integrated gradients once more for the way back."""
    forward = json.loads((audit / "run.json").read_text("utf-8"))["counters"]["tokens"]
    return int(forward) + sum(TRIES[0] * len(case.encoded.tokens) for case in cases)


def _how(place: int) -> str:
    return "audit_in_detail" if place < DETAILED else "audit"
