"""Units of tokens: words written down by hand, the rule for writing with blanks, whole tokens."""

from __future__ import annotations

import sys
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import example as with_example
from hypothesis import strategies as st

from auditkit.inputs.base import TASKS
from auditkit.inputs.segmentation import is_blank, is_unbroken, large_clusters, segments
from auditkit.inputs.units import Spot, divided_scripts, segmented, units
from auditkit.records import Example, Flag
from tests.tiny_scripts import TEXTS, TOKENIZERS

ADAPTER = TASKS.get("text-classification")
WITHOUT_CUTS = ("metaspace", "bytes")
"""Tokenizers that do not divide writing without blanks."""

UNITS = {
    "แมวกินปลา": "แมว|กิน|ปลา",
    "ดีมาก สวัสดีครับ": "ดี|มาก|สวัสดี|ครับ",
    "我很喜欢这部电影\uff0c故事非常精彩": "我|很喜欢|这|部|电影|\uff0c|故事|非常|精彩",
    "この映画はとても": "この|映画|は|とても",
    "ខ្ញុំចូលចិត្តភាពយន្តនេះ": "ខ្ញុំ|ចូលចិត្ត|ភាពយន្ត|នេះ",
    "ຂ້ອຍມັກຮູບເງົາ": "ຂ້ອຍ|ມັກ|ຮູບເງົາ",
    "ဒီရုပ်ရှင်ကို": "ဒီ|ရုပ်ရှင်|ကို",
    "I like 我很喜欢这部电影 very much": "I|like|我|很喜欢|这|部|电影|very|much",
    "iPhone手机 good": "iPhone|手机|good",
    "好吃😀👨‍👩‍👧 🇫🇷": "好吃|😀|👨‍👩‍👧|🇫🇷",
}
"""What does not depend on which pieces a tokenizer has, cut by hand."""

KNOWN = {char for piece in TOKENIZERS["metaspace"].get_vocab() for char in piece}
"""Characters of the tiny vocabulary; neighbours outside it are one unknown token."""


@pytest.fixture
def with_icu() -> None:
    pytest.importorskip("icu", reason="words need ICU: the extra scripts")


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icu", None)


def encode(text, pair=None, *, tokenizer, max_tokens=400):
    return ADAPTER.encode(TOKENIZERS[tokenizer], [Example("0" * 16, 0, text, pair)], max_tokens)[0]


def words_of(encoded):
    """The text of each word, blanks at its ends left out."""
    found = {}
    for token in encoded.tokens:
        if token.kind == "text":
            start, stop = found.get(token.word, (token.segment, token.start, token.stop))[1:]
            found[token.word] = (token.segment, min(start, token.start), max(stop, token.stop))
    fields = (encoded.example.text, encoded.example.text_pair)
    return [fields[field][start:stop].strip() for field, start, stop in found.values()]


def rule_of_blanks(tokenizer, text, pair=None):
    """The words before writing without blanks was known: by (sequence, word id), cut at blanks."""
    fast = tokenizer([text], None if pair is None else [pair]).encodings[0]
    words, stretches, found = {}, [], []
    for field in (text, pair or ""):
        numbers, stretch, after_space = [], 0, False
        for character in field:
            stretch += character.isspace() and not after_space
            after_space = character.isspace()
            numbers.append(stretch)
        stretches.append(numbers)
    for (start, stop), word, field in zip(
        fast.offsets, fast.word_ids, fast.sequence_ids, strict=True
    ):
        if field is None or word is None:
            found.append(-1)
            continue
        last = max(start, stop - 1)
        stretch = stretches[field][min(last, len(stretches[field]) - 1)]
        found.append(words.setdefault((field, word, stretch), len(words)))
    return found


class TestWords:
    @pytest.mark.usefixtures("with_icu")
    @pytest.mark.parametrize(
        ("tokenizer", "text"),
        [
            *(("bytes", text) for text in UNITS),
            *(("metaspace", text) for text in UNITS if set(text) - {" "} <= KNOWN),
        ],
    )
    def test_words_of_each_script(self, tokenizer, text):
        assert words_of(encode(text, tokenizer=tokenizer)) == UNITS[text].split("|")

    @pytest.mark.usefixtures("without_icu")
    @pytest.mark.parametrize("tokenizer", WITHOUT_CUTS)
    def test_clusters_without_icu(self, tokenizer):
        row = encode("我很喜欢 I like", tokenizer=tokenizer)
        assert words_of(row) == ["我", "很", "喜", "欢", "I", "like"]

    def test_negative_control_the_rule_of_blanks_had_one_word(self):
        assert set(rule_of_blanks(TOKENIZERS["metaspace"], "แมวกินปลา")) == {-1, 0}

    @pytest.mark.usefixtures("with_icu")
    def test_a_pair_is_cut_in_both_fields(self):
        row = encode("กินปลา like", "我很喜欢", tokenizer="bytes")
        assert words_of(row) == ["กิน", "ปลา", "like", "我", "很喜欢"]

    @pytest.mark.usefixtures("with_icu")
    def test_what_is_cut_off_changes_no_unit_before_it(self):
        text = "我很喜欢这部电影"
        whole, part = (encode(text, tokenizer="bytes", max_tokens=m) for m in (400, 12))
        assert part.words.tolist()[1:-1] == whole.words.tolist()[1:11]
        assert Flag.TRUNCATED in part.flags

    def test_words_are_numbered_in_the_order_of_the_tokens(self):
        for text in TEXTS:
            for tokenizer in TOKENIZERS:
                words = [w for w in encode(text, tokenizer=tokenizer).words.tolist() if w >= 0]
                assert list(dict.fromkeys(words)) == list(range(len(set(words))))


class TestTokenizersThatDivide:
    def test_which_scripts_a_tokenizer_divides(self):
        assert divided_scripts(TOKENIZERS["bert"]) == {"Han"}
        assert divided_scripts(TOKENIZERS["metaspace"]) == frozenset()
        assert divided_scripts(TOKENIZERS["bytes"]) == frozenset()

    @given(st.text("我很喜欢这部电影\uff0c。\uff01abc 1.5\n", max_size=20))
    @with_example("评分3.5分 3.5分")
    def test_ideographs_of_bert_stay_words_of_their_own(self, text):
        row = encode(text, tokenizer="bert")
        assert row.words.tolist() == rule_of_blanks(TOKENIZERS["bert"], text)

    def test_examples_that_are_cut_are_counted(self):
        texts = ["plain", "我很喜欢", "กินปลา", "我กินปลา", "plain"]
        examples = [Example(str(at), at, text) for at, text in enumerate(texts)]
        pair = Example("5", 5, "plain", "กินปลา")
        assert segmented(TOKENIZERS["bytes"], [*examples, pair]) == 4
        assert segmented(TOKENIZERS["bert"], [*examples, pair]) == 2


SPACED = (
    "abcXYZ\u00e9\u00df\u0416\u044f\u03a9\u05e9\u05dc\u0645\u0631\u0939\u092e\ud55c\uad6d"
    "0123.,!?'\"-()\u2014\u2026\uff0c\u3002 \t\n\r\u00a0\u3000\u00ad\u200b\U0001f600\u2764\U0001d420"
)
"""Letters, digits, marks and signs of writing with blanks, none of which combines with another."""


class TestWritingWithBlanks:
    @given(st.text(SPACED, max_size=30), st.none() | st.text(SPACED, max_size=10))
    @pytest.mark.parametrize("tokenizer", TOKENIZERS)
    def test_words_are_what_they_were(self, tokenizer, text, pair):
        assume(not large_clusters(text))
        assume(not large_clusters(pair or ""))
        row = encode(text, pair, tokenizer=tokenizer)
        assert row.words.tolist() == rule_of_blanks(TOKENIZERS[tokenizer], text, pair)

    def test_negative_control_the_comparison_notices_writing_without_blanks(self):
        text = "我很喜欢"
        row = encode(text, tokenizer="bytes")
        assert row.words.tolist() != rule_of_blanks(TOKENIZERS["bytes"], text)

    @pytest.mark.parametrize("tokenizer", WITHOUT_CUTS)
    @pytest.mark.parametrize("text", ["cafe\u0301s", "e\u0323\u0301", "\u05e9\u05b8\u05bc", "क्षम"])
    def test_a_letter_and_its_marks_are_never_two_words(self, tokenizer, text):
        row = encode(text, tokenizer=tokenizer)
        for spans in large_clusters(text).values():
            inside = [
                t
                for t in row.tokens
                if t.kind == "text" and t.start < spans[1] and t.stop > spans[0]
            ]
            assert len({token.word for token in inside}) == 1

    def test_negative_control_the_rule_of_blanks_did_divide_them(self):
        assert len(set(rule_of_blanks(TOKENIZERS["bytes"], "cafe\u0301"))) == 3


def connected(text, spans):
    """Brute force: tokens that share a segment are joined until nothing changes; blanks count if alone."""
    numbers = segments(text)
    on = []
    for start, stop in spans:
        seen = [at for at in range(start, stop) if not is_blank(text[at])]
        on.append({numbers[at] for at in seen or [stop - 1]})
    groups = [{at} for at in range(len(spans))]
    while True:
        for first, second in combinations(groups, 2):
            if any(on[a] & on[b] for a in first for b in second):
                groups.remove(second)
                first.update(second)
                break
        else:
            return {frozenset(group) for group in groups}


@given(
    st.sampled_from(["แมวกินปลา", "我很喜欢这部电影", "a很喜👨‍👩‍👧好", "กิน\u200bปลา"]),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 4)), max_size=8),
)
def test_units_are_connected_components_of_tokens_and_segments(text, chosen):
    spans = [
        (start, min(start + length, len(text))) for start, length in chosen if start < len(text)
    ]
    spots = [Spot(start, stop, 0, 0) for start, stop in spans]
    found = units(spots, (text, ""), frozenset())
    parts = {frozenset(at for at, unit in enumerate(found) if unit == one) for one in set(found)}
    assert parts == connected(text, spans)


@given(st.text("แมวกินที่我很喜欢かな👨‍👩‍👧e\u0301 ab.", max_size=20))
@pytest.mark.parametrize("tokenizer", TOKENIZERS)
def test_no_character_lies_in_two_units(tokenizer, text):
    row = encode(text, tokenizer=tokenizer)
    of_text = [token for token in row.tokens if token.kind == "text"]
    for at in range(len(text)):
        if is_unbroken(text[at]):
            assert len({token.word for token in of_text if token.start <= at < token.stop}) <= 1


class TestFlags:
    @pytest.mark.parametrize(
        ("text", "tokenizer", "flags"),
        [
            ("店", "bytes", {Flag.ONE_UNIT}),
            ("unbelievable", "bytes", {Flag.ONE_UNIT}),
            ("👨‍👩‍👧", "bytes", {Flag.ONE_UNIT}),
            ("店", "bert", {Flag.ONE_TOKEN}),
            ("我很", "bytes", set()),
            ("", "bytes", {Flag.EMPTY}),
        ],
    )
    def test_a_text_of_one_unit_is_flagged(self, text, tokenizer, flags):
        assert encode(text, tokenizer=tokenizer).flags == flags

    def test_units_are_counted_over_both_fields(self):
        assert encode("店", "店", tokenizer="bytes").flags == set()
