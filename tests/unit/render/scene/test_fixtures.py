"""The viewer's own tests agree with what Python says today."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

from auditkit.verification.blocks import read_block
from tests.viewer_fixtures import FOLDER, fixtures

ROOT = Path(__file__).parents[4]


def committed(name: str):
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_pixels_are_up_to_date():
    for name in ("camera.json", "picks.json"):
        for now, then in zip(fixtures()[name], committed(name), strict=True):
            assert now["plan"] == then["plan"]
            assert np.allclose(now["pixels"], then["pixels"], atol=1e-6)


def test_choices_are_up_to_date():
    now, then = fixtures()["arcs.json"], committed("arcs.json")
    assert now.keys() == then.keys()
    for name, found in now.items():
        mine, theirs = read_block(found["block"]), read_block(then[name]["block"])
        assert mine.header == theirs.header
        assert all(
            (mine.arrays[key].values == theirs.arrays[key].values).all() for key in mine.arrays
        )
        for quantity, chosen in found["chosen"].items():
            assert chosen["arcs"] == then[name]["chosen"][quantity]["arcs"]


def test_the_schema_is_up_to_date_and_a_change_is_found(tmp_path):
    script = ROOT / "scripts" / "make_viewer_schema.py"
    run = subprocess.run(
        [sys.executable, script, "--check"], cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 0, run.stderr
    changed = tmp_path / "make_viewer_schema.py"
    text = script.read_text(encoding="utf-8").replace("{\\n{lines}}}", "{\\n\\n{lines}}}")
    assert text != script.read_text(encoding="utf-8")
    text = text.replace("Path(__file__).resolve().parents[1]", f"Path({str(ROOT)!r})")
    changed.write_text(text, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, changed, "--check"], cwd=ROOT, capture_output=True, check=False
    )
    assert run.returncode == 1
    assert b"not up to date" in run.stderr
