"""Wrong input ends with one clear message and exit code 2; odd examples are recorded and counted."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from auditkit.config import to_toml
from auditkit.explain.methods import integrated_gradients
from tests.tiny import WORDS, tiny_model, tiny_tokenizer
from tests.tiny_audits import (
    Outcome,
    auditkit,
    copied,
    labelled_data,
    manifest,
    measure,
    model_folder,
    published_audit,
    table,
    write_rows,
)

TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json")


def refused(done: Outcome, *parts: str) -> None:
    """One message on stderr that holds every part, exit code 2."""
    assert done.code == 2, (done.out, done.err)
    messages = [line for line in done.err.splitlines() if line.startswith("error: ")]
    assert len(messages) == 1, done.err
    assert "Traceback" not in done.err
    missing = [part for part in parts if part not in done.err]
    assert not missing, done.err


def usage_refused(done: Outcome, *parts: str) -> None:
    """A message of the option parser, which is drawn in a box."""
    assert done.code == 2
    assert "Traceback" not in done.err
    assert not [part for part in parts if part not in done.err], done.err


def measure_data(tmp_path: Path, content: bytes | None, name: str = "data.jsonl") -> Outcome:
    data = tmp_path / name
    if content is not None:
        data.write_bytes(content)
    done = measure(model_folder(), data, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    return done


# --- Data ------------------------------------------------------------------------------------


# name of the file, content, what the message must say
DATA: dict[str, tuple[str, bytes | None, tuple[str, ...]]] = {
    "missing": ("data.jsonl", None, ("data.jsonl does not exist", "Name a file")),
    "empty": ("data.jsonl", b"", ("data.jsonl is empty", "no rows")),
    "header only": ("data.csv", b"text,label\n", ("data.csv holds no rows", "at least one")),
    "blank lines only": ("data.jsonl", b"\n\n", ("data.jsonl holds no rows",)),
    "latin-1": ("data.csv", b"text\nok\ncaf\xe9\n", ("not UTF-8", "line 3", "Save it as UTF-8")),
    "utf-16": ("data.csv", "text\nok\n".encode("utf-16"), ("UTF-16", "Save it as UTF-8")),
    "utf-16 without a mark": (
        "data.csv",
        "text\nok\n".encode("utf-16-le"),
        ("looks like UTF-16", "Save it as UTF-8"),
    ),
    "broken JSON": (
        "data.jsonl",
        b'{"text": "a"}\n{"text": \n',
        ("data.jsonl, line 2", "not JSON", "at column 10", "one JSON object a line"),
    ),
    "a number as row": ("data.jsonl", b'{"text": "a"}\n7\n', ("line 2", "expected a JSON object")),
    "text is a number": ("data.jsonl", b'{"text": 5}\n', ("row 1 (line 1)", "'text' holds 5")),
    "too few fields": (
        "data.csv",
        b"text,label\na,0\nb\n",
        ("line 3", "too few fields", "expected 2", "double quotes"),
    ),
    "open quote": ("data.csv", b'text,label\n"a,0\n', ("line 2", "double quote")),
    "no text column": (
        "data.csv",
        b"id,words,label\n1,a,0\n",
        ("no column is known to hold the text", "'id', 'words', 'label'", "--text-column"),
    ),
    "unknown format": ("data.xlsx", b"x", ("unknown format '.xlsx'", ".csv", ".jsonl")),
    "a string as row of JSON": (
        "data.json",
        b'[{"text": "a"}, "b"]',
        ("row 2 (counted from 1)", "got a string", "Write each row as an object"),
    ),
    "not Parquet": ("data.parquet", b"PAR1", ("cannot be read as Parquet",)),
    "unknown labels": (
        "data.csv",
        b"text,label\na,0\nb,happy\nc,9\n",
        ("holds 2 labels", "'happy' in row 2 (line 3)", "'9' in row 3 (line 4)", "'LABEL_0'", "id2label"),
    ),
    "an unknown label": ("data.csv", b"text,label\na,0\nb,happy\n", ("holds a label", "'happy'")),
}  # fmt: skip


@pytest.mark.parametrize("name", DATA)
def test_wrong_data_is_refused(name: str, tmp_path: Path) -> None:
    file, content, parts = DATA[name]
    refused(measure_data(tmp_path, content, file), *parts)


def test_a_column_that_is_not_there_names_the_nearest(tmp_path: Path) -> None:
    done = measure(model_folder(), labelled_data(), tmp_path / "out", "--text-column", "txt")
    refused(done, "'txt'", "--text-column", "Did you mean 'text'?", "'label'")


def test_a_folder_that_is_no_data_set_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    done = measure(model_folder(), tmp_path / "folder", tmp_path / "out")
    refused(done, "folder", "save_to_disk")


# --- Configuration ----------------------------------------------------------------------------


def measure_toml(tmp_path: Path, text: str) -> Outcome:
    config = tmp_path / "audit.toml"
    config.write_text(text, "utf-8")
    return auditkit(
        "measure", "--config", config, "--model", model_folder(), "--data", labelled_data(),
        "--out", tmp_path / "out",
    )  # fmt: skip


TOMLS = {
    "metods = ['shap']": ("Unknown key 'metods'", "audit.toml", "Did you mean 'methods'?"),
    "zzzz = 1": ("Unknown key 'zzzz'", "audit.toml"),
    "methods = ['shapp']": ("Unknown attribution method 'shapp'", "Did you mean 'shap'?", "random"),
    "methods = []": ("methods", "audit.toml", "at least one"),
    "methods = ['random', 'random']": ("methods", "named twice"),
    "methods = 'shap'": ("methods", "audit.toml"),
    "task = 'text-classificaton'": ("Unknown task", "Did you mean 'text-classification'?"),
    "detailed = -1": ("detailed = -1", "audit.toml", "greater than or equal to 0"),
    "limit = 0": ("limit = 0", "greater than or equal to 1"),
    "limit = true": ("limit = True", "audit.toml", "must be a valid integer"),
    "data = 3": ("data = 3", "audit.toml", "must be a path"),
    "allow_pickle = 1": ("allow_pickle = 1", "audit.toml", "boolean"),
    "date = 'tomorrow'": ("date = 'tomorrow'", "audit.toml"),
    "seed = ": ("audit.toml", "is not TOML"),
}


@pytest.mark.parametrize("text", TOMLS)
def test_a_wrong_configuration_is_refused(text: str, tmp_path: Path) -> None:
    refused(measure_toml(tmp_path, text), *TOMLS[text])
    assert not (tmp_path / "out").exists()


def test_a_missing_configuration_is_refused(tmp_path: Path) -> None:
    done = auditkit("measure", "--config", tmp_path / "none.toml", "--out", tmp_path / "out")
    refused(done, "none.toml", "cannot be read", "No such file")


def test_no_model_and_no_data_are_asked_for(tmp_path: Path) -> None:
    refused(auditkit("measure", "--out", tmp_path / "out"), "No model was given", "--model")
    done = auditkit("measure", "--model", "x", "--out", tmp_path / "out")
    refused(done, "No data was given", "--data", "audit.toml")


# flags, what the message must say
FLAGS: dict[str, tuple[tuple[str, str], tuple[str, ...]]] = {
    "method": (("--methods", "shap,oclusion"), ("'oclusion'", "Did you mean 'occlusion'?")),
    "no method": (("--methods", ","), ("methods", "at least one")),
    "date": (("--date", "31.1.2026"), ("date = '31.1.2026'",)),
    "foil": (("--foil", "LABEL_9"), ("--foil 'LABEL_9'", "LABEL_0, LABEL_1, LABEL_2")),
    "device": (("--device", "toaster"), ("--device toaster", "not available here; try cpu")),
    "split": (("--split", "test"), ("has no splits", "Leave out --split")),
}


@pytest.mark.parametrize("name", FLAGS)
def test_a_wrong_flag_is_refused_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    flags, parts = FLAGS[name]
    refused(measure(model_folder(), labelled_data(), tmp_path / "out", *flags), *parts)
    assert not (tmp_path / "out").exists()


def test_a_corrected_foil_can_be_run_at_once(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert measure(model_folder(), labelled_data(), out, "--foil", "LABEL_9").code == 2
    done = measure(model_folder(), labelled_data(), out, "--foil", "LABEL_1")
    assert done.code == 0, done.err


def test_a_foil_for_a_head_without_foils_is_refused(tmp_path: Path) -> None:
    data = labelled_data(8, 2)
    done = measure(model_folder(labels=1), data, tmp_path / "out", "--foil", "LABEL_0")
    refused(done, "--foil 'LABEL_0'", "leave --foil out")


def test_an_unknown_flag_names_the_nearest(tmp_path: Path) -> None:
    usage_refused(auditkit("measure", "--out", tmp_path, "--metods", "shap"), "--methods")


def test_a_number_that_is_none_is_refused(tmp_path: Path) -> None:
    usage_refused(auditkit("measure", "--out", tmp_path, "--limit", "ten"), "--limit", "integer")


def test_a_bad_source_date_epoch_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = auditkit("measure", "--model", "x", "--data", "y", "--out", tmp_path / "out")
    refused(done, "SOURCE_DATE_EPOCH='yesterday'", "seconds since 1970")


# --- Model -------------------------------------------------------------------------------------


class Page(HTMLParser):
    """What a browser would make of a report: its title, its text, its scripts and its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.title = self.text = self.code = self._inside = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        data = tag == "script" and dict(attrs).get("type")
        self._inside = "data" if data else tag

    def handle_endtag(self, _tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.code += data
        elif self._inside == "title":
            self.title += data
        elif self._inside not in ("data", "style"):
            self.text += data


def printed_text(path: Path) -> str:
    """The text of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def changed_model(tmp_path: Path, family: str = "bert") -> Path:
    return copied(model_folder(family), tmp_path / "model")


def no_config(model: Path) -> None:
    (model / "config.json").unlink()


def no_weights(model: Path) -> None:
    (model / "model.safetensors").unlink()


def truncated(model: Path) -> None:
    weights = model / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])


def lfs_pointer(model: Path) -> None:
    (model / "model.safetensors").write_text(
        "version https://git-lfs.github.com/spec/v1\n", "utf-8"
    )


def in_shards(model: Path) -> list[Path]:
    (model / "model.safetensors").unlink()
    tiny_model("bert").save_pretrained(model, max_shard_size="8KB")
    return sorted(model.glob("model-*.safetensors"))


def missing_shard(model: Path) -> None:
    in_shards(model)[1].unlink()


def truncated_shard(model: Path) -> None:
    shard = in_shards(model)[1]
    shard.write_bytes(shard.read_bytes()[:-10])


def broken_index(model: Path) -> None:
    in_shards(model)
    (model / "model.safetensors.index.json").write_text('{"weight_map": ', "utf-8")


def index_that_leads_out(model: Path) -> None:
    in_shards(model)
    index = {"weight_map": {"classifier.bias": "../model/model-00001-of-00002.safetensors"}}
    (model / "model.safetensors.index.json").write_text(json.dumps(index), "utf-8")


def no_index(model: Path) -> None:
    in_shards(model)
    (model / "model.safetensors.index.json").unlink()


def pickled(model: Path) -> None:
    (model / "model.safetensors").rename(model / "pytorch_model.bin")


def base_model(model: Path) -> None:
    tiny_model("bert").bert.save_pretrained(model)


def change_config(model: Path, **changes: object) -> None:
    path = model / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def head_of_another_task(model: Path) -> None:
    change_config(model, architectures=["BertForTokenClassification"])


def head_of_another_size(model: Path) -> None:
    change_config(model, id2label={str(i): f"L{i}" for i in range(5)})


def code_of_its_own(model: Path) -> None:
    change_config(model, model_type="own", auto_map={"AutoConfig": "own.Config"})


def tokenizer_of_another_model(model: Path) -> None:
    change_weights(
        model, lambda name, weight: weight[:20].clone() if "word_embeddings" in name else weight
    )
    change_config(model, vocab_size=20)


def no_tokenizer(model: Path) -> None:
    for name in TOKENIZER_FILES:
        (model / name).unlink(missing_ok=True)


def broken_tokenizer(model: Path) -> None:
    (model / "tokenizer.json").write_text("{", "utf-8")


def broken_config(model: Path) -> None:
    (model / "config.json").write_text("{", "utf-8")


def unknown_architecture(model: Path) -> None:
    (model / "config.json").write_text('{"model_type": "telepathy"}', "utf-8")


def change_weights(model: Path, change: Callable[[str, torch.Tensor], torch.Tensor]) -> None:
    path = model / "model.safetensors"
    weights = {name: change(name, weight) for name, weight in load_file(path).items()}
    save_file(weights, path, metadata={"format": "pt"})


def nan_everywhere(model: Path) -> None:
    change_weights(model, lambda _, weight: torch.full_like(weight, torch.nan))


def nan_in_the_head(model: Path) -> None:
    change_weights(
        model,
        lambda name, weight: (
            torch.full_like(weight, torch.nan) if name == "classifier.bias" else weight
        ),
    )


NAN = ("NaN or infinity", "weights")
MODELS: dict[Callable[[Path], None], tuple[str, ...]] = {
    shutil.rmtree: ("model: no such folder", "Hugging Face model folder or a hub id"),
    no_config: ("model holds no config.json",),
    no_weights: ("model holds no weights", "model.safetensors"),
    truncated: ("model.safetensors is cut short or damaged", "Copy or download"),
    lfs_pointer: ("model.safetensors is a Git LFS pointer", "git lfs pull"),
    missing_shard: ("index.json names model-00002-of-", "which is missing", "Copy or download"),
    truncated_shard: ("model-00002-of-", "cut short or damaged", "Copy or download"),
    broken_index: ("model.safetensors.index.json is no index of weights", "weight_map"),
    index_that_leads_out: ("names '../model/model-00001", "no file beside it"),
    no_index: ("holds no weights", "model.safetensors.index.json", "found only 'model-00001-of-"),
    pickled: ("pytorch_model.bin", "can run code", "--allow-pickle", "safetensors"),
    base_model: ("no weights for", "classifier", "BertModel", "fine-tuned for this task"),
    head_of_another_task: (
        "another head",
        "BertForTokenClassification",
        "fine-tuned for this task",
    ),
    head_of_another_size: ("classifier.weight (3 x 16 in the checkpoint, 5 x 16 by config.json)",),
    code_of_its_own: ("Code that comes with a model is never run",),
    tokenizer_of_another_model: ("47 tokens", "embeddings for 20", "do not belong together"),
    no_tokenizer: ("tokenizer", "beside the model"),
    broken_tokenizer: ("tokenizer", "beside the model"),
    broken_config: ("model cannot be loaded",),
    unknown_architecture: ("model cannot be loaded", "telepathy"),
    nan_everywhere: NAN,
    nan_in_the_head: NAN,
}


@pytest.mark.parametrize("change", MODELS, ids=lambda change: change.__name__)
def test_a_broken_model_is_refused(change: Callable[[Path], None], tmp_path: Path) -> None:
    model = changed_model(tmp_path)
    change(model)
    done = measure(model, labelled_data(), tmp_path / "out")
    refused(done, str(model) if change not in (nan_everywhere, nan_in_the_head) else "Bert")
    refused(done, *MODELS[change])


def test_a_whole_model_in_shards_is_audited(tmp_path: Path) -> None:
    model = changed_model(tmp_path)
    assert len(in_shards(model)) > 1
    assert measure(model, labelled_data(), tmp_path / "out").code == 0


def test_a_model_that_does_not_name_its_architecture_is_audited(tmp_path: Path) -> None:
    model = changed_model(tmp_path)
    change_config(model, architectures=None)
    assert measure(model, labelled_data(), tmp_path / "out").code == 0


def test_weights_that_fail_on_every_example_leave_nothing_in_the_way(tmp_path: Path) -> None:
    model = changed_model(tmp_path)

    def fail_late(name: str, weight: torch.Tensor) -> torch.Tensor:
        if "position_embeddings" in name:
            weight[20:] = torch.nan  # beyond the sentence that every model is tried on
        return weight

    change_weights(model, fail_late)
    data = write_rows(tmp_path / "long.jsonl", [{"text": "good film " * 12}])
    out = tmp_path / "out"
    refused(measure(model, data, out), "NaN or infinity for all 1 examples", "weights")
    done = measure(model_folder(), data, out)
    assert done.code == 0, done.err


def test_a_model_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = model_folder() / "config.json"
    refused(measure(file, labelled_data(), tmp_path / "out"), "is a file", "the folder")


# --- Output -------------------------------------------------------------------------------------


def test_a_folder_that_holds_something_else_is_refused_and_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "evidence").mkdir(parents=True)
    (out / "thesis.txt").write_text("years of work", "utf-8")
    for force in ((), ("--force",)):
        done = measure(model_folder(), labelled_data(), out, *force)
        refused(done, str(out), "thesis.txt", "empty folder")
    assert (out / "thesis.txt").read_text("utf-8") == "years of work"


def test_a_report_that_is_not_ours_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("mine", "utf-8")
    refused(measure(model_folder(), labelled_data(), tmp_path, "--force"), "empty folder")
    assert (tmp_path / "report.html").read_text("utf-8") == "mine"


def test_an_audit_with_a_stranger_is_refused_and_kept(tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    (out / "notes.txt").write_text("keep me", "utf-8")
    refused(measure(model_folder(), labelled_data(), out, "--force"), "notes.txt")
    assert (out / "evidence" / "manifest.json").is_file()


def test_an_output_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", "utf-8")
    done = measure(model_folder(), labelled_data(), tmp_path / "out")
    refused(done, "out is a file", "name a folder")


def test_an_output_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    done = measure(model_folder(), labelled_data(), tmp_path / "file" / "out")
    refused(done, "file/out", "cannot be written", "Not a directory")


@pytest.mark.parametrize("command", ["publish", "verify"])
def test_a_folder_without_an_audit_cannot_be_published_or_verified(
    command: str, tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path / "missing"):
        refused(auditkit(command, folder), str(folder), "not a finished audit", "manifest.json")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"7", b"{}", b'{"format": 99, "root": "x"}', b"\xff\xfe"]
)
def test_a_manifest_that_is_none_cannot_be_published(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence" / "manifest.json").write_bytes(content)
    refused(auditkit("publish", tmp_path), "manifest.json")


@pytest.mark.parametrize("file", ["examples.parquet", "metrics.parquet", "tensors"])
def test_damaged_evidence_cannot_be_published(file: str, tmp_path: Path) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    path = out / "evidence" / file
    path = next(path.iterdir()) if path.is_dir() else path
    path.write_bytes(path.read_bytes()[:40])
    refused(auditkit("publish", out, "--no-pdf"), path.name)


# --- Odd examples are recorded -------------------------------------------------------------------


def audited(tmp_path: Path, texts: list[str], *, model: Path | None = None) -> dict[str, Any]:
    """Measure and publish; return the flags by text, and what the manifest counts."""
    data = write_rows(tmp_path / "data.jsonl", [{"text": text, "label": 0} for text in texts])
    out = tmp_path / "out"
    done = measure(model or model_folder(), data, out)
    assert done.code == 0, done.err
    published = auditkit("publish", out, "--no-pdf")
    assert published.code == 0, published.err
    rows = table(out, "examples").to_pylist()
    assert [row["text"] for row in rows] == texts
    return {"rows": rows, "flags": [row["flags"] for row in rows], **manifest(out)["counts"]}


def html_of(tmp_path: Path) -> str:
    """The report that `audited` published."""
    return (tmp_path / "out" / "report.html").read_text("utf-8")


ORDINARY = ["the film was good", "a very dull story", "i liked it ."]


def test_an_empty_text_is_recorded(tmp_path: Path) -> None:
    found = audited(tmp_path, [*ORDINARY, "", "  "])
    assert found["flags"] == [[], [], [], ["empty"], ["empty"]]
    assert (found["empty"], found["examples"], found["explained"]) == (2, 5, 5)
    assert found["rows"][3]["tokens"] == ["[CLS]", "[SEP]"]


def test_a_text_of_one_token_is_recorded(tmp_path: Path) -> None:
    found = audited(tmp_path, [*ORDINARY, "dull"])
    assert found["flags"][3] == ["one_token"]
    assert (found["one_token"], found["explained"]) == (1, 4)


def test_a_text_over_the_models_length_is_recorded(tmp_path: Path) -> None:
    found = audited(tmp_path, [*ORDINARY, "good " * 80, "good " * 62])
    assert found["flags"] == [[], [], [], ["truncated"], []]
    assert (found["truncated"], found["explained"]) == (1, 5)
    assert [len(row["tokens"]) for row in found["rows"][3:]] == [64, 64]
    assert html_of(tmp_path).lower().count("partly audited") == 2


def test_whole_texts_are_not_said_to_be_partly_audited(tmp_path: Path) -> None:
    audited(tmp_path, ORDINARY)
    assert "partly audited" not in html_of(tmp_path).lower()


def nan_word(tmp_path: Path, word: str) -> Path:
    """A model that answers NaN wherever `word` stands."""
    model = changed_model(tmp_path)
    row = tiny_tokenizer().convert_tokens_to_ids(word)

    def poison(name: str, weight: torch.Tensor) -> torch.Tensor:
        if name.endswith("word_embeddings.weight"):
            weight[row] = torch.nan
        return weight

    change_weights(model, poison)
    return model


def test_an_example_whose_logits_are_nan_is_recorded(tmp_path: Path) -> None:
    assert "dull" in WORDS
    found = audited(tmp_path, ORDINARY, model=nan_word(tmp_path, "dull"))
    assert found["flags"] == [[], ["non_finite"], []]
    assert (found["non_finite"], found["explained"], found["examples"]) == (1, 2, 3)
    broken = found["rows"][1]
    assert np.isnan(broken["logits"]).all()
    assert (broken["predicted"], broken["foil"], broken["margin"]) == (None, None, None)


def test_a_nan_example_does_not_hide_the_kernels_difference(tmp_path: Path) -> None:
    audited(tmp_path, ORDINARY, model=nan_word(tmp_path, "dull"))
    rows = table(tmp_path / "out", "metrics").to_pylist()
    (difference,) = [row for row in rows if row["metric"] == "kernel_difference"]
    assert 0 <= difference["value"] < 1e-4
    assert difference["n"] == 2


def test_an_example_whose_integral_does_not_converge_is_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrated_gradients, "TOLERANCE", 0.0)
    found = audited(tmp_path, ORDINARY)
    assert found["flags"] == [["unconverged"]] * 3
    assert found["unconverged"] == 3
    rows = table(tmp_path / "out", "attributions").to_pylist()
    nodes = {row["nodes"] for row in rows if row["method"] == "integrated_gradients"}
    assert nodes == {200}


def test_an_integral_along_a_steep_path_does_not_converge(tmp_path: Path) -> None:
    model = changed_model(tmp_path)
    steep = ("query", "key", "intermediate")
    change_weights(model, lambda name, w: 40 * w if any(part in name for part in steep) else w)
    found = audited(tmp_path, ORDINARY, model=model)
    assert found["unconverged"] > 0
    assert "not converged" in html_of(tmp_path)


def test_a_text_without_tokens_is_recorded(tmp_path: Path) -> None:
    found = audited(tmp_path, [*ORDINARY, ""], model=model_folder("gpt2"))
    assert found["flags"][3] == ["empty", "no_tokens"]
    assert (found["no_tokens"], found["empty"], found["explained"]) == (1, 1, 3)
    assert found["rows"][3]["logits"] is None
    assert found["rows"][3]["tokens"] == []


@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_an_evaluation_set_without_a_word_is_audited_all_the_same(
    family: str, tmp_path: Path
) -> None:
    found = audited(tmp_path, ["", ""], model=model_folder(family))
    assert found["empty"] == 2
    assert found["detailed"] == 0


def test_repeated_texts_are_told_apart(tmp_path: Path) -> None:
    found = audited(tmp_path, ["a good film", "a good film", "a good film"])
    first, *others = [row["id"] for row in found["rows"]]
    assert others == [f"{first}-2", f"{first}-3"]
    assert len({row["margin"] for row in found["rows"]}) == 1


def test_hostile_text_is_recorded_as_it_is(tmp_path: Path) -> None:
    hostile = "</script><script>alert(1)</script> \x1b[31m \u202e {{ 7*7 }} \x00"
    found = audited(tmp_path, [hostile, "a good film"])
    assert found["rows"][0]["text"] == hostile
    assert "<script>alert(1)" not in html_of(tmp_path)


def test_hostile_names_are_shown_as_text(tmp_path: Path) -> None:
    name = "</script><script>alert(1)</script><img src=x onerror=a()>{{ 7*7 }}{% if %}\u202e\x00"
    column = f"{name} column"
    data = write_rows(tmp_path / "data.jsonl", [{column: text} for text in ORDINARY])
    config = tmp_path / "audit.toml"
    flags = {"title": name, "model_name": f"{name} model", "text_column": column}
    config.write_text(to_toml(flags), "utf-8")
    done = measure(model_folder(), data, tmp_path / "out", "--config", config)
    assert done.code == 0, done.err
    assert auditkit("publish", tmp_path / "out", "--no-pdf").code == 0
    page = Page()
    page.feed(html_of(tmp_path))
    shown = name.replace("\x00", "\u2400")
    assert page.title == shown
    assert f"{shown} model" in page.text
    assert f"{shown} column" in page.text
    assert not {"img", "iframe", "object"} & page.tags
    assert "alert(1)" not in page.code


def test_slices_and_labels_that_no_page_can_hold_are_cited(tmp_path: Path) -> None:
    slices = ["a\x00b", "a%00b", "a/~1b", "tab\tline\r\n", "\x1b[31m", "\u202e"]
    rows = [{"text": ORDINARY[i % 3], "label": i % 3, "slice": s} for i, s in enumerate(slices)]
    model = changed_model(tmp_path)
    change_config(model, id2label={"0": "n\x00l", "1": "100%", "2": "a/b"})
    out = tmp_path / "out"
    assert measure(model, write_rows(tmp_path / "data.jsonl", rows), out).code == 0
    assert auditkit("publish", out, "--no-pdf").code == 0
    done = auditkit("verify", out)
    assert done.code == 0, done.out
    html = html_of(tmp_path)
    (out / "report.html").write_text(html.replace("slices/a%00b", "slices/a%01b", 1), "utf-8")
    assert "slices/a%01b', which names nothing" in auditkit("verify", out).out


def test_a_page_with_a_script_of_the_data_is_noticed() -> None:
    page = Page()
    page.feed("<title>t</title><p>a</p><script>alert(1)</script><img src=x>")
    assert (page.title, page.text, page.code) == ("t", "a", "alert(1)")
    assert "img" in page.tags


def test_a_null_between_blanks_is_printed(tmp_path: Path) -> None:
    text = "\U0001f600\u200b \x00 </script> \x00 good"
    data = write_rows(tmp_path / "data.jsonl", [{"text": text}, {"text": "a good film"}])
    assert measure(model_folder(), data, tmp_path / "out").code == 0
    done = auditkit("publish", tmp_path / "out")
    assert done.code == 0, done.err
    printed = printed_text(tmp_path / "out" / "report.pdf")
    assert "\u2400" in printed
    assert "[U+0020]" not in printed


def test_a_word_of_the_label_column_is_never_read_as_markup(tmp_path: Path) -> None:
    data = write_rows(tmp_path / "d.jsonl", [{"text": "good", "label": "[red]\x1b[31mx"}])
    done = measure(model_folder(), data, tmp_path / "out")
    refused(done, "[red]\\x1b[31mx")
    assert "\x1b" not in done.err


def test_half_a_report_does_not_fill_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = copied(published_audit(pdf=False), tmp_path / "out")
    whole = Path.write_bytes

    def half(path: Path, data: bytes) -> int:
        whole(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", half)
        done = auditkit("publish", out, "--no-pdf")
    refused(done, "report.html cannot be written", "No space left", "evidence beside it is valid")
    assert not list(out.glob("*.partial"))
    assert auditkit("verify", out).code == 0


def test_the_error_is_one_line_of_text_without_debug(tmp_path: Path) -> None:
    done = auditkit("publish", tmp_path)
    assert len(done.err.strip().splitlines()) == 1
    shown = auditkit("publish", tmp_path, "--debug")
    assert shown.code == 2
    assert "Traceback" in shown.err
    assert json.dumps(done.err.strip())[1:-1] in json.dumps(shown.err)


def test_a_name_too_long_for_the_system_is_refused(tmp_path: Path) -> None:
    out = tmp_path / ("x" * 300)
    refused(measure(model_folder(), labelled_data(), out), "File name too long")
