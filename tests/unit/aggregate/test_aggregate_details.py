"""The choice of examples shown in detail."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st

from auditkit.aggregate.details import select_details
from auditkit.evidence.schema import AGREEMENT, DETAILS
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import (
    attribution,
    example,
    random_tables,
    shuffled,
    tables_of,
)


def chosen(tables, limit: int = 40) -> dict[str, str]:
    table = select_details(tables, limit)
    assert table.schema.equals(DETAILS)
    return {row["example_id"]: row["reason"] for row in table.to_pylist()}


def many(count: int, errors: int, apart: int):
    """Errors come first, then examples whose methods contradict each other; margins grow."""
    answers, rows = [], []
    for i in range(count):
        z = 0.5 + i / 10
        gold = "a" if i < errors else "b"
        answers.append(
            example(
                i,
                [0.0, z],
                predicted="b",
                label=gold,
                margin=z,
                words=[0, 1, 2],
                slice="xyz"[i % 3],
            )
        )
        down = errors <= i < errors + apart
        for method in ("shap", "occlusion"):
            scores = [3.0, 2.0, 1.0] if down and method == "shap" else [1.0, 2.0, 3.0]
            rows.append(attribution(f"id{i:05d}", method, scores))
    return tables_of(answers, rows)


def test_every_reason_has_its_quota() -> None:
    found = chosen(many(200, errors=60, apart=60))
    counts = Counter(found.values())
    assert counts == {"error": 12, "low_margin": 8, "disagreement": 8, "sample": 12}
    surest = [f"id{i:05d}" for i in range(48, 60)]
    assert [name for name, reason in found.items() if reason == "error"] == surest
    assert [n for n, r in found.items() if r == "low_margin"] == [f"id{i:05d}" for i in range(8)]
    assert list(found) == sorted(found)


def test_free_places_flow_on() -> None:
    counts = Counter(chosen(many(200, errors=0, apart=0)).values())
    assert counts == {"low_margin": 20, "sample": 20}
    assert Counter(chosen(many(200, errors=5, apart=1)).values())["error"] == 5


def test_nothing_is_chosen_where_all_fit() -> None:
    assert Counter(chosen(many(40, errors=3, apart=3)).values()) == {"all": 40}
    assert "all" not in chosen(many(41, errors=3, apart=3)).values()


def test_the_sample_takes_from_slices_in_turn() -> None:
    tables = many(200, errors=0, apart=0)
    found = chosen(tables, limit=40)
    slices = {row["id"]: row["slice"] for row in tables.examples.to_pylist()}
    counts = Counter(slices[name] for name, reason in found.items() if reason == "sample")
    assert max(counts.values()) - min(counts.values()) <= 1
    other = chosen(replace(tables, seed=99), limit=40)
    assert other != found
    assert chosen(tables, limit=40) == found


def test_agreeing_methods_are_no_disagreement() -> None:
    assert "disagreement" not in chosen(many(100, errors=0, apart=0)).values()
    tables = replace(many(100, errors=0, apart=60), agreement=AGREEMENT.empty_table())
    assert "disagreement" not in chosen(tables).values()


def test_examples_that_cannot_be_shown_are_not_chosen() -> None:
    answers = [
        example(0, None),
        example(1, [math.nan, 0.0], predicted="a"),
        example(2, [1.0, 0.0], predicted="a", label="b", words=[-1, -1]),
        example(3, [1.0, 0.0], predicted="a", label="b", words=[]),
        example(4, [1.0, 0.0], predicted="a"),
    ]
    assert chosen(tables_of(answers)) == {"id00004": "all"}
    assert chosen(tables_of([])) == {}


def test_multi_label_errors_go_by_their_surest_wrong_decision() -> None:
    answers = [
        example(0, [6.0, -1.0], predicted='["a"]', label='["a", "b"]'),  # wrong about b at .73
        example(1, [3.0, -1.0], predicted='["a"]', label="[]"),  # wrong about a at .95
        example(2, [9.0, -9.0], predicted='["a"]', label='["a"]'),
    ]
    found = chosen(tables_of(answers, problem=Problem.MULTI_LABEL), limit=1)
    assert found == {"id00001": "error"}


@pytest.mark.parametrize("limit", [0, 1, 2, 3, 10])
def test_small_limits_hold(limit: int) -> None:
    found = chosen(many(50, errors=10, apart=10), limit)
    assert len(found) == limit
    if limit:
        assert "error" in found.values()


@given(st.integers(0, 200), st.integers(0, 50), st.sampled_from(list(Problem)))
@example_of(179, 18, Problem.SINGLE_LOGIT)  # two means that differ by the order of a sum
@settings(max_examples=20, deadline=None)
def test_the_choice_is_bounded_and_keeps_no_order(seed: int, limit: int, problem: Problem) -> None:
    tables = random_tables(seed, 25, 2, problem)
    found = select_details(tables, limit)
    assert found.num_rows == min(limit, 25)
    assert len(set(found["example_id"].to_pylist())) == found.num_rows
    assert select_details(shuffled(tables, seed), limit).equals(found)
