"""The ledger: s(text) - s(blank), shared exactly among the tokens by secants."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.ledgers import ledgers
from auditkit.explain.base import (
    METHODS,
    Asked,
    Case,
    Method,
    MethodSpec,
    Plan,
    example_seed,
    word_masks,
)
from auditkit.explain.ledgers import attribution_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Bool

    from auditkit.capture.requests import LedgerRows
    from auditkit.capture.runner import Runner
    from auditkit.records import Attribution, Encoded


PATHS_PER_PAIR, STEPS_PER_PATH = 2, 2
"""A path through half of the words and one through the other; to the half, and on to the blank."""


class Ledger(Method):
    """One step from the text to its blank, or the mean over paths through random half-coalitions."""

    spec = MethodSpec(
        title="Ledger",
        reads="Positive: of the change of the margin from the blanked text to the text, this token "
        "contributes so much towards the target.",
        limits="Its coefficients are averages between the text and its blank; it is exact about "
        "their difference, not about removing one word.",
        reference="Secants of every step: products by averages, softmax by logarithmic means "
        "(Carlson 1972), norms and activations by their difference quotients",
        complete=True,
    )
    needs = frozenset({Need.GRADIENTS, Need.LEDGER})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Two rows run in step, forward and backward, for every step of every path."""
        pairs = plan.ledger_coalitions if encoded.word_count > 1 else 0
        return Asked(gradients=2 * max(1, PATHS_PER_PAIR * STEPS_PER_PATH * pairs))

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Take the steps of all paths of all cases, and average over each case's paths."""
        paths = [paths_of(case) for case in cases]
        steps = [step for of_case in paths for path in of_case for step in path]
        answers = iter(ledgers(runner, steps))
        found: list[Attribution | None] = []
        for case, of_case in zip(cases, paths, strict=True):
            sheets = list(islice(answers, sum(map(len, of_case))))
            last = sheets[len(of_case[0]) - 1]
            found.append(
                attribution_of(
                    runner,
                    case,
                    sheets,
                    float("nan") if last is None else last.base,
                    paths=len(of_case),
                    evaluations=2 * len(sheets),
                )
            )
        return found


def paths_of(case: Case) -> list[list[LedgerRows]]:
    """Return the steps of each path from the text to its blank, all paths of equal weight.

    A pair of paths goes through half of the words, drawn at random, and through the other half.
    """
    words = case.encoded.word_count
    if not case.ledger_coalitions or words < 2:
        return [[rows_of(case)]]
    seed = example_seed(case.encoded.example.id, "ledger", case.audit_seed)
    generator = np.random.default_rng(seed)
    return [
        [rows_of(case, there=without), rows_of(case, here=without)]
        for _ in range(case.ledger_coalitions)
        for without in _halves(generator, case.encoded)
    ]


def _halves(generator: np.random.Generator, encoded: Encoded) -> Bool[np.ndarray, "halves tokens"]:
    """Return which tokens are blank where one half of the words is, and where the other is."""
    words = encoded.word_count
    kept = np.zeros((2, words), np.bool_)
    kept[0, generator.permutation(words)[: words // 2]] = True
    kept[1] = ~kept[0]
    return word_masks(kept, encoded.words)


METHODS.register("ledger")(Ledger())
