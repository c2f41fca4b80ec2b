"""Uniform rollout: what a causal mask alone does to rollout, to be read beside it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.observers import UniformRollout as UniformRolloutObserver
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class UniformRollout(Method):
    """Rollout of equal attention over the visible keys; causal models only."""

    spec = MethodSpec(
        title="Rollout of a uniform pattern",
        reads="The share this token gets from the causal mask alone, whatever the model learned.",
        limits="A yardstick for rollout in causal models; it knows neither text nor weights.",
        reference="Rollout as Abnar & Zuidema 2020, arXiv:2005.00928",
        signed=False,
        about_target=False,
        control=True,
    )
    needs = frozenset({Need.ATTENTION, Need.READ_POSITION, Need.READ_WEIGHTS})
    observers = MappingProxyType({"uniform_rollout": UniformRolloutObserver})
    causal_only = True

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Nothing: the plain forward pass is watched."""
        return Asked()

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return what the observer kept, nothing for models that are not causal."""
        if not runner.anatomy.causal:
            return [None] * len(cases)
        return [Attribution(case.seen["uniform_rollout"], evaluations=0) for case in cases]


METHODS.register("uniform_rollout")(UniformRollout())
