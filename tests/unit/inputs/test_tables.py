"""Every way in which a data file can be wrong, and what the message says about it."""

import csv
import json
import os

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from auditkit.errors import DataError
from auditkit.inputs.tables import read_table
from tests.unit.inputs.evaluation_files import write_csv, write_json_lines, write_parquet


def error_for(path, content=None, **options):
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DataError) as error:
        read_table(path, **options)
    message = str(error.value)
    assert message.startswith(str(path))
    return message.removeprefix(str(path))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "d.csv",
            'text,label\n"two\nlines",1\na,b,c\n',
            (
                ": the row that starts on line 4 has too many fields: expected 2 as in the header, "
                "got 3. Put double quotes around a field that holds a separator or a line end."
            ),
        ),
        (
            "d.tsv",
            "text\tlabel\tid\na\n",
            (
                ": the row on line 2 has too few fields: expected 3 as in the header, got 1. Every line "
                "is a row with as many tabs as the header; where a text holds a tab or a line end, "
                "write the data as JSON Lines (.jsonl)."
            ),
        ),
        (
            "d.csv",
            'text\nfine\n"a" b\n',
            (
                ": the row that starts on line 3 is malformed (',' expected after '\"'). A field that "
                "starts with a double quote must end with one, and a quote inside it is doubled."
            ),
        ),
        (
            "d.csv",
            'text\r\nfine\r\n"never\r\nclosed\r\n',
            (
                ": the row that starts on line 3 is malformed (unexpected end of data). A field that "
                "starts with a double quote must end with one, and a quote inside it is doubled."
            ),
        ),
        (
            "d.csv",
            "text,a,text\nx,y,z\n",
            " has 2 columns named 'text'. Rename all but one of them.",
        ),
        (
            "d.jsonl",
            '{"text": "a"}\n\n{"text": }\n',
            ", line 3: not JSON: Expecting value at column 10. Write one JSON object a line.",
        ),
        (
            "d.jsonl",
            '{"text": "a"}\n["b"]\n',
            (
                ", line 2: expected a JSON object, got an array. Write each row as an object, such as "
                '{"text": ..., "label": ...}.'
            ),
        ),
        (
            "d.jsonl",
            "null\n",
            ", line 1: expected a JSON object, got null. Write each row as an obj",
        ),
        (
            "d.jsonl",
            "1.5\n",
            ", line 1: expected a JSON object, got a number. Write each row as an ",
        ),
        (
            "d.jsonl",
            '{"text": "a", "text": "b"}',
            ", line 1: cannot be read as JSON: key 'text' stands twice in one object; keep one",
        ),
        ("d.jsonl", "[" * 100_000, ", line 1: cannot be read as JSON: "),
        ("d.jsonl", '{"n": ' + "9" * 5000 + "}", ", line 1: cannot be read as JSON: Exceeds the "),
        (
            "d.json",
            '{"text": "a"}\n{"text": "b"}\n',
            (
                ": not JSON: Extra data at line 2, column 1. If it has one object a line, name it "
                ".jsonl."
            ),
        ),
        (
            "d.json",
            '[{"text": "a"}, "b"]',
            ": row 2 (counted from 1): expected an object, got a str",
        ),
        (
            "d.json",
            "true",
            ": expected an array of objects or an object of columns, got a boolean.",
        ),
        (
            "d.json",
            '{"text": {"0": "a"}}',
            (
                ": expected an array of values for column 'text', got an object. Write an array of "
                "objects (orient='records' in pandas), or an object of columns."
            ),
        ),
        (
            "d.json",
            '{"version": 1, "data": [{"text": "a"}]}',
            (
                ": its rows stand under the key 'data', beside 1 other keys. Write the array that "
                "stands there, and nothing round it."
            ),
        ),
        (
            "d.csv",
            "# exported\ntext,label\na,0\n",
            (
                ": the row that starts on line 2 has too many fields: expected 1 as in the header, got "
                "2. Put double quotes around a field that holds a separator or a line end. If the "
                "first line is no header, take it out."
            ),
        ),
        (
            "d.json",
            '{"text": ["a", "b"], "label": [1]}',
            (
                ": columns of different lengths: 'text' has 2 values, 'label' has 1. All columns need "
                "one value for each row."
            ),
        ),
        ("d.parquet", "PAR1 not really", " cannot be read as Parquet: "),
        (
            "d.txt",
            "one text\n",
            (
                ": unknown format '.txt'. Expected one of .csv, .tsv, .jsonl, .ndjson, .json, .parquet, "
                "or a folder written by datasets.save_to_disk."
            ),
        ),
        ("data", "text\na\n", ": unknown format ''. Expected one of .csv"),
        ("d.csv.gz", "", ": unknown format '.gz'. Expected one of .csv"),
    ],
)
def test_malformed_files(tmp_path, name, content, message):
    assert error_for(tmp_path / name, content).startswith(message)


@pytest.mark.parametrize("name", ["d.csv", "d.tsv", "d.jsonl", "d.ndjson", "d.json", "d.parquet"])
def test_an_empty_file_has_no_rows(tmp_path, name):
    assert error_for(tmp_path / name, b"") == (
        " is empty, so it holds no rows. An audit needs at least one example."
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("d.csv", "text,label\r\n"),
        ("d.csv", "\ufefftext,label\n\n\n"),
        ("d.tsv", "\n"),
        ("d.jsonl", "\n  \r\n"),
        ("d.json", "[]"),
        ("d.json", "{}"),
        ("d.json", '{"text": []}'),
    ],
)
def test_no_rows(tmp_path, name, content):
    message = error_for(tmp_path / name, content)
    assert message == " holds no rows. An audit needs at least one example."


def test_a_parquet_file_without_rows(tmp_path):
    write_parquet(tmp_path / "d.parquet", {"text": pa.array([], pa.string())})
    assert "holds no rows" in error_for(tmp_path / "d.parquet")


def test_a_missing_file(tmp_path):
    assert error_for(tmp_path / "d.csv") == (
        " does not exist. Name a file (.csv, .tsv, .jsonl, .ndjson, .json, .parquet) or a data "
        "set's folder."
    )


def test_one_file_has_no_splits(tmp_path):
    message = error_for(tmp_path / "d.csv", "text\na\n", split="test")
    assert message == " is one file and has no splits. Leave out --split."


@pytest.mark.parametrize("name", ["d.csv", "d.tsv", "d.jsonl", "d.json"])
def test_another_encoding_is_located(tmp_path, name):
    message = error_for(tmp_path / name, b"{}\r\n" + b" " * 20_000 + b"\ncaf\xe9 x\n")
    assert message == (
        " is not UTF-8: byte 0xe9 at offset 20008, line 3, invalid continuation byte. "
        "Save it as UTF-8."
    )


def test_utf16_is_recognised(tmp_path):
    message = error_for(tmp_path / "d.csv", "text\nä\n".encode("utf-16"))
    assert message.startswith(
        " is not UTF-8: it looks like UTF-16 (its first bytes are ff fe 74 00). Save"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(tmp_path, encoding):
    message = error_for(tmp_path / "d.csv", "text\nfine\n".encode(encoding))
    assert message.startswith(" is not UTF-8: it looks like UTF-16")


def test_a_null_inside_a_text_is_no_utf16(tmp_path):
    (tmp_path / "d.jsonl").write_text('{"text": "a\\u0000b"}\n', "utf-8")
    assert read_table(tmp_path / "d.jsonl").read("text") == ["a\0b"]


def test_a_character_cut_short_at_the_end(tmp_path):
    message = error_for(tmp_path / "d.csv", b"text\ncaf\xc3")
    assert "byte 0xc3 at offset 8, line 2, unexpected end of data" in message


def test_parquet_text_that_is_not_utf8(tmp_path):
    raw = pa.array([b"fine", b"caf\xe9"]).view(pa.string())
    pq.write_table(pa.table({"text": raw, "id": [1, 2]}), tmp_path / "d.parquet")
    table = read_table(tmp_path / "d.parquet")
    assert table.read("id") == [1, 2]
    with pytest.raises(DataError, match=r"column 'text', row 2 \(counted from 1\) is not UTF-8"):
        table.read("text")


def test_parquet_does_not_read_columns_out_of_its_path(tmp_path):
    folder = tmp_path / "label=1"
    folder.mkdir()
    write_parquet(folder / "d.parquet", {"text": ["a"], "a.b": ["c"]})
    table = read_table(folder / "d.parquet")
    assert table.names == ("text", "a.b")
    assert table.read("a.b") == ["c"]


def test_parquet_types(tmp_path):
    columns = {
        "text": pa.array(["a", None, "a"]).dictionary_encode(),
        "large": pa.array(["b", "c", None], pa.large_string()),
        "labels": pa.array([[0, 1], None, []], pa.list_(pa.int8())),
    }
    write_parquet(tmp_path / "d.parquet", columns)
    table = read_table(tmp_path / "d.parquet")
    assert table.read("text") == ["a", None, "a"]
    assert table.read("large") == ["b", "c", None]
    assert table.read("labels") == [[0, 1], None, []]


def test_lines_of_rows(tmp_path):
    (tmp_path / "d.csv").write_bytes(b'text,id\r\n"a\r\nb",1\r\n\r\nc,2\r\n')
    (tmp_path / "d.jsonl").write_bytes(b'{"text": "a"}\r\n\r\n{"text": "b"}')
    assert list(read_table(tmp_path / "d.csv").lines) == [2, 5]
    table = read_table(tmp_path / "d.jsonl")
    assert list(table.lines) == [1, 3]
    assert table.where(1) == "row 2 (line 3)"


def test_keys_that_come_and_go_are_null(tmp_path):
    rows = [{"text": "a"}, {"label": 1, "text": "b"}, {"text": "c", "late": True}, {}]
    (tmp_path / "d.json").write_text(json.dumps(rows), encoding="utf-8")
    table = read_table(tmp_path / "d.json")
    assert table.names == ("text", "label", "late")
    assert table.read("text") == ["a", "b", "c", None]
    assert table.read("label") == [None, 1, None, None]
    assert table.read("late") == [None, None, True, None]


def test_columns_without_a_name_are_left_out(tmp_path):
    (tmp_path / "d.csv").write_text(",text,,\n0,a,,\n", encoding="utf-8")
    table = read_table(tmp_path / "d.csv")
    assert table.names == ("text",)
    assert table.read("text") == ["a"]


@pytest.fixture
def narrow_fields():
    """A small limit, so that a reader that leaks its own shows at once."""
    before = csv.field_size_limit(1000)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("narrow_fields")
def test_long_fields_are_read_and_the_limit_is_put_back(tmp_path):
    write_csv(tmp_path / "d.csv", {"text": ["x" * 1001]})
    assert read_table(tmp_path / "d.csv").read("text") == ["x" * 1001]
    assert csv.field_size_limit() == 1000
    with (tmp_path / "d.csv").open(newline="") as file, pytest.raises(csv.Error):
        list(csv.reader(file))  # without the reader's own limit the same file fails


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    (tmp_path / "d.csv").write_bytes(b'\xef\xbb\xbf"text",label\na,1\n')
    (tmp_path / "d.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "a"}\n')
    assert read_table(tmp_path / "d.csv").names == ("text", "label")
    assert read_table(tmp_path / "d.jsonl").names == ("text",)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_fifo_is_refused(tmp_path):
    os.mkfifo(tmp_path / "d.csv")
    assert error_for(tmp_path / "d.csv").startswith(" is not a regular file.")


def test_json_lines_keep_any_order_of_keys(tmp_path):
    write_json_lines(tmp_path / "d.jsonl", {"label": [1], "text": ["a"]})
    assert read_table(tmp_path / "d.jsonl").names == ("label", "text")
