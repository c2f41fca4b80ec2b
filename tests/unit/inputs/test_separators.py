"""Which character separates fields: the file's own, or the one that its header shows."""

import csv
import io

import pytest

from auditkit.errors import DataError
from auditkit.inputs.tables import read_table

NAMED = {";": "semicolons", "\t": "tabs", "|": "bars (|)", ",": "commas"}


def rows_of(text, separator):
    """The table by the csv module, told the separator."""
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]


def read(path, text):
    path.write_bytes(text.encode())
    table = read_table(path)
    rows = zip(*(table.read(name) for name in table.names), strict=True)
    return [list(table.names), *map(list, rows)], table.read_as


def refusal(path, text):
    with pytest.raises(DataError) as error:
        read(path, text)
    return str(error.value)


SHOWN_BY_THE_HEADER = [
    ("d.csv", ";", "text;label\ni liked this film;pos\nthe plot was dull;neg\n"),
    ("d.csv", ";", "id;text;label\n1;i liked this film, very much;pos\n2;the plot, was dull;neg\n"),
    ("d.csv", ";", "text;label;score\ngood;pos;0,5\nbad;neg;-1,25\n"),
    ("d.csv", ";", 'text;label\n"good; really, ""good""";pos\nbad;neg\n'),
    ("d.csv", ";", '"text";"label"\ngood;pos\nbad;neg\n'),
    ("d.csv", ";", '"text";"label"\r\n"good, so good";"pos"\r\n"two\r\nlines";"neg"\r\n'),
    ("d.csv", "\t", "text\tlabel\ngood, so good\tpos\n"),
    ("d.csv", "|", "text|label\ngood, so; good|pos\n"),
    ("d.tsv", ",", 'text,label\n"good, so good",pos\n'),
    ("d.tsv", ";", "text;label\ngood;pos\n"),
]


@pytest.mark.parametrize(("name", "separator", "text"), SHOWN_BY_THE_HEADER)
def test_the_header_shows_the_separator(tmp_path, name, separator, text):
    rows, read_as = read(tmp_path / name, text)
    assert rows == rows_of(text, separator)
    assert read_as[0] == f"separated by {NAMED[separator]}"
    own = "," if name == "d.csv" else "\t"
    assert rows_of(text, own) != rows  # negative control: by its own separator it is no such table


OWN = [
    ("d.csv", ",", "text,label\na; b; c,pos\nd | e,neg\n"),
    ("d.csv", ",", "text,topic|subtopic\nx,a|b\ny,c|d\n"),
    ("d.csv", ",", 'text,"one;two;three"\nx,pos\ny,neg\n'),
    ("d.csv", ",", "text\na; b\nc; d\n"),
    ("d.csv", ",", '"text; raw"\na; b\nc\n'),
    ("d.tsv", "\t", "text\tlabel, coarse\na, b\tpos\n"),
    ("d.tsv", "\t", "text\na, b\nc; d\n"),
]


@pytest.mark.parametrize(("name", "separator", "text"), OWN)
def test_the_files_own_separator_is_kept(tmp_path, name, separator, text):
    rows, read_as = read(tmp_path / name, text)
    assert rows == rows_of(text, separator)
    assert read_as == ()


def test_what_is_separated_wrongly_says_what_it_looks_like_and_how_to_mend_it(tmp_path):
    path = tmp_path / "d.csv"
    text = "text;label\na; b;pos\nc;neg\n"
    message = refusal(path, text)
    assert "the row that starts on line 2 has too many fields: expected 2" in message
    assert "Its header looks separated by semicolons" in message
    rows, _ = read(path, text.replace("a; b", '"a; b"'))  # the first half of the advice
    assert rows == [["text", "label"], ["a; b", "pos"], ["c", "neg"]]
    message = refusal(path, "text; raw\na\nb\n")
    assert "if that is the name of one column, put the name in double quotes" in message
    assert read(path, '"text; raw"\na\nb\n') == ([["text; raw"], ["a"], ["b"]], ())


def test_a_table_by_two_separators_is_refused_until_the_header_decides(tmp_path):
    path = tmp_path / "d.csv"
    text = "id;text, cleaned;label\n1;good, so;pos\n2;bad, very;neg\n"
    message = refusal(path, text)
    assert "is a table by commas and semicolons alike" in message
    assert "Take those that do not separate fields out of the header" in message
    mended = text.replace("text, cleaned", "text cleaned")
    assert read(path, mended) == (rows_of(mended, ";"), ("separated by semicolons",))


def test_a_row_that_fits_no_separator_is_reported_by_the_files_own(tmp_path):
    message = refusal(tmp_path / "d.csv", "text,a|b|c\nx,y\nz\n")
    assert (
        "the row that starts on line 3 has too few fields: expected 2 as in the header" in message
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_first_line_may_name_the_separator(tmp_path, mark, end):
    path = tmp_path / "d.csv"
    rows, read_as = read(path, f"{mark}sep=;{end}text{end}good, very{end}bad{end}")
    assert rows == [["text"], ["good, very"], ["bad"]]
    assert read_as == ("separated by semicolons",)
    assert list(read_table(path).lines) == [3, 4]


def test_rows_that_span_lines_are_counted(tmp_path):
    rows, read_as = read(tmp_path / "d.csv", 'text,label\n"a\nb",0\nc,1\n"d\n\ne",0\n')
    assert [row[0] for row in rows] == ["text", "a\nb", "c", "d\n\ne"]
    assert read_as == ("rows that span lines: 2",)


def test_columns_without_a_name_are_counted(tmp_path):
    (tmp_path / "d.csv").write_text(",text,label,,\n0,a,pos,,\n", "utf-8")
    table = read_table(tmp_path / "d.csv")
    assert table.names == ("text", "label")
    assert table.unnamed == 3
    assert table.read("label") == ["pos"]
