"""A table as every format gives it: named columns of Python values, and where each row stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Columns of equal length, converted to Python values only when they are asked for."""

    names: tuple[str, ...]
    rows: int
    read: Callable[[str], list[object]]
    """Return the values of one column, in file order."""
    files: tuple[Path, ...]
    """The files that hold the rows and say how to read them."""
    lines: Sequence[int] | None = None
    """Line on which each row starts, from 1; None for formats without lines."""
    read_as: tuple[str, ...] = ()
    """What a reader had to decide and a user should know, e.g. ``separated by ';'``."""
    unnamed: int = 0
    """How many columns have no name; they are not read."""
    first_line_names: bool = False
    """Whether the names are the file's first line, which may be a row by mistake."""

    def where(self, row: int) -> str:
        """Return the place of `row`, from 0, as a report numbers it, e.g. ``row 4 (line 5)``: from 1."""
        place = "counted from 1" if self.lines is None else f"line {self.lines[row]}"
        return f"row {row + 1} ({place})"
