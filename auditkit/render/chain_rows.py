"""Rows of the evidence about tested routes, each with its place; empty where an audit has none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditkit.evidence.schema import TABLES
from auditkit.records import Grade
from auditkit.render.blocks import Measure
from auditkit.render.evidence_view import finite

if TYPE_CHECKING:
    import pyarrow as pa

    from auditkit.evidence.reader import Audit
    from auditkit.render.evidence_view import Style

MODEL = "model"
"""Rows of the audited model; the others are of the copy with shuffled weights."""
CONFIRMED = Grade.CONFIRMED
LEDGERS = ("ledger", "frozen_ledger")
"""Methods that keep accounts by layer, the one that is shown first."""

_SMALL = 0.1

Cells = dict[str, Any]


def optional_table(audit: Audit, name: str) -> pa.Table:
    """Return a table, empty if the audit was measured before there was such a table."""
    file = f"{name}.parquet"
    return audit.table(name) if file in audit.manifest["files"] else TABLES[file].empty_table()


class Place:
    """One row of a table that holds no estimates: its cells, and measures that cite them.

    Args:
        file: Name of the table.
        index: The row, from 0.
        cells: The row's cells by column.
    """

    __slots__ = ("cells", "file", "index")

    def __init__(self, file: str, index: int, cells: Cells) -> None:
        self.file, self.index, self.cells = file, index, cells

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401  (a cell of any column)
        return self.cells[column]

    def cite(self, column: str, at: int | None = None) -> str:
        """Return the evidence reference of a cell, or of entry `at` of a list."""
        return f"{self.place}:{column}" + ("" if at is None else f"/{at}")

    @property
    def place(self) -> str:
        """The evidence reference of the whole row."""
        return f"{self.file}.parquet#{self.index}"

    def number(self, column: str, style: Style = "signed", digits: int | None = None) -> Measure:
        """Return a cell as a measure."""
        value = finite(self[column])
        return Measure(value, self.cite(column), digits=_digits(value, digits), style=style)

    def turned(self, column: str, digits: int | None = None) -> Measure:
        """Return minus a cell: by how much s changed, where the evidence holds by how much it fell."""
        value = finite(self[column])
        minus = None if value is None else -value
        cited = f"-{self.cite(column)}"
        return Measure(minus, cited, digits=_digits(value, digits), style="signed")

    def entries(
        self, column: str, style: Style = "signed", digits: int | None = None
    ) -> tuple[Measure, ...]:
        """Return every entry of a list as a measure."""
        values = [finite(value) for value in self[column] or ()]
        return tuple(
            Measure(value, self.cite(column, at), digits=_digits(value, digits), style=style)
            for at, value in enumerate(values)
        )


def _digits(value: float | None, wanted: int | None) -> int:
    """Two decimals, three for what would be next to nothing with two."""
    if wanted is not None:
        return wanted
    return 3 if value and abs(value) < _SMALL else 2


@lru_cache(maxsize=8)
def _places(audit: Audit, table: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, example in enumerate(_table(audit, table)["example_id"].to_pylist()):
        found.setdefault(example, []).append(index)
    return found


@lru_cache(maxsize=8)
def _table(audit: Audit, name: str) -> pa.Table:
    return optional_table(audit, name)


def places(audit: Audit, table: str, example_id: str) -> list[Place]:
    """Return the rows of a table about one example, in the order of the evidence."""
    indices = _places(audit, table).get(example_id)
    if indices is None:
        return []
    rows = _table(audit, table).take(indices).to_pylist()
    return [Place(table, index, row) for index, row in zip(indices, rows, strict=True)]


def chain_of(audit: Audit, example_id: str) -> Place | None:
    """Return the chain of an example in the audited model, None where there is none."""
    found = places(audit, "chains", example_id)
    return next((place for place in found if place["weights"] == MODEL), None)


def links_of(audit: Audit, example_id: str) -> list[Place]:
    """Return the links of an example's chain in the audited model, in the order they were found."""
    found = [one for one in places(audit, "links", example_id) if one["weights"] == MODEL]
    return sorted(found, key=lambda one: int(one["rank"]))


def ledger_of(audit: Audit, example_id: str, target: str) -> Place | None:
    """Return the accounts by layer of an example and target, of the better method that has them."""
    found = {
        one["method"]: one
        for one in places(audit, "ledger", example_id)
        if one["target"] == target and one["method"] in LEDGERS
    }
    return next((found[name] for name in LEDGERS if name in found), None)


@lru_cache(maxsize=2)
def sampled_links(audit: Audit) -> tuple[Place, ...]:
    """Return the links in the audited model of the examples that were drawn at random."""
    chains = _table(audit, "chains").select(["example_id", "weights", "sampled"]).to_pylist()
    drawn = {row["example_id"] for row in chains if row["sampled"] and row["weights"] == MODEL}
    return tuple(
        Place("links", index, row)
        for index, row in enumerate(_table(audit, "links").to_pylist())
        if row["weights"] == MODEL and row["example_id"] in drawn
    )


def has_chains(audit: Audit) -> bool:
    """Whether a chain was tested at all."""
    return bool(_table(audit, "chains").num_rows)


def threshold(audit: Audit, key: str) -> Measure:
    """Return a whole number of the configuration, e.g. ``threshold(audit, "chain_links")``."""
    value = finite(audit.config.get(key))
    return Measure(value, None if value is None else f"config.toml#/{key}", digits=0, style="count")
