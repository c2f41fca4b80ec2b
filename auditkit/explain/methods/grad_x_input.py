"""Gradient times input: the first-order change from the blank, seen from the input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.requests import PathRows
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class GradientTimesInput(Method):
    """<ds/de_t, e_t - blank> at the input, for each token t; 0 for special tokens."""

    spec = MethodSpec(
        title="Gradient times input",
        reads="Positive: the gradient at the input says that this token, against a blank, supports "
        "the target.",
        limits="Local: where the model saturates the gradient says little about larger changes.",
        reference="Shrikumar et al. 2017, arXiv:1704.02685, section 2, with a blank as reference",
    )
    needs = frozenset({Need.GRADIENTS})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """One gradient, at the input."""
        return Asked(gradients=1)

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return one backward pass's products for each case."""
        at_input = np.ones(1)
        paths = [PathRows(case.encoded, case.target.readout, at_input) for case in cases]
        return [
            Attribution(path.products[0], evaluations=1) for path in runner.path_gradients(paths)
        ]


METHODS.register("grad_x_input")(GradientTimesInput())
