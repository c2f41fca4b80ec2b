"""What the viewer's own tests are compared with: places, pixels and choices worked out in Python.

python -m tests.viewer_fixtures   writes tests/fixtures/viewer/*.json anew
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from auditkit.render.scene.block import block
from auditkit.render.scene.camera import PRESETS, Frame, camera
from auditkit.render.scene.city import City
from auditkit.render.scene.flows import QUANTITIES, flow, keys_kept, stored_flow
from auditkit.render.scene.records import Scene
from auditkit.render.scene.select import select_arcs
from auditkit.render.scene.stored import stored, stored_rows

FOLDER = Path(__file__).parent / "fixtures" / "viewer"
PLANS = ((18, 6, 12), (40, 6, 12), (7, 2, 3), (512, 24, 16), (1, 1, 1))
"""Tokens, layers, heads."""
FRAMES = (Frame(900, 560), Frame(390, 400))
SHAPES = {"whole": (9, 3, 4), "kept": (70, 2, 2), "crowded": (60, 12, 2)}


def fixtures() -> dict[str, Any]:
    """Return the content of every file by its name."""
    return {
        "camera.json": [
            _seen(plan, preset, frame) for plan in PLANS for preset in PRESETS for frame in FRAMES
        ],
        "arcs.json": {name: _chosen(name) for name in SHAPES},
        "picks.json": [_bars(plan) for plan in PLANS[:3]],
    }


def _seen(plan: tuple[int, int, int], preset: str, frame: Frame) -> dict[str, Any]:
    city = City(*plan)
    eye = camera(city.outline, preset, frame)
    generator = np.random.default_rng(sum(plan))
    low, high = city.outline.min(0), city.outline.max(0)
    points = low + generator.random((6, 3)) * (high - low)
    return {
        "plan": dict(zip(("tokens", "layers", "heads"), plan, strict=True)),
        "preset": preset,
        "frame": list(frame),
        "distance": eye.distance,
        "points": points.tolist(),
        "pixels": eye.project(points)[:, :2].tolist(),
    }


def scene_with(name: str) -> tuple[Scene, list[Any]]:
    """Return a small seeded scene and its arrays."""
    tokens, layers, heads = SHAPES[name]
    generator = np.random.default_rng(len(name))
    attention = generator.dirichlet(np.full(tokens, 0.2), (layers, heads, tokens))
    relevance = generator.standard_normal(attention.shape) * attention
    kept = keys_kept(layers, heads, tokens)
    queries, keys = generator.standard_normal((2, layers, heads, tokens, 8))
    arrays = [
        *stored_flow("attention", attention, kept),
        *stored_flow("relevance", relevance, kept),
        stored("value_norms", generator.random((layers, heads, tokens))),
        stored("norms", generator.random((layers + 1, tokens))),
        stored("cuts", generator.standard_normal((layers + 1, tokens))),
        stored("attention_at", generator.standard_normal((layers, tokens))),
        stored("mlp_at", generator.standard_normal((layers, tokens))),
        stored("head_totals", relevance.sum((2, 3))),
        stored("mlp_totals", generator.standard_normal(layers)),
        *stored_rows("queries", queries),
        *stored_rows("keys", keys),
    ]
    return _header(name, kept), arrays


def _header(name: str, kept: int | None) -> Scene:
    tokens, layers, heads = SHAPES[name]
    return Scene(
        version=1,
        example="0123456789abcdef",
        tokens=tuple(f"t{at}" for at in range(tokens)),
        special=tuple(at in (0, tokens - 1) for at in range(tokens)),
        words=tuple(at - 1 if 0 < at < tokens - 1 else -1 for at in range(tokens)),
        segments=tuple(0 if 0 < at < tokens - 1 else -1 for at in range(tokens)),
        layers=layers,
        heads=heads,
        key_heads=heads,
        causal=False,
        sinks=(0, tokens - 1),
        target="yes",
        foil="no",
        margin=1.5,
        base=-0.25,
        method="ledger",
        read=(0,),
        keys_kept=kept,
        scaling=(0.5,) * layers,
        lens=(),
        grade=None,
        route=(),
        arrays=(),
    )


def _chosen(name: str) -> dict[str, Any]:
    scene, arrays = scene_with(name)
    found = {}
    for quantity in QUANTITIES:
        chosen = flow({one.name: one for one in arrays}, quantity)
        assert chosen is not None
        arcs = select_arcs(chosen, scene.sinks)
        drawn, sizes = arcs.messages, arcs.sizes
        columns = (drawn.layer, drawn.head, drawn.query, drawn.key)
        found[quantity] = {
            "arcs": np.stack(columns, -1).tolist(),
            "values": arcs.value.tolist(),
            "k": arcs.per_query,
            "totals": [sizes.drawn, sizes.own, sizes.sinks, sizes.rest],
        }
    return {"block": block(scene, arrays), "chosen": found}


def _bars(plan: tuple[int, int, int]) -> dict[str, Any]:
    """Where the nearest face of every head's bar has its middle, seen from the right."""
    city = City(*plan)
    eye = camera(city.outline, "side")
    middles = [
        ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2)
        for layer in range(city.layers)
        for head in range(city.heads)
        for low, high in (city.head_bar(layer, head, 1.0),)
    ]
    return {
        "plan": dict(zip(("tokens", "layers", "heads"), plan, strict=True)),
        "preset": "side",
        "pixels": eye.project(np.array(middles))[:, :2].tolist(),
    }


def text_of(content: Any) -> str:
    """Return a fixture as it stands in its file."""
    return json.dumps(content, separators=(",", ":"), sort_keys=True) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in fixtures().items():
        (FOLDER / name).write_text(text_of(content), encoding="utf-8")
