"""What the runner changes about a model for one pass, and puts back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from auditkit.capture.quiet import quiet_transformers

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def padding_id(config: Any, pad_id: int) -> Iterator[None]:  # noqa: ANN401
    """Let a decoder that knows no padding id find the position it reads."""
    before, config.pad_token_id = config.pad_token_id, pad_id
    try:
        yield
    finally:
        config.pad_token_id = before


@contextmanager
def kernel(model: Any, name: str) -> Iterator[None]:  # noqa: ANN401
    """Compute attention by the implementation called `name` inside the block."""
    before = model.config._attn_implementation
    set_attention(model, name)
    try:
        yield
    finally:
        set_attention(model, before)


def set_attention(model: Any, name: str) -> None:  # noqa: ANN401
    """Compute attention by the implementation called `name`; where a model has its own only, it is left that."""
    with quiet_transformers():
        model.set_attn_implementation(name)
