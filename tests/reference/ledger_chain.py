"""A ledger's layers as one chain of matrices, and the row vector w^T M_L ... M_1 at every place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tests.reference.ledger_matrices import (
    frozen_norm_matrix,
    mean,
    message_matrices,
    norm_matrix,
    per_token,
    pick_head,
    score_matrices,
    slopes,
    softmax_matrix,
)
from tests.reference.ledger_network import TANH, Layer, Network, Norm
from tests.reference.ledger_runs import LayerRun, Run


@dataclass(frozen=True)
class LayerMatrices:
    """One block; `x + branch(x)` stands twice, with a norm before or after."""

    attention_enter: np.ndarray
    context: np.ndarray
    """From what enters attention to the heads' context vectors."""
    output: np.ndarray
    attention_leave: np.ndarray
    mlp_enter: np.ndarray
    up: np.ndarray
    bend: np.ndarray
    down: np.ndarray
    mlp_leave: np.ndarray

    @property
    def whole(self) -> np.ndarray:
        """D(outputs) = whole D(inputs)."""
        same = np.eye(self.output.shape[0])
        attended = same + self.output @ self.context @ self.attention_enter
        transformed = same + self.down @ self.bend @ self.up @ self.mlp_enter
        return self.mlp_leave @ transformed @ self.attention_leave @ attended


@dataclass(frozen=True)
class Chain:
    """From the word embeddings to the logits."""

    embedding: np.ndarray
    layers: tuple[LayerMatrices, ...]
    final: np.ndarray
    """The norm after the last layer, and the choice of the position that is read."""
    pooler: np.ndarray
    bend: np.ndarray
    classifier: np.ndarray


@dataclass(frozen=True)
class LayerRows:
    """The row vector at the places of one block, each [tokens, width]."""

    inputs: np.ndarray
    attention_input: np.ndarray
    context: np.ndarray
    attention_sum: np.ndarray
    middle: np.ndarray
    mlp_input: np.ndarray
    hidden: np.ndarray
    mlp_sum: np.ndarray
    outputs: np.ndarray


@dataclass(frozen=True)
class Rows:
    """The row vector at every place of the chain."""

    embedding: np.ndarray
    """[tokens, width]: at the sum of word, position and type embeddings."""
    first: np.ndarray
    """[tokens, width]: at the input of layer 0."""
    layers: tuple[LayerRows, ...]
    last: np.ndarray
    """[tokens, width]: after the last layer."""
    read: np.ndarray
    """[width]: at the position that is read, after the final norm."""
    pooled: np.ndarray
    """[width]: before the pooler's tanh."""


def secant_chain(
    network: Network, run: Run, other: Run, mean_values: np.ndarray | None = None
) -> Chain:
    """Every difference run - other, layer by layer.

    With `mean_values` [layers, heads, tokens, head_width] a message is A vbar + g A (v - vbar) with
    the gate g = 1 in `run` and 0 in `other`; the chain contributes what does not come from gates.
    """
    layers = []
    for index, (layer, one, two) in enumerate(
        zip(network.layers, run.layers, other.layers, strict=True)
    ):
        attention = mean(one.attention, two.attention)
        value = mean(one.value, two.value)
        if mean_values is not None:
            attention = attention / 2
            value = mean_values[index] + (value - mean_values[index]) / 2
        context = _secant_context(layer, one, two, attention, value)
        layers.append(_secant_layer(network, layer, one, two, context))
    tokens = len(run.words)
    final = norm_matrix(network.final_norm, run.last, other.last)
    return Chain(
        embedding=norm_matrix(
            network.embedding_norm, run.words + run.places, other.words + other.places
        ),
        layers=tuple(layers),
        final=_pick_token(network.reads % tokens, tokens, run.words.shape[1]) @ final,
        pooler=_pooler(network),
        bend=_pooler_bend(network, run.pooled, other.pooled),
        classifier=network.classifier.weight,
    )


def frozen_chain(network: Network, run: Run) -> Chain:
    """One run with attention, divisors and slopes f(z) / z held; without its biases."""
    tokens = len(run.words)
    final = frozen_norm_matrix(network.final_norm, run.last)
    return Chain(
        embedding=frozen_norm_matrix(network.embedding_norm, run.words + run.places),
        layers=tuple(
            _frozen_layer(network, layer, one)
            for layer, one in zip(network.layers, run.layers, strict=True)
        ),
        final=_pick_token(network.reads % tokens, tokens, run.words.shape[1]) @ final,
        pooler=_pooler(network),
        bend=_pooler_bend(network, run.pooled, np.zeros_like(run.pooled)),
        classifier=network.classifier.weight,
    )


def backward(chain: Chain, target: np.ndarray, tokens: int) -> Rows:
    """The row vector target^T M ... at every place; target [classes]."""
    pooled = target @ chain.classifier @ chain.bend
    read = pooled @ chain.pooler
    last = state = read @ chain.final
    layers: list[LayerRows] = []
    for layer in reversed(chain.layers):
        layers.insert(0, _layer_rows(layer, state, tokens))
        state = layers[0].inputs.reshape(-1)
    return Rows(
        embedding=(state @ chain.embedding).reshape(tokens, -1),
        first=state.reshape(tokens, -1),
        layers=tuple(layers),
        last=last.reshape(tokens, -1),
        read=read,
        pooled=pooled,
    )


def _layer_rows(layer: LayerMatrices, outputs: np.ndarray, tokens: int) -> LayerRows:
    mlp_sum = outputs @ layer.mlp_leave
    hidden = mlp_sum @ layer.down @ layer.bend
    mlp_input = hidden @ layer.up
    middle = mlp_sum + mlp_input @ layer.mlp_enter
    attention_sum = middle @ layer.attention_leave
    context = attention_sum @ layer.output
    attention_input = context @ layer.context
    inputs = attention_sum + attention_input @ layer.attention_enter
    rows = {
        "inputs": inputs,
        "attention_input": attention_input,
        "context": context,
        "attention_sum": attention_sum,
        "middle": middle,
        "mlp_input": mlp_input,
        "hidden": hidden,
        "mlp_sum": mlp_sum,
        "outputs": outputs,
    }
    return LayerRows(**{name: row.reshape(tokens, -1) for name, row in rows.items()})


def _secant_layer(
    network: Network, layer: Layer, one: LayerRun, two: LayerRun, context: np.ndarray
) -> LayerMatrices:
    def norm_at(norm: Norm | None, place: str) -> np.ndarray:
        return norm_matrix(norm, getattr(one, place), getattr(two, place))

    bend = slopes(network.activation, one.hidden, two.hidden)
    return _assemble(network, layer, context, bend, norm_at)


def _frozen_layer(network: Network, layer: Layer, one: LayerRun) -> LayerMatrices:
    def norm_at(norm: Norm | None, place: str) -> np.ndarray:
        return frozen_norm_matrix(norm, getattr(one, place))

    bend = slopes(network.activation, one.hidden, np.zeros_like(one.hidden))
    return _assemble(network, layer, _frozen_context(layer, one), bend, norm_at)


def _assemble(
    network: Network,
    layer: Layer,
    context: np.ndarray,
    bend: np.ndarray,
    norm_at: Callable[[Norm | None, str], np.ndarray],
) -> LayerMatrices:
    tokens, same = len(bend), np.eye(len(context))
    pre = network.pre_norm
    return LayerMatrices(
        attention_enter=norm_at(layer.attention_norm, "inputs") if pre else same,
        context=context,
        output=per_token(layer.output.weight, tokens),
        attention_leave=same if pre else norm_at(layer.attention_norm, "attention_sum"),
        mlp_enter=norm_at(layer.mlp_norm, "middle") if pre else same,
        up=per_token(layer.up.weight, tokens),
        bend=np.diag(bend.reshape(-1)),
        down=per_token(layer.down.weight, tokens),
        mlp_leave=same if pre else norm_at(layer.mlp_norm, "mlp_sum"),
    )


def _secant_context(
    layer: Layer, one: LayerRun, two: LayerRun, attention: np.ndarray, value: np.ndarray
) -> np.ndarray:
    heads, tokens, part = one.query.shape
    query, key = mean(one.query, two.query), mean(one.key, two.key)
    total = np.zeros((tokens * heads * part, tokens * heads * part))
    for head in range(heads):
        pick = pick_head(head, heads, tokens, heads * part)
        from_query, from_key = score_matrices(query[head], key[head])
        scores = from_query @ pick @ per_token(layer.query.weight, tokens)
        scores += from_key @ pick @ per_token(layer.key.weight, tokens)
        softmax = softmax_matrix(one.log_attention[head], two.log_attention[head])
        from_attention, from_value = message_matrices(attention[head], value[head])
        values = pick @ per_token(layer.value.weight, tokens)
        total += pick.T @ (from_attention @ softmax @ scores + from_value @ values)
    return total


def _frozen_context(layer: Layer, one: LayerRun) -> np.ndarray:
    heads, tokens, part = one.query.shape
    total = np.zeros((tokens * heads * part, tokens * heads * part))
    for head in range(heads):
        pick = pick_head(head, heads, tokens, heads * part)
        _, from_value = message_matrices(one.attention[head], one.value[head])
        total += pick.T @ from_value @ pick @ per_token(layer.value.weight, tokens)
    return total


def _pick_token(token: int, tokens: int, width: int) -> np.ndarray:
    return np.eye(tokens * width)[token * width : (token + 1) * width]


def _pooler(network: Network) -> np.ndarray:
    width = network.classifier.weight.shape[1]
    return np.eye(width) if network.pooler is None else network.pooler.weight


def _pooler_bend(network: Network, z: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.eye(len(z)) if network.pooler is None else np.diag(slopes(TANH, z, other))
