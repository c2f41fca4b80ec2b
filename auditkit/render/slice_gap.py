"""How right answers in one slice compare with those in all other examples, as a sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditkit.render.evidence_view import metric_row
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.evidence.readings import Side
    from auditkit.render.blocks import Prose


VERDICTS: dict[Side, str] = {
    "unknown": "it has no interval",
    "below": "the interval lies below 0",
    "above": "the interval lies above 0",
    "around": "the interval contains 0: the difference may be chance",
}
"""Where the interval of the difference lies, seen from 0."""


def against_rest(audit: Audit, slice_name: str | None) -> Prose:
    """Say the accuracy of the rest, the difference and where its interval lies.

    The sentence goes on after the accuracy of the slice itself.
    """
    rest = metric_row(audit, "accuracy_rest", slice=slice_name)
    gap = metric_row(audit, "accuracy_gap", slice=slice_name)
    if slice_name is None or rest is None or gap is None:
        return ("it cannot be compared with the other examples.",)
    return fill(
        f"in the {rest.n:,} other examples it is {{rest}}. The difference is {{gap}} (percentage "
        f"points, 95% interval by Newcombe's method); {VERDICTS[gap.side_of(0)]}.",
        rest=replace(rest.measure("percent"), n=None),
        gap=replace(gap.measure("points"), n=None),
    )
