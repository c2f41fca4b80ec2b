"""What is said about the data: columns used and not, rows left out and why, in one line."""

import csv
import json

import pytest

from auditkit.errors import DataError
from auditkit.inputs.examples import DataSpec, load_evaluation_set
from auditkit.inputs.labels import count_respelled, hold_indices
from auditkit.inputs.reading import in_one_line

NLI = ("entailment", "neutral", "contradiction")


def load(path, labels=NLI, **spec):
    return load_evaluation_set(DataSpec(path, **spec), labels, multi_label=False)


def said(path, labels=NLI, **spec):
    return in_one_line(load(path, labels, **spec).reading, path).removeprefix(str(path))


def write_lines(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


@pytest.fixture
def snli(tmp_path):
    """Rows as SNLI has them; the third is one on which annotators did not agree."""
    rows = [
        {"gold_label": NLI[i], "sentence1": f"a {i}", "sentence2": f"b {i}", "pairID": f"p{i}"}
        for i in range(3)
    ]
    rows[2]["gold_label"] = "-"
    return write_lines(tmp_path / "snli.jsonl", [{**row, "annotators": []} for row in rows])


def test_every_column_is_in_the_line(snli):
    assert said(snli) == (
        ": text from 'sentence1', second text from 'sentence2', gold label from 'gold_label', slice "
        "none, id from 'pairID'; columns not used: 'annotators'; rows read 3, audited 3, left out 0; "
        "no gold label because annotators did not agree: 1."
    )


def test_no_agreement_is_no_label(snli):
    found = load(snli)
    assert [example.labels for example in found.examples] == [(NLI[0],), (NLI[1],), None]
    assert found.reading.undecided == 1


def test_no_agreement_is_a_convention_of_gold_label_alone(tmp_path):
    path = write_lines(tmp_path / "d.jsonl", [{"text": "a", "label": "-"}])
    with pytest.raises(DataError, match="'-' in row 1"):
        load(path)


def test_a_model_may_have_a_label_of_that_name(tmp_path):
    path = write_lines(tmp_path / "d.jsonl", [{"text": "a", "gold_label": "-"}])
    found = load(path, ("-", "+"))
    assert found.examples[0].labels == ("-",)
    assert found.reading.undecided == 0


def test_rows_are_counted_by_the_reason_they_are_left_out_for(tmp_path):
    texts = ["a", None, "b", "c", None, "d", "e", "f", None, "g"]
    rows = [{"text": t, "text_pair": None if t == "c" else "x"} for t in texts]
    path = write_lines(tmp_path / "d.jsonl", rows)
    found = load(path, limit=8, sample=3)
    first = rows[:8]
    assert found.reading.left_out == {
        "null_text": sum(row["text"] is None for row in first),
        "null_pair": sum(row["text"] is not None and row["text_pair"] is None for row in first),
        "limit": len(rows) - 8,
        "sample": 8 - 2 - 1 - 3,
    }
    assert sum(found.reading.left_out.values()) == len(rows) - len(found.examples)
    assert all(rows[example.row]["text"] == example.text for example in found.examples)
    assert (
        "rows read 10, audited 3, left out 7 (the text is null: 2, the second text is null: 1, beyond "
        "the limit: 2, not drawn for the sample: 2)"
    ) in said(path, limit=8, sample=3)


def test_labels_that_are_the_models_but_for_case_are_counted(tmp_path):
    labels = ["Entailment", "entailment", " neutral ", "NEUTRAL", None, "1", 2]
    path = write_lines(tmp_path / "d.jsonl", [{"text": "a", "label": name} for name in labels])
    found = load(path)
    assert found.examples[0].labels == ("entailment",)
    assert found.reading.labels_respelled == 2
    assert "gold labels that are the model's but for case, read as these: 2" in said(path)
    same = write_lines(tmp_path / "e.jsonl", [{"text": "a", "label": "neutral"}])
    assert "but for case" not in said(same)


def test_in_a_list_of_labels_a_row_counts_once():
    names = ("a", "b")
    assert count_respelled(["A,B", ["A", "b"], "a|b", True, [0, 1]], names) == 2
    assert count_respelled([True], ("true", "false")) == 0


def test_nothing_null_changes_no_draw(tmp_path):
    rows = [{"text": f"t{i}"} for i in range(30)]
    whole = load(write_lines(tmp_path / "a.jsonl", rows), sample=9, seed=4)
    holes = load(write_lines(tmp_path / "b.jsonl", [*rows, {"text": None}]), sample=9, seed=4)
    assert whole.examples == holes.examples
    assert holes.reading.left_out["null_text"] == 1


@pytest.mark.parametrize(
    ("value", "labels", "expected"),
    [
        ("1", ("neg", "pos"), True),
        (1.0, ("neg", "pos"), True),
        (0, ("neg", "pos"), True),
        ([1], ("neg", "pos"), True),
        ("pos", ("neg", "pos"), False),
        (True, ("neg", "pos"), False),
        ("1", ("1", "2"), False),
        (None, ("neg", "pos"), False),
    ],
)
def test_it_is_known_whether_labels_are_indices(value, labels, expected):
    assert hold_indices([None, value], labels) is expected


def test_the_line_says_that_numbers_are_indices(tmp_path):
    path = write_lines(tmp_path / "d.jsonl", [{"text": "a", "label": 1}])
    assert "gold label from 'label' (numbers are indices from 0)" in said(path)
    path = write_lines(tmp_path / "d.jsonl", [{"text": "a", "label": "neutral"}])
    assert "indices" not in said(path)


def test_how_a_file_was_read_is_in_the_line(tmp_path):
    path = tmp_path / "d.csv"
    path.write_text("text;label\na;1\n", "utf-8")
    assert said(path).startswith(", separated by semicolons: text from 'text'")
    path.write_text(",text,score,\n0,a,1,\n", "utf-8")
    assert "columns not used: 'score', '', ''; rows" in said(path)


def test_ids_of_the_data_are_kept(tmp_path):
    values = ["a-1", 7, 7.0, True, None, "", {"$oid": "x"}, 0.5]
    rows = [{"text": f"t{i}", "id": value} for i, value in enumerate(values)]
    found = load(write_lines(tmp_path / "d.jsonl", rows))
    kept = [example.id_in_data for example in found.examples]
    assert kept == ["a-1", "7", "7", "true", None, None, '{"$oid": "x"}', "0.5"]
    without = load(write_lines(tmp_path / "e.jsonl", [{"text": row["text"]} for row in rows]))
    assert [one.id for one in found.examples] == [one.id for one in without.examples]
    assert found.rows_sha256 != without.rows_sha256
    assert load(tmp_path / "d.jsonl", id_column="").rows_sha256 == without.rows_sha256


def test_data_cannot_drive_the_line(tmp_path):
    path = tmp_path / "d.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text", "\x1b[31m\nx", "x" * 200], ["a", "b", "c"]])
    line = said(path)
    assert line.isprintable()
    assert len(line) < 500


def test_a_file_without_a_header_says_so(tmp_path):
    path = tmp_path / "d.csv"
    path.write_text("i liked this film,1\nthe plot was dull,0\n", "utf-8")
    with pytest.raises(DataError) as error:
        load(path)
    advice = "If its first line is a row already, write a line with the columns' names above it."
    assert str(error.value).endswith(advice)
    path.write_text("text,label\n" + path.read_text("utf-8"), "utf-8")
    assert len(load(path).examples) == 2
    (tmp_path / "d.jsonl").write_text('{"words": "a"}\n', "utf-8")
    with pytest.raises(DataError, match=r"NAME\.$"):
        load(tmp_path / "d.jsonl")


def test_one_column_that_looks_like_several_says_so(tmp_path):
    path = tmp_path / "d.tsv"
    path.write_text("text    label\na film    1\n", "utf-8")
    with pytest.raises(DataError) as error:
        load(path)
    assert str(error.value).endswith("several, separate them by commas or tabs.")
    path.write_text("text\tlabel\na film\t1\n", "utf-8")
    assert load(path).examples[0].labels == (NLI[1],)
