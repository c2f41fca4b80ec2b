"""The secant ledger's second implementation, proven before it proves anything else.

The forward pass is that of transformers, every matrix passes its difference on exactly, and every
balance closes. That the checks can fail: test_ledger_reference_controls.py.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from tests.reference.ledger import secant_ledger, secant_ledger_of
from tests.reference.ledger_cases import EXACT, LAYERS, TARGET, WIDTH, Case
from tests.reference.ledger_chain import secant_chain
from tests.reference.ledger_network import Activation, Layer, Linear, Network
from tests.reference.ledger_runs import forward


def test_forward_is_that_of_transformers(case: Case) -> None:
    run = forward(case.network, case.ids, case.types)
    options = {} if case.types is None else {"token_type_ids": torch.tensor([case.types])}
    with torch.no_grad():
        case.model.set_attn_implementation("eager")
        answer = case.model(
            torch.tensor([case.ids]), output_attentions=True, output_hidden_states=True, **options
        )
    assert np.abs(answer.logits[0].numpy() - run.logits).max() < 1e-12
    for layer, attention, hidden in zip(
        run.layers, answer.attentions, answer.hidden_states, strict=False
    ):
        assert np.abs(attention[0].numpy() - layer.attention).max() < 1e-12
        assert np.abs(hidden[0].numpy() - layer.inputs).max() < 1e-12


def test_attention_is_sharp_and_moves(case: Case) -> None:
    run, other = case.runs()
    spread = [layer.attention[:, -1].max() for layer in run.layers]
    assert max(spread) > 0.5
    moved = [
        np.abs(a.attention - b.attention).max()
        for a, b in zip(run.layers, other.layers, strict=True)
    ]
    assert min(moved) > 0.05


def test_every_matrix_carries_its_difference(case: Case) -> None:
    run, other = case.runs()
    chain = secant_chain(case.network, run, other)

    def gap(matrix: np.ndarray, before: np.ndarray, after: np.ndarray) -> float:
        return float(np.abs(matrix @ before.reshape(-1) - after.reshape(-1)).max())

    assert gap(chain.embedding, run.words - other.words, run.first - other.first) < EXACT
    for matrices, one, two in zip(chain.layers, run.layers, other.layers, strict=True):
        assert gap(matrices.whole, one.inputs - two.inputs, one.outputs - two.outputs) < EXACT
        entered = matrices.context @ matrices.attention_enter
        assert gap(entered, one.inputs - two.inputs, one.context - two.context) < EXACT
        transformed = matrices.down @ matrices.bend @ matrices.up @ matrices.mlp_enter
        assert gap(transformed, one.middle - two.middle, one.mlp_out - two.mlp_out) < EXACT
    read = chain.classifier @ chain.bend @ chain.pooler @ chain.final
    assert gap(read, run.last - other.last, run.logits - other.logits) < EXACT


def test_secant_ledger_balances_at_every_cut(case: Case) -> None:
    ledger = case.secant()
    change = ledger.s - ledger.s_blank
    assert abs(change) > 1e-3
    assert ledger.tokens.shape == (len(case.ids),)
    assert abs(ledger.tokens.sum() - change) < EXACT
    assert ledger.cuts.shape == (LAYERS + 1, len(case.ids))
    assert np.abs(ledger.cuts.sum(axis=1) - change).max() < EXACT
    heads, passed = ledger.heads.sum(axis=1), ledger.residual_attention.sum(axis=1)
    assert np.abs(heads + passed - change).max() < EXACT
    transformed = ledger.mlp.sum(axis=1) + ledger.residual_mlp.sum(axis=1)
    assert np.abs(transformed - change).max() < EXACT
    assert np.abs(ledger.edges.sum(axis=(2, 3)) - ledger.heads).max() < EXACT


def test_no_account_where_nothing_can_differ(case: Case) -> None:
    ledger = case.secant()
    same = np.array(case.ids) == np.array(case.blank)
    assert (ledger.tokens[same] == 0).all()
    assert np.abs(ledger.tokens[~same]).min() > 0
    read = case.network.reads % len(case.ids)
    assert np.abs(np.delete(ledger.cuts[-1], read)).max() == 0
    assert np.abs(np.delete(ledger.edges[-1], read, axis=1)).max() == 0
    if case.network.causal:
        assert (ledger.edges[:, :, *np.triu_indices(len(case.ids), 1)] == 0).all()


def test_exchanging_text_and_blank_negates_the_ledger(case: Case) -> None:
    there = case.secant()
    back = replace(case, ids=case.blank, blank=case.ids).secant()
    for name in ("tokens", "cuts", "edges", "residual_attention", "mlp", "residual_mlp"):
        assert np.abs(getattr(there, name) + getattr(back, name)).max() < EXACT, name


def test_near_blank_gives_the_gradient_at_the_midpoint(one_case: Case) -> None:
    """Two texts whose embeddings differ by little: accounts are gradients by autograd."""
    table = (
        "bert.embeddings.word_embeddings" if one_case.sizes.family == "bert" else "transformer.wte"
    )
    name = f"{table}.weight"
    nearby = one_case.weights[name].copy()
    nearby[12] = nearby[one_case.ids[2]] + 1e-4 * np.random.default_rng(0).standard_normal(WIDTH)
    ids, blank = one_case.ids, [*one_case.ids[:2], 12, *one_case.ids[3:]]
    ledger = secant_ledger({**one_case.weights, name: nearby}, one_case.sizes, ids, blank, TARGET)
    middle = torch.tensor(nearby[ids] / 2 + nearby[blank] / 2, requires_grad=True)
    kept = {"inputs_embeds": middle[None]}
    s = one_case.model(**kept).logits[0] @ torch.tensor(TARGET)
    (gradient,) = torch.autograd.grad(s, middle)
    expected = ((nearby[ids] - nearby[blank]) * gradient.numpy()).sum(axis=1)
    assert abs(expected[2]) > 1e-6
    assert np.abs(ledger.tokens - expected).max() < 1e-6 * np.abs(expected).max()


def linear_network() -> Network:
    """One causal block without norms, with flat attention and no bend: a linear map."""
    rng = np.random.default_rng(5)

    def linear(out: int, into: int, size: float = 1.0) -> Linear:
        return Linear(size * rng.standard_normal((out, into)), size * rng.standard_normal(out))

    flat = linear(6, 6, 0.0)
    layer = Layer(flat, flat, linear(6, 6), linear(6, 6), None, linear(5, 6), linear(6, 5), None)
    return Network(
        words=rng.standard_normal((9, 6)), positions=rng.standard_normal((5, 6)),
        types=np.zeros((1, 6)), embedding_norm=None, layers=(layer,), final_norm=None, pooler=None,
        classifier=linear(3, 6), heads=2, pre_norm=True, causal=True, reads=-1,
        activation=Activation(lambda z: z, np.ones_like),
    )  # fmt: skip


def test_linear_model_gives_weights_times_differences() -> None:
    network, ids, blank = linear_network(), [1, 2, 3, 4, 5], [6, 7, 3, 8, 6]
    (layer,) = network.layers
    sent = layer.output.weight @ layer.value.weight / len(ids)
    after = TARGET @ network.classifier.weight @ (np.eye(6) + layer.down.weight @ layer.up.weight)
    change = network.words[ids] - network.words[blank]
    expected = change @ (after @ sent)
    expected[-1] += change[-1] @ after
    ledger = secant_ledger_of(network, ids, blank, TARGET)
    assert np.abs(ledger.tokens - expected).max() < EXACT
    assert np.abs(ledger.edges[0, :, -1].sum(axis=0) - change @ (after @ sent)).max() < EXACT
    assert np.abs(ledger.heads.sum() - (change @ (after @ sent)).sum()) < EXACT
