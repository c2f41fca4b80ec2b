"""The ledger closes on every architecture, and where it cannot, the balance says so."""

from __future__ import annotations

import pytest
import torch

from auditkit.capture.ledger.frozen import frozen_ledger
from auditkit.capture.ledger.secant import secant_ledger
from tests.ledger_families import CASTS, FAMILIES, GATED_EXPERTS, OWN_ATTENTION, ROUTED, built

DTYPES = {"float64": torch.float64, "float32": torch.float32}


def tolerance(family: str, dtype: str, value: torch.Tensor) -> float:
    share = 1e-4 if dtype == "float32" else 1e-6 if family in CASTS else 1e-9
    return share * max(float(value.abs().max()), 1.0)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("family", FAMILIES)
class TestSecant:
    def test_closes_at_the_tokens_and_at_every_cut(self, family: str, dtype: str) -> None:
        case = built(family, DTYPES[dtype])
        sheet, value, blank = secant_ledger(case.ask, case.here, case.there)
        change, limit = value - blank, tolerance(family, dtype, value)
        for account in (sheet.tokens, *sheet.cuts.values()):
            torch.testing.assert_close(account.sum(-1).to(change), change, rtol=0, atol=limit)
        assert change.abs().max() > 0.1

    def test_leaves_the_logits_as_they_are(self, family: str, dtype: str) -> None:
        case = built(family, DTYPES[dtype])
        _, value, _ = secant_ledger(case.ask, case.here, case.there)
        with torch.no_grad():
            plain = case.ask.values(case.ask.run())
        torch.testing.assert_close(value, plain, rtol=0, atol=1e-4 if dtype == "float32" else 1e-6)

    def test_flows_are_complete(self, family: str, dtype: str) -> None:
        case = built(family, DTYPES[dtype])
        sheet, _, _ = secant_ledger(case.ask, case.here, case.there)
        layers = set(range(3))
        assert set(sheet.cuts) == {*layers, 3}
        assert set(sheet.mlp) == (set() if family == "mamba" else layers)
        assert set(sheet.heads) == (set() if family in OWN_ATTENTION else layers)
        for layer in sheet.heads:
            torch.testing.assert_close(
                sheet.edges[layer].sum(-1), sheet.heads[layer], rtol=1e-4, atol=1e-4
            )


@pytest.mark.parametrize("family", [*FAMILIES, *ROUTED])
@pytest.mark.parametrize("dtype", DTYPES)
def test_the_frozen_ledger_closes(family: str, dtype: str) -> None:
    if family in GATED_EXPERTS and dtype == "float64":
        pytest.skip("transformers' grouped experts compute in float32 and below only")
    case = built(family, DTYPES[dtype])
    sheet, accounts, value = frozen_ledger(case.ask, case.here)
    positions = torch.as_tensor(accounts.positions).sum(-1)
    limit = tolerance(family, dtype, value)
    for cut, account in {-1: sheet.tokens, **sheet.cuts}.items():
        later = sum(bias for layer, bias in accounts.biases.items() if layer >= cut)
        total = account.sum(-1) + later + (positions if cut < 0 else 0)
        torch.testing.assert_close(total.to(value), value, rtol=0, atol=limit)


@pytest.mark.parametrize("family", ROUTED)
def test_top_k_routing_does_not_balance(family: str) -> None:
    case = built(family, torch.float32)
    sheet, value, blank = secant_ledger(case.ask, case.here, case.there)
    assert (sheet.tokens.sum(-1) - (value - blank)).abs().max() > 0.1
