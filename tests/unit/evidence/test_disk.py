"""Tables on disk: every number comes back bit for bit, and floating-point numbers take less room."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from auditkit.evidence.disk import read_parquet, write_parquet

ODD = np.array([0.0, -0.0, np.nan, np.inf, -np.inf, 1e-45, 3.4e38, 0.1], np.float32)


def bits(table: pa.Table, name: str) -> bytes:
    """The numbers of a column, lists unpacked, as they lie in memory."""
    column = table[name].combine_chunks()
    while pa.types.is_list(column.type):
        column = column.flatten()
    return column.to_numpy(zero_copy_only=False).tobytes()


@pytest.mark.parametrize(
    "column",
    [
        pa.array(ODD),
        pa.array(ODD.astype(np.float64)),
        pa.array([ODD[:3], None, ODD[3:], []], pa.list_(pa.float32())),
        pa.array([[ODD[:1], ODD[1:4]], None, [ODD[4:]]], pa.list_(pa.list_(pa.float32()))),
    ],
)
def test_numbers_come_back_bit_for_bit(column: pa.Array, tmp_path: Path) -> None:
    table = pa.table({"name": pa.array(["a"] * len(column)), "scores": column})
    write_parquet(tmp_path / "t.parquet", [table, table], table.schema)
    back = read_parquet(tmp_path / "t.parquet")
    twice = pa.concat_tables([table, table])
    assert back.schema == table.schema
    assert bits(back, "scores") == bits(twice, "scores")
    group = pq.read_metadata(tmp_path / "t.parquet").row_group(0)
    assert "BYTE_STREAM_SPLIT" in group.column(1).encodings
    assert "BYTE_STREAM_SPLIT" not in group.column(0).encodings
    assert back["scores"].is_null().to_pylist() == twice["scores"].is_null().to_pylist()


def test_floating_point_numbers_take_less_room(tmp_path: Path) -> None:
    scores = np.random.default_rng(0).normal(0, 1, (200, 30)).astype(np.float32)
    table = pa.table({"scores": pa.array(list(scores), pa.list_(pa.float32()))})
    write_parquet(tmp_path / "t.parquet", [table], table.schema)
    pq.write_table(table, tmp_path / "plain.parquet", compression="zstd")
    sizes = [(tmp_path / name).stat().st_size for name in ("t.parquet", "plain.parquet")]
    assert sizes[0] < 0.9 * sizes[1]
