"""Random scores: the control that every other method must beat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan, example_seed
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class Random(Method):
    """Independent standard normal scores, seeded per example."""

    spec = MethodSpec(
        title="Random scores (control)",
        reads="Nothing: the scores are drawn at random.",
        limits="A control: a method that does not beat it explains nothing.",
        reference="none",
        control=True,
    )

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Nothing."""
        return Asked()

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return one standard normal score per token, special tokens included."""
        return [self._draw(case) for case in cases]

    def _draw(self, case: Case) -> Attribution:
        seed = example_seed(case.encoded.example.id, "random", case.audit_seed)
        draws = np.random.default_rng(seed).standard_normal(len(case.encoded.tokens))
        return Attribution(draws.astype(np.float32), seed=seed)


METHODS.register("random")(Random())
