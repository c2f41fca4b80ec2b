"""What messages are replaced by: means by role over reference texts, and single reference texts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from auditkit.canonical import canonical_json, sha256_bytes
from auditkit.capture.messages import TEXT, Replacements, role_names
from auditkit.capture.observers import Values
from auditkit.explain.base import example_seed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded

REFERENCE_TEXTS = 200
"""Texts of the evaluation set that the means are taken over, at most."""
SINGLES = 20
"""Reference texts whose own messages replace a link's; their spread is its interval."""
_AT_ONCE = 16
"""Texts whose values are held at the same time."""


def replacements_from(runner: Runner, rows: Sequence[Encoded], seed: int) -> Replacements:
    """Return the replacements that reference texts give.

    Args:
        runner: Runs the model.
        rows: The reference texts; at least one with a token of text.
        seed: Of the draws: each of the first `SINGLES` texts gives, for every role it has, the value
            at one position drawn at random; for a role it lacks, the mean.

    Returns:
        Variant 0 is the mean over all positions of a role in all texts, each with equal weight.
    """
    sums: dict[str, np.ndarray] = {}
    counts: dict[str, int] = defaultdict(int)
    singles: list[dict[str, np.ndarray]] = []
    for encoded, values in _values(runner, rows):
        places = _places(encoded, causal=runner.anatomy.causal)
        for role, positions in places.items():
            of_role = values[:, :, positions].sum(2, dtype=np.float64)
            sums[role] = sums[role] + of_role if role in sums else of_role
            counts[role] += len(positions)
        if len(singles) < SINGLES:
            generator = np.random.default_rng(example_seed(encoded.example.id, "chains", seed))
            singles.append({r: values[:, :, generator.choice(p)] for r, p in places.items()})
    means = {role: total / counts[role] for role, total in sums.items()}
    roles = tuple(sorted(means, key=lambda role: (role != TEXT, role)))
    variants = [means, *({**means, **single} for single in singles)]
    table = np.stack([np.stack([one[role] for role in roles], axis=1) for one in variants])
    return Replacements(roles, table.astype(np.float32))


def _values(runner: Runner, rows: Sequence[Encoded]) -> Iterator[tuple[Encoded, np.ndarray]]:
    """Yield the value vectors of each text, float32 [layers heads tokens width]."""
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        for encoded, seen in zip(some, runner.observe(some, {"values": Values}), strict=True):
            if seen is not None:
                yield encoded, seen.seen["values"]


def _places(encoded: Encoded, *, causal: bool) -> dict[str, np.ndarray]:
    names = np.array(role_names(encoded, causal=causal))
    return {str(role): np.flatnonzero(names == role) for role in np.unique(names)}


def fingerprint(rows: Sequence[Encoded], replacements: Replacements) -> str:
    """Return the SHA-256 of the reference texts' ids and of the values they gave."""
    ids = canonical_json([[row.example.id for row in rows], list(replacements.roles)])
    return sha256_bytes(ids + np.ascontiguousarray(replacements.values, "<f4").tobytes())
