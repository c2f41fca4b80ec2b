"""The committed chart runtime is what its sources build."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources with their pinned packages installed."""
    if shutil.which("npm") is None and "CI" not in os.environ:
        pytest.skip("needs node and npm")
    templates = tmp_path_factory.mktemp("bundle") / "templates"
    ignore = shutil.ignore_patterns("node_modules")
    shutil.copytree(TEMPLATES / "vega", templates / "vega", ignore=ignore)
    (templates / "static").mkdir()
    install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(install, cwd=templates / "vega", check=True, capture_output=True)
    return templates


def built(templates: Path) -> bytes:
    subprocess.run(["node", "build.mjs"], cwd=templates / "vega", check=True, capture_output=True)
    return (templates / "static" / "vega.js").read_bytes()


def test_the_bundle_is_up_to_date(workshop: Path) -> None:
    assert built(workshop) == (TEMPLATES / "static" / "vega.js").read_bytes()


def test_other_sources_build_another_bundle(workshop: Path) -> None:
    """Negative control."""
    entry = workshop / "vega" / "entry.js"
    entry.write_text(entry.read_text(encoding="utf-8") + "\nglobalThis.other = 1;\n")
    assert built(workshop) != (TEMPLATES / "static" / "vega.js").read_bytes()
