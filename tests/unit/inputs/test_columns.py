"""Columns are found by name or as the user says, and never guessed from their content."""

import pytest

from auditkit.errors import DataError
from auditkit.inputs.columns import FLAGS, choose_columns

NOTHING = dict.fromkeys(("text", "text_pair", "label", "slice", "id"))


def chosen(names, **asked):
    return tuple(choose_columns(names, {**NOTHING, **asked}, "data.csv").values())


def refusal(names, **asked):
    with pytest.raises(DataError) as error:
        chosen(names, **asked)
    return str(error.value)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["text", "label"], ("text", None, "label", None, None)),
        (["label", "TEXT"], ("TEXT", None, "label", None, None)),
        ([" Text ", " Label"], (" Text ", None, " Label", None, None)),
        (["stars", "review"], ("review", None, None, None, None)),
        (["title", "content", "label"], ("content", None, "label", None, None)),
        (["sentence", "label", "idx"], ("sentence", None, "label", None, "idx")),
        (["sentence1", "sentence2", "label"], ("sentence1", "sentence2", "label", None, None)),
        (["Sentence_A", "Sentence_B"], ("Sentence_A", "Sentence_B", None, None, None)),
        (["premise", "hypothesis", "gold"], ("premise", "hypothesis", "gold", None, None)),
        (
            ["gold_label", "sentence1_parse", "sentence1", "sentence2", "pairID", "label1"],
            ("sentence1", "sentence2", "gold_label", None, "pairID"),
        ),
        (
            ["id", "qid1", "qid2", "question1", "question2", "is_duplicate"],
            ("question1", "question2", "is_duplicate", None, "id"),
        ),
        (["index", "question", "sentence", "label"], ("question", "sentence", "label", None, "index")),
        (["question", "context", "gold_label"], ("question", "context", "gold_label", None, None)),
        (["question", "passage", "idx", "label"], ("question", "passage", "label", None, "idx")),
        (["passage", "query"], ("query", "passage", None, None, None)),
        (["document", "query"], ("query", "document", None, None, None)),
        (["document", "topic"], ("document", None, "topic", None, None)),
        (["claim", "evidence", "label"], ("claim", "evidence", "label", None, None)),
        (["question", "answer"], ("question", None, None, None, None)),
        (["text", "text_pair"], ("text", "text_pair", None, None, None)),
        (["review", "text_pair"], ("review", "text_pair", None, None, None)),
        (["text", "hypothesis", "sentence2", "passage"], ("text", None, None, None, None)),
        (["text", "split", "source", "Domain"], ("text", None, None, "Domain", None)),
        (["text", "split"], ("text", None, None, None, None)),
        (["text", "category", "Label"], ("text", None, "Label", None, None)),
        (["text", "sentiment"], ("text", None, "sentiment", None, None)),
        (["uid", "ID", "text"], ("text", None, None, None, "ID")),
    ],
)  # fmt: skip
def test_by_name(names, expected):
    assert chosen(names) == expected
    assert chosen(names[::-1]) == expected  # the order in the file decides nothing


@pytest.mark.parametrize(
    ("names", "doubtful", "flag"),
    [
        (["question", "context", "passage"], ("context", "passage"), "--pair-column"),
        (["query", "document", "passage"], ("document", "passage"), "--pair-column"),
        (["premise", "hypothesis", "text_pair"], ("hypothesis", "text_pair"), "--pair-column"),
        (["text", "content"], ("text", "content"), "--text-column"),
        (["body", "tweet", "review"], ("body", "tweet", "review"), "--text-column"),
        (["text", "premise", "hypothesis"], ("text", "premise"), "--text-column"),
        (["query", "text"], ("query", "text"), "--text-column"),
        (["Text", "text"], ("Text", "text"), "--text-column"),
        (["text", "label", "gold_label"], ("label", "gold_label"), "--label-column"),
        (["text", "sentiment", "Target"], ("sentiment", "Target"), "--label-column"),
        (["text", "domain", "Domain"], ("domain", "Domain"), "--slice-column"),
    ],
)
def test_two_that_may_have_one_role_are_refused_until_one_is_named(names, doubtful, flag):
    message = refusal(names)
    assert f"{len(doubtful)} columns may hold" in message
    assert all(repr(name) in message for name in doubtful)
    assert not [name for name in names if name not in doubtful and repr(name) in message]
    role = {flag: role for role, flag in FLAGS.items()}[flag]
    assert f"with {flag}" in message
    for name in doubtful:
        assert dict(zip(NOTHING, chosen(names, **{role: name}), strict=True))[role] == name
    if role != "text":
        assert f"or none with {flag} ''" in message
        assert dict(zip(NOTHING, chosen(names, **{role: ""}), strict=True))[role] is None
    else:
        first, second = doubtful[:2]
        assert "a second text, if there is one, with --pair-column" in message
        assert chosen(names, text=first, text_pair=second)[:2] == (first, second)


def test_a_column_that_the_user_gave_another_role_is_no_candidate():
    assert chosen(["text", "content"], slice="content")[0] == "text"
    assert chosen(["question", "context", "passage"], label="passage")[1] == "context"
    assert chosen(["query", "text"], text_pair="text")[:2] == ("query", "text")


def test_as_the_user_says():
    names = ["text", "text_pair", "label", "domain", "id", "a", "b", "c", "d", "e"]
    asked = {"text": "a", "text_pair": "b", "label": "c", "slice": "d", "id": "e"}
    assert chosen(names, **asked) == ("a", "b", "c", "d", "e")


def test_an_empty_string_is_no_column():
    names = ["premise", "hypothesis", "label", "domain", "id"]
    assert chosen(names)[1:] == ("hypothesis", "label", "domain", "id")
    nothing = dict.fromkeys(("text_pair", "label", "slice", "id"), "")
    assert chosen(names, **nothing) == ("premise", None, None, None, None)


def test_the_partner_of_a_text_that_the_user_named():
    assert chosen(["text", "premise", "hypothesis"], text="premise")[:2] == (
        "premise",
        "hypothesis",
    )


def test_a_column_has_one_role():
    assert chosen(["text", "class", "label"], slice="label")[2:4] == ("class", "label")
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


def test_hostile_and_many_names_are_escaped_and_cut():
    names = ["\x1b[31m\u202e", "x" * 500, *(f"c{i}" for i in range(100))]
    with pytest.raises(DataError) as error:
        chosen(names)
    message = str(error.value)
    assert message.isprintable()
    assert "and 82 more" in message
    assert len(message) < 500
