"""From files to examples: every format gives the same, and identifiers follow the content."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.errors import ConfigError, DataError
from auditkit.inputs.examples import DataSpec, audited_rows, content_id, load_evaluation_set
from auditkit.records import Example
from tests.unit.inputs.evaluation_files import (
    COLUMNS,
    TEXTS,
    write_columns,
    write_csv,
    write_dataset,
    write_dataset_dict,
    write_json_lines,
    write_objects,
    write_parquet,
)

MODEL = ("NEG", "POS")
WRITERS = {
    "d.csv": write_csv,
    "d.CSV": write_csv,
    "mark.csv": lambda path, columns: write_csv(path, columns, encoding="utf-8-sig"),
    "unix.csv": lambda path, columns: write_csv(path, columns, lineterminator="\n"),
    "mac.csv": lambda path, columns: write_csv(path, columns, lineterminator="\r"),
    "d.jsonl": write_json_lines,
    "d.ndjson": write_json_lines,
    "objects.json": write_objects,
    "columns.json": write_columns,
    "d.parquet": write_parquet,
    "folder": write_dataset,
}


def load(path, labels=MODEL, *, multi_label=False, **spec):
    return load_evaluation_set(DataSpec(Path(path), **spec), labels, multi_label=multi_label)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def numbers(tmp_path):
    """Twenty rows; every third has the same text."""
    texts = ["same" if i % 3 == 0 else f"text {i}" for i in range(20)]
    write_csv(tmp_path / "n.csv", {"text": texts, "label": [i % 2 for i in range(20)]})
    return tmp_path / "n.csv"


@pytest.fixture(scope="module")
def expected(tmp_path_factory):
    path = tmp_path_factory.mktemp("expected") / "d.csv"
    write_csv(path, COLUMNS)
    return load(path)


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_examples(tmp_path, expected, name):
    WRITERS[name](tmp_path / name, COLUMNS)
    found = load(tmp_path / name)
    assert found.examples == expected.examples
    assert found.rows_sha256 == expected.rows_sha256
    columns = {"text": "text", "text_pair": None, "label": "label", "slice": "domain", "id": None}
    assert found.columns == columns
    assert found.rows_in_file == len(TEXTS)


def test_a_split_gives_the_same_examples(tmp_path, expected):
    write_dataset_dict(tmp_path / "d", {"train": {"text": ["other"]}, "test": COLUMNS})
    assert load(tmp_path / "d", split="test").examples == expected.examples


def test_texts_are_kept_to_the_letter(expected):
    assert tuple(example.text for example in expected.examples) == TEXTS
    assert [example.labels for example in expected.examples[:2]] == [("NEG",), ("POS",)]
    assert expected.examples[-1].labels is None
    assert [example.slice for example in expected.examples[:3]] == ["web", "Büro", None]
    assert [example.row for example in expected.examples] == list(range(len(TEXTS)))


def test_identifiers_are_hashes_of_the_content(expected):
    assert expected.examples[0].id == sha256(b'{"text":"plain"}')[:16]
    assert expected.examples[2].id == sha256(b'{"text":"two\\nlines\\r\\nthree\\rfour\\t"}')[:16]
    assert expected.examples[-1].id == expected.examples[0].id + "-2"
    assert content_id("a", "b") == sha256(b'{"text":"a","text_pair":"b"}')[:16]
    assert content_id("a", "") != content_id("a", None)


def test_identifiers_do_not_depend_on_the_selection(numbers):
    everything = load(numbers).examples
    ids = [example.id for example in everything]
    assert len(set(ids)) == 20
    assert [i.partition("-")[2] for i in ids[::3]] == ["", "2", "3", "4", "5", "6", "7"]
    drawn = load(numbers, sample=8, seed=3).examples
    assert all(example == everything[example.row] for example in drawn)
    assert any("-" in e.id and "-2" not in e.id for e in drawn)  # or the line above shows little


def test_limit_then_sample(numbers):
    assert [e.row for e in load(numbers, limit=5).examples] == [0, 1, 2, 3, 4]
    assert len(load(numbers, limit=50, sample=50).examples) == 20
    both = [e.row for e in load(numbers, limit=10, sample=5, seed=1).examples]
    assert len(set(both)) == 5
    assert both == sorted(both)
    assert max(both) < 10
    assert load(numbers, limit=5).rows_in_file == 20


def test_the_sample_follows_the_seed(numbers):
    draws = [tuple(e.row for e in load(numbers, sample=5, seed=s).examples) for s in (0, 0, 1, 2)]
    assert draws[0] == draws[1]
    assert len(set(draws)) == 3


def test_every_row_is_drawn_about_equally_often():
    counts = [0] * 10
    for seed in range(600):
        for row in audited_rows(10, sample=3, seed=seed):
            counts[row] += 1
    assert all(140 < count < 220 for count in counts)  # 180 expected, standard deviation 11


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"limit": 0}, "limit is 0, but must be at least 1"),
        ({"sample": -1}, "sample is -1, but must be at least 1"),
        ({"seed": -1}, "seed is -1, but must be at least 0"),
    ],
)
def test_numbers_out_of_range(spec, message):
    with pytest.raises(ConfigError, match=message):
        DataSpec(Path("d.csv"), **spec)


def test_the_digest_of_a_file(tmp_path):
    write_csv(tmp_path / "d.csv", COLUMNS)
    assert load(tmp_path / "d.csv").file_sha256 == sha256((tmp_path / "d.csv").read_bytes())


def test_the_digest_of_a_folder_is_that_of_its_sha256sum_lines(tmp_path):
    write_dataset(tmp_path / "d", COLUMNS)
    (tmp_path / "d" / "cache-1.arrow").write_bytes(b"not read")
    names = ["data-00000-of-00002.arrow", "data-00001-of-00002.arrow", "dataset_info.json"]
    lines = [
        f"{sha256((tmp_path / 'd' / name).read_bytes())}  {name}\n"
        for name in [*names, "state.json"]
    ]
    assert load(tmp_path / "d").file_sha256 == sha256("".join(lines).encode())


def test_the_digest_of_a_split_names_its_folder(tmp_path):
    splits = {"train": {"text": ["same"]}, "test": {"text": ["same"]}}
    write_dataset_dict(tmp_path / "d", splits)
    train, test = (load(tmp_path / "d", split=split) for split in splits)
    assert train.rows_sha256 == test.rows_sha256
    assert train.file_sha256 != test.file_sha256


def test_the_digest_of_the_rows(tmp_path):
    write_csv(tmp_path / "d.csv", {"text": ["é"], "text_pair": [""], "label": [1]})
    line = {"id": content_id("é", ""), "labels": ["POS"], "slice": None, "text": "é"}
    line["text_pair"] = ""
    written = json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert load(tmp_path / "d.csv").rows_sha256 == sha256(written.encode())


@pytest.mark.parametrize(
    "change", [{"label": ["pos"]}, {"domain": ["news"]}, {"text": ["b"]}, {"text_pair": [""]}]
)
def test_the_digest_of_the_rows_covers_every_field(tmp_path, change):
    columns = {"text": ["a"], "label": ["neg"], "domain": ["web"]}
    write_csv(tmp_path / "a.csv", columns)
    write_csv(tmp_path / "b.csv", {**columns, **change})
    assert load(tmp_path / "a.csv").rows_sha256 != load(tmp_path / "b.csv").rows_sha256


@pytest.mark.parametrize("name", ["d.jsonl", "d.parquet", "columns.json", "folder"])
def test_rows_without_a_text_are_left_out_and_counted(tmp_path, name):
    columns = {"premise": ["a", None, "c", None], "hypothesis": [None, "b", "d", None]}
    WRITERS[name](tmp_path / name, columns)
    found = load(tmp_path / name)
    assert found.examples == (Example(content_id("c", "d"), 2, "c", "d"),)
    assert found.reading.left_out == {"null_text": 2, "null_pair": 1, "limit": 0, "sample": 0}
    single = load(tmp_path / name, pair_column="")
    assert [example.row for example in single.examples] == [0, 2]
    assert single.reading.left_out["null_text"] == 2


def test_an_empty_text_is_a_text(tmp_path):
    write_csv(tmp_path / "d.csv", {"premise": ["a", ""], "hypothesis": ["", "b"]})
    first, second = load(tmp_path / "d.csv").examples
    assert first == Example(content_id("a", ""), 0, "a", "")
    assert second == Example(content_id("", "b"), 1, "", "b")


def test_not_a_number_is_no_text_and_no_slice(tmp_path):
    (tmp_path / "d.jsonl").write_text('{"text": NaN}\n{"text": "a", "slice": NaN}\n', "utf-8")
    (example,) = load(tmp_path / "d.jsonl").examples
    assert (example.row, example.slice) == (1, None)


def test_data_without_any_text_is_refused(tmp_path):
    write_json_lines(tmp_path / "d.jsonl", {"text": [None, None], "other": ["a", "b"]})
    with pytest.raises(DataError, match=r"no row has a text: in each of the first 2 'text' is nu"):
        load(tmp_path / "d.jsonl")
    with pytest.raises(DataError, match="Name another column with --text-column"):
        load(tmp_path / "d.jsonl")
    assert len(load(tmp_path / "d.jsonl", text_column="other").examples) == 2


@pytest.mark.parametrize(
    ("value", "expected"), [(3, "3"), (3.0, "3"), (True, "true"), ("", None), (None, None)]
)
def test_slices(tmp_path, value, expected):
    write_json_lines(tmp_path / "d.jsonl", {"text": ["a"], "group": [value]})
    assert load(tmp_path / "d.jsonl").examples[0].slice == expected


def test_multi_label(tmp_path):
    write_json_lines(tmp_path / "d.jsonl", {"text": ["a", "b"], "labels": [["c", "A"], []]})
    found = load(tmp_path / "d.jsonl", ("a", "b", "c"), multi_label=True).examples
    assert [example.labels for example in found] == [("a", "c"), ()]


@pytest.mark.parametrize(
    ("name", "columns", "message"),
    [
        ("d.jsonl", {"text": ["a", 3.5]}, "row 2 (line 2): column 'text' holds 3.5, expected a"),
        ("d.parquet", {"text": ["a"], "text_pair": [7]}, "row 1 (counted from 1): column 'text_pa"),
        ("d.parquet", {"text": [b"a"]}, "column 'text' holds b'a', expected a string"),
        ("d.json", {"text": ["a"], "source": [{"u": 1}]}, "none with --slice-column ''."),
        ("d.json", {"text": ["a"], "group": [0.5]}, "holds 0.5, expected a string or an integer"),
        ("d.jsonl", {"text": ["a", "b"], "label": ["pos", "meh"]}, "'meh' in row 2 (line 2). The"),
    ],
)
def test_values_of_the_wrong_kind(tmp_path, name, columns, message):
    writer = write_columns if name.endswith("json") else WRITERS[name]
    writer(tmp_path / name, columns)
    with pytest.raises(DataError) as error:
        load(tmp_path / name)
    assert message in str(error.value)
    assert str(tmp_path / name) in str(error.value)


@pytest.mark.parametrize("column", ["text", "text_pair", "slice"])
def test_lone_surrogates_name_their_line(tmp_path, column):
    row = {"text": "a", column: "ab\ud83dc", "note": "\ud83d"}
    lines = [json.dumps({"text": "fine", "note": "\ud83d"}), "", json.dumps(row)]
    (tmp_path / "d.jsonl").write_text("\n".join(lines), encoding="ascii")
    with pytest.raises(DataError) as error:
        load(tmp_path / "d.jsonl")
    assert (
        f"row 2 (line 3): column '{column}' holds a lone surrogate (\\ud83d, character 2)"
        in str(error.value)
    )


def test_paired_surrogates_are_one_character(tmp_path):
    (tmp_path / "d.jsonl").write_text('{"text": "\\ud83d\\ude00"}', encoding="ascii")
    assert load(tmp_path / "d.jsonl").examples[0].text == "\U0001f600"


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('",\r\n\t\x00'))
        | st.text(max_size=3).filter(lambda text: text.isascii()),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from([",", ";", "|"]),
)
def test_delimited_files_round_trip(tmp_path_factory, texts, separator):
    path = tmp_path_factory.getbasetemp() / "round-trip.csv"
    write_csv(path, {"text": texts, "label": [0] * len(texts)}, delimiter=separator)
    assert [example.text for example in load(path).examples] == texts
