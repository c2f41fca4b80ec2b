"""Memory that does not suffice, and other number formats, through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import BertForSequenceClassification

from tests.tiny_audits import KEPT, auditkit, manifest, measure, model_folder, table, write_rows

LONG = "the film was good but very dull story i liked it never great a bright day ."
TEXTS = ("not good", "bad plot .", LONG, "good film and bright story")
FEW = 18
"""Tokens that the device takes at once: enough for what examines the model, not for `LONG`."""


def data() -> Path:
    rows = [{"text": text, "label": index % 3} for index, text in enumerate(TEXTS)]
    return write_rows(KEPT / "memory.jsonl", rows)


def run(out: Path, *more: str) -> dict[str, int]:
    done = measure(model_folder(), data(), out, *more)
    assert done.code == 0, done.err
    return json.loads((out / "run.json").read_text("utf-8"))["counters"]


@pytest.fixture
def device_of(monkeypatch: pytest.MonkeyPatch):
    """Let every pass of more than so many padded tokens fail for want of memory."""
    forward = BertForSequenceClassification.forward

    def limit(tokens: int) -> None:
        def limited(self, input_ids=None, **options):
            if input_ids.numel() > tokens:
                raise torch.OutOfMemoryError("CUDA out of memory.")
            return forward(self, input_ids=input_ids, **options)

        monkeypatch.setattr(BertForSequenceClassification, "forward", limited)

    return limit


def test_batches_are_split_and_the_numbers_stay(tmp_path: Path, device_of) -> None:
    free = run(tmp_path / "free")
    device_of(40)
    split = run(tmp_path / "split")
    assert (free["splits"], free["lost"]) == (0, 0)
    assert (split["splits"] > 0, split["lost"]) == (True, 0)
    for name, column in (("examples", "margin"), ("attributions", "scores")):
        pairs = zip(
            *(table(tmp_path / out, name)[column].to_pylist() for out in ("free", "split")),
            strict=True,
        )
        for one, other in pairs:
            np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-4)
    assert manifest(tmp_path / "split")["counts"]["out_of_memory"] == 0


def test_an_example_that_fails_is_counted_and_shown(tmp_path: Path, device_of) -> None:
    device_of(FEW)
    assert run(tmp_path / "out")["lost"] > 0
    counts = manifest(tmp_path / "out")["counts"]
    assert (counts["out_of_memory"], counts["explained"], counts["examples"]) == (1, 3, 4)
    rows = table(tmp_path / "out", "examples").to_pylist()
    assert [row["flags"] for row in rows] == [[], [], ["out_of_memory"], []]
    assert rows[2]["logits"] is rows[2]["margin"] is rows[2]["predicted"] is None
    explained = set(table(tmp_path / "out", "attributions")["example_id"].to_pylist())
    assert explained == {row["id"] for row in rows if row["text"] != LONG}
    findings = table(tmp_path / "out", "findings").to_pylist()
    assert [row["value"] for row in findings if row["kind"] == "out_of_memory"] == [1]
    assert auditkit("publish", tmp_path / "out", "--no-pdf").code == 0
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "did not fit into memory" in page
    assert auditkit("verify", tmp_path / "out").code == 0


def test_an_audit_of_nothing_ends(tmp_path: Path, device_of) -> None:
    device_of(FEW)
    long = write_rows(
        KEPT / "long.jsonl", [{"text": f"{LONG} {LONG}"}, {"text": f"{LONG} {LONG} ."}]
    )
    done = measure(model_folder(), long, tmp_path / "out")
    assert done.code == 2
    assert "all 2 examples failed, each one alone" in " ".join(done.err.split())


def test_nothing_is_flagged_where_memory_suffices(tmp_path: Path) -> None:
    run(tmp_path / "out")
    assert manifest(tmp_path / "out")["counts"]["out_of_memory"] == 0
    assert "out_of_memory" not in table(tmp_path / "out", "findings")["kind"].to_pylist()


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_a_number_format_is_recorded_with_its_difference(tmp_path: Path, dtype: str) -> None:
    out = tmp_path / "out"
    run(out, "--dtype", dtype)
    assert manifest(out)["model"]["dtype"] == dtype
    assert f'dtype = "{dtype}"' in (out / "evidence" / "config.toml").read_text("utf-8")
    rows = table(out, "metrics").to_pylist()
    (difference,) = [row for row in rows if row["metric"] == "dtype_difference"]
    assert (difference["label"], difference["n"]) == ("float32", len(TEXTS))
    assert 1e-5 < difference["value"] < 0.5
    assert auditkit("publish", out, "--no-pdf").code == 0
    page = (out / "report.html").read_text("utf-8")
    assert f"The model computed in <code>{dtype}</code>" in page
    assert auditkit("verify", out).code == 0


def test_float32_has_no_difference_to_itself(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(out)
    assert manifest(out)["model"]["dtype"] == "float32"
    assert "dtype_difference" not in table(out, "metrics")["metric"].to_pylist()


def test_an_audit_is_not_continued_in_another_format(tmp_path: Path) -> None:
    run(tmp_path / "out", "--dtype", "bfloat16")
    done = measure(model_folder(), data(), tmp_path / "out")
    assert done.code == 2
    assert "dtype" in done.err
    again = measure(model_folder(), data(), tmp_path / "out", "--dtype", "bfloat16")
    assert again.code == 0


def test_unknown_formats_are_refused_by_name(tmp_path: Path) -> None:
    done = measure(model_folder(), data(), tmp_path / "out", "--dtype", "int8")
    assert done.code == 2
    assert "'float32', 'bfloat16' or 'float16'" in done.err
