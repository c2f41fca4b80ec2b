"""What `auditkit demo` audits: the demo model on its 200 held-out sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from auditkit.demo.model import evaluation_file, export_model, read_card

TITLE = "Sentence sentiment: audit of the demo model"
MODEL_NAME = "auditkit-demo-minilm"
EXPLAINED, ROUTES, DETAILED = 100, 20, 12
"""Examples explained of the 200 that are predicted, drawn for routes, and shown in detail: as many as a newcomer
waits for."""


def demo_config() -> dict[str, Any]:
    """Return the demo's configuration; the model is exported to the user's cache once."""
    return {
        "model": str(cached_model()),
        "data": evaluation_file(),
        "task": "text-classification",
        "text_column": "text",
        "label_column": "label",
        "slice_column": "slice",
        "explain": EXPLAINED,
        "chains": ROUTES,
        "detailed": DETAILED,
        "title": TITLE,
        "model_name": MODEL_NAME,
    }


def cached_model() -> Path:
    """Return the exported demo model, writing it if this version is not in the cache yet."""
    version = str(read_card()["overlay"]["sha256"])[:16]
    folder = user_cache_path("auditkit") / f"demo-model-{version}"
    return folder if (folder / "model.safetensors").is_file() else export_model(folder)
