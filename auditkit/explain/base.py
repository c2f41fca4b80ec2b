"""What an attribution method is. A new method is one new file in `auditkit/explain/methods`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.capture.requests import MaskedRows
from auditkit.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jaxtyping import Bool, Float32, Float64, Int64

    from auditkit.capture.batches import Batch
    from auditkit.capture.capabilities import Need
    from auditkit.capture.engine import Engine
    from auditkit.capture.observers import Observer
    from auditkit.capture.runner import Runner
    from auditkit.records import Attribution, Encoded, Target


@dataclass(frozen=True, slots=True)
class MethodSpec:
    """How a method's scores are to be read; shown in the report beside them."""

    title: str
    reads: str
    """One sentence: what a positive (or large) score means."""
    limits: str
    """One sentence: what the score does not show."""
    reference: str
    """Paper and equation."""
    signed: bool = True
    """Whether scores have a direction: positive supports the target."""
    about_target: bool = True
    """Whether scores are about the target; False for methods that are the same for every class."""
    complete: bool = False
    """Whether base plus scores should add up to the margin."""
    control: bool = False
    """Whether the method is a control that knows nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured on every example."""

    methods: tuple[str, ...]
    foil: str | None
    seed: int
    ledger_coalitions: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One example and one target to explain."""

    encoded: Encoded
    target: Target
    margin: float
    """Value of the target on the unperturbed input."""
    seen: Mapping[str, np.ndarray]
    """What observers of the plain forward pass kept for this example."""
    audit_seed: int
    ledger_coalitions: int = 0
    """Pairs of coalitions that the ledger averages over; 0 for the one step to the blank."""

    @property
    def of_text(self) -> np.ndarray:
        """Which tokens may be blanked: bool [tokens]."""
        return self.encoded.words >= 0


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What a method asks of the model to explain one target of one text, known beforehand."""

    masks: Bool[np.ndarray, "rows words"] = field(
        default_factory=lambda: np.zeros((0, 0), np.bool_)
    )
    """Masked rows, True where the word stays. Equal rows of one text run once, whoever asks."""
    gradients: int = 0
    """Points on paths: rows run forward and backward."""
    again: int = 0
    """Most further points, for a second try where the first is not good enough."""

    @property
    def evaluations(self) -> int:
        """What the evidence will hold as evaluations if there is no second try."""
        return len(self.masks) + self.gradients


Observers = Mapping[str, Callable[["Batch", "Engine"], "Observer"]]


class Method(ABC):
    """An attribution method."""

    spec: ClassVar[MethodSpec]
    observers: ClassVar[Observers] = MappingProxyType({})
    """Observers of the plain forward pass that the method reads, by name."""
    needs: ClassVar[frozenset[Need]] = frozenset()
    """What the model must have; where it lacks something, the method is left out by name."""
    causal_only: ClassVar[bool] = False
    """Whether the method applies to causal models only; its observers do not watch others."""

    @abstractmethod
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Return what explaining one target of `encoded` asks of the model, the plain pass apart."""

    @abstractmethod
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return one attribution per case; None where the method does not apply."""


METHODS: Registry[Method] = Registry(
    "attribution method", "auditkit.explain.methods", "auditkit.methods"
)


def example_seed(example_id: str, method: str, audit_seed: int) -> int:
    """Return the seed of one example's draws.

    The first 8 bytes, big-endian and without the sign bit, of the SHA-256 of the canonical JSON
    array [example id, method, audit seed].
    """
    digest = sha256_bytes(canonical_json([example_id, method, audit_seed]))
    return int(digest[:16], 16) >> 1


def spread_over_pieces(
    by_word: Float64[np.ndarray, " words"], words: Int64[np.ndarray, " tokens"]
) -> Float32[np.ndarray, " tokens"]:
    """Divide each word's value equally over its tokens; special tokens get 0."""
    scores = np.zeros(len(words))
    of_text = words >= 0
    pieces = np.bincount(words[of_text], minlength=len(by_word))
    scores[of_text] = by_word[words[of_text]] / pieces[words[of_text]]
    return scores.astype(np.float32)


def word_masks(kept: np.ndarray, words: Int64[np.ndarray, " tokens"]) -> np.ndarray:
    """Turn coalitions of words into blanked tokens.

    Args:
        kept: bool [rows words], True where the word stays.
        words: Word of each token, -1 for special tokens (which are never blanked).

    Returns:
        bool [rows tokens], True where the token is blanked.
    """
    blanked = np.zeros((len(kept), len(words)), dtype=bool)
    of_text = words >= 0
    blanked[:, of_text] = ~kept[:, words[of_text]]
    return blanked


def values_of(
    runner: Runner, cases: Sequence[Case], masks: Iterable[Bool[np.ndarray, "rows tokens"]]
) -> list[Float64[np.ndarray, " rows"]]:
    """Return what each case's target is on masked rows of its example, see `Runner.values`.

    Args:
        runner: Runs the model.
        cases: Examples and targets.
        masks: For each case, True where the token is blanked.
    """
    groups = [
        MaskedRows(case.encoded, blanked, [case.target.readout])
        for case, blanked in zip(cases, masks, strict=True)
    ]
    return [values[:, 0] for values in runner.values(groups)]


def residual(attribution: Attribution, margin: float) -> float | None:
    """Return margin - base - sum of the stored scores, or None where that means nothing."""
    if not attribution.complete or attribution.base is None:
        return None
    return margin - attribution.base - float(attribution.scores.astype(np.float64).sum())
