"""Texts of a single unit, about whose parts a method that asks which unit matters can say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.evidence_view import count, entry
from auditkit.render.wording import fill

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose

NOT_EXACT = (
    " Not counted as exact: texts of one unit, whose one Shapley value is the whole change whatever the "
    "model does inside the text"
)
COUNTED = (
    ("one_unit", "{n} of several tokens in one unit"),
    ("one_token", "{n} of one token"),
)


def single_units(audit: Audit) -> Prose:
    """Return what is to be said beside sums and errors of texts of one unit; nothing without any."""
    parts: list[Prose] = []
    for name, text in COUNTED:
        if entry(audit, "counts", name):
            parts.append(fill(text, n=count(audit, "counts", name)))
    if not parts:
        return ()
    both: Prose = parts[0] if len(parts) == 1 else (*parts[0], " and ", *parts[1])
    return (
        f"{NOT_EXACT} (",
        *both,
        ").",
    )
