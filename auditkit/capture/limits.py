"""What a model's configuration says of its inputs: how long a text may be, and which id pads it."""

from __future__ import annotations

from typing import Any

import torch

from auditkit.capture.entry import input_embeddings


def padding_id_of(model: Any) -> int | None:  # noqa: ANN401
    """Return the padding id of the configuration; None if it has none within the vocabulary."""
    pad_id = model.config.pad_token_id
    known = pad_id is not None and 0 <= pad_id < input_embeddings(model).weight.shape[0]
    return int(pad_id) if known else None


def most_tokens(model: Any, tokenizer: Any) -> int:  # noqa: ANN401
    """Return the length of the longest input, special tokens included."""
    limits = [int(tokenizer.model_max_length)]
    positions = getattr(model.config, "max_position_embeddings", None)
    if positions and int(positions) > 0:  # XLNet says -1: without limit
        limits.append(int(positions) - _reserved_positions(model))
    return min(limits)


def _reserved_positions(model: Any) -> int:  # noqa: ANN401
    """Positions before the first token's: RoBERTa counts positions from padding_idx + 1."""
    for name, module in model.named_modules():
        if name.endswith("position_embeddings") and isinstance(module, torch.nn.Embedding):
            return 0 if module.padding_idx is None else int(module.padding_idx) + 1
    return 0
