"""What an example costs: rows through the model, counted exactly, times what a row costs.

A row's cost grows with its tokens and, by attention, with their square. Relative costs follow from a
model's shape and are enough for a progress bar; `calibration` replaces them by measured seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.explain.base import METHODS
from auditkit.explain.details import rows_in_detail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.explain.base import Asked, Plan
    from auditkit.records import Encoded


@dataclass(frozen=True, slots=True)
class Work:
    """What one example asks of the model; every number is exact."""

    tokens: int
    """0 for an example that no model can run."""
    words: int
    masked: int
    """Masked rows, equal ones once, for all targets together."""
    gradients: int
    """Rows forward and backward, for each target."""
    evaluations: tuple[int, ...]
    """Of each method, for each target, without second tries."""
    again: tuple[int, ...]
    """Most further rows, forward and backward, of each method's second try, for each target."""


@dataclass(frozen=True, slots=True)
class Rate:
    """The cost of a row: ``base * tokens + slope * tokens ** 2``."""

    base: float
    slope: float = 0.0

    def of_row(self, tokens: int) -> float:
        """Return the cost of a row of `tokens`."""
        return tokens * (self.base + tokens * self.slope)

    def scaled(self, factor: float) -> Rate:
        """Return `factor` times the rate."""
        return Rate(self.base * factor, self.slope * factor)


@dataclass(frozen=True, slots=True)
class Costs:
    """What rows cost, in seconds or in any unit."""

    plain: Rate
    """The unperturbed row, watched by the observers."""
    masked: Rate
    gradient: Rate
    """Forward and backward."""

    def of(self, work: Work, *, targets: float = 1.0, again: float = 0.0) -> float:
        """Return the cost of explaining an example.

        Args:
            work: What is asked.
            targets: How many targets are explained.
            again: Share of second tries that are needed.
        """
        gradients = targets * (work.gradients + again * sum(work.again))
        return (
            self.plain.of_row(work.tokens)
            + work.masked * self.masked.of_row(work.tokens)
            + gradients * self.gradient.of_row(work.tokens)
        )

    def scaled(self, factor: float) -> Costs:
        """Return `factor` times the costs."""
        return Costs(
            self.plain.scaled(factor), self.masked.scaled(factor), self.gradient.scaled(factor)
        )

    def of_detail(self, work: Work, methods: Sequence[str]) -> float:
        """Return the cost of showing an example in detail."""
        plain, gradients = rows_in_detail(methods, work.evaluations)
        return plain * self.plain.of_row(work.tokens) + gradients * self.gradient.of_row(
            work.tokens
        )


def costliest_first(costs: Sequence[float]) -> list[int]:
    """Return the order in which workers take pieces: none is left alone with a costly one."""
    return sorted(range(len(costs)), key=lambda piece: -costs[piece])


def relative_costs(width: int) -> Costs:
    """Return costs in units of a token that goes forward, by the width of the model alone.

    A layer multiplies each token by about ``12 * width ** 2`` weights and each pair of tokens by
    ``2 * width`` of their entries, which run at about half the speed; a backward pass costs a little
    more than a forward pass, what watches the plain pass about a third of it.
    """
    slope = 1 / (3 * width)
    return Costs(Rate(1.3, 2 * slope), Rate(1.0, slope), Rate(2.1, 2 * slope))


def work_of(encoded: Encoded, plan: Plan) -> Work:
    """Count what measuring `encoded` asks of the model."""
    if not encoded.tokens:
        nothing = (0,) * len(plan.methods)
        return Work(0, 0, 0, 0, nothing, nothing)
    asked = [METHODS.get(name).asks(encoded, plan) for name in plan.methods]
    return Work(
        tokens=len(encoded.tokens),
        words=encoded.word_count,
        masked=_distinct(asked),
        gradients=sum(one.gradients for one in asked),
        evaluations=tuple(one.evaluations for one in asked),
        again=tuple(one.again for one in asked),
    )


def _distinct(asked: Sequence[Asked]) -> int:
    """Count the masks that differ. Every word has a token, so masks of words differ as rows do."""
    packed = (np.packbits(one.masks, axis=1) for one in asked if len(one.masks))
    return len({row.tobytes() for masks in packed for row in masks})
