"""Probability, correctness, confidence and disagreement, against scipy, fractions and plain counting."""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from scipy.special import expit
from scipy.special import softmax as scipys_softmax

from auditkit.aggregate.base import Tables
from auditkit.aggregate.details import errors
from auditkit.aggregate.outcomes import answered
from auditkit.errors import EvidenceError
from auditkit.evidence.outcomes import (
    Terms,
    class_probabilities,
    contradict,
    decision_probabilities,
    no_and_yes,
    outcome_counts,
    outcomes_table,
    shown_apart,
    softmax,
    terms_of,
)
from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import AGREEMENT, EXAMPLES, OUTCOMES
from auditkit.records import Problem
from tests.synthetic_audit import write_synthetic_audit

ULPS = 4 * np.finfo(np.float64).eps
EXTREME = [
    -800.0,
    -700.0,
    -60.0,
    -37.5,
    -1.0,
    -1e-9,
    -0.0,
    0.0,
    1e-9,
    1.0,
    36.9,
    60.0,
    700.0,
    800.0,
]
LABELS = ("a", "b", "c")
CORRELATIONS = [0.1] * 10


def table(rows: Sequence[dict[str, Any]]) -> pa.Table:
    """Examples of which nothing but answers is filled in."""
    nothing: dict[str, Any] = {
        "row": 0, "text": "", "token_ids": [], "tokens": [], "starts": [], "stops": [], "segments": [],
        "words": [], "kinds": [], "flags": [],
    }  # fmt: skip
    return pa.Table.from_pylist(
        [{**nothing, "id": str(at), **row} for at, row in enumerate(rows)], schema=EXAMPLES
    )


def agreement(*rows: tuple[str, str, str, float | None, float | None]) -> pa.Table:
    names = ("example_id", "first", "second", "spearman", "sign_agreement")
    more = {"target": "a", "k": 1}
    return pa.Table.from_pylist(
        [{**dict(zip(names, row, strict=True)), **more} for row in rows], schema=AGREEMENT
    )


def outcomes(
    rows: Sequence[dict[str, Any]],
    problem: Problem = Problem.SINGLE_LABEL,
    labels: tuple[str, ...] = LABELS,
    pairs: pa.Table | None = None,
    apart: frozenset[str] = frozenset(),
) -> list[dict[str, Any]]:
    made = outcomes_table(
        table(rows), agreement() if pairs is None else pairs, Terms(labels, problem, apart)
    )
    assert made.schema.equals(OUTCOMES)
    return made.to_pylist()


# --- Probabilities -------------------------------------------------------------------------------


def test_softmax_is_scipys() -> None:
    rng = np.random.default_rng(5)
    for spread in (0.1, 3.0, 100.0):
        logits = rng.normal(0, spread, (200, 7))
        np.testing.assert_allclose(softmax(logits), scipys_softmax(logits, axis=1), rtol=1e-13)
    far = np.array([[1e4, -1e4, 0.0], [700.0, 710.0, -710.0]])
    np.testing.assert_allclose(softmax(far), scipys_softmax(far, axis=1), rtol=1e-13, atol=0)


def test_a_sigmoid_and_its_complement_are_scipys_to_the_last_digits() -> None:
    rng = np.random.default_rng(6)
    logits = np.concatenate([np.array(EXTREME), rng.normal(0, 20, 2000)])
    no, yes = no_and_yes(logits)
    np.testing.assert_allclose(yes, expit(logits), rtol=ULPS, atol=0)
    np.testing.assert_allclose(no, expit(-logits), rtol=ULPS, atol=0)
    assert np.isfinite(no).all()
    assert (yes[logits < -40] > 0).any()


def test_negative_control_one_minus_a_number_near_one_loses_it() -> None:
    likely = expit(np.array([60.0]))
    assert (1 - likely)[0] == 0 != expit(-60.0)


def test_probabilities_by_hand() -> None:
    logits = np.log(np.array([[1.0, 2.0, 3.0]]))
    np.testing.assert_allclose(softmax(logits), [[1 / 6, 2 / 6, 3 / 6]], rtol=1e-15)
    one = np.log(np.array([[3.0]]))
    found = class_probabilities(one, Problem.SINGLE_LOGIT)
    np.testing.assert_allclose(found, [[0.25, 0.75]], rtol=1e-15)
    several = class_probabilities(np.log(np.array([[3.0, 1.0]])), Problem.MULTI_LABEL)
    np.testing.assert_allclose(several, [[0.75, 0.5]], rtol=1e-15)


def test_a_decision_has_the_probability_of_what_was_decided() -> None:
    logits = np.log(np.array([[3.0, 0.25]]))
    given = np.array([[True, False]])
    several = decision_probabilities(logits, given, Problem.MULTI_LABEL)
    np.testing.assert_allclose(several, [[0.75, 0.8]], rtol=1e-15)
    one_of_n = decision_probabilities(logits, given, Problem.SINGLE_LABEL)
    np.testing.assert_allclose(one_of_n, [[3 / 3.25]], rtol=1e-15)
    refused = decision_probabilities(logits[:, 1:], given, Problem.SINGLE_LOGIT)
    np.testing.assert_allclose(refused, [[0.8]], rtol=1e-15)


# --- The table, against plain counting -----------------------------------------------------------

KINDS = [
    {"problem": problem, "labelled": labelled, "examples": 24}
    for problem in ("single_label", "multi_label", "single_logit")
    for labelled in (True, False)
]


@pytest.fixture(scope="module", params=KINDS, ids=lambda kind: "-".join(map(str, kind.values())))
def audit(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return Audit(write_synthetic_audit(tmp_path_factory.mktemp("outcomes"), **request.param))


def plainly(example: dict[str, Any], problem: str, labels: list[str]) -> dict[str, Any]:
    """One example's outcome from `math` alone."""
    several = problem == "multi_label"

    def named(cell: str | None) -> list[str] | None:
        return None if cell is None else json.loads(cell) if several else [cell]

    gold, predicted = named(example["label"]), named(example["predicted"])
    both = gold is not None and predicted is not None
    correct = sorted(gold) == sorted(predicted) if both else None  # type: ignore[arg-type]
    logits = example["logits"]
    if not logits or any(map(math.isnan, logits)):
        nothing = dict.fromkeys(("probability", "probabilities", "wrong_probability"))
        return {**nothing, "correct": correct}
    if problem == "single_label":
        odds = [math.exp(logit) for logit in logits]
        chances = [one / math.fsum(odds) for one in odds]
    else:
        chances = [1 / (1 + math.exp(-logit)) for logit in logits]
        chances = chances if several else [1 - chances[0], chances[0]]
    by_label = dict(zip(labels, chances, strict=True))
    one = predicted is not None and len(predicted) == 1
    probability = by_label[predicted[0]] if one else max(chances)  # type: ignore[index]
    wrong = None
    if correct is False and not several:
        wrong = probability
    elif correct is False:
        missed = set(gold or ()) ^ set(predicted or ())
        wrong = max(max(by_label[name], 1 - by_label[name]) for name in missed)
    return {
        "probability": probability,
        "probabilities": chances,
        "wrong_probability": wrong,
        "correct": correct,
    }


def near(found: Any, expected: Any, tolerance: float) -> bool:
    if found is None or expected is None:
        return found is expected
    return bool(found == pytest.approx(expected, rel=tolerance, abs=tolerance))


def test_every_column_is_what_plain_counting_gives(audit: Audit) -> None:
    model = audit.manifest["model"]
    for row, example in zip(audit.outcomes.to_pylist(), audit.examples.to_pylist(), strict=True):
        expected = plainly(example, model["problem"], model["labels"])
        assert row["example_id"] == example["id"]
        assert (row["predicted"], row["gold"]) == (example["predicted"], example["label"])
        assert row["correct"] == expected["correct"]
        for name in ("probability", "probabilities", "wrong_probability"):
            assert near(row[name], expected[name], 1e-12), name


def test_metrics_and_table_take_confidence_from_one_place(audit: Audit) -> None:
    """A number of the table is that of the metrics to the last bit."""
    terms = terms_of(audit.manifest)
    tables = Tables(
        audit.examples, audit.attributions, audit.agreement, terms.labels, terms.problem, 1, 1, 0
    )
    found, rows = answered(tables), audit.outcomes.to_pylist()
    by_id = {row["example_id"]: row for row in rows}
    surest = np.where(found.correct, 0.0, found.confidence).max(axis=1)
    for name, decisions, wrong in zip(found.ids, found.confidence, surest, strict=True):
        row = by_id[name]
        if terms.problem is not Problem.MULTI_LABEL:
            assert row["probability"] == decisions[0]
        else:
            sides = {side for p in row["probabilities"] for side in (p, 1 - p)}
            assert all(min(abs(side - one) for side in sides) < ULPS for one in decisions)
        assert (row["wrong_probability"] or 0.0) == (wrong if row["correct"] is False else 0.0)
    order = [by_id[found.ids[at]]["wrong_probability"] for at in errors(found)]
    assert order == sorted(order, reverse=True)


def test_disagreement_is_of_the_pairs_that_explain_the_margin(audit: Audit) -> None:
    trusted = {"shap", "integrated_gradients", "occlusion", "grad_x_input"}
    values: dict[str, list[Fraction]] = {}
    for pair in audit.agreement.to_pylist():
        if {pair["first"], pair["second"]} <= trusted and pair["spearman"] is not None:
            values.setdefault(pair["example_id"], []).append(Fraction(pair["spearman"]))
    for row in audit.outcomes.to_pylist():
        own = values.get(row["example_id"])
        expected = None if own is None else float(1 - sum(own) / len(own))
        assert near(row["disagreement"], expected, 1e-15)
    assert len(values) > 10


def test_the_score_is_the_share_of_decisions_that_are_right() -> None:
    row = {"label": '["a", "c"]', "predicted": '["a"]', "logits": [2.0, -1.0, -0.5]}
    (several,) = outcomes([row], Problem.MULTI_LABEL)
    assert several["score"] == pytest.approx(2 / 3)
    assert several["wrong_probability"] == pytest.approx(1 / (1 + math.exp(-0.5)))
    rows = [
        {"label": gold, "predicted": "a", "logits": [1.0, 0.0, 0.0]} for gold in ("a", "b", None)
    ]
    assert [row["score"] for row in outcomes(rows)] == [1.0, 0.0, None]


# --- Edges ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "logits", [None, [], [1.0], [1.0, 2.0, math.nan], [1.0, 2.0, math.inf], [1.0, 2.0, 3.0, 4.0]]
)
def test_without_usable_logits_there_is_no_probability(logits: list[float] | None) -> None:
    (row,) = outcomes([{"label": "a", "predicted": "b", "logits": logits}])
    assert (row["probability"], row["probabilities"], row["wrong_probability"]) == (None,) * 3
    assert row["correct"] is False


def test_labels_that_the_model_does_not_have() -> None:
    rows = [{"label": "z", "predicted": "a", "logits": [3.0, 0.0, 0.0]},
            {"label": "a", "predicted": "z", "logits": [3.0, 0.0, 0.0]}]  # fmt: skip
    first, second = outcomes(rows)
    assert first["correct"] is second["correct"] is False
    assert first["wrong_probability"] == first["probability"] == first["probabilities"][0]
    assert second["probability"] == max(second["probabilities"])
    several = {"label": '["a", "z"]', "predicted": '["a"]', "logits": [3.0, -3.0, -3.0]}
    (row,) = outcomes([several], Problem.MULTI_LABEL)
    assert (row["correct"], row["score"], row["wrong_probability"]) == (False, 1.0, None)


@pytest.mark.parametrize("predicted", ["[]", '["a", "b"]'])
def test_no_label_or_several_have_the_probability_of_the_likeliest(predicted: str) -> None:
    row = {"label": None, "predicted": predicted, "logits": [0.5, 2.0, -1.0]}
    (found,) = outcomes([row], Problem.MULTI_LABEL)
    assert found["probability"] == max(found["probabilities"]) == pytest.approx(expit(2.0))
    assert found["correct"] is None


def test_hostile_labels_are_only_names() -> None:
    hostile = ("</script>{0}", "a\u202eb", "'\"\n")
    rows = [{"label": name, "predicted": name, "logits": [1.0, 1.0, 1.0]} for name in hostile]
    assert [row["correct"] for row in outcomes(rows, labels=hostile)] == [True] * 3


def test_no_examples_give_an_empty_table() -> None:
    assert outcomes([]) == []


def test_more_examples_than_a_block_stand_in_their_order() -> None:
    rows = [
        {"label": "a", "predicted": LABELS[at % 3], "logits": [0.0, 1.0, 2.0]} for at in range(4100)
    ]
    found = outcomes(rows)
    assert [row["example_id"] for row in found] == [str(at) for at in range(4100)]
    assert [row["correct"] for row in found] == [at % 3 == 0 for at in range(4100)]


# --- Agreement -----------------------------------------------------------------------------------

BARE = {"label": None, "predicted": "a", "logits": [1.0, 0.0, 0.0]}


def test_disagreement_is_of_the_exact_sum() -> None:
    pairs = agreement(*(("0", "ledger", "shap", one, None) for one in CORRELATIONS))
    exact = float(sum(map(Fraction, CORRELATIONS)))
    (row,) = outcomes([BARE], pairs=pairs)
    assert row["disagreement"] == 1 - exact / len(CORRELATIONS)


def test_negative_control_adding_one_by_one_gives_another_sum() -> None:
    exact = float(sum(map(Fraction, CORRELATIONS)))
    assert reduce(operator.add, CORRELATIONS, 0.0) != exact


def test_controls_nulls_and_strangers_are_left_out() -> None:
    pairs = agreement(
        ("0", "random", "shap", -1.0, None), ("0", "ledger", "shap", None, None),
        ("9", "ledger", "shap", -1.0, None), ("0", "ledger", "shap", 0.25, None),
        ("0", "ledger", "shap", math.nan, None),
    )  # fmt: skip
    (row,) = outcomes([BARE], pairs=pairs, apart=frozenset({"random"}))
    assert row["disagreement"] == 0.75
    (all_in,) = outcomes([BARE], pairs=pairs)
    assert all_in["disagreement"] == 1 - (0.25 - 1.0) / 2


def test_a_contradiction_names_the_first_row_of_the_pair() -> None:
    pair = ("integrated_gradients", "shap")
    pairs = agreement(
        ("0", *pair, 0.5, 0.5), ("1", "ledger", "shap", -1.0, 0.0), ("1", *pair, 0.9, 0.49),
        ("1", *pair, -0.5, 1.0), ("2", *pair, -0.1, None), ("3", *pair, None, None),
    )  # fmt: skip
    found = outcomes([BARE] * 4, pairs=pairs)
    assert [row["contradiction"] for row in found] == [None, 2, 4, None]


@pytest.mark.parametrize(
    ("spearman", "signs", "expected"),
    [(-0.01, 1.0, True), (0.0, 0.5, False), (0.9, 0.49, True), (math.nan, math.nan, False), (math.nan, 0.2, True)],
)  # fmt: skip
def test_when_two_methods_contradict_each_other(
    spearman: float, signs: float, expected: bool
) -> None:
    assert contradict(np.array([spearman]), np.array([signs])).tolist() == [expected]


def test_methods_that_do_not_explain_the_margin() -> None:
    specs = {
        "random": {"control": True}, "rollout": {"about_target": False}, "shap": {"about_target": True},
        "unknown": {},
    }  # fmt: skip
    assert shown_apart(specs) == {"random", "rollout"}


# --- Reading -------------------------------------------------------------------------------------


def without_outcomes(audit: Audit) -> Audit:
    """The same evidence as it was before there was such a table."""
    older = Audit(audit.folder)
    del older.manifest["files"]["outcomes.parquet"]
    for name in ("correct", "wrong", "undecided", "flagged"):
        del older.manifest["counts"][name]
    return older


def test_older_evidence_gives_the_same_table_and_counts(audit: Audit) -> None:
    older = without_outcomes(audit)
    assert older.table("outcomes").num_rows == 0
    assert not older.holds("outcomes")
    assert audit.holds("outcomes")
    assert older.outcomes.equals(audit.outcomes)
    assert older.counts == audit.counts == audit.manifest["counts"]


def test_counts_add_up(audit: Audit) -> None:
    correct = audit.outcomes["correct"].to_pylist()
    flags = audit.examples["flags"].to_pylist()
    expected = {
        "correct": correct.count(True),
        "wrong": correct.count(False),
        "undecided": correct.count(None),
        "flagged": len([one for one in flags if one]),
    }
    assert outcome_counts(audit.outcomes, audit.examples["flags"]) == expected
    assert sum(list(expected.values())[:3]) == audit.examples.num_rows


def test_rows_of_other_examples_are_refused(tmp_path: Path) -> None:
    audit = Audit(write_synthetic_audit(tmp_path, examples=3))
    path = audit.evidence / "outcomes.parquet"
    pq.write_table(pq.read_table(path).take([1, 0, 2]), path)
    with pytest.raises(EvidenceError, match="not those of examples"):
        _ = audit.outcomes


@pytest.mark.parametrize("problem", [None, "regression", ""])
def test_a_kind_of_decision_that_is_not_known_is_refused(problem: str | None) -> None:
    with pytest.raises(EvidenceError, match=r"model\.problem"):
        terms_of({"model": {"problem": problem, "labels": []}})


def test_answers_that_cannot_be_read_are_refused(tmp_path: Path) -> None:
    audit = without_outcomes(
        Audit(write_synthetic_audit(tmp_path, examples=3, problem="multi_label"))
    )
    cells = pa.array(["no JSON"] * 3)
    at = audit.examples.schema.get_field_index("predicted")
    audit.__dict__["examples"] = audit.examples.set_column(at, "predicted", cells)
    with pytest.raises(EvidenceError, match="cannot be read"):
        _ = audit.outcomes
