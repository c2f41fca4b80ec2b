"""The forward pass of one text, with every value that a ledger needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tests.reference.ledger_network import Layer, Linear, Network, Norm


@dataclass(frozen=True)
class LayerRun:
    """The values of one block."""

    inputs: np.ndarray
    """[tokens, width]: the hidden state that enters."""
    query: np.ndarray
    key: np.ndarray
    value: np.ndarray
    """[heads, tokens, head_width], biases included."""
    log_attention: np.ndarray
    """[heads, tokens (query), tokens (key)], minus infinity where masked."""
    context: np.ndarray
    """[tokens, width]: the heads side by side, before the output projection."""
    attention_sum: np.ndarray
    """[tokens, width]: inputs + attention's output."""
    middle: np.ndarray
    """[tokens, width]: between attention and MLP."""
    hidden: np.ndarray
    """[tokens, hidden]: the MLP before its activation."""
    mlp_out: np.ndarray
    """[tokens, width]"""
    mlp_sum: np.ndarray
    """[tokens, width]: middle + mlp_out."""
    outputs: np.ndarray
    """[tokens, width]: the hidden state that leaves."""

    @property
    def attention(self) -> np.ndarray:
        """[heads, tokens (query), tokens (key)]; rows sum to 1."""
        return np.exp(self.log_attention)


@dataclass(frozen=True)
class Run:
    """The values of one forward pass."""

    words: np.ndarray
    """[tokens, width]: word embeddings alone."""
    places: np.ndarray
    """[tokens, width]: position plus type embeddings."""
    layers: tuple[LayerRun, ...]
    first: np.ndarray
    """[tokens, width]: the input of layer 0."""
    last: np.ndarray
    """[tokens, width]: after the last layer, before a final norm."""
    pooled: np.ndarray
    """[width]: the pooler before its tanh (the position that is read, where there is no pooler)."""
    logits: np.ndarray
    """[classes]"""


def forward(
    network: Network,
    ids: Sequence[int],
    types: Sequence[int] | None = None,
    *,
    mean_values: np.ndarray | None = None,
) -> Run:
    """Run one unpadded text.

    Args:
        network: The classifier.
        ids: [tokens], vocabulary entries.
        types: [tokens], token types; all 0 where absent.
        mean_values: [layers, heads, tokens, head_width] or None. Where given, every message is
            A_ij mean_values_j in place of A_ij v_j; A is the run's own.
    """
    words = network.words[list(ids)]
    places = network.positions[: len(ids)] + network.types[list(types or [0] * len(ids))]
    first = state = normed(network.embedding_norm, words + places)
    layers = []
    for index, layer in enumerate(network.layers):
        means = None if mean_values is None else mean_values[index]
        layers.append(_layer(network, layer, state, means))
        state = layers[-1].outputs
    pooled = normed(network.final_norm, state)[network.reads]
    read = pooled
    if network.pooler is not None:
        pooled = affine(network.pooler, pooled)
        read = np.tanh(pooled)
    logits = affine(network.classifier, read)
    return Run(words, places, tuple(layers), first, state, pooled, logits)


def normed(norm: Norm | None, x: np.ndarray) -> np.ndarray:
    """Layer norm over the last axis; the identity where there is none."""
    if norm is None:
        return x
    return norm.gain * centred(x) / divisor(norm, x)[..., None] + norm.shift


def centred(x: np.ndarray) -> np.ndarray:
    """x minus its mean over the last axis."""
    return x - x.mean(axis=-1, keepdims=True)


def divisor(norm: Norm, x: np.ndarray) -> np.ndarray:
    """sqrt(variance + epsilon) over the last axis."""
    return np.sqrt((centred(x) ** 2).mean(axis=-1) + norm.epsilon)


def affine(linear: Linear, x: np.ndarray) -> np.ndarray:
    """weight x + bias over the last axis."""
    return x @ linear.weight.T + linear.bias


def by_head(x: np.ndarray, heads: int) -> np.ndarray:
    """[tokens, heads * head_width] to [heads, tokens, head_width]."""
    return x.reshape(len(x), heads, -1).transpose(1, 0, 2)


def side_by_side(x: np.ndarray) -> np.ndarray:
    """[heads, tokens, head_width] to [tokens, heads * head_width]."""
    return x.transpose(1, 0, 2).reshape(x.shape[1], -1)


def _layer(network: Network, layer: Layer, x: np.ndarray, means: np.ndarray | None) -> LayerRun:
    before = normed if network.pre_norm else _unchanged
    after = _unchanged if network.pre_norm else normed
    entered = before(layer.attention_norm, x)
    query, key, value = (
        by_head(affine(linear, entered), network.heads)
        for linear in (layer.query, layer.key, layer.value)
    )
    log_attention = _log_attention(query, key, causal=network.causal)
    sent = value if means is None else means
    context = side_by_side(np.exp(log_attention) @ sent)
    attention_sum = x + affine(layer.output, context)
    middle = after(layer.attention_norm, attention_sum)
    hidden = affine(layer.up, before(layer.mlp_norm, middle))
    mlp_out = affine(layer.down, network.activation.value(hidden))
    mlp_sum = middle + mlp_out
    return LayerRun(
        inputs=x,
        query=query,
        key=key,
        value=value,
        log_attention=log_attention,
        context=context,
        attention_sum=attention_sum,
        middle=middle,
        hidden=hidden,
        mlp_out=mlp_out,
        mlp_sum=mlp_sum,
        outputs=after(layer.mlp_norm, mlp_sum),
    )


def _unchanged(norm: Norm | None, x: np.ndarray) -> np.ndarray:
    return x


def _log_attention(query: np.ndarray, key: np.ndarray, *, causal: bool) -> np.ndarray:
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(query.shape[-1])
    if causal:
        later = np.triu(np.ones(scores.shape[1:], dtype=bool), k=1)
        scores = np.where(later, -np.inf, scores)
    scores = scores - scores.max(axis=-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
