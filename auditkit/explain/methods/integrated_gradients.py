"""Integrated gradients: gradients along the straight path from blanks to the input."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from auditkit.capture.capabilities import Need
from auditkit.capture.requests import PathRows
from auditkit.explain.base import METHODS, Asked, Case, Method, MethodSpec, Plan, values_of
from auditkit.records import Attribution, Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float64

    from auditkit.capture.requests import PathGradients, Reference
    from auditkit.capture.runner import Runner
    from auditkit.records import Encoded

TRIES = (50, 200)
"""Quadrature nodes of the first and of the second try."""
TOLERANCE = 0.01
"""Largest completeness gap, as a share of max(|s(x) - s(blank)|, FLOOR)."""
FLOOR = 0.1


class IntegratedGradients(Method):
    """Gauss-Legendre quadrature of <ds/de_t, e_t - blank> over the path (captum's nodes)."""

    spec = MethodSpec(
        title="Integrated gradients",
        reads="Positive: on the way from blanks to the text this token moved the margin towards "
        "the target.",
        limits="Depends on the reference (here the blank) and on points between texts that no "
        "text has.",
        reference="Sundararajan, Taly & Yan 2017, arXiv:1703.01365, equation 1",
        complete=True,
    )
    needs = frozenset({Need.GRADIENTS})

    @override
    def asks(self, encoded: Encoded, plan: Plan) -> Asked:
        """The blanked text and the nodes of the first try; those of the second are asked at most."""
        nobody = np.zeros((1, encoded.word_count), np.bool_)
        return Asked(masks=nobody, gradients=TRIES[0], again=TRIES[1])

    @override
    def attribute(self, runner: Runner, cases: Sequence[Case]) -> list[Attribution | None]:
        """Integrate with 50 nodes; once more with 200 where the completeness gap is too large."""
        bases = blank_values(runner, cases)
        results = self._integrate(runner, cases, bases, nodes=TRIES[0], spent=1)
        late = [
            index for index, result in enumerate(results) if _gap_too_large(result, cases[index])
        ]
        again = self._integrate(
            runner,
            [cases[i] for i in late],
            [bases[i] for i in late],
            nodes=TRIES[1],
            spent=1 + TRIES[0],
        )
        for index, result in zip(late, again, strict=True):
            results[index] = _flagged(result, cases[index])
        return list(results)

    def _integrate(
        self,
        runner: Runner,
        cases: Sequence[Case],
        bases: Sequence[float],
        *,
        nodes: int,
        spent: int,
    ) -> list[Attribution]:
        scores = integrate(runner, cases, nodes=nodes)
        return [
            Attribution(score, base=base, complete=True, nodes=nodes, evaluations=spent + nodes)
            for score, base in zip(scores, bases, strict=True)
        ]


def integrate(
    runner: Runner, cases: Sequence[Case], *, nodes: int, reference: Reference = "blank"
) -> list[np.ndarray]:
    """Return integrated gradients, float32 [tokens] per case, from `reference` to the input."""
    alphas, weights = gauss_legendre(nodes)
    paths = [PathRows(case.encoded, case.target.readout, alphas, reference) for case in cases]
    return [_weighted(path, weights) for path in runner.path_gradients(paths)]


@cache
def gauss_legendre(
    nodes: int,
) -> tuple[Float64[np.ndarray, " nodes"], Float64[np.ndarray, " nodes"]]:
    """Return the Gauss-Legendre nodes on [0, 1], captum's too, and their weights, which sum to 1."""
    points, weights = np.polynomial.legendre.leggauss(nodes)
    return 0.5 * (1 + points), 0.5 * weights


def blank_values(runner: Runner, cases: Sequence[Case]) -> list[float]:
    """Return the target's value with every token of the text blanked."""
    return [float(one[0]) for one in values_of(runner, cases, (c.of_text[None] for c in cases))]


def _weighted(path: PathGradients, weights: np.ndarray) -> np.ndarray:
    return (weights @ path.products.astype(np.float64)).astype(np.float32)


def _gap_too_large(result: Attribution, case: Case) -> bool:
    change = case.margin - float(result.base or 0)
    gap = change - float(result.scores.astype(np.float64).sum())
    return abs(gap) > TOLERANCE * max(abs(change), FLOOR)


def _flagged(result: Attribution, case: Case) -> Attribution:
    if not _gap_too_large(result, case):
        return result
    return Attribution(
        result.scores,
        base=result.base,
        complete=True,
        nodes=result.nodes,
        evaluations=result.evaluations,
        flags=frozenset({Flag.UNCONVERGED}),
    )


METHODS.register("integrated_gradients")(IntegratedGradients())
