"""Rows of a data file become `Example` records with identifiers made of their content."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.errors import ConfigError, DataError
from auditkit.inputs.columns import FLAGS, choose_columns
from auditkit.inputs.labels import count_respelled, hold_indices, map_labels
from auditkit.inputs.reading import Reading
from auditkit.inputs.tables import read_table, source_sha256
from auditkit.inputs.wording import shown
from auditkit.records import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from auditkit.canonical import Json
    from auditkit.inputs.columns import Role
    from auditkit.inputs.formats.table import Table

ID_DIGITS = 16
UNDECIDED = {"gold_label": "-"}
"""Label column -> what it holds where annotators did not agree (SNLI, MultiNLI)."""
HEADER_ADVICE = (
    " If its first line is a row already, write a line with the columns' names above it."
)
ONE_COLUMN = " It has one column: if it is meant to have several, separate them by commas or tabs."


@dataclass(frozen=True, slots=True)
class DataSpec:
    """Where the evaluation data is and which part of it to audit.

    A column is None to be found by its name, or an empty string if the data has none.
    """

    path: Path
    text_column: str | None = None
    pair_column: str | None = None
    label_column: str | None = None
    slice_column: str | None = None
    id_column: str | None = None
    split: str | None = None
    """Which split of a folder that holds several."""
    limit: int | None = None
    """Audit only the first rows, this many."""
    sample: int | None = None
    """Of these, draw this many without replacement; all of them if there are fewer."""
    seed: int = 0
    """Seed of the draw."""

    def __post_init__(self) -> None:
        """Check the numbers.

        Raises:
            ConfigError: A limit or sample below 1, or a negative seed.
        """
        for name, value, least in (
            ("limit", self.limit, 1),
            ("sample", self.sample, 1),
            ("seed", self.seed, 0),
        ):
            if value is not None and value < least:
                raise ConfigError(f"{name} is {value}, but must be at least {least}.")


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """The examples to audit, and what they were read from."""

    examples: tuple[Example, ...]
    """In file order."""
    reading: Reading
    file_sha256: str
    """SHA-256 of the file, or of a folder's ``sha256sum`` lines."""
    rows_sha256: str
    """SHA-256 of the audited examples, see `rows_sha256`."""

    @property
    def columns(self) -> dict[str, str | None]:
        """Column of each role; None where there is none."""
        return self.reading.columns

    @property
    def rows_in_file(self) -> int:
        """All rows of the file (or of the split), audited or not."""
        return self.reading.rows_in_file


def load_evaluation_set(
    spec: DataSpec, labels: tuple[str, ...], *, multi_label: bool
) -> EvaluationSet:
    """Read evaluation data.

    Args:
        spec: Where it is and which part to take.
        labels: The model's labels in the order of their indices.
        multi_label: Whether a row may have any number of labels.

    Raises:
        DataError: The data cannot be read as asked; the message says where and what to do.
    """
    table = read_table(spec.path, split=spec.split)
    asked: dict[Role, str | None] = {
        "text": spec.text_column,
        "text_pair": spec.pair_column,
        "label": spec.label_column,
        "slice": spec.slice_column,
        "id": spec.id_column,
    }
    advice = ""
    if table.first_line_names:
        advice = HEADER_ADVICE + (ONE_COLUMN if len(table.names) == 1 else "")
    columns = choose_columns(table.names, asked, str(spec.path), advice=advice)
    rows = _Rows(spec.path, table, columns, min(table.rows, spec.limit or table.rows))
    chosen, left_out = rows.chosen(spec)
    gold = rows.gold(chosen, labels, multi_label=multi_label)
    examples = rows.examples(chosen, gold.labels)
    not_used = [name for name in table.names if name not in columns.values()]
    return EvaluationSet(
        examples=examples,
        reading=Reading(
            columns={str(role): name for role, name in columns.items()},
            columns_not_used=(*not_used, *[""] * table.unnamed),
            read_as=table.read_as,
            rows_in_file=table.rows,
            left_out=left_out,
            undecided=gold.undecided,
            labels_are_indices=gold.are_indices,
            labels_respelled=gold.respelled,
        ),
        file_sha256=source_sha256(spec.path, table),
        rows_sha256=rows_sha256(examples),
    )


def content_id(text: str, text_pair: str | None) -> str:
    """Return the identifier of the first example with this content.

    Raises:
        RecordError: The text has a lone surrogate.
    """
    fields: dict[str, Json] = {"text": text}
    if text_pair is not None:
        fields["text_pair"] = text_pair
    return sha256_bytes(canonical_json(fields))[:ID_DIGITS]


def rows_sha256(examples: Iterable[Example]) -> str:
    """Return the SHA-256 of the examples' canonical JSON, each followed by a line feed.

    The fields are ``id``, ``labels``, ``slice``, ``text`` and ``text_pair``, null where there is
    none, and ``id_in_data`` where the data names the row. Row numbers are left out.
    """
    digest = hashlib.sha256()
    for example in examples:
        fields: dict[str, Json] = {
            "id": example.id,
            "labels": None if example.labels is None else list(example.labels),
            "slice": example.slice,
            "text": example.text,
            "text_pair": example.text_pair,
        }
        if example.id_in_data is not None:
            fields["id_in_data"] = example.id_in_data
        digest.update(canonical_json(fields) + b"\n")
    return digest.hexdigest()


def audited_rows(rows: int, *, sample: int | None, seed: int) -> list[int]:
    """Return the numbers of the rows to audit, ascending.

    Args:
        rows: How many there are to choose from.
        sample: How many to draw without replacement; None or more than `rows` for all.
        seed: Seed of the draw.
    """
    if sample is None or sample >= rows:
        return list(range(rows))
    drawn = np.random.default_rng(seed).choice(rows, size=sample, replace=False)
    return sorted(int(row) for row in drawn)


@dataclass(frozen=True, slots=True)
class _Gold:
    """The gold labels of the rows to audit."""

    labels: dict[int, tuple[str, ...] | None]
    undecided: int
    are_indices: bool
    respelled: int


class _Rows:
    """The columns of one table by their role, down to row `stop`, and where they stand."""

    def __init__(
        self, path: Path, table: Table, columns: dict[Role, str | None], stop: int
    ) -> None:
        self._path = path
        self._table = table
        self._columns = columns
        self._stop = stop
        self._texts = self._read_texts("text")
        self._paired = columns["text_pair"] is not None
        self._pairs = self._read_texts("text_pair")

    def chosen(self, spec: DataSpec) -> tuple[list[int], dict[str, int]]:
        """Return the rows to audit, and how many others there are for each reason.

        Raises:
            DataError: No row has a text.
        """
        with_text = [row for row, text in enumerate(self._texts) if text is not None]
        usable = [row for row in with_text if not self._paired or self._pairs[row] is not None]
        if not usable:
            names = [self._columns[role] for role in ("text", "text_pair") if self._columns[role]]
            raise DataError(
                f"{self._path}: no row has a text: in each of the first {self._stop} "
                f"{' or '.join(map(shown, names))} is null. Name another column with "
                f"{FLAGS['text']}{' or ' + FLAGS['text_pair'] if self._paired else ''}."
            )
        drawn = audited_rows(len(usable), sample=spec.sample, seed=spec.seed)
        left_out = {
            "null_text": self._stop - len(with_text),
            "null_pair": len(with_text) - len(usable),
            "limit": self._table.rows - self._stop,
            "sample": len(usable) - len(drawn),
        }
        return [usable[place] for place in drawn], left_out

    def examples(
        self, rows: Sequence[int], gold: dict[int, tuple[str, ...] | None]
    ) -> tuple[Example, ...]:
        """Return the examples of `rows`."""
        ids = _ids(self._texts, self._pairs)
        slices, own = self._values("slice"), self._values("id")
        return tuple(
            Example(
                id=ids[row],
                row=row,
                text=self._texts[row] or "",
                text_pair=self._pairs[row],
                labels=gold[row],
                slice=self._slice(slices[row], row),
                id_in_data=self._id_in_data(own[row], row),
            )
            for row in rows
        )

    def gold(self, rows: Sequence[int], labels: tuple[str, ...], *, multi_label: bool) -> _Gold:
        """Return the gold labels of `rows` in the model's spelling."""
        column = self._columns["label"]
        values = self._values("label")
        sign = UNDECIDED.get((column or "").strip().casefold())
        undecided = {row for row in rows if sign is not None and values[row] == sign}
        if sign in labels:
            undecided = set()
        given = {row: None if row in undecided else values[row] for row in rows}
        mapped = map_labels(
            given,
            labels,
            multi_label=multi_label,
            source=f"{self._path}: column {shown(column)}",
            where=self._table.where,
        )
        return _Gold(
            mapped,
            len(undecided),
            hold_indices(given.values(), labels),
            count_respelled(given.values(), labels),
        )

    def _values(self, role: Role) -> list[object]:
        """Return the values of the column with `role`, NaN as null; nulls if there is no column."""
        name = self._columns[role]
        if name is None:
            return [None] * self._stop
        values = self._table.read(name)[: self._stop]
        return [None if isinstance(v, float) and math.isnan(v) else v for v in values]

    def _read_texts(self, role: Role) -> list[str | None]:
        texts: list[str | None] = []
        for row, text in enumerate(self._values(role)):
            if text is not None and not isinstance(text, str):
                raise DataError(
                    f"{self._place(role, row)} holds {shown(text)}, expected a string. Write it "
                    f"as a string, or name another column with {FLAGS[role]}."
                )
            texts.append(None if text is None else self._encodable(text, role, row))
        return texts

    def _slice(self, value: object, row: int) -> str | None:
        value = value.strip() if isinstance(value, str) else value
        if value is None or value == "":
            return None
        if not isinstance(value, str | int) and not (
            isinstance(value, float) and value.is_integer()
        ):
            raise DataError(
                f"{self._place('slice', row)} holds {shown(value)}, expected a string or an "
                f"integer. Name another column with {FLAGS['slice']}, or none with "
                f"{FLAGS['slice']} ''."
            )
        return self._encodable(_spelled(value), "slice", row)

    def _id_in_data(self, value: object, row: int) -> str | None:
        if value is None or value == "":
            return None
        if isinstance(value, str | int | float):
            return self._encodable(_spelled(value), "id", row)
        return self._encodable(json.dumps(value, ensure_ascii=False, default=str), "id", row)

    def _encodable(self, text: str, role: Role, row: int) -> str:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise DataError(
                f"{self._place(role, row)} holds a lone surrogate "
                f"(\\u{ord(text[error.start]):04x}, character {error.start}), which is no text. "
                f"Write the character it was meant to be, or U+FFFD."
            ) from error
        return text

    def _place(self, role: Role, row: int) -> str:
        return f"{self._path}, {self._table.where(row)}: column {shown(self._columns[role])}"


def _spelled(value: str | float) -> str:
    """Return a value as a CSV file would hold it."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _ids(texts: Sequence[str | None], pairs: Sequence[str | None]) -> list[str]:
    """Return the identifiers of rows in file order, with a suffix for repeated content."""
    seen: dict[str, int] = {}
    ids: list[str] = []
    for text, pair in zip(texts, pairs, strict=True):
        content = content_id(text or "", pair)
        seen[content] = seen.get(content, 0) + 1
        ids.append(content if seen[content] == 1 else f"{content}-{seen[content]}")
    return ids
