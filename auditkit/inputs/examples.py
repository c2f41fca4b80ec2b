"""Rows of a data file become `Example` records with identifiers made of their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.errors import ConfigError, DataError
from auditkit.inputs.columns import FLAGS, choose_columns
from auditkit.inputs.labels import map_labels
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
    columns: dict[str, str | None]
    """Column used as ``text``, ``text_pair``, ``label`` and ``slice``; None where there is none."""
    rows_in_file: int
    """All rows of the file (or of the split), audited or not."""
    file_sha256: str
    """SHA-256 of the file, or of a folder's ``sha256sum`` lines."""
    rows_sha256: str
    """SHA-256 of the audited examples, see `rows_sha256`."""


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
    }
    columns = choose_columns(table.names, asked, str(spec.path))
    examples = _Rows(spec.path, table, columns).examples(spec, labels, multi_label=multi_label)
    return EvaluationSet(
        examples=examples,
        columns={str(role): name for role, name in columns.items()},
        rows_in_file=table.rows,
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
    none. Row numbers are left out.
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


class _Rows:
    """The columns of one table by their role, and where they stand."""

    def __init__(self, path: Path, table: Table, columns: dict[Role, str | None]) -> None:
        self._path = path
        self._table = table
        self._columns = columns

    def examples(
        self, spec: DataSpec, labels: tuple[str, ...], *, multi_label: bool
    ) -> tuple[Example, ...]:
        """Return the examples that `spec` selects."""
        stop = min(self._table.rows, spec.limit or self._table.rows)
        texts = self._texts("text", stop)
        pairs = self._texts("text_pair", stop) if self._columns["text_pair"] else [None] * stop
        ids = _ids(texts, pairs)
        rows = audited_rows(stop, sample=spec.sample, seed=spec.seed)
        gold = self._gold(rows, labels, multi_label=multi_label)
        slices = self._slices(rows)
        return tuple(
            Example(ids[row], row, texts[row], pairs[row], gold[row], slices[row]) for row in rows
        )

    def _values(self, role: Role) -> list[object]:
        """Return the values of the column with `role`: nulls if there is no such column."""
        name = self._columns[role]
        return [None] * self._table.rows if name is None else self._table.read(name)

    def _texts(self, role: Role, stop: int) -> list[str]:
        texts: list[str] = []
        for row, value in enumerate(self._values(role)[:stop]):
            text = "" if value is None else value
            if not isinstance(text, str):
                raise DataError(
                    f"{self._place(role, row)} holds {shown(value)}, expected a string. Write it "
                    f"as a string, or name another column with {FLAGS[role]}."
                )
            texts.append(self._encodable(text, role, row))
        return texts

    def _gold(
        self, rows: Sequence[int], labels: tuple[str, ...], *, multi_label: bool
    ) -> dict[int, tuple[str, ...] | None]:
        values = self._values("label")
        return map_labels(
            {row: values[row] for row in rows},
            labels,
            multi_label=multi_label,
            source=f"{self._path}: column {shown(self._columns['label'])}",
            where=self._table.where,
        )

    def _slices(self, rows: Sequence[int]) -> dict[int, str | None]:
        values = self._values("slice")
        return {row: self._slice(values[row], row) for row in rows}

    def _slice(self, value: object, row: int) -> str | None:
        if value is None or value == "":
            return None
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool):
            return str(value).lower()
        if not isinstance(value, str | int):
            raise DataError(
                f"{self._place('slice', row)} holds {shown(value)}, expected a string or an "
                f"integer. Name another column with {FLAGS['slice']}, or none with "
                f"{FLAGS['slice']} ''."
            )
        return self._encodable(str(value), "slice", row)

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


def _ids(texts: Sequence[str], pairs: Sequence[str | None]) -> list[str]:
    """Return the identifiers of rows in file order, with a suffix for repeated content."""
    seen: dict[str, int] = {}
    ids: list[str] = []
    for text, pair in zip(texts, pairs, strict=True):
        content = content_id(text, pair)
        seen[content] = seen.get(content, 0) + 1
        ids.append(content if seen[content] == 1 else f"{content}-{seen[content]}")
    return ids
