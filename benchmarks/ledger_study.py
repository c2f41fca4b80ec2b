"""Ledgers and chains on the demo model: are links that contribute much also links that matter?

Messages of attention, all heads of a layer together, are put at their mean by role, one at a time and
many at a time, and what happens to s is compared with what was predicted. 120 texts of the demo's
evaluation set, a seeded sample; intervals are 95 % bootstraps over texts. `docs/ledger.md` has the
tables and says what may be concluded.
"""

from __future__ import annotations

import numpy as np

from auditkit.capture.runner import Runner
from benchmarks.figures import Figure
from benchmarks.ledger.chains import chain_figures, shares
from benchmarks.ledger.grades import grade_figures
from benchmarks.ledger.intervals import draws_of, estimated, median
from benchmarks.ledger.links import link_figures
from benchmarks.ledger.texts import Studied, demo_rows, means_of, sample, studied
from benchmarks.workload import demo_model


def run() -> list[Figure]:
    """Return all tables, row by row."""
    runner, rows = Runner(demo_model()), demo_rows()
    means = means_of(runner, rows)
    texts = studied(runner, sample(rows), means)
    draws = draws_of(len(texts))
    cases = [one.case for one in texts]
    return [
        *_texts(texts, draws),
        *link_figures(runner, texts, means, draws),
        *chain_figures(shares(runner, texts, means), draws),
        *grade_figures(runner, cases, rows, means, draws),
    ]


def _texts(texts: list[Studied], draws: np.ndarray) -> list[Figure]:
    """Return what the texts are like."""
    columns = {
        "tokens": [len(one.case.encoded.tokens) for one in texts],
        "links that can matter": [one.alive.sum() for one in texts],
        "|s|": [abs(one.links.value) for one in texts],
        "|s - s_empty|": [abs(one.links.value - one.links.empty) for one in texts],
    }
    return [
        Figure("texts: all: number", len(texts)),
        *(
            estimated(f"texts: all: {name}, median", np.array(values, np.float64), median, draws)
            for name, values in columns.items()
        ),
    ]
