"""What a column of an evidence table is made from."""

from __future__ import annotations

import pyarrow as pa

LIST_F32 = pa.list_(pa.float32())
LIST_F64 = pa.list_(pa.float64())
LIST_I32 = pa.list_(pa.int32())
LIST_STR = pa.list_(pa.string())


def column(name: str, kind: pa.DataType, doc: str, *, nullable: bool = False) -> pa.Field:
    """Return a field that has its documentation."""
    return pa.field(name, kind, nullable=nullable, metadata={"doc": doc})
