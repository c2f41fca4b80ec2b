"""Folders written by `datasets.save_to_disk`."""

import json

import pyarrow as pa
import pytest

from auditkit.errors import DataError
from auditkit.inputs.tables import read_table
from tests.unit.inputs.evaluation_files import write_dataset, write_dataset_dict, write_stream

CLASSES = {"names": ["neg", "pos"], "_type": "ClassLabel"}
COLUMNS = {"text": ["a", "b", "c"], "label": [1, -1, 0]}


@pytest.fixture
def folder(tmp_path):
    write_dataset(tmp_path / "d", COLUMNS, {"label": CLASSES})
    return tmp_path / "d"


def error_for(path, **options):
    with pytest.raises(DataError) as error:
        read_table(path, **options)
    return str(error.value)


def change_state(folder, **changes):
    state = json.loads((folder / "state.json").read_bytes())
    (folder / "state.json").write_text(json.dumps({**state, **changes}), encoding="utf-8")


def test_class_labels_come_as_names_and_negative_ones_as_none(folder):
    table = read_table(folder)
    assert table.read("label") == ["pos", None, "neg"]
    assert table.read("text") == ["a", "b", "c"]
    assert {file.name for file in table.files} == {
        "state.json",
        "dataset_info.json",
        "data-00000-of-00002.arrow",
        "data-00001-of-00002.arrow",
    }


@pytest.mark.parametrize(
    "feature",
    [
        {"feature": CLASSES, "_type": "List"},
        {"feature": CLASSES, "length": -1, "_type": "Sequence"},
        [CLASSES],
    ],
)
def test_lists_of_class_labels(tmp_path, feature):
    columns = {"text": ["a", "b"], "labels": [[0, 1], None]}
    write_dataset(tmp_path / "d", columns, {"labels": feature})
    assert read_table(tmp_path / "d").read("labels") == [["neg", "pos"], None]


@pytest.mark.parametrize("feature", [{"_type": "Value", "dtype": "int64"}, None, "?", [], 3])
def test_other_features_leave_numbers_alone(tmp_path, feature):
    write_dataset(tmp_path / "d", COLUMNS, {"label": feature})
    assert read_table(tmp_path / "d").read("label") == [1, -1, 0]


def test_class_labels_out_of_the_schema(tmp_path, folder):
    described = json.dumps({"info": {"features": {"label": CLASSES}}})
    table = pa.table({"text": ["a"], "label": [1]}).replace_schema_metadata(
        {"huggingface": described}
    )
    (folder / "dataset_info.json").unlink()
    change_state(folder, _data_files=[{"filename": "x.arrow"}])
    write_stream(folder / "x.arrow", table)
    assert read_table(folder).read("label") == ["pos"]


def test_a_class_without_a_name(tmp_path):
    write_dataset(tmp_path / "d", {"text": ["a"], "label": [2]}, {"label": CLASSES})
    with pytest.raises(DataError, match="holds 2, but its class names are only 'neg', 'pos'"):
        read_table(tmp_path / "d").read("label")


def test_splits(tmp_path):
    write_dataset_dict(tmp_path / "d", {"train": COLUMNS, "test": {"text": ["t"]}})
    assert read_table(tmp_path / "d", split="test").read("text") == ["t"]
    assert error_for(tmp_path / "d") == (
        f"{tmp_path / 'd'} holds the splits 'train', 'test': say which one with --split."
    )
    assert error_for(tmp_path / "d", split="dev") == (
        f"{tmp_path / 'd'} has no split 'dev'; its splits are 'train', 'test'."
    )


def test_the_split_of_a_single_data_set(folder):
    assert "holds one data set without a split called 'test'" in error_for(folder, split="test")
    change_state(folder, _split="test")
    assert read_table(folder, split="test").rows == 3


def test_a_folder_that_is_no_data_set(tmp_path):
    (tmp_path / "train.parquet").touch()
    assert error_for(tmp_path) == (
        f"{tmp_path} is a folder, but not one written by datasets.save_to_disk: it has no "
        f"state.json. Found: 'train.parquet'. Name one data file, or a folder that save_to_disk "
        f"wrote."
    )


def test_a_split_without_its_folder(tmp_path):
    write_dataset_dict(tmp_path / "d", {"train": COLUMNS})
    (tmp_path / "d" / "dataset_dict.json").write_text('{"splits": ["test"]}', encoding="utf-8")
    assert "it has no state.json. Found: none." in error_for(tmp_path / "d", split="test")


def test_no_rows(tmp_path):
    write_dataset(tmp_path / "d", {"text": pa.array([], pa.string())}, shards=1)
    assert "holds no rows" in error_for(tmp_path / "d")


def test_an_index_mapping(folder):
    change_state(folder, _indices_data_files=[{"filename": "indices.arrow"}])
    assert "Call flatten_indices() before save_to_disk." in error_for(folder)


@pytest.mark.parametrize(
    "files",
    [
        None,
        [],
        3,
        ["data.arrow"],
        [{}],
        [{"filename": "../d/data-00000-of-00002.arrow"}],
        [{"filename": "/etc/hostname"}],
        [{"filename": ".."}],
        [{"filename": "data-00000-of-00002.arrow"}, {"filename": "a\\b"}],
    ],
)
def test_names_of_files_that_are_none_or_leave_the_folder(folder, files):
    change_state(folder, _data_files=files)
    assert "state.json: expected file names under '_data_files'." in error_for(folder)


def test_splits_that_leave_the_folder(tmp_path, folder):
    outer = tmp_path / "outer"
    outer.mkdir()
    (outer / "dataset_dict.json").write_text('{"splits": ["../d"]}', encoding="utf-8")
    message = error_for(outer, split="../d")
    assert "dataset_dict.json: expected a list of folder names under 'splits'." in message


def test_a_missing_file(folder):
    (folder / "data-00001-of-00002.arrow").unlink()
    assert "incomplete: state.json names data-00001-of-00002.arrow, which is missing" in error_for(
        folder
    )


@pytest.mark.parametrize("content", [b"", b"not arrow at all", b"\xff\xff\xff\xff\x10\x00\x00\x00"])
def test_a_damaged_file(folder, content):
    (folder / "data-00001-of-00002.arrow").write_bytes(content)
    assert "data-00001-of-00002.arrow cannot be read as an Arrow stream" in error_for(folder)


def test_files_with_different_columns(folder):
    write_stream(folder / "data-00001-of-00002.arrow", pa.table({"text": [1], "label": [1]}))
    assert "its files have different columns" in error_for(folder)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"{", "state.json is not JSON"), (b"\xff", "is not JSON"), (b"[]", "expected a JSON object")],
)
def test_a_damaged_state(folder, content, message):
    (folder / "state.json").write_bytes(content)
    assert message in error_for(folder)
