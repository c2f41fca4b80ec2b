"""Which examples a report has room for, against sorting them by hand."""

from __future__ import annotations

from pathlib import Path
from statistics import median_high
from typing import Any

import pyarrow as pa
import pytest

from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import OUTCOMES
from auditkit.evidence.telling import KINDS, telling
from tests.synthetic_audit import write_synthetic_audit

PLACES = {"errors": 3, "margins": 2, "disagreement": 1, "typical": 2}
AUDITS = [
    {"problem": problem, "labelled": labelled, "examples": examples}
    for problem in ("single_label", "multi_label", "single_logit")
    for labelled in (True, False)
    for examples in (0, 1, 24)
]


def by_hand(rows: list[dict[str, Any]], margins: list[float | None]) -> list[int]:
    every = range(len(rows))
    wrong = [at for at in every if rows[at]["correct"] is False]
    decided = any(row["correct"] is not None for row in rows)
    usual = [
        at
        for at in every
        if rows[at]["probability"] is not None
        and rows[at]["correct"] is (True if decided else None)
    ]
    middle = median_high([rows[at]["probability"] for at in usual]) if usual else 0.0
    orders = {
        "errors": sorted(wrong, key=lambda at: -(rows[at]["wrong_probability"] or 0)),
        "margins": sorted(
            (at for at in every if margins[at] is not None), key=lambda at: abs(margins[at] or 0)
        ),
        "disagreement": sorted(
            (at for at in every if rows[at]["disagreement"] is not None),
            key=lambda at: -rows[at]["disagreement"],
        ),
        "typical": sorted(usual, key=lambda at: abs(rows[at]["probability"] - middle)),
    }
    taken: list[int] = []
    for kind in KINDS:
        taken += [at for at in orders[kind] if at not in taken][: PLACES[kind]]
    return taken


@pytest.mark.parametrize("kind", AUDITS, ids=lambda kind: "-".join(map(str, kind.values())))
def test_the_choice_is_that_of_sorting_by_hand(kind: dict[str, Any], tmp_path: Path) -> None:
    audit = Audit(write_synthetic_audit(tmp_path, **kind))
    margins = audit.examples["margin"]
    found = telling(audit.outcomes, margins, PLACES)
    assert list(found) == by_hand(audit.outcomes.to_pylist(), margins.to_pylist())
    assert len(found) == len(set(found))


def test_of_equals_the_first_and_of_two_middles_the_upper() -> None:
    rows = [
        {"example_id": str(at), "correct": True, "probability": one}
        for at, one in enumerate([0.9, 0.6, 0.7, 0.9])
    ]
    outcomes = pa.Table.from_pylist(rows, schema=OUTCOMES)
    margins = pa.chunked_array([pa.array([1.0, -1.0, None, 2.0])])
    only = {"errors": 0, "margins": 1, "disagreement": 9, "typical": 2}
    assert telling(outcomes, margins, only) == (0, 3, 2)
