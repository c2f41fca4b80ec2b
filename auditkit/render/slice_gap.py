"""How right answers in one slice compare with those in all other examples, from the metrics."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

from auditkit.render.blocks import Measure
from auditkit.render.evidence_view import metric_row
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Inline, Prose

_Z = NormalDist().inv_cdf(0.975)
_POINTS = 100


@dataclass(frozen=True, slots=True)
class Share:
    """A share of `n` examples with its 95% interval."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Gap:
    """Accuracy of a slice beside that of all other labelled examples."""

    rest: Share
    difference: float
    """Accuracy of the slice minus that of the rest, in percentage points; negative: the slice is
    lower."""
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """Where the interval of the difference lies, seen from zero."""
        if self.high < 0:
            return "lies below 0"
        return "lies above 0" if self.low > 0 else "contains 0: the difference may be chance"


def gap(audit: Audit, slice_name: str | None) -> Gap | None:
    """Return how a slice compares with the rest; None without an accuracy or without a rest."""
    whole = metric_row(audit, "accuracy")
    part = metric_row(audit, "accuracy", slice=slice_name)
    if slice_name is None or whole is None or part is None or whole.n <= part.n:
        return None
    if whole.value is None or part.value is None or part.low is None or part.high is None:
        return None
    others = whole.n - part.n
    right = round(whole.value * whole.n) - round(part.value * part.n)
    return compare(Share(part.value, part.low, part.high, part.n), wilson(right, others))


def wilson(right: int, n: int) -> Share:
    """Return the share `right` of `n` with Wilson's 95% interval."""
    share, square = right / n, _Z * _Z
    centre = (share + square / (2 * n)) / (1 + square / n)
    half = _Z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return Share(share, max(0.0, centre - half), min(1.0, centre + half), n)


def compare(part: Share, rest: Share) -> Gap:
    """Return the difference of two independent shares with Newcombe's 95% interval (method 10)."""
    difference = part.value - rest.value
    below = math.hypot(part.value - part.low, rest.high - rest.value)
    above = math.hypot(part.high - part.value, rest.value - rest.low)
    low, high = max(-1.0, difference - below), min(1.0, difference + above)
    return Gap(rest, _POINTS * difference, _POINTS * low, _POINTS * high)


def told(found: Gap, rest: Inline | None = None) -> Prose:
    """Say the accuracy of the rest, the difference and where its interval lies.

    Args:
        found: The comparison.
        rest: The accuracy of the rest as the evidence states it; None prints the one worked out.
    """
    return fill(
        f"in the {found.rest.n:,} other examples it is {{rest}}. The difference is "
        "{difference} percentage points (95% interval by Newcombe's method); the interval "
        f"{found.verdict}.",
        rest=rest or Measure(found.rest.value, digits=1, style="percent"),
        difference=Measure(
            found.difference, low=found.low, high=found.high, digits=1, style="signed"
        ),
    )
