"""A model that does not take the registered attention keeps its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.capture.attention import KERNEL
from auditkit.capture.memory import is_out_of_memory
from auditkit.capture.overrides import set_attention
from auditkit.capture.trying import first_line

if TYPE_CHECKING:
    from collections.abc import Callable

EAGER = "eager"
"""transformers' plain arithmetic, which a ledger can follow."""


def use_registered_attention(model: Any) -> str | None:  # noqa: ANN401
    """Compute attention by the registered function; return why not, where the model refuses it."""
    try:
        set_attention(model, KERNEL)
    except Exception as error:
        return f"it refuses a registered attention function: {first_line(error)}"
    return None


def why_not_registered(model: Any) -> str:  # noqa: ANN401
    """Say why no attention went through the registered function."""
    refused = use_registered_attention(model)
    return refused or "its attention does not go through transformers' AttentionInterface"


def use_own_attention(model: Any, production: str, run: Callable[[], object]) -> None:  # noqa: ANN401
    """Compute attention as the architecture does: by its plain arithmetic, or else as in production.

    Args:
        model: The model.
        production: The attention implementation transformers would have chosen.
        run: Runs a pass; raises where the model cannot be run so.
    """
    try:
        set_attention(model, EAGER)
        run()
    except Exception as error:
        if production == EAGER or is_out_of_memory(error):
            raise
        set_attention(model, production)
        run()
