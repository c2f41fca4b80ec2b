"""The ledgers against explicit matrices in numpy, written from the formulas alone."""

from __future__ import annotations

from copy import deepcopy

import numpy as np
import pytest
import torch

from auditkit.capture import attention
from auditkit.capture.ledger.frozen import frozen_ledger
from auditkit.capture.ledger.secant import Pass, gate_ledger, secant_ledger
from auditkit.capture.ledger.sheet import Sheet
from auditkit.capture.readouts import Terms
from tests.readouts import of_weights
from tests.reference.ledger_cases import TARGET, Case, built

EXACT = {"rtol": 0, "atol": 1e-11}
SURE = 1e-10
"""Least size of a sum whose sign rounding cannot turn."""
CASES = [(family, seed) for family in ("bert", "gpt2") for seed in (0, 1, 2)]


def question(case: Case) -> tuple[Pass, torch.Tensor, torch.Tensor]:
    attention.register()
    model = deepcopy(case.model).eval().requires_grad_(False)
    model.set_attn_implementation(attention.KERNEL)
    ids = torch.tensor([case.ids])
    options = {} if case.types is None else {"token_type_ids": torch.tensor([case.types])}

    def run() -> torch.Tensor:
        return model(input_ids=ids, **options).logits

    base = model.base_model
    stack = list(base.encoder.layer if hasattr(base, "encoder") else base.h)
    embeddings = model.get_input_embeddings()
    with torch.no_grad():
        here, there = embeddings(ids), embeddings(torch.tensor([case.blank]))
    return Pass(run, embeddings, stack, Terms([[of_weights(*TARGET)]]), edges=True), here, there


def stacked(table: dict[int, torch.Tensor]) -> np.ndarray:
    return np.stack([table[index][0].numpy() for index in sorted(table)])


def one_secant(case: Case) -> tuple[Sheet, float, float]:
    ask, here, there = question(case)
    sheet, value, blank = secant_ledger(ask, lambda _: here, lambda _: there)
    return sheet, float(value), float(blank)


@pytest.mark.parametrize(("family", "seed"), CASES)
class TestAgainstMatrices:
    def test_secant(self, family: str, seed: int) -> None:
        case = built(family, seed)
        sheet, value, blank = one_secant(case)
        theirs = case.secant()
        np.testing.assert_allclose([value, blank], [theirs.s, theirs.s_blank], **EXACT)
        np.testing.assert_allclose(sheet.tokens[0].numpy(), theirs.tokens, **EXACT)
        np.testing.assert_allclose(stacked(sheet.cuts), theirs.cuts, **EXACT)
        np.testing.assert_allclose(stacked(sheet.edges), theirs.edges, **EXACT)
        np.testing.assert_allclose(stacked(sheet.heads).sum(-1), theirs.heads, **EXACT)
        np.testing.assert_allclose(stacked(sheet.mlp), theirs.mlp, **EXACT)

    def test_what_passes_by_is_the_cut_after_less_what_is_added(
        self, family: str, seed: int
    ) -> None:
        """After attention a layer mixes no positions, so the residual path needs no meter."""
        case = built(family, seed)
        sheet, _, _ = one_secant(case)
        theirs = case.secant()
        after = stacked(sheet.cuts)[1:]
        np.testing.assert_allclose(
            after - stacked(sheet.heads).sum(1), theirs.residual_attention, **EXACT
        )
        np.testing.assert_allclose(after - stacked(sheet.mlp), theirs.residual_mlp, **EXACT)

    def test_frozen(self, family: str, seed: int) -> None:
        case = built(family, seed)
        ask, here, _ = question(case)
        sheet, accounts, value = frozen_ledger(ask, lambda _: here)
        theirs = case.frozen()
        np.testing.assert_allclose(float(value), theirs.s, **EXACT)
        np.testing.assert_allclose(sheet.tokens[0].numpy(), theirs.tokens, **EXACT)
        np.testing.assert_allclose(accounts.positions[0].numpy(), theirs.position_and_type, **EXACT)
        np.testing.assert_allclose(float(sum(accounts.biases.values())), theirs.biases, **EXACT)
        np.testing.assert_allclose(stacked(sheet.edges), theirs.edges, **EXACT)

    def test_gates(self, family: str, seed: int) -> None:
        case = built(family, seed)
        ask, here, _ = question(case)
        means = torch.tensor(case.mean_values)[:, None]
        sheet, value, empty = gate_ledger(ask, lambda _: here, list(means))
        theirs = case.gates()
        np.testing.assert_allclose(
            [float(value), float(empty)], [theirs.s, theirs.s_empty], **EXACT
        )
        np.testing.assert_allclose(stacked(sheet.edges), theirs.edges, **EXACT)
        np.testing.assert_allclose(stacked(sheet.heads).sum(), float(value) - float(empty), **EXACT)

    def test_the_largest_head_of_a_link_has_its_sign(self, family: str, seed: int) -> None:
        case = built(family, seed)
        ask, here, _ = question(case)
        sheet, *_ = gate_ledger(ask, lambda _: here, list(torch.tensor(case.mean_values)[:, None]))
        leaders = [sheet.leaders[layer][:, 0].numpy() for layer in sorted(sheet.leaders)]
        heads, contributed = np.stack(leaders, axis=1)
        edges = case.gates().edges
        opposed = 0
        for layer, query, key in np.ndindex(heads.shape):
            by_head = edges[layer, :, query, key].tolist()
            if abs(sum(by_head)) < SURE:
                continue  # nothing is sent, as from what a causal model cannot see
            alike = [one for one in by_head if one * sum(by_head) > 0]
            largest = max(alike, key=abs)
            assert by_head[int(heads[layer, query, key])] == largest
            assert contributed[layer, query, key] == pytest.approx(largest, abs=1e-11)
            opposed += max(by_head, key=abs) != largest
        assert opposed or family == "gpt2", "no head works against its link: nothing was asked"


def test_exchanging_input_and_blank_negates_every_account() -> None:
    """A rule that takes one factor here and the other there balances too; only this tells them apart."""
    ask, here, there = question(built("bert", 0))
    forth, _, _ = secant_ledger(ask, lambda _: here, lambda _: there)
    back, _, _ = secant_ledger(ask, lambda _: there, lambda _: here)
    torch.testing.assert_close(forth.tokens, -back.tokens, rtol=0, atol=1e-12)
    for layer in forth.edges:
        torch.testing.assert_close(forth.edges[layer], -back.edges[layer], rtol=0, atol=1e-12)


def test_a_wrong_rule_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from auditkit.capture.ledger import rules

    monkeypatch.setattr(rules, "logarithmic_mean", lambda a, b: (a + b) / 2)
    case = built("bert", 0)
    sheet, value, blank = one_secant(case)
    assert abs(float(sheet.tokens.sum()) - (value - blank)) > 1e-6
    assert np.abs(stacked(sheet.edges) - case.secant().edges).max() > 1e-6


@pytest.mark.parametrize(
    ("heads", "leader", "contributed"),
    [
        ([0.6, 0.3, -0.1], 0, 0.6),
        ([0.6, 0.5, -0.9], 0, 0.6),  # the largest of all works against the link
        ([-0.6, -0.5, 0.9], 0, -0.6),
        ([-0.1, -0.7, 0.2], 1, -0.7),
        ([0.4, -0.1, -0.4], 2, -0.4),
        ([0.5, -0.5, 0.0], 0, 0.5),  # they cancel: the largest in size
    ],
)
def test_the_largest_head_by_hand(heads: list[float], leader: int, contributed: float) -> None:
    sheet = Sheet()
    sheet.write_links(0, torch.tensor(heads)[None, :, None, None])
    assert sheet.links[0].item() == pytest.approx(sum(heads))
    assert sheet.leaders[0].flatten().tolist() == pytest.approx([leader, contributed])
