"""Attention rollout: how attention, averaged over heads, mixes positions over the layers."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.observers import Rollout
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan
from auditkit.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded


class AttentionRollout(Method):
    """R = A'_L ... A'_1 with A' = 0.5 A + 0.5 I, read at the position the classifier reads."""

    spec = MethodSpec(
        title="Attention rollout",
        reads="A larger share of the position that the classifier reads goes back to this token.",
        limits=(
            "Descriptive: the same for every class, without sign, blind to values, MLPs and norms."
        ),
        reference="Abnar & Zuidema 2020, arXiv:2005.00928, section 4",
        signed=False,
        about_target=False,
    )
    needs = frozenset({Need.ATTENTION, Need.READ_POSITION, Need.READ_WEIGHTS})
    observers = MappingProxyType({"attention_rollout": Rollout})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """Nothing: the plain forward pass is watched."""
        return Asked()

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Return what the observer kept; the plain forward pass has already paid for it."""
        return [Attribution(case.seen["attention_rollout"], evaluations=0) for case in cases]


METHODS.register("attention_rollout")(AttentionRollout())
