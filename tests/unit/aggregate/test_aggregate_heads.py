"""Head means against numpy, their intervals against a loop, undefined heads and examples."""

from __future__ import annotations

import math

import numpy as np
import pyarrow as pa
import pytest

from auditkit.aggregate.bootstrap import generator
from auditkit.aggregate.heads import head_table
from auditkit.errors import RecordError
from auditkit.evidence.schema import HEAD_EXAMPLES, HEADS


def head_examples(values: dict[str, np.ndarray]) -> pa.Table:
    rows = [
        {"example_id": f"id{i:03d}", "statistic": name, "values": row.tolist()}
        for name, matrix in values.items()
        for i, row in enumerate(matrix)
    ]
    return pa.Table.from_pylist(rows, schema=HEAD_EXAMPLES)


def random_values(examples: int = 20, undefined: float = 0.2) -> np.ndarray:
    rng = np.random.default_rng(1)
    values = rng.random((examples, 6)).astype(np.float32)
    values[rng.random(values.shape) < undefined] = np.nan
    return values


def test_means_and_intervals_by_loops() -> None:
    values = {"sink": random_values(), "entropy": random_values(undefined=0.0)}
    table = head_table(head_examples(values), layers=2, heads=3, seed=4)
    assert table.schema.equals(HEADS)
    keys = [(r["statistic"], r["layer"], r["head"]) for r in table.to_pylist()]
    assert keys == [(s, i, h) for s in ("entropy", "sink") for i in range(2) for h in range(3)]
    for name, matrix in values.items():
        rng = generator(name, "bootstrap", 4)
        drawn = rng.integers(0, 20, (2000, 20))
        rows = [row for row in table.to_pylist() if row["statistic"] == name]
        for row, column in zip(rows, matrix.astype(float).T, strict=True):
            assert row["value"] == pytest.approx(np.nanmean(column), abs=1e-10)
            assert row["n"] == np.isfinite(column).sum()
            means = [np.nanmean(column[resample]) for resample in drawn]
            bounds = np.percentile(means, [2.5, 97.5])
            assert (row["low"], row["high"]) == pytest.approx(tuple(bounds), abs=1e-10)


def test_padding_undefined_examples_with_zero_would_be_seen() -> None:
    values = random_values()
    found = head_table(head_examples({"sink": values}), 2, 3, 4)["value"].to_numpy()
    zeros = head_table(head_examples({"sink": np.nan_to_num(values)}), 2, 3, 4)["value"].to_numpy()
    assert ((found > zeros) == np.isnan(values).any(axis=0)).all()
    assert (found > zeros).any()


def test_the_order_of_examples_changes_no_byte() -> None:
    table = head_examples({"sink": random_values(), "entropy": random_values()})
    mixed = table.take(pa.array(np.random.default_rng(0).permutation(table.num_rows)))
    assert head_table(mixed, 2, 3, 4).equals(head_table(table, 2, 3, 4))
    assert not head_table(table, 2, 3, 5).equals(head_table(table, 2, 3, 4))


def test_all_heads_of_a_statistic_share_their_resamples() -> None:
    column = random_values(undefined=0.0)[:, :1]
    table = head_table(head_examples({"sink": np.repeat(column, 6, axis=1)}), 2, 3, 0)
    assert len(set(table["low"].to_pylist())) == len(set(table["high"].to_pylist())) == 1
    columns = {"one": column.repeat(6, axis=1), "two": column.repeat(6, axis=1)}
    assert len(set(head_table(head_examples(columns), 2, 3, 0)["low"].to_pylist())) == 2


def test_undefined_heads_are_null_and_never_nan() -> None:
    values = np.full((3, 6), np.nan)
    values[0, 0] = 0.5
    values[:2, 1] = 0.25, 0.75
    values[0, 2] = np.inf
    rows = head_table(head_examples({"sink": values}), 2, 3, 0).to_pylist()
    assert [row["n"] for row in rows] == [1, 2, 0, 0, 0, 0]
    assert (rows[0]["value"], rows[0]["low"], rows[0]["high"]) == (0.5, None, None)
    assert (rows[1]["value"], rows[1]["low"], rows[1]["high"]) == (0.5, 0.25, 0.75)
    assert rows[2]["value"] is None
    numbers = [row[name] for row in rows for name in ("value", "low", "high")]
    assert all(number is None or math.isfinite(number) for number in numbers)


def test_no_rows_and_wrong_widths() -> None:
    assert head_table(HEAD_EXAMPLES.empty_table(), 2, 3, 0).num_rows == 0
    with pytest.raises(RecordError, match="sink: row 0 has 6 numbers, expected 8"):
        head_table(head_examples({"sink": random_values()}), 2, 4, 0)
