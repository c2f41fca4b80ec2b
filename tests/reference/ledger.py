"""The secant ledger, the frozen ledger and gate-secant edges, from their formulas.

A second implementation: explicit matrices in fp64, no gradients taken by any library. Reads the
state dict of a BERT or GPT-2 sequence classifier of transformers as numpy arrays. For tiny models.
Every score is s = target . logits; positive accounts push s up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tests.reference.ledger_chain import LayerRows, Rows, backward, frozen_chain, secant_chain
from tests.reference.ledger_network import Layer, Network, Norm, Sizes, Weights, network_of
from tests.reference.ledger_runs import LayerRun, Run, by_head, forward, side_by_side

Ids = Sequence[int]


@dataclass(frozen=True)
class SecantLedger:
    """s - s_blank, account by account."""

    s: float
    s_blank: float
    tokens: np.ndarray
    """[tokens]: of the difference in word embeddings; sums to s - s_blank."""
    cuts: np.ndarray
    """[layers + 1, tokens]: of the hidden states; every row sums to s - s_blank."""
    edges: np.ndarray
    """[layers, heads, tokens (query), tokens (key)]: of the messages A_ij v_j."""
    heads: np.ndarray
    """[layers, heads]: sums of edges."""
    residual_attention: np.ndarray
    """[layers, tokens]: what passes attention by; with the layer's heads s - s_blank."""
    mlp: np.ndarray
    """[layers, tokens]: of the MLP's output."""
    residual_mlp: np.ndarray
    """[layers, tokens]: what passes the MLP by; with the layer's mlp s - s_blank."""


@dataclass(frozen=True)
class FrozenLedger:
    """s itself, with attention, divisors and slopes held."""

    s: float
    tokens: np.ndarray
    """[tokens]: of the word embeddings."""
    position_and_type: np.ndarray
    """[tokens]: of position and type embeddings."""
    biases: float
    """Of every bias and every norm's shift."""
    edges: np.ndarray
    """[layers, heads, tokens (query), tokens (key)]: A_ij <v_j, d_i>, v with its bias."""
    heads: np.ndarray
    """[layers, heads]: sums of edges."""


@dataclass(frozen=True)
class GateLedger:
    """s - s_empty, where `empty` sends mean values in place of all values."""

    s: float
    s_empty: float
    edges: np.ndarray
    """[layers, heads, tokens (query), tokens (key)]: sums to s - s_empty over all layers."""


def secant_ledger(
    weights: Weights,
    sizes: Sizes,
    ids: Ids,
    blank: Ids,
    target: np.ndarray,
    types: Ids | None = None,
) -> SecantLedger:
    """Account for s(ids) - s(blank).

    Args:
        weights: State dict, arrays of fp64.
        sizes: What it does not say.
        ids: [tokens] of the text.
        blank: [tokens] of its blank.
        target: [classes], the weights of the logits in s.
        types: [tokens], token types of both; all 0 where absent.
    """
    return secant_ledger_of(network_of(weights, sizes), ids, blank, target, types)


def frozen_ledger(
    weights: Weights, sizes: Sizes, ids: Ids, target: np.ndarray, types: Ids | None = None
) -> FrozenLedger:
    """Account for s(ids) with one run's attention, divisors and slopes held."""
    return frozen_ledger_of(network_of(weights, sizes), ids, target, types)


def gate_ledger(
    weights: Weights,
    sizes: Sizes,
    ids: Ids,
    mean_values: np.ndarray,
    target: np.ndarray,
    types: Ids | None = None,
) -> GateLedger:
    """Account for s(ids) - s_empty, message by message.

    Args:
        mean_values: [layers, heads, tokens, head_width], what stands at key position j in `empty`.
    """
    return gate_ledger_of(network_of(weights, sizes), ids, mean_values, target, types)


def values_of(weights: Weights, sizes: Sizes, ids: Ids, types: Ids | None = None) -> np.ndarray:
    """The value vectors v_j, biases included: [layers, heads, tokens, head_width]."""
    run = forward(network_of(weights, sizes), ids, types)
    return np.stack([layer.value for layer in run.layers])


def secant_ledger_of(
    network: Network, ids: Ids, blank: Ids, target: np.ndarray, types: Ids | None = None
) -> SecantLedger:
    """As `secant_ledger`, of a network."""
    run, other = forward(network, ids, types), forward(network, blank, types)
    rows = backward(secant_chain(network, run, other), target, len(ids))
    edges = _layers(
        _edges(at.context, _messages(one) - _messages(two))
        for one, two, at in zip(run.layers, other.layers, rows.layers, strict=True)
    )
    states = [layer.inputs for layer in run.layers] + [run.last]
    blanks = [layer.inputs for layer in other.layers] + [other.last]
    gradients = [at.inputs for at in rows.layers] + [rows.last]
    pairs = list(zip(run.layers, other.layers, rows.layers, strict=True))
    return SecantLedger(
        s=float(target @ run.logits),
        s_blank=float(target @ other.logits),
        tokens=_account(run.words - other.words, rows.embedding),
        cuts=_layers(_account(h - b, g) for h, b, g in zip(states, blanks, gradients, strict=True)),
        edges=edges,
        heads=edges.sum(axis=(2, 3)),
        residual_attention=_layers(
            _account(one.inputs - two.inputs, at.attention_sum) for one, two, at in pairs
        ),
        mlp=_layers(_account(one.mlp_out - two.mlp_out, at.mlp_sum) for one, two, at in pairs),
        residual_mlp=_layers(
            _account(one.middle - two.middle, at.mlp_sum) for one, two, at in pairs
        ),
    )


def frozen_ledger_of(
    network: Network, ids: Ids, target: np.ndarray, types: Ids | None = None
) -> FrozenLedger:
    """As `frozen_ledger`, of a network."""
    run = forward(network, ids, types)
    rows = backward(frozen_chain(network, run), target, len(ids))
    edges = _layers(
        _edges(at.context, _messages(one)) for one, at in zip(run.layers, rows.layers, strict=True)
    )
    return FrozenLedger(
        s=float(target @ run.logits),
        tokens=_account(run.words, rows.embedding),
        position_and_type=_account(run.places, rows.embedding),
        biases=_bias_accounts(network, run, rows, target),
        edges=edges,
        heads=edges.sum(axis=(2, 3)),
    )


def gate_ledger_of(
    network: Network,
    ids: Ids,
    mean_values: np.ndarray,
    target: np.ndarray,
    types: Ids | None = None,
) -> GateLedger:
    """As `gate_ledger`, of a network."""
    run = forward(network, ids, types)
    empty = forward(network, ids, types, mean_values=mean_values)
    rows = backward(secant_chain(network, run, empty, mean_values), target, len(ids))
    edges = _layers(
        _edges(at.context, (_messages(one, means) + _messages(two, means)) / 2)
        for one, two, at, means in zip(
            run.layers, empty.layers, rows.layers, mean_values, strict=True
        )
    )
    return GateLedger(float(target @ run.logits), float(target @ empty.logits), edges)


def _account(values: np.ndarray, row: np.ndarray) -> np.ndarray:
    return (values * row).sum(axis=-1)


def _layers(parts: Iterable[np.ndarray]) -> np.ndarray:
    return np.stack(list(parts))


def _messages(layer: LayerRun, means: np.ndarray | float = 0.0) -> np.ndarray:
    """A_ij (v_j - means_j): [heads, tokens (query), tokens (key), head_width]."""
    return layer.attention[..., None] * (layer.value - means)[:, None]


def _edges(row: np.ndarray, messages: np.ndarray) -> np.ndarray:
    """<d_i, message_ij>; row [tokens, width] at the context vectors."""
    d = by_head(row, len(messages))
    return (d[:, :, None] * messages).sum(axis=-1)


def _bias_accounts(network: Network, run: Run, rows: Rows, target: np.ndarray) -> float:
    """Every bias and shift passed on to s along its own path."""
    total = _shift(network.embedding_norm, rows.first)
    total += sum(
        _layer_biases(network, *each)
        for each in zip(network.layers, run.layers, rows.layers, strict=True)
    )
    total += _shift(network.final_norm, rows.read)
    if network.pooler is not None:
        total += float(network.pooler.bias @ rows.pooled)
    return total + float(target @ network.classifier.bias)


def _layer_biases(network: Network, layer: Layer, run: LayerRun, rows: LayerRows) -> float:
    value_bias = layer.value.bias.reshape(network.heads, 1, -1).repeat(len(run.inputs), axis=1)
    context_bias = side_by_side(run.attention @ value_bias)
    at_attention, at_mlp = (
        (rows.attention_input, rows.mlp_input) if network.pre_norm else (rows.middle, rows.outputs)
    )
    return (
        float((context_bias * rows.context).sum())
        + float((layer.output.bias * rows.attention_sum).sum())
        + float((layer.up.bias * rows.hidden).sum())
        + float((layer.down.bias * rows.mlp_sum).sum())
        + _shift(layer.attention_norm, at_attention)
        + _shift(layer.mlp_norm, at_mlp)
    )


def _shift(norm: Norm | None, row: np.ndarray) -> float:
    return 0.0 if norm is None else float((norm.shift * row).sum())
