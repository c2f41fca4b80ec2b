"""The typed records that flow between stages: frozen, numpy-only, checked when built.

Axis names: ``layers``, ``heads``, ``tokens`` (padding removed), ``width``, ``classes``.
Every number that reaches a page is an `Estimate` or an exact count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

import numpy as np

from auditkit.errors import RecordError

if TYPE_CHECKING:
    from jaxtyping import Float32, Int64

TokenKind = Literal["text", "special"]
NO_WORD = -1
"""Word index and segment of a special token."""


class Problem(StrEnum):
    """How the logits of a classifier are to be read."""

    SINGLE_LABEL = "single_label"
    """One of two or more classes: softmax over the logits."""
    MULTI_LABEL = "multi_label"
    """Any number of classes: a sigmoid for each logit."""
    SINGLE_LOGIT = "single_logit"
    """Two classes told apart by the sign of one logit."""


class Flag(StrEnum):
    """What an auditor must know about one example; counted in the manifest."""

    EMPTY = "empty"
    """The text has no word."""
    ONE_TOKEN = "one_token"  # noqa: S105  (a count of tokens, not a secret)
    """The text has one token besides special ones."""
    ONE_UNIT = "one_unit"
    """The text has several tokens but one unit, so that methods have nothing to compare it with."""
    TRUNCATED = "truncated"
    """The text is longer than the model's input; only its start was audited."""
    NON_FINITE = "non_finite"
    """The model answered NaN or infinity; nothing was explained."""
    NON_FINITE_SCORES = "non_finite_scores"
    """A method's scores hold NaN or infinity and were left out."""
    NO_TOKENS = "no_tokens"
    """The tokenizer gave no token at all, so the model could not be run."""
    OUT_OF_MEMORY = "out_of_memory"
    """A row of the example did not fit into memory alone; what needed it was left out."""
    UNCONVERGED = "unconverged"
    """Integrated gradients missed its completeness tolerance after the second try."""
    UNBALANCED = "unbalanced"
    """A ledger missed its balance; it is not shown for the example."""
    WORDS_GROUPED = "words_grouped"
    """Neighbouring words were joined into at most 64 players for Shapley values."""


class Verdict(StrEnum):
    """What replacing a link's message by the average one showed, see `auditkit.explain.chains.verdicts`."""

    CONFIRMED = "confirmed"
    """The margin changed as predicted, in sign and in size, and in keeping with what the link contributes."""
    WEAKER = "weaker"
    """It changed in the predicted direction, but by less than predicted."""
    STRONGER = "stronger"
    """It changed in the predicted direction, and by more than predicted."""
    OTHER_EFFECT = "other_effect"
    """It changed by far less than the link contributes, or against it."""
    NOT_CAUSAL = "not_shown_causal"
    """It hardly changed."""
    CONTRADICTED = "contradicted"
    """It changed in the direction opposite to the predicted one."""


class Grade(StrEnum):
    """What the tests of all links of a route together showed."""

    CONFIRMED = "confirmed_chain"
    NONE = "no_short_chain"


@dataclass(frozen=True, slots=True)
class Example:
    """One row of the evaluation set."""

    id: str
    """First 16 hex digits of the SHA-256 of the text fields' canonical JSON, plus ``-2``, ``-3``
    for repetitions."""
    row: int
    """Number of the row in the data file, from 0."""
    text: str
    text_pair: str | None = None
    labels: tuple[str, ...] | None = None
    """Gold labels in the model's spelling; None when the data has none for this row."""
    slice: str | None = None
    id_in_data: str | None = None
    """What the data's own id column calls the row; None when it has none."""


@dataclass(frozen=True, slots=True)
class Token:
    """One model input position and the span of the raw input it stands for."""

    id: int
    text: str
    """The text of the vocabulary entry, as the tokenizer spells it."""
    start: int
    """First character in the token's own field, in Unicode code points."""
    stop: int
    segment: int
    """0 for the text, 1 for the pair, -1 for special tokens."""
    word: int
    """Index of the word in the example, from 0; -1 for special tokens."""
    kind: TokenKind

    def __post_init__(self) -> None:
        """Check the span.

        Raises:
            RecordError: The span is reversed.
        """
        if self.start > self.stop:
            raise RecordError(f"Token {self.text!r} starts at {self.start}, after {self.stop}.")


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """One example as the model reads it, without padding."""

    example: Example
    tokens: tuple[Token, ...]
    type_ids: tuple[int, ...] | None
    flags: frozenset[Flag] = field(default_factory=frozenset)

    @property
    def ids(self) -> Int64[np.ndarray, " tokens"]:
        """Vocabulary ids."""
        return np.array([token.id for token in self.tokens], dtype=np.int64)

    @property
    def words(self) -> Int64[np.ndarray, " tokens"]:
        """Word index of every token; -1 for special tokens."""
        return np.array([token.word for token in self.tokens], dtype=np.int64)

    @property
    def word_count(self) -> int:
        """Number of words."""
        return 1 + max((token.word for token in self.tokens), default=NO_WORD)


@dataclass(frozen=True, slots=True, eq=False)
class Readout:
    """A number that is linear in a model's output: s = sum over k of weights[k] * output[index[k]].

    It names the few places it reads, so that no output, however large, has to be kept whole.
    """

    index: Int64[np.ndarray, "terms axes"]
    """Places in the output of one example; for a classifier the one axis is the class."""
    weights: Float32[np.ndarray, " terms"]

    def __post_init__(self) -> None:
        """Check that every place has a weight.

        Raises:
            RecordError: It has not, or there is no place.
        """
        if self.index.ndim != 2 or len(self.index) != len(self.weights) or not len(self.index):
            raise RecordError(
                f"A readout has a weight for each of at least one place, got places of shape "
                f"{self.index.shape} and {len(self.weights)} weights."
            )

    @classmethod
    def of_classes(cls, weights: Float32[np.ndarray, " classes"]) -> Readout:
        """Return the readout of a row of logits with a weight for each class."""
        return cls(np.arange(len(weights))[:, None], weights.astype(np.float32))

    def value(self, output: Float32[np.ndarray, ...]) -> float:
        """Return s for the output of one example, in double precision."""
        return float(
            output[tuple(self.index.T)].astype(np.float64) @ self.weights.astype(np.float64)
        )


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """The scalar that is explained: a readout of the model's output.

    For single-label heads it is the predicted class's logit less the foil's, for multi-label and
    single-logit heads the logit of one class.
    """

    name: str
    """Label that positive scores support."""
    foil: str | None
    readout: Readout


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """Where a ledger's relevance passes between the tokens and the logits, in units of s.

    The residual path needs no entry: after attention a layer mixes no positions, so what passes by
    attention at a position is its cut after the layer less what the heads bring there, and the same
    holds for the feed-forward part.
    """

    cuts: Float32[np.ndarray, "layers+1 tokens"]
    """What passes through each position's hidden state before each layer, and after the last."""
    heads: Float32[np.ndarray, "layers heads tokens"]
    """Brought by each head to each position that looks."""
    mlp: Float32[np.ndarray, "layers tokens"] | None
    """Added by each layer's feed-forward part; None where it is routed among experts."""
    positions: Float32[np.ndarray, " tokens"] | None = None
    """Of position and type embeddings; None where they have no account."""
    biases: Float32[np.ndarray, " layers+2"] | None = None
    """Of what is added before the first layer, in each, and after the last; None likewise."""


@dataclass(frozen=True, slots=True, eq=False)
class Attribution:
    """One method's signed scores for one example and target: positive supports the target."""

    scores: Float32[np.ndarray, " tokens"]
    error: Float32[np.ndarray, " tokens"] | None = None
    """Standard error of each score; None when the method has none."""
    base: float | None = None
    """The target's value at the reference input, where the method has one."""
    complete: bool = False
    """Whether scores and base should add up to the margin, so that a residual is meaningful."""
    nodes: int | None = None
    """Quadrature nodes of the try that is stored."""
    evaluations: int = 0
    """Model evaluations (rows through the model), all tries together."""
    seed: int | None = None
    """Seed of the example's own random generator; None when nothing was drawn."""
    account: Account | None = None
    """Where the relevance passes; for ledgers."""
    flags: frozenset[Flag] = field(default_factory=frozenset)

    def __post_init__(self) -> None:
        """Check that errors have the scores' shape.

        Raises:
            RecordError: The error has another shape.
        """
        if self.error is not None and self.error.shape != self.scores.shape:
            raise RecordError(
                f"Attribution has {self.scores.shape[0]} scores but {self.error.shape[0]} errors."
            )

    @property
    def is_finite(self) -> bool:
        """Whether scores and base are numbers, so that the attribution may be shown."""
        return bool(np.isfinite(self.scores).all()) and np.isfinite(self.base or 0.0)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval and the number of observations behind it."""

    value: float
    low: float | None
    high: float | None
    n: int
    interval: str
    """Name of the interval, e.g. ``wilson`` or ``bootstrap``; ``none`` when there is none."""

    def __post_init__(self) -> None:
        """Check that the interval is not reversed.

        Raises:
            RecordError: low > high.
        """
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError(f"Estimate {self.value}: interval [{self.low}, {self.high}].")
