"""The agreement table against scipy and plain loops, one example at a time."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.stats import ConstantInputWarning, spearmanr

from auditkit.aggregate import agreement
from auditkit.aggregate.agreement import agreement_table
from auditkit.errors import RecordError
from tests.unit.aggregate.evidence_tables import (
    attribution,
    example,
    random_tables,
    shuffled,
    tables_of,
)


def words_of(words: list[int], scores: list[float]) -> list[float]:
    sums = {word: 0.0 for word in words if word >= 0}
    for word, score in zip(words, scores, strict=True):
        if word >= 0:
            sums[word] += score
    return [sums[word] for word in sorted(sums)]


def plain_comparison(first: list[float], second: list[float]) -> dict[str, float | int | None]:
    """The definition, read from the docstring."""
    k = min(5, len(first))

    def top(scores: list[float]) -> set[int]:
        return set(sorted(range(len(scores)), key=lambda i: (-abs(scores[i]), i))[:k])

    both = top(first) & top(second)
    equal = [i for i in both if np.sign(first[i]) == np.sign(second[i])]
    constant = len(set(first)) == 1 or len(set(second)) == 1
    rho = None if len(first) < 3 or constant else float(spearmanr(first, second).statistic)
    return {
        "spearman": rho,
        "top_k_overlap": len(both) / k,
        "sign_agreement": len(equal) / len(both) if both else None,
        "k": k,
    }


@pytest.mark.filterwarnings("error")
def test_every_row_is_the_plain_definition() -> None:
    tables = random_tables(count=80)
    examples = {row["id"]: row for row in tables.examples.to_pylist()}
    scores = {
        (row["example_id"], row["method"]): words_of(
            examples[row["example_id"]]["words"], row["scores"]
        )
        for row in tables.attributions.to_pylist()
    }
    rows = tables.agreement.to_pylist()
    assert len(rows) == 80 * 6
    for row in rows:
        expected = plain_comparison(
            scores[row["example_id"], row["first"]], scores[row["example_id"], row["second"]]
        )
        found = {name: row[name] for name in expected}
        assert found == pytest.approx(expected, abs=1e-12)


def test_rows_are_in_order_and_pairs_named_once() -> None:
    rows = shuffled(random_tables(count=10))
    table = agreement_table(rows.examples, rows.attributions)
    keys = [(r["example_id"], r["target"], r["first"], r["second"]) for r in table.to_pylist()]
    assert keys == sorted(set(keys))
    assert all(first < second for _, _, first, second in keys)


@given(st.integers(0, 100))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_rows_changes_nothing(seed: int) -> None:
    tables = random_tables(seed, count=12)
    mixed = shuffled(tables, seed)
    assert agreement_table(mixed.examples, mixed.attributions).equals(tables.agreement)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = random_tables(count=40)
    monkeypatch.setattr(agreement, "BLOCK_EXAMPLES", 7)
    monkeypatch.setattr(agreement, "BLOCK_ENTRIES", 9)
    assert agreement_table(tables.examples, tables.attributions).equals(tables.agreement)


def compare(words: list[int], *scores: list[float], **cells: Any) -> list[dict[str, Any]]:
    first = example(0, [0.0, 1.0], words=words, predicted="b", **cells)
    rows = [attribution(first["id"], f"m{i}", row) for i, row in enumerate(scores)]
    return tables_of([first], rows).agreement.to_pylist()


def test_pieces_of_a_word_are_added_and_special_tokens_left_out() -> None:
    [row] = compare([-1, 0, 0, 1, 2, -1], [99, 1, 1, 1.5, 0.5, -99], [-99, 0.5, 1.5, 1, 0.25, 99])
    assert row["spearman"] == 1.0  # by tokens, the first word would be the weakest
    assert row["top_k_overlap"] == row["sign_agreement"] == 1.0
    assert row["k"] == 3


def test_gaps_in_word_numbers_are_no_words() -> None:
    [row] = compare([0, 4, 9], [1, 2, 3], [3, 2, 1])
    assert (row["k"], row["spearman"]) == (3, -1.0)


@pytest.mark.parametrize(
    ("words", "first", "second", "spearman"),
    [
        ([0], [1], [2], None),
        ([0, 1], [1, 2], [1, 2], None),
        ([0, 1, 2], [1, 1, 1], [1, 2, 3], None),
        ([0, 1, 2], [0, 0, 0], [0, 0, 0], None),
        ([0, 1, 2], [1, 2, 2], [1, 2, 2], 1.0),
    ],
)
def test_rankings_that_say_nothing_have_no_correlation(
    words: list[int], first: list[float], second: list[float], spearman: float | None
) -> None:
    [row] = compare(words, first, second)
    assert row["spearman"] == spearman


def test_top_words_without_a_common_one_have_no_sign_agreement() -> None:
    low = [0.1, 0.2, 0.3, 0.4, 0.5]
    [row] = compare(list(range(10)), [*low, 5, 6, 7, 8, 9], [5, 6, 7, 8, 9, *low])
    assert row["top_k_overlap"] == 0.0
    assert row["sign_agreement"] is None


def test_zero_is_a_sign_of_its_own_and_ties_go_by_position() -> None:
    [row] = compare([0, 1, 2], [0.0, -1.0, 1.0], [-0.0, -2.0, -1.0])
    assert row["sign_agreement"] == pytest.approx(2 / 3)
    [row] = compare(list(range(7)), [1.0] * 7, [-1.0] * 7)
    assert (row["top_k_overlap"], row["sign_agreement"]) == (1.0, 0.0)


def test_examples_without_words_or_logits_are_left_out() -> None:
    assert compare([-1, -1], [1, 2], [2, 1]) == []
    for logits in (None, [math.nan, 1.0], [math.inf, 1.0]):
        row = example(0, logits, words=[0, 1, 2], predicted="b")
        rows = [attribution(row["id"], name, [1.0, 2.0, 3.0]) for name in ("p", "q")]
        assert tables_of([row], rows).agreement.num_rows == 0


def test_one_method_has_nobody_to_agree_with() -> None:
    assert compare([0, 1, 2], [1, 2, 3]) == []


def test_targets_are_compared_apart() -> None:
    row = example(0, [0.0, 1.0], words=[0, 1, 2], predicted="b")
    up, down = [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]
    rows = [
        attribution(row["id"], "p", up, target="a"),
        attribution(row["id"], "q", up, target="a"),
        attribution(row["id"], "p", up, target="b"),
        attribution(row["id"], "q", down, target="b"),
    ]
    found = tables_of([row], rows).agreement.to_pylist()
    assert [(r["target"], r["spearman"]) for r in found] == [("a", 1.0), ("b", -1.0)]


def test_broken_evidence_is_refused() -> None:
    row = example(0, [0.0, 1.0], words=[0, 1, 2], predicted="b")
    twice = [attribution(row["id"], name, [1.0, 2.0, 3.0]) for name in "ppq"]
    with pytest.raises(RecordError, match="twice"):
        tables_of([row], twice)
    with pytest.raises(RecordError, match="2 scores for an example of 3 tokens"):
        tables_of([row], [attribution(row["id"], name, [1.0, 2.0]) for name in "pq"])


@given(st.data())
@settings(deadline=None)
def test_agreement_is_bounded_and_symmetric(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 9))
    scores = data.draw(arrays(np.float32, (3, count), elements=st.floats(-5, 5, width=32)))
    words = list(range(count))
    forward = compare(words, *scores.tolist())
    backward = compare(words, *scores[::-1].tolist())
    for (a, b), row in zip(combinations(range(3), 2), forward, strict=True):
        assert row["spearman"] is None or -1 <= row["spearman"] <= 1
        assert 0 <= row["top_k_overlap"] <= 1
        mirrored = {(r["first"], r["second"]): r for r in backward}[f"m{2 - b}", f"m{2 - a}"]
        for name in ("spearman", "top_k_overlap", "sign_agreement"):
            assert row[name] == mirrored[name]


def test_scipy_would_warn_where_we_say_null() -> None:
    with pytest.warns(ConstantInputWarning):
        assert math.isnan(spearmanr([1, 1, 1], [1, 2, 3]).statistic)
