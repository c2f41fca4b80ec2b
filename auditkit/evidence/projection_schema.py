"""Columns of the tables that hold hidden states as points in space."""

from __future__ import annotations

import pyarrow as pa

from auditkit.evidence.columns import LIST_STR, column

PROJECTION = pa.schema(
    [
        column("example_id", pa.string(), "`id` of the example"),
        column("cut", pa.int32(), "cut of the layers, from 0; cut l lies before layer l"),
        column("x", pa.float32(), "first principal component of the hidden state that is read"),
        column("y", pa.float32(), "second principal component"),
        column("z", pa.float32(), "third principal component"),
        column(
            "neighbours",
            LIST_STR,
            "the 5 examples of the projection whose whole hidden states at this cut are nearest, "
            "nearest first",
        ),
    ]
)

PROJECTION_CUTS = pa.schema(
    [
        column("cut", pa.int32(), "cut of the layers, from 0; cut l lies before layer l"),
        column("x_share", pa.float64(), "share of the variance that x holds", nullable=True),
        column("y_share", pa.float64(), "share that y holds", nullable=True),
        column("z_share", pa.float64(), "share that z holds", nullable=True),
        column("n", pa.int64(), "examples of the projection"),
    ]
)
