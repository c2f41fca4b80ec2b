"""SHAP: Shapley values of the words, absent words blanked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.explain.base import (
    METHODS,
    Asked,
    Case,
    Method,
    MethodSpec,
    Plan,
    spread_over_pieces,
    values_of,
    word_masks,
)
from auditkit.explain.shapley import plan_shapley
from auditkit.records import Attribution, Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.explain.shapley import ShapleyPlan
    from auditkit.records import Encoded

MAX_PLAYERS = 64


class Shap(Method):
    """v(S) = margin with the words outside S blanked; the players are words.

    Up to 9 words every coalition is evaluated; above that a Gaussian process estimates the values
    from 6n + 2 evaluations; above 64 words neighbouring words are joined into 64 players.
    """

    spec = MethodSpec(
        title="Shapley values (SHAP)",
        reads="Positive: over all orders in which words can be uncovered, this one moved the "
        "margin towards the target on average.",
        limits="Depends on the blank: a text with blanked words is no text the model was "
        "trained on.",
        reference="Lundberg & Lee 2017, arXiv:1705.07874, equation 8; estimator in docs/methods.md",
        complete=True,
    )

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """The coalitions of the plan, each word in the one of its player."""
        return Asked(masks=_masks(encoded.word_count))

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Evaluate every case's coalitions in shared batches and solve for the values."""
        masks = (word_masks(_masks(case.encoded.word_count), case.encoded.words) for case in cases)
        return [
            _solve(case, *_plan(case.encoded.word_count), values)
            for case, values in zip(cases, values_of(runner, cases, masks), strict=True)
        ]


def player_of_word(words: int) -> np.ndarray:
    """Return the player of each word: itself, or one of 64 runs of neighbouring words."""
    if words <= MAX_PLAYERS:
        return np.arange(words)
    return np.arange(words) * MAX_PLAYERS // words


def _plan(words: int) -> tuple[ShapleyPlan, np.ndarray]:
    """Return the coalitions to evaluate, and the player of each word."""
    group = player_of_word(words)
    return plan_shapley(int(group.max(initial=-1)) + 1), group


def _masks(words: int) -> np.ndarray:
    """Return the rows to evaluate, bool [rows words], each word in or out with its player."""
    plan, group = _plan(words)
    return plan.coalitions[:, group]


def _solve(case: Case, plan: ShapleyPlan, group: np.ndarray, values: np.ndarray) -> Attribution:
    if not np.isfinite(values).all():
        return Attribution(np.full(len(case.encoded.tokens), np.nan, np.float32))
    estimate = plan.solve(values)
    nobody = int(np.flatnonzero(~plan.coalitions.any(axis=1))[0])
    words_per_player = np.bincount(group)[group] if len(group) else np.ones(0)

    def to_tokens(by_player: np.ndarray) -> np.ndarray:
        return spread_over_pieces(by_player[group] / words_per_player, case.encoded.words)

    return Attribution(
        to_tokens(estimate.values),
        error=to_tokens(estimate.standard_errors),
        base=float(values[nobody]),
        complete=True,
        evaluations=len(plan.coalitions),
        flags=frozenset({Flag.WORDS_GROUPED})
        if case.encoded.word_count > MAX_PLAYERS
        else frozenset(),
    )


METHODS.register("shap")(Shap())
