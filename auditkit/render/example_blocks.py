"""Blocks about examples: the table of all of them, and the card of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditkit.render.blocks import Block

if TYPE_CHECKING:
    from auditkit.render.blocks import Table
    from auditkit.render.chain_blocks import ChainPart, EditsPart, LayersPart
    from auditkit.render.inline import Badge, Measure, Prose
    from auditkit.render.scene.part import ScenePart
    from auditkit.render.text_pieces import TextField


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One line of the examples table. The page filters on these fields."""

    id: str
    number: int
    """Row in the data file, counted from 1."""
    preview: str
    """Start of the text."""
    gold: str | None
    predicted: str | None
    correct: bool | None
    """None when there is no gold label or no prediction."""
    confidence: Measure
    """Probability of the predicted label."""
    margin: Measure
    slice: str | None
    disagreement: Measure
    """1 - mean Spearman correlation between the methods that claim to be faithful, 0 to 2."""
    flags: tuple[str, ...]
    detailed: bool
    explained: str | None = "all"
    """``all``, ``sample`` (drawn at random), ``detail`` (only to be shown in detail); None if it is not."""


@dataclass(frozen=True, slots=True)
class ExampleIndex(Block):
    """The table of all examples: search, filter, sort, with the state in the URL."""

    kind: ClassVar[str] = "example_index"
    id: str
    caption: str
    rows: tuple[ExampleRow, ...]
    labels: tuple[str, ...]
    slices: tuple[str, ...]

    @property
    def is_part_explained(self) -> bool:
        """Whether the table can be filtered by what is explained."""
        return any(row.explained == "sample" for row in self.rows)


@dataclass(frozen=True, slots=True)
class NotListed(Block):
    """How many examples have neither row nor card, by what became of them, and where they are.

    A link that names one of them, from a point of the projection, leads to this sentence.
    """

    kind: ClassVar[str] = "not_listed"
    listed: int
    """Unexplained examples that have a row and a card."""
    count: int
    """Examples that have neither."""
    left_out: tuple[tuple[str, int], ...]
    """Outcome and how many of these; `wrong`, `unanswered`, `unlabelled`, `correct`."""
    linked: tuple[str, ...]
    """Ids of those that something on the page leads to."""


@dataclass(frozen=True, slots=True, eq=False)
class MethodScores:
    """One method's scores for an example, one per token, never normalised."""

    method: str
    title: str
    target: str
    """What positive scores support, e.g. ``"positive" over "negative"``."""
    scores: tuple[float, ...]
    error: tuple[float, ...] | None
    base: float | None
    residual: float | None
    evaluations: int
    signed: bool
    """False for methods whose scores have no direction (rollout)."""
    note: str | None
    """What a reader must know, e.g. ``not yet tested on this model``."""
    evidence: str
    control: bool = False
    """Knows nothing of the model: its scores set no scale and choose no token."""


@dataclass(frozen=True, slots=True, eq=False)
class ExampleCard(Block):
    """Everything about one example. Its permalink is ``#ex-<id>``."""

    kind: ClassVar[str] = "example_card"
    id: str
    number: int
    """Row in the data file, counted from 1."""
    fields: tuple[TextField, ...]
    tokens: tuple[str, ...]
    special: tuple[bool, ...]
    """Which tokens are special ones."""
    words: tuple[int, ...]
    """Word of each token; -1 for special tokens."""
    badges: tuple[Badge, ...]
    """Correct or wrong, flags, slice, why it is shown in detail."""
    facts: tuple[tuple[str, Prose], ...]
    """Predicted, gold, foil, margin, probability, logits."""
    methods: tuple[MethodScores, ...]
    """The one shown first stands first."""
    remarks: tuple[Prose, ...]
    """Sentences about this example: disagreement, truncation, spread over baselines."""
    agreement: Table | None
    chain: ChainPart | None = None
    """Tested links of attention messages."""
    layers: LayersPart | None = None
    edits: EditsPart | None = None
    scene: ScenePart | None = None
    """The decision as the viewer shows it."""
    accounts: Table | None = None
    """What makes up the base of the frozen ledger."""
