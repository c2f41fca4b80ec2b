"""A classifier as plain numpy arrays, read from the state dict of BERT or GPT-2."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

Weights = Mapping[str, np.ndarray]
Elementwise = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Sizes:
    """What a state dict does not say."""

    family: Literal["bert", "gpt2"]
    layers: int
    heads: int
    epsilon: float
    """Added to the variance by every layer norm."""


@dataclass(frozen=True)
class Linear:
    """x -> weight x + bias; weight [out, in], bias [out]."""

    weight: np.ndarray
    bias: np.ndarray


@dataclass(frozen=True)
class Norm:
    """c -> gain c / sqrt(var + epsilon) + shift, c the centred input; gain and shift [width]."""

    gain: np.ndarray
    shift: np.ndarray
    epsilon: float


@dataclass(frozen=True)
class Activation:
    """An elementwise function that is 0 at 0, and its derivative."""

    value: Elementwise
    derivative: Elementwise


@dataclass(frozen=True)
class Layer:
    """One block; a norm that is None is the identity."""

    query: Linear
    key: Linear
    value: Linear
    output: Linear
    attention_norm: Norm | None
    up: Linear
    down: Linear
    mlp_norm: Norm | None


@dataclass(frozen=True)
class Network:
    """A classifier; `pre_norm` says whether a norm stands before its branch or after the sum."""

    words: np.ndarray
    """[vocabulary, width]"""
    positions: np.ndarray
    """[longest, width]"""
    types: np.ndarray
    """[types, width]"""
    embedding_norm: Norm | None
    layers: tuple[Layer, ...]
    final_norm: Norm | None
    pooler: Linear | None
    """Followed by tanh."""
    classifier: Linear
    heads: int
    activation: Activation
    pre_norm: bool
    causal: bool
    reads: int
    """The position that is classified: 0 or -1."""


def network_of(weights: Weights, sizes: Sizes) -> Network:
    """The classifier whose state dict is `weights` (keys as in transformers, arrays of fp64)."""
    return {"bert": _bert, "gpt2": _gpt2}[sizes.family](weights, sizes)


def _bert(weights: Weights, sizes: Sizes) -> Network:
    def linear(name: str) -> Linear:
        return Linear(weights[f"{name}.weight"], weights[f"{name}.bias"])

    def norm(name: str) -> Norm:
        return Norm(weights[f"{name}.weight"], weights[f"{name}.bias"], sizes.epsilon)

    def layer(name: str) -> Layer:
        return Layer(
            query=linear(f"{name}.attention.self.query"),
            key=linear(f"{name}.attention.self.key"),
            value=linear(f"{name}.attention.self.value"),
            output=linear(f"{name}.attention.output.dense"),
            attention_norm=norm(f"{name}.attention.output.LayerNorm"),
            up=linear(f"{name}.intermediate.dense"),
            down=linear(f"{name}.output.dense"),
            mlp_norm=norm(f"{name}.output.LayerNorm"),
        )

    return Network(
        words=weights["bert.embeddings.word_embeddings.weight"],
        positions=weights["bert.embeddings.position_embeddings.weight"],
        types=weights["bert.embeddings.token_type_embeddings.weight"],
        embedding_norm=norm("bert.embeddings.LayerNorm"),
        layers=tuple(layer(f"bert.encoder.layer.{index}") for index in range(sizes.layers)),
        final_norm=None,
        pooler=linear("bert.pooler.dense"),
        classifier=linear("classifier"),
        heads=sizes.heads,
        activation=GELU,
        pre_norm=False,
        causal=False,
        reads=0,
    )


def _gpt2(weights: Weights, sizes: Sizes) -> Network:
    width = weights["transformer.wte.weight"].shape[1]

    def linear(name: str, columns: slice = slice(None)) -> Linear:
        stored = weights[f"{name}.weight"]  # [in, out]: transformers' Conv1D
        return Linear(stored[:, columns].T, weights[f"{name}.bias"][columns])

    def norm(name: str) -> Norm:
        return Norm(weights[f"{name}.weight"], weights[f"{name}.bias"], sizes.epsilon)

    def layer(name: str) -> Layer:
        return Layer(
            query=linear(f"{name}.attn.c_attn", slice(0, width)),
            key=linear(f"{name}.attn.c_attn", slice(width, 2 * width)),
            value=linear(f"{name}.attn.c_attn", slice(2 * width, 3 * width)),
            output=linear(f"{name}.attn.c_proj"),
            attention_norm=norm(f"{name}.ln_1"),
            up=linear(f"{name}.mlp.c_fc"),
            down=linear(f"{name}.mlp.c_proj"),
            mlp_norm=norm(f"{name}.ln_2"),
        )

    score = weights["score.weight"]
    return Network(
        words=weights["transformer.wte.weight"],
        positions=weights["transformer.wpe.weight"],
        types=np.zeros((1, width)),
        embedding_norm=None,
        layers=tuple(layer(f"transformer.h.{index}") for index in range(sizes.layers)),
        final_norm=norm("transformer.ln_f"),
        pooler=None,
        classifier=Linear(score, np.zeros(len(score))),
        heads=sizes.heads,
        activation=GELU_NEW,
        pre_norm=True,
        causal=True,
        reads=-1,
    )


def _gaussian_below(z: np.ndarray) -> np.ndarray:
    return np.vectorize(lambda one: 0.5 * math.erfc(-one / math.sqrt(2)))(z)


def _gelu(z: np.ndarray) -> np.ndarray:
    return z * _gaussian_below(z)


def _gelu_derivative(z: np.ndarray) -> np.ndarray:
    return _gaussian_below(z) + z * np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


def _gelu_new(z: np.ndarray) -> np.ndarray:
    return 0.5 * z * (1 + np.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))


def _gelu_new_derivative(z: np.ndarray) -> np.ndarray:
    scale = math.sqrt(2 / math.pi)
    bent = np.tanh(scale * (z + 0.044715 * z**3))
    return 0.5 * (1 + bent) + 0.5 * z * (1 - bent**2) * scale * (1 + 3 * 0.044715 * z**2)


GELU = Activation(_gelu, _gelu_derivative)
GELU_NEW = Activation(_gelu_new, _gelu_new_derivative)
TANH = Activation(np.tanh, lambda z: 1 - np.tanh(z) ** 2)
