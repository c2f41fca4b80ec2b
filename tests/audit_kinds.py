"""Tiny audits of every kind of head and architecture that a report shows in another way; made once."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from tests.tiny import save_tiny
from tests.tiny_audits import KEPT, Rows, auditkit, measure, texts, write_rows

METHODS = "integrated_gradients,occlusion,attention_rollout,random,ledger,frozen_ledger"
LONG = 160
"""Most tokens of the texts of which a page keeps some keys of each row."""


def _labelled(labels: int) -> Rows:
    return [
        {"text": text, "label": row % labels, "slice": "ab"[row % 2]}
        for row, text in enumerate(texts(4))
    ]


def _pairs() -> Rows:
    return [
        {"text": text, "text_pair": other, "label": row % 3}
        for row, (text, other) in enumerate(zip(texts(4), texts(9)[:4:-1], strict=True))
    ]


def _long() -> Rows:
    words = [" ".join(texts(30)[row : row + 22]) for row in range(2)]
    return [{"text": text, "label": row % 3} for row, text in enumerate(words)]


KINDS: dict[str, tuple[str, Rows, dict[str, Any]]] = {
    "single label": ("bert", _labelled(3), {}),
    "multi label": (
        "bert",
        [{"text": text, "label": [row % 3]} for row, text in enumerate(texts(4))],
        {"problem_type": "multi_label_classification"},
    ),
    "single logit": ("bert", _labelled(2), {"labels": 1}),
    "pairs": ("bert", _pairs(), {}),
    "grouped keys": ("llama", _labelled(3), {}),
    "decoder": ("gpt2", _labelled(3), {}),
    "mean": ("modernbert", _labelled(3), {}),
    "shared layers": ("albert", _labelled(3), {}),
    "long": ("bert", _long(), {"max_position_embeddings": LONG}),
}
"""Name -> architecture, rows of the data, options of the model."""


@cache
def audit_of(kind: str) -> Path:
    """A published audit of a kind; copy it before changing it."""
    family, rows, options = KINDS[kind]
    folder = KEPT / "kinds" / kind.replace(" ", "-")
    model = save_tiny(folder / "model", family, **options)
    if "max_position_embeddings" in options:
        _lengthen(model / "tokenizer_config.json")
    data = write_rows(folder / "data.jsonl", rows)
    done = measure(model, data, folder / "out", "--detailed", "3", "--methods", METHODS)
    assert done.code == 0, done.err
    done = auditkit("publish", folder / "out", "--no-pdf")
    assert done.code == 0, done.err
    return folder / "out"


def _lengthen(path: Path) -> None:
    config = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**config, "model_max_length": LONG}), "utf-8")
