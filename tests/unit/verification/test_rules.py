"""The rules that verification works out again: names, largest keys, rounding, what JSON values are the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.render import heat, visible
from auditkit.render.example_view import preview
from auditkit.render.scene.flows import keys_kept
from auditkit.render.scene.stored import stored
from auditkit.render.token_names import TokenNames
from auditkit.verification import names
from auditkit.verification.about import About
from auditkit.verification.blocks import StoredArray, Unreadable, strict_json
from auditkit.verification.colours import are_colours, is_style
from auditkit.verification.headers import is_same
from auditkit.verification.scene_arrays import RULES, arrays_problem, scene_arrays_problem

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("\0\t\n\u200b\u202e\x85\ufffe")
)


def about(attention: np.ndarray, **row: object) -> About:
    """What the evidence has about an example with nothing but attention."""
    cells = {"kinds": ["text"] * attention.shape[-1], "margin": 1.0, **row}
    return About(
        "x", cells, {}, {"attention": attention}, None, [], None, [], None, None, [], [], True
    )


@given(TEXTS)
def test_texts_are_made_visible_as_on_the_page(text: str) -> None:
    assert names.visible(text) == visible.visible(text)
    assert names.spelled(text) == visible.token_label(text)
    assert names.start_of({"text": text, "text_pair": None}) == preview(text, None)
    assert names.start_of({"text": text, "text_pair": text}) == preview(text, text)


@given(TEXTS.filter(len), st.integers(0, 5), st.integers(0, 9))
def test_tokens_and_words_are_named_as_on_the_page(text: str, start: int, length: int) -> None:
    row = {
        "text": text, "text_pair": None, "tokens": ["[CLS]", "to", "##ken", "\u200b"],
        "starts": [0, start, start + length, 0], "stops": [0, start + length, len(text), 0],
        "segments": [-1, 0, 0, 0], "words": [-1, 0, 0, 1],
    }  # fmt: skip
    page = TokenNames(row)
    assert names.token_names(row) == [page.label(token) for token in range(4)]
    assert names.word_names(row) == [page.word(word) for word in range(2)]


@pytest.mark.parametrize("tokens", [1, 64, 65, 100, 512])
@pytest.mark.parametrize("shape", [(2, 4), (12, 12), (24, 64)])
def test_as_many_keys_are_kept_as_the_page_keeps(tokens: int, shape: tuple[int, int]) -> None:
    attention = np.broadcast_to(np.float16(0), (*shape, tokens, tokens))
    assert about(attention).keys_kept == keys_kept(*shape, tokens)


def carried(name: str, values: np.ndarray, scale: float = 1.0) -> StoredArray:
    return StoredArray(RULES[name].dtype, values, scale)


def kept_arrays(exact: np.ndarray, keys: np.ndarray) -> dict[str, StoredArray]:
    """What a block would hold with these keys, all other numbers being right."""
    values = np.take_along_axis(exact, keys, axis=-1)
    rest = np.clip(exact.sum(-1) - values.sum(-1), 0, 1)
    numbers = {"attention": values, "attention_keys": keys, "attention_rest": rest}
    rounded = {name: stored(name, one) for name, one in numbers.items()}
    return {name: carried(name, one.values, one.scale) for name, one in rounded.items()}


def largest_by_hand(row: np.ndarray, kept: int) -> list[int]:
    """The keys of largest size, of equal ones the first, in the order of the text."""
    ranked = sorted(range(len(row)), key=lambda key: (-abs(row[key]), key))
    return sorted(ranked[:kept])


@given(st.integers(0, 2**32 - 1), st.integers(1, 6))
def test_the_largest_keys_pass_and_any_others_do_not(seed: int, levels: int) -> None:
    """Few levels make many equal numbers, of which the first are kept."""
    rng = np.random.default_rng(seed)
    exact = rng.integers(0, levels + 1, (1, 1, 70, 70)) / (levels * 70)
    known = about(exact.astype(np.float64))
    kept = known.keys_kept or 0
    keys = np.array([[[largest_by_hand(row, kept) for row in exact[0, 0]]]])
    assert scene_arrays_problem(kept_arrays(exact, keys), known) is None
    other = keys.copy()
    left = [key for key in range(70) if key not in keys[0, 0, 1]]
    other[0, 0, 1, rng.integers(kept)] = rng.choice(left)
    other.sort(-1)
    assert "than the largest" in str(scene_arrays_problem(kept_arrays(exact, other), known))


@pytest.mark.parametrize("name", sorted(n for n in RULES if not n.startswith(("queries", "keys"))))
def test_what_the_page_rounds_is_right_and_the_next_integer_is_not(name: str) -> None:
    rng = np.random.default_rng(len(name))
    numbers = rng.uniform(0.1, 1, (4, 5))
    if RULES[name].law == "whole":
        numbers = rng.integers(0, 60_000, (4, 5)).astype(np.float64)
    rounded = stored(name, numbers)
    assert (
        arrays_problem({name: carried(name, rounded.values, rounded.scale)}, {name: numbers})
        is None
    )
    moved = rounded.values.copy()
    moved[2, 3] -= np.float32(1e-6) if moved.dtype.kind == "f" else 1
    assert arrays_problem({name: carried(name, moved, rounded.scale)}, {name: numbers}) is not None


@given(st.floats(-2, 2), st.floats(0.1, 2), st.booleans())
def test_colours_are_those_of_the_page(score: float, full: float, signed: bool) -> None:
    step = heat.level(score, full)
    letter, style = heat.code(step, signed=signed), heat.css_class(step, signed=signed)
    assert are_colours(letter, [score], full, signed=signed)
    assert is_style(style, score, full, signed=signed)
    further = step - 1 if step > 0 else step + 1
    other = heat.code(further, signed=signed)
    is_tie = abs(8 * abs(score) / full % 1 - 0.5) < 1e-6
    assert other == letter or is_tie or not are_colours(other, [score], full, signed=signed)
    assert not is_style("p9", score, full, signed=signed)


@pytest.mark.parametrize(
    ("one", "other"),
    [(True, 1), (0, False), (1, "1"), (None, 0), ([1], [True]), ([1], [1, 1]), ({"a": 1}, {"b": 1}),
     ({"a": 1}, {"a": 1, "b": 2}), ([], {}), ("a", ["a"])],
)  # fmt: skip
def test_negative_control_values_that_readers_take_for_others_are_not_the_same(
    one: object, other: object
) -> None:
    assert not is_same(one, other)
    assert not is_same(other, one)
    assert is_same(one, one)


def test_one_number_is_the_same_however_it_is_spelled() -> None:
    assert is_same([1, {"a": 2.0}], [1.0, {"a": 2}])


@pytest.mark.parametrize(
    "text", ['{"a": 1, "a": 1}', "[NaN]", "[-Infinity]", '[{"b": {"c": 1, "c": 2}}]']
)
def test_json_that_readers_take_in_different_ways_is_refused(text: str) -> None:
    with pytest.raises(Unreadable):
        strict_json(text)
