"""What is recorded beside what a second run says: rows, differences, and the check they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.compute as pc

from auditkit.verification.checks import Check

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    import pyarrow as pa

    from auditkit.explain.base import Case

TOLERANCE = 1e-3
"""Largest difference of a margin, of a token's relevance and of a number of a chain, as a share of
max(|margin|, 1): another machine rounds otherwise, and so does another batch."""


def rows_of(table: pa.Table, case: Case, **values: str) -> list[dict[str, Any]]:
    """Return the rows of one example and target with these values."""
    wanted = {"example_id": case.encoded.example.id, "target": case.target.name, **values}
    for name, value in wanted.items():
        table = table.filter(pc.equal(table[name], value))
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


def share(gap: float, margin: float) -> float:
    """Return a difference in units of s as a share of max(|margin|, 1)."""
    return abs(gap) / max(abs(margin), 1.0)


def compared(subject: str, gaps: Sequence[float]) -> Check:
    """Return the check that no share is above `TOLERANCE`; one that is not a number fails."""
    largest = float(np.max(gaps, initial=0.0))  # not a number if one of them is not
    if largest <= TOLERANCE:
        return Check(f"{subject}, largest difference {largest:.1e}", None)
    return Check(subject, f"differ by up to {largest:.1e} of the margin, more than {TOLERANCE:g}")


def counted(things: Sized, noun: str) -> str:
    """Return how many there are, in words of English."""
    return f"{len(things)} {noun}{'' if len(things) == 1 else 's'}"
