"""Where a text can be cut into units: at blanks and, in scripts without blanks, at words.

Words come from ICU's dictionaries where ICU is installed, else each grapheme cluster stands for one.
No cut ever falls into a grapheme cluster, so an emoji of several code points, a flag, a letter with
its marks and a conjunct stay whole.

References:
    Unicode Standard Annex #29, Unicode Text Segmentation; https://unicode-org.github.io/icu
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

SAMPLES = {
    "Han": "\u4e00\u4e01", "Hiragana": "\u3042\u3044", "Katakana": "\u30a2\u30a4",
    "Thai": "\u0e01\u0e02", "Lao": "\u0e81\u0e82", "Khmer": "\u1780\u1781", "Myanmar": "\u1000\u1001",
    "Tibetan": "\u0f40\u0f41",
    "Bopomofo": "\u3105\u3106", "Yi": "\ua000\ua001", "Tangut": "\U00017000\U00017001",
    "Nushu": "\U0001b170\U0001b171", "Khitan_Small_Script": "\U00018b00\U00018b01",
    "Tai_Le": "\u1950\u1951", "New_Tai_Lue": "\u1980\u1981", "Tai_Tham": "\u1a20\u1a21",
    "Tai_Viet": "\uaa80\uaa81", "Ahom": "\U00011700\U00011701", "Javanese": "\ua98f\ua990",
    "Balinese": "\u1b13\u1b14",
}  # fmt: skip
"""Script that is written without blanks between words (Unicode property Script) -> two of its letters."""
WITH_DICTIONARY = frozenset(("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"))
"""Scripts whose words ICU finds."""
WITH_MARKS = frozenset(("Tibetan",))
"""Scripts with a mark after each syllable, which is where they are cut."""

_TSHEG = frozenset("\u0f0b\u0f0c")
_FIRST_ASTRAL = "\U00010000"


@cache
def pattern(*scripts: str) -> Any:  # noqa: ANN401  (regex has no types)
    """Return what finds a character of one of the scripts."""
    import regex

    return regex.compile("[" + "".join(rf"\p{{Script={name}}}" for name in scripts) + "]")


def is_unbroken(text: str) -> bool:
    """Whether a text has letters of a script that is written without blanks between words."""
    return not text.isascii() and bool(pattern(*SAMPLES).search(text))


def unbroken_scripts(text: str) -> frozenset[str]:
    """Return the scripts without blanks between words that a text has letters of."""
    if not is_unbroken(text):
        return frozenset()
    return frozenset(name for name in SAMPLES if pattern(name).search(text))


def icu_version() -> str | None:
    """Return the version of the ICU that is installed for Python; None without one."""
    icu = _icu()
    return None if icu is None else str(icu.ICU_VERSION)


def _icu() -> Any:  # noqa: ANN401  (icu has no types)
    try:
        import icu
    except ImportError:
        return None
    return icu


def stretches(text: str) -> list[int]:
    """Return for each character the number of the stretch between blanks that it belongs to.

    A blank belongs to the stretch after it, as byte-level tokenizers have it.
    """
    numbers: list[int] = []
    stretch, after_space = 0, False
    for character in text:
        space = character.isspace()
        stretch += space and not after_space
        after_space = space
        numbers.append(stretch)
    return numbers


def clusters(text: str) -> list[int]:
    """Return where each grapheme cluster of a text starts."""
    import regex

    return [match.start() for match in regex.finditer(r"\X", text)]


@lru_cache(maxsize=64)
def large_clusters(text: str) -> dict[int, tuple[int, int]]:
    """Return the span of its grapheme cluster for each character that shares one with another.

    Clusters that begin with a blank are left out: a line feed after a carriage return shares its
    cluster, and yet is a blank like any other.
    """
    if text.isascii():
        return {}
    return {
        at: (start, stop)
        for start, stop in pairwise((*clusters(text), len(text)))
        if stop > start + 1 and not text[start].isspace()
        for at in range(start, stop)
    }


def whole_clusters(text: str, start: int, stop: int) -> tuple[int, int]:
    """Return a span widened so that it cuts no grapheme cluster; an empty one stays as it is."""
    if start >= stop:
        return start, stop
    large = large_clusters(text)
    return large.get(start, (start, stop))[0], large.get(stop - 1, (start, stop))[1]


def segments(text: str) -> list[int]:
    """Return for each character the number of its segment: a word, or a mark or sign by itself.

    Blanks and invisible characters (zero-width spaces) belong to the segment after them, the mark
    after a Tibetan syllable to the syllable.
    """
    starts = clusters(text)
    words = _word_starts(text)
    found = WITH_MARKS if _icu() is None else WITH_MARKS | WITH_DICTIONARY
    lost = pattern(*(name for name in SAMPLES if name not in found))
    kept = [
        start
        for before, start in pairwise(starts)
        if start in words or _divides(text[before], text[start], lost)
    ]
    return numbered(_without_lone_blanks(text, kept), len(text))


def numbered(starts: Iterable[int], length: int) -> list[int]:
    """Return for each of `length` characters how many of `starts` lie at or before it."""
    steps = [0] * length
    for start in starts:
        steps[start] = 1
    return list(accumulate(steps))


def _divides(before: str, after: str, lost: Any) -> bool:  # noqa: ANN401  (regex has no types)
    """Whether two clusters, by their first characters, are apart although no rule for words says so.

    Letters of a script whose words nobody finds are; so is writing without blanks from the letters
    and digits of other writing, which ICU often joins.
    """
    if is_unbroken(before) != is_unbroken(after):
        return _is_other(before) or _is_other(after)
    return bool(lost.match(before) and lost.match(after))


def _is_other(character: str) -> bool:
    """Whether a character is a letter or digit of writing with blanks; signs of all scripts are not.

    The sign that prolongs a vowel in kana is a letter of no script of its own.
    """
    kind = unicodedata.category(character)[0]
    is_letter = kind == "L" and not pattern("Common").match(character)
    return (is_letter or kind == "N") and not is_unbroken(character)


def _word_starts(text: str) -> set[int]:
    """Return where words start: by ICU's dictionaries, without ICU by the default rules of UAX #29."""
    import regex

    icu = _icu()
    if icu is None:
        return {match.start() for match in regex.finditer(r"(?w)\b", text)}
    words = icu.BreakIterator.createWordInstance(icu.Locale("root"))
    words.setText(icu.UnicodeString(text))
    return set(_code_points(text, words))


def _code_points(text: str, offsets: Iterable[int]) -> Iterator[int]:
    """Turn offsets in UTF-16, which ICU counts in, into offsets in code points."""
    if max(text, default="") < _FIRST_ASTRAL:
        return iter(offsets)
    units = accumulate((2 if char >= _FIRST_ASTRAL else 1 for char in text), initial=0)
    place = {unit: at for at, unit in enumerate(units)}
    return (place[offset] for offset in offsets)


def _without_lone_blanks(text: str, starts: Sequence[int]) -> Iterator[int]:
    """Leave out the starts that would set apart blanks, or the mark after a syllable."""
    after_blanks = False
    for start, stop in pairwise((0, *starts, len(text))):
        inside = text[start:stop]
        blanks = all(map(is_blank, inside))
        is_mark = all(character in _TSHEG for character in inside)
        if start and not (after_blanks or is_mark or (blanks and stop == len(text))):
            yield start
        after_blanks = blanks


def is_blank(character: str) -> bool:
    """Whether a character leaves no mark: a blank, or a format character such as a zero-width space."""
    return character.isspace() or unicodedata.category(character) == "Cf"
