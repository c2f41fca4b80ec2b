"""One attention function for every architecture, registered with transformers.

transformers lets one function serve as the attention of every model that follows its
``AttentionInterface``. auditkit registers the eager arithmetic under the name ``auditkit`` and
hands each layer's weights to the recorder that is active; without one it is eager attention.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import torch
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.masking_utils import eager_mask

from auditkit.errors import UnsupportedModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor, nn

KERNEL = "auditkit"


@dataclass(frozen=True, slots=True, eq=False)
class AttentionStep:
    """What one attention layer did to a padded batch."""

    module: nn.Module
    """The layer's attention module."""
    layer: int
    """Layer, from 0, counted by call: layers that share weights are told apart."""
    weights: Tensor
    """float32 [batch heads queries keys], after the softmax; row i is where position i looks."""
    query: Tensor
    """In the model's dtype [batch heads queries head_width], after any rotary embedding."""
    key: Tensor
    """The same of keys [batch key_heads keys head_width], grouped as the model has them."""
    scaling: float
    """What products of queries and keys are multiplied by before anything is added."""
    values: Tensor
    """In the model's dtype [batch heads keys head_width]; grouped key-value heads repeated for each query head."""
    visible: Tensor
    """bool [batch 1 queries keys], broadcastable: the keys a query may see."""
    context: Tensor
    """[batch queries heads head_width]: what the layer's output projection will read."""


@dataclass(frozen=True, slots=True, eq=False)
class AttentionInputs:
    """What a layer hands to its attention."""

    query: Tensor
    """[batch heads queries head_width]."""
    key: Tensor
    """[batch key_heads keys head_width]."""
    value: Tensor
    """[batch key_heads keys head_width]."""
    mask: Tensor | None
    """Added to the scores, [batch 1 queries keys]; queries may be 1 for all alike."""

    def at(self, rows: Tensor, positions: Tensor) -> AttentionInputs:
        """Return the same with one query per row: that at its position."""
        mask = self.mask
        if mask is not None and mask.shape[2] > 1:
            mask = mask.expand(len(rows), -1, -1, -1)[rows, :, positions][:, :, None]
        query = self.query[rows, :, positions][:, :, None]
        return AttentionInputs(query, self.key, self.value, mask)


@dataclass(frozen=True, slots=True, eq=False)
class Scoring:
    """How a layer turns queries and keys into scores."""

    scaling: float
    softcap: float | None
    """Scores are bent to softcap * tanh(score / softcap); None where they are not."""
    bias: Tensor | None
    """Learned position bias, added after the cap."""
    mask: Tensor | None
    """Added last: [batch 1 queries keys]."""

    def products(self, query: Tensor, key: Tensor) -> Tensor:
        """Return the scaled products of queries and keys, [batch heads queries keys]."""
        # In place: a map of every pair of positions is the largest tensor there is.
        return torch.matmul(query, key.transpose(2, 3)).mul_(self.scaling)

    def scores(self, query: Tensor, key: Tensor) -> Tensor:
        """Return what the softmax is taken of, [batch heads queries keys]."""
        scores = self.products(query, key)
        if self.softcap is not None:
            scores = torch.tanh(scores / self.softcap) * self.softcap
        for addend in (self.bias, self.mask):
            if addend is not None:
                scores.add_(addend)
        return scores


class Attend(Protocol):
    """Another arithmetic for the whole attention of a layer."""

    def __call__(
        self, module: nn.Module, scoring: Scoring, query: Tensor, key: Tensor, value: Tensor
    ) -> Tensor:
        """Return the context, [batch heads queries head_width]; heads of keys are repeated already."""
        ...


class Recorder(Protocol):
    """Receives every attention layer of a forward pass, in order."""

    def record(self, step: AttentionStep) -> None:
        """Take one layer's step; tensors must not be changed."""
        ...


_active: ContextVar[tuple[Recorder, list[int]] | None] = ContextVar("recorder", default=None)


@contextmanager
def recording(recorder: Recorder) -> Iterator[None]:
    """Send the attention of the forward pass inside the block to `recorder`."""
    token = _active.set((recorder, [0]))
    try:
        yield
    finally:
        _active.reset(token)


_attending: ContextVar[Attend | None] = ContextVar("attending", default=None)


@contextmanager
def attending(attend: Attend) -> Iterator[None]:
    """Compute all attention inside the block by `attend`."""
    token = _attending.set(attend)
    try:
        yield
    finally:
        _attending.reset(token)


_revaluing: ContextVar[Callable[[Tensor], Tensor] | None] = ContextVar("revaluing", default=None)


@contextmanager
def revaluing(change: Callable[[Tensor], Tensor]) -> Iterator[None]:
    """Let every layer's attention inside the block move ``change(its values)``.

    Values are [batch heads keys head_width], heads repeated; layers come in their order.
    """
    token = _revaluing.set(change)
    try:
        yield
    finally:
        _revaluing.reset(token)


_detour: ContextVar[Callable[[AttentionInputs], AttentionInputs] | None] = ContextVar(
    "detour", default=None
)


@contextmanager
def detour(change: Callable[[AttentionInputs], AttentionInputs]) -> Iterator[None]:
    """Let attention inside the block work on ``change(its inputs)``."""
    token = _detour.set(change)
    try:
        yield
    finally:
        _detour.reset(token)


def audited_attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    scaling: float | None = None,
    **options: Any,  # noqa: ANN401  (architectures pass options of their own)
) -> tuple[Tensor, Tensor | None]:
    """Return context [batch queries heads head_width] and weights [batch heads queries keys].

    The arithmetic is that of transformers' eager attention: softmax(q k^T scaling + mask) v, with
    soft-capped scores where the architecture asks for them and grouped key-value heads repeated.
    The softmax is taken in float32 whatever the model's dtype.

    Raises:
        UnsupportedModel: The architecture uses learned attention sinks.
    """
    if options.get("s_aux") is not None:
        raise UnsupportedModel(
            f"{type(module).__name__} has attention sinks (s_aux): not supported."
        )
    change = _detour.get()
    if change is not None:
        changed = change(AttentionInputs(query, key, value, attention_mask))
        query, key, value, attention_mask = (
            changed.query, changed.key, changed.value, changed.mask,
        )  # fmt: skip
    groups = query.shape[1] // key.shape[1]
    grouped, key, value = key, _repeat_heads(key, groups), _repeat_heads(value, groups)
    revalue = _revaluing.get()
    if revalue is not None:
        value = revalue(value)
    scoring = Scoring(
        query.shape[-1] ** -0.5 if scaling is None else scaling,
        options.get("softcap"),
        options.get("position_bias"),
        attention_mask,
    )
    attend = _attending.get()
    if attend is not None:
        return attend(module, scoring, query, key, value).transpose(1, 2).contiguous(), None
    weights = _softmax(scoring.scores(query, key))
    context = torch.matmul(weights.to(value.dtype), value).transpose(1, 2).contiguous()
    active = _active.get()
    if active is not None:
        recorder, calls = active
        visible = _visible(attention_mask, weights)
        recorder.record(
            AttentionStep(
                module, calls[0], weights, query, grouped, scoring.scaling, value, visible, context
            )
        )
        calls[0] += 1
    return context, weights


def _softmax(scores: Tensor) -> Tensor:
    """Return the softmax in float32 or better, in the memory of `scores` where nothing else needs them."""
    if scores.requires_grad or scores.device.type != "cpu" or scores.dtype != torch.float32:
        return torch.softmax(scores, dim=-1, dtype=torch.promote_types(scores.dtype, torch.float32))
    return torch.softmax(scores, dim=-1, out=scores)


def _repeat_heads(states: Tensor, groups: int) -> Tensor:
    return states if groups == 1 else states.repeat_interleave(groups, dim=1)


def _visible(mask: Tensor | None, weights: Tensor) -> Tensor:
    if mask is None:
        return torch.ones_like(weights[:, :1], dtype=torch.bool)
    # Masked entries hold the dtype's minimum (or -inf); learned biases never come near it.
    return (mask > torch.finfo(mask.dtype).min / 2).expand(weights.shape[0], -1, -1, -1)


def audited_mask(*sizes: Any, **options: Any) -> Tensor | None:  # noqa: ANN401
    """Return transformers' eager mask, added to the scores: [batch 1 queries keys].

    transformers leaves the mask out where there is no padding. To know that, it reads the batch: on an
    accelerator everything would wait for the answer, so there the mask stays.
    """
    if torch.device(options.get("device", "cpu")).type != "cpu":
        options["allow_is_bidirectional_skip"] = False
    mask: Tensor | None = eager_mask(*sizes, **options)
    return mask


def register() -> None:
    """Make ``attn_implementation="auditkit"`` known to transformers."""
    AttentionInterface.register(KERNEL, audited_attention)
    AttentionMaskInterface.register(KERNEL, audited_mask)
