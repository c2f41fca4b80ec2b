"""What the runner is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from jaxtyping import Bool, Float32, Float64

    from auditkit.capture.batches import Batch
    from auditkit.capture.messages import SilencedHead
    from auditkit.records import Encoded, Readout

Reference = Literal["blank", "zero", "mean"]
Question = tuple["Encoded", "Readout"]
"""An example and its target."""


@dataclass
class Counters:
    """How much the model was asked; every number is exact."""

    forwards: int = 0
    """Forward passes (batches) that ended."""
    backwards: int = 0
    """Backward passes (batches) that ended."""
    rows: int = 0
    """Rows sent forward."""
    tokens: int = 0
    """Real tokens sent forward, padding not counted."""
    padding: int = 0
    """Padding tokens sent forward."""
    splits: int = 0
    """Batches that did not fit into memory and were run in two halves."""
    lost: int = 0
    """Rows that did not fit into memory alone and have no answer."""

    def count(self, batch: Batch) -> None:
        """Add one forward pass of `batch`."""
        real = sum(len(row.tokens) for row in batch.rows)
        self.forwards += 1
        self.rows += len(batch.rows)
        self.tokens += real
        self.padding += len(batch.rows) * batch.length - real

    def add(self, other: Counters) -> None:
        """Add what another runner was asked."""
        for name, count in vars(other).items():
            setattr(self, name, getattr(self, name) + count)


@dataclass(frozen=True, slots=True, eq=False)
class MaskedRows:
    """Perturbations of one example; answered by readouts, NaN for a row that does not fit into memory."""

    encoded: Encoded
    blanked: Bool[np.ndarray, "rows tokens"]
    """True where the token's embedding is replaced by the blank."""
    readouts: Sequence[Readout]
    """What is read of the model's answer to each row."""


@dataclass(frozen=True, slots=True, eq=False)
class PathRows:
    """Points on the straight path from a reference to one example's embeddings."""

    encoded: Encoded
    readout: Readout
    """The target, s."""
    alphas: Float64[np.ndarray, " rows"]
    """0 is the reference, 1 the input."""
    reference: Reference = "blank"


@dataclass(frozen=True, slots=True, eq=False)
class PathGradients:
    """What the model answers on a path; NaN at points that do not fit into memory."""

    products: Float32[np.ndarray, "rows tokens"]
    """Gradient of s at the point, times (embedding - reference), summed over the width."""
    values: Float64[np.ndarray, " rows"]
    """s at the point."""


@dataclass(frozen=True, slots=True, eq=False)
class LedgerRows:
    """One example's difference between two masked versions of it, to be shared among its tokens."""

    encoded: Encoded
    readout: Readout
    """The target, s."""
    here: Bool[np.ndarray, " tokens"]
    """True where the input's embedding is replaced by the blank; usually nowhere."""
    there: Bool[np.ndarray, " tokens"]
    """The same for the reference; usually every token of the text."""
    silenced: SilencedHead | None = None
    """A head that is silenced in the input and in the reference."""


@dataclass(frozen=True, slots=True, eq=False)
class LedgerSheet:
    """Relevance at every place it passes, in units of s; positive supports the target."""

    logits: Float32[np.ndarray, " classes"]
    """Of the input."""
    tokens: Float32[np.ndarray, " tokens"]
    """At the input embeddings."""
    value: float
    """s of the input."""
    base: float
    """s of the reference; for the frozen ledger the sum of positions and biases."""
    cuts: Float32[np.ndarray, "cuts tokens"]
    """What passes through each position's hidden state before layer 0, 1, ... and after the last; no cuts where
    the model's layers were not found."""
    heads: Float32[np.ndarray, "layers heads tokens"]
    """Brought by each head to each position that looks."""
    mlp: Float32[np.ndarray, "layers tokens"] | None
    """Added by each layer's feed-forward part; None where it is routed among experts."""
    edges: Float32[np.ndarray, "layers heads tokens tokens"] | None
    """Of each message, row i is where position i looks; None unless asked for."""
    maps: Float32[np.ndarray, "layers heads tokens tokens"] | None
    """The attention of the input, rounded to half precision; None unless asked for."""
    neurons: Float32[np.ndarray, "layers tokens neurons"] | None
    """Of each activation that the feed-forward part's last map reads; they sum to `mlp`. None unless
    they are asked for, and where a layer has no such map or several."""
    activations: Float32[np.ndarray, "layers tokens neurons"] | None
    """Those activations in the input; None where `neurons` is."""
    positions: Float32[np.ndarray, " tokens"] | None
    """Frozen ledger: of the embeddings of positions and token types."""
    biases: Float32[np.ndarray, " layers+2"] | None
    """Frozen ledger: of what is added before the first layer, in each layer, and after the last."""


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """One example's plain forward pass."""

    logits: Float32[np.ndarray, " classes"]
    seen: dict[str, np.ndarray]
    """What each observer kept, by its name."""
