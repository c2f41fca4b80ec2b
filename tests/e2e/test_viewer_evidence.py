"""Evidence that the viewer reads: the same however it was measured, and absent where it cannot be."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

import auditkit as package
from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.config import AuditConfig
from auditkit.errors import Interrupted
from auditkit.evidence.reader import Audit
from auditkit.evidence.tensors import read_tensors, tensors_bytes
from auditkit.explain.ledgers import TOLERANCE
from auditkit.pipeline import projection
from tests.e2e.test_resume import StopAfter, files
from tests.tiny_audits import DATE, KEPT, labelled_data, measured_audit, model_folder, table

MOST = 20
FLOWS = {"edges", "neurons", "neuron_activations", "neuron_relevance"}


def config(**options) -> AuditConfig:
    """Few methods, several pieces of the projection, several tasks of details."""
    given = {
        "methods": ("ledger",), "detailed": 6, "chains": 0, "projection": MOST, "workers": 1,
        "shard_size": 40, "date": DATE,
    }  # fmt: skip
    return AuditConfig(model=str(model_folder()), data=labelled_data(40), **{**given, **options})


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch) -> None:
    monkeypatch.setattr(projection, "AT_ONCE", 8)


@cache
def measured() -> Audit:
    return package.measure(config(), KEPT / "for-the-viewer")


def tensors(audit: Audit) -> dict[str, dict[str, np.ndarray]]:
    folder = audit.evidence / "tensors"
    return {path.stem: read_tensors(path) for path in folder.iterdir()}


def test_workers_and_resuming_change_no_byte(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(Interrupted):
        package.measure(config(), out, progress=StopAfter("Projecting", 2))
    assert package.measure(config(workers=2), out).root == measured().root
    assert files(out) == files(measured().folder)


def test_who_is_projected() -> None:
    """Those with the smallest digests of [id, purpose, seed], and all in detail; in the data's order."""
    audit = measured()
    every = audit.examples["id"].to_pylist()
    keys = {name: sha256_bytes(canonical_json([name, "projection", 0])) for name in every}
    first = set(sorted(keys, key=keys.get)[:MOST])
    shown = set(audit.details["example_id"].to_pylist())
    assert shown - first
    points = audit.table("projection")
    found = list(dict.fromkeys(points["example_id"].to_pylist()))
    assert found == [name for name in every if name in first | shown]
    assert points["cut"].to_pylist() == [0, 1, 2] * len(found)
    cuts = audit.table("projection_cuts").to_pylist()
    assert [row["n"] for row in cuts] == [len(found)] * 3
    # The first position holds the same token in every text, so before layer 0 all are alike.
    assert cuts[0]["x_share"] is None
    assert 0 < cuts[2]["z_share"] < cuts[2]["x_share"] < 1


def test_edges_are_those_of_the_ledger_in_the_evidence() -> None:
    audit = measured()
    heads = {row["example_id"]: row["heads"] for row in audit.table("ledger").to_pylist()}
    kept = tensors(audit)
    assert len(kept) == 6
    for name, of_example in kept.items():
        edges = of_example["edges"].astype(np.float64)
        step = 2.0 ** np.ceil(np.log2(np.abs(edges).max())) / 2**12
        many = edges.shape[-1] * edges.shape[-2]
        rounding = np.abs(edges).sum((-1, -2)) * 2.0**-11 + many * step / 2 + 1e-5
        gap = np.abs(edges.sum((-1, -2)) - np.reshape(heads[name], (2, 4)))
        assert (gap <= rounding).all()


def test_negative_control_heads_of_another_example_are_not_their_sums() -> None:
    rows = measured().table("ledger").to_pylist()
    first, other = (np.reshape(row["heads"], (2, 4)) for row in rows[:2])
    assert np.abs(first - other).max() > 0.01


def test_no_ledger_no_edges_and_no_projection(tmp_path: Path) -> None:
    few = config(methods=("random",), projection=0, detailed=1)
    audit = package.measure(few, tmp_path / "out")
    (kept,) = tensors(audit).values()
    assert not FLOWS & set(kept)
    assert audit.table("projection").num_rows == audit.table("projection_cuts").num_rows == 0


def test_a_ledger_that_does_not_add_up_has_no_edges(tmp_path: Path, monkeypatch) -> None:
    # Half of the examples may fail: the tolerance is put between their gaps.
    gaps = sorted(
        abs(row["residual"]) / max(abs(margin), 1)
        for row, margin in zip(
            measured().attributions.to_pylist(),
            measured().examples["margin"].to_pylist(),
            strict=True,
        )
    )
    assert gaps[-1] < TOLERANCE
    monkeypatch.setattr("auditkit.explain.ledgers.TOLERANCE", gaps[len(gaps) // 2])
    monkeypatch.setattr("auditkit.explain.ledgers.tolerance", lambda _: gaps[len(gaps) // 2])
    monkeypatch.setattr("auditkit.explain.left_out.out_of_balance", lambda *_, **__: None)
    audit = package.measure(config(detailed=40), tmp_path / "out")
    balanced = set(audit.table("ledger")["example_id"].to_pylist())
    with_edges = {name for name, kept in tensors(audit).items() if "edges" in kept}
    assert 0 < len(with_edges) < 40
    assert with_edges == balanced
    assert all(set(kept) >= {"attention", "queries"} for kept in tensors(audit).values())


def test_evidence_without_all_this_stays_readable(tmp_path: Path) -> None:
    import json
    import shutil

    from auditkit.evidence.manifest import manifest_bytes, sealed

    old = tmp_path / "old"
    shutil.copytree(measured_audit(), old)
    path = old / "evidence" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    for name in ("projection.parquet", "projection_cuts.parquet"):
        (old / "evidence" / name).unlink()
        del manifest["files"][name]
    for tensors_path in (old / "evidence" / "tensors").iterdir():
        kept = read_tensors(tensors_path)
        few = {name: kept[name] for name in ("attention", "norms")}
        tensors_path.write_bytes(tensors_bytes(few))
    path.write_bytes(manifest_bytes(sealed({k: v for k, v in manifest.items() if k != "root"})))
    audit = Audit(old)
    assert audit.table("projection").num_rows == 0
    assert audit.table("projection_cuts").column_names[-1] == "n"
    assert table(measured_audit(), "projection").num_rows > 0
    (first, *_) = audit.details["example_id"].to_pylist()
    assert set(audit.tensors(first)) == {"attention", "norms"}
