"""Agreement and completeness over the set, the registry, and what no table may hold."""

from __future__ import annotations

import math
import statistics
from collections import defaultdict
from itertools import combinations

import numpy as np
import pyarrow as pa
import pytest

from auditkit.aggregate import bootstrap
from auditkit.aggregate.base import STATISTICS, MetricRow, metric_table
from auditkit.aggregate.bootstrap import generator
from auditkit.aggregate.intervals import plain
from auditkit.evidence.schema import METRICS
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import (
    METHODS,
    attribution,
    example,
    metric_rows,
    random_tables,
    tables_of,
)

COLUMNS = {
    "agreement_spearman": "spearman",
    "agreement_top_k": "top_k_overlap",
    "agreement_sign": "sign_agreement",
}


def test_families_are_found_and_titled() -> None:
    assert STATISTICS.names() == (
        "agreement",
        "calibration",
        "chains",
        "completeness",
        "performance",
    )
    assert all(STATISTICS.get(name).title for name in STATISTICS.names())


@pytest.mark.parametrize("metric", list(COLUMNS))
def test_agreement_is_the_mean_over_examples(metric: str) -> None:
    tables = random_tables(count=30)
    slices = {row["id"]: row["slice"] for row in tables.examples.to_pylist()}
    values = defaultdict(list)
    for row in tables.agreement.to_pylist():
        values[slices[row["example_id"]], row["first"], row["second"]].append(row[COLUMNS[metric]])
    for scope in (None, "x", "y"):
        rows = metric_rows(tables, metric, scope)
        assert [(r["first"], r["second"]) for r in rows] == list(combinations(METHODS, 2))
        for row in rows:
            inside = [
                value
                for (name, first, second), column in values.items()
                if scope in (None, name) and (first, second) == (row["first"], row["second"])
                for value in column
                if value is not None
            ]
            assert row["value"] == pytest.approx(statistics.fmean(inside), abs=1e-12)
            assert row["n"] == len(inside)
            assert row["low"] <= row["value"] <= row["high"]
            assert (row["interval"], row["direction"]) == ("bootstrap", "none")


def test_agreement_bounds_are_those_of_a_loop() -> None:
    tables = random_tables(count=20, methods=("occlusion", "shap"))
    values = [
        math.nan if row["spearman"] is None else row["spearman"]
        for row in tables.agreement.to_pylist()
    ]
    rng = generator("agreement_spearman", None, tables.seed)
    means = [
        np.nanmean(np.array(values)[rng.integers(0, 20, 20)]) for _ in range(bootstrap.RESAMPLES)
    ]
    [row] = metric_rows(tables, "agreement_spearman")
    bounds = np.percentile(means, [2.5, 97.5])
    assert (row["low"], row["high"]) == pytest.approx(tuple(bounds), abs=1e-10)


def test_targets_of_one_example_weigh_as_one() -> None:
    rows, up, down = [], [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]
    for number, targets in enumerate((["a", "b"], ["a"])):
        rows += [attribution(f"id{number:05d}", "p", up, target=t) for t in targets]
        rows += [
            attribution(f"id{number:05d}", "q", down if number else up, target=t) for t in targets
        ]
    answers = [example(i, [1.0, 1.0], words=[0, 1, 2], predicted='["a"]') for i in range(2)]
    tables = tables_of(answers, rows, problem=Problem.MULTI_LABEL)
    [row] = metric_rows(tables, "agreement_spearman")
    assert (row["value"], row["n"]) == (0.0, 2)


def test_residuals_are_shares_of_the_explained_difference() -> None:
    answers = [
        example(i, [0.0, 1.0], words=[0, 1], predicted="b", margin=margin, slice="x")
        for i, margin in enumerate((2.0, 1.05, -3.0))
    ]
    rows = [
        attribution("id00000", "shap", [1.0, 0.5], base=0.25, residual=0.25),
        attribution("id00001", "shap", [0.0, 0.0], base=1.0, residual=0.05),
        attribution("id00002", "shap", [-2.0, -1.0], base=-1.0, residual=1.0),
        attribution("id00000", "random", [1.0, 1.0]),
    ]
    tables = tables_of(answers, rows)
    by_hand = sorted([0.25 / 1.75, 0.05 / 0.1, 1.0 / 2.0])
    for scope in (None, "x"):
        [median] = metric_rows(tables, "residual_median", scope)
        [largest] = metric_rows(tables, "residual_max", scope)
        assert median["value"] == pytest.approx(by_hand[1])
        assert largest["value"] == pytest.approx(by_hand[2])
        assert (median["label"], median["n"], median["direction"]) == ("shap", 3, "lower")
    cost = {row["label"]: row["value"] for row in metric_rows(tables, "evaluations_mean")}
    assert cost == {"random": 10.0, "shap": 10.0}


def test_errors_are_shares_of_the_scores_of_text_tokens() -> None:
    answers = [example(i, [0.0, 1.0], words=[-1, 0, 1], predicted="b") for i in range(4)]
    rows = [
        attribution("id00000", "shap", [100.0, 3.0, 4.0], error=[50.0, 0.6, 0.8]),
        attribution("id00001", "shap", [0.0, 3.0, 4.0], error=[0.0, 0.0, 0.0]),
        attribution("id00002", "shap", [0.0, 0.0, 0.0], error=[0.0, 1.0, 1.0]),
        attribution("id00003", "shap", [0.0, 1.0, 0.0], error=[0.0, 0.4, 0.0]),
        attribution("id00003", "random", [0.0, 1.0, 0.0]),
    ]
    [row] = metric_rows(tables_of(answers, rows), "error_share")
    assert row["value"] == pytest.approx((0.2 + 0.4) / 2)
    assert (row["label"], row["n"], row["interval"]) == ("shap", 2, "none")


def test_convergence_counts_examples_not_targets() -> None:
    answers = [
        example(0, [0.0, 1.0], predicted='["b"]', flags=["unconverged"]),
        example(1, [0.0, 1.0], predicted='["b"]'),
        example(2, None),
    ]
    rows = [
        attribution(f"id{i:05d}", "integrated_gradients", [1.0] * 6, target=target)
        for i, target in ((0, "a"), (0, "b"), (1, "a"), (2, "a"))
    ]
    tables = tables_of(answers, rows, problem=Problem.MULTI_LABEL)
    [row] = metric_rows(tables, "unconverged_share")
    assert (row["value"], row["n"], row["interval"]) == (0.5, 2, "wilson")
    others = tables_of(
        answers, [{**row, "method": "shap"} for row in rows], problem=Problem.MULTI_LABEL
    )
    assert metric_rows(others, "unconverged_share") == []


@pytest.mark.parametrize("problem", list(Problem))
@pytest.mark.parametrize("methods", [(), ("shap",), METHODS])
def test_tables_are_of_their_schema_and_hold_no_nan(
    problem: Problem, methods: tuple[str, ...]
) -> None:
    for count in (0, 1, 2, 15):
        table = metric_table(random_tables(2, count, 2, problem, methods=methods))
        assert table.schema.equals(METRICS, check_metadata=True)
        table.validate(full=True)
        for field in METRICS:
            cells = table[field.name].to_pylist()
            assert field.nullable or None not in cells
            assert not any(isinstance(cell, float) and not math.isfinite(cell) for cell in cells)
        keys = [tuple(row[name] for name in METRICS.names[:7]) for row in table.to_pylist()]
        assert len(keys) == len(set(keys))


OF_SLICES_ONLY = ("accuracy_rest", "accuracy_gap")


def test_the_whole_set_comes_before_the_slices_in_order() -> None:
    rows = metric_table(random_tables(slices=("y", "x", None))).to_pylist()
    for name in {row["metric"] for row in rows}:
        scopes = [row["slice"] for row in rows if row["metric"] == name]
        whole = [] if name in OF_SLICES_ONLY else [None]
        assert list(dict.fromkeys(scopes)) == [*whole, "x", "y"]


def test_what_was_measured_elsewhere_comes_last_and_nan_becomes_null() -> None:
    row = MetricRow("kernel_difference", None, plain(math.nan, 8), "lower", label="sdpa")
    table = metric_table(random_tables(count=3), [row])
    last = table.slice(table.num_rows - 1).to_pylist()[0]
    assert (last["metric"], last["label"], last["value"]) == ("kernel_difference", "sdpa", None)


def test_attributions_of_unknown_examples_are_left_out() -> None:
    tables = tables_of(
        [example(0, [0.0, 1.0], predicted="b")], [attribution("elsewhere", "shap", [1.0])]
    )
    assert metric_rows(tables, "evaluations_mean") == []
    assert isinstance(tables.agreement, pa.Table)
