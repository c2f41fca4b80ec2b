"""Points are principal components of the covariance; neighbours are found by looking at all."""

from __future__ import annotations

import numpy as np
import pytest

from auditkit.aggregate import projection as module
from auditkit.aggregate.projection import projection_tables

EXAMPLES, CUTS, WIDTH = 23, 3, 7


def drawn(examples: int = EXAMPLES, width: int = WIDTH, seed: int = 0) -> list[np.ndarray]:
    """States with directions of unequal spread, away from the origin."""
    rng = np.random.default_rng(seed)
    spread = rng.normal(size=(width, width)) * np.linspace(3, 0.5, width)
    return list((rng.normal(size=(examples, CUTS, width)) @ spread + 5).astype(np.float32))


def names(count: int = EXAMPLES) -> list[str]:
    order = np.random.default_rng(1).permutation(count)
    return [f"{place:016x}" for place in order]


def by_covariance(states: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points and shares of one cut, from the eigenvectors of the covariance."""
    exact = states.astype(np.float64)
    values, vectors = np.linalg.eigh(np.cov(exact.T, bias=True))
    values, vectors = values[::-1][:3], vectors[:, ::-1][:, :3]
    for axis in range(3):
        largest = np.argmax(np.abs(vectors[:, axis]))
        vectors[:, axis] *= np.sign(vectors[largest, axis])
    return (exact - exact.mean(0)) @ vectors, values / np.trace(np.cov(exact.T, bias=True))


def by_brute_force(ids: list[str], states: np.ndarray, place: int) -> list[str]:
    far = []
    for other, state in enumerate(states):
        if other != place:
            change = state.astype(np.float64) - states[place].astype(np.float64)
            far.append((float(np.dot(change, change)), ids[other]))
    return [name for _, name in sorted(far)[:5]]


def rows(ids, states) -> tuple[list[dict], list[dict]]:
    tables = projection_tables(ids, states)
    return tuple(
        tables[f"{name}.parquet"].to_pylist() for name in ("projection", "projection_cuts")
    )


def test_points_and_shares() -> None:
    ids, states = names(), drawn()
    points, cuts = rows(ids, states)
    assert [(row["example_id"], row["cut"]) for row in points] == [
        (name, cut) for name in ids for cut in range(CUTS)
    ]
    for cut in range(CUTS):
        wanted, shares = by_covariance(np.stack(states)[:, cut])
        found = np.array([[row[axis] for axis in "xyz"] for row in points if row["cut"] == cut])
        np.testing.assert_allclose(found, wanted, rtol=0, atol=1e-4)
        row = cuts[cut]
        assert (row["cut"], row["n"]) == (cut, EXAMPLES)
        assert [row[f"{axis}_share"] for axis in "xyz"] == pytest.approx(shares.tolist(), rel=1e-9)
        assert row["x_share"] > row["y_share"] > row["z_share"] > 0


def test_neighbours() -> None:
    ids, states = names(), drawn()
    for row in rows(ids, states)[0]:
        place, of_cut = ids.index(row["example_id"]), np.stack(states)[:, row["cut"]]
        assert row["neighbours"] == by_brute_force(ids, of_cut, place)


def test_negative_control_neighbours_of_the_points_are_others() -> None:
    """Three components do not hold the whole space."""
    ids, states = names(), drawn()
    points = np.array([[row[axis] for axis in "xyz"] for row in rows(ids, states)[0]])
    flat = points.reshape(EXAMPLES, CUTS, 3)
    assert any(
        row["neighbours"] != by_brute_force(ids, flat[:, row["cut"]], ids.index(row["example_id"]))
        for row in rows(ids, states)[0]
    )


def test_negative_control_states_that_are_not_centred_give_other_points(monkeypatch) -> None:
    real = np.linalg.svd
    monkeypatch.setattr(np.linalg, "svd", lambda centred, **how: real(centred + 5, **how))
    (states,) = [np.stack(drawn())[:, 0]]
    wanted, _ = by_covariance(states)
    assert np.abs(module.components(states).points - wanted).max() > 0.1


def test_equal_states_are_ordered_by_id_however_large() -> None:
    ids = names(12)
    one = np.full((1, 4), 1e4, np.float32)
    states = [one.copy() for _ in ids]
    states[3] = one + 1
    points, cuts = rows(ids, states)
    for row in points:
        own = row["example_id"]
        others = sorted(name for name in ids if name not in {own, ids[3]})
        assert row["neighbours"] == others[:5]
    assert cuts[0]["x_share"] == pytest.approx(1)
    assert cuts[0]["y_share"] == cuts[0]["z_share"] == 0


def test_states_that_are_all_alike_have_no_components() -> None:
    noise = np.random.default_rng(0).normal(size=(9, 1, 50)) * 1e-7
    states = list((np.linspace(-3, 3, 50) * (1 + noise)).astype(np.float32))
    points, cuts = rows(names(9), states)
    assert {row[axis] for row in points for axis in "xyz"} == {0.0}
    assert {cuts[0][f"{axis}_share"] for axis in "xyz"} == {None}
    assert cuts[0]["n"] == 9


@pytest.mark.parametrize(
    ("examples", "width", "known"),
    [(0, 7, 0), (1, 7, 0), (2, 7, 1), (3, 7, 2), (4, 7, 3), (9, 2, 2), (9, 1, 1)],
)
def test_missing_components_are_0(examples, width, known) -> None:
    points, cuts = rows(names(examples), drawn(examples, width))
    assert len(points) == examples * CUTS
    assert len(cuts) == (CUTS if examples else 0)
    for place, axis in enumerate("xyz"):
        values = [row[axis] for row in points]
        assert any(values) == (place < known)
        share = {row[f"{axis}_share"] for row in cuts}
        assert share <= ({None} if not known else {0.0}) or place < known
    for row in points:
        assert len(row["neighbours"]) == min(5, examples - 1)
        assert row["example_id"] not in row["neighbours"]


def test_the_order_of_examples_changes_no_share_and_no_neighbour() -> None:
    ids, states = names(), drawn()
    back = list(reversed(range(EXAMPLES)))
    one, _ = rows(ids, states)
    other, _ = rows([ids[place] for place in back], [states[place] for place in back])
    ours = {(row["example_id"], row["cut"]): row for row in one}
    for row in other:
        twin = ours[row["example_id"], row["cut"]]
        assert row["neighbours"] == twin["neighbours"]
        assert [row[axis] for axis in "xyz"] == pytest.approx([twin[a] for a in "xyz"], abs=1e-4)
