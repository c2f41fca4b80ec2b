"""Every kind of finding: a table that must raise it, and one like it that must not."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pyarrow as pa
import pytest

from auditkit.aggregate.base import MetricRow, Tables, metric_table
from auditkit.aggregate.findings import findings_table
from auditkit.aggregate.intervals import newcombe, plain, wilson
from auditkit.evidence.schema import EXAMPLES, FINDINGS, HEADS
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import (
    METHODS,
    attribution,
    example,
    random_tables,
    shuffled,
    tables_of,
)

GROUPS = ("model", "data", "explanations")
RANK = {"high": 0, "medium": 1, "low": 2, "info": 3}


def found(tables: Tables, kind: str | None = None, **extra: Any) -> list[dict[str, Any]]:
    measured = extra.pop("measured", ())
    metrics = metric_table(tables, measured)
    heads = HEADS.empty_table()
    table = findings_table(tables, metrics, heads, **extra)
    assert table.schema.equals(FINDINGS, check_metadata=True)
    rows = table.to_pylist()
    severities = [(GROUPS.index(row["about"]), RANK[row["severity"]]) for row in rows]
    assert severities == sorted(severities)
    for row in rows:
        assert len(row["examples"]) <= 20
        assert row["low"] is None or row["low"] <= row["value"] <= row["high"]
        assert all(math.isfinite(v) for v in row.values() if isinstance(v, float))
    return [row for row in rows if kind in (None, row["kind"])]


def answers(*groups: tuple[int, str, str, float, str | None], start: int = 0) -> list[dict]:
    """Groups of (count, predicted, gold, confidence, slice)."""
    rows: list[dict[str, Any]] = []
    for count, predicted, gold, p, slice_ in groups:
        z = math.log(p / (1 - p))
        logits = [z, 0.0] if predicted == "a" else [0.0, z]
        for _ in range(count):
            cells = {"predicted": predicted, "label": gold, "slice": slice_, "margin": z}
            rows.append(example(start + len(rows), logits, **cells))
    return rows


def test_a_slice_that_lags_behind_the_rest() -> None:
    good = [(90, "a", "a", 0.8, "x"), (10, "a", "b", 0.8, "x")]
    bad = [(24, "b", "b", 0.7, "y"), (26, "b", "a", 0.7, "y")]
    [row] = found(tables_of(answers(*good, *bad)), "slice_accuracy_low")
    assert (row["slice"], row["severity"], row["n"]) == ("y", "high", 50)
    assert (row["value"], row["reference"]) == (0.48, 0.9)
    assert row["high"] < row["reference"]
    assert len(row["examples"]) == 20
    mild = [(41, "b", "b", 0.7, "y"), (9, "b", "a", 0.7, "y")]
    assert found(tables_of(answers(*good, *mild)), "slice_accuracy_low") == []


def test_a_slice_whose_difference_may_be_chance_is_no_finding() -> None:
    rest = [(35, "a", "a", 0.8, "x"), (5, "a", "b", 0.8, "x")]
    part = [(38, "b", "b", 0.7, "y"), (12, "b", "a", 0.7, "y")]
    assert wilson(38, 50).high < 35 / 40  # what a comparison with a point would call low
    assert found(tables_of(answers(*rest, *part)), "slice_accuracy_low") == []


def test_newcombe_published_example() -> None:
    found = newcombe(wilson(56, 70), wilson(48, 80))
    assert (found.value, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)
    assert (found.n, found.interval) == (70, "newcombe")


def test_newcombe_needs_intervals() -> None:
    with pytest.raises(ValueError, match="without an interval"):
        newcombe(plain(0.5, 3), wilson(1, 2))


def test_a_small_gap_of_a_large_slice_is_of_medium_severity() -> None:
    rows = answers(
        (9500, "a", "a", 0.9, "x"),
        (500, "a", "b", 0.9, "x"),
        (900, "b", "b", 0.9, "y"),
        (100, "b", "a", 0.9, "y"),
    )
    [row] = found(tables_of(rows), "slice_accuracy_low")
    assert row["severity"] == "medium"


def test_worse_than_a_constant_answer() -> None:
    rows = answers((30, "a", "a", 0.8, "x"), (50, "b", "a", 0.8, "x"), (20, "b", "b", 0.8, "x"))
    [whole] = found(tables_of(rows), "below_majority")
    [part] = found(tables_of(rows), "not_above_majority")
    assert (whole["slice"], whole["severity"]) == (None, "high")
    assert (whole["value"], whole["reference"]) == (0.5, 0.8)
    assert (part["slice"], part["severity"], part["n"]) == ("x", "high", 100)
    assert part["value"] == pytest.approx(-0.3)
    assert part["high"] < 0 == part["reference"]
    fine = answers((70, "a", "a", 0.8, None), (30, "b", "b", 0.8, None))
    assert found(tables_of(fine), "below_majority") == []
    assert found(tables_of(fine), "not_above_majority") == []


def test_one_gold_class_is_not_held_against_the_model() -> None:
    for wrong in (0, 1):
        rows = answers((49, "a", "a", 0.8, None), (wrong, "b", "a", 0.8, None))
        assert found(tables_of(rows), "below_majority") == []
        assert found(tables_of(rows), "not_above_majority") == []


@pytest.mark.parametrize(
    ("right", "wrong", "severity"),
    [
        ((18, 8), (2, 1), None),  # 29 examples: too few to say
        ((20, 0), (0, 10), "medium"),  # as often right as the constant answer
        ((30, 8), (5, 7), "medium"),  # 50 examples, 76 % against 70 %
        ((60, 15), (10, 14), "medium"),
        ((60, 15), (10, 15), "high"),  # a hundred examples
        ((10, 0), (30, 10), "high"),  # the whole interval lies below 0
        ((25, 24), (1, 0), None),
        ((65, 25), (5, 5), None),
    ],
)
def test_a_slice_that_is_not_shown_to_beat_its_majority(
    right: tuple[int, int], wrong: tuple[int, int], severity: str | None
) -> None:
    """Examples with gold a, the more frequent label, and gold b."""
    tables = tables_of(
        answers(
            (right[0], "a", "a", 0.8, "y"),
            (right[1], "b", "b", 0.8, "y"),
            (wrong[0], "b", "a", 0.8, "y"),
            (wrong[1], "a", "b", 0.8, "y"),
            (300, "a", "a", 0.8, "x"),
            (300, "b", "b", 0.8, "x"),
        )
    )
    rows, count = found(tables, "not_above_majority"), sum(right) + sum(wrong)
    assert [(row["slice"], row["severity"], row["n"]) for row in rows] == (
        [("y", severity, count)] if severity else []
    )
    for row in rows:
        assert row["value"] == pytest.approx((sum(right) - right[0] - wrong[0]) / count)
        assert row["low"] <= 0


def test_the_whole_set_is_held_against_its_majority_too() -> None:
    rows = answers((24, "a", "a", 0.8, None), (9, "b", "b", 0.8, None), (17, "a", "b", 0.8, None))
    [row] = found(tables_of(rows), "not_above_majority")
    assert (row["slice"], row["severity"], row["n"]) == (None, "medium", 50)
    assert found(tables_of(rows), "below_majority") == []


@pytest.mark.parametrize(
    ("confidence", "right", "kind", "severity"),
    [
        (0.95, 60, "overconfident", "medium"),
        (0.6, 95, "underconfident", "low"),
        (0.8, 80, None, None),
        (0.8, 76, None, None),
    ],
)
def test_confidence_against_accuracy(
    confidence: float, right: int, kind: str | None, severity: str | None
) -> None:
    tables = tables_of(
        answers((right, "a", "a", confidence, None), (100 - right, "a", "b", confidence, None))
    )
    rows = [row for row in found(tables) if row["kind"].endswith("confident")]
    assert [(row["kind"], row["severity"]) for row in rows] == ([(kind, severity)] if kind else [])
    if kind:
        assert rows[0]["value"] == pytest.approx(confidence - right / 100, abs=1e-6)
        assert rows[0]["reference"] == right / 100
        assert rows[0]["low"] < rows[0]["value"] < rows[0]["high"]


def test_confident_errors() -> None:
    rows = answers(
        (40, "a", "a", 0.95, None), (25, "a", "b", 0.97, None), (30, "b", "a", 0.8, None)
    )
    [row] = found(tables_of(rows), "confident_errors")
    assert (row["value"], row["n"], row["severity"]) == (25 / 65, 65, "medium")
    assert row["reference"] == pytest.approx((40 * 0.05 + 25 * 0.03) / 65, abs=1e-6)
    assert set(row["examples"]) < {f"id{i:05d}" for i in range(40, 65)}
    [row] = found(
        tables_of(answers((60, "a", "a", 0.95, None), (1, "a", "b", 0.95, None))),
        "confident_errors",
    )
    assert row["severity"] == "low"
    rows = answers((40, "a", "a", 0.95, None), (30, "b", "a", 0.8, None))
    assert found(tables_of(rows), "confident_errors") == []


def contradicting(apart: int, count: int = 40, methods: tuple[str, str] = METHODS[1::2]) -> Tables:
    rows = []
    for i in range(count):
        scores = [3.0, 2.0, -1.0] if i < apart else [-1.0, 2.0, 3.0]
        rows.append(attribution(f"id{i:05d}", methods[0], [-1.0, 2.0, 3.0]))
        rows.append(attribution(f"id{i:05d}", methods[1], scores))
    examples = [example(i, [0.0, 1.0], predicted="b", words=[0, 1, 2]) for i in range(count)]
    return tables_of(examples, rows)


def test_methods_that_contradict_each_other() -> None:
    [row] = found(contradicting(30), "methods_disagree")
    assert row["label"] == "integrated_gradients vs shap"
    assert row["value"] == pytest.approx(-0.5)
    assert row["high"] < row["reference"] == 0.5
    assert set(row["examples"]) <= {f"id{i:05d}" for i in range(30)}
    assert found(contradicting(4), "methods_disagree") == []
    unsure = contradicting(12)  # mean 0.4, and an interval that reaches above 0.5
    assert found(unsure, "methods_disagree") == []


def apart(*pairs: tuple[str, str]) -> Tables:
    """Methods that rank words in reverse for these pairs: given by the methods of the first side."""
    names = ("grad_x_input", "integrated_gradients", "occlusion", "shap")
    turned = {first for first, _ in pairs}
    rows = [
        attribution(f"id{i:05d}", name, [3.0, 2.0, -1.0] if name in turned else [-1.0, 2.0, 3.0])
        for i in range(40)
        for name in names
    ]
    examples = [example(i, [0.0, 1.0], predicted="b", words=[0, 1, 2]) for i in range(40)]
    return tables_of(examples, rows)


def test_pairs_that_share_a_method_are_one_finding() -> None:
    [row] = found(apart(("grad_x_input", "shap")), "methods_disagree")
    assert row["label"] == "grad_x_input vs integrated_gradients, occlusion, shap"
    assert (row["value"], row["n"]) == (pytest.approx(-1.0), 40)


def test_every_pair_is_in_one_finding() -> None:
    rows = found(apart(("grad_x_input", ""), ("shap", "")), "methods_disagree")
    assert [row["label"] for row in rows] == [
        "grad_x_input vs integrated_gradients, occlusion",
        "shap vs integrated_gradients, occlusion",
    ]


def test_findings_stand_in_groups() -> None:
    tables = apart(("grad_x_input", "shap"))
    rows = tables.examples.to_pylist()
    for row in rows:
        row["label"], row["flags"] = "a", ["truncated"] if row["row"] < 9 else []
    tables = replace(tables, examples=pa.Table.from_pylist(rows, schema=EXAMPLES))
    kinds = [(row["about"], row["kind"], row["severity"]) for row in found(tables, not_audited=3)]
    assert [about for about, _, _ in kinds] == sorted(
        (about for about, _, _ in kinds), key=("model", "data", "explanations").index
    )
    assert ("model", "overconfident", "medium") in kinds
    assert kinds[-1] == ("explanations", "methods_disagree", "medium")
    data = [(kind, severity) for about, kind, severity in kinds if about == "data"]
    assert data == [("truncated", "medium"), ("not_audited", "low")]


def test_attention_and_chance_need_not_agree() -> None:
    pair = ("attention_rollout", "random")
    assert found(contradicting(30, methods=pair), "methods_disagree") == []


def test_examples_on_which_methods_contradict_each_other() -> None:
    [row] = found(contradicting(3), "disagreement_examples")
    assert (row["value"], row["n"], row["severity"]) == (3 / 40, 40, "low")
    assert row["examples"] == ["id00000", "id00001", "id00002"]
    [row] = found(contradicting(10), "disagreement_examples")
    assert row["severity"] == "medium"
    assert found(contradicting(0), "disagreement_examples") == []


def test_unconverged() -> None:
    rows = answers((40, "a", "a", 0.8, None))
    rows[3]["flags"] = ["unconverged"]
    scores = [attribution(row["id"], "integrated_gradients", [1.0] * 6, target="a") for row in rows]
    [row] = found(tables_of(rows, scores), "unconverged")
    assert (row["value"], row["n"], row["examples"]) == (1 / 40, 40, ["id00003"])
    assert row["severity"] == "low"
    rows[3]["flags"] = []
    assert found(tables_of(rows, scores), "unconverged") == []


@pytest.mark.parametrize(
    ("flag", "severity"),
    [
        ("truncated", "medium"),
        ("empty", "info"),
        ("one_token", "info"),
        ("no_tokens", "medium"),
        ("non_finite", "high"),
        ("words_grouped", "info"),
    ],
)
def test_flags_are_counted(flag: str, severity: str) -> None:
    rows = answers((40, "a", "a", 0.8, None))
    for row in rows[5:30]:
        row["flags"] = ["other", flag]
    for row in rows[5:30] if flag in ("no_tokens", "non_finite") else []:
        row["logits"] = row["predicted"] = None
    [finding] = found(tables_of(rows), flag)
    assert (finding["value"], finding["n"], finding["severity"]) == (25.0, 40, severity)
    assert finding["examples"] == [f"id{i:05d}" for i in range(5, 25)]
    assert found(tables_of(answers((40, "a", "a", 0.8, None))), flag) == []


@pytest.mark.parametrize(("count", "severity"), [(4, "info"), (5, "medium"), (40, "medium")])
def test_texts_of_one_unit_matter_more_when_they_are_many(count: int, severity: str) -> None:
    rows = answers((40, "a", "a", 0.8, None))
    for row in rows[:count]:
        row["flags"] = ["one_unit"]
    [finding] = found(tables_of(rows), "one_unit")
    assert (finding["value"], finding["n"], finding["severity"]) == (count, 40, severity)


def test_kernel_difference_and_rows_left_out() -> None:
    tables = tables_of(answers((40, "a", "a", 0.8, None)))
    for difference, count in ((0.5, 1), (1e-4, 0)):
        row = MetricRow("kernel_difference", None, plain(difference, 16), "lower", label="sdpa")
        rows = found(tables, "kernel_difference", measured=[row])
        assert [(r["value"], r["label"], r["n"]) for r in rows] == [(0.5, "sdpa", 16)] * count
    [row] = found(tables, "not_audited", not_audited=60)
    assert (row["value"], row["n"]) == (60.0, 100)
    assert found(tables, "not_audited") == []


def test_one_sided_predictions() -> None:
    rows = answers((60, "a", "a", 0.8, None), (37, "a", "b", 0.8, None), (3, "b", "b", 0.8, None))
    [row] = found(tables_of(rows), "one_sided_predictions")
    assert (row["label"], row["value"], row["reference"]) == ("a", 0.97, 0.6)
    honest = answers((95, "a", "a", 0.8, None), (5, "b", "b", 0.8, None))
    assert found(tables_of(honest), "one_sided_predictions") == []


def test_few_examples_and_no_labels() -> None:
    rows = answers((29, "a", "a", 0.8, "x"), (30, "b", "b", 0.8, "y"))
    [row] = found(tables_of(rows), "few_examples")
    assert (row["slice"], row["value"], row["reference"], row["n"]) == ("x", 29.0, 30.0, 29)
    assert found(tables_of(rows), "no_labels") == []
    for row in rows:
        row["label"] = None
    [row] = found(tables_of(rows), "no_labels")
    assert row["n"] == 59


def test_nothing_at_all() -> None:
    assert [row["kind"] for row in found(tables_of([]))] == ["few_examples"]
    lost = [example(0, None, label="a", flags=["no_tokens"], words=[])]
    assert [row["kind"] for row in found(tables_of(lost))] == ["no_tokens", "few_examples"]
    assert EXAMPLES.empty_table().num_rows == 0


@pytest.mark.parametrize("problem", list(Problem))
def test_findings_do_not_depend_on_the_order_of_the_rows(problem: Problem) -> None:
    tables = random_tables(1, 40, 2, problem)
    assert found(shuffled(tables)) == found(tables)
