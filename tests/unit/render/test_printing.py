"""What the printed templates choose and cut."""

from __future__ import annotations

from dataclasses import replace

from auditkit.render import printing
from auditkit.render.card import view
from tests.unit.render.small_page import example_card


def test_printed_tokens_are_the_strongest_in_the_order_of_the_text() -> None:
    shown = view(example_card(" ".join("abcdefgh" * 8)))
    kept = printing.rows(shown)
    assert len(kept) == printing.TOKENS
    assert kept == sorted(kept)
    assert kept[-1] == len(shown.rows) - 1, "the last token has the largest score"


def test_a_method_that_comes_again_for_another_label_starts_a_table() -> None:
    card = example_card("a b")
    other = replace(card.methods[0], target="negative")
    groups = printing.groups(view(replace(card, methods=(*card.methods, other))))
    assert [group.target for group in groups] == ["positive", "negative"]


def test_neighbouring_rows_of_evidence_share_a_place() -> None:
    assert printing.evidence(view(example_card("a b"))) == ["attributions.parquet#7:scores"]


def test_a_text_with_writing_from_right_to_left_is_printed_without_colours() -> None:
    latin, hebrew = (printing.part(view(example_card(t)).fields[0]) for t in ("a b", "a \u05d0"))
    assert not latin.is_plain
    assert hebrew.is_plain


def test_only_cells_with_long_words_may_break_anywhere() -> None:
    assert printing.has_long_word(("digest ", "f" * 64))
    assert not printing.has_long_word(("many short words in one cell of a table",))
