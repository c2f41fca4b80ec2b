"""Names of tokens and words, where several tokens lie on the same characters and where none does."""

from __future__ import annotations

from auditkit.render.token_names import TokenNames


def names(text: str, *tokens: tuple[str, int, int, int]) -> TokenNames:
    """Names of tokens given as spelling, start, stop and word, between two special ones."""
    rows = [("<s>", 0, 0, -1), *tokens, ("</s>", 0, 0, -1)]
    return TokenNames(
        {
            "text": text,
            "text_pair": None,
            "tokens": [row[0] for row in rows],
            "starts": [row[1] for row in rows],
            "stops": [row[2] for row in rows],
            "words": [row[3] for row in rows],
            "segments": [0 if row[3] >= 0 else -1 for row in rows],
        }
    )


def labels(found: TokenNames, count: int) -> list[str]:
    return [found.label(token) for token in range(count)]


def test_a_mark_for_a_blank_is_told_from_the_letter_it_lies_on() -> None:
    found = names("\u6f14\u5458", ("\u2581", 0, 1, 0), ("\u6f14", 0, 1, 0), ("\u5458", 1, 2, 0))
    assert labels(found, 5) == ["<s>", "\u2581", "\u6f14", "\u5458", "</s>"]
    assert found.word(0) == "\u6f14\u5458"


def test_bytes_of_one_character_are_numbered() -> None:
    parts = [(spelling, 1, 2, 1) for spelling in ("\u00f0", "\u0141", "\u013a", "\u0122")]
    found = names("a\U0001f600", ("a", 0, 1, 0), *parts)
    assert labels(found, 6)[2:] == [f"\U0001f600 {n}/4" for n in (1, 2, 3, 4)]


def test_the_blank_before_a_word_does_not_tell_its_parts_apart() -> None:
    found = names("I \u6211", ("I", 0, 1, 0), ("\u0120\u00e6", 1, 3, 1), ("\u012a\u0133", 2, 3, 1))
    assert labels(found, 4)[2:] == ["\u6211 1/2", "\u6211 2/2"]


def test_tokens_that_share_nothing_keep_their_text() -> None:
    found = names("a film", ("a", 0, 1, 0), ("\u0120", 2, 2, 1), ("fi", 2, 4, 1), ("lm", 4, 6, 1))
    assert labels(found, 5) == ["<s>", "a", "\u0120", "fi", "lm"]


def test_the_name_of_a_word_holds_its_marks() -> None:
    assert names("cafe\u0301 x", ("cafe", 0, 4, 0), ("x", 6, 7, 1)).word(0) == "cafe\u0301"
