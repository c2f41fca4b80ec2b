"""Words deleted, swapped and masked where words stand without blanks, against texts written by hand."""

from __future__ import annotations

import pytest

from auditkit.capture.references import Blank
from auditkit.explain.edits import (
    Edit,
    edited,
    masked,
    of_one_kind,
    swap_words,
    word_text,
    words_after,
)
from auditkit.inputs.base import TASKS
from auditkit.records import Example
from tests.tiny import tiny_tokenizer
from tests.tiny_scripts import TOKENIZERS

pytest.importorskip("icu", reason="words need ICU: the extra scripts")

ADAPTER = TASKS.get("text-classification")
PIECES = tiny_tokenizer()


def encode(text, tokenizer="bytes", pair=None):
    chosen = PIECES if tokenizer == "pieces" else TOKENIZERS[tokenizer]
    return ADAPTER.encode(chosen, [Example("0" * 16, 0, text, pair)], 400)[0]


def word_called(row, name):
    words = [word_text(row, word).strip() for word in range(row.word_count)]
    return words.index(name)


@pytest.mark.parametrize("tokenizer", ["bytes", "metaspace"])
@pytest.mark.parametrize(
    ("text", "word", "left"),
    [
        ("แมวกินปลา", "กิน", "แมวปลา"),
        ("แมวกินปลา", "แมว", "กินปลา"),
        ("แมวกินปลา", "ปลา", "แมวกิน"),
        ("like 很喜欢这 much", "很喜欢", "like 这 much"),
        ("like 很喜欢这 much", "这", "like 很喜欢 much"),
        ("like 这 much", "这", "like much"),
        ("like 这", "这", "like"),
        ("这 like", "这", "like"),
        ("这 like", "like", "这"),
        ("like 这\uff0c部", "这", "like\uff0c部"),
        ("like film这 much", "film", "like 这 much"),
        ("这\u3000电影", "电影", "这"),
        ("这\u3000电影\u3000部", "电影", "这\u3000部"),
        ("กิน\u200bปลา", "ปลา", "กิน"),
    ],
)
def test_a_deleted_word_leaves_the_blanks_that_set_the_rest_apart(tokenizer, text, word, left):
    row = encode(text, tokenizer)
    names = [word_text(row, at).strip("\u200b \u3000") for at in range(row.word_count)]
    assert edited(row, Edit("delete", names.index(word))).text == left


@pytest.mark.parametrize(
    ("text", "word", "left"),
    [
        ("the film was good", "good", "the film was"),
        ("very good, film", "good", "very, film"),
        ("good film", "good", "film"),
        ("a  good film", "good", "a  film"),
        ("good.film", "film", "good."),
    ],
)
def test_writing_with_blanks_is_edited_as_it_was(text, word, left):
    """One blank goes, the one before the word, at the start the one after it."""
    row = encode(text, "pieces")
    assert edited(row, Edit("delete", word_called(row, word))).text == left


@pytest.mark.parametrize("tokenizer", ["bytes", "metaspace"])
def test_a_swapped_word_takes_no_blank_with_it(tokenizer):
    row = encode("I like the film", tokenizer)
    assert edited(row, Edit("swap", 1, "much")).text == "I much the film"
    row = encode("I like 很喜欢这", tokenizer)
    assert edited(row, Edit("swap", 2, "电影")).text == "I like 电影这"


def test_a_pair_is_edited_in_its_own_field():
    row = encode("แมวกิน", pair="กินปลา")
    changed = edited(row, Edit("delete", 2))
    assert (changed.text, changed.text_pair) == ("แมวกิน", "ปลา")


def test_no_edit_leaves_half_a_letter():
    """BERT's normaliser drops the mark of a letter, so that no token lies on it."""
    row = encode("good cafe\u0301 film", "pieces")
    word = next(at for at in range(row.word_count) if "caf" in word_text(row, at))
    assert word_text(row, word) == "cafe\u0301"
    assert edited(row, Edit("delete", word)).text == "good film"


def test_a_masked_word_is_masked_in_all_its_tokens():
    row = encode("แมวกินปลา")
    hidden = masked(row, 1, Blank("mask", "<mask>", 4))
    changed = [a.id != b.id for a, b in zip(row.tokens, hidden.tokens, strict=True)]
    assert changed == [token.word == 1 for token in row.tokens]


def test_words_that_stay_are_found_again():
    row = encode("แมวกินปลา")
    changed = encode("แมวปลา")
    assert words_after(row, changed, Edit("delete", 1)).tolist() == [0, -1, 1]


class TestVocabulary:
    def test_words_hold_marks_and_may_be_short(self):
        rows = [encode("แมวกินปลาที่ 这部电影\uff0cand it 店")]
        assert swap_words(rows) == sorted(["แมว", "กิน", "ปลา", "ที่", "电影", "and"])

    def test_words_with_blanks_are_chosen_as_before(self):
        """Three letters at least, nothing but letters."""
        rows = [encode("the film, it was 100 good-ish", "pieces")]
        assert swap_words(rows) == ["film", "good", "ish", "the", "was"]

    def test_the_blank_before_a_word_is_no_part_of_it(self):
        assert swap_words([encode("I like the film", "metaspace")]) == ["film", "like", "the"]

    @pytest.mark.parametrize(
        ("own", "words"),
        [
            ("like", ["film", "much"]),
            ("!", ["film", "much"]),
            ("กิน", ["แมว"]),
            ("很喜欢", ["电影"]),
            ("この", ["とても"]),
            ("ဒီ", []),
        ],
    )
    def test_a_word_is_swapped_for_one_of_its_own_script(self, own, words):
        assert of_one_kind(["film", "much", "แมว", "电影", "とても"], own) == words
