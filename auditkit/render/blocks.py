"""What a report is made of: sections return blocks, `templates/blocks/<kind>.html.jinja` draw them.

No block holds markup. Text is plain and escaped by the templates; numbers stay numbers until a
template formats them, together with the evidence they are drawn from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from auditkit.registry import Registry
from auditkit.render.inline import Badge, Code, Inline, Link, Measure, Prose, Strong, Word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditkit.evidence.reader import Audit

__all__ = [
    "SECTIONS",
    "Badge",
    "Block",
    "Bullets",
    "Callout",
    "Chart",
    "Claim",
    "Claims",
    "Code",
    "Column",
    "Definitions",
    "Facts",
    "Finding",
    "Findings",
    "Heading",
    "Inline",
    "Link",
    "Measure",
    "Medium",
    "Paragraph",
    "Prose",
    "Section",
    "Severity",
    "Strong",
    "Table",
    "Word",
]

Medium = Literal["html", "pdf"]
Severity = Literal["high", "medium", "low", "info"]


class Block:
    """Anything that a section returns; the template of its `kind` draws it."""

    __slots__ = ()
    kind: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    parts: Prose


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading inside a section; `level` 3 or 4 (the section's title is level 2)."""

    kind: ClassVar[str] = "heading"
    text: str
    id: str
    level: Literal[3, 4] = 3


@dataclass(frozen=True, slots=True)
class Bullets(Block):
    """A list of short statements."""

    kind: ClassVar[str] = "bullets"
    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A remark that must not be missed."""

    kind: ClassVar[str] = "callout"
    tone: Literal["note", "limit", "warning"]
    title: str
    body: tuple[Prose, ...]


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """Name-value pairs."""

    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True, slots=True)
class Definitions(Block):
    """Terms and what they mean."""

    kind: ClassVar[str] = "definitions"
    terms: tuple[tuple[str, Prose], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column."""

    label: str
    numeric: bool = False
    help: str | None = None
    cites: str = ""
    """In a table that cites by row: the columns of the evidence whose numbers its cells hold, with blanks
    between; after a minus, turned."""


@dataclass(frozen=True, slots=True)
class Table(Block):
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
    cites: tuple[str, ...] = ()
    """The row of the evidence that each row shows, e.g. ``links.parquet#3``: its heading cites it, and its
    numbers cite nothing themselves (HTML)."""


@dataclass(frozen=True, slots=True)
class Chart(Block):
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
class Claims(Block):
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
    examples: tuple[str | Link, ...]
    """Their names; those with a card lead to it."""
    evidence: str


@dataclass(frozen=True, slots=True)
class Findings(Block):
    """Findings, most severe first; `level` of their titles, 3 or 4."""

    kind: ClassVar[str] = "findings"
    items: tuple[Finding, ...]
    level: Literal[3, 4] = 3


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
