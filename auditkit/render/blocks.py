"""What a report is made of: sections return blocks, `templates/blocks/<kind>.html.jinja` draw them.

No block holds markup. Text is plain and escaped by the templates; numbers stay numbers until a
template formats them, together with the evidence they are drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from auditkit.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy as np

    from auditkit.evidence.reader import Audit

Medium = Literal["html", "pdf"]
Severity = Literal["high", "medium", "low", "info"]


@dataclass(frozen=True, slots=True)
class Code:
    """Inline text in a fixed-width face: an identifier, a file name, a command."""

    kind: ClassVar[str] = "code"
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Inline emphasis."""

    kind: ClassVar[str] = "strong"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the report: `target` is the id of a block or section, without ``#``."""

    kind: ClassVar[str] = "link"
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with a tone, e.g. ``measured`` or ``not yet tested``. Never colour alone."""

    kind: ClassVar[str] = "badge"
    text: str
    tone: Literal["plain", "good", "warn", "bad", "info"] = "plain"


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of the evidence, with its interval and where it stands.

    ``evidence`` is ``<file>#<row>:<column>``, e.g. ``metrics.parquet#12:value`` (row from 0), or
    ``manifest.json#/counts/truncated`` (a JSON pointer). Templates mark the number with it.
    """

    kind: ClassVar[str] = "measure"
    value: float | None
    """None is printed as "undefined"."""
    evidence: str | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    digits: int = 2
    style: Literal["number", "percent", "signed", "count"] = "number"
    """``percent`` multiplies by 100 and appends the sign; ``signed`` always prints + or -."""


Inline = str | Code | Strong | Link | Badge | Measure
Prose = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    parts: Prose


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; `level` 3 or 4 (the section's title is level 2)."""

    kind: ClassVar[str] = "heading"
    text: str
    id: str
    level: Literal[3, 4] = 3


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A remark that must not be missed."""

    kind: ClassVar[str] = "callout"
    tone: Literal["note", "limit", "warning"]
    title: str
    body: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Name-value pairs."""

    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean."""

    kind: ClassVar[str] = "definitions"
    terms: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column."""

    label: str
    numeric: bool = False
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table; each cell is prose. Sorted by clicking a heading where scripts run."""

    kind: ClassVar[str] = "table"
    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Prose, ...], ...]
    sortable: bool = False
    folded: bool = False
    """Shown closed under its caption (HTML); the PDF prints it."""
    pdf_rows: int | None = None
    """The PDF prints this many rows and says how many it left out; None prints all."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A Vega-Lite chart made with Altair, with inline data, and the table of the same numbers."""

    kind: ClassVar[str] = "chart"
    id: str
    title: str
    alt: str
    """What the picture shows, in one sentence, for those who do not see it."""
    spec: dict[str, Any]
    """Vega-Lite specification; width ``container`` is set by the renderer."""
    table: Table
    """The same numbers, shown under the chart."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One line of the summary: what was found, how sure, and what it does not show."""

    id: str
    title: str
    statement: Prose
    status: Literal["measured", "not yet tested"]
    does_not_show: str
    evidence: str
    """Evidence file and rows, in words a reader can follow."""
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims of the one-page summary."""

    kind: ClassVar[str] = "claims"
    items: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding with its number and how to look closer."""

    id: str
    severity: Severity
    title: str
    body: Prose
    examples: tuple[Link, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings, most severe first."""

    kind: ClassVar[str] = "findings"
    items: tuple[Finding, ...]


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
    confidence: float | None
    """Probability of the predicted label."""
    margin: float | None
    slice: str | None
    disagreement: float | None
    """1 - mean Spearman correlation between the methods that claim to be faithful, 0 to 2."""
    flags: tuple[str, ...]
    detailed: bool


@dataclass(frozen=True, slots=True)
class ExampleIndex:
    """The table of all examples: search, filter, sort, with the state in the URL."""

    kind: ClassVar[str] = "example_index"
    id: str
    caption: str
    rows: tuple[ExampleRow, ...]
    labels: tuple[str, ...]
    slices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an example's text: a token of the text, or characters no token covers."""

    text: str
    token: int | None
    """Index into the example's tokens; None for text that no token covers."""


@dataclass(frozen=True, slots=True)
class TextField:
    """One field of an example, cut into pieces that together are the field's whole text."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MethodScores:
    """One method's scores for an example, one per token, never normalised."""

    method: str
    title: str
    target: str
    """What positive scores support, e.g. ``positive against negative``."""
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


@dataclass(frozen=True, slots=True, eq=False)
class AttentionMaps:
    """Attention of an example shown in detail; row i of a map is where token i looks."""

    weights: np.ndarray
    """float32 [layers heads tokens tokens]."""
    evidence: str


@dataclass(frozen=True, slots=True, eq=False)
class ExampleCard:
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
    attention: AttentionMaps | None


Block = (
    Paragraph
    | Heading
    | Bullets
    | Callout
    | Facts
    | Definitions
    | Table
    | Chart
    | Claims
    | Findings
    | ExampleIndex
    | ExampleCard
)


class Section(Protocol):
    """A page of the report. Adding one is one new file in `render/sections`."""

    title: str
    order: int
    """Place in the report, ascending; the summary is 10, steps of 10."""

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:
        """Return the section's blocks; none leaves the section out."""
        ...


SECTIONS: Registry[Section] = Registry(
    "report section", "auditkit.render.sections", "auditkit.sections"
)
