"""Where a rule is replaced by a plausible wrong one, a balance or a symmetry breaks."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.reference import ledger_chain, ledger_matrices
from tests.reference.ledger_cases import BROKEN, EXACT, Case
from tests.reference.ledger_matrices import logarithmic_mean


def test_logarithmic_mean_at_its_edges() -> None:
    near = np.log(0.3)
    assert logarithmic_mean(np.array([near]), np.array([near]))[0] == pytest.approx(0.3, rel=1e-15)
    masked = np.array([-np.inf])
    assert logarithmic_mean(masked, masked)[0] == 0
    one, other = np.log([0.9, 0.3, 1e-9]), np.log([0.1, 0.3 + 1e-7, 0.5])
    plain = (np.exp(one) - np.exp(other)) / (one - other)
    assert logarithmic_mean(one, other) == pytest.approx(plain, rel=1e-8)


def arithmetic(log_one: np.ndarray, log_other: np.ndarray) -> np.ndarray:
    return (np.exp(log_one) + np.exp(log_other)) / 2


def divisor_of_one_run(norm, x, other):
    return ledger_matrices.frozen_norm_matrix(norm, x)


def first_of(one, other):
    return one


def tangent(activation, z, other):
    return activation.derivative((z + other) / 2)


@pytest.mark.parametrize(
    ("module", "name", "wrong"),
    [
        (ledger_matrices, "logarithmic_mean", arithmetic),
        (ledger_chain, "norm_matrix", divisor_of_one_run),
        (ledger_chain, "slopes", tangent),
        (ledger_chain, "mean", first_of),
    ],
    ids=["softmax", "norm", "activation", "product"],
)
def test_wrong_rule_breaks_every_balance(
    module: object, name: str, wrong: object, one_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, wrong)
    secant, gates = one_case.secant(), one_case.gates()
    change = secant.s - secant.s_blank
    assert abs(secant.tokens.sum() - change) > BROKEN
    assert np.abs(secant.cuts[0].sum() - change) > BROKEN
    heads = secant.heads.sum(axis=1) + secant.residual_attention.sum(axis=1)
    assert np.abs(heads - change).max() > BROKEN
    assert abs(gates.edges.sum() - (gates.s - gates.s_empty)) > BROKEN


def test_one_sided_product_balances_but_is_not_symmetric(
    one_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """D(A v) = A Dv + v' DA is exact too; only the exchange of the runs tells it from the mean."""
    rule = ledger_chain._secant_context

    def one_sided(layer, one, two, attention, value):
        return rule(layer, one, two, one.attention, two.value)

    monkeypatch.setattr(ledger_chain, "_secant_context", one_sided)
    there = one_case.secant()
    back = replace(one_case, ids=one_case.blank, blank=one_case.ids).secant()
    assert abs(there.tokens.sum() - (there.s - there.s_blank)) < EXACT
    assert np.abs(there.tokens + back.tokens).max() > BROKEN


def test_frozen_slope_of_the_tangent_breaks_the_balance(
    one_case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slope_there(activation, z, other):
        return activation.derivative(z)

    monkeypatch.setattr(ledger_chain, "slopes", slope_there)
    ledger = one_case.frozen()
    parts = ledger.tokens.sum() + ledger.position_and_type.sum() + ledger.biases
    assert abs(parts - ledger.s) > BROKEN
