"""What a check found, and what all checks of one audit say together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditkit.verification.markup import Element


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked."""

    subject: str
    """File or place, or what was compared."""
    problem: str | None
    """What is wrong; None if nothing is."""


_RIGHT = Check("", None)


def checked(element: Element, problem: str | None) -> Check:
    """Return what was found at an element of a page, of which only what is wrong is told by its place."""
    return Check(element.where, problem) if problem else _RIGHT


@dataclass(frozen=True, slots=True)
class Verification:
    """All checks of one audit."""

    root: str
    checks: tuple[Check, ...]
    numbers: int
    """Marked numbers of report.html and its pages that were compared with the evidence they cite."""
    is_redrawn: bool = False
    """Whether every byte of the HTML is what is drawn here from the evidence."""
    notes: tuple[str, ...] = ()
    """What could not be decided, and why."""

    @property
    def problems(self) -> tuple[Check, ...]:
        """The checks that failed."""
        return tuple(check for check in self.checks if check.problem)

    @property
    def verdict(self) -> str:
        """One line: intact or not, that nobody signed it, and what of the page was compared."""
        if self.problems:
            return f"NOT INTACT: {len(self.problems)} of {len(self.checks)} checks failed"
        compared = f"; {self.numbers:,} marked numbers equal the evidence they cite"
        whole = "; every byte of the HTML is drawn from it" if self.is_redrawn else ""
        page = f"{compared}{whole}" if self.numbers else ""
        return f"intact, not signed ({len(self.checks)} checks){page}"
