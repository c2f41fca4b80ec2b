"""Probability and disagreement on the page cite their cells; older evidence prints the same, without a citation."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import auditkit as package
from auditkit.evidence.manifest import manifest_bytes, sealed
from auditkit.evidence.reader import Audit
from auditkit.verification.markup import Element, read_html
from tests.attacks.test_tampering import rewrite_sums
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

CITED = re.compile(r"outcomes\.parquet#(\d+):([a-z_]+)(?:/(\d+))?")
KINDS = ("single_label", "multi_label", "single_logit")
NEW_COUNTS = ("correct", "wrong", "undecided", "flagged")


def without_outcomes(folder: Path) -> Path:
    """Make an audit what it would have been before there was such a table."""
    evidence = folder / "evidence"
    (evidence / "outcomes.parquet").unlink()
    path = evidence / "manifest.json"
    manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    del manifest["files"]["outcomes.parquet"]
    for name in NEW_COUNTS:
        del manifest["counts"][name]
    path.write_bytes(manifest_bytes(sealed({k: v for k, v in manifest.items() if k != "root"})))
    return folder


@pytest.fixture(scope="module", params=KINDS)
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """One audit with the table and one without, both published."""
    folder = tmp_path_factory.mktemp("outcomes")
    new = write_synthetic_audit(folder / "new", examples=12, problem=request.param)
    old = without_outcomes(Path(shutil.copytree(new, folder / "old")))
    for audit in (new, old):
        package.publish(audit, pdf=False)
    return new, old


def page(audit: Path) -> Element:
    return read_html((audit / "report.html").read_text("utf-8"), "report.html")


def marks(audit: Path) -> list[Element]:
    return list(page(audit).find("data"))


def cited(audit: Path) -> list[tuple[Element, int, str, str | None]]:
    found = []
    for mark in marks(audit):
        match = CITED.fullmatch(mark.attributes.get("data-evidence", ""))
        if match is not None:
            found.append((mark, int(match[1]), match[2], match[3]))
    return found


def test_every_citation_is_the_number_of_its_cell(pair: tuple[Path, Path]) -> None:
    rows = Audit(pair[0]).outcomes.to_pylist()
    found = cited(pair[0])
    for mark, row, column, entry in found:
        cell = rows[row][column]
        number = cell if entry is None else cell[int(entry)]
        assert float(mark.attributes["value"]) == number
    columns = {column for _, _, column, _ in found}
    several = Audit(pair[0]).manifest["model"]["problem"] == "multi_label"
    assert columns == {"probability", "disagreement"} | ({"probabilities"} if several else set())


def test_the_table_of_examples_and_the_cards_cite_every_outcome(pair: tuple[Path, Path]) -> None:
    audit = Audit(pair[0])
    expected = [
        (row, column)
        for column in ("probability", "disagreement")
        for row, value in enumerate(audit.outcomes[column].to_pylist())
        if value is not None
    ]
    (index,) = page(pair[0]).find("table", "examples")
    inside = {
        (int(match[1]), match[2])
        for mark in index.find("data")
        if (match := CITED.fullmatch(mark.attributes["data-evidence"]))
    }
    assert inside == set(expected)
    margins = [m for m in index.find("data") if m.attributes["data-evidence"].endswith(":margin")]
    assert len(margins) == audit.examples.num_rows - audit.examples["margin"].null_count
    places = {row for card in page(pair[0]).find("article", "card") for row in _rows(card)}
    assert places == {row for row, _ in expected}


def _rows(card: Element) -> set[int]:
    found = (CITED.fullmatch(m.attributes.get("data-evidence", "")) for m in card.find("data"))
    return {int(match[1]) for match in found if match}


def test_older_evidence_prints_the_same_and_cites_nothing(pair: tuple[Path, Path]) -> None:
    new, old = pair
    assert cited(old) == []
    for name in ("examples", "cards"):
        texts = [_section(audit, name).text() for audit in pair]
        assert texts[0] == texts[1]
    assert len([mark for mark in marks(old) if "data-evidence" not in mark.attributes]) > 12
    assert len(marks(new)) >= len(marks(old))


def _section(audit: Path, name: str) -> Element:
    (found,) = (s for s in page(audit).find("section") if s.attributes.get("id") == name)
    return found


def test_both_verify(pair: tuple[Path, Path]) -> None:
    for audit in pair:
        assert package.verify(audit).problems == ()


def test_counts_cite_the_manifest_where_it_has_them(pair: tuple[Path, Path]) -> None:
    told = [
        {mark.attributes.get("data-evidence") for mark in _section(audit, "examples").find("data")}
        for audit in pair
    ]
    places = {f"manifest.json#/counts/{name}" for name in ("correct", "wrong", "flagged")}
    assert places <= told[0]
    assert told[1] & places == set()


@pytest.mark.parametrize("column", [r"probabilit(?:y|ies/\d+)", "disagreement"])
def test_a_changed_outcome_is_found(pair: tuple[Path, Path], column: str, tmp_path: Path) -> None:
    audit = copied(pair[0], tmp_path / "audit")
    path = audit / "report.html"
    text = path.read_text("utf-8")
    pattern = rf'(<dd>(?:(?!</dd>).)*?<data value=")[^"]+(" data-evidence="outcomes\.parquet#\d+:{column}">)[^<]+'
    changed = re.sub(pattern, r"\g<1>0.4321\g<2>43.2%", text, count=1)
    assert changed != text
    path.write_text(changed, "utf-8")
    rewrite_sums(audit)
    problems = [check.problem or "" for check in package.verify(audit).problems]
    assert any("outcomes.parquet" in problem for problem in problems)


def test_negative_control_another_cell_prints_another_number(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    """The page reads the table, it does not work it out again."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    audit = copied(pair[0], tmp_path / "audit")
    path = audit / "evidence" / "outcomes.parquet"
    table = pq.read_table(path)
    at = table.schema.get_field_index("probability")
    values = [None if one is None else 0.125 for one in table["probability"].to_pylist()]
    pq.write_table(table.set_column(at, table.schema.field(at), pa.array(values)), path)
    from auditkit.pipeline.publish import report_page
    from auditkit.render.html import render_html

    drawn = render_html(report_page(Audit(audit), "html"))
    assert drawn.count(">12.5%</data>") >= len([one for one in values if one is not None])
