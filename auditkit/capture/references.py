"""What a token is replaced by: the embedding of a blank, of nothing, or of the average token."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from torch import Tensor, nn

    from auditkit.capture.requests import Reference


@dataclass(frozen=True, slots=True)
class Blank:
    """The token that stands for no token."""

    kind: str
    """``mask``, ``unknown`` or ``vocabulary_mean``."""
    token: str | None
    id: int | None
    """None for the mean of the vocabulary, which is no token."""


def blank_of(tokenizer: Any) -> Blank:  # noqa: ANN401
    """Mask token, else unknown token, never the padding token; else the mean embedding."""
    if tokenizer.mask_token_id is not None:
        return Blank("mask", tokenizer.mask_token, int(tokenizer.mask_token_id))
    unknown = tokenizer.unk_token_id
    if unknown is not None and unknown != tokenizer.pad_token_id:
        return Blank("unknown", tokenizer.unk_token, int(unknown))
    return Blank("vocabulary_mean", None, None)


def blanked(embeddings: Tensor, where: Tensor, blank: Tensor) -> Tensor:
    """Return embeddings [rows tokens width] with `blank` [width] at the tokens of `where`."""
    return torch.where(where[..., None], blank.to(embeddings.dtype), embeddings)


def reference_vectors(embeddings: nn.Module, blank: Blank) -> dict[Reference, Tensor]:
    """Return each reference embedding, float32 [width] on the model's device."""
    weight: Tensor = embeddings.weight
    with torch.no_grad():
        every = torch.arange(weight.shape[0], device=weight.device)
        mean = embeddings(every).float().mean(0)
        vector = mean if blank.id is None else embeddings(every[blank.id]).float()
    return {"blank": vector, "mean": mean, "zero": torch.zeros_like(mean)}
