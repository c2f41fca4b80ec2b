"""Tab-separated files: quotes are letters unless the file is quoted; both readings by other routes."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.errors import DataError
from auditkit.inputs.formats.tabbed import AS_QUOTING, AS_TEXT
from auditkit.inputs.tables import read_table

SWALLOW = (
    "sentence\tlabel\nthe weather is fine\t1\n\"great food and\t1\nthe plot was dull\t0\n"
    "very slow service\t0\ni liked this\"\t1\ncold in the south\t0\n"
)  # fmt: skip
PLAIN = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\t\r\n") | st.just('"')
)


def unquoted(text):
    """The table by the csv module without quoting."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row]


def by_quoting(text):
    """The table by the csv module with quoting."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)
    return [row for row in rows if row]


def written(rows, quoting, lineterminator="\n"):
    file = io.StringIO(newline="")
    csv.writer(file, delimiter="\t", quoting=quoting, lineterminator=lineterminator).writerows(rows)
    return file.getvalue()


def read(path, text):
    """The header and rows that auditkit reads, and how it read the quotes."""
    path.write_bytes(text.encode())
    table = read_table(path)
    rows = zip(*(table.read(name) for name in table.names), strict=True)
    return [list(table.names), *map(list, rows)], table.read_as


def refusal(path, text):
    with pytest.raises(DataError) as error:
        read(path, text)
    return str(error.value).removeprefix(str(path))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "d.tsv"


PLAINLY_PLAIN = {
    "a quote that is never closed": 'text\tlabel\na\t0\n"great food and\t1\nb\t0\n',
    "a word in quotes at the start": 'text\tlabel\n"great" food\t1\na\t0\n',
    "a quote closed lines below": SWALLOW,
    "quotes within": 'text\tlabel\nhe said "so"\t1\n5" pipe\t0\n',
    "a whole text in quotes beside others within": 'text\tlabel\n"great"\t1\n5" pipe\t0\n',
    "a quote as the text": 'text\tlabel\n"\t1\na\t0\n',
    "old ends of line": 'text\tlabel\r"great" food\t1\ra\t0\r',
    "ends of line of Windows": 'text\tlabel\r\n"great" food\t1\r\na\t0\r\n',
}


@pytest.mark.parametrize("name", PLAINLY_PLAIN)
def test_quotes_are_letters_in_a_file_without_quoting(path, name):
    text = PLAINLY_PLAIN[name]
    rows, read_as = read(path, text)
    assert rows == unquoted(text)
    assert AS_QUOTING not in read_as


def test_by_quoting_the_same_files_have_other_rows():
    """Negative control: the csv module with quoting swallows rows or gives up."""
    assert len(by_quoting(SWALLOW)) == 4
    assert len(unquoted(SWALLOW)) == 7
    with pytest.raises(csv.Error):
        by_quoting(PLAINLY_PLAIN["a word in quotes at the start"])


def test_it_is_said_where_a_quote_could_have_been_quoting(path):
    assert read(path, SWALLOW)[1] == (AS_TEXT,)
    assert read(path, 'text\tlabel\n"great food"\t1\na\t0\n')[1] == (AS_TEXT,)
    assert read(path, 'text\tlabel\nhe said "so"\t1\n')[1] == ()
    assert read(path, "text\tlabel\na\t1\n")[1] == ()


TABLES = {
    "a doubled quote": [["text", "label"], ['he said "so"', "1"], ["a", "0"]],
    "a tab": [["text", "label"], ["a\tb", "1"], ["c", "0"]],
    "nothing but quotes": [["text", "label"], ['"', "1"], ['""', "0"]],
    "a blank field": [["text", "label", "note"], ["", "1", 'x "y"'], ['"', "0", ""]],
}


@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC])
@pytest.mark.parametrize("name", TABLES)
def test_what_a_writer_quoted_is_unquoted(path, name, quoting):
    text = written(TABLES[name], quoting)
    rows, read_as = read(path, text)
    assert rows == TABLES[name] == by_quoting(text)
    assert read_as == (AS_QUOTING,)
    assert unquoted(text) != TABLES[name]  # negative control: the other reading is another table


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('text\tlabel\na\t0\n"two\nlines"\t1\n', 3),
        ('text\tlabel\r\n"two\r\nlines"\t1\r\na\t0\r\n', 2),
        ('"text"\t"label"\n"a"\t"0"\n"two\n\nlines"\t"1"\n', 3),
        ('text\n"two\nlines"\nthree\n', 2),  # lines of one column tell nothing
    ],
)
def test_a_field_that_spans_lines_is_refused_with_its_line(path, text, line):
    message = refusal(path, text)
    assert message == (
        f": the field that starts on line {line} with a double quote spans lines, which a field of "
        "tab-separated text cannot. Take the line ends out of it, or write the data as JSON Lines "
        "(.jsonl)."
    )
    assert by_quoting(text)  # the csv module takes it


def test_the_advice_about_line_ends_works(path):
    rows, _ = read(path, 'text\tlabel\na\t0\n"two lines"\t1\n')
    assert len(rows) == 3
    path.with_suffix(".jsonl").write_text('{"text": "two\\nlines", "label": 1}\n', "utf-8")
    assert read_table(path.with_suffix(".jsonl")).read("text") == ["two\nlines"]


def test_one_column_with_quotes_within_is_not_quoted(path):
    text = 'text\n"two\nlines"\n5" pipe\n'
    assert read(path, text) == (unquoted(text), (AS_TEXT,))


def test_a_quoted_header_binds_the_rows(path):
    message = refusal(path, '"text"\t"label"\n"great" food\t"1"\n')
    assert message == (
        ": its header is quoted, but the field that starts on line 2 with a double quote does not "
        "end with one. Double the quotes inside a quoted field, or write the data as JSON Lines "
        "(.jsonl)."
    )
    mended = '"text"\t"label"\n"""great"" food"\t"1"\n'
    assert read(path, mended)[0] == [["text", "label"], ['"great" food', "1"]]


@pytest.mark.parametrize(
    ("text", "line", "got"),
    [
        ("text\tlabel\na\t0\nb\n", 3, 1),
        ("text\tlabel\n\na\tb\t0\n", 3, 3),
        ('text\tlabel\n"a" b\t0\nc\n', 3, 1),
        ('"text"\t"label"\n"a"\t"0"\t"1"\n', 2, 3),
    ],
)
def test_a_row_of_another_length_is_refused_with_its_line(path, text, line, got):
    many = "many" if got > 2 else "few"
    assert f": the row on line {line} has too {many} fields: expected 2" in refusal(path, text)


@given(st.lists(st.tuples(PLAIN, PLAIN), min_size=1, max_size=5))
def test_any_lines_are_read_by_the_one_or_by_the_other_reading(tmp_path_factory, rows):
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    text = "text\tlabel\n" + "".join(f"{one}\t{two}\n" for one, two in rows)
    try:
        found, read_as = read(path, text)
    except DataError:
        assert by_quoting(text) != unquoted(text)
        return
    assert found == (by_quoting(text) if AS_QUOTING in read_as else unquoted(text))
    if not read_as:
        assert all('"' not in row[0][:1] + row[1][:1] for row in rows)


@given(
    st.lists(st.tuples(PLAIN | st.just('a\t"b"'), PLAIN), min_size=1, max_size=5),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_whatever_a_writer_quoted_comes_back(tmp_path_factory, rows, quoting):
    path = tmp_path_factory.getbasetemp() / "quoted.tsv"
    table = [["text", "label"], *map(list, rows)]
    assert read(path, written(table, quoting))[0] == table


def test_pandas_reads_the_same(path):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": ['say "so"', "tab\there", "plain"], "label": ["1", "0", "1"]})
    frame.to_csv(path, sep="\t", index=False)
    rows, read_as = read(path, path.read_text("utf-8"))
    assert rows[1:] == frame.to_numpy().tolist()
    assert read_as == (AS_QUOTING,)
    rows, _ = read(path, SWALLOW)
    plain = pandas.read_csv(path, sep="\t", quoting=csv.QUOTE_NONE, dtype=str)
    assert rows[1:] == plain.to_numpy().tolist()


def test_a_long_run_of_quotes_is_read_in_time(path):
    quotes = '"' * 20_001
    text = "text\tlabel\n" + f"{quotes}x\t0\n" * 5
    rows, _ = read(path, text)
    assert len(rows) == 6
