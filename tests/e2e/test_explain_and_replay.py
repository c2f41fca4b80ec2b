"""One text explained; examples of an audit run again."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import auditkit as package
from auditkit.pipeline import replay_chains
from tests.tiny import save_tiny
from tests.tiny_audits import (
    KEPT,
    auditkit,
    copied,
    labelled_data,
    manifest,
    measure,
    model_folder,
    table,
    write_rows,
)

TEXT = "the film was <b>not</b> good but never dull ."
METHODS = "ledger,frozen_ledger,random"


@cache
def explanation() -> tuple[Path, str]:
    out = KEPT / "explanation"
    done = auditkit(
        "explain", TEXT, "--model", model_folder(), "--reference", labelled_data(), "--out", out,
        "--methods", METHODS, "--date", "2026-01-31",
    )  # fmt: skip
    assert done.code == 0, done.err
    return out, done.out


@cache
def audited() -> Path:
    out = KEPT / "replayed"
    done = measure(
        model_folder(), labelled_data(), out, "--methods", METHODS, "--chains", "4", "--seed", "3"
    )
    assert done.code == 0, done.err
    return out


def _judged_without_contributions(links: pa.Table) -> pa.Table:
    """The verdicts of before, by the plain rules, and a largest head of another sign."""
    rows = links.to_pylist()
    for row in rows:
        if row["verdict"] == "other_effect":
            ratio = row["observed"] / row["foretold"]
            row["verdict"] = "weaker" if ratio < 0.5 else "stronger" if ratio > 2 else "confirmed"
        row["head_relevance"] = -row["head_relevance"]
    return pa.Table.from_pylist(rows, schema=links.schema)


class TestExplain:
    def test_the_terminal_has_rationale_and_route(self):
        _, printed = explanation()
        out = explanation()[0]
        example = table(out, "examples").to_pylist()[0]
        assert f"margin {example['margin']:+.3f}" in printed
        (row,) = [r for r in table(out, "attributions").to_pylist() if r["method"] == "ledger"]
        assert f"{row['base']:+.3f} with every word blanked" in printed
        links = [r for r in table(out, "links").to_pylist() if r["weights"] == "model"]
        assert printed.count(". Replacing what ") == len(links)
        confirmed = table(out, "chains").to_pylist()[0]["grade"] == "confirmed_chain"
        assert (": not confirmed\n" in printed) is not confirmed

    def test_the_page_holds_this_example_and_nothing_about_a_set(self):
        out, _ = explanation()
        page = (out / "report.html").read_text("utf-8")
        assert len(re.findall(r'<article class="card[ "]', page)) == 1
        assert 'id="behaviour"' not in page
        assert "<b>not</b>" not in page
        assert not (out / "report.pdf").exists()

    def test_no_link_leads_nowhere(self):
        page = (explanation()[0] / "report.html").read_text("utf-8")
        ids = set(re.findall(r'\bid="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= ids

    def test_it_can_be_verified(self):
        done = auditkit("verify", explanation()[0], "--republish")
        assert done.code == 0, done.out

    def test_a_second_one_without_a_folder_stands_beside_the_first(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        given = ("--model", model_folder(), "--methods", "random")
        for text, folder in (("the film was good", "explanation"), ("dull", "explanation-2")):
            done = auditkit("explain", text, *given)
            assert done.code == 0, done.err
            assert f"Page: {Path(folder) / 'report.html'}" in done.out
            assert table(tmp_path / folder, "examples")["text"].to_pylist() == [text]
        done = auditkit("explain", "never great", *given, "--force")
        assert done.code == 0, done.err
        assert table(tmp_path / "explanation", "examples")["text"].to_pylist() == ["never great"]
        assert len(list(tmp_path.iterdir())) == 2

    def test_the_reference_is_in_the_evidence(self):
        record = manifest(explanation()[0])
        assert record["chains"]["reference_texts"] == 8
        assert record["fingerprint"]["reference"] is not None

    def test_without_a_reference_the_text_is_its_own(self, tmp_path):
        done = auditkit(
            "explain", "the film was good", "--model", model_folder(), "--out", tmp_path / "out",
            "--methods", METHODS,
        )  # fmt: skip
        assert done.code == 0, done.err
        assert manifest(tmp_path / "out")["chains"]["reference_texts"] == 1

    def test_an_empty_text_is_said_to_have_no_words(self, tmp_path):
        done = auditkit(
            "explain",
            "",
            "--model",
            model_folder(),
            "--out",
            tmp_path / "out",
            "--methods",
            "random",
        )
        assert done.code in (0, 2)
        assert "Traceback" not in done.err


class TestReplay:
    def test_nothing_differs(self):
        done = auditkit("verify", audited(), "--replay", "3", "--model", model_folder())
        lines = [line for line in done.out.splitlines() if line.startswith("replay")]
        assert len(lines) == 8
        assert all(line.endswith("ok") for line in lines)

    @pytest.mark.parametrize(
        ("name", "column"),
        [
            ("examples", "margin"),
            ("links", "observed"),
            ("links", "relevance"),
            ("links", "low"),
            ("links", "most"),
            ("links", "head_relevance"),
            ("links", "same_sign"),
            ("chains", "alone"),
            ("chains", "mass"),
            ("chains", "lens"),
            ("chains", "permuted"),
            ("chains", "depth"),
            ("attributions", "scores"),
        ],
    )
    def test_a_changed_number_is_found(self, name, column, tmp_path):
        out = copied(audited(), tmp_path / "audit")
        path = out / "evidence" / f"{name}.parquet"
        rows = pq.read_table(path).to_pylist()
        for row in rows:
            value = row[column]
            if value is not None:
                row[column] = [one + 1 for one in value] if isinstance(value, list) else value + 1
        pq.write_table(pa.Table.from_pylist(rows, schema=pq.read_schema(path)), path)
        done = auditkit("verify", out, "--replay", "4", "--model", model_folder())
        wrong = [
            line for line in done.out.splitlines() if line.startswith("replay") and "differ" in line
        ]
        assert wrong
        assert done.code == 1

    @pytest.mark.parametrize(("name", "column"), [("chains", "grade"), ("links", "verdict")])
    def test_a_changed_word_is_found(self, name, column, tmp_path):
        out = copied(audited(), tmp_path / "audit")
        path = out / "evidence" / f"{name}.parquet"
        rows = [{**row, column: "another"} for row in pq.read_table(path).to_pylist()]
        pq.write_table(pa.Table.from_pylist(rows, schema=pq.read_schema(path)), path)
        done = auditkit("verify", out, "--replay", "4", "--model", model_folder())
        assert "replay: verdicts and grades of 4 examples: 4 differ" in done.out
        assert done.code == 1

    @pytest.mark.parametrize(("name", "column"), [("chains", "depth"), ("links", "same_sign")])
    def test_a_count_that_is_gone_is_found(self, name, column, tmp_path):
        out = copied(audited(), tmp_path / "audit")
        path = out / "evidence" / f"{name}.parquet"
        rows = [{**row, column: None} for row in pq.read_table(path).to_pylist()]
        pq.write_table(pa.Table.from_pylist(rows, schema=pq.read_schema(path)), path)
        done = auditkit("verify", out, "--replay", "4", "--model", model_folder())
        assert "replay: depths and signs of 4 examples: 4 differ" in done.out

    def test_older_evidence_is_compared_by_its_own_rules(self, tmp_path):
        """Without the key, the columns and the verdict that it did not have, and with its largest heads."""
        out = copied(audited(), tmp_path / "audit")
        config = out / "evidence" / "config.toml"
        kept = [line for line in config.read_text().splitlines() if "link_effect" not in line]
        config.write_text("\n".join(kept))
        for name, column in (("chains", "depth"), ("links", "same_sign")):
            path = out / "evidence" / f"{name}.parquet"
            older = pq.read_table(path).drop_columns([column])
            if name == "links":
                older = _judged_without_contributions(older)
            pq.write_table(older, path)
        done = auditkit("verify", out, "--replay", "4", "--model", model_folder())
        lines = [line for line in done.out.splitlines() if line.startswith("replay")]
        assert len(lines) == 7
        assert all(line.endswith("ok") for line in lines)

    def test_chains_that_do_not_fit_into_memory_are_not_passed_over(self, monkeypatch):
        monkeypatch.setattr(replay_chains, "chains_of", lambda *asked, **_: [None] * len(asked[1]))
        done = auditkit("verify", audited(), "--replay", "1", "--model", model_folder())
        assert "replay: routes: those of 1 example do not fit into memory" in done.out
        assert done.code == 1

    @pytest.mark.parametrize("how", ["gone", "not a number"])
    def test_scores_that_are_missing_are_found(self, how, tmp_path):
        """In any place: a comparison with what is not a number is never true."""
        out = copied(audited(), tmp_path / "audit")
        path = out / "evidence" / "attributions.parquet"
        rows = pq.read_table(path).to_pylist()
        last = [row["example_id"] for row in rows if row["method"] == "ledger"][-1]
        for row in rows:
            if row["method"] == "ledger" and row["example_id"] == last:
                row["scores"] = [float("nan")] * len(row["scores"])
        kept = [row for row in rows if how == "not a number" or row["method"] != "ledger"]
        pq.write_table(pa.Table.from_pylist(kept, schema=pq.read_schema(path)), path)
        done = auditkit("verify", out, "--replay", "8", "--model", model_folder())
        assert "replay: ledger of 8 examples: differ" in done.out
        assert done.code == 1

    def test_another_model_is_named(self, tmp_path):
        other = save_tiny(tmp_path / "other", "bert", seed=1)
        done = auditkit("verify", audited(), "--replay", "2", "--model", other)
        assert "replay: files of the model: differ from those that were audited" in done.out
        assert done.code == 1

    def test_a_model_must_be_named(self):
        done = auditkit("verify", audited(), "--replay", "2")
        assert done.code == 2
        assert "name the model that was audited by --model" in done.err

    def test_a_named_reference_is_asked_for_again(self):
        out, _ = explanation()
        asked = auditkit("verify", out, "--replay", "1", "--model", model_folder())
        assert asked.code == 2
        assert "name their file by --reference" in asked.err
        assert "NOT INTACT" not in asked.out
        given = auditkit(
            "verify",
            out,
            "--replay",
            "1",
            "--model",
            model_folder(),
            "--reference",
            labelled_data(),
        )
        assert "replay: links of 1 example, largest difference" in given.out
        assert given.code == 0


class TestReference:
    """The columns that are named are those of the reference, however its texts are called."""

    FLAGS = ("--methods", "random", "--text-column", "Kunden Text!")

    def test_its_text_may_stand_in_any_column(self, tmp_path):
        rows = [
            {"Kunden Text!": text, "other": "x"} for text in ("a dull film", "the story was bright")
        ]
        named = write_rows(tmp_path / "odd.jsonl", rows)
        done = auditkit(
            "explain", TEXT, "--model", model_folder(), "--out", tmp_path / "out", *self.FLAGS,
            "--reference", named, "--label-column", "other",
        )  # fmt: skip
        assert done.code == 0, done.err
        assert table(tmp_path / "out", "examples")["text"].to_pylist() == [TEXT]
        assert "Reference none" not in done.err

    def test_without_one_it_is_said_that_links_are_hardly_tested(self, tmp_path):
        done = auditkit(
            "explain", TEXT, "--model", model_folder(), "--out", tmp_path, *self.FLAGS[:2]
        )
        assert done.code == 0, done.err
        assert "Reference none" in done.err
        assert "--reference" in done.err


class TestStage:
    def test_chains_may_be_left_out(self, tmp_path):
        out = tmp_path / "audit"
        assert measure(model_folder(), labelled_data(), out, "--chains", "0").code == 0
        for name in ("chains", "links", "pokes"):
            assert table(out, name).num_rows == 0
        assert manifest(out)["chains"] is None

    def test_the_control_tests_the_same_links(self):
        links = table(audited(), "links").to_pylist()
        by_weights = {
            weights: {
                (row["example_id"], row["layer"], row["query"], row["key"])
                for row in links
                if row["weights"] == weights
            }
            for weights in ("model", "shuffled")
        }
        assert by_weights["shuffled"]
        assert by_weights["shuffled"] <= by_weights["model"]

    def test_workers_change_no_byte(self, tmp_path):
        args = ("--methods", METHODS, "--chains", "4", "--seed", "3", "--workers", "2")
        assert measure(model_folder(), labelled_data(), tmp_path / "two", *args).code == 0
        assert manifest(tmp_path / "two")["root"] == manifest(audited())["root"]

    def test_a_reference_decides_the_evidence(self, tmp_path):
        other = write_rows(
            tmp_path / "other.jsonl", [{"text": "rain was poor"}, {"text": "a song"}]
        )
        out = copied(audited(), tmp_path / "audit")
        more = ("--methods", METHODS, "--chains", "4", "--seed", "3", "--reference", other)
        done = measure(model_folder(), labelled_data(), out, *more)
        assert done.code == 2
        assert "reference" in done.err

    def test_thresholds_stand_in_the_configuration(self):
        config = package.open_audit(audited()).config
        assert config["link_change_percent"] == 1
        assert json.dumps(config["chain_links"]) == "12"
