"""What a test of a link or of a chain means, by thresholds that stand in the configuration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from auditkit.records import Grade, Verdict


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the lines are drawn; every one stands in the configuration and on the page."""

    links: int = 12
    """Most links of a chain."""
    change: float = 0.01
    """Least |observed change| that counts, as a share of |s|; a chain ends at links that contribute less,
    and nothing is confirmed where all messages together move s by less."""
    effect: float | None = 0.25
    """Least observed effect, as a share of what the link contributes; None where that is not asked, as in
    evidence from before it was."""
    ratio: float = 2.0
    """Largest ratio of observed to predicted change, or of predicted to observed."""
    sufficiency: float = 0.5
    """Least share of s - s_empty that the chain keeps alone."""
    necessity: float = 0.5
    """Least share of s - s_empty that goes with the chain."""


def verdict(
    observed: float, predicted: float, *, contributed: float, scale: float, lines: Thresholds
) -> Verdict:
    """Judge a link: by the first of these that holds.

    Hardly any change; a change opposite to the predicted one; one that does not fit what the link
    contributes; one that is smaller or larger than predicted; else as predicted.

    Args:
        observed: By how much s fell when the link's message was put at its mean.
        predicted: By how much it falls by its gradient.
        contributed: The link's relevance: its share of s - s_empty.
        scale: |s|, the size of what is explained.
        lines: The thresholds.
    """
    if not abs(observed) >= lines.change * scale:
        return Verdict.NOT_CAUSAL
    if observed * predicted <= 0:
        return Verdict.CONTRADICTED
    if lines.effect is not None and not _fits(observed, contributed, lines.effect):
        return Verdict.OTHER_EFFECT
    ratio = observed / predicted
    if ratio < 1 / lines.ratio:
        return Verdict.WEAKER
    return Verdict.STRONGER if ratio > lines.ratio else Verdict.CONFIRMED


def _fits(observed: float, contributed: float, least: float) -> bool:
    """Whether s fell in the direction of what the link contributes, by at least a share of it."""
    return observed * contributed > 0 and abs(observed) >= least * abs(contributed)


@dataclass(frozen=True, slots=True, eq=False)
class ChainTests:
    """Values of s in the runs that test a whole chain."""

    value: float
    """Untouched."""
    empty: float
    """Every message at its mean."""
    alone: float
    """Every message but the chain's at its mean."""
    without: float
    """The chain's messages at their mean."""
    permuted: np.ndarray
    """Every message but those of a chain of the same shape at other words."""
    random: np.ndarray
    """Every message but as many others, drawn at random."""
    scale: float
    """|s|, the size of what is explained; in a control the larger of both models' |s|."""

    def share(self, kept: float | np.ndarray) -> np.ndarray:
        """Return (kept - s_empty) / (s - s_empty); NaN where nothing is to be shared."""
        whole = self.value - self.empty
        return np.asarray((kept - self.empty) / whole if whole else np.nan * kept, np.float64)

    @property
    def sufficiency(self) -> float:
        """Share of s - s_empty that the chain keeps alone."""
        return float(self.share(self.alone))

    @property
    def necessity(self) -> float:
        """Share of s - s_empty that goes when the chain is replaced."""
        return 1.0 - float(self.share(self.without))

    def grade(self, lines: Thresholds) -> Grade:
        """Judge the chain: for the decision, enough alone, needed, better than every chain of its shape.

        Where all messages together bring s nearer to zero or past it, links that account for that
        are not what the decision rests on.
        """
        passed = (
            abs(self.value - self.empty) >= lines.change * self.scale
            and self.value * (self.value - self.empty) > 0
            and self.sufficiency >= lines.sufficiency
            and self.necessity >= lines.necessity
            and bool((self.share(self.permuted) < self.sufficiency).all())
        )
        return Grade.CONFIRMED if passed else Grade.NONE
