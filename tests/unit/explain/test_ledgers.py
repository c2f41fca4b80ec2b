"""The ledgers as attribution methods: exact, flagged where they are not, left out where they cannot be."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
import transformers

from auditkit.capture.attention import KERNEL, register
from auditkit.capture.ledger import rules
from auditkit.capture.loading import LoadedModel
from auditkit.capture.requests import MaskedRows
from auditkit.capture.runner import Runner
from auditkit.explain.base import METHODS
from auditkit.explain.ledgers import TOLERANCE, out_of_balance
from auditkit.records import Flag, Problem
from tests.audited import cases_of, run_model
from tests.tiny import FAMILIES, tiny_tokenizer

TEXTS = ("unhappy acting , bad plot", "the film was not very good", "good")
LEDGERS = ("ledger", "frozen_ledger")


def explained(family: str, method: str, *, pairs: int = 0, batch_tokens: int = 2048):
    runner = run_model(family, batch_tokens=batch_tokens)
    cases = [replace(case, ledger_coalitions=pairs) for case in cases_of(runner, *TEXTS)]
    return list(zip(cases, METHODS.get(method).attribute(runner, cases), strict=True))


@pytest.mark.parametrize("family", FAMILIES)
class TestExact:
    @pytest.mark.parametrize("pairs", [0, 1, 2])
    def test_paths_through_coalitions_end_at_the_same_total(self, family, pairs):
        for case, found in explained(family, "ledger", pairs=pairs):
            gap = case.margin - found.base - float(found.scores.sum(dtype=np.float64))
            assert abs(gap) <= TOLERANCE * max(abs(case.margin), 1)
            steps = 1 if pairs == 0 or case.encoded.word_count < 2 else 4 * pairs
            assert found.evaluations == 2 * steps

    @pytest.mark.parametrize("pairs", [0, 2])
    def test_every_cut_carries_the_same_total(self, family, pairs):
        for case, found in explained(family, "ledger", pairs=pairs):
            change = case.margin - found.base
            np.testing.assert_allclose(
                found.account.cuts.sum(-1), change, rtol=0, atol=1e-4 * max(abs(change), 1)
            )

    def test_the_frozen_base_is_the_sum_of_its_accounts(self, family):
        for case, found in explained(family, "frozen_ledger"):
            account = found.account
            total = float(account.positions.sum() + account.biases.sum())
            assert found.base == pytest.approx(total, abs=1e-4)
            later = np.cumsum(account.biases[::-1])[::-1][1:]
            contributed = account.cuts.sum(-1) + later
            np.testing.assert_allclose(contributed, case.margin, rtol=0, atol=1e-3)

    @pytest.mark.parametrize("method", LEDGERS)
    def test_batches_change_nothing(self, family, method):
        small = explained(family, method, batch_tokens=16)
        for (_, one), (_, other) in zip(small, explained(family, method), strict=True):
            np.testing.assert_allclose(one.scores, other.scores, rtol=0, atol=1e-4)
            np.testing.assert_allclose(one.account.heads, other.account.heads, rtol=0, atol=1e-4)


def test_coalitions_are_another_average():
    plain, averaged = explained("bert", "ledger")[1][1], explained("bert", "ledger", pairs=2)[1][1]
    assert np.abs(plain.scores - averaged.scores).max() > 1e-3


def test_one_pair_of_coalitions_by_hand():
    """Two words: each is removed first once, so the ledger is the mean of both orders."""
    runner = run_model("bert")
    (case,) = (replace(one, ledger_coalitions=1) for one in cases_of(runner, "not good"))
    (found,) = METHODS.get("ledger").attribute(runner, [case])
    words = case.encoded.words
    masks = np.array([(words == 0), (words == 1), words >= 0])
    (values,) = runner.values([MaskedRows(case.encoded, masks, [case.target.readout])])
    without_first, without_second, blank = values[:, 0]
    first = ((case.margin - without_first) + (without_second - blank)) / 2
    second = ((case.margin - without_second) + (without_first - blank)) / 2
    by_word = [found.scores[words == word].sum() for word in (0, 1)]
    np.testing.assert_allclose(by_word, [first, second], atol=1e-4)


class TestWhereItDoesNotAddUp:
    def test_such_an_example_has_no_ledger_and_a_flag(self, monkeypatch):
        monkeypatch.setattr(rules, "logarithmic_mean", lambda a, b: (a + b) / 2)
        flagged = [found for _, found in explained("bert", "ledger")]
        assert any(Flag.UNBALANCED in found.flags for found in flagged)
        for found in flagged:
            assert (Flag.UNBALANCED in found.flags) == (not found.is_finite)

    def test_the_balance_is_missed_with_the_figure(self, monkeypatch):
        runner = run_model("bert")
        cases = cases_of(runner, *TEXTS[:2])
        monkeypatch.setattr(rules, "logarithmic_mean", lambda a, b: (a + b) / 2)
        reason = out_of_balance(runner, cases, frozen=False)
        assert re.search(r"misses the margin by \S+ of its size", reason)

    @pytest.mark.parametrize("family", FAMILIES)
    def test_supported_models_keep_it(self, family):
        runner = run_model(family)
        for frozen in (False, True):
            assert out_of_balance(runner, cases_of(runner, *TEXTS), frozen=frozen) is None

    def test_routed_experts_have_a_frozen_ledger_only(self):
        runner = routed()
        cases = cases_of(runner, *TEXTS)
        assert out_of_balance(runner, cases, frozen=True) is None
        assert out_of_balance(runner, cases, frozen=False)


def routed() -> Runner:
    """A mixture of experts, its weights drawn anew."""
    import torch

    register()
    torch.manual_seed(0)
    tokenizer = tiny_tokenizer(decoder=True)
    config = transformers.MixtralConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=4,
        num_key_value_heads=2, intermediate_size=24, num_local_experts=4, num_labels=3, pad_token_id=0,
    )  # fmt: skip
    model = transformers.MixtralForSequenceClassification(config).eval().requires_grad_(False)
    with torch.no_grad():
        for weight in model.parameters():
            weight.copy_(torch.randn_like(weight) * 0.4)
    model.set_attn_implementation(KERNEL)
    return Runner(
        LoadedModel(
            model, tokenizer, "routed", ("a", "b", "c"), Problem.SINGLE_LABEL, 64, "float32",
            "eager", 0, {},
        )
    )  # fmt: skip
