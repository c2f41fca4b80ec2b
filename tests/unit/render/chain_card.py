"""A card with a chain, its layers and its changes, from rows that a test may alter."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import TABLES
from auditkit.render import blocks as b
from auditkit.render.example_blocks import ExampleCard
from auditkit.render.example_card import card
from auditkit.render.example_view import overviews
from tests.synthetic_audit import write_synthetic_audit

Rows = list[dict[str, Any]]


def rows_of(folder: Path, name: str) -> Rows:
    rows: Rows = pq.read_table(folder / "evidence" / f"{name}.parquet").to_pylist()
    return rows


def altered(folder: Path, name: str, change: dict[str, Any], **where: Any) -> None:
    """Change cells of the rows that have these values."""
    rows = rows_of(folder, name)
    for row in rows:
        if all(row[column] == value for column, value in where.items()):
            row.update(change)
    table = pa.Table.from_pylist(rows, schema=TABLES[f"{name}.parquet"])
    pq.write_table(table, folder / "evidence" / f"{name}.parquet")


def card_of(folder: Path, example_id: str) -> ExampleCard:
    """Return the card of an example, read afresh."""
    audit = Audit(folder)
    example = next(one for one in overviews(audit) if one.id == example_id)
    return card(audit, example, scene=False, agreement=False)


def written(folder: Path, **options: Any) -> tuple[Path, str]:
    """Write an audit of six examples; return it and the example of its first chain."""
    write_synthetic_audit(folder, examples=6, **options)
    return folder, str(rows_of(folder, "chains")[0]["example_id"])


def plain(prose: b.Prose) -> str:
    """Return prose as it is read."""
    from auditkit.render.numbers import shown

    return "".join(
        part
        if isinstance(part, str)
        else shown(part, part.value)
        if isinstance(part, b.Measure)
        else part.text + (plain(part.rest) if isinstance(part, b.Badge) else "")
        for part in prose
    )
