"""Gate-secant edges of the second implementation: they sum to what the messages change."""

from __future__ import annotations

import numpy as np
import torch

from tests.reference.ledger import gate_ledger, values_of
from tests.reference.ledger_cases import EXACT, HEADS, LAYERS, TARGET, WIDTH, Case
from tests.reference.ledger_chain import secant_chain
from tests.reference.ledger_runs import by_head, forward, side_by_side


def test_gate_edges_sum_to_what_the_messages_change(case: Case) -> None:
    ledger = case.gates()
    assert ledger.edges.shape == (LAYERS, HEADS, len(case.ids), len(case.ids))
    assert abs(ledger.s - ledger.s_empty) > 1e-3
    assert abs(ledger.edges.sum() - (ledger.s - ledger.s_empty)) < EXACT


def test_gate_chain_carries_its_difference_and_its_gates(case: Case) -> None:
    means = case.mean_values
    run = forward(case.network, case.ids, case.types)
    empty = forward(case.network, case.ids, case.types, mean_values=means)
    chain = secant_chain(case.network, run, empty, means)
    for index, (matrices, one, two) in enumerate(
        zip(chain.layers, run.layers, empty.layers, strict=True)
    ):
        change = (one.inputs - two.inputs).reshape(-1)
        contributed = (matrices.context @ matrices.attention_enter @ change).reshape(
            one.inputs.shape
        )
        sent = [side.attention @ (side.value - means[index]) for side in (one, two)]
        gates = side_by_side((sent[0] + sent[1]) / 2)
        assert np.abs(contributed + gates - (one.context - two.context)).max() < EXACT


def test_gate_edges_of_values_that_are_their_means_are_zero(one_case: Case) -> None:
    values = values_of(one_case.weights, one_case.sizes, one_case.ids)
    ledger = gate_ledger(one_case.weights, one_case.sizes, one_case.ids, values, TARGET)
    assert np.abs(ledger.edges).max() < EXACT
    assert abs(ledger.s - ledger.s_empty) < EXACT


def halve_value_gradient(module: torch.nn.Module, inputs: object, output: torch.Tensor) -> None:
    """Gradients with respect to the last WIDTH columns, the values, count half."""
    share = torch.ones(output.shape[-1], dtype=output.dtype)
    share[-WIDTH:] = 0.5
    output.register_hook(lambda gradient: gradient * share)


def gradients_at_contexts(case: Case) -> np.ndarray:
    """ds / d context by autograd, value paths at half: [layers, tokens, width]."""
    contexts: list[torch.Tensor] = []
    hooks = []
    for name, module in case.model.named_modules():
        if name.endswith(("attention.output.dense", "attn.c_proj")):
            hooks.append(module.register_forward_pre_hook(lambda _, x: contexts.append(x[0])))
        if name.endswith(("attention.self.value", "attn.c_attn")):
            hooks.append(module.register_forward_hook(halve_value_gradient))
    s = case.model(torch.tensor([case.ids])).logits[0] @ torch.tensor(TARGET)
    for hook in hooks:
        hook.remove()
    return np.stack([g[0].numpy() for g in torch.autograd.grad(s, contexts)])


def test_gate_edges_near_the_mean_are_gradients_with_half_open_gates(one_case: Case) -> None:
    """A later message's gate stands at its mean, 1/2; attention paths stay whole."""
    values = values_of(one_case.weights, one_case.sizes, one_case.ids)
    away = 1e-6 * np.random.default_rng(1).standard_normal(values.shape)
    ledger = gate_ledger(one_case.weights, one_case.sizes, one_case.ids, values - away, TARGET)
    run = forward(one_case.network, one_case.ids)
    empty = forward(one_case.network, one_case.ids, mean_values=values - away)
    expected = np.stack(
        [
            one.attention * (by_head(gradient, HEADS) @ moved.transpose(0, 2, 1))
            for one, gradient, moved in zip(
                run.layers,
                gradients_at_contexts(one_case),
                [
                    a + (two.value - v) / 2
                    for two, a, v in zip(empty.layers, away, values, strict=True)
                ],
                strict=True,
            )
        ]
    )
    size = np.abs(expected).max(axis=(1, 2, 3), keepdims=True)
    assert size.min() > 1e-8
    assert (np.abs(ledger.edges - expected) < 1e-5 * size).all()
