"""Edges and neurons of the examples in detail are the ledger that the evidence holds, split up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditkit.explain import flows as module
from auditkit.explain import maps
from auditkit.explain.base import METHODS
from auditkit.explain.flows import NEURONS, flows, followed
from tests.audited import cases_of, run_model

TEXTS = ("unhappy acting , bad plot", "the film was not very good", "good")
WIDTHS = {"bert": "intermediate_size", "gpt2": "n_inner", "llama": "intermediate_size"}
FAMILIES = tuple(WIDTHS)


def both(family: str, *, frozen: bool = False, pairs: int = 0, **options):
    """Each text's account as the evidence has it, and its tensors."""
    runner = run_model(family, **options)
    cases = [replace(case, ledger_coalitions=pairs) for case in cases_of(runner, *TEXTS)]
    name = "frozen_ledger" if frozen else "ledger"
    found = METHODS.get(name).attribute(runner, cases)
    accounts = [attribution.account for attribution in found]
    return list(zip(accounts, flows(runner, cases, frozen=frozen), strict=True))


def gap(edges: np.ndarray, heads: np.ndarray) -> float:
    """Largest miss of a head's relevance, as a share of the rounding that float16 may bring."""
    exact = edges.astype(np.float64)
    rounding = np.abs(exact).sum((-1, -2)) * 2.0**-11 + 1e-5
    return float((np.abs(exact.sum((-1, -2)) - heads) / rounding).max())


@pytest.mark.parametrize(
    ("frozen", "pairs"), [(False, 0), (False, 2), (True, 0)], ids=["ledger", "paths", "frozen"]
)
@pytest.mark.parametrize("family", FAMILIES)
class TestEdges:
    def test_they_sum_to_the_heads_of_the_ledger(self, family, frozen, pairs) -> None:
        for account, kept in both(family, frozen=frozen, pairs=pairs):
            edges = kept["edges"]
            assert edges.dtype == np.float16
            assert edges.shape == (*account.heads.shape, account.heads.shape[-1])
            assert gap(edges, account.heads.sum(-1)) <= 1
            of_query = edges.astype(np.float64).sum(-1)
            np.testing.assert_allclose(of_query, account.heads, rtol=0, atol=5e-3)

    def test_neurons_sum_to_the_feed_forward_part_where_all_are_kept(
        self, family, frozen, pairs
    ) -> None:
        width = {WIDTHS[family]: NEURONS}
        for account, kept in both(family, frozen=frozen, pairs=pairs, **width):
            relevance = kept["neuron_relevance"]
            assert relevance.shape == (*account.mlp.shape, NEURONS)
            np.testing.assert_allclose(relevance.sum(-1), account.mlp, rtol=0, atol=1e-4)
            assert (np.sort(kept["neurons"], axis=-1) == np.arange(NEURONS)).all()


def test_negative_control_edges_of_another_ledger_do_not_sum_to_it() -> None:
    for (account, _), (_, other), (_, paths) in zip(
        both("bert"), both("bert", frozen=True), both("bert", pairs=2), strict=True
    ):
        heads = account.heads.sum(-1)
        assert gap(other["edges"], heads) > 10
        assert gap(paths["edges"], heads) > 10 or len(account.heads[0, 0]) == 3


def test_negative_control_a_path_left_out_is_noticed(monkeypatch) -> None:
    whole = module.paths_of
    monkeypatch.setattr(module, "paths_of", lambda case: whole(case)[1:] or whole(case))
    account, kept = both("bert", pairs=2)[0]
    assert gap(kept["edges"], account.heads.sum(-1)) > 10


class TestNeurons:
    def test_they_are_the_largest_of_all(self) -> None:
        wide = both("bert")
        for account, kept in wide:
            sizes = np.abs(kept["neuron_relevance"])
            assert (np.diff(sizes, axis=-1) <= 0).all()
            assert kept["neurons"].dtype == np.int32
            assert kept["neurons"].max() < 24
            rest = np.abs(account.mlp - kept["neuron_relevance"].sum(-1))
            # 16 of 24 are left out, none of them larger than the last that is kept.
            assert (rest <= (24 - NEURONS) * sizes[..., -1] + 1e-5).all()

    def test_fewer_than_eight(self) -> None:
        for account, kept in both("bert", intermediate_size=5):
            assert kept["neurons"].shape[-1] == 5
            np.testing.assert_allclose(kept["neuron_relevance"].sum(-1), account.mlp, atol=1e-4)

    @pytest.mark.parametrize("pairs", [0, 1])
    def test_activations_are_those_of_the_text(self, pairs) -> None:
        runner = run_model("bert", intermediate_size=NEURONS)
        (case,) = cases_of(runner, TEXTS[0])
        (kept,) = flows(runner, [replace(case, ledger_coalitions=pairs)], frozen=False)
        seen: list[np.ndarray] = []
        hooks = [
            layer.output.dense.register_forward_pre_hook(
                lambda _, inputs: seen.append(inputs[0][0].detach().numpy())
            )
            for layer in runner.model.bert.encoder.layer
        ]
        runner.observe([case.encoded], {})
        for hook in hooks:
            hook.remove()
        wanted = np.take_along_axis(np.stack(seen), kept["neurons"].astype(np.int64), axis=-1)
        np.testing.assert_allclose(kept["neuron_activations"], wanted, rtol=0, atol=1e-5)

    def test_negative_control_the_smallest_do_not_bound_the_rest(self, monkeypatch) -> None:
        real = np.argsort
        monkeypatch.setattr(module.np, "argsort", lambda values, **how: real(-values, **how))
        account, kept = both("bert")[0]
        sizes = np.abs(kept["neuron_relevance"])
        rest = np.abs(account.mlp - kept["neuron_relevance"].sum(-1))
        assert (rest > (24 - NEURONS) * sizes[..., -1] + 1e-5).any()


def test_experts_have_edges_but_no_neurons() -> None:
    from tests.unit.explain.test_ledgers import routed

    runner = routed()
    cases = cases_of(runner, *TEXTS)
    found = METHODS.get("frozen_ledger").attribute(runner, cases)
    for attribution, kept in zip(found, flows(runner, cases, frozen=True), strict=True):
        assert attribution.account.mlp is None
        assert set(kept) == {"edges"}
        assert gap(kept["edges"], attribution.account.heads.sum(-1)) <= 1


def test_long_texts_are_held_one_at_a_time_and_give_the_same(monkeypatch) -> None:
    asked: list[int] = []
    together, real = both("bert", pairs=1), module.ledgers

    def ledgers(runner, groups, **options):
        asked.append(len(groups))
        return real(runner, groups, **options)

    monkeypatch.setattr(module, "ledgers", ledgers)
    monkeypatch.setattr(maps, "MOST_MAPS", 1)
    for (_, one), (_, other) in zip(both("bert", pairs=1), together, strict=True):
        np.testing.assert_allclose(
            one["edges"].astype(np.float32), other["edges"].astype(np.float32), atol=2e-3
        )
    assert asked == [1] * (4 + 4 + 1)


def test_the_ledger_is_followed_before_the_frozen_one() -> None:
    assert followed(("frozen_ledger", "ledger")) == "ledger"
    assert followed(("random", "frozen_ledger")) == "frozen_ledger"
    assert followed(("random",)) is None
