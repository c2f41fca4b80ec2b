"""Value rollout: rollout of attention weighted by the size of the messages that it weighs."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.observers import ValueRollout as ValueRolloutObserver
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class ValueRollout(Method):
    """W_ij = |sum_h A_hij W_O v_hj| without biases, rows normalised, then as attention rollout."""

    spec = MethodSpec(
        title="Value-weighted rollout",
        reads="A larger share of the messages that reach the read position goes back to this token.",
        limits="Descriptive: the same for every class, without sign, blind to MLPs and norms.",
        reference="Kobayashi et al. 2020, arXiv:2004.10102; rollout as Abnar & Zuidema 2020",
        signed=False,
        about_target=False,
    )
    needs = frozenset({Need.ATTENTION, Need.READ_POSITION, Need.PROJECTIONS, Need.READ_WEIGHTS})
    observers = MappingProxyType({"value_rollout": ValueRolloutObserver})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Nothing: the plain forward pass is watched."""
        return Asked()

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return what the observer kept; the plain forward pass has already paid for it."""
        return [Attribution(case.seen["value_rollout"], evaluations=0) for case in cases]


METHODS.register("value_rollout")(ValueRollout())
