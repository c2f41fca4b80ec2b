"""The block of the report that shows all examples as points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditkit.render.blocks import Block

if TYPE_CHECKING:
    from auditkit.render.inline import Prose


@dataclass(frozen=True, slots=True)
class Mark:
    """One example in the picture."""

    x: float
    y: float
    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """A label in the key of the picture."""

    style: str
    path: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, eq=False)
class Projector(Block):
    """All examples as points: a picture of the last cut, and the block for the viewer."""

    kind: ClassVar[str] = "projector"
    id: str
    side: int
    """Of the picture, in pixels."""
    radius: float
    marks: tuple[Mark, ...]
    groups: tuple[Group, ...]
    wrong: int
    """Examples that were predicted wrongly; they are hollow."""
    caption: Prose
    packed: str
