"""An audit that predicts every example and explains some: what is the same, and what is left out."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import auditkit as package
from auditkit.config import AuditConfig
from auditkit.errors import Interrupted
from auditkit.evidence.reader import Audit
from tests.e2e.test_resume import StopAfter, files, flip
from tests.tiny_audits import DATE, FAST, KEPT, SENTENCE, auditkit, model_folder, write_rows
from tests.unit.aggregate.test_aggregate_sample import drawn_one_by_one, strata_of

COUNT, EXPLAIN, DETAILED = 48, 11, 6
ONE_AT_A_TIME = 16
"""Tokens of a batch: fewer than two of these texts have, so every row runs alone."""


@cache
def data() -> Path:
    """Texts of nine tokens and more."""
    words = SENTENCE.split()
    rows = [
        {
            "text": " ".join(words[(3 * i + j) % len(words)] for j in range(8 + i % 5)),
            "label": i % 3,
            "slice": "abc"[i % 7 % 3],
        }
        for i in range(COUNT)
    ]
    return write_rows(KEPT / "explained-part.jsonl", rows)


def config(**options: Any) -> AuditConfig:
    chosen = {
        "model": str(model_folder()), "data": data(), "date": DATE, "detailed": DETAILED,
        "methods": FAST, "chains": 5, "projection": 20, "workers": 1, "shard_size": 6,
    }  # fmt: skip
    return AuditConfig(**{**chosen, **options})


@cache
def measured(**options: Any) -> Audit:
    name = "-".join(f"{key}={value}" for key, value in options.items())
    return package.measure(config(**options), KEPT / f"explained-part-{name}")


def part(**options: Any) -> Audit:
    return measured(explain=EXPLAIN, **options)


def rows_about(audit: Audit, table: str, ids: set[str]) -> list[dict[str, Any]]:
    return [row for row in audit.table(table).to_pylist() if row["example_id"] in ids]


def marked(audit: Audit, *marks: str) -> set[str]:
    return {row["id"] for row in audit.examples.to_pylist() if row["explained"] in marks}


# --- Predicted in full ----------------------------------------------------------------------------


def test_every_answer_is_that_of_a_full_run_bit_for_bit() -> None:
    full, some = measured(), part()
    for name in full.examples.column_names:
        if name not in ("explained", "flags"):
            assert full.examples[name].equals(some.examples[name]), name


@pytest.mark.parametrize(
    "metric", ["accuracy", "macro_f1", "majority", "confusion", "ece", "reliability_accuracy",
               "mean_confidence", "predicted_share", "label_share", "accuracy_gap"],
)  # fmt: skip
def test_numbers_about_answers_are_those_of_a_full_run(metric: str) -> None:
    def numbers(audit: Audit) -> list[dict[str, Any]]:
        return [row for row in audit.metrics.to_pylist() if row["metric"] == metric]

    assert numbers(part()) == numbers(measured()) != []


# --- Explained in part ----------------------------------------------------------------------------


def test_the_drawn_examples_are_those_of_the_documented_draw() -> None:
    audit = part()
    wanted = drawn_one_by_one(strata_of(audit.examples.to_pylist()), EXPLAIN, seed=0)
    assert marked(audit, "sample") == wanted
    assert len(wanted) == EXPLAIN


def test_the_others_explained_are_those_shown_in_detail() -> None:
    audit = part()
    shown = set(audit.details["example_id"].to_pylist())
    assert marked(audit, "detail") == shown - marked(audit, "sample") != set()
    assert len(shown) == DETAILED
    reasons = Counter(audit.details["reason"].to_pylist())
    assert reasons["error"] == 2


def test_only_explained_examples_have_explanations() -> None:
    audit = part()
    explained = marked(audit, "sample", "detail")
    for name in ("attributions", "agreement", "head_examples"):
        assert set(audit.table(name)["example_id"].to_pylist()) == explained, name
    assert set(audit.table("chains")["example_id"].to_pylist()) <= explained


def test_alone_in_a_batch_an_explanation_is_that_of_a_full_run_bit_for_bit() -> None:
    full, some = (measured(batch_tokens=ONE_AT_A_TIME), part(batch_tokens=ONE_AT_A_TIME))
    explained = marked(some, "sample", "detail")
    for name in ("attributions", "agreement", "head_examples"):
        assert some.table(name).to_pylist() == rows_about(full, name, explained), name


def test_in_other_batches_an_explanation_differs_by_rounding() -> None:
    full, some = measured(), part()
    explained = marked(some, "sample", "detail")
    pairs = zip(
        rows_about(full, "attributions", explained), some.attributions.to_pylist(), strict=True
    )
    for one, other in pairs:
        assert {**one, "scores": 0, "base": 0, "residual": 0} == {
            **other, "scores": 0, "base": 0, "residual": 0
        }  # fmt: skip
        assert np.allclose(one["scores"], other["scores"], atol=1e-5)


def test_a_residual_is_that_of_the_margin_in_the_evidence() -> None:
    audit = part()
    margins = dict(
        zip(*(audit.examples[name].to_pylist() for name in ("id", "margin")), strict=True)
    )
    complete = [row for row in audit.attributions.to_pylist() if row["residual"] is not None]
    assert complete
    for row in complete:
        left = margins[row["example_id"]] - row["base"] - float(np.float64(row["scores"]).sum())
        assert row["residual"] == left


def test_numbers_about_explanations_are_over_those_drawn() -> None:
    audit = part()
    drawn = marked(audit, "sample")
    rows = [row for row in rows_about(audit, "attributions", drawn) if row["method"] == "occlusion"]
    (mean,) = [
        row for row in audit.metrics.to_pylist()
        if (row["metric"], row["label"], row["slice"]) == ("evaluations_mean", "occlusion", None)
    ]  # fmt: skip
    assert mean["n"] == EXPLAIN
    assert mean["value"] == np.mean([row["evaluations"] for row in rows])
    assert {row["n"] for row in audit.heads.to_pylist() if row["statistic"] == "entropy"} == {
        EXPLAIN
    }
    by_head = [row["values"] for row in rows_about(audit, "head_examples", drawn)
               if row["statistic"] == "entropy"]  # fmt: skip
    value = next(r["value"] for r in audit.heads.to_pylist() if r["statistic"] == "entropy")
    assert value == pytest.approx(np.mean([values[0] for values in by_head]))


def test_negative_control_examples_in_detail_would_move_these_numbers() -> None:
    audit = part()
    rows = [row for row in audit.attributions.to_pylist() if row["method"] == "occlusion"]
    (mean,) = [
        row for row in audit.metrics.to_pylist()
        if (row["metric"], row["label"], row["slice"]) == ("evaluations_mean", "occlusion", None)
    ]  # fmt: skip
    assert mean["value"] != np.mean([row["evaluations"] for row in rows])


def test_sampled_chains_are_of_drawn_examples() -> None:
    audit = part()
    chains = audit.table("chains").to_pylist()
    sampled = {row["example_id"] for row in chains if row["sampled"]}
    assert len(sampled) == 5
    assert sampled <= marked(audit, "sample")
    shown = set(audit.details["example_id"].to_pylist())
    assert {row["example_id"] for row in chains} == sampled | shown
    assert audit.manifest["chains"]["reference_texts"] == COUNT


def test_counts_say_which() -> None:
    counts = part().manifest["counts"]
    only = len(marked(part(), "detail"))
    assert (counts["examples"], counts["predicted"]) == (COUNT, COUNT)
    assert (counts["explained"], counts["explained_for_detail"]) == (EXPLAIN, only)
    assert counts["not_explained"] == COUNT - EXPLAIN - only


def test_a_draw_of_more_than_there_are_explains_all() -> None:
    audit = measured(explain=10 * COUNT)
    assert marked(audit, "all") == set(audit.examples["id"].to_pylist())
    full = measured()
    for name in ("attributions", "agreement", "heads", "metrics", "findings", "details", "links"):
        assert audit.table(name).equals(full.table(name)), name
    assert audit.manifest["counts"] == full.manifest["counts"]


# --- Same bytes -----------------------------------------------------------------------------------


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    package.measure(config(explain=EXPLAIN, workers=2), tmp_path / "two")
    assert files(tmp_path / "two") == files(part().folder)


@pytest.mark.parametrize(
    ("stage", "calls"),
    [("Predicting", 1), ("Predicting", 7), ("Explaining", 1), ("Explaining", 3), ("Testing", 1),
     ("Computing", 2), ("Capturing", 1)],
)  # fmt: skip
def test_a_stopped_run_ends_with_the_same_bytes(stage: str, calls: int, tmp_path: Path) -> None:
    with pytest.raises(Interrupted):
        package.measure(config(explain=EXPLAIN), tmp_path, progress=StopAfter(stage, calls))
    assert package.measure(config(explain=EXPLAIN), tmp_path).root == part().root
    assert files(tmp_path) == files(part().folder)


@pytest.mark.parametrize("name", ["predicted-00000", "part-00001"])
def test_a_damaged_shard_is_measured_again(name: str, tmp_path: Path) -> None:
    with pytest.raises(Interrupted):
        package.measure(config(explain=EXPLAIN), tmp_path, progress=StopAfter("Computing", 1))
    flip(tmp_path / "evidence" / "parts" / name / "examples.parquet")
    assert package.measure(config(explain=EXPLAIN), tmp_path).root == part().root
    shards = json.loads((tmp_path / "run.json").read_text("utf-8"))["shards"]
    assert shards["damaged"] == [f"{name}/examples.parquet has another SHA-256"]
    assert shards["resumed"] == shards["all"] - 1


def test_another_number_is_another_audit(tmp_path: Path) -> None:
    with pytest.raises(Interrupted):
        package.measure(config(explain=EXPLAIN), tmp_path, progress=StopAfter("Explaining", 1))
    done = auditkit("measure", "--model", model_folder(), "--data", data(), "--out", tmp_path,
                    "--explain", "12", "--date", DATE)  # fmt: skip
    assert done.code == 2
    assert "config.explain (11 there, 12 now)" in done.err


@pytest.mark.parametrize("value", ["0", "-3", "many"])
def test_a_number_that_makes_no_sense_is_refused(value: str, tmp_path: Path) -> None:
    done = auditkit("measure", "--model", model_folder(), "--data", data(), "--out", tmp_path / "o",
                    "--explain", value)  # fmt: skip
    assert done.code == 2
    assert "explain" in done.err


def test_a_model_that_answers_nothing_is_refused_before_anything_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from auditkit.capture.runner import Runner
    from auditkit.errors import ModelError

    real = Runner.forward
    monkeypatch.setattr(Runner, "forward", lambda self, batch: real(self, batch) * float("nan"))
    stages = []

    class Told(StopAfter):
        def start(self, stage, total, pace=None) -> None:  # noqa: ARG002
            stages.append(stage)

    with pytest.raises(ModelError, match="NaN or infinity for all 48"):
        package.measure(
            config(explain=EXPLAIN, methods=("random",)), tmp_path / "out", progress=Told("none", 0)
        )
    assert stages == ["Loading model and data", "Predicting examples"]


# --- What is said ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def page() -> str:
    package.publish(part().folder)
    return (part().folder / "report.html").read_text("utf-8")


def said(page: str, section: str) -> str:
    """The words of a section."""
    start = page.index(f'<section class="section" id="{section}"')
    body = page[start : page.index("</section>", start)]
    words = re.sub(r"<[^>]+>", "", re.sub(r"<(script|style).*?</\1>", "", body, flags=re.DOTALL))
    return " ".join(words.replace("&nbsp;", " ").split())


DRAWN = f"Counted over the {EXPLAIN} explained examples drawn at random from all {COUNT} predicted."
PREDICTED = f"Counted over all {COUNT} predicted examples, explained or not."


@pytest.mark.parametrize("section", ["summary", "explanations", "heads"])
def test_the_page_says_what_is_over_the_drawn(page: str, section: str) -> None:
    assert DRAWN in said(page, section)


@pytest.mark.parametrize("section", ["summary", "behaviour"])
def test_the_page_says_what_is_over_all(page: str, section: str) -> None:
    assert PREDICTED in said(page, section)


@pytest.mark.parametrize("section", ["summary", "examples", "cards"])
def test_the_page_says_how_many_are_explained(page: str, section: str) -> None:
    short = f"Explained: {EXPLAIN} of {COUNT} examples, drawn at random; see What was not audited."
    assert short in said(page, section)
    assert 'href="#claim-coverage"' in page


def test_how_they_were_drawn_is_said_once_on_the_page(page: str) -> None:
    only = len(marked(part(), "detail"))
    told = said(page, "summary")
    assert f"Predicted: {COUNT}. Explained: {EXPLAIN}, drawn at random" in told
    assert f"in no such number: {only}. Not explained: {COUNT - EXPLAIN - only}." in told
    assert page.count("so that each has the same chance") == 1


def test_every_group_of_findings_says_what_it_is_over(page: str) -> None:
    told = said(page, "findings")
    model, rest = told.split("About the data")
    data, explanations = rest.split("About methods of explanation")
    assert PREDICTED in model
    assert DRAWN not in model + data
    assert PREDICTED not in data + explanations
    assert DRAWN in explanations
    assert "model" in part().findings["about"].to_pylist()


def test_chains_say_what_they_were_drawn_from(page: str) -> None:
    told = said(page, "chains")
    assert f"a random sample of 5 examples of the {EXPLAIN} explained examples drawn" in told


def test_every_example_has_a_card_that_says_whether_it_is_explained(page: str) -> None:
    cards = dict(
        re.findall(r'<article class="card" id="ex-([^"]+)"(.*?)</article>', page, re.DOTALL)
    )
    for row in part().examples.to_pylist():
        card = cards[row["id"]]
        assert ("Not explained: it was not drawn." in card) == (row["explained"] is None)
        assert ("Explained only to be shown in detail" in card) == (row["explained"] == "detail")
        assert ("Methods side by side" in card) == (row["explained"] is not None)


def test_the_table_of_examples_says_it_too(page: str) -> None:
    rows = dict(re.findall(r'<tr data-id="([^"]+)"[^>]* data-explained="([^"]*)"', page))
    assert rows == {row["id"]: row["explained"] or "" for row in part().examples.to_pylist()}
    cells = Counter(re.findall(r'data-label="Explained">(?:<span[^>]*>)?([^<]+)', page))
    counts = part().manifest["counts"]
    assert cells["no"] == counts["not_explained"]
    assert cells["in detail only"] == counts["explained_for_detail"]
    assert cells["in detail"] + cells["yes"] == EXPLAIN


def test_where_all_are_explained_nothing_is_said_of_a_draw() -> None:
    package.publish(measured().folder, pdf=False)
    page = (measured().folder / "report.html").read_text("utf-8")
    assert "explained examples drawn at random" not in page
    assert "Examples with explanations: <data" in page
    assert 'name="explained"' not in page


def test_the_audit_is_intact_and_can_be_replayed(page: str) -> None:
    del page
    done = auditkit("verify", part().folder, "--republish", "--replay", "20", "--model", model_folder(),
                    "--verbose")  # fmt: skip
    assert done.code == 0, done.out
    assert "replay: margins of 20 examples" in done.out


def test_examples_that_are_not_explained_have_no_ledger_to_replay() -> None:
    audit = part(methods=("ledger",), chains=0)
    package.publish(audit.folder, pdf=False)
    done = auditkit(
        "verify", audit.folder, "--replay", "40", "--model", model_folder(), "--verbose"
    )
    assert done.code == 0, done.out
    explained = len(marked(audit, "sample", "detail"))
    assert "replay: margins of 40 examples" in done.out
    assert f"replay: ledger of {explained} examples" in done.out


def test_a_page_that_says_otherwise_is_found(page: str, tmp_path: Path) -> None:
    from tests.attacks.test_forged_reports import forge, named, sub
    from tests.tiny_audits import copied

    del page
    change = sub(r'data-explained=""', 'data-explained="sample"')
    named(forge(copied(part().folder, tmp_path / "audit"), change), "says explained")


def test_the_pdf_says_how_many_are_explained() -> None:
    from auditkit.pipeline.publish import report_page
    from auditkit.render.pdf import document

    printed = document(report_page(part(), "pdf"), date=None)
    words = " ".join(re.sub(r"<[^>]+>", "", printed).replace("&nbsp;", " ").split())
    assert f"Explained: {EXPLAIN}, drawn at random" in words
    assert words.count(DRAWN) >= 4
    assert words.count(PREDICTED) >= 4


def test_the_terminal_says_it(tmp_path: Path) -> None:
    where = ("--model", model_folder(), "--data", data(), "--methods", "random", "--chains", "0",
             "--projection", "0", "--detailed", "4", "--date", DATE, "--workers", "1")  # fmt: skip
    done = auditkit("measure", *where, "--out", tmp_path / "part", "--explain", "9")
    assert done.code == 0, done.err
    counts = Audit(tmp_path / "part").manifest["counts"]
    assert "Predicted: 48 of 48 examples. Explained: 9, drawn at random" in done.out
    assert f"and {counts['explained_for_detail']} only to be shown in detail" in done.out
    done = auditkit("measure", *where, "--out", tmp_path / "full")
    assert "Predicted: 48 of 48 examples, all explained" in done.out
