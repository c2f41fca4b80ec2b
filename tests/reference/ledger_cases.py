"""Seeded tiny classifiers of transformers, each with a text and its blank."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
import transformers

from tests.reference.ledger import (
    FrozenLedger,
    GateLedger,
    SecantLedger,
    frozen_ledger,
    gate_ledger,
    secant_ledger,
    values_of,
)
from tests.reference.ledger_network import Network, Sizes, network_of
from tests.reference.ledger_runs import Run, forward

EXACT = 1e-11
"""A balance that closes."""
BROKEN = 1e-6
"""A balance that does not."""
TARGET = np.array([1.0, -1.0, 0.25])
VOCABULARY, WIDTH, LAYERS, HEADS = 20, 16, 3, 4


@dataclass(frozen=True)
class Case:
    """A model, a text and its blank."""

    model: torch.nn.Module
    weights: dict[str, np.ndarray]
    sizes: Sizes
    ids: list[int]
    blank: list[int]
    types: list[int] | None

    @property
    def network(self) -> Network:
        return network_of(self.weights, self.sizes)

    def runs(self) -> tuple[Run, Run]:
        """Forward passes of the text and of its blank."""
        text, blank = (forward(self.network, ids, self.types) for ids in (self.ids, self.blank))
        return text, blank

    @property
    def mean_values(self) -> np.ndarray:
        """Role means of another text: the first position, the last, and all between."""
        values = values_of(self.weights, self.sizes, [7, 3, 18, 2, 9, 13, 6][: len(self.ids)])
        means = values.copy()
        means[:, :, 1:-1] = values[:, :, 1:-1].mean(axis=2, keepdims=True)
        return means

    def secant(self) -> SecantLedger:
        return secant_ledger(self.weights, self.sizes, self.ids, self.blank, TARGET, self.types)

    def frozen(self) -> FrozenLedger:
        return frozen_ledger(self.weights, self.sizes, self.ids, TARGET, self.types)

    def gates(self) -> GateLedger:
        return gate_ledger(self.weights, self.sizes, self.ids, self.mean_values, TARGET, self.types)


def bert(seed: int) -> torch.nn.Module:
    config = transformers.BertConfig(
        vocab_size=VOCABULARY, hidden_size=WIDTH, num_hidden_layers=LAYERS,
        num_attention_heads=HEADS, intermediate_size=24, max_position_embeddings=12,
        num_labels=3, pad_token_id=0,
    )  # fmt: skip
    return randomised(transformers.BertForSequenceClassification(config), seed)


def gpt2(seed: int) -> torch.nn.Module:
    config = transformers.GPT2Config(
        vocab_size=VOCABULARY, n_embd=WIDTH, n_layer=LAYERS, n_head=HEADS, n_inner=24,
        n_positions=12, num_labels=3, pad_token_id=0, bos_token_id=None, eos_token_id=None,
    )  # fmt: skip
    return randomised(transformers.GPT2ForSequenceClassification(config), seed)


def randomised(model: torch.nn.Module, seed: int) -> torch.nn.Module:
    """Biases and norms away from 0 and 1, and weights that make attention sharp."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            norm = weight.ndim == 1 and name.endswith("weight")
            weight.copy_(1 + 0.2 * noise if norm else 0.4 * noise)
    return model.double().eval()


@cache
def built(family: str, seed: int) -> Case:
    """The case of one family and seed: 5 to 7 tokens; seed 1 of BERT has two token types."""
    model = {"bert": bert, "gpt2": gpt2}[family](seed)
    weights = {name: tensor.numpy() for name, tensor in model.state_dict().items()}
    epsilon = 1e-12 if family == "bert" else 1e-5
    ids = [2, 11, 5, 17, 8, 14, 3][: 5 + seed % 3]
    blank = [ids[0], *([4] * (len(ids) - 2)), ids[-1]]
    types = [0, 0, 1, 1, 1, 1, 1][: len(ids)] if family == "bert" and seed == 1 else None
    return Case(model, weights, Sizes(family, LAYERS, HEADS, epsilon), ids, blank, types)
