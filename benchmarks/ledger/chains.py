"""What a few links do together: the share of s - s_empty that they keep alone, or take away.

s_empty is s with every message at its mean; a share is taken for each text, (kept - s_empty) /
(s - s_empty), and the median over texts is shown, as a share means little where s - s_empty is near 0.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.intervening import intervened
from auditkit.capture.messages import Intervention, InterventionRows
from auditkit.explain.chains.growth import Link, as_array, grow, permuted
from benchmarks.ledger.intervals import estimated, median, ratio
from benchmarks.ledger.texts import drawn, top

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.capture.message_links import MessageLinks
    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from benchmarks.figures import Figure
    from benchmarks.ledger.texts import Studied

SIZES = (4, 12, 48, 128, 512)
SHORT = SIZES.index(12)
GROWN, PERMUTED = "gate secants, grown", "the same shape at other words"
PERMUTATIONS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Shares:
    """Shares of s - s_empty of one text; where a row has several draws, each has its own."""

    whole: float
    """|s - s_empty|."""
    alone: dict[str, np.ndarray]
    """Kept by the first links of each order with all others at their mean, [draws sizes]."""
    gone: dict[str, np.ndarray]
    """Taken away with the first 12 links, [draws]."""


def orders(one: Studied) -> dict[str, list[list[Link]]]:
    """Return for each row of the table one or more orders of links; the first k are its k links."""
    most, read = SIZES[-1], (0,)
    generator = one.generator
    grown = grow(one.links.relevance, read, most)
    return {
        GROWN: [grown],
        "gradient, grown": [grow(one.links.predicted, read, most)],
        "attention weights, grown": [grow(np.where(one.alive, one.attention, 0), read, most)],
        "largest attention weights": [top(one.attention, one.alive, most)],
        "random": [drawn(one.alive, most, generator)],
        PERMUTED: [],
    }


def shares(runner: Runner, texts: Sequence[Studied], means: Replacements) -> list[Shares]:
    """Run every order of every text at every size."""
    plans = [_chosen(one) for one in texts]
    asked = [
        InterventionRows(
            one.case.encoded,
            [run for runs in plan.values() for run in runs],
            [one.case.target.readout],
        )
        for one, plan in zip(texts, plans, strict=True)
    ]
    answers = intervened(runner, asked, means)
    return [
        shares_of(one.links, plan, values[:, 0])
        for one, plan, values in zip(texts, plans, answers, strict=True)
    ]


def _chosen(one: Studied) -> dict[str, list[Intervention]]:
    """Return the runs of each row: for each draw every size alone, then the 12 links away."""
    found = orders(one)
    chains = {
        row: [[order[:size] for size in SIZES] for order in of_row] for row, of_row in found.items()
    }
    generator = one.generator
    chains[PERMUTED] = [
        [permuted(chain, one.case.of_text, generator) for chain in chains[GROWN][0]]
        for _ in range(PERMUTATIONS)
    ]
    return {
        row: [
            run
            for of_draw in of_row
            for run in (
                *(Intervention(as_array(chain), others_stay=False) for chain in of_draw),
                Intervention(as_array(of_draw[SHORT]), others_stay=True),
            )
        ]
        for row, of_row in chains.items()
    }


def shares_of(
    found: MessageLinks, plan: Mapping[str, Sequence[object]], values: np.ndarray
) -> Shares:
    """Return the shares of one text.

    Args:
        found: Holds s and s_empty.
        plan: The runs of each row: for each draw every size alone, then the 12 links away.
        values: s in every run.
    """
    whole = found.value - found.empty
    kept = iter((values - found.empty) / whole)
    tables = {
        row: np.array([next(kept) for _ in runs]).reshape(-1, len(SIZES) + 1)
        for row, runs in plan.items()
    }
    return Shares(
        abs(whole),
        {row: table[:, :-1] for row, table in tables.items()},
        {row: 1 - table[:, -1] for row, table in tables.items()},
    )


def chain_figures(found: Sequence[Shares], draws: np.ndarray) -> list[Figure]:
    """Return the table of shares kept, and what 12 links reach."""
    rows = list(found[0].alone)
    return [
        *(figure for row in rows for figure in _kept(row, found, draws)),
        *_difference(found, draws),
        *(figure for row in rows for figure in _short(row, found, draws)),
    ]


def _kept(row: str, found: Sequence[Shares], draws: np.ndarray) -> list[Figure]:
    by_text = np.array([one.alone[row].mean(0) for one in found])
    return [
        estimated(f"kept: {row}: {size} links", by_text[:, at], median, draws)
        for at, size in enumerate(SIZES)
    ]


def _difference(found: Sequence[Shares], draws: np.ndarray) -> list[Figure]:
    """Return gate secants minus gradient, text by text: both were grown in the same way."""
    grown, gradient = (
        np.array([one.alone[row].mean(0) for one in found]) for row in (GROWN, "gradient, grown")
    )
    return [
        estimated(
            f"kept: gate secants minus gradient, median of differences: {size} links",
            (grown - gradient)[:, at],
            median,
            draws,
        )
        for at, size in enumerate(SIZES)
    ]


def _short(row: str, found: Sequence[Shares], draws: np.ndarray) -> list[Figure]:
    alone = [one.alone[row][:, SHORT] for one in found]
    gone = np.array([one.gone[row].mean() for one in found])
    pooled = np.array(
        [[one.whole * of.mean(), one.whole] for one, of in zip(found, alone, strict=True)]
    )
    name = f"twelve: {row}"
    return [
        estimated(f"{name}: kept, all texts pooled", pooled, ratio, draws),
        estimated(f"{name}: taken away", gone, median, draws),
        estimated(f"{name}: keeps half", _reach(alone, 0.5), ratio, draws),
        estimated(f"{name}: keeps 0.8", _reach(alone, 0.8), ratio, draws),
    ]


def _reach(alone: Sequence[np.ndarray], share: float) -> np.ndarray:
    """Return for each text how many of its draws reach the share, and how many there are."""
    return np.array([[(of >= share).sum(), len(of)] for of in alone], np.float64)
