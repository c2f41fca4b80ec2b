"""The draw of examples to be explained: another implementation, and what it promises."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditkit.aggregate.base import Tables, metric_table
from auditkit.aggregate.details import explained_for_detail, places_for_all, select_details
from auditkit.aggregate.findings import findings_table
from auditkit.aggregate.outcomes import answered
from auditkit.aggregate.sample import about_sample, drawn_sample, over_sample
from auditkit.evidence.schema import EXAMPLES, HEADS
from auditkit.records import Problem
from tests.unit.aggregate.evidence_tables import example, random_tables, shuffled, tables_of

Stratum = tuple[str, str | None]
KINDS = ("right", "unlabelled", "wrong")
"""In the order in which they share out the seats."""


def strata_of(rows: list[dict]) -> dict[str, Stratum]:
    """Each answered example's stratum, from the plain columns of a single-label audit."""
    found = {}
    for row in rows:
        if row["predicted"] is not None:
            kind = "unlabelled" if row["label"] is None else "wrong"
            found[row["id"]] = ("right" if row["label"] == row["predicted"] else kind, row["slice"])
    return found


def digest(value: list) -> int:
    text = json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def drawn_one_by_one(strata: Mapping[str, Stratum], count: int, seed: int) -> set[str]:
    """All examples in a row, stratum after stratum: who steps over a whole seat gives one to its stratum."""
    if count >= len(strata):
        return set(strata)
    members = defaultdict(list)
    for name, stratum in strata.items():
        members[stratum].append(name)
    order = sorted(members, key=lambda s: (KINDS.index(s[0]), s[1] is not None, s[1] or ""))
    step = Fraction(count, len(strata))
    place = Fraction(digest(["start", "explain", seed]) % len(strata), len(strata))
    found = set()
    for stratum in order:
        queue = sorted(members[stratum], key=lambda name: digest([name, "explain", seed]))
        for _ in members[stratum]:
            if floor(place + step) > floor(place):
                found.add(queue.pop(0))
            place += step
    return found


def outcomes_of(*strata: tuple[str, str | None, int]) -> Tables:
    """So many examples of each kind and slice."""
    golds, rows = {"right": "b", "wrong": "a", "unlabelled": None}, []
    for kind, slice_, size in strata:
        rows += [
            example(
                len(rows) + i,
                [0.0, 1.0],
                predicted="b",
                label=golds[kind],
                slice=slice_,
                margin=1.0,
            )
            for i in range(size)
        ]
    return tables_of(rows)


sizes = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["x", "y", "", None]), st.integers(1, 25)),
    min_size=1,
    max_size=8,
)


@settings(max_examples=80, deadline=None)
@given(sizes, st.integers(1, 120), st.integers(0, 2**53 - 1))
def test_it_is_the_draw_of_the_documentation(strata, count: int, seed: int) -> None:
    tables = outcomes_of(*strata)
    known = strata_of(tables.examples.to_pylist())
    found = drawn_sample(answered(tables), count, seed)
    assert found == sorted(drawn_one_by_one(known, count, seed))


@settings(max_examples=80, deadline=None)
@given(sizes, st.integers(1, 120), st.integers(0, 2**53 - 1))
def test_every_stratum_has_its_share(strata, count: int, seed: int) -> None:
    tables = outcomes_of(*strata)
    known = strata_of(tables.examples.to_pylist())
    found = drawn_sample(answered(tables), count, seed)
    assert len(found) == len(set(found)) == min(count, len(known))
    assert set(found) <= set(known)
    share = min(1.0, count / len(known))
    for key in (lambda s: s, lambda s: s[0]):
        every, drawn = Counter(map(key, known.values())), Counter(key(known[n]) for n in found)
        assert all(abs(drawn[name] - share * size) < 1 for name, size in every.items())


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.integers(1, 60), st.sampled_from(list(Problem)))
def test_the_order_of_the_data_changes_nothing(seed: int, count: int, problem: Problem) -> None:
    tables = random_tables(seed, problem=problem)
    found = drawn_sample(answered(tables), count, seed)
    renumbered = tables.examples.take(pa.array(np.random.default_rng(seed).permutation(60)))
    rows = pa.array(range(60), pa.int64())
    renumbered = renumbered.set_column(1, EXAMPLES.field("row"), rows)
    assert drawn_sample(answered(replace(tables, examples=renumbered)), count, seed) == found
    assert drawn_sample(answered(shuffled(tables, seed)), count, seed) == found


def test_another_seed_draws_others() -> None:
    outcomes = answered(random_tables())
    assert drawn_sample(outcomes, 10, 1) != drawn_sample(outcomes, 10, 2)
    assert drawn_sample(outcomes, 10, 1) == drawn_sample(outcomes, 10, 1)


def test_examples_without_an_answer_are_not_drawn() -> None:
    rows = [
        example(0, None),
        example(1, [float("nan"), 0.0]),
        example(2, [0.0, 1.0], predicted="b"),
    ]
    assert drawn_sample(answered(tables_of(rows)), 3, 0) == ["id00002"]


SEEDS = 3000
SMALL = (("right", "x", 30), ("wrong", "x", 7), ("right", "y", 2), ("wrong", "y", 1))


def chances(draw) -> dict[str, float]:
    """How often each example is drawn over many seeds."""
    known = strata_of(outcomes_of(*SMALL).examples.to_pylist())
    counts = Counter(name for seed in range(SEEDS) for name in draw(known, seed))
    return {name: counts[name] / SEEDS for name in known}


def largest_remainder(known: Mapping[str, Stratum], seed: int) -> list[str]:
    """The rule that is not used: shares rounded by the largest remainder."""
    members = defaultdict(list)
    for name, stratum in known.items():
        members[stratum].append(name)
    shares = {stratum: Fraction(10 * len(own), len(known)) for stratum, own in members.items()}
    seats = {stratum: floor(share) for stratum, share in shares.items()}
    for stratum in sorted(shares, key=lambda s: floor(shares[s]) - shares[s])[
        : 10 - sum(seats.values())
    ]:
        seats[stratum] += 1
    return [
        name
        for stratum, own in members.items()
        for name in sorted(own, key=lambda one: digest([one, seed]))[: seats[stratum]]
    ]


def test_every_example_has_the_same_chance() -> None:
    outcomes = answered(outcomes_of(*SMALL))
    found = chances(lambda _, seed: drawn_sample(outcomes, 10, seed))
    # Four standard errors, and forty examples.
    assert max(abs(chance - 0.25) for chance in found.values()) < 4.5 * (0.25 * 0.75 / SEEDS) ** 0.5


def test_negative_control_the_largest_remainder_never_draws_a_small_stratum() -> None:
    found = chances(largest_remainder)
    assert max(abs(chance - 0.25) for chance in found.values()) > 0.2


# --- What is explained for being shown in detail ---------------------------------------------------


def marked(tables: Tables, marks: Mapping[str, str]) -> Tables:
    """The tables with only some examples explained."""
    names = tables.examples["id"].to_pylist()
    column = pa.array([marks.get(name) for name in names], pa.string())
    at = tables.examples.schema.get_field_index("explained")
    ids = pa.array(sorted(marks), pa.string())

    def about(table: pa.Table) -> pa.Table:
        return table.filter(pa.compute.is_in(table["example_id"], ids))

    return replace(
        tables,
        examples=tables.examples.set_column(at, EXAMPLES.field("explained"), column),
        attributions=about(tables.attributions),
        agreement=about(tables.agreement),
    )


def explained_in_part(tables: Tables, count: int, limit: int) -> tuple[Tables, set[str], set[str]]:
    """The tables as an audit leaves them, the drawn examples, and those explained for detail only."""
    sampled = frozenset(drawn_sample(answered(tables), count, tables.seed))
    extra = explained_for_detail(without_explanations(tables), limit, sampled)
    marks = {**dict.fromkeys(sampled, "sample"), **dict.fromkeys(extra, "detail")}
    return marked(tables, marks), set(sampled), set(extra)


def without_explanations(tables: Tables) -> Tables:
    return replace(tables, attributions=tables.attributions[:0], agreement=tables.agreement[:0])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 99), st.integers(1, 60), st.integers(0, 60), st.sampled_from(list(Problem)))
def test_what_will_be_shown_is_known_before_anything_is_explained(
    seed: int, count: int, limit: int, problem: Problem
) -> None:
    tables, sampled, extra = explained_in_part(random_tables(seed, problem=problem), count, limit)
    shown = set(select_details(tables, limit)["example_id"].to_pylist())
    assert shown - sampled == extra
    assert len(shown) == min(limit, 60)
    if limit < 60:
        assert len(extra) <= max(places_for_all(limit), limit - count)


def test_the_order_of_drawn_examples_by_disagreement_changes_no_extra() -> None:
    """Negative control of the above: agreement does decide which of the drawn ones are shown."""
    tables, _, _ = explained_in_part(random_tables(3, methods=("shap", "occlusion")), 30, 12)
    turned = tables.agreement.set_column(
        tables.agreement.schema.get_field_index("spearman"),
        "spearman",
        pa.compute.negate(tables.agreement["spearman"]),
    )
    other = replace(tables, agreement=turned)
    reasons = [
        {
            row["example_id"]
            for row in select_details(one, 12).to_pylist()
            if row["reason"] == "disagreement"
        }
        for one in (tables, other)
    ]
    assert reasons[0] != reasons[1]


# --- Numbers over the draw -------------------------------------------------------------------------

OVER_ALL = {
    "accuracy",
    "macro_f1",
    "majority",
    "confusion",
    "ece",
    "mean_confidence",
    "predicted_share",
}


def test_numbers_over_explanations_leave_out_what_was_chosen_for_detail() -> None:
    tables, sampled, extra = explained_in_part(random_tables(5), 15, 12)
    assert extra
    numbers = metric_table(over_sample(tables)).to_pylist()
    # The same numbers with the extra examples never explained at all.
    plain = marked(tables, dict.fromkeys(sampled, "sample"))
    assert numbers == metric_table(plain).to_pylist()
    assert about_sample(tables.attributions, tables.examples).equals(plain.attributions)
    # Answers are counted over everything.
    full = metric_table(random_tables(5)).to_pylist()
    kept = [[row for row in rows if row["metric"] in OVER_ALL] for rows in (numbers, full)]
    assert kept[0] == kept[1]


def test_negative_control_the_extra_examples_would_change_the_numbers() -> None:
    tables, _, _ = explained_in_part(random_tables(5), 15, 12)
    assert metric_table(over_sample(tables)) != metric_table(tables)


def test_where_all_are_explained_nothing_is_left_out() -> None:
    tables = random_tables(5)
    every = marked(tables, dict.fromkeys(tables.examples["id"].to_pylist(), "all"))
    for one in (tables, every):
        assert over_sample(one).attributions is one.attributions


@pytest.mark.parametrize(
    ("flag", "counted"), [("words_grouped", 2), ("unbalanced", 2), ("truncated", 4)]
)
def test_a_flag_of_explanations_is_counted_among_those_drawn(flag: str, counted: int) -> None:
    marks = ["sample", "sample", "detail", None, "sample"]
    rows = [
        example(i, [0.0, 1.0], predicted="b", label="b", margin=1.0, explained=mark,
                flags=[flag] if i < 4 else [])
        for i, mark in enumerate(marks)
    ]  # fmt: skip
    tables = over_sample(tables_of(rows))
    found = findings_table(tables, metric_table(tables), HEADS.empty_table()).to_pylist()
    (row,) = [row for row in found if row["kind"] == flag]
    assert (row["value"], row["n"]) == (counted, 5 if flag == "truncated" else 3)
    assert row["examples"] == [f"id{i:05d}" for i in range(counted)]
