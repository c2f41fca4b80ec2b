"""Which examples a report lists each by itself: all that are explained, of the others a stated number."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditkit.evidence import listing as module
from auditkit.evidence.listing import OUTCOMES, listing
from auditkit.evidence.schema import DETAILS
from auditkit.verification import listing as second

KINDS = {
    "wrong": ("a", False),
    "unanswered": (None, None),
    "unlabelled": ("a", None),
    "correct": ("a", True),
}
"""Outcome -> what the model said and whether it is right."""
EXAMPLES = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.booleans()), max_size=30)


def tables(examples: list[tuple[str, bool]]) -> tuple[pa.Table, pa.Table, pa.Table]:
    """Tables of examples, each an outcome and whether it is explained, with one more that is."""
    every = [*examples, ("correct", True)]
    marks = ["sample" if explained else None for _, explained in every]
    said = [KINDS[kind][0] for kind, _ in every]
    right = [KINDS[kind][1] for kind, _ in every]
    ids = [f"{row:016x}" for row in range(len(every))]
    known = {"id": ids, "predicted": said, "explained": pa.array(marks, pa.string())}
    outcomes = {"predicted": pa.array(said, pa.string()), "correct": pa.array(right, pa.bool_())}
    return pa.table(known), pa.table(outcomes), DETAILS.empty_table()


@settings(deadline=None)  # the first call waits for imports
@given(EXAMPLES, st.integers(0, 8))
def test_wrong_answers_come_first_and_right_ones_last(
    examples: list[tuple[str, bool]], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_UNEXPLAINED", most)
        found = listing(*tables(examples))
    others = [row for row, (_, explained) in enumerate(examples) if not explained]
    ranked = sorted(others, key=lambda row: (OUTCOMES.index(examples[row][0]), row))
    explained = {row for row in range(len(examples) + 1) if row not in others}
    assert list(found.rows) == sorted({*ranked[:most], *explained})
    assert found.unexplained == len(ranked[:most])
    left = [examples[row][0] for row in ranked[most:]]
    assert found.left_out == ({kind: left.count(kind) for kind in OUTCOMES} if left else {})
    assert found.not_listed == len(left)


def test_what_is_shown_in_detail_is_listed() -> None:
    examples, outcomes, _ = tables([("correct", False)] * 3)
    details = pa.table({"example_id": examples["id"][1:2]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST_UNEXPLAINED", 0)
        assert listing(examples, outcomes, details).rows == (1, 3)


def test_the_limit_is_stated_twice_alike() -> None:
    assert module.MOST_UNEXPLAINED == second._MOST
