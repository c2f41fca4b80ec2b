"""The committed viewer is what its source builds, small enough, and the wheel has it but not its source."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
VIEWER = TEMPLATES / "viewer"
BUNDLE = TEMPLATES / "static" / "viewer.js"
NOT_SHIPPED = {"viewer", "vega"}
LARGEST = 200 * 1024


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source beside the same packages, to be built."""
    if not (VIEWER / "node_modules").is_dir():
        if os.environ.get("CI"):
            pytest.fail("the viewer's packages are not installed: make viewer")
        pytest.skip("the viewer's packages are not installed: make viewer")
    folder = tmp_path / "templates" / "viewer"
    shutil.copytree(VIEWER, folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(VIEWER / "node_modules")
    (tmp_path / "templates" / "static").mkdir()
    return folder


def built(folder: Path) -> bytes:
    subprocess.run(["node", "build.mjs"], cwd=folder, check=True, capture_output=True)
    return (folder.parent / "static" / "viewer.js").read_bytes()


def test_the_bundle_is_what_the_source_builds_and_a_change_shows(copy: Path) -> None:
    assert built(copy) == BUNDLE.read_bytes()
    source = copy / "src" / "data" / "select.ts"
    text = source.read_text("utf-8")
    changed = text.replace("MOST_ARCS = 600", "MOST_ARCS = 601")
    assert changed != text
    source.write_text(changed, "utf-8")
    assert built(copy) != BUNDLE.read_bytes()


def test_the_bundle_is_small_and_asks_for_nothing() -> None:
    data = BUNDLE.read_bytes()
    assert len(gzip.compress(data, 9)) <= LARGEST
    for call in (rb"\beval\(", rb"new Function\(", rb"importScripts", rb"</script"):
        assert re.search(call, data) is None, call


def shipped(config: str) -> set[str]:
    wheel = tomllib.loads(config)["tool"]["hatch"]["build"]["targets"]["wheel"]
    return {path.removeprefix("templates/") for path in wheel["force-include"]}


def test_the_wheel_has_every_template_but_not_the_source_of_scripts() -> None:
    config = (ROOT / "pyproject.toml").read_text("utf-8")
    here = {path.name for path in TEMPLATES.iterdir()} - NOT_SHIPPED
    assert shipped(config) == here
    without = config.replace('"templates/scene.css" = "auditkit/_templates/scene.css"\n', "")
    assert shipped(without) != here
