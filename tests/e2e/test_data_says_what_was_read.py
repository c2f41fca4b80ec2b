"""From a data file to terminal, manifest and report: what was read, what was not, and why."""

from __future__ import annotations

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from auditkit.config import AuditConfig
from auditkit.evidence.manifest import manifest_bytes, sealed
from auditkit.pipeline.replay import _other_files
from tests.tiny_audits import (
    Outcome,
    auditkit,
    copied,
    manifest,
    measure,
    model_folder,
    table,
    write_rows,
)

CHEAP = ("--methods", "random", "--chains", "0", "--detailed", "1", "--projection", "0")
ROWS = [
    {"uid": "a1", "question": "a film", "context": "it was good", "gold_label": 0, "extra": 1},
    {"uid": "a2", "question": None, "context": "it was dull", "gold_label": 1, "extra": 2},
    {"uid": "a3", "question": "a story", "context": None, "gold_label": 1, "extra": 3},
    {"uid": "a4", "question": "the plot", "context": "i liked it", "gold_label": "-", "extra": 4},
    {"uid": "a5", "question": "the day", "context": "it was bright", "gold_label": 2, "extra": 5},
    {"uid": "a6", "question": "the rain", "context": "never", "gold_label": 2, "extra": 6},
]


class Facts(HTMLParser):
    """The terms of a report's lists of facts, and the text and citations that describe them."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.cited: dict[str, list[str]] = {}
        self._term, self._inside = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("dt", "dd"):
            self._inside, self._term = tag, "" if tag == "dt" else self._term
        cited = dict(attrs).get("data-evidence")
        if tag == "data" and self._inside == "dd" and cited is not None:
            self.cited.setdefault(self._term, []).append(cited)

    def handle_endtag(self, tag: str) -> None:
        self._inside = "" if tag in ("dt", "dd") else self._inside

    def handle_data(self, data: str) -> None:
        if self._inside == "dt":
            self._term += data
        elif self._inside == "dd":
            self.said[self._term] = self.said.get(self._term, "") + data


def facts(out: Path) -> Facts:
    found = Facts()
    found.feed((out / "report.html").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    folder = tmp_path_factory.mktemp("read")
    data = write_rows(folder / "data.jsonl", ROWS)
    done = measure(model_folder(), data, folder / "out", *CHEAP, "--limit", "5")
    assert done.code == 0, done.err
    assert auditkit("publish", folder / "out", "--no-pdf").code == 0
    return folder / "out", done


def test_one_line_on_the_terminal(audit: tuple[Path, Outcome]) -> None:
    (line,) = [line for line in audit[1].err.splitlines() if line.startswith("Data ")]
    assert line.partition("data.jsonl: ")[2] == (
        "text from 'question', second text from 'context', gold label from 'gold_label' (numbers are "
        "indices from 0), slice none, id from 'uid'; columns not used: 'extra'; rows read 6, audited "
        "3, left out 3 (the text is null: 1, the second text is null: 1, beyond the limit: 1); no "
        "gold label because annotators did not agree: 1."
    )


def test_the_manifest_holds_the_facts(audit: tuple[Path, Outcome]) -> None:
    data = manifest(audit[0])["data"]
    assert data["columns"] == {
        "text": "question", "text_pair": "context", "label": "gold_label", "slice": None, "id": "uid",
    }  # fmt: skip
    assert data["columns_not_used"] == ["extra"]
    assert data["left_out"] == {"null_text": 1, "null_pair": 1, "limit": 1, "sample": 0}
    assert sum(data["left_out"].values()) == data["not_audited"]
    assert data["audited"] + data["not_audited"] == data["rows_in_file"] == len(ROWS)
    assert (data["undecided"], data["labels_are_indices"], data["read_as"]) == (1, True, [])
    assert data["labels_respelled"] == 0


def test_labels_read_but_for_case_are_said_with_their_count(tmp_path: Path) -> None:
    rows = [
        {"text": f"the film was {i}", "label": name}
        for i, name in enumerate(["label_0", "LABEL_1"])
    ]
    data = write_rows(tmp_path / "data.jsonl", rows)
    done = measure(model_folder(), data, tmp_path / "out", *CHEAP)
    assert "gold labels that are the model's but for case, read as these: 1." in done.err
    assert auditkit("publish", tmp_path / "out", "--no-pdf").code == 0
    assert manifest(tmp_path / "out")["data"]["labels_respelled"] == 1
    cited = facts(tmp_path / "out").cited["Gold labels read without regard to case"]
    assert cited == ["manifest.json#/data/labels_respelled"]


def test_ids_of_the_data_stand_in_the_evidence(audit: tuple[Path, Outcome]) -> None:
    assert table(audit[0], "examples")["id_in_data"].to_pylist() == ["a1", "a4", "a5"]


def test_the_report_shows_them_and_cites_the_numbers(audit: tuple[Path, Outcome]) -> None:
    found = facts(audit[0])
    assert found.said["Columns not used"].strip() == "extra"
    assert found.said["Rows left out"] == (
        "3 (the text is null: 1, the second text is null: 1, beyond the limit: 1)"
    )
    assert found.cited["Rows left out"] == [
        "manifest.json#/data/not_audited",
        *(f"manifest.json#/data/left_out/{why}" for why in ("null_text", "null_pair", "limit")),
    ]
    assert found.cited["Annotators did not agree"] == ["manifest.json#/data/undecided"]
    assert "id from uid" in found.said["Columns read"]
    assert re.search(r"Id in the data", (audit[0] / "report.html").read_text("utf-8"))


def test_a_count_that_the_evidence_does_not_hold_is_found(
    audit: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = copied(audit[0], tmp_path / "out")
    assert auditkit("verify", out).code == 0
    html = (out / "report.html").read_text("utf-8")
    place = 'data-evidence="manifest.json#/data/left_out/null_text"'
    tag = next(one for one in re.findall(r"<data[^>]*>", html) if place in one)
    forged = html.replace(tag, tag.replace('value="1"', 'value="7"'))
    assert forged != html
    (out / "report.html").write_text(forged, "utf-8")
    assert "left_out/null_text" in auditkit("verify", out).out


def test_evidence_without_the_facts_is_published(
    audit: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = copied(audit[0], tmp_path / "out")
    record = manifest(out)
    for fact in (
        "columns_not_used",
        "read_as",
        "left_out",
        "undecided",
        "labels_are_indices",
        "labels_respelled",
    ):
        record["data"].pop(fact)
    record["model"].pop("wrappers")
    record.pop("root")
    (out / "evidence" / "manifest.json").write_bytes(manifest_bytes(sealed(record)))
    done = auditkit("publish", out, "--no-pdf")
    assert done.code == 0, done.err
    found = facts(out)
    assert found.said["Rows left out"] == "3"
    assert "Columns not used" not in found.said


def test_how_a_file_was_read_reaches_the_report(tmp_path: Path) -> None:
    data = tmp_path / "data.csv"
    data.write_text("text;label;\na good film;0;\nthe plot was dull;1;\n", "utf-8")
    done = measure(model_folder(), data, tmp_path / "out", *CHEAP)
    assert done.code == 0, done.err
    assert f"Data {data}, separated by semicolons: text from 'text'" in done.err
    assert auditkit("publish", tmp_path / "out", "--no-pdf").code == 0
    found = facts(tmp_path / "out")
    assert found.said["Read as"] == "separated by semicolons"
    assert found.said["Columns not used"] == "one without a name"


def test_the_reference_says_what_was_read_and_needs_no_labels(tmp_path: Path) -> None:
    data = write_rows(tmp_path / "data.jsonl", [{"text": "a good film", "label": 0}])
    reference = write_rows(
        tmp_path / "reference.jsonl", [{"text": "the plot was dull", "label": "of another model"}]
    )
    done = measure(
        model_folder(), data, tmp_path / "out", *CHEAP, "--reference", reference
    )  # fmt: skip
    assert done.code == 0, done.err
    assert f"Reference {reference}: text from 'text'" in done.err


def test_a_text_given_by_hand_is_not_described(tmp_path: Path) -> None:
    done = auditkit(
        "explain", "a good film", "--model", model_folder(), "--out", tmp_path / "out",
        "--methods", "random",
    )  # fmt: skip
    assert done.code == 0, done.err
    assert not [line for line in done.err.splitlines() if line.startswith("Data ")]


def test_replay_accepts_a_copy_without_what_a_trainer_left(tmp_path: Path) -> None:
    model = copied(model_folder(), tmp_path / "trained")
    for name in ("optimizer.pt", "scheduler.pt", "rng_state.pth", "adapter_model.safetensors"):
        (model / name).write_bytes(b"state")
    data = write_rows(tmp_path / "data.jsonl", [{"text": "a good film"}, {"text": "dull"}])
    assert measure(model, data, tmp_path / "out", *CHEAP).code == 0
    assert auditkit("publish", tmp_path / "out", "--no-pdf").code == 0
    assert "optimizer.pt" not in manifest(tmp_path / "out")["model"]["files"]
    done = auditkit("verify", tmp_path / "out", "--replay", "1", "--model", model_folder())
    assert done.code == 0, done.out
    assert "replay: files of the model: ok" in done.out
    other = copied(model_folder(), tmp_path / "other")
    shutil.copy(model_folder("bert", seed=3) / "model.safetensors", other)
    done = auditkit("verify", tmp_path / "out", "--replay", "1", "--model", other)
    assert done.code == 1  # negative control
    assert "differ from those that were audited: model.safetensors" in done.out


class Recorded:
    """An audit and a run that list files of a model."""

    def __init__(self, files: dict[str, str]) -> None:
        self.manifest = {"model": {"files": files}}
        self.loaded = self
        self.files = files


OWN = {"config.json": "c", "model.safetensors": "w", "tokenizer.json": "t"}


@pytest.mark.parametrize(
    ("recorded", "found", "differing"),
    [
        ({**OWN, "optimizer.pt": "o", "vocab.txt": "v"}, OWN, None),
        (OWN, OWN, None),
        (OWN, {**OWN, "model.safetensors": "x"}, "model.safetensors"),
        (OWN, {**OWN, "added_tokens.json": "a"}, "added_tokens.json"),
        ({**OWN, "added_tokens.json": "a"}, OWN, "added_tokens.json"),
    ],
)
def test_older_audits_may_list_files_that_decide_nothing(
    recorded: dict[str, str], found: dict[str, str], differing: str | None
) -> None:
    said = _other_files(Recorded(recorded), Recorded(found))  # type: ignore[arg-type]
    assert (said or "").endswith(differing or "")
    assert (said is None) == (differing is None)


def test_the_plan_says_what_would_be_read(tmp_path: Path) -> None:
    data = write_rows(tmp_path / "data.jsonl", ROWS)
    done = auditkit(
        "plan", "--model", model_folder(), "--data", data, "--methods", "random", "--chains", "0",
        "--workers", "1", "--json",
    )  # fmt: skip
    assert done.code == 0, done.err
    (line,) = json.loads(done.out)["read"]
    assert "columns not used: 'extra'" in line


def test_the_key_of_the_id_is_a_key_of_the_configuration() -> None:
    assert "id_column" in AuditConfig.model_fields
