"""The stage of the projection: which examples, in which pieces, and from their states to tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.aggregate.projection import projection_tables
from auditkit.pipeline.chains import drawn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import pyarrow as pa

    from auditkit.config import AuditConfig
    from auditkit.records import Example

AT_ONCE = 32
"""Examples whose states are read by one task."""


def projected(
    config: AuditConfig,
    examples: Sequence[Example],
    answered: Collection[str],
    detailed: Collection[str],
) -> list[Sequence[Example]]:
    """Return the examples whose states are projected, in their order, piece by piece.

    Args:
        config: Of the audit.
        examples: The data.
        answered: Ids of the examples with an answer.
        detailed: Ids of those shown in detail.
    """
    if not config.projection:
        return []
    chosen = {*drawn(answered, config.projection, config.seed, "projection"), *detailed}
    wanted = [example for example in examples if example.id in chosen]
    return [wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE)]


def tables_of(
    pieces: Iterable[Sequence[Example]], states: Mapping[str, np.ndarray]
) -> dict[str, pa.Table]:
    """Return the tables of the projection.

    Args:
        pieces: From `projected`.
        states: Example id -> float32 [cuts width]; without the examples that were lost.
    """
    ids = [
        example.id
        for piece in pieces
        for example in piece
        if example.id in states and np.isfinite(states[example.id]).all()
    ]
    return projection_tables(ids, [states[name] for name in ids])
