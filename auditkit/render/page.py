"""What a whole report is: a title, the facts of the cover, and sections of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditkit.render.blocks import Block, Prose


@dataclass(frozen=True, slots=True)
class SectionPage:
    """One section of the report, ready to be drawn."""

    id: str
    """Anchor of the section; unique in the report."""
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything that one report shows."""

    title: str
    facts: tuple[tuple[str, Prose], ...]
    """Name-value pairs of the strip under the title: model, data, date, version, signature."""
    root: str
    """Root digest of the evidence, in hexadecimal."""
    language: str
    """BCP 47 tag of the report's own words, e.g. ``en``."""
    sections: tuple[SectionPage, ...]
