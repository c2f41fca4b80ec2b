"""No file of a room imports one that imports it, over however many others, not even for its types.

The contract stands in `pyproject.toml`, where `lint-imports` reads it; here it is held against imports
that would break it.
"""

from __future__ import annotations

import tomllib
from copy import deepcopy
from pathlib import Path

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract

ROOT = Path(__file__).parents[2]
LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]
[CIRCLES] = [one for one in LINTER["contracts"] if one["id"] == "circles"]


configure()


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Imports for types count: `exclude_type_checking_imports` is not set."""
    assert "exclude_type_checking_imports" not in LINTER
    return grimp.build_graph("auditkit", cache_dir=None)


def has_circle(graph: grimp.ImportGraph, *rooms: str) -> bool:
    options = {"ancestors": list(rooms)}
    contract = AcyclicSiblingsContract("circles", session_options={}, contract_options=options)
    return not contract.check(graph, verbose=False).kept


def test_there_are_no_circles(graph: grimp.ImportGraph) -> None:
    assert not has_circle(graph, *CIRCLES["ancestors"])


# --- Negative controls ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("capture.observers", "capture.runner"),
        ("capture.engine", "capture.guards"),
        ("capture.ledger.rules", "capture.engine"),
        ("render.blocks", "render.example_blocks"),
        ("render.rows", "render.evidence_view"),
        ("render.heat", "render.card"),
        ("render.wording", "render.sections.summary"),
        ("render.token_names", "render.scene.part"),
        ("render.scene.records", "render.scene.build"),
        ("explain.base", "explain.shard"),
        ("explain.edits", "explain.counterfactuals"),
        ("explain.chains.growth", "explain.chains.trial"),
        ("explain.base", "explain.methods.shap"),
    ],
)
def test_negative_control_an_import_that_closes_a_circle_is_found(
    graph: grimp.ImportGraph, importer: str, imported: str
) -> None:
    other = deepcopy(graph)
    other.add_import(importer=f"auditkit.{importer}", imported=f"auditkit.{imported}")
    assert has_circle(other, *CIRCLES["ancestors"])


def test_negative_control_an_import_for_types_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = tmp_path / "house_of_two"
    room.mkdir()
    (room / "__init__.py").touch()
    (room / "one.py").write_text("from house_of_two import two\n")
    typed = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from house_of_two.one import A\n"
    )
    (room / "two.py").write_text(typed)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert has_circle(grimp.build_graph("house_of_two", cache_dir=None), "house_of_two")
