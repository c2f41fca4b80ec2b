"""Elements of running text: words, numbers with their evidence, links. No markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

Style = Literal["number", "percent", "points", "signed", "count"]
"""How a number is printed; see `Measure`."""


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
class Word:
    """A word of the data inside a sentence: set apart, and its direction of writing kept to itself."""

    kind: ClassVar[str] = "word"
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the report: `target` is the id of a block or section, without ``#``."""

    kind: ClassVar[str] = "link"
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of the evidence, with its interval and where it stands.

    ``evidence`` is ``<file>#<row>:<column>``, e.g. ``metrics.parquet#12:value`` (row from 0), with
    ``/<index>`` behind it in a column of lists, or ``manifest.json#/counts/truncated`` (a JSON
    pointer). Templates mark the number with it.
    """

    kind: ClassVar[str] = "measure"
    value: float | None
    """None is printed as "undefined"."""
    evidence: str | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    digits: int = 2
    style: Style = "number"
    """``percent`` multiplies by 100 and appends the sign; ``signed`` always prints + or -;
    ``points``, for differences of shares, multiplies by 100, is signed and appends pp."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A short label with a tone, e.g. ``measured`` or ``not yet tested``. Never colour alone."""

    kind: ClassVar[str] = "badge"
    text: str
    tone: Literal["plain", "good", "warn", "bad", "info"] = "plain"
    rest: tuple[str | Measure, ...] = ()
    """What follows the text inside the label: words, and numbers of the evidence."""


Inline = str | Code | Strong | Word | Link | Badge | Measure
Prose = tuple[Inline, ...]
