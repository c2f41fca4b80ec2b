"""Every section on every kind of audit: blocks are whole, numbers are the evidence's, words true."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pytest

from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import FINDINGS
from auditkit.render import blocks as b
from auditkit.render.example_blocks import ExampleCard
from auditkit.render.sections.cards import printed
from auditkit.render.text_pieces import text_field
from tests.synthetic_audit import write_synthetic_audit
from tests.unit.render.block_walk import mismatches, parts

KINDS = [
    {"problem": problem, "labelled": labelled, "slices": slices, "examples": examples}
    for problem, labelled, slices, examples in product(
        ("single_label", "multi_label", "single_logit"), (True, False), (True, False), (1, 24)
    )
]
EDGES = [
    {"hostile": True},
    {"hostile": True, "problem": "multi_label"},
    {"examples": 0},
    {"chains": False},
]
ORDER = [
    "summary", "findings", "explanations", "behaviour", "heads",
    "chains", "projection", "examples", "cards", "system", "methods", "evidence",
]  # fmt: skip
BANNED = re.compile(
    r"model (thinks|knows|believes|understands)|\bbecause\b|\bimportan", re.IGNORECASE
)


def _named(kind: dict[str, Any]) -> str:
    return "-".join(f"{key}={value}" for key, value in kind.items())


class Reports:
    """Audits of every kind and their blocks, each made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._audits: dict[str, Audit] = {}
        self._blocks: dict[tuple[str, str], dict[str, list[b.Block]]] = {}

    def audit(self, kind: dict[str, Any]) -> Audit:
        name = _named(kind)
        if name not in self._audits:
            self._audits[name] = Audit(write_synthetic_audit(self.folder / name, **kind))
        return self._audits[name]

    def blocks(self, kind: dict[str, Any], medium: b.Medium = "html") -> dict[str, list[b.Block]]:
        key = (_named(kind), medium)
        if key not in self._blocks:
            audit = self.audit(kind)
            self._blocks[key] = {
                name: list(b.SECTIONS.get(name).blocks(audit, medium)) for name in ORDER
            }
        return self._blocks[key]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    return Reports(tmp_path_factory.mktemp("audits"))


every_audit = pytest.mark.parametrize("kind", [*KINDS, *EDGES], ids=_named)
both_media = pytest.mark.parametrize("medium", get_args(b.Medium))


def test_negative_control_an_element_of_running_text_is_no_block() -> None:
    assert isinstance(b.Paragraph(("text",)), b.Block)
    assert not isinstance(b.Code("text"), b.Block)


def test_sections_stand_in_order() -> None:
    sections = sorted((b.SECTIONS.get(name) for name in b.SECTIONS.names()), key=lambda s: s.order)
    assert [section.order for section in sections] == list(range(10, 121, 10))
    assert [b.SECTIONS.get(name) for name in ORDER] == sections


@every_audit
@both_media
def test_blocks_are_whole(reports: Reports, kind: dict[str, Any], medium: b.Medium) -> None:
    report = reports.blocks(kind, medium)
    for name, found in report.items():
        assert found or kind.get("examples") == 0, name
        assert all(isinstance(block, b.Block) for block in found)
    everything = list(parts(list(report.values())))
    for table in (part for part in everything if isinstance(part, b.Table)):
        assert all(len(row) == len(table.columns) for row in table.rows), table.id
    for chart in (part for part in everything if isinstance(part, b.Chart)):
        assert chart.alt.endswith(".")
        assert "values" in str(chart.spec)
        assert "'url'" not in str(chart.spec)
        assert chart.table.rows
    ids = [
        part.id for part in everything if isinstance(part, b.Heading | b.Table | b.Chart | b.Claim)
    ]
    assert len(ids) == len(set(ids))


@every_audit
@both_media
def test_numbers_are_those_of_the_evidence_they_cite(
    reports: Reports, kind: dict[str, Any], medium: b.Medium
) -> None:
    audit = reports.audit(kind)
    assert mismatches(audit, list(reports.blocks(kind, medium).values())) == []


def test_negative_control_a_falsified_number_is_found(reports: Reports) -> None:
    audit = reports.audit(KINDS[1])
    found = list(parts(reports.blocks(KINDS[1])["behaviour"]))
    measure = next(part for part in found if isinstance(part, b.Measure) and part.low is not None)
    assert mismatches(audit, [measure]) == []
    assert len(mismatches(audit, [replace(measure, value=(measure.value or 0) + 1e-12)])) == 1
    assert len(mismatches(audit, [replace(measure, high=2.0)])) == 1
    assert len(mismatches(audit, [replace(measure, evidence="metrics.parquet#1:n")])) >= 1


@every_audit
def test_links_lead_somewhere(reports: Reports, kind: dict[str, Any]) -> None:
    report = reports.blocks(kind)
    everything = list(parts(list(report.values())))
    there = set(ORDER) | {
        f"ex-{card.id}" for card in report["cards"] if isinstance(card, ExampleCard)
    }
    there |= {part.id for part in everything if isinstance(part, b.Finding)}
    links = {part.target for part in everything if isinstance(part, b.Link)}
    assert links <= there


@every_audit
def test_summary_has_four_to_seven_claims_that_state_their_limits(
    reports: Reports, kind: dict[str, Any]
) -> None:
    claims = [
        part for part in parts(reports.blocks(kind, "pdf")["summary"]) if isinstance(part, b.Claim)
    ]
    assert 4 <= len(claims) <= 7
    assert all(claim.does_not_show and claim.evidence for claim in claims)
    right = next(claim for claim in claims if claim.id == "claim-right")
    known = kind.get("labelled", True) and kind.get("examples") != 0
    assert right.status == ("measured" if known else "not yet tested")


@every_audit
def test_words_claim_no_more_than_was_measured(reports: Reports, kind: dict[str, Any]) -> None:
    report = reports.blocks(kind, "pdf")
    texts = [part for part in parts(list(report.values())) if isinstance(part, str)]
    assert [text for text in texts if BANNED.search(text)] == []


@every_audit
def test_cards_show_the_text_as_it_is_and_a_score_per_token(
    reports: Reports, kind: dict[str, Any]
) -> None:
    audit = reports.audit(kind)
    cards = [card for card in reports.blocks(kind)["cards"] if isinstance(card, ExampleCard)]
    assert len(cards) == audit.examples.num_rows
    for card, row in zip(cards, audit.examples.to_pylist(), strict=True):
        texts = [row["text"], *([row["text_pair"]] if row["text_pair"] is not None else [])]
        assert ["".join(piece.text for piece in field.pieces) for field in card.fields] == texts
        assert all(len(method.scores) == len(card.tokens) for method in card.methods)
        assert len(card.special) == len(card.words) == len(card.tokens)
        assert not card.methods or card.methods[0].method == "shap"
    detailed = set(audit.details["example_id"].to_pylist())
    assert {card.id for card in cards if card.scene is not None} == detailed


@every_audit
def test_the_pdf_prints_few_cards_by_a_rule(reports: Reports, kind: dict[str, Any]) -> None:
    audit = reports.audit(kind)
    chosen = printed(audit)
    assert len(chosen) == len({example.id for example in chosen}) <= 8
    cards = [card for card in reports.blocks(kind, "pdf")["cards"] if isinstance(card, ExampleCard)]
    assert [card.id for card in cards] == [example.id for example in chosen]
    assert all(card.scene is None for card in cards[1:])
    assert all(card.agreement is None for card in cards)


def test_an_unknown_finding_is_shown_as_it_is(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit = reports.audit(KINDS[1])
    row = {
        "kind": "moon_phase",
        "severity": "odd",
        "value": 0.25,
        "n": 3,
        "evidence": "x",
        "examples": [],
    }
    monkeypatch.setitem(vars(audit), "findings", pa.Table.from_pylist([row], schema=FINDINGS))
    (finding,) = [
        p
        for p in parts(list(b.SECTIONS.get("findings").blocks(audit, "html")))
        if isinstance(p, b.Finding)
    ]
    assert finding.title == "Finding: moon_phase"
    assert finding.severity == "info"


@pytest.mark.parametrize(
    ("spans", "pieces"),
    [
        ([(0, 3, 1), (3, 5, 2)], [("abc", 1), ("de", 2), ("fg",)]),
        ([(1, 3, 1), (2, 4, 2)], [("a",), ("b", 1), ("c", 1, 2), ("d", 2), ("efg",)]),
        ([(0, 1, 1), (0, 1, 2), (1, 1, 3)], [("a", 1, 2), ("bcdefg",)]),
        ([(0, 2, 7), (0, 2, 3)], [("ab", 3, 7), ("cdefg",)]),
        ([], [("abcdefg",)]),
    ],
)
def test_pieces_cut_a_text_once(spans: Any, pieces: Any) -> None:
    field = text_field("text", "abcdefg", spans)
    assert [(piece.text, *piece.tokens) for piece in field.pieces] == pieces


def test_pieces_cut_no_character_that_a_reader_sees_as_one() -> None:
    text = "\u0e14\u0e35\U0001f468\u200d\U0001f469\r\n"
    spans = [(at, at + 1, at) for at in range(len(text))]
    pieces = text_field("text", text, spans).pieces
    assert [(piece.text, piece.tokens) for piece in pieces] == [
        (text[:2], (0, 1)), (text[2:5], (2, 3, 4)), ("\r", (5,)), ("\n", (6,)),
    ]  # fmt: skip
