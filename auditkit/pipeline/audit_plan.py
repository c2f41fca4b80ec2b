"""What `plan` says: exact counts of rows, predicted seconds and bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditkit.explain.left_out import LeftOut
    from auditkit.pipeline.calibration import Calibration

NOT_COVERED = (
    "rows of tested routes",
    "publishing",
    "other work of this machine",
    "batches that do not fit into memory",
    "answers that are not finite, whose examples are not explained",
    "ledgers that do not add up, whose messages are not followed",
)
"""What counts and times do not hold; the time of chains is a rough estimate."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that is known, or what it lies between."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class MethodPlan:
    """What one method asks of the model, over all examples."""

    name: str
    evaluations: Bounds
    """Sum of the column ``evaluations`` in the evidence, second tries apart."""
    second_tries: int
    """Most evaluations that second tries add; none are needed where the first is good enough."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that go through the model; equal masked rows of an example go once.

    Which examples are drawn to be explained depends on which are right: where the configuration says
    ``explain``, what they ask is bounded by that of the cheapest and of the costliest.
    """

    plain: int
    again: Bounds
    """Plain once more, because they were predicted before they are explained."""
    masked: Bounds
    gradients: Bounds
    """Forward and backward."""
    second_tries: int
    """Forward and backward, at most."""
    compared: int
    """For the differences to other kernels and number formats."""
    projected: Bounds
    """For the projection of hidden states."""
    details: int
    details_gradients: Bounds
    """Forward and backward: gradients from the other references, and relevance of messages. Known where
    all examples that may be shown ask for as many."""

    @property
    def sent(self) -> Bounds:
        """All of them, without second tries and chains."""
        known = self.plain + self.compared + self.details
        varying = (
            self.again, self.masked, self.gradients, self.projected, self.details_gradients,
        )  # fmt: skip
        return Bounds(
            known + sum(one.least for one in varying), known + sum(one.most for one in varying)
        )

    @property
    def backward(self) -> Bounds:
        """Those that also go backward, without second tries."""
        ours, theirs = self.gradients, self.details_gradients
        return Bounds(ours.least + theirs.least, ours.most + theirs.most)


@dataclass(frozen=True, slots=True)
class Seconds:
    """Predicted seconds on the clock of the wall, stage by stage."""

    loading: float
    predicting: float
    """0 where every example is explained: then it is part of that."""
    explaining: float
    chains: float
    """By a typical number of rows: how many a chain takes depends on the answers."""
    numbers: float
    projection: float
    details: float
    most: float
    """All stages if every second try is needed, every label is explained where several may be, and
    the longest texts are shown in detail."""

    @property
    def all(self) -> float:
        """All stages."""
        known = self.loading + self.predicting + self.explaining + self.chains + self.numbers
        return known + self.projection + self.details


@dataclass(frozen=True, slots=True)
class Disk:
    """Predicted bytes."""

    evidence: int
    report: int
    bounds: Bounds
    """Both, if the shortest or the longest texts are shown in detail."""


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """What an audit would take."""

    examples: int
    explained: Bounds
    """Examples that are explained: those drawn, and those in detail that are not among them."""
    not_run: int
    """Examples without any token."""
    truncated: int
    tokens: int
    detailed: int
    """Examples shown in detail."""
    methods: tuple[MethodPlan, ...]
    rows: Rows
    workers: int
    device: str
    seconds: Seconds
    disk: Disk
    calibration: Calibration | None
    """None if no example can be run."""
    left_out: tuple[LeftOut, ...] = ()
    """What was asked for and the model cannot serve."""
    not_covered: tuple[str, ...] = NOT_COVERED
    read: tuple[str, ...] = ()
    """What was read from where, a line for each file."""

    @property
    def evaluations(self) -> Bounds:
        """Of all methods, second tries apart."""
        every = [method.evaluations for method in self.methods]
        return Bounds(sum(one.least for one in every), sum(one.most for one in every))
