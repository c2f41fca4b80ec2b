"""Transformers classifiers whose weights are set by hand, from heads that move named signals.

The residual stream is cut into fields. A large constant makes every norm almost a fixed factor,
and every code is centred within its field, so that subtracting the mean changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
import transformers

from tests.circuit_words import KIND_OF, LABELS, NAMES, NOUNS, POLARITY, VOCABULARY

POSITIONS = 20
SLOTS, HEADS, NEURONS = POSITIONS, 4, 16
WIDTH = HEADS * SLOTS
KINDS = ("sink", "read", "class", "noun", "adverb", "name", "not", "plain")
SIZES = {
    "constant": 2, "position": POSITIONS, "kind": len(KINDS), "polarity": 2, "negator": 2,
    "negated": 2, "name": len(NAMES), "previous": len(NAMES), "noun": len(NOUNS),
    "ignored": len(NOUNS), "verdict": 2,
}  # fmt: skip
_ENDS = np.cumsum(list(SIZES.values()))
FIELDS = {
    name: slice(int(end) - size, int(end))
    for (name, size), end in zip(SIZES.items(), _ENDS, strict=True)
}
"""Field -> its dimensions; ``ignored`` is read by noise alone, ``verdict`` by the classifier too."""
CONSTANT = 30.0
NOISE = 0.0005
SHARP = 20.0
"""Attention score of a match; the sink has half of it, everything else 0."""
Array = np.ndarray


@dataclass(frozen=True)
class Head:
    """What an attention head reads and writes; the last row of an input map is its bias."""

    query: Array
    """[WIDTH + 1, SLOTS], like `key`; their product is the score itself."""
    key: Array
    value: Array
    out: Array
    """[SLOTS, WIDTH]."""


@dataclass(frozen=True)
class Layer:
    """Heads by index, and the neurons' maps [WIDTH + 1, NEURONS] and [NEURONS, WIDTH]."""

    heads: Mapping[int, Head]
    neurons: tuple[Array, Array] | None = None


@dataclass(frozen=True)
class Blueprint:
    """A model before its noise."""

    layers: Sequence[Layer]
    special: Mapping[str, str]
    """Special token -> kind; those not named are plain."""


# --- Heads and neurons ---------------------------------------------------------------------------


def to_kind(queries: Sequence[str], kind: str) -> tuple[Array, Array]:
    """Query and key maps: tokens of kinds `queries` look at `kind`; all else rests on the sink."""
    query, key = _empty(), _empty()
    query[:, 0] = _by_kind(dict.fromkeys(queries, 1.0))
    key[:, 0] = _by_kind({kind: SHARP})
    query[-1, 1] = 1
    key[:, 1] = _by_kind({"sink": SHARP / 2})
    return query, key


def to_previous() -> tuple[Array, Array]:
    """Query and key maps: every token looks at the one before it."""
    query, key = _empty(), _empty()
    start = FIELDS["position"].start
    for position in range(POSITIONS):
        key[start + position, position] = SHARP
        if position:
            query[start + position, position - 1] = 1
    return query, key


def to_what_followed() -> tuple[Array, Array]:
    """Query and key maps: a name looks at class words that follow the same name.

    A match scores 1.6, another class word -1.4, the sink 0: soft enough for the score's gradient
    to predict what losing the match does.
    """
    query, key = _empty(), _empty()
    for slot in range(len(NAMES)):
        query[FIELDS["name"].start + slot, slot] = 3
        key[FIELDS["previous"].start + slot, slot] = 1
    other = dict.fromkeys(KINDS, -6.0)
    query[-1, len(NAMES)] = 1
    key[:, len(NAMES)] = _by_kind(other | {"class": -0.9, "sink": 0.0})
    return query, key


def move(attention: tuple[Array, Array], source: str, target: str, gain: float = 1.0) -> Head:
    """A head that moves the field `source` of what it looks at into the field `target`."""
    value, out = _empty(), np.zeros((SLOTS, WIDTH))
    slots = np.arange(SIZES[source])
    value[FIELDS[source].start + slots, slots] = 1
    out[slots, FIELDS[target].start + slots] = gain
    return Head(*attention, value, out)


def flip_if_negated() -> tuple[Array, Array]:
    """Neurons that add -2 polarity where ``negated`` is set: gelu(6 (+-polarity + negated - 1))."""
    up, down = np.zeros((WIDTH + 1, NEURONS)), np.zeros((NEURONS, WIDTH))
    both = np.array([0.5, -0.5])
    for neuron, sign in enumerate((1, -1)):
        up[FIELDS["polarity"], neuron] = 6 * sign * both
        up[FIELDS["negated"], neuron] = 6 * both
        up[-1, neuron] = -6
        down[neuron, FIELDS["polarity"]] = -2 / 6 * sign * 2 * both
    return up, down


def _empty() -> Array:
    return np.zeros((WIDTH + 1, SLOTS))


def _by_kind(weights: Mapping[str, float]) -> Array:
    """A column that reads exactly the weight of a token's kind, and 0 for other kinds."""
    column = np.zeros(WIDTH + 1)
    codes = np.array([weights.get(kind, 0.0) for kind in KINDS])
    column[FIELDS["kind"]] = codes
    column[-1] = codes.mean()
    return column


# --- Embeddings ----------------------------------------------------------------------------------


def token_vectors(special: Mapping[str, str]) -> Array:
    """[vocabulary, WIDTH]: constant, kind, polarity, "not", name and noun of every token."""
    vectors = np.zeros((len(VOCABULARY), WIDTH))
    for vector, token in zip(vectors, VOCABULARY, strict=True):
        kind = special.get(token, KIND_OF.get(token, "plain"))
        vector[FIELDS["constant"]] = CONSTANT, -CONSTANT
        vector[FIELDS["kind"]] = _one_of(KINDS, kind)
        vector[FIELDS["polarity"]] = np.array([1, -1]) * POLARITY.get(token, 0)
        vector[FIELDS["negator"]] = np.array([1, -1]) * (kind == "not")
        vector[FIELDS["name"]] = _one_of(NAMES, token)
        vector[FIELDS["noun"]] = _one_of(NOUNS, token)
    return vectors


def position_vectors() -> Array:
    """[POSITIONS, WIDTH]."""
    vectors = np.zeros((POSITIONS, WIDTH))
    vectors[:, FIELDS["position"]] = np.eye(POSITIONS) - 1 / POSITIONS
    return vectors


def _one_of(options: Sequence[str], chosen: str) -> Array:
    if chosen not in options:
        return np.zeros(len(options))
    return np.eye(len(options))[options.index(chosen)] - 1 / len(options)


# --- Models --------------------------------------------------------------------------------------


def gpt2(blueprint: Blueprint, seed: int) -> Any:
    """A ``GPT2ForSequenceClassification``, which reads the last token."""
    config = transformers.GPT2Config(
        n_embd=WIDTH, n_head=HEADS, n_layer=len(blueprint.layers), n_positions=POSITIONS,
        n_inner=NEURONS, bos_token_id=None, eos_token_id=None, **_labelled(),
    )  # fmt: skip
    model = transformers.GPT2ForSequenceClassification(config)
    write = _Writer(seed)
    body = model.transformer
    write.table(body.wte, token_vectors(blueprint.special))
    write.table(body.wpe, position_vectors())
    for block, layer in zip(body.h, blueprint.layers, strict=True):
        query, key, value, out = _attention(layer)
        write.linear(block.attn.c_attn, np.concatenate([query, key, value], axis=1))
        write.linear(block.attn.c_proj, out, of_stream=False)
        write.neurons(layer, block.mlp.c_fc, block.mlp.c_proj)
    write.norms(model)
    write.linear(model.score, _verdict(4.0 / 2))
    return model.eval()


def bert(blueprint: Blueprint, seed: int) -> Any:
    """A ``BertForSequenceClassification``, which reads the first token."""
    config = transformers.BertConfig(
        hidden_size=WIDTH, num_attention_heads=HEADS, num_hidden_layers=len(blueprint.layers),
        max_position_embeddings=POSITIONS, intermediate_size=NEURONS, **_labelled(),
    )  # fmt: skip
    model = transformers.BertForSequenceClassification(config)
    write = _Writer(seed)
    parts = model.bert.embeddings
    write.table(parts.word_embeddings, token_vectors(blueprint.special))
    write.table(parts.position_embeddings, position_vectors())
    write.table(parts.token_type_embeddings, np.zeros((2, WIDTH)))
    for block, layer in zip(model.bert.encoder.layer, blueprint.layers, strict=True):
        inner = block.attention.self
        *projections, out = _attention(layer)
        for module, weight in zip((inner.query, inner.key, inner.value), projections, strict=True):
            write.linear(module, weight)
        write.linear(block.attention.output.dense, out, of_stream=False)
        write.neurons(layer, block.intermediate.dense, block.output.dense)
    write.norms(model)
    kept = np.zeros((WIDTH + 1, WIDTH))
    kept[FIELDS["verdict"], FIELDS["verdict"]] = np.eye(2) / 2
    write.linear(model.bert.pooler.dense, kept)
    write.linear(model.classifier, _verdict(4.0), of_stream=False)
    return model.eval()


def _labelled() -> dict[str, Any]:
    names = dict(enumerate(LABELS))
    ids = {name: index for index, name in names.items()}
    return {"vocab_size": len(VOCABULARY), "pad_token_id": 0, "id2label": names, "label2id": ids}


def _verdict(gain: float) -> Array:
    weight = np.zeros((WIDTH + 1, 2))
    weight[FIELDS["verdict"]] = gain * np.eye(2)[::-1]
    return weight


def _attention(layer: Layer) -> tuple[Array, Array, Array, Array]:
    """The heads' maps side by side: query, key, value [WIDTH + 1, WIDTH] and out, bias row 0."""
    unused = Head(_empty(), _empty(), _empty(), np.zeros((SLOTS, WIDTH)))
    heads = [layer.heads.get(index, unused) for index in range(HEADS)]
    query = np.concatenate([head.query for head in heads], axis=1) * SLOTS**0.5
    key = np.concatenate([head.key for head in heads], axis=1)
    value = np.concatenate([head.value for head in heads], axis=1)
    return query, key, value, np.concatenate([*(head.out for head in heads), np.zeros((1, WIDTH))])


class _Writer:
    """Fills modules with weights plus seeded noise, so that nothing is exactly zero."""

    def __init__(self, seed: int) -> None:
        self._rng = np.random.default_rng(seed)

    def table(self, module: Any, vectors: Array) -> None:
        _fill(module.weight, vectors + self._noise(vectors.shape))

    def linear(self, module: Any, weight: Array, *, of_stream: bool = True) -> None:
        """Write a map [inputs + 1, outputs]; noise is less on the constant and the ignored field."""
        noise = self._noise(weight.shape)
        if of_stream:
            noise[FIELDS["constant"]] /= CONSTANT
            noise[FIELDS["ignored"]] /= 10
        noisy = weight + noise
        swapped = isinstance(module, torch.nn.Linear)
        _fill(module.weight, noisy[:-1].T if swapped else noisy[:-1])
        if module.bias is not None:
            _fill(module.bias, noisy[-1])

    def neurons(self, layer: Layer, up: Any, down: Any) -> None:
        maps = layer.neurons or (np.zeros((WIDTH + 1, NEURONS)), np.zeros((NEURONS, WIDTH)))
        self.linear(up, maps[0])
        self.linear(down, np.concatenate([maps[1], np.zeros((1, WIDTH))]), of_stream=False)

    def norms(self, model: Any) -> None:
        """Let every norm give back about what it divides by."""
        usual = CONSTANT * (SIZES["constant"] / WIDTH) ** 0.5
        for module in model.modules():
            if isinstance(module, torch.nn.LayerNorm):
                _fill(module.weight, usual * (1 + self._noise((WIDTH,))))
                _fill(module.bias, self._noise((WIDTH,)))

    def _noise(self, shape: tuple[int, ...]) -> Array:
        return NOISE * self._rng.standard_normal(shape)


def _fill(parameter: torch.nn.Parameter, values: Array) -> None:
    with torch.no_grad():
        parameter.copy_(torch.from_numpy(np.ascontiguousarray(values)))
