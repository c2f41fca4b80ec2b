"""What a benchmark reports: a figure and the limit it is held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of one benchmark."""

    what: str
    value: float
    unit: str = ""
    at_least: float | None = None
    at_most: float | None = None
    low: float | None = None
    high: float | None = None
    """Bounds of a 95 % interval, where there is one."""

    @property
    def limit(self) -> str:
        """The limit in words; empty where there is none."""
        bounds = (("at least", self.at_least), ("at most", self.at_most))
        return ", ".join(f"{word} {bound:g}" for word, bound in bounds if bound is not None)

    @property
    def met(self) -> bool:
        """Whether the value lies within its limits."""
        above = self.at_least is None or self.value >= self.at_least
        return above and (self.at_most is None or self.value <= self.at_most)
