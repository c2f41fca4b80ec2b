"""Rows of the evidence's tables, each with where it stands, so that what is printed of it is cited."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditkit.evidence.readings import bounds, side
from auditkit.render.inline import Measure
from auditkit.render.wording import INTERVALS

if TYPE_CHECKING:
    import pyarrow as pa

    from auditkit.evidence.reader import Audit
    from auditkit.evidence.readings import Side
    from auditkit.render.inline import Prose, Style

DECIMALS: dict[Style, int] = {"number": 2, "percent": 1, "points": 1, "signed": 2, "count": 0}
"""Decimals that the style of an estimate prints unless told otherwise, also of a percentage."""

_SMALL = 0.1
IN_CHAINS = "confirmed_chain"
"""The head statistic that is a share of routes."""
NO_INTERVAL = "too few, or too much alike, for an interval"


class Row:
    """One row of a table: its cells, and measures that cite them.

    A row of `metrics`, `heads` or `findings` holds an estimate: its columns value, low, high and n.

    Args:
        table: Name of the table, e.g. ``metrics``.
        index: The row, from 0.
        cells: The row's cells by column.
    """

    __slots__ = ("cells", "index", "table")

    def __init__(self, table: str, index: int, cells: dict[str, Any]) -> None:
        self.table, self.index, self.cells = table, index, cells

    def __getitem__(self, column: str) -> Any:  # noqa: ANN401  (a cell of any column)
        return self.cells[column]

    def text(self, column: str) -> str | None:
        """Return a text column, None when it is null or the table has none of that name."""
        value = self.cells.get(column)
        return None if value is None else str(value)

    @property
    def place(self) -> str:
        """File and row, as evidence references spell them."""
        return f"{self.table}.parquet#{self.index}"

    def cite(self, column: str, at: int | None = None) -> str:
        """Return the evidence reference of a cell, or of entry `at` of a list."""
        return f"{self.place}:{column}" + ("" if at is None else f"/{at}")

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

    @property
    def value(self) -> float | None:
        """The row's number, None when it is null or not finite."""
        return finite(self["value"])

    @property
    def low(self) -> float | None:
        """Lower bound of its interval, None where it has none that says something."""
        return self._bounds[0]

    @property
    def high(self) -> float | None:
        """Upper bound of its interval, None where it has none that says something."""
        return self._bounds[1]

    @property
    def _bounds(self) -> tuple[float | None, float | None]:
        return bounds(finite(self["low"]), finite(self["high"]), self.n, self._kind)

    @property
    def _kind(self) -> str:
        """The kind of its interval: heads state none, and a finding has that of what it is drawn from."""
        statistic = self.text("statistic")
        of_heads = "bootstrap" if statistic is not None and statistic != IN_CHAINS else "wilson"
        return self.text("interval") or of_heads

    @property
    def n(self) -> int:
        """How many observations it is over."""
        counted: int = self["n"]
        return counted

    def side_of(self, reference: float | None) -> Side:
        """Where the interval lies, seen from `reference`."""
        return side(self.low, self.high, reference)

    @property
    def has_interval(self) -> bool:
        """Whether both bounds are defined."""
        return self.low is not None and self.high is not None

    def measure(self, style: Style = "number", digits: int | None = None) -> Measure:
        """Return the row's number with its interval, its n and its evidence reference."""
        decimals = DECIMALS[style] if digits is None else digits
        cited = self.cite("value")
        return Measure(self.value, cited, self.low, self.high, self.n, decimals, style)

    def estimate(self, style: Style = "number", digits: int | None = None) -> Prose:
        """Return the measure followed by the kind of its interval in brackets."""
        return (self.measure(style, digits), f" ({self.interval})")

    @property
    def interval(self) -> str:
        """The kind of the interval in words."""
        if self._kind != "none" and not self.has_interval:
            return "interval undefined" if finite(self["low"]) is None else NO_INTERVAL
        return INTERVALS.get(self._kind, f"95% {self._kind} interval")


def finite(value: Any) -> float | None:  # noqa: ANN401  (a cell of any column)
    """Return `value` as a float, None when it is null, NaN or infinite."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def _digits(value: float | None, wanted: int | None) -> int:
    """Two decimals, three for what would be next to nothing with two."""
    if wanted is not None:
        return wanted
    return 3 if value and abs(value) < _SMALL else 2


def rows_of(table: pa.Table, name: str) -> tuple[Row, ...]:
    """Return the rows of a table with the columns value, low, high and n."""
    return tuple(Row(name, index, row) for index, row in enumerate(table.to_pylist()))


def rows_about(audit: Audit, table: str, example_id: str) -> list[Row]:
    """Return the rows of a table about one example, in the order of the evidence."""
    indices = _places(audit, table).get(example_id)
    if indices is None:
        return []
    rows = table_of(audit, table).take(indices).to_pylist()
    return [Row(table, index, row) for index, row in zip(indices, rows, strict=True)]


@lru_cache(maxsize=8)
def _places(audit: Audit, table: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index, example in enumerate(table_of(audit, table)["example_id"].to_pylist()):
        found.setdefault(example, []).append(index)
    return found


@lru_cache(maxsize=8)
def table_of(audit: Audit, name: str) -> pa.Table:
    """Return a table of the evidence, read once; empty where older evidence has none."""
    return audit.table(name)
