"""Where texts are cut, against segmentations written down by hand."""

from __future__ import annotations

import sys
import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.inputs import segmentation
from auditkit.inputs.segmentation import (
    SAMPLES,
    icu_version,
    is_unbroken,
    segments,
    unbroken_scripts,
    whole_clusters,
)

WORDS = {
    "Thai": "แมว|กิน|ปลา",
    "Thai, with a tone mark over a vowel": "ไป|เที่ยว|ทะเล",
    "Thai, two sentences": "ผม|ชอบ|หนัง| เพลง|ไม่|ดี",
    "Chinese": "这|部|电影",
    "Chinese, a whole sentence": "我|很喜欢|这|部|电影",
    "Chinese, with marks": "演员|不错|\uff0c|但是|音乐|不好|。",
    "Chinese beyond the first plane": "𠮷|野家",
    "Japanese": "この|映画|は|とても",
    "Japanese, katakana": "東京タワー|と|ラーメン",
    "Khmer": "ខ្ញុំ|ចូលចិត្ត|ភាពយន្ត|នេះ",
    "Lao": "ຂ້ອຍ|ມັກ|ຮູບເງົາ|ເລື່ອງ|ນີ້",
    "Burmese": "ဒီ|ရုပ်ရှင်|ကို|ကြိုက်|တယ်",
    "Latin in Chinese": "iPhone|手机|很好",
    "Latin and digits in Thai": "iPhone|ครับ|555",
    "a number in Chinese": "3.14|元",
    "emoji in Chinese": "好吃|👍|👍|!",
    "a family and a flag": "好|👨‍👩‍👧‍👦|🇫🇷|🇩🇪",
    "zero-width spaces": "กิน|\u200bปลา",
    "Tibetan, by its marks": "བཀྲ་|ཤིས་|བདེ་|ལེགས|།",
}
"""Cut by hand at the words that a dictionary has; a blank belongs to what follows it."""

CLUSTERS = {
    "Thai": "แ|ม|ว|กิ|น|ป|ล|า",
    "Thai, with a tone mark over a vowel": "ที่|นี่",
    "Thai, a vowel that follows": "น้ำ|ดำ",
    "Chinese": "我|很|喜|欢",
    "Chinese beyond the first plane": "𠮷|野|家",
    "Japanese, a mark of its own": "か\u3099|な",
    "Latin in Chinese": "iPhone|手|机",
    "Latin and digits in Thai": "iPhone|ค|รั|บ|555",
    "a family and a flag": "好|👨‍👩‍👧‍👦|🇫🇷|🇩🇪",
    "Khmer, a letter under another": "ខ្ញុំ",
    "Javanese": "ꦗ|ꦮ",
    "New Tai Lue": "ᦟ|ᦱ|ᧉ",
    "Yi": "ꆈ|ꌠ",
}
"""Without a dictionary, and for scripts that ICU has none for."""

ONE = {
    "a family": "👨‍👩‍👧‍👦",
    "a flag": "🇫🇷",
    "a skin tone": "👍🏽",
    "a keycap": "1️⃣",
    "a letter with marks": "e\u0323\u0301",
    "Hangul jamo": "\u1112\u1161\u11ab",
    "a Devanagari conjunct": "क्ष",
    "a Bengali conjunct": "ক্ষ",
    "Thai with two marks": "ที่",
    "Hebrew with points": "שָּׁ",
}


@pytest.fixture
def with_icu() -> None:
    pytest.importorskip("icu", reason="words need ICU: the extra scripts")


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icu", None)


def cut(text: str) -> list[str]:
    numbers = iter(segments(text))
    return ["".join(part) for _, part in groupby(text, key=lambda _: next(numbers))]


@pytest.mark.usefixtures("with_icu")
class TestWords:
    @pytest.mark.parametrize("name", WORDS)
    def test_words_are_those_of_a_dictionary(self, name):
        parts = WORDS[name].split("|")
        assert cut("".join(parts)) == parts

    @pytest.mark.parametrize("name", ["Javanese", "New Tai Lue", "Yi"])
    def test_a_script_without_a_dictionary_is_cut_at_clusters(self, name):
        parts = CLUSTERS[name].split("|")
        assert cut("".join(parts)) == parts

    def test_characters_of_two_utf_16_units_move_no_cut(self):
        """A cut counted in UTF-16 units and taken as code points would fall one too late."""
        assert cut("𠮷𠮷𠮷 แมวกินปลา")[-3:] == [" แมว", "กิน", "ปลา"]

    def test_the_version_is_that_of_the_library(self):
        import icu

        assert icu_version() == icu.ICU_VERSION

    def test_words_do_not_depend_on_the_locale_of_the_machine(self):
        import icu

        before = icu.Locale.getDefault()
        try:
            icu.Locale.setDefault(icu.Locale("th_TH"))
            assert cut("แมวกินปลา我很喜欢") == ["แมว", "กิน", "ปลา", "我", "很喜欢"]
        finally:
            icu.Locale.setDefault(before)


@pytest.mark.usefixtures("without_icu")
class TestWithoutIcu:
    @pytest.mark.parametrize("name", CLUSTERS)
    def test_letters_are_cut_at_clusters(self, name):
        parts = CLUSTERS[name].split("|")
        assert cut("".join(parts)) == parts

    def test_no_version_is_named(self):
        assert icu_version() is None

    def test_negative_control_words_are_not_found(self):
        assert cut("แมวกินปลา") != ["แมว", "กิน", "ปลา"]


@pytest.mark.parametrize("icu", ["with_icu", "without_icu"])
@pytest.mark.parametrize("name", ONE)
def test_what_a_reader_sees_as_one_is_never_cut(icu, name, request):
    request.getfixturevalue(icu)
    assert len(set(segments(ONE[name]))) == 1
    alone, beside = cut(f"{ONE[name]}我"), cut(f"我{ONE[name]}")
    assert "".join(alone).startswith(ONE[name])
    assert any(ONE[name] in part for part in alone)
    assert any(ONE[name] in part for part in beside)


@given(st.text("แมวกินปลาที่我很𠮷かなa1 ,。\u0301\u200d\u200b🇫🇷👨👩་ཀ\n", max_size=24))
def test_segments_tile_the_text_and_cut_no_cluster(text):
    import regex

    numbers = segments(text)
    assert len(numbers) == len(text)
    assert numbers == sorted(numbers)
    for match in regex.finditer(r"\X", text):
        assert len(set(numbers[match.start() : match.end()])) == 1


class TestScripts:
    @pytest.mark.parametrize("name", SAMPLES)
    def test_samples_are_two_letters_of_their_script(self, name):
        first, second = SAMPLES[name]
        assert first != second
        assert unbroken_scripts(SAMPLES[name]) == {name}
        assert {unicodedata.category(char)[0] for char in SAMPLES[name]} <= {"L", "C"}

    @pytest.mark.parametrize(
        "text",
        [
            "good",
            "café",
            "हिन्दी",
            "한국어",
            "שלום",
            "مرحبا",
            "😀🇫🇷",
            "\uff0c。\uff01",
            "Ελλάδα",
            "ქართული",
        ],
    )
    def test_writing_with_blanks_and_signs_are_not_unbroken(self, text):
        assert not is_unbroken(text)
        assert unbroken_scripts(text) == frozenset()

    def test_scripts_of_a_mixed_text(self):
        assert unbroken_scripts("I like 我 とても ครับ") == {"Han", "Hiragana", "Thai"}


class TestWholeClusters:
    @pytest.mark.parametrize(
        ("text", "span", "whole"),
        [
            ("cafe\u0301s", (0, 4), (0, 5)),
            ("cafe\u0301s", (4, 6), (3, 6)),
            ("plain", (1, 3), (1, 3)),
            ("a\r\nb é", (1, 2), (1, 2)),
            ("é", (0, 0), (0, 0)),
        ],
    )
    def test_spans_are_widened(self, text, span, whole):
        assert whole_clusters(text, *span) == whole


def test_negative_control_cutting_by_utf_16_is_noticed(with_icu, monkeypatch):
    monkeypatch.setattr(segmentation, "_code_points", lambda _, offsets: iter(offsets))
    with pytest.raises((AssertionError, IndexError)):
        TestWords().test_characters_of_two_utf_16_units_move_no_cut()
