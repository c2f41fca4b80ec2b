"""Occlusion: how the margin changes when one word is blanked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.capture.requests import MaskedRows
from auditkit.explain.base import METHODS, Case, Method, MethodSpec, spread_over_pieces, word_masks
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner


class Occlusion(Method):
    """Margin minus the margin with the word blanked, divided equally over the word's pieces."""

    spec = MethodSpec(
        title="Occlusion",
        reads="Positive: with this word blanked the margin falls.",
        limits="One word at a time: words that stand in for each other hide each other's effect.",
        reference="Li, Monroe & Jurafsky 2016, arXiv:1612.08220",
    )

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Blank each word of each case once."""
        kept = [~np.eye(case.encoded.word_count, dtype=bool) for case in cases]
        rows = [
            MaskedRows(case.encoded, word_masks(mask, case.encoded.words))
            for case, mask in zip(cases, kept, strict=True)
        ]
        return [
            self._difference(case, logits)
            for case, logits in zip(cases, runner.logits(rows), strict=True)
        ]

    def _difference(self, case: Case, logits: np.ndarray) -> Attribution:
        by_word = case.margin - case.value(logits) if len(logits) else np.zeros(0)
        scores = spread_over_pieces(by_word, case.encoded.words)
        return Attribution(scores, evaluations=case.encoded.word_count)


METHODS.register("occlusion")(Occlusion())
