"""Performance against scikit-learn, and at the edges."""

from __future__ import annotations

import json
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score

from auditkit.aggregate import bootstrap
from auditkit.aggregate.base import metric_table
from auditkit.aggregate.bootstrap import generator
from auditkit.aggregate.outcomes import answered
from auditkit.errors import RecordError
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import (
    example,
    metric_rows,
    random_tables,
    shuffled,
    tables_of,
)


def labels_of(tables, slice_: str | None) -> tuple[list[str], list[str]]:
    rows = [r for r in tables.examples.to_pylist() if slice_ is None or r["slice"] == slice_]
    return [r["label"] for r in rows], [r["predicted"] for r in rows]


@pytest.mark.parametrize("problem", [Problem.SINGLE_LABEL, Problem.SINGLE_LOGIT])
@pytest.mark.parametrize("slice_", [None, "x", "y"])
def test_numbers_are_scikit_learns(problem: Problem, slice_: str | None) -> None:
    tables = random_tables(problem=problem, classes=2 if problem is Problem.SINGLE_LOGIT else 4)
    gold, predicted = labels_of(tables, slice_)
    [accuracy] = metric_rows(tables, "accuracy", slice_)
    assert accuracy["value"] == accuracy_score(gold, predicted)
    assert (accuracy["n"], accuracy["interval"]) == (len(gold), "wilson")
    [f1] = metric_rows(tables, "macro_f1", slice_)
    assert f1["value"] == pytest.approx(f1_score(gold, predicted, average="macro"), abs=1e-12)
    assert f1["low"] < f1["value"] < f1["high"]
    names = sorted({*gold, *predicted})
    cells = metric_rows(tables, "confusion", slice_)
    table = {(row["label"], row["predicted"]): row["value"] for row in cells}
    expected = confusion_matrix(gold, predicted, labels=names)
    assert [[table[g, p] for p in names] for g in names] == expected.tolist()
    assert {row["label"]: row["n"] for row in cells if row["n"]} == Counter(gold)
    [majority] = metric_rows(tables, "majority", slice_)
    assert Counter(gold)[majority["label"]] == max(Counter(gold).values())
    assert majority["value"] == Counter(gold)[majority["label"]] / len(gold)


@pytest.mark.parametrize("slice_", ["x", "y"])
def test_a_slice_is_held_against_all_other_labelled_examples(slice_: str) -> None:
    tables = random_tables(problem=Problem.SINGLE_LABEL, classes=4)
    outside = [r for r in tables.examples.to_pylist() if r["slice"] != slice_]
    expected = accuracy_score(
        [r["label"] for r in outside], [r["predicted"] for r in outside], normalize=False
    )
    [accuracy] = metric_rows(tables, "accuracy", slice_)
    [rest] = metric_rows(tables, "accuracy_rest", slice_)
    [gap] = metric_rows(tables, "accuracy_gap", slice_)
    assert (rest["value"], rest["n"]) == (expected / len(outside), len(outside))
    assert gap["value"] == accuracy["value"] - rest["value"]
    below = math.hypot(accuracy["value"] - accuracy["low"], rest["high"] - rest["value"])
    above = math.hypot(accuracy["high"] - accuracy["value"], rest["value"] - rest["low"])
    assert (gap["low"], gap["high"]) == pytest.approx((gap["value"] - below, gap["value"] + above))
    assert (gap["n"], gap["interval"]) == (accuracy["n"], "newcombe")


def test_the_whole_set_and_a_slice_without_others_have_no_rest() -> None:
    whole = random_tables(problem=Problem.SINGLE_LABEL, classes=4)
    assert metric_rows(whole, "accuracy_rest", None) == []
    assert metric_rows(whole, "accuracy_gap", None) == []
    alone = random_tables(problem=Problem.SINGLE_LABEL, classes=4, slices=("x",))
    assert metric_rows(alone, "accuracy", "x")
    assert metric_rows(alone, "accuracy_rest", "x") == []


def test_multi_label_numbers_are_scikit_learns() -> None:
    tables = random_tables(problem=Problem.MULTI_LABEL, classes=4)
    gold, predicted = (
        np.array([[name in json.loads(text) for name in tables.labels] for text in column])
        for column in labels_of(tables, None)
    )
    [accuracy] = metric_rows(tables, "accuracy")
    assert accuracy["value"] == accuracy_score(gold, predicted)
    [f1] = metric_rows(tables, "macro_f1")
    expected = f1_score(gold, predicted, average="macro", zero_division=0)
    assert f1["value"] == pytest.approx(expected, abs=1e-12)
    cells = {(r["label"], r["predicted"]): r for r in metric_rows(tables, "confusion")}
    for index, name in enumerate(tables.labels):
        false_alarms = (~gold[:, index] & predicted[:, index]).sum()
        assert cells[None, name]["value"] == false_alarms
        assert cells[None, name]["n"] == (~gold[:, index]).sum()
        assert cells[name, None]["value"] + cells[name, name]["value"] == gold[:, index].sum()
    [majority] = metric_rows(tables, "majority")
    assert majority["label"] in labels_of(tables, None)[0]


def gap_by_a_loop(tables, slice_: str | None) -> tuple[float, float, float]:
    """Draw rows one by one, count the right ones and the most frequent gold answer among them."""
    gold, predicted = labels_of(tables, slice_)
    right = [set_of(g) == set_of(p) for g, p in zip(gold, predicted, strict=True)]
    gold = [frozenset(set_of(g)) for g in gold]

    def gap(rows) -> float:
        return (sum(right[i] for i in rows) - max(Counter(gold[i] for i in rows).values())) / len(
            rows
        )

    rng = generator("majority_gap", slice_, tables.seed)
    gaps = [gap(rng.integers(0, len(gold), len(gold)).tolist()) for _ in range(bootstrap.RESAMPLES)]
    value = gap(range(len(gold)))
    low, high = np.percentile(gaps, [2.5, 97.5])
    return value, min(low, value), max(high, value)


def set_of(cell: str) -> set[str]:
    return set(json.loads(cell)) if cell.startswith("[") else {cell}


@pytest.mark.parametrize("problem", list(Problem))
@pytest.mark.parametrize("slice_", [None, "x", "y"])
def test_the_gap_to_the_majority_is_a_loop_over_rows(problem: Problem, slice_: str | None) -> None:
    tables = random_tables(problem=problem, classes=2 if problem is Problem.SINGLE_LOGIT else 3)
    [row] = metric_rows(tables, "majority_gap", slice_)
    assert (row["value"], row["low"], row["high"]) == pytest.approx(gap_by_a_loop(tables, slice_))
    [accuracy], [majority] = (
        metric_rows(tables, name, slice_) for name in ("accuracy", "majority")
    )
    assert row["value"] == pytest.approx(accuracy["value"] - majority["value"])
    assert (row["n"], row["interval"], row["direction"]) == (accuracy["n"], "bootstrap", "higher")


def test_negative_control_a_majority_that_is_known_beforehand_gives_another_interval() -> None:
    tables = random_tables(count=40, classes=4)
    gold, predicted = (np.array(column) for column in labels_of(tables, None))
    frequent = Counter(gold).most_common(1)[0][0]
    rng = generator("majority_gap", None, tables.seed)
    draws = rng.integers(0, len(gold), (bootstrap.RESAMPLES, len(gold)))
    fixed = (gold == predicted)[draws].mean(1) - (gold == frequent)[draws].mean(1)
    [row] = metric_rows(tables, "majority_gap")
    assert row["high"] != pytest.approx(np.percentile(fixed, 97.5))


def gap_of(*groups: tuple[int, str, str | None]) -> dict:
    """The gap of so many examples with this prediction and gold label."""
    rows = []
    for count, predicted, gold in groups:
        rows += [
            example(len(rows) + i, [0.0, 1.0], predicted=predicted, label=gold)
            for i in range(count)
        ]
    [row] = metric_rows(tables_of(rows, labels=("a", "b")), "majority_gap")
    return row


def test_the_gap_where_all_gold_labels_are_equal() -> None:
    row = gap_of((60, "a", "a"))  # always right: nothing can be better or worse
    assert (row["value"], row["low"], row["high"]) == (0, 0, 0)
    row = gap_of((45, "a", "a"), (15, "b", "a"))  # as often wrong as the constant is right
    counts = np.random.default_rng(0).binomial(60, 0.25, 200_000) / 60
    assert row["value"] == -0.25
    assert row["low"] == pytest.approx(-np.percentile(counts, 97.5), abs=0.03)
    assert row["high"] == pytest.approx(-np.percentile(counts, 2.5), abs=0.03)


def test_the_gap_where_everything_is_right_or_wrong() -> None:
    row = gap_of((40, "a", "a"), (20, "b", "b"))  # the gap is the share of the rarer label
    counts = np.random.default_rng(0).binomial(60, 1 / 3, 200_000)
    shares = np.minimum(counts, 60 - counts) / 60
    assert row["value"] == pytest.approx(1 / 3)
    assert (row["low"], row["high"]) == pytest.approx(np.percentile(shares, [2.5, 97.5]), abs=0.03)
    row = gap_of((40, "b", "a"), (20, "a", "b"))  # minus the share of the more frequent one
    assert row["value"] == pytest.approx(-2 / 3)
    assert -row["high"] == pytest.approx(1 - np.percentile(shares, 97.5), abs=0.03)


def test_the_gap_lies_in_its_interval_between_equally_frequent_labels() -> None:
    row = gap_of((1000, "a", "a"), (1000, "b", "b"))
    assert row["low"] < row["high"] == row["value"] == 0.5


def test_the_gap_of_one_example_has_no_interval_and_without_labels_there_is_none() -> None:
    row = gap_of((1, "a", "a"))
    assert (row["value"], row["low"], row["high"], row["n"]) == (0, None, None, 1)
    row = gap_of((1, "a", "b"), (9, "a", None))
    assert (row["value"], row["n"]) == (-1, 1)
    nothing = [example(0, [0.0, 1.0], predicted="a")]
    assert metric_rows(tables_of(nothing), "majority_gap") == []


def test_the_gap_of_many_sets_of_labels_is_found_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = random_tables(problem=Problem.MULTI_LABEL, classes=6, count=50)
    whole = metric_rows(tables, "majority_gap")
    monkeypatch.setattr(bootstrap, "BLOCK_COUNTS", 1)
    assert metric_rows(tables, "majority_gap") == whole


def test_the_interval_of_macro_f1_is_a_loop_with_scikit_learn() -> None:
    tables = random_tables(count=25)
    gold, predicted = (np.array(column) for column in labels_of(tables, None))
    rng = generator("macro_f1", None, tables.seed)
    scores = []
    for _ in range(bootstrap.RESAMPLES):
        drawn = rng.integers(0, len(gold), len(gold))
        scores.append(f1_score(gold[drawn], predicted[drawn], average="macro"))
    [f1] = metric_rows(tables, "macro_f1")
    low, high = np.percentile(scores, [2.5, 97.5])
    assert (f1["low"], f1["high"]) == pytest.approx((low, high), abs=1e-12)
    assert f1["interval"] == "bootstrap"
    accuracies = [(gold == predicted)[rng.integers(0, 25, 25)].mean() for _ in range(200)]
    assert np.percentile(accuracies, 2.5) != pytest.approx(f1["low"], abs=1e-3)


@given(st.integers(0, 1000), st.sampled_from(list(Problem)))
@settings(max_examples=12, deadline=None)
def test_slices_partition_the_whole(seed: int, problem: Problem) -> None:
    classes = 2 if problem is Problem.SINGLE_LOGIT else 3
    tables = random_tables(seed, 30, classes, problem, slices=("x", "y"), methods=())
    rows = metric_table(tables).to_pylist()
    for name in ("accuracy", "reliability_accuracy"):
        hits = {
            part: sum(
                r["value"] * r["n"] for r in rows if (r["metric"], r["slice"]) == (name, part)
            )
            for part in (None, "x", "y")
        }
        assert hits["x"] + hits["y"] == pytest.approx(hits[None])
    shares = [r["value"] for r in rows if r["metric"].endswith("share") and r["slice"] is None]
    if problem is not Problem.MULTI_LABEL:
        assert sum(shares) == pytest.approx(2)  # predicted shares and gold shares
    signed = ("confusion", "accuracy_gap", "majority_gap")
    bounded = [r for r in rows if r["metric"] not in signed]
    assert all(0 <= r["value"] <= 1 for r in bounded)
    assert all(r["low"] <= r["value"] <= r["high"] for r in bounded if r["interval"] == "wilson")


@given(st.integers(0, 100), st.sampled_from(list(Problem)))
@settings(max_examples=8, deadline=None)
def test_the_order_of_the_rows_changes_no_byte(seed: int, problem: Problem) -> None:
    tables = random_tables(seed, 20, 2, problem)
    assert metric_table(shuffled(tables, seed)).equals(metric_table(tables))


def test_another_seed_moves_bootstrap_bounds_only() -> None:
    from dataclasses import replace

    tables = random_tables(count=30)
    first, second = (metric_table(replace(tables, seed=seed)).to_pylist() for seed in (1, 2))
    moved = {a["interval"] for a, b in zip(first, second, strict=True) if a != b}
    assert moved == {"bootstrap"}
    assert [r["value"] for r in first] == [r["value"] for r in second]


def test_unlabelled_and_unanswered_examples_are_left_out() -> None:
    rows = [
        example(0, [2.0, 0.0], predicted="a", label="a"),
        example(1, [2.0, 0.0], predicted="a", label="b"),
        example(2, [2.0, 0.0], predicted="a", label=None),
        example(3, None, predicted=None, label="b", flags=["no_tokens"], words=[]),
        example(4, [math.nan, 0.0], predicted=None, label="b", flags=["non_finite"]),
        example(5, [math.inf, 0.0], predicted="a", label="b", flags=["non_finite"]),
    ]
    tables = tables_of(rows)
    [accuracy] = metric_rows(tables, "accuracy")
    assert (accuracy["value"], accuracy["n"]) == (0.5, 2)
    predicted = {r["label"]: (r["value"], r["n"]) for r in metric_rows(tables, "predicted_share")}
    assert predicted == {"a": (1.0, 3), "b": (0.0, 3)}


def test_without_gold_labels_only_predictions_are_counted() -> None:
    tables = tables_of([example(row, [0.0, 1.0], predicted="b", slice="x") for row in range(3)])
    names = set(metric_table(tables)["metric"].to_pylist())
    assert names == {"predicted_share", "mean_confidence"}


def test_one_example_and_one_class() -> None:
    tables = tables_of([example(0, [0.0, 1.0], predicted="b", label="b", slice="x")])
    rows = {(r["metric"], r["slice"], r["label"]): r for r in metric_table(tables).to_pylist()}
    f1 = rows["macro_f1", None, None]
    assert (f1["value"], f1["low"], f1["interval"]) == (1.0, None, "none")
    assert rows["accuracy", "x", None]["low"] == pytest.approx(0.2065, abs=1e-4)
    assert rows["majority", None, "b"]["value"] == 1.0


def test_a_gold_label_the_model_does_not_know_is_an_error_of_its_own_class() -> None:
    tables = tables_of([example(0, [0.0, 1.0], predicted="b", label="zebra")])
    [accuracy] = metric_rows(tables, "accuracy")
    assert accuracy["value"] == 0.0
    cells = {(r["label"], r["predicted"]): r["value"] for r in metric_rows(tables, "confusion")}
    assert cells["zebra", "b"] == 1.0


def test_multi_label_without_any_label_has_no_f1() -> None:
    row = example(0, [-3.0, -3.0], predicted="[]", label="[]")
    tables = tables_of([row, {**row, "id": "other", "row": 1}], problem=Problem.MULTI_LABEL)
    assert metric_rows(tables, "macro_f1") == []
    assert metric_rows(tables, "accuracy")[0]["value"] == 1.0
    assert metric_rows(tables, "majority")[0]["label"] == "[]"


def test_broken_evidence_is_refused() -> None:
    with pytest.raises(RecordError, match="row 0 has 3 numbers, expected 2"):
        answered(tables_of([example(0, [0.0, 1.0, 2.0], predicted="b")]))
    with pytest.raises(RecordError, match="none of a, b"):
        answered(tables_of([example(0, [0.0, 1.0], predicted="c")]))


def test_many_classes_keep_only_cells_that_count() -> None:
    labels = tuple(f"c{i:03d}" for i in range(60))
    logits = np.eye(60).tolist()
    rows = [example(i, logits[i], predicted=labels[i], label=labels[i]) for i in range(60)]
    assert len(metric_rows(tables_of(rows, labels=labels), "confusion")) == 60
    assert len(metric_rows(tables_of(rows[:50], labels=labels), "confusion")) == 2500
