"""Measure, publish and verify tiny models through the command line; numbers are recomputed."""

from __future__ import annotations

import json
import socket
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import pytest

import auditkit as package
from auditkit.config import DEFAULT_METHODS, AuditConfig
from auditkit.evidence.schema import TABLES
from auditkit.records import Flag
from tests.tiny_audits import (
    DATE,
    KEPT,
    Outcome,
    auditkit,
    copied,
    labelled_data,
    manifest,
    measure,
    measured_audit,
    model_folder,
    published_audit,
    root,
    table,
    texts,
    write_rows,
)

COMPLETE = {"integrated_gradients", "shap", "ledger", "frozen_ledger"}
COUNT = 9


def multi_label(row: int) -> list[str]:
    return [f"LABEL_{label}" for label in range(4) if (row >> label) & 1]


def single_rows() -> list[dict[str, Any]]:
    return [{"text": t, "label": i % 3, "slice": "abc"[i % 3]} for i, t in enumerate(texts(COUNT))]


def pair_rows() -> list[dict[str, Any]]:
    second = reversed(texts(COUNT))
    return [
        {"premise": a, "hypothesis": b, "label": i % 2}
        for i, (a, b) in enumerate(zip(texts(COUNT), second, strict=True))
    ]


def multi_rows() -> list[dict[str, Any]]:
    return [{"text": t, "labels": multi_label(i)} for i, t in enumerate(texts(COUNT))]


def single_logit_rows() -> list[dict[str, Any]]:
    return [{"text": t, "label": i % 2, "domain": "xy"[i % 2]} for i, t in enumerate(texts(COUNT))]


def bare_rows() -> list[dict[str, Any]]:
    return [{"text": text} for text in texts(COUNT)]


# name: family, options of the model, rows
CASES: dict[str, tuple[str, dict[str, Any], list[dict[str, Any]]]] = {
    "bert, three classes, slices": ("bert", {"labels": 3}, single_rows()),
    "bert, two classes, pairs": ("bert", {"labels": 2}, pair_rows()),
    "bert, multi-label": (
        "bert",
        {"labels": 4, "problem_type": "multi_label_classification"},
        multi_rows(),
    ),
    "bert, single logit": ("bert", {"labels": 1}, single_logit_rows()),
    "bert, no labels": ("bert", {"labels": 3}, bare_rows()),
    "gpt2, three classes, slices": ("gpt2", {"labels": 3}, single_rows()),
    "gpt2, no labels": ("gpt2", {"labels": 2}, bare_rows()),
}


def measure_case(name: str, out: Path, *more: str, command: str = "measure") -> Outcome:
    family, options, rows = CASES[name]
    data = write_rows(out.parent / f"{out.name}.jsonl", rows)
    where = ("--model", model_folder(family, **options), "--data", data, "--out", out)
    return auditkit(command, *where, "--date", DATE, "--detailed", "3", *more)


def run_case(name: str, out: Path, *more: str) -> Outcome:
    return measure_case(name, out, "--no-pdf", *more, command="run")


@cache
def finished(name: str) -> tuple[Path, Outcome]:
    out = KEPT / f"case-{list(CASES).index(name)}"
    return out, run_case(name, out)


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Path:
    out, done = finished(request.param)
    assert done.code == 0, done.err
    return out


def rows_of(audit: Path, name: str) -> list[dict[str, Any]]:
    return table(audit, name).to_pylist()


def value_of(audit: Path, example: dict[str, Any], target: str) -> float:
    """The target's value, from the logits."""
    model, logits = manifest(audit)["model"], np.array(example["logits"], np.float64)
    if model["problem"] == "single_logit":
        return float(logits[0])
    at = model["labels"].index(target)
    if model["problem"] == "multi_label":
        return float(logits[at])
    return float(logits[at] - logits[model["labels"].index(example["foil"])])


def test_every_file_is_there(case: Path) -> None:
    detailed = {f"tensors/{row['example_id']}.npz" for row in rows_of(case, "details")}
    assert len(detailed) == 3
    expected = {f"evidence/{name}" for name in {*TABLES, "config.toml", "manifest.json", *detailed}}
    expected |= {"report.html", "published.json", "SHA256SUMS", "run.json"}
    assert {p.relative_to(case).as_posix() for p in case.rglob("*") if p.is_file()} == expected


def test_verify_says_intact(case: Path) -> None:
    done = auditkit("verify", case)
    assert (done.code, done.err) == (0, "")
    assert "intact, not signed" in done.out
    assert root(case) in done.out


def test_every_example_was_explained_by_every_method(case: Path) -> None:
    ids = [row["id"] for row in rows_of(case, "examples")]
    causal_only = set() if manifest(case)["model"]["causal"] else {"uniform_rollout"}
    found = {(row["example_id"], row["method"]) for row in rows_of(case, "attributions")}
    assert found == {(id_, name) for id_ in ids for name in set(DEFAULT_METHODS) - causal_only}
    assert len(set(ids)) == COUNT


def test_columns_are_exactly_the_schemas(case: Path) -> None:
    for name, schema in TABLES.items():
        stored = pq.read_schema(case / "evidence" / name)
        assert stored.equals(schema), name
        for field in schema:
            assert stored.field(field.name).metadata[b"doc"] == field.metadata[b"doc"]


def test_margins_and_predictions_follow_from_the_logits(case: Path) -> None:
    model = manifest(case)["model"]
    labels, problem = model["labels"], model["problem"]
    for row in rows_of(case, "examples"):
        logits = np.array(row["logits"], np.float32)
        first, *rest = np.argsort(-logits, kind="stable")
        if problem == "single_label":
            assert (row["predicted"], row["foil"]) == (labels[first], labels[rest[0]])
            assert row["margin"] == float(logits[first]) - float(logits[rest[0]])
            continue
        assert row["foil"] is None
        assert row["margin"] == float(logits[first])
        if problem == "single_logit":
            assert row["predicted"] == labels[int(logits[0] > 0)]
        else:
            chosen = [label for label, z in zip(labels, logits, strict=True) if z >= 0]
            assert json.loads(row["predicted"]) == chosen


def test_residuals_are_what_is_left_of_the_margin(case: Path) -> None:
    examples = {row["id"]: row for row in rows_of(case, "examples")}
    for row in rows_of(case, "attributions"):
        if row["method"] not in COMPLETE:
            assert row["residual"] is None, row["method"]
            continue
        margin = value_of(case, examples[row["example_id"]], row["target"])
        left = margin - row["base"] - float(np.sum(np.array(row["scores"], np.float64)))
        assert row["residual"] == pytest.approx(left, abs=1e-9)
        assert abs(row["residual"]) <= 0.02 * max(abs(margin - row["base"]), 0.1)


def test_scores_stand_on_tokens_and_tokens_on_the_text(case: Path) -> None:
    examples = {row["id"]: row for row in rows_of(case, "examples")}
    assert all(
        len(row["scores"]) == len(examples[row["example_id"]]["tokens"])
        for row in rows_of(case, "attributions")
    )
    for row in examples.values():
        fields = (row["text"], row["text_pair"])
        spans = zip(row["tokens"], row["starts"], row["stops"], row["segments"], strict=True)
        for token, start, stop, segment in spans:
            if segment >= 0:
                assert fields[segment][start:stop].lower() == token.removeprefix("##")


def test_head_means_follow_from_the_examples(case: Path) -> None:
    values: dict[str, list[list[float]]] = {}
    for row in rows_of(case, "head_examples"):
        values.setdefault(row["statistic"], []).append(row["values"])
    heads = manifest(case)["model"]["heads"]
    for row in rows_of(case, "heads"):
        if row["statistic"] == "confirmed_chain":
            continue  # a share of chains, not a mean over examples
        seen = np.array(values[row["statistic"]], np.float64)[:, row["layer"] * heads + row["head"]]
        defined = seen[np.isfinite(seen)]
        assert row["n"] == len(defined)
        assert row["value"] == pytest.approx(defined.mean(), rel=1e-12, abs=1e-15)
        assert row["low"] <= row["value"] <= row["high"]


def became(row: dict[str, Any]) -> str:
    cells = row["label"], row["predicted"]
    if None in cells:
        return "undecided"
    gold, predicted = (sorted(json.loads(c)) if c.startswith("[") else c for c in cells)
    return "correct" if gold == predicted else "wrong"


def test_counts_follow_from_the_examples(case: Path) -> None:
    examples, counts = rows_of(case, "examples"), manifest(case)["counts"]
    decided = [became(row) for row in examples]
    assert counts == {
        "examples": len(examples),
        "labelled": sum(row["label"] is not None for row in examples),
        "predicted": sum(row["margin"] is not None for row in examples),
        "explained": sum(row["explained"] == "all" for row in examples),
        "explained_for_detail": 0,
        "not_explained": sum(row["margin"] is None for row in examples),
        "detailed": len(rows_of(case, "details")),
        "left_out": len(manifest(case)["left_out"]),
        **{name: decided.count(name) for name in ("correct", "wrong", "undecided")},
        "flagged": sum(bool(row["flags"]) for row in examples),
        **{str(flag): sum(flag in row["flags"] for row in examples) for flag in Flag},
    }


def test_tensors_have_the_shapes_of_their_example(case: Path) -> None:
    model = manifest(case)["model"]
    examples = {row["id"]: len(row["tokens"]) for row in rows_of(case, "examples")}
    for row in rows_of(case, "details"):
        tokens = examples[row["example_id"]]
        kept = np.load(case / "evidence" / "tensors" / f"{row['example_id']}.npz")
        shape = (model["layers"], model["heads"], tokens, tokens)
        assert kept["attention"].shape == shape
        assert kept["norms"].shape == (model["layers"] + 1, tokens)
        assert kept["ig_baselines"].shape == (3, tokens)
        np.testing.assert_allclose(kept["attention"].astype(np.float32).sum(-1), 1, atol=2e-3)


def local_traces(audit: Path) -> list[str]:
    """What says where and when; a host's name only if chance would not spell it in random bytes."""
    run = json.loads((audit / "run.json").read_text("utf-8"))
    host = socket.gethostname()
    known = [host] if len(host) > 4 else []
    return [str(KEPT), *known, run["started"], run["ended"], run["model_path"]]


def covered_bytes(audit: Path) -> bytes:
    """Everything the root digest covers: as stored, and Parquet also as it reads."""
    evidence, names = audit / "evidence", manifest(audit)["files"]
    stored = [(evidence / name).read_bytes() for name in (*names, "manifest.json")]
    read = [
        repr((table(audit, name.removesuffix(".parquet")).to_pylist(), TABLES[name].metadata))
        for name in names
        if name.endswith(".parquet")
    ]
    return b"\n".join([*stored, *(text.encode() for text in read)])


def test_nothing_local_is_in_the_evidence(case: Path) -> None:
    covered = covered_bytes(case)
    assert not [trace for trace in local_traces(case) if trace.encode() in covered]
    assert b'"device"' not in covered
    assert "run.json" not in manifest(case)["files"]


def test_negative_control_the_search_finds_what_is_in_the_files(case: Path) -> None:
    assert str(KEPT).encode() in (case / "run.json").read_bytes()
    assert rows_of(case, "examples")[0]["text"].encode() in covered_bytes(case)
    assert b'"device"' in (case / "run.json").read_bytes()


@pytest.mark.parametrize("name", ["bert, three classes, slices", "gpt2, three classes, slices"])
def test_the_same_audit_twice_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, _ = finished(name)
    assert run_case(name, tmp_path / "again", "--device", "cpu").code == 0
    assert root(tmp_path / "again") == root(first)
    for file in ("report.html", "evidence/manifest.json", "SHA256SUMS"):
        assert (tmp_path / "again" / file).read_bytes() == (first / file).read_bytes(), file


def test_python_gives_the_same_root_as_the_command_line(tmp_path: Path) -> None:
    out, _ = finished("bert, three classes, slices")
    config = AuditConfig(
        model=str(model_folder("bert", labels=3)),
        data=write_rows(tmp_path / "data.jsonl", single_rows()),
        date=DATE,
        detailed=3,
    )
    audit = package.measure(config, tmp_path / "out")
    assert audit.root == root(out)
    assert package.publish(tmp_path / "out", pdf=False).is_file()
    assert package.verify(tmp_path / "out").problems == ()


def assert_close(first: Path, second: Path) -> None:
    """Logits, margins, scores and head statistics agree within rounding."""
    compared = {"examples": ("logits", "margin"), "attributions": ("scores", "base")}
    for name, columns in {**compared, "head_examples": ("values",)}.items():
        pairs = list(zip(rows_of(first, name), rows_of(second, name), strict=True))
        for column in columns:
            for one, other in pairs:
                if one[column] is None:
                    assert other[column] is None
                    continue
                a, b = np.array(one[column], np.float64), np.array(other[column], np.float64)
                gap = np.nan_to_num(np.abs(a - b) / np.maximum(np.abs(a), 1))
                assert gap.max(initial=0) <= 1e-4, (name, column)
                assert (np.isnan(a) == np.isnan(b)).all()


@pytest.mark.parametrize("flags", [("--batch-tokens", "64"), ("--shard-size", "2")], ids=str)
@pytest.mark.parametrize("name", ["bert, three classes, slices", "gpt2, three classes, slices"])
def test_batches_and_shards_do_not_move_numbers(
    name: str, flags: tuple[str, str], tmp_path: Path
) -> None:
    first, _ = finished(name)
    assert measure_case(name, tmp_path / "other", *flags).code == 0
    assert_close(first, tmp_path / "other")


def test_shards_are_joined_into_one_file(tmp_path: Path) -> None:
    done = measure(model_folder(), labelled_data(), tmp_path / "a", "--shard-size", "3")
    assert done.code == 0, done.err
    assert not (tmp_path / "a" / "evidence" / "parts").exists()
    file = pq.ParquetFile(tmp_path / "a" / "evidence" / "examples.parquet")
    assert [row["row"] for row in file.read().to_pylist()] == list(range(8))
    assert file.metadata.num_row_groups == 1


def test_the_root_depends_on_the_data_and_the_seed(tmp_path: Path) -> None:
    fewer = measure(
        model_folder(), labelled_data(), tmp_path / "a", "--shard-size", "3", "--limit", "7"
    )
    seeded = measure(
        model_folder(), labelled_data(), tmp_path / "b", "--shard-size", "3", "--seed", "1"
    )
    assert (fewer.code, seeded.code) == (0, 0)
    assert len({root(measured_audit()), root(tmp_path / "a"), root(tmp_path / "b")}) == 3
    assert manifest(tmp_path / "a")["data"]["not_audited"] == 1


SMALL = {
    "one method": ("--methods", "random"),
    "no complete method": ("--methods", "occlusion,value_rollout"),
    "no details": ("--detailed", "0"),
    "one example": ("--limit", "1"),
    "a sample": ("--sample", "2", "--seed", "3"),
    "no labels, no slices": ("--label-column", "", "--slice-column", ""),
    "a foil": ("--foil", "LABEL_1"),
}


@pytest.mark.parametrize("flags", SMALL.values(), ids=SMALL)
def test_small_audits_are_published(flags: tuple[str, ...], tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = measure(model_folder(), labelled_data(), out, *flags)
    assert done.code == 0, done.err
    assert auditkit("publish", out, "--no-pdf").code == 0
    assert auditkit("verify", out).code == 0


def test_the_foil_is_in_every_margin(tmp_path: Path) -> None:
    assert measure(model_folder(), labelled_data(), tmp_path / "a", "--foil", "LABEL_1").code == 0
    for row in rows_of(tmp_path / "a", "examples"):
        assert "LABEL_1" in (row["predicted"], row["foil"])
        assert row["predicted"] != row["foil"]
        assert row["margin"] == value_of(tmp_path / "a", row, row["predicted"])


def test_a_published_audit_has_a_pdf_and_verifies() -> None:
    out = published_audit()
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF-")
    done = auditkit("verify", out, "--verbose")
    assert done.code == 0, done.out
    assert {f"{name}: ok" for name in ("report.html", "report.pdf", "digest in report.pdf")} <= set(
        done.out.splitlines()
    )


def test_publishing_again_without_a_pdf_leaves_none(tmp_path: Path) -> None:
    out = copied(published_audit(), tmp_path / "copy")
    html = (out / "report.html").read_bytes()
    assert auditkit("publish", out, "--no-pdf").code == 0
    assert not (out / "report.pdf").exists()
    assert (out / "report.html").read_bytes() == html
    assert auditkit("verify", out).code == 0
