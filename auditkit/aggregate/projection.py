"""Hidden states as points in space: principal components, and neighbours in the whole space."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from auditkit.evidence.schema import PROJECTION, PROJECTION_CUTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32, Float64, Int64

SCHEMAS = {"projection.parquet": PROJECTION, "projection_cuts.parquet": PROJECTION_CUTS}
AXES = 3
NEIGHBOURS = 5
_ROUNDING = 8 * float(np.finfo(np.float32).eps)
"""Spread below this share of the states' size is the rounding of their format and no component."""


@dataclass(frozen=True, slots=True, eq=False)
class Components:
    """The three principal components of one cut."""

    points: Float64[np.ndarray, "examples 3"]
    """0 where there is no further component."""
    shares: Float64[np.ndarray, " 3"]
    """Of the variance; NaN where there is none."""


def projection_tables(
    ids: Sequence[str], states: Sequence[Float32[np.ndarray, "cuts width"]]
) -> dict[str, pa.Table]:
    """Return where examples lie at each cut, and how much of the variance that shows.

    Args:
        ids: Of the examples, each once.
        states: Of each, the hidden states that the classifier reads; at least one cut.

    Returns:
        ``projection.parquet`` by example and cut, ``projection_cuts.parquet`` by cut.
    """
    if not ids:
        return {name: schema.empty_table() for name, schema in SCHEMAS.items()}
    examples, cuts = len(ids), len(states[0])
    by_cut = (np.stack([state[cut] for state in states]) for cut in range(cuts))
    found, near = zip(*((components(one), neighbours(ids, one)) for one in by_cut), strict=True)
    points = np.stack([one.points for one in found], axis=1)
    columns = {
        "example_id": np.repeat(np.array(ids, dtype=object), cuts),
        "cut": pa.array(np.tile(np.arange(cuts), examples), pa.int32()),
        **{
            name: pa.array(points[:, :, axis].reshape(-1), pa.float32())
            for axis, name in enumerate("xyz")
        },
        "neighbours": _named(ids, near),
    }
    return {
        "projection.parquet": pa.table(columns, schema=PROJECTION),
        "projection_cuts.parquet": _cut_table(found, examples),
    }


def components(states: Float32[np.ndarray, "examples width"]) -> Components:
    """Return the principal components of centred states, by singular values in double precision.

    A component's sign is that for which the entry of its loading vector that is largest in size, the
    first of equal ones, is positive. There are at most examples - 1 of them, and none whose spread is
    the rounding of the states.
    """
    exact = states.astype(np.float64)
    centred = exact - exact.mean(axis=0)
    left, spread, loadings = np.linalg.svd(centred, full_matrices=False)
    most = min(AXES, max(len(states) - 1, 0), states.shape[1])
    known = int((spread[:most] > _ROUNDING * np.linalg.norm(exact)).sum())
    points, shares = np.zeros((len(states), AXES)), np.full(AXES, np.nan)
    if known:
        largest = np.abs(loadings[:known]).argmax(axis=1)
        signs = np.sign(loadings[np.arange(known), largest])
        points[:, :known] = left[:, :known] * spread[:known] * signs
        shares = np.zeros(AXES)
        shares[:known] = spread[:known] ** 2 / (spread**2).sum()
    return Components(points, shares)


def neighbours(
    ids: Sequence[str], states: Float32[np.ndarray, "examples width"]
) -> Int64[np.ndarray, "examples neighbours"]:
    """Return the places of the examples with the nearest states, nearest first, of equal ones by id.

    There are `NEIGHBOURS` of them, or all others. Distances are Euclidean, in the whole space.
    """
    exact = states.astype(np.float64)
    centred = exact - exact.mean(axis=0)
    sizes = (centred**2).sum(axis=1)
    # By products, which is fast; they only tell who may be near, with room for their rounding.
    about = sizes[:, None] + sizes - 2 * centred @ centred.T
    np.fill_diagonal(about, np.inf)
    room = 8 * states.shape[1] * np.finfo(np.float64).eps * sizes.max(initial=0.0)
    by_id = np.argsort(np.argsort(np.array(ids)))
    count = min(NEIGHBOURS, len(ids) - 1)
    found = np.zeros((len(ids), count), np.int64)
    for place in range(len(ids)) if count else ():
        limit = np.partition(about[place], count - 1)[count - 1] + 2 * room
        some = np.flatnonzero(about[place] <= limit)
        distances = ((exact[some] - exact[place]) ** 2).sum(axis=1)
        found[place] = some[np.lexsort((by_id[some], distances))[:count]]
    return found


def _named(ids: Sequence[str], near: Sequence[np.ndarray]) -> pa.ListArray:
    """Return the ids of neighbours, by example and cut."""
    count = near[0].shape[1]
    places = np.stack(near, axis=1).reshape(-1)
    offsets = np.arange(len(ids) * len(near) + 1, dtype=np.int32) * count
    return pa.ListArray.from_arrays(offsets, pa.array(ids, pa.string()).take(pa.array(places)))


def _cut_table(found: Sequence[Components], examples: int) -> pa.Table:
    shares = np.array([one.shares for one in found]).reshape(-1, AXES)
    columns = {
        "cut": pa.array(range(len(found)), pa.int32()),
        **{
            f"{name}_share": pa.array(shares[:, axis], pa.float64(), from_pandas=True)
            for axis, name in enumerate("xyz")
        },
        "n": pa.array([examples] * len(found), pa.int64()),
    }
    return pa.table(columns, schema=PROJECTION_CUTS)
