"""What was found, group by group, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.finding_rows import GROUP_TITLES, counted, grouped, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit

NAMED = 5
"""Titles of a group that are printed."""


def findings(audit: Audit) -> Iterator[str]:
    """Yield a line for each group that has findings, and one for each of its most severe."""
    for name, rows in grouped(audit).items():
        if not rows:
            continue
        about = GROUP_TITLES[name]
        yield f"Findings {about[0].lower()}{about[1:]}: {counted(rows)}"
        for row in rows[:NAMED]:
            yield f"  {title(audit, row)}"
        if len(rows) > NAMED:
            yield f"  and {len(rows) - NAMED} more"
