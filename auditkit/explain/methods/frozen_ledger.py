"""The frozen ledger: s as tokens, positions and biases, with attention, norms and slopes held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.ledgers import ledgers
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan
from auditkit.explain.ledgers import attribution_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditkit.capture.runner import Runner
    from auditkit.records import Attribution, Encoded


class FrozenLedger(Method):
    """One forward and one backward pass; base is the sum of position, type and bias accounts."""

    spec = MethodSpec(
        title="Frozen ledger",
        reads="Positive: with attention patterns, norms and slopes held as they are, this token "
        "adds to the margin.",
        limits="Cannot see that a token changes where the model looks; positions and biases have "
        "accounts of their own, which are often as large as the margin.",
        reference="Modarressi et al. 2023 (DecompX), arXiv:2306.02873, without its redistribution "
        "of biases",
        complete=True,
    )
    needs = frozenset({Need.GRADIENTS, Need.FROZEN_LEDGER})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """One row forward and backward."""
        return Asked(gradients=1)

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Take one frozen backward pass for each case."""
        sheets = ledgers(runner, [rows_of(case) for case in cases], frozen=True)
        return [
            attribution_of(
                runner,
                case,
                [sheet],
                float("nan") if sheet is None else sheet.base,
                paths=1,
                evaluations=1,
            )
            for case, sheet in zip(cases, sheets, strict=True)
        ]


METHODS.register("frozen_ledger")(FrozenLedger())
