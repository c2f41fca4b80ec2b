"""What a card shows of an example's chain, of its layers, and of what counterfactual edits did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from auditkit.render.blocks import Table
    from auditkit.render.inline import Badge, Measure, Prose


@dataclass(frozen=True, slots=True)
class RouteLink:
    """One link as the picture draws it: from column `key` up to column `query`, through `layer`."""

    layer: int
    query: int
    """Index into the route's tokens."""
    key: int
    relevance: float
    """Positive supports the target."""
    verdict: str


@dataclass(frozen=True, slots=True)
class Route:
    """The links of a chain between the tokens that they touch."""

    tokens: tuple[str, ...]
    """In the order of the text."""
    gaps: tuple[int, ...]
    """Indices of the tokens before which the text has others."""
    layers: int
    links: tuple[RouteLink, ...]


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One link in words."""

    id: str
    sentence: Prose


@dataclass(frozen=True, slots=True)
class ChainPart:
    """The chain of an example, or its flow where no short chain was confirmed."""

    id: str
    title: str
    grade: Badge
    lead: tuple[Prose, ...]
    steps: tuple[ChainStep, ...]
    rest: tuple[Prose, ...]
    """What the links leave out."""
    tests: Table
    route: Route | None
    """None where there is no link."""
    links: Table
    evidence: str


@dataclass(frozen=True, slots=True, eq=False)
class LayersPart:
    """The margin as the model's own head reads it from every layer, beside the ledger's cuts."""

    id: str
    lens: tuple[Measure, ...]
    """One for each cut: before layer 0, then after every layer."""
    cuts: np.ndarray | None
    """Relevance float32 [layers+1 tokens]; None where no ledger balances."""
    method: str
    """Title of the ledger."""
    tokens: tuple[str, ...]
    target: str
    evidence: str
    """Row and column of the cuts, e.g. ``ledger.parquet#3:cuts``; empty without cuts."""


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """One change of a word and its answer."""

    kind: str
    """``mask``, ``delete`` or ``swap``."""
    instead: str | None
    margin: Measure
    answer: str | None
    """The new prediction where it is another one; None where it is the same."""
    attention: Measure
    relevance: tuple[float, ...] | None
    """Ledger of the changed text by word of the original; NaN for a word that is gone."""


@dataclass(frozen=True, slots=True, eq=False)
class EditsPart:
    """What became of the decision when one thing was changed."""

    id: str
    words: tuple[str, ...]
    edits: tuple[tuple[Edit | None, ...], ...]
    """For every word what masking, deleting and swapping it did."""
    before: Measure
    """The margin of the unchanged text."""
    predicted: str
    relevance: tuple[float, ...] | None
    """Ledger of the unchanged text by word; None where there is none."""
    target: str
    left_out: int
    """Words after the last one that was changed."""
    silenced: Table | None
