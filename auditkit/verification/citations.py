"""The values that the report cites: ``metrics.parquet#12:value``, ``manifest.json#/counts/empty``.

A row is counted from 0. A list column may be followed by an index: ``examples.parquet#3:logits/0``.
``config.toml#/chain_links`` is a key of the configuration, ``tensors/<id>.npz#edges/3/7/5/2``
an entry of a tensor. A minus before a citation turns the sign:
the report says by how much the margin changed where the evidence says by how much it fell.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from auditkit.errors import EvidenceError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from auditkit.evidence.reader import Audit

_CELL = re.compile(r"([a-z_]+)\.parquet#([0-9]{1,15}):([a-z_0-9]+)(?:/([0-9]{1,15}))?")
_ENTRY = re.compile(
    r"(tensors/([0-9a-f-]{16,40})\.(?:npz|safetensors))#([a-z_]+)((?:/[0-9]{1,9})+)"
)
_POINTER = "manifest.json#/"
_KEY = "config.toml#/"
_TURNED = "-"


class NoSuchEvidence(EvidenceError):
    """A citation names nothing in the evidence."""


class Citations:
    """Looks up what the report cites.

    Args:
        audit: The audit whose evidence is cited.
    """

    def __init__(self, audit: Audit) -> None:
        self.audit = audit
        self._tables: dict[str, pa.Table] = {}
        self._columns: dict[tuple[str, str], pa.ChunkedArray] = {}
        self._found: dict[tuple[str, str], dict[Any, list[int]]] = {}
        self._tensors: tuple[str, dict[str, np.ndarray]] = ("", {})

    def table(self, name: str) -> pa.Table:
        """Return a table of the evidence, read once.

        Raises:
            EvidenceError: It is not there or cannot be read.
        """
        if name not in self._tables:
            self._tables[name] = self.audit.table(name)
        return self._tables[name]

    def number(self, reference: str) -> float | None:
        """Return the number that is cited, None where the evidence has none.

        Raises:
            NoSuchEvidence: It names nothing, or something that is no number.
        """
        value = self._value(reference.removeprefix(_TURNED))
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise NoSuchEvidence("is no number")
        turned = -value if reference.startswith(_TURNED) else value
        return turned if math.isfinite(turned) else None

    def beside(self, reference: str, column: str) -> float | None:
        """Return another number of the row that is cited: ``low``, ``high`` or ``n``.

        Raises:
            NoSuchEvidence: The row has none.
        """
        file, row, _, _ = self._place(reference)
        return self.number(f"{file}.parquet#{row}:{column}")

    def row(self, reference: str, file: str) -> dict[str, Any]:
        """Return the whole row of table `file` that is cited.

        Raises:
            NoSuchEvidence: It names nothing, or a row of another table.
        """
        found, row, column, _ = self._place(reference)
        if found != file:
            raise NoSuchEvidence(f"is not in {file}.parquet")
        self._column(found, column)
        cells: dict[str, Any] = self.table(found).slice(row, 1).to_pylist()[0]
        return cells

    def _value(self, reference: str) -> Any:  # noqa: ANN401  (a cell of any column)
        if reference.startswith(_POINTER):
            return self._pointed(reference)
        if reference.startswith(_KEY):
            return self._configured(reference.removeprefix(_KEY))
        if (entry := _ENTRY.fullmatch(reference)) is not None:
            return self._entry(*entry.groups())
        return self._cell(reference)

    def _configured(self, key: str) -> Any:  # noqa: ANN401  (a TOML value)
        try:
            config = self.audit.config
        except EvidenceError as error:
            raise NoSuchEvidence(f"cannot be looked up: {error}") from error
        if key not in config:
            raise NoSuchEvidence("names nothing in config.toml")
        return config[key]

    def places(self, table: str, column: str, value: Any) -> list[int]:  # noqa: ANN401  (a cell)
        """Return the rows of a table, from 0, in which a column has a value."""
        if (table, column) not in self._found:
            rows: dict[Any, list[int]] = {}
            for place, cell in enumerate(self.table(table)[column].to_pylist()):
                rows.setdefault(cell, []).append(place)
            self._found[table, column] = rows
        return self._found[table, column].get(value, [])

    def tensors(self, example: str) -> dict[str, np.ndarray]:
        """Return the tensors of an example; those of the last one asked for are kept.

        Raises:
            EvidenceError: They cannot be read.
        """
        if self._tensors[0] != example:
            self._tensors = example, self.audit.tensors(example)
        return self._tensors[1]

    def _entry(self, file: str, example: str, name: str, path: str) -> float:
        try:
            is_its_file = file == self.audit.tensors_name(example)
            tensor = self.tensors(example).get(name) if is_its_file else None
        except EvidenceError as error:
            raise NoSuchEvidence(f"cannot be looked up: {error}") from error
        if tensor is None:
            raise NoSuchEvidence(f"names no tensor of {example}")
        at = tuple(int(index) for index in path.split("/")[1:])
        if len(at) != tensor.ndim or any(i >= n for i, n in zip(at, tensor.shape, strict=True)):
            raise NoSuchEvidence(f"is beyond the shape of {name}")
        return float(tensor[at])

    def _place(self, reference: str) -> tuple[str, int, str, str]:
        match = _CELL.fullmatch(reference)
        if match is None:
            raise NoSuchEvidence("names no place in the evidence")
        file, row, column, index = match.groups(default="")
        try:
            rows = self.table(file).num_rows
        except EvidenceError as error:
            raise NoSuchEvidence(f"names no table that can be read: {error}") from error
        if int(row) >= rows:
            raise NoSuchEvidence(f"is beyond the {rows} rows of {file}.parquet")
        return file, int(row), column, index

    def _cell(self, reference: str) -> Any:  # noqa: ANN401  (a cell of any column)
        file, row, column, index = self._place(reference)
        value = self._column(file, column)[row].as_py()
        if not index:
            return value
        if not isinstance(value, list) or int(index) >= len(value):
            raise NoSuchEvidence("is beyond its list")
        return value[int(index)]

    def _column(self, file: str, column: str) -> pa.ChunkedArray:
        if (file, column) not in self._columns:
            table = self.table(file)
            if column not in table.column_names:
                raise NoSuchEvidence(f"names no column of {file}.parquet")
            self._columns[file, column] = table[column]
        return self._columns[file, column]

    def _pointed(self, reference: str) -> Any:  # noqa: ANN401  (a JSON value)
        value: Any = self.audit.manifest
        for key in reference.removeprefix(_POINTER).split("/"):
            name = unquote(key).replace("~1", "/").replace("~0", "~")
            if not isinstance(value, dict) or name not in value:
                raise NoSuchEvidence("names nothing in manifest.json")
            value = value[name]
        return value
