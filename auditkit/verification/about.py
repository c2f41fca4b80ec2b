"""What the evidence has about one example, and what follows from it by a rule."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from auditkit.verification.citations import Citations

FROZEN = "frozen_ledger"
LEDGERS = ("ledger", FROZEN)
"""Methods that keep accounts by layer, the one that is shown first."""
_WHOLE_UP_TO, _MOST_NUMBERS, _LEAST_KEYS = 64, 2**19, 4

Cells = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class About:
    """One example."""

    example: str
    row: Cells
    """Its cells of `examples.parquet`."""
    model: Mapping[str, Any]
    """What the manifest says of the model."""
    tensors: Mapping[str, np.ndarray]
    tensors_name: str | None
    """Their file, as citations name it."""
    attributions: Sequence[Cells]
    chain: Cells | None
    """That of the audited model."""
    links: Sequence[Cells]
    """Those of its chain, in the order in which they were found."""
    ledger: Cells | None
    """The accounts by layer that the page shows."""
    accounts: Cells | None
    """The frozen ledger that the page lists the accounts of."""
    pairs: Sequence[Cells]
    """Agreement of methods on it."""
    edits: Sequence[Cells]
    """What became of the decision when one thing was changed."""
    is_detailed: bool

    @property
    def has_scene(self) -> bool:
        """Whether the evidence calls for a scene: it is shown in detail, with a margin and attention."""
        has_margin = finite(self.row["margin"]) is not None
        return self.is_detailed and has_margin and "attention" in self.tensors

    @property
    def has_layers(self) -> bool:
        """Whether the page shows what the model's own head reads from each layer."""
        return self.chain is not None and bool(self.chain["lens"])

    @property
    def cuts(self) -> Cells | None:
        """The ledger whose cuts stand beside the layers; None where none has a number for every cut."""
        if not self.has_layers or self.ledger is None or self.chain is None:
            return None
        numbers = self.ledger["cuts"]
        is_whole = len(numbers) % len(self.chain["lens"]) == 0 and all(map(math.isfinite, numbers))
        return self.ledger if is_whole else None

    @property
    def target(self) -> str:
        """What positive numbers support: the chain's target, without one the first explained."""
        first: Cells = next(iter(self.attributions), {"target": ""})
        return str((self.chain or first)["target"])

    @property
    def shape(self) -> tuple[int, int, int]:
        """Layers, heads and tokens, as the attention has them."""
        layers, heads, tokens, _ = self.tensors["attention"].shape
        return layers, heads, tokens

    @property
    def base(self) -> float | None:
        """What s is on the blank text, by the method whose accounts are shown."""
        if self.ledger is None:
            return None
        wanted = self.ledger["method"], self.target
        found = (r["base"] for r in self.attributions if (r["method"], r["target"]) == wanted)
        base: float | None = finite(next(found, None))
        return base

    @property
    def keys_kept(self) -> int | None:
        """How many keys of each row a page keeps; None where rows are whole."""
        layers, heads, tokens = self.shape
        if tokens <= _WHOLE_UP_TO:
            return None
        room = _MOST_NUMBERS // (layers * heads * tokens)
        return max(_LEAST_KEYS, min(_WHOLE_UP_TO, room))

    @property
    def sinks(self) -> list[int]:
        """Positions whose messages are listed apart: special tokens, and the first of causal models."""
        first = {0} if self.model.get("causal") else set[int]()
        special = {at for at, kind in enumerate(self.row["kinds"]) if kind == "special"}
        return sorted(special | first)


def about(citations: Citations, example: str) -> About:
    """Return what the evidence has about an example.

    Raises:
        EvidenceError: A table or its tensors cannot be read.
        KeyError: The evidence has no such example.
    """
    found = rows(citations, "examples", "id", example)
    if not found:
        raise KeyError(example)
    chain = _of_model(citations, "chains", example)[:1]
    links = _of_model(citations, "links", example) if chain else []
    is_detailed = bool(citations.places("details", "example_id", example))
    known = About(
        example=example,
        row=found[0],
        model=citations.audit.manifest["model"],
        tensors=citations.tensors(example) if is_detailed else {},
        tensors_name=citations.audit.tensors_name(example),
        attributions=rows(citations, "attributions", "example_id", example),
        chain=chain[0] if chain else None,
        links=sorted(links, key=lambda link: int(link["rank"])),
        ledger=None,
        accounts=None,
        pairs=rows(citations, "agreement", "example_id", example),
        edits=rows(citations, "pokes", "example_id", example) if chain else [],
        is_detailed=is_detailed,
    )
    return _with_ledgers(known, rows(citations, "ledger", "example_id", example))


def _with_ledgers(known: About, sheets: Sequence[Cells]) -> About:
    own = {sheet["method"]: sheet for sheet in sheets if sheet["target"] == known.target}
    frozen = next((sheet for sheet in sheets if sheet["method"] == FROZEN), None)
    is_whole = frozen and frozen["positions"] is not None and frozen["biases"] is not None
    return replace(
        known,
        ledger=next((own[name] for name in LEDGERS if name in own), None),
        accounts=frozen if known.chain is not None and is_whole else None,
    )


def _of_model(citations: Citations, table: str, example: str) -> list[Cells]:
    """Return the rows about an example in the audited model."""
    found = rows(citations, table, "example_id", example)
    return [row for row in found if row["weights"] == "model"]


def rows(citations: Citations, table: str, column: str, value: str) -> list[Cells]:
    """Return the rows of a table in which a column has a value, each with its place as ``at``."""
    places = citations.places(table, column, value)
    cells: list[Cells] = citations.table(table).take(pa.array(places, pa.int64())).to_pylist()
    return [{**row, "at": at} for at, row in zip(places, cells, strict=True)]


def finite(value: Any) -> Any:  # noqa: ANN401  (a cell of any column)
    """Return a cell, None where it is a number that is not finite."""
    return None if isinstance(value, float) and not math.isfinite(value) else value
