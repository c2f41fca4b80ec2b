"""Shares of chains and links over the set, against plain counts and numpy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from auditkit.aggregate.base import Tables
from auditkit.aggregate.chains import heads_in_chains
from auditkit.aggregate.intervals import wilson
from auditkit.evidence.schema import CHAINS, LINKS
from tests.unit.aggregate.evidence_tables import metric_rows, random_tables

COUNT = 12


def chain(name: str, rng: np.random.Generator, **cells) -> dict:
    value, empty, alone, without = rng.normal(0, 2, 4)
    return {
        "example_id": name, "target": "a", "weights": "model", "sampled": True,
        "grade": "confirmed_chain" if rng.random() < 0.5 else "no_short_chain",
        "value": value, "empty": empty, "signed": value - empty, "mass": 9.0, "alone": alone,
        "without": without, "sufficiency": (alone - empty) / (value - empty),
        "necessity": (value - without) / (value - empty), "permuted": rng.normal(size=5).tolist(),
        "random": rng.normal(size=5).tolist(), "sink": None, "lens": [0.0, value],
        "depth": int(rng.integers(4)), **cells,
    }  # fmt: skip


def link(name: str, rank: int, rng: np.random.Generator, **cells) -> dict:
    predicted = float(rng.normal())
    return {
        "example_id": name, "target": "a", "weights": "model", "rank": rank,
        "layer": int(rng.integers(2)), "query": 0, "key": rank, "query_role": "[CLS]",
        "key_role": "text", "relevance": 1.0, "head": int(rng.integers(2)), "head_relevance": 1.0,
        "foretold": predicted, "observed": 1.5 * predicted + 0.1 * float(rng.normal()), "low": -1.0,
        "high": 1.0, "n": 20,
        "verdict": str(rng.choice(["confirmed", "stronger", "not_shown_causal", "other_effect"])),
        "same_sign": int(rng.choice([20, 20, 13])), **cells,
    }  # fmt: skip


def tables(seed: int = 0, **cells) -> Tables:
    rng = np.random.default_rng(seed)
    base = replace(random_tables(count=COUNT), layers=2, heads=2)
    names = base.examples["id"].to_pylist()
    chains = [chain(name, rng, **cells) for name in names]
    links = [link(name, rank, rng) for name in names for rank in range(3)]
    return with_rows(base, chains, links)


def with_rows(base: Tables, chains: list[dict], links: list[dict]) -> Tables:
    return replace(
        base,
        chains=pa.Table.from_pylist(chains, schema=CHAINS),
        links=pa.Table.from_pylist(links, schema=LINKS),
    )


def one(found: Tables, metric: str, **cells) -> dict:
    (row,) = [
        row
        for row in metric_rows(found, metric)
        if all(row[name] == value for name, value in cells.items())
    ]
    return row


def test_no_chains_no_rows() -> None:
    assert not metric_rows(random_tables(count=5), "chain_confirmed")
    assert heads_in_chains(random_tables(count=5)).num_rows == 0


def test_share_confirmed_is_a_wilson_share() -> None:
    found = tables()
    confirmed = found.chains["grade"].to_pylist().count("confirmed_chain")
    row, expected = one(found, "chain_confirmed"), wilson(confirmed, COUNT)
    assert (row["value"], row["low"], row["high"]) == (expected.value, expected.low, expected.high)


def test_slices_are_counted_apart() -> None:
    found = tables()
    slices = dict(zip(*(found.examples[name].to_pylist() for name in ("id", "slice")), strict=True))
    for name in ("x", "y"):
        grades = [
            row["grade"] for row in found.chains.to_pylist() if slices[row["example_id"]] == name
        ]
        (row,) = metric_rows(found, "chain_confirmed", name)
        assert row["value"] == pytest.approx(grades.count("confirmed_chain") / len(grades))


def test_examples_that_were_not_drawn_do_not_count() -> None:
    found = tables()
    chains = found.chains.to_pylist()
    for row in chains[:5]:
        row["sampled"] = False
    less = with_rows(found, chains, found.links.to_pylist())
    assert one(less, "chain_confirmed")["n"] == COUNT - 5
    assert one(less, "link_slope")["n"] == 3 * (COUNT - 5)


def test_slope_and_correlation_are_those_of_numpy() -> None:
    found = tables()
    predicted, observed = (found.links[name].to_numpy() for name in ("foretold", "observed"))
    slope = np.polyfit(predicted, observed, 1)[0]
    assert one(found, "link_slope")["value"] == pytest.approx(slope)
    correlation = np.corrcoef(predicted, observed)[0, 1]
    assert one(found, "link_correlation")["value"] == pytest.approx(correlation)
    for metric in ("link_slope", "link_correlation"):
        row = one(found, metric)
        assert row["low"] <= row["value"] <= row["high"]


def test_slopes_of_unrelated_changes_mostly_include_zero() -> None:
    includes = []
    for seed in range(20):
        found = tables(seed)
        links = found.links.to_pylist()
        drawn = np.random.default_rng(seed).permutation([row["observed"] for row in links])
        for row, value in zip(links, drawn, strict=True):
            row["observed"] = float(value)
        row = one(with_rows(found, found.chains.to_pylist(), links), "link_slope")
        includes.append(row["low"] < 0 < row["high"])
    assert sum(includes) >= 15


def test_verdicts_add_up() -> None:
    found = tables()
    shares = {row["label"]: row["value"] for row in metric_rows(found, "link_verdict")}
    assert sum(shares.values()) == pytest.approx(1)
    verdicts = found.links["verdict"].to_pylist()
    assert shares["confirmed"] == pytest.approx(verdicts.count("confirmed") / len(verdicts))


def test_only_the_verdict_confirmed_counts_as_confirmed() -> None:
    found = tables()
    links = [{**row, "verdict": "other_effect"} for row in found.links.to_pylist()]
    shares = metric_rows(with_rows(found, found.chains.to_pylist(), links), "link_verdict")
    assert {row["label"]: row["value"] for row in shares} == {
        "confirmed": 0, "weaker": 0, "stronger": 0, "other_effect": 1, "not_shown_causal": 0,
        "contradicted": 0,
    }  # fmt: skip


def test_depths_are_those_of_confirmed_routes() -> None:
    found = tables()
    depths = [row["depth"] for row in found.chains.to_pylist() if row["grade"] == "confirmed_chain"]
    assert 2 < len(depths) < COUNT
    row = one(found, "chain_depth")
    assert (row["value"], row["n"]) == (np.median(depths), len(depths))
    assert row["low"] <= row["value"] <= row["high"]
    deep, expected = one(found, "chain_deep"), wilson(sum(d >= 2 for d in depths), len(depths))
    assert (deep["value"], deep["low"], deep["high"]) == (
        expected.value, expected.low, expected.high,
    )  # fmt: skip
    shares = {int(row["label"]): row["value"] for row in metric_rows(found, "chain_depth_share")}
    assert list(shares) == list(range(max(depths) + 1))
    assert shares == {depth: depths.count(depth) / len(depths) for depth in shares}


@pytest.mark.parametrize("cells", [{"grade": "no_short_chain"}, {"depth": None}])
def test_without_depths_of_confirmed_routes_nothing_is_said_of_depth(cells) -> None:
    found = tables(**cells)
    for metric in ("chain_depth", "chain_depth_share", "chain_deep"):
        assert not metric_rows(found, metric)


def test_signs_are_kept_where_every_reference_text_keeps_them() -> None:
    found = tables()
    confirmed = [row for row in found.links.to_pylist() if row["verdict"] == "confirmed"]
    kept = sum(row["same_sign"] == row["n"] for row in confirmed)
    row = one(found, "link_sign_kept")
    assert 0 < kept < len(confirmed)
    assert (row["value"], row["n"]) == (pytest.approx(kept / len(confirmed)), len(confirmed))
    assert row["low"] <= row["value"] <= row["high"]


def test_signs_that_were_not_counted_are_not_made_up() -> None:
    found = tables()
    links = [{**row, "same_sign": None} for row in found.links.to_pylist()]
    older = with_rows(found, found.chains.to_pylist(), links)
    assert not metric_rows(older, "link_sign_kept")
    assert one(older, "link_range_clear") == one(found, "link_range_clear")


def test_medians_are_bootstrapped_and_leave_undefined_shares_out() -> None:
    found = tables()
    chains = found.chains.to_pylist()
    chains[0]["sufficiency"] = None
    row = one(with_rows(found, chains, found.links.to_pylist()), "chain_sufficiency")
    assert row["n"] == COUNT - 1
    assert row["value"] == pytest.approx(np.median([c["sufficiency"] for c in chains[1:]]))
    assert row["low"] <= row["value"] <= row["high"]


def test_the_control_is_counted_apart() -> None:
    found = tables()
    control = [
        {**row, "weights": "shuffled", "grade": "no_short_chain"}
        for row in found.chains.to_pylist()
    ]
    links = [
        {**row, "weights": "shuffled", "verdict": "not_shown_causal"}
        for row in found.links.to_pylist()
    ]
    both = with_rows(
        found, [*found.chains.to_pylist(), *control], [*found.links.to_pylist(), *links]
    )
    assert one(both, "chain_confirmed_shuffled")["value"] == 0
    assert one(both, "link_confirmed_shuffled")["value"] == 0
    assert one(both, "chain_confirmed") == one(found, "chain_confirmed")
    assert one(both, "link_slope") == one(found, "link_slope")


def test_heads_and_steps_are_counted_once_for_each_chain() -> None:
    found = tables(grade="confirmed_chain")
    rows = {(row["layer"], row["head"]): row for row in heads_in_chains(found).to_pylist()}
    assert len(rows) == 4
    for (layer, head), row in rows.items():
        names = {
            row["example_id"]
            for row in found.links.to_pylist()
            if (row["layer"], row["head"]) == (layer, head)
        }
        assert row["value"] == pytest.approx(len(names) / COUNT)
    for row in metric_rows(found, "chain_step"):
        names = {
            row_["example_id"]
            for row_ in found.links.to_pylist()
            if str(row_["layer"]) == row["label"]
        }
        assert (row["first"], row["second"]) == ("text", "[CLS]")
        assert row["value"] == pytest.approx(len(names) / COUNT)


def test_the_order_of_rows_changes_nothing() -> None:
    found = tables()
    turned = with_rows(found, found.chains.to_pylist()[::-1], found.links.to_pylist()[::-1])
    for metric in ("chain_confirmed", "chain_sufficiency", "link_slope", "link_verdict"):
        assert metric_rows(turned, metric) == metric_rows(found, metric)
