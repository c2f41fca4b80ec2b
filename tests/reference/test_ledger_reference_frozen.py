"""The frozen ledger's second implementation: its balance, its edges and its account of biases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.reference import ledger as ledgers
from tests.reference.ledger_cases import BROKEN, EXACT, HEADS, LAYERS, TARGET, Case, built
from tests.reference.ledger_network import Layer, Linear, Network
from tests.reference.ledger_runs import Run, divisor, forward, side_by_side


def frozen_score(case: Case, run: Run, cut: tuple[int, int, int, int] | None = None) -> float:
    """s with `run`'s attention, divisors and slopes held, one message (l, h, i, j) left out."""
    network = case.network

    def norm(norm, recorded, x):
        x = x - x.mean(axis=-1, keepdims=True)
        return norm.gain * x / divisor(norm, recorded)[:, None] + norm.shift

    x = run.first
    for index, (layer, held) in enumerate(zip(network.layers, run.layers, strict=True)):
        pre = network.pre_norm
        entered = norm(layer.attention_norm, held.inputs, x) if pre else x
        value = entered @ layer.value.weight.T + layer.value.bias
        messages = (
            held.attention[..., None] * value.reshape(len(x), HEADS, -1).transpose(1, 0, 2)[:, None]
        )
        if cut is not None and cut[0] == index:
            messages[cut[1:]] = 0
        context = side_by_side(messages.sum(axis=2))
        x = x + context @ layer.output.weight.T + layer.output.bias
        x = x if pre else norm(layer.attention_norm, held.attention_sum, x)
        entered = norm(layer.mlp_norm, held.middle, x) if pre else x
        hidden = entered @ layer.up.weight.T + layer.up.bias
        bent = hidden * network.activation.value(held.hidden) / held.hidden
        x = x + bent @ layer.down.weight.T + layer.down.bias
        x = x if pre else norm(layer.mlp_norm, held.mlp_sum, x)
    if network.final_norm is not None:
        x = norm(network.final_norm, run.last, x)
    x = x[network.reads]
    if network.pooler is not None:
        x = (network.pooler.weight @ x + network.pooler.bias) * np.tanh(run.pooled) / run.pooled
    return float(TARGET @ (network.classifier.weight @ x + network.classifier.bias))


def test_frozen_ledger_balances(case: Case) -> None:
    ledger = case.frozen()
    parts = ledger.tokens.sum() + ledger.position_and_type.sum() + ledger.biases
    assert abs(parts - ledger.s) < EXACT
    assert abs(ledger.biases) > BROKEN
    assert np.abs(ledger.edges.sum(axis=(2, 3)) - ledger.heads).max() < EXACT


def test_frozen_edge_is_what_its_message_adds(one_case: Case) -> None:
    run, ledger = forward(one_case.network, one_case.ids), one_case.frozen()
    whole = frozen_score(one_case, run)
    assert abs(whole - ledger.s) < EXACT
    largest = np.abs(ledger.edges).reshape(LAYERS, -1).argmax(axis=1)
    for layer, flat in enumerate(largest):
        place = np.unravel_index(flat, ledger.edges.shape[1:])
        lost = whole - frozen_score(one_case, run, (layer, *map(int, place)))
        assert abs(lost) > 1e-3
        assert abs(lost - ledger.edges[layer, *place]) < EXACT


@pytest.mark.parametrize("lost", ["value.bias", "key.bias"])
def test_frozen_ledger_misses_a_forgotten_bias(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The accounts come from the parts: without one bias s is not reached, without keys' it is."""

    def forgetful(network: Network, layer: Layer, *rest: object) -> float:
        part = lost.partition(".")[0]
        linear = getattr(layer, part)
        changed = replace(layer, **{part: Linear(linear.weight, 0 * linear.bias)})
        return kept(network, changed, *rest)

    kept = ledgers._layer_biases
    monkeypatch.setattr(ledgers, "_layer_biases", forgetful)
    result = built("bert", 0).frozen()
    gap = abs(result.tokens.sum() + result.position_and_type.sum() + result.biases - result.s)
    assert gap > BROKEN if lost == "value.bias" else gap < EXACT
