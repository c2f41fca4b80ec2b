"""Gold labels in the model's spelling."""

import pytest

from auditkit.errors import DataError
from auditkit.inputs.labels import map_labels

SENTIMENT = ("Negative", "Positive")
EMOTIONS = ("anger", "fear, panic", "joy")


def mapped(value, labels=SENTIMENT, *, multi_label=False):
    answer = map_labels(
        {7: value},
        labels,
        multi_label=multi_label,
        source="d.csv: column 'y'",
        where="row {}".format,
    )
    return answer[7]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Positive", "Positive"),
        ("positive", "Positive"),
        (" NEGATIVE\t", "Negative"),
        (0, "Negative"),
        (1, "Positive"),
        ("1", "Positive"),
        (" 0 ", "Negative"),
        (1.0, "Positive"),
        ("1.0", "Positive"),
        (True, "Positive"),
        (False, "Negative"),
        ("True", "Positive"),
        ("false", "Negative"),
        (["positive"], "Positive"),
        ([0], "Negative"),
    ],
)
def test_one_label(value, expected):
    assert mapped(value) == (expected,)


@pytest.mark.parametrize("value", [None, "", "  ", float("nan"), [None], [""]])
def test_unlabelled(value):
    assert mapped(value) is None


@pytest.mark.parametrize(
    "value", ["neutral", 2, -1, "-1", "01", 0.5, "0.5", float("inf"), [0, 1], {"a": 1}, [], "1e0"]
)
def test_unknown(value):
    with pytest.raises(DataError, match="does not have"):
        mapped(value)


@pytest.mark.parametrize("value", [2, "2", 2.0, "2.0"])
def test_numbers_are_names_if_the_model_has_such_names(value):
    assert mapped(value, ("1", "2", "3")) == ("2",)
    assert mapped(value, ("x", "y", "z")) == ("z",)  # the same value is an index elsewhere


def test_numbers_are_not_both_names_and_indices():
    with pytest.raises(DataError, match="0 in row 7"):
        mapped(0, ("1", "2", "3"))


def test_truths_are_names_if_the_model_has_such_names():
    assert mapped(value=True, labels=("True", "False")) == ("True",)
    assert mapped("true", ("TRUE", "FALSE")) == ("TRUE",)


def test_labels_that_differ_only_in_case_need_their_exact_name():
    assert mapped("us", ("us", "US")) == ("us",)
    assert mapped("US", ("us", "US")) == ("US",)
    with pytest.raises(DataError):
        mapped("Us", ("us", "US"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (["joy", "ANGER"], ("anger", "joy")),
        ([2, "anger"], ("anger", "joy")),
        ([2, 2], ("joy",)),
        ([1, 0, 1], ("anger", "joy")),
        ([True, False, False], ("anger",)),
        ([0.0, 1.0, 0.0], ("fear, panic",)),
        ([0, 0, 0], ()),
        ([], ()),
        ([0, 1], ("anger", "fear, panic")),  # two entries for three classes: indices
        ([0, 1, 2], EMOTIONS),  # a 2 is no membership: indices
        ("joy|anger", ("anger", "joy")),
        ("joy, anger", ("anger", "joy")),
        ("fear, panic", ("fear, panic",)),  # a label as a whole
        ("fear, panic|joy", ("fear, panic", "joy")),
        ("0|2", ("anger", "joy")),
        ("0|0|1", ("joy",)),
        ("0,0,0", ()),
        ("joy", ("joy",)),
        (1, ("fear, panic",)),
        ("", None),
        (None, None),
    ],
)
def test_several_labels(value, expected):
    assert mapped(value, EMOTIONS, multi_label=True) == expected


def test_a_single_membership():
    assert mapped(1, ("toxic",), multi_label=True) == ("toxic",)
    assert mapped("0", ("toxic",), multi_label=True) == ()


@pytest.mark.parametrize("value", ["joy|", ["joy", None], "joy;anger", [[0]], [3], {"joy": 1}])
def test_several_labels_unknown(value):
    with pytest.raises(DataError, match="does not have"):
        mapped(value, EMOTIONS, multi_label=True)


def error_for(values, labels):
    with pytest.raises(DataError) as error:
        map_labels(
            dict(enumerate(values)),
            labels,
            multi_label=False,
            source="d.csv: column 'y'",
            where="row {}".format,
        )
    return str(error.value)


def test_unknown_labels_are_listed_with_their_first_row():
    assert error_for(["positive", "meh", "neutral", "meh"], SENTIMENT) == (
        "d.csv: column 'y' holds 2 labels that the model does not have: 'meh' in row 1, "
        "'neutral' in row 2. The model's labels: 'Negative', 'Positive'. Use these names or their "
        "indices from 0, name another column with --label-column, or none with --label-column ''."
    )


def test_at_most_ten_unknown_labels_are_listed():
    message = error_for([f"x{i:02}" for i in range(12)], SENTIMENT)
    assert "'x09' in row 9, and 2 more. The model's labels" in message
    assert "x10" not in message


def test_placeholder_labels():
    placeholders = ("LABEL_0", "LABEL_1")
    message = error_for(["positive"], placeholders)
    assert "id2label of the model's config.json" in message
    assert mapped(1, placeholders) == ("LABEL_1",)
    assert mapped("label_0", placeholders) == ("LABEL_0",)
    assert "id2label" not in error_for(["positive"], ("LABEL_0", "bad"))


def test_a_list_for_a_model_with_one_label():
    assert "write one, not a list" in error_for([["Negative", "Positive"]], SENTIMENT)


def test_many_classes_are_cut():
    assert "and 980 more" in error_for(["x"], tuple(f"class {i}" for i in range(1000)))


@pytest.mark.parametrize("value", ["-1", -1, "NaN", "none", "-", "N/A"])
def test_what_often_stands_for_no_label_is_refused_with_what_does(value):
    assert "Leave the field empty where a row has no label. Use" in error_for([value], SENTIMENT)
    assert mapped("") is None  # the advice


def test_numbers_that_count_from_one():
    message = error_for(["1", "2"], SENTIMENT)
    assert "these seem to count from 1, so subtract 1 from each" in message
    assert [mapped(value - 1) for value in (1, 2)] == [("Negative",), ("Positive",)]
    assert "count from 1" not in error_for(["1", "3"], SENTIMENT)
