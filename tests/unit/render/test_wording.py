"""Sentences that must be true of this audit: rules as they are, titles that name what they mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from auditkit.aggregate.details import DISAGREES, QUOTAS
from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import FINDINGS
from auditkit.render import blocks as b
from auditkit.render import printing
from auditkit.render.card import full_colours, view
from auditkit.render.example_blocks import ExampleCard
from auditkit.render.finding_rows import grouped, ranked, title
from auditkit.render.sections.cards import DETAIL_RULE
from auditkit.render.sections.summary import NAMED
from auditkit.render.wording import shortened
from tests.synthetic_audit import write_synthetic_audit
from tests.unit.render.block_walk import parts
from tests.unit.render.small_page import example_card


def audit_of(folder: Path, **kind: Any) -> Audit:
    return Audit(write_synthetic_audit(folder / "audit", examples=24, **kind))


def texts(audit: Audit, section: str, medium: b.Medium = "html") -> str:
    found = list(b.SECTIONS.get(section).blocks(audit, medium))
    return " ".join(part for part in parts(found) if isinstance(part, str))


def test_the_rule_for_detailed_examples_is_the_one_that_chose_them() -> None:
    places = [f"{share:.0%} of the places" if n == 0 else f"until {share:.0%}"
              for n, share in enumerate(list(QUOTAS.values())[:-1])]  # fmt: skip
    starts = [DETAIL_RULE.index(place) for place in places]
    assert starts == sorted(starts)
    assert f"below {DISAGREES}" in DETAIL_RULE
    assert list(QUOTAS.values())[-1] == 1


def test_what_only_some_models_do_is_said_only_of_them(tmp_path: Path) -> None:
    one = audit_of(tmp_path / "one", problem="single_label", labelled=True, slices=True)
    several = audit_of(tmp_path / "several", problem="multi_label", labelled=True, slices=True)
    for section, phrase in (
        ("behaviour", "each label is one answer"),
        ("examples", "likeliest label"),
        ("summary", "Each label is one answer"),
        ("summary", "set of gold labels"),
    ):
        assert phrase in texts(several, section), section
        assert phrase not in texts(one, section), section


def finding(**said: Any) -> dict[str, Any]:
    row = {"severity": "high", "value": 0.25, "n": 3, "evidence": "x", "examples": []}
    return row | said


@pytest.fixture
def audit(tmp_path: Path) -> Audit:
    return audit_of(tmp_path, problem="single_label", labelled=True, slices=True)


def with_findings(audit: Audit, monkeypatch: pytest.MonkeyPatch, *rows: dict[str, Any]) -> None:
    table = pa.Table.from_pylist(list(rows), schema=FINDINGS)
    monkeypatch.setitem(vars(audit), "findings", table)


def test_titles_name_the_slice_or_the_methods(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_findings(
        audit,
        monkeypatch,
        finding(kind="slice_accuracy_low", slice="{nyt}"),
        finding(kind="methods_disagree", label="shap vs occlusion"),
        finding(kind="{0} odd", slice="x" * 100),
        finding(kind="few_examples"),
    )
    got = [title(audit, row) for row in ranked(audit)]
    assert got[0] == "Lower accuracy in slice {nyt}"
    assert got[1] == f"Finding: {{0}} odd in slice {shortened('x' * 100)}"
    assert got[2] == "Few examples"
    assert got[3].endswith("rank words differently")
    assert " and " in got[3]


def test_a_method_that_stands_apart_is_named_with_the_numbers_of_all(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = "grad_x_input vs occlusion, shap, integrated_gradients"
    with_findings(audit, monkeypatch, finding(kind="methods_disagree", label=label, reference=0.5))
    (row,) = ranked(audit)
    assert title(audit, row) == (
        "Gradient times input ranks words differently from Occlusion, Shapley values (SHAP) and "
        "Integrated gradients"
    )
    cited = [
        part.evidence for part in parts(list(b.SECTIONS.get("findings").blocks(audit, "html")))
        if isinstance(part, b.Measure)
    ]  # fmt: skip
    for other in ("shap", "integrated_gradients"):
        (place,) = [
            at for at, metric in enumerate(audit.metrics.to_pylist())
            if (metric["metric"], metric["slice"]) == ("agreement_spearman", None)
            and {metric["first"], metric["second"]} == {"grad_x_input", other}
        ]  # fmt: skip
        assert f"metrics.parquet#{place}:value" in cited
    assert ", the closest of them; " in texts(audit, "findings")


def test_older_findings_are_grouped_by_their_kind(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    kinds = ("disagreement_examples", "truncated", "overconfident")
    with_findings(audit, monkeypatch, *(finding(kind=kind) for kind in kinds))
    assert [row.text("kind") for row in ranked(audit)] == list(reversed(kinds))
    assert [name for name, rows in grouped(audit).items() for _ in rows] == [
        "model", "data", "explanations"
    ]  # fmt: skip
    told = texts(audit, "findings")
    heads = ["About the model", "About the data", "About methods of explanation"]
    assert sorted(heads, key=told.index) == heads


def test_what_the_data_says_of_the_group_goes_before_the_kind(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_findings(audit, monkeypatch, finding(kind="moon_phase", about="explanations"))
    assert [row.text("kind") for row in grouped(audit)["explanations"]] == ["moon_phase"]


def test_a_slice_that_is_not_shown_to_beat_its_majority_says_what_was_compared(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = finding(
        kind="not_above_majority", slice="news", value=0.06, low=-0.05, high=0.2, reference=0.0
    )
    with_findings(audit, monkeypatch, row)
    told = texts(audit, "findings")
    assert "The interval reaches 0: this data does not show that the model does better" in told
    places = [
        at for at, metric in enumerate(audit.metrics.to_pylist())
        if metric["slice"] == "news" and metric["metric"] in ("accuracy", "majority")
    ]  # fmt: skip
    assert len(places) == 2
    assert all(f"metrics.parquet#{place}:value" in told for place in places)
    with_findings(audit, monkeypatch, row | {"value": -0.1, "low": -0.2, "high": -0.01})
    assert "The whole interval lies below 0" in texts(audit, "findings")


def test_slices_say_whether_they_beat_their_majority(audit: Audit) -> None:
    told = texts(audit, "behaviour")
    assert "Above the baseline" in told
    assert "too few to say" in told  # eight examples a slice


def test_the_summary_counts_the_findings_and_names_the_most_severe(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    low = [finding(kind="few_examples", severity="low", slice=f"s{n}") for n in range(3)]
    with_findings(audit, monkeypatch, *low, finding(kind="below_majority"))
    told = texts(audit, "summary")
    said = [
        "Findings about the model",
        "1 of high severity",
        "Findings about the data",
        "3 of low severity",
    ]
    assert sorted(said, key=told.index) == said
    found = list(b.SECTIONS.get("summary").blocks(audit, "html"))
    links = [
        part for part in parts(found)
        if isinstance(part, b.Link) and part.target.startswith("finding-")
    ]  # fmt: skip
    assert [link.target for link in links] == ["finding-3", "finding-0", "finding-1", "finding-2"]
    with_findings(audit, monkeypatch, *low, *low)
    assert f"; and {6 - NAMED} more" in texts(audit, "summary")
    with_findings(audit, monkeypatch)
    assert "None of the checks raised a finding" in texts(audit, "summary")


def test_an_answer_no_better_than_the_baseline_says_whether_the_data_can_tell(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = finding(kind="below_majority", value=0.3, low=0.1, high=0.5, reference=0.4)
    with_findings(audit, monkeypatch, near)
    assert "does not tell the two apart" in texts(audit, "findings")
    with_findings(audit, monkeypatch, near | {"high": 0.35})
    assert "whole interval lies below that share" in texts(audit, "findings")


def test_a_control_sets_no_scale_and_chooses_no_token() -> None:
    card = example_card(" ".join("abcdefgh" * 8))
    told = card.methods[0]
    shown = {token for field in card.fields for piece in field.pieces for token in piece.tokens}
    loud = tuple(100.0 - score for score in told.scores)
    control = replace(told, method="random", scores=loud, control=True)
    both = replace(card, methods=(told, control))
    (alone,) = full_colours(replace(card, methods=(told,)))
    assert full_colours(both) == (alone, alone)
    assert alone.evidence in {f"{sign}{told.evidence}/{at}" for sign in ("", "-") for at in shown}
    assert printing.rows(view(both)) == printing.rows(view(card))
    trusted = replace(both, methods=(told, replace(control, control=False)))
    assert full_colours(trusted)[0].value > alone.value
    assert printing.rows(view(trusted)) != printing.rows(view(card))


def test_a_pair_is_shown_under_the_names_of_its_columns(audit: Audit) -> None:
    columns = audit.manifest["data"]["columns"]
    columns["text"], columns["text_pair"] = "premise", "hypothesis"
    cards = [c for c in b.SECTIONS.get("cards").blocks(audit, "html") if isinstance(c, ExampleCard)]
    assert {card.fields[0].name for card in cards} == {"premise"}


def test_on_paper_the_metrics_by_slice_are_printed_once(audit: Audit) -> None:
    names = {}
    for medium in ("html", "pdf"):
        found = parts(list(b.SECTIONS.get("behaviour").blocks(audit, medium)))
        names[medium] = [part.id for part in found if isinstance(part, b.Table)]
    assert "behaviour-accuracy-table" in names["html"]
    assert "behaviour-accuracy-table" not in names["pdf"]
    assert names["pdf"].count("behaviour-slices-table") == 1


def test_the_unmeasured_method_is_named_and_not_tabled(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [*audit.manifest["methods"], "uniform_rollout"]
    monkeypatch.setitem(audit.manifest, "methods", said)
    audit.manifest["model"]["causal"] = False
    assert "uniform_rollout (for causal models only)" in texts(audit, "explanations")
    audit.manifest["model"]["causal"] = True
    assert "for causal models only" not in texts(audit, "explanations")
