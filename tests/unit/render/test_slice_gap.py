"""A slice beside all other examples: what is said, and that every number of it is cited."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditkit.evidence.reader import Audit
from auditkit.render import blocks as b
from auditkit.render.evidence_view import metric_rows
from auditkit.render.numbers import shown
from auditkit.render.rows import Row
from auditkit.render.slice_gap import VERDICTS, against_rest
from auditkit.verification.printed import agrees
from tests.synthetic_audit import write_synthetic_audit


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    folder: Path = tmp_path_factory.mktemp("slices") / "audit"
    return Audit(write_synthetic_audit(folder, examples=24, slices=True, labelled=True))


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (-0.2, -0.01, "lies below 0"),
        (0.01, 0.2, "lies above 0"),
        (-0.1, 0.1, "contains 0: the difference may be chance"),
        (-0.1, 0.0, "contains 0: the difference may be chance"),
        (None, None, "has no interval"),
    ],
)
def test_the_verdict_is_where_the_interval_lies(
    low: float | None, high: float | None, verdict: str
) -> None:
    row = Row("metrics", 0, {"value": 0.0, "low": low, "high": high, "n": 9})
    assert VERDICTS[row.side_of(0)].endswith(verdict)


def test_the_rest_and_the_difference_are_numbers_of_the_evidence(audit: Audit) -> None:
    rests = metric_rows(audit, "accuracy_rest")
    assert rests
    for rest in rests:
        said = against_rest(audit, rest.text("slice"))
        cited = [part for part in said if isinstance(part, b.Measure)]
        [gap] = metric_rows(audit, "accuracy_gap", slice=rest.text("slice"))
        assert [part.evidence for part in cited] == [f"{rest.place}:value", f"{gap.place}:value"]
        assert [part.value for part in cited] == [rest.value, gap.value]
        assert f"in the {rest.n:,} other examples it is " in said


def test_the_whole_set_and_an_unknown_slice_have_no_rest(audit: Audit) -> None:
    for name in (None, "no such slice"):
        assert against_rest(audit, name) == ("it cannot be compared with the other examples.",)


def test_percentage_points_are_signed_and_read_back() -> None:
    gap = b.Measure(-0.1267, "metrics.parquet#3:value", digits=1, style="points")
    assert shown(gap, gap.value) == "\u221212.7\u00a0pp"
    assert shown(gap, 0.02) == "+2.0\u00a0pp"
    assert agrees(shown(gap, gap.value), gap.value)
    assert not agrees(shown(gap, gap.value), -0.12)
    assert not agrees("\u221212.7", gap.value)
