"""Open an audit: typed, lazy access to its evidence. Needs no model and no torch."""

from __future__ import annotations

import tomllib
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from auditkit.errors import EvidenceError
from auditkit.evidence.intact import read_object
from auditkit.evidence.outcomes import outcome_counts, outcomes_table, terms_of
from auditkit.evidence.schema import FORMAT_VERSION, LATER, LATER_COLUMNS, TABLES
from auditkit.evidence.tensors import read_tensors, tensors_file

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np


class Audit:
    """The evidence of one audit.

    Args:
        folder: The audit's output folder (the one that holds ``evidence/``).

    Raises:
        EvidenceError: There is no manifest, it is not JSON, or its format is unknown.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.evidence = folder / "evidence"
        self.manifest = _read_manifest(self.evidence / "manifest.json")

    @property
    def root(self) -> str:
        """The root digest: SHA-256 over everything the evidence states."""
        return str(self.manifest["root"])

    def holds(self, name: str) -> bool:
        """Whether the evidence has a file of table `name`: older evidence lacks some."""
        return f"{name}.parquet" in self.manifest.get("files", {})

    def table(self, name: str) -> pa.Table:
        """Return one evidence table, e.g. ``table("heads")``.

        Raises:
            EvidenceError: The file is missing, damaged, or its columns are not the schema's.
        """
        file = f"{name}.parquet"
        path = self.evidence / file
        if file in LATER and not self.holds(name):
            return TABLES[file].empty_table()
        if file not in TABLES or not path.is_file():
            raise EvidenceError(f"{self.evidence} has no {file}.")
        try:
            table = pq.read_table(path)
        except Exception as error:
            raise EvidenceError(f"{path} cannot be read as Parquet: {error}") from error
        table = _with_later_columns(table, file)
        there = dict(zip(table.schema.names, table.schema.types, strict=True))
        wrong = [field.name for field in TABLES[file] if there.get(field.name) != field.type]
        if wrong:
            raise EvidenceError(f"{path}: the columns {', '.join(wrong)} are not the schema's.")
        return table.combine_chunks()  # of a table in pieces, `take` copies all of it each time

    @cached_property
    def examples(self) -> pa.Table:
        """One row per example, in the order of the data file."""
        return self.table("examples")

    @cached_property
    def attributions(self) -> pa.Table:
        """One row per example, method and target."""
        return self.table("attributions")

    @cached_property
    def heads(self) -> pa.Table:
        """Head statistics over the set."""
        return self.table("heads")

    @cached_property
    def metrics(self) -> pa.Table:
        """Numbers over the set and its slices."""
        return self.table("metrics")

    @cached_property
    def agreement(self) -> pa.Table:
        """Agreement of every pair of methods on every example."""
        return self.table("agreement")

    @cached_property
    def outcomes(self) -> pa.Table:
        """What became of each example: right or wrong, how probable, how far methods disagree.

        Evidence that is older than `outcomes.parquet` gets it from the function that writes it now,
        once; its numbers stand in no file, so nothing can cite them.

        Raises:
            EvidenceError: The answers cannot be read, or the rows are not those of the examples.
        """
        if self.holds("outcomes"):
            stored = self.table("outcomes")
            if stored["example_id"].to_pylist() != self.examples["id"].to_pylist():
                path = self.evidence / "outcomes.parquet"
                raise EvidenceError(f"{path}: its rows are not those of examples.parquet.")
            return stored
        try:
            return outcomes_table(self.examples, self.agreement, terms_of(self.manifest))
        except (TypeError, ValueError) as error:
            path = self.evidence / "examples.parquet"
            raise EvidenceError(f"{path}: the answers cannot be read: {error}") from error

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many examples there are of each kind; what older evidence does not say is counted."""
        counted = outcome_counts(self.outcomes, self.examples["flags"])
        return {**counted, **self.manifest.get("counts", {})}

    @cached_property
    def findings(self) -> pa.Table:
        """What was found, most severe first."""
        return self.table("findings")

    @cached_property
    def details(self) -> pa.Table:
        """Examples shown in detail, each with the reason."""
        return self.table("details")

    @cached_property
    def config(self) -> dict[str, Any]:
        """The configuration that the audit was measured with, resolved.

        Raises:
            EvidenceError: The file is missing or is not TOML.
        """
        path = self.evidence / "config.toml"
        try:
            return tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise EvidenceError(f"{path} cannot be read: {error}") from error

    def tensors(self, example_id: str) -> dict[str, np.ndarray]:
        """Return the tensors of an example shown in detail, empty for any other example.

        Returns:
            What of this there is: ``attention`` float16 [layers heads tokens tokens] (row i is where
            position i looks), ``norms`` float32 [layers+1 tokens], ``ig_baselines`` float32 [baselines
            tokens], ``edges`` float16 as attention, ``value_norms`` float32 [layers heads tokens],
            ``queries`` float16 [layers heads tokens head_width], ``keys`` float16 [layers key_heads
            tokens head_width], ``scaling`` float32 [layers], ``neurons`` int32, ``neuron_activations``
            and ``neuron_relevance`` float32 [layers tokens 8].

        Raises:
            EvidenceError: The file is damaged.
        """
        path = tensors_file(self.evidence, example_id)
        return {} if path is None else read_tensors(path)

    def tensors_name(self, example_id: str) -> str | None:
        """Return the file of these tensors as citations name it; None if there is none."""
        path = tensors_file(self.evidence, example_id)
        return None if path is None else f"tensors/{path.name}"


def _with_later_columns(table: pa.Table, file: str) -> pa.Table:
    """Return the table with the columns that older evidence lacks, null in every row."""
    for name in LATER_COLUMNS.get(file, ()):
        if name not in table.column_names:
            field = TABLES[file].field(name)
            table = table.append_column(field, pa.nulls(table.num_rows, field.type))
    known = [name for name in TABLES[file].names if name in table.column_names]
    return table.select([*known, *(name for name in table.column_names if name not in known)])


def _read_manifest(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise EvidenceError(f"{path.parent.parent} is not a finished audit: no {path.name}.")
    manifest = read_object(path)
    if manifest.get("format") != FORMAT_VERSION:
        raise EvidenceError(
            f"{path} has format {manifest.get('format')!r}; this version reads {FORMAT_VERSION}."
        )
    return manifest
