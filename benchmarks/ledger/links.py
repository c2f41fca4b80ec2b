"""What single links do: predicted and observed change when one message is put at its mean.

A link is a message of one layer with all heads together. It is called confirmed where the report would say
that its effect is as predicted, but for what it contributes: by that, a link chosen by attention or at random
would fail whatever predicts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from auditkit.capture.intervening import intervened
from auditkit.capture.messages import Intervention, InterventionRows
from auditkit.explain.chains.growth import as_array
from auditkit.explain.chains.verdicts import Thresholds, verdict
from auditkit.records import Verdict
from benchmarks.ledger.intervals import correlation, estimated, moments, ratio, slope
from benchmarks.ledger.texts import drawn, top

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.messages import Replacements
    from auditkit.capture.runner import Runner
    from auditkit.explain.chains.growth import Link
    from benchmarks.figures import Figure
    from benchmarks.ledger.texts import Studied

TOP = 20
LINES = Thresholds(effect=None)


@dataclass(frozen=True, slots=True, eq=False)
class Predicted:
    """Some links of one text and the change that something predicts for each."""

    links: list[Link]
    change: np.ndarray

    def observed(self, found: dict[Link, float]) -> np.ndarray:
        """Return what was found for each link."""
        return np.array([found[link] for link in self.links])


def predicted(one: Studied) -> dict[str, Predicted]:
    """Return every row of the table for one text."""
    alive, gradient = one.alive, one.links.predicted
    chosen = {
        "frozen ledger": top(one.frozen, alive, TOP),
        "gate secants": top(one.links.relevance, alive, TOP),
        "gradient": top(gradient, alive, TOP),
        "attention": top(one.attention, alive, TOP),
        "random": drawn(alive, TOP, one.generator),
    }
    rows = (
        ("the frozen ledger's top 20, by the frozen ledger", "frozen ledger", one.frozen),
        ("the frozen ledger's top 20, by the gradient", "frozen ledger", gradient),
        ("the gate secants' top 20, by the gate secants", "gate secants", one.links.relevance),
        ("the gate secants' top 20, by the gradient", "gate secants", gradient),
        ("the gradient's top 20, by the gradient", "gradient", gradient),
        ("20 largest attention weights, by the gradient", "attention", gradient),
        ("20 random links, by the gradient", "random", gradient),
    )
    return {
        row: Predicted(chosen[name], np.array([by[link] for link in chosen[name]], np.float64))
        for row, name, by in rows
    }


def link_figures(
    runner: Runner, texts: Sequence[Studied], means: Replacements, draws: np.ndarray
) -> list[Figure]:
    """Replace every chosen link, one at a time, and compare the change with what was predicted."""
    plans = [predicted(one) for one in texts]
    found = single_changes(runner, texts, plans, means)
    return [
        figure
        for row in plans[0]
        for figure in _row(f"links: {row}", texts, [plan[row] for plan in plans], found, draws)
    ]


def single_changes(
    runner: Runner,
    texts: Sequence[Studied],
    plans: Sequence[dict[str, Predicted]],
    means: Replacements,
) -> list[dict[Link, float]]:
    """Return by how much s fell with each link of each text at its mean; each link runs once."""
    wanted = [
        list(dict.fromkeys(link for row in plan.values() for link in row.links)) for plan in plans
    ]
    asked = [
        InterventionRows(
            one.case.encoded,
            [Intervention(as_array([link]), others_stay=True) for link in links],
            [one.case.target.readout],
        )
        for one, links in zip(texts, wanted, strict=True)
    ]
    return [
        dict(zip(links, one.links.value - values[:, 0], strict=True))
        for one, links, values in zip(texts, wanted, intervened(runner, asked, means), strict=True)
    ]


def _row(
    row: str,
    texts: Sequence[Studied],
    plans: Sequence[Predicted],
    found: Sequence[dict[Link, float]],
    draws: np.ndarray,
) -> list[Figure]:
    pairs = [(plan.change, plan.observed(of)) for plan, of in zip(plans, found, strict=True)]
    sums = np.array([moments(*pair) for pair in pairs])
    same = np.array([[(a * b > 0).sum(), len(a)] for a, b in pairs], np.float64)
    scales = [abs(one.links.value) for one in texts]
    passed = np.array(
        [[confirmed(*pair, scale), len(pair[0])] for pair, scale in zip(pairs, scales, strict=True)]
    )
    return [
        estimated(f"{row}: r", sums, correlation, draws),
        estimated(f"{row}: slope", sums, slope, draws),
        estimated(f"{row}: same sign", same, ratio, draws),
        estimated(f"{row}: confirmed", passed.astype(np.float64), ratio, draws),
    ]


def confirmed(change: np.ndarray, observed: np.ndarray, scale: float) -> int:
    """Return how many links of a text do what was predicted; `scale` is |s|."""
    return sum(
        verdict(float(b), float(a), contributed=float(a), scale=scale, lines=LINES)
        is Verdict.CONFIRMED
        for a, b in zip(change, observed, strict=True)
    )
