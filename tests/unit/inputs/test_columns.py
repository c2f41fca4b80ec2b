"""Columns are found by name or as the user says, and never guessed from their content."""

import pytest

from auditkit.errors import DataError
from auditkit.inputs.columns import choose_columns

NOTHING = {"text": None, "text_pair": None, "label": None, "slice": None}


def chosen(names, **asked):
    return tuple(choose_columns(names, {**NOTHING, **asked}, "data.csv").values())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["text", "label"], ("text", None, "label", None)),
        (["label", "TEXT"], ("TEXT", None, "label", None)),
        ([" Text ", " Label"], (" Text ", None, " Label", None)),
        (["body", "tweet", "review"], ("review", None, None, None)),
        (["sentence", "label", "idx"], ("sentence", None, "label", None)),
        (["sentence1", "sentence2", "label"], ("sentence1", "sentence2", "label", None)),
        (["premise", "hypothesis", "gold"], ("premise", "hypothesis", "gold", None)),
        (["question1", "question2", "is_duplicate"], ("question1", "question2", None, None)),
        (["question", "sentence", "label"], ("question", "sentence", "label", None)),
        (["question", "answer"], ("question", None, None, None)),
        (["text", "text_pair"], ("text", "text_pair", None, None)),
        (["review", "text_pair"], ("review", "text_pair", None, None)),
        (["text", "hypothesis", "sentence2", "passage"], ("text", None, None, None)),
        (["text", "premise", "hypothesis"], ("text", None, None, None)),
        (["text", "split", "source", "Domain"], ("text", None, None, "Domain")),
        (["text", "split"], ("text", None, None, None)),
        (["text", "sentiment", "Target"], ("text", None, "Target", None)),
        (["Text", "text"], ("text", None, None, None)),
    ],
)
def test_by_name(names, expected):
    assert chosen(names) == expected


def test_as_the_user_says():
    names = ["text", "text_pair", "label", "domain", "a", "b", "c", "d"]
    asked = {"text": "a", "text_pair": "b", "label": "c", "slice": "d"}
    assert chosen(names, **asked) == ("a", "b", "c", "d")


def test_an_empty_string_is_no_column():
    names = ["premise", "hypothesis", "label", "domain"]
    assert chosen(names)[1:] == ("hypothesis", "label", "domain")
    assert chosen(names, text_pair="", label="", slice="") == ("premise", None, None, None)


def test_the_partner_of_a_text_that_the_user_named():
    assert chosen(["text", "premise", "hypothesis"], text="premise")[:2] == (
        "premise",
        "hypothesis",
    )


def test_a_column_has_one_role():
    assert chosen(["text", "class", "label"], slice="label")[2:] == ("class", "label")
    assert chosen(["body", "text", "text_pair"], text="text_pair")[:2] == ("text_pair", None)
    assert chosen(["question", "sentence"], text="question", label="sentence")[1] is None


def test_a_missing_column_names_the_nearest():
    with pytest.raises(DataError) as error:
        chosen(["text", "Label", "domain"], label="lable")
    assert str(error.value) == (
        "data.csv has no column 'lable' (--label-column). Did you mean 'Label'? "
        "Its columns: 'text', 'Label', 'domain'."
    )


def test_a_missing_column_without_a_near_name():
    with pytest.raises(DataError) as error:
        chosen(["text"], slice="zzz")
    assert str(error.value) == (
        "data.csv has no column 'zzz' (--slice-column). Its columns: 'text'."
    )


@pytest.mark.parametrize("names", [["utterance"], ["utterance", "label"], ["hypothesis"], []])
def test_the_text_is_never_guessed(names):
    with pytest.raises(DataError, match="no column is known to hold the text") as error:
        chosen(names)
    assert "--text-column NAME" in str(error.value)
    assert all(repr(name) in str(error.value) for name in names)


def test_names_that_differ_only_in_case():
    with pytest.raises(DataError, match=r"data\.csv: text: the columns 'Text', 'TEXT' differ only"):
        chosen(["Text", "TEXT"])


def test_hostile_and_many_names_are_escaped_and_cut():
    names = ["\x1b[31m\u202e", "x" * 500, *(f"c{i}" for i in range(100))]
    with pytest.raises(DataError) as error:
        chosen(names)
    message = str(error.value)
    assert message.isprintable()
    assert "and 82 more" in message
    assert len(message) < 500
