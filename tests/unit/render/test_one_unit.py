"""A number of the evidence has one unit on all pages: it is a percentage everywhere or nowhere."""

from __future__ import annotations

from pathlib import Path

from auditkit.evidence.reader import Audit
from auditkit.render.blocks import SECTIONS, Measure
from tests.synthetic_audit import write_synthetic_audit
from tests.unit.render.block_walk import parts


def units(audit: Audit) -> dict[str, set[bool]]:
    """Where a number stands -> whether it is printed as a percentage."""
    found: dict[str, set[bool]] = {}
    for name in SECTIONS.names():
        for medium in ("html", "pdf"):
            for one in parts(tuple(SECTIONS.get(name).blocks(audit, medium))):
                if isinstance(one, Measure) and one.evidence is not None:
                    found.setdefault(one.evidence, set()).add(one.style in ("percent", "points"))
    return found


def test_no_number_is_a_percentage_here_and_a_fraction_there(tmp_path: Path) -> None:
    audit = Audit(write_synthetic_audit(tmp_path / "audit"))
    found = units(audit)
    assert [place for place, kinds in found.items() if len(kinds) > 1] == []
    rows = audit.heads.to_pylist()
    shares = {at for at, row in enumerate(rows) if row["statistic"].endswith("_share")}
    assert shares
    assert all(found[f"heads.parquet#{at}:value"] == {True} for at in shares)


def test_accuracy_and_f1_stand_in_one_unit_beside_each_other(tmp_path: Path) -> None:
    audit = Audit(write_synthetic_audit(tmp_path / "audit"))
    found = units(audit)
    for at, row in enumerate(audit.metrics.to_pylist()):
        if row["metric"] in ("accuracy", "macro_f1", "majority"):
            assert found.get(f"metrics.parquet#{at}:value", {True}) == {True}
