"""Chains as the report grades them: in the model, and in a copy of it with its weights shuffled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from auditkit.explain.chains.controls import shuffled
from auditkit.explain.chains.trial import chains_of
from auditkit.records import Grade, Verdict
from benchmarks.ledger.intervals import estimated, ratio
from benchmarks.ledger.links import LINES
from benchmarks.ledger.texts import SEED, means_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from auditkit.explain.base import Case
    from auditkit.explain.chains.growth import Link
    from auditkit.explain.chains.trial import Chain
    from auditkit.records import Encoded
    from benchmarks.figures import Figure


def grade_figures(
    runner: Runner,
    cases: Sequence[Case],
    rows: Sequence[Encoded],
    means: Replacements,
    draws: np.ndarray,
) -> list[Figure]:
    """Return what became of links and chains, in the model and in the control."""
    control = shuffled(runner, SEED)
    of_control = means_of(control, rows)
    grown = _tested(runner, cases, means, None)
    links = [[tested.link for tested in chain.links] for chain in grown]
    tables = {
        "the model": grown,
        "weights shuffled, the same links": _tested(control, cases, of_control, links),
        "weights shuffled, grown there": _tested(control, cases, of_control, None),
    }
    return [
        figure for row, chains in tables.items() for figure in _row(f"grades: {row}", chains, draws)
    ]


def _tested(
    runner: Runner,
    cases: Sequence[Case],
    means: Replacements,
    links: Sequence[Sequence[Link]] | None,
) -> list[Chain]:
    return [one for one in chains_of(runner, cases, means, LINES, given=links) if one is not None]


def _row(row: str, chains: Sequence[Chain], draws: np.ndarray) -> list[Figure]:
    every = {
        "links per chain": [(len(one.links), 1) for one in chains],
        "confirmed links per chain": [(_confirmed(one), 1) for one in chains],
        "keep half alone": [(one.tests.sufficiency >= LINES.sufficiency, 1) for one in chains],
        "half goes with them": [(one.tests.necessity >= LINES.necessity, 1) for one in chains],
        "above all five permuted": [(_above(one), 1) for one in chains],
        "confirmed chains": [(one.grade is Grade.CONFIRMED, 1) for one in chains],
    }
    return [
        estimated(f"{row}: {column}", np.array(counts, np.float64), ratio, draws)
        for column, counts in every.items()
    ]


def _confirmed(chain: Chain) -> int:
    return sum(link.verdict is Verdict.CONFIRMED for link in chain.links)


def _above(chain: Chain) -> bool:
    tests = chain.tests
    return bool((tests.share(tests.permuted) < tests.sufficiency).all())
