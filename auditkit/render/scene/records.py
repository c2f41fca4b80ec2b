"""What the viewer is told of one example; `templates/viewer/src/schema.ts` is generated from this.

Numbers of whole tables stand in arrays behind it (`auditkit.render.scene.block`), in the layout of
`ARRAYS`. No verdict is computed from them: they are rounded, and the page says by how much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

VERSION: Final = 1

Dtype = Literal["u1", "i1", "u2", "i2", "f4"]
Rule = Literal["square", "signed_square", "linear"]


@dataclass(frozen=True, slots=True)
class ArrayRule:
    """How one array is stored."""

    dtype: Dtype
    rule: Rule
    """A stored integer q of range m stands for (q/m)^2 (`square`), sign(q) (q/m)^2 scale
    (`signed_square`) or q/m scale (`linear`); floats stand for themselves."""
    most: int
    """m; 1 for floats and for indices, whose scale is 1."""


ARRAYS: Final[dict[str, ArrayRule]] = {
    "attention": ArrayRule("u1", "square", 255),
    "attention_keys": ArrayRule("u2", "linear", 1),
    "attention_rest": ArrayRule("u1", "square", 255),
    "value_norms": ArrayRule("u2", "linear", 65535),
    "relevance": ArrayRule("i1", "signed_square", 127),
    "relevance_keys": ArrayRule("u2", "linear", 1),
    "relevance_rest": ArrayRule("i2", "linear", 32767),
    "norms": ArrayRule("u2", "linear", 65535),
    "cuts": ArrayRule("i2", "linear", 32767),
    "attention_at": ArrayRule("i2", "linear", 32767),
    "mlp_at": ArrayRule("i2", "linear", 32767),
    "head_totals": ArrayRule("f4", "linear", 1),
    "mlp_totals": ArrayRule("f4", "linear", 1),
    "queries": ArrayRule("i1", "linear", 25),
    "queries_scale": ArrayRule("u2", "linear", 65535),
    "keys": ArrayRule("i1", "linear", 25),
    "keys_scale": ArrayRule("u2", "linear", 65535),
    "neurons": ArrayRule("u2", "linear", 1),
    "neuron_activations": ArrayRule("i2", "linear", 32767),
    "neuron_relevance": ArrayRule("i2", "linear", 32767),
    "points": ArrayRule("f4", "linear", 1),
    "neighbours": ArrayRule("u2", "linear", 1),
    "shares": ArrayRule("f4", "linear", 1),
}
"""Every array a block may hold. Axes are in docs/viewer.md."""


@dataclass(frozen=True, slots=True)
class RouteLink:
    """One tested link of the example, as links.parquet has it."""

    rank: int
    layer: int
    query: int
    key: int
    head: int
    """Its largest head, of its own sign."""
    relevance: float
    foretold: float
    observed: float
    low: float | None
    high: float | None
    verdict: str
    same_sign: int | None = None
    """With how many single reference texts s moves as with the average message; null where not counted."""


@dataclass(frozen=True, slots=True)
class ArrayEntry:
    """Where one array lies."""

    name: str
    dtype: Dtype
    shape: tuple[int, ...]
    offset: int
    """In bytes, from the start of the arrays."""
    scale: float
    """What the largest stored integer stands for; 1 where the rule has none."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One example shown in detail."""

    version: int
    example: str
    tokens: tuple[str, ...]
    special: tuple[bool, ...]
    words: tuple[int, ...]
    """Word of each token, -1 for special tokens."""
    segments: tuple[int, ...]
    layers: int
    heads: int
    key_heads: int
    causal: bool
    sinks: tuple[int, ...]
    """Positions whose messages are listed apart: special tokens, and the first of causal models."""
    target: str
    foil: str | None
    margin: float | None
    base: float | None
    """s on the blank text."""
    method: str | None
    """The ledger that relevance comes from; null without one."""
    read: tuple[int, ...]
    """Positions that the classifier reads."""
    keys_kept: int | None
    """Keys kept of each row; null where rows are whole."""
    scaling: tuple[float, ...]
    """By layer: what the product of query and key is multiplied by."""
    lens: tuple[float, ...]
    """s as the model's own head reads it from each cut; empty where no route was tested."""
    grade: str | None
    route: tuple[RouteLink, ...]
    arrays: tuple[ArrayEntry, ...]
    depth: int | None = None
    """Most messages between different positions on a way through links of verdict `confirmed` from a token to what is
    read; null where nothing was tested, or depth not stored."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Examples as points: hidden states on their principal components, cut by cut.

    Behind it are `points` [cuts examples 3], `neighbours` [cuts examples k], places in `ids`, nearest
    first, and `shares` [cuts 3] of the variance, NaN where there is no such component.
    """

    version: int
    ids: tuple[str, ...]
    names: tuple[str, ...]
    """Starts of the texts."""
    gold: tuple[str | None, ...]
    predicted: tuple[str, ...]
    correct: tuple[bool | None, ...]
    """Null without a gold label."""
    cuts: tuple[int, ...]
    arrays: tuple[ArrayEntry, ...]
