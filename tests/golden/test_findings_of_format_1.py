"""Today's rules over the evidence of an old audit: what its slices and methods are found to be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from auditkit.aggregate.base import Tables, metric_table
from auditkit.aggregate.findings import findings_table
from auditkit.evidence.reader import Audit
from auditkit.records import Problem

FORMAT_1 = Path(__file__).parents[1] / "fixtures" / "format_1" / "demo"


@pytest.fixture(scope="module")
def audit() -> Audit:
    return Audit(FORMAT_1)


@pytest.fixture(scope="module")
def found(audit: Audit) -> list[dict]:
    model = audit.manifest["model"]
    tables = Tables(
        audit.examples, audit.attributions, audit.agreement, tuple(model["labels"]),
        Problem(model["problem"]), model["layers"], model["heads"], audit.manifest["seed"],
    )  # fmt: skip
    table: pa.Table = findings_table(tables, metric_table(tables), audit.heads)
    return table.to_pylist()


def gap_by_hand(audit: Audit, slice_: str) -> tuple[float, float, float]:
    """Accuracy less the most frequent label's share, and its percentiles over resampled rows."""
    rows = [row for row in audit.examples.to_pylist() if row["slice"] == slice_]
    gold = np.array([row["label"] for row in rows])
    right = gold == np.array([row["predicted"] for row in rows])
    draws = np.random.default_rng(11).integers(0, len(rows), (20_000, len(rows)))
    shares = [(gold == label)[draws].mean(1) for label in sorted(set(gold))]
    gaps = right[draws].mean(1) - np.max(shares, axis=0)
    value = right.mean() - max((gold == label).mean() for label in set(gold))
    return (value, *np.percentile(gaps, [2.5, 97.5]))


def test_the_slice_that_is_not_told_from_its_majority_is_a_finding(audit, found) -> None:
    (row,) = [row for row in found if row["kind"] == "not_above_majority"]
    assert (row["slice"], row["severity"], row["n"], row["about"]) == ("nyt", "medium", 50, "model")
    by_hand = gap_by_hand(audit, "nyt")
    assert by_hand[0] == pytest.approx(0.76 - 0.70)
    assert (row["value"], row["low"], row["high"]) == pytest.approx(by_hand, abs=0.021)
    assert row["low"] <= 0


def test_negative_control_the_other_slices_lie_above_theirs(audit) -> None:
    for slice_ in ("amazon", "movie", "tweets"):
        assert gap_by_hand(audit, slice_)[1] > 0.05


def test_what_was_three_findings_about_one_method_is_one(audit, found) -> None:
    old = [row["label"] for row in audit.findings.to_pylist() if row["kind"] == "methods_disagree"]
    assert len(old) == 3
    (row,) = [row for row in found if row["about"] == "explanations"]
    assert row is found[-1]
    assert row["label"] == "grad_x_input vs integrated_gradients, occlusion, shap"
