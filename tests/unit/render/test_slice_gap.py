"""A slice beside all other examples: the difference, its interval, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditkit.aggregate import intervals
from auditkit.evidence.reader import Audit
from auditkit.render import blocks as b
from auditkit.render.slice_gap import Share, compare, gap, told, wilson
from tests.synthetic_audit import write_synthetic_audit


def share(right: int, n: int) -> Share:
    return wilson(right, n)


def test_the_interval_is_that_of_newcombes_own_example() -> None:
    """Newcombe 1998, Statistics in Medicine 17, table II: 56/70 against 48/80, method 10."""
    found = compare(share(56, 70), share(48, 80))
    assert found.difference == pytest.approx(20)
    assert (found.low, found.high) == pytest.approx((5.24, 33.39), abs=0.01)
    assert found.verdict == "lies above 0"


@pytest.mark.parametrize(("right", "n"), [(0, 7), (7, 7), (38, 50), (1, 2), (133, 150)])
def test_the_interval_of_a_share_is_the_one_of_the_metrics(right: int, n: int) -> None:
    measured = intervals.wilson(right, n)
    ours = wilson(right, n)
    assert (ours.value, ours.n) == (measured.value, measured.n)
    assert (ours.low, ours.high) == pytest.approx((measured.low, measured.high), abs=1e-12)


@pytest.mark.parametrize(
    ("part", "rest", "verdict"),
    [
        ((38, 50), (133, 150), "lies below 0"),
        ((48, 50), (120, 150), "lies above 0"),
        ((43, 50), (133, 150), "contains 0: the difference may be chance"),
        ((0, 3), (0, 3), "contains 0: the difference may be chance"),
    ],
)
def test_the_verdict_is_where_the_interval_lies(
    part: tuple[int, int], rest: tuple[int, int], verdict: str
) -> None:
    found = compare(share(*part), share(*rest))
    assert found.verdict == verdict
    assert -100 <= found.low <= found.difference <= found.high <= 100


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    folder: Path = tmp_path_factory.mktemp("slices") / "audit"
    return Audit(write_synthetic_audit(folder, examples=24, slices=True, labelled=True))


def test_the_rest_are_all_labelled_examples_outside_the_slice(audit: Audit) -> None:
    rows = audit.examples.to_pylist()
    names = {row["slice"] for row in rows if row["slice"] is not None}
    answered = [row for row in rows if row["label"] is not None and row["predicted"] is not None]
    for name in names:
        others = [row for row in answered if row["slice"] != name]
        right = sum(row["label"] == row["predicted"] for row in others)
        found = gap(audit, name)
        assert found is not None
        assert found.rest.n == len(others)
        assert found.rest.value == pytest.approx(right / len(others))


def test_the_whole_set_and_an_unknown_slice_have_no_rest(audit: Audit) -> None:
    assert gap(audit, None) is None
    assert gap(audit, "no such slice") is None


def test_what_is_said_names_the_number_of_others_and_cites_the_evidence() -> None:
    found = compare(share(38, 50), share(133, 150))
    cited = b.Measure(133 / 150, "findings.parquet#0:reference", digits=1, style="percent")
    said = told(found, cited)
    assert cited in said
    assert "in the 150 other examples it is " in said
    assert any(isinstance(part, str) and "lies below 0" in part for part in said)
