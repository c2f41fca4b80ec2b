"""Occlusion: how the margin changes when one word is blanked."""

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
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class Occlusion(Method):
    """Margin minus the margin with the word blanked, divided equally over the word's pieces."""

    spec = MethodSpec(
        title="Occlusion",
        reads="Positive: with this word blanked the margin falls.",
        limits="One word at a time: words that stand in for each other hide each other's effect.",
        reference="Li, Monroe & Jurafsky 2016, arXiv:1612.08220",
    )

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """A row for each word, without it."""
        return Asked(masks=_without_each(encoded.word_count))

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Blank each word of each case once."""
        masks = (
            word_masks(_without_each(case.encoded.word_count), case.encoded.words) for case in cases
        )
        return [
            self._difference(case, values)
            for case, values in zip(cases, values_of(runner, cases, masks), strict=True)
        ]

    def _difference(self, case: Case, values: np.ndarray) -> Attribution:
        scores = spread_over_pieces(case.margin - values, case.encoded.words)
        return Attribution(scores, evaluations=case.encoded.word_count)


def _without_each(words: int) -> np.ndarray:
    return ~np.eye(words, dtype=np.bool_)


METHODS.register("occlusion")(Occlusion())
