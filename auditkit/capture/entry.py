"""Where a text's tokens enter a model: the calls of the word embeddings that read its ids.

A model may call its word embeddings for more than the words. GPT-2 and its kin look token types up in the
same table, and a model may look up a prompt of its own. Only what is looked up for the batch's ids is a
token's embedding, and all of that is: a model that looks the ids up twice gets the same answer twice. A
model may pad the ids on the way (Longformer, to whole windows).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import torch

from auditkit.errors import UnsupportedModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from torch import Tensor, nn


def input_embeddings(model: Any) -> nn.Module:  # noqa: ANN401
    """Return the module that turns a token's id into its embedding.

    Raises:
        UnsupportedModel: The model names none, or something that is no table of one row for each id.
    """
    name = f"{type(model).__name__} ({model.config.model_type})"
    try:
        module = model.get_input_embeddings()
    except (NotImplementedError, AttributeError):
        module = None
    weight = getattr(module, "weight", None)
    if (
        isinstance(module, torch.nn.Module)
        and isinstance(weight, torch.Tensor)
        and weight.ndim == 2
    ):
        return module
    raise UnsupportedModel(
        f"{name} has no table of word embeddings: get_input_embeddings() gives "
        f"{type(module).__name__}, expected a module with one weight row for each id of the vocabulary. "
        "Words are blanked by their embeddings, so audit an architecture that has them."
    )


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """The word embeddings of a model, as one batch goes through them."""

    module: nn.Module
    ids: Tensor | None = None
    """int64 [rows tokens] of the batch; None where every call is about the tokens."""

    @contextmanager
    def replaced(self, change: Callable[[Tensor], Tensor]) -> Iterator[None]:
        """Let the batch's tokens enter as ``change(their embeddings)`` in the pass inside the block.

        Embeddings are [rows tokens width], also where the model looks ids up without that form.

        Raises:
            UnsupportedModel: The pass did not look the batch's ids up.
        """
        calls = _Calls(self, change)
        hook = self.module.register_forward_hook(calls.answer, with_kwargs=True)
        try:
            yield
        finally:
            hook.remove()
        if calls.entered is None:
            raise UnsupportedModel(
                f"The model did not look its input ids up in {type(self.module).__name__}, its word "
                "embeddings: it changes them on the way, or reads the table by itself. Words "
                "cannot be blanked in it; audit an architecture that calls its embeddings with the ids."
            )


@dataclass(eq=False)
class _Calls:
    entry: Entry
    change: Callable[[Tensor], Tensor]
    entered: Tensor | None = None
    by_memory: bool = field(default=False, init=False)
    """Whether the ids' own memory was handed over; what only equals them is something else then."""

    def answer(
        self,
        _module: nn.Module,
        args: tuple[Any, ...],
        kwargs: Mapping[str, Any],
        output: Any,  # noqa: ANN401
    ) -> Tensor | None:
        """Return what stands for the output of one call; None leaves it as it is."""
        read = next(iter((*args, *kwargs.values())), None)
        added = self._added(read)
        if not added and not self._is_of_tokens(read):
            return None
        if not isinstance(output, torch.Tensor):
            raise UnsupportedModel(
                f"The word embeddings of the model answer a {type(output).__name__}, expected one "
                "tensor [rows, tokens, width]; audit an architecture with plain word embeddings."
            )
        own, padding = output, output[:0]
        if added:
            own, padding = output[:, :-added], output[:, -added:]
        if self.entered is None:
            ids = self.entry.ids
            states = own if ids is None else own.reshape(*ids.shape, own.shape[-1])
            self.entered = self.change(states)
        # A copy each time: a model may scale its embeddings in place.
        entered = self.entered.reshape(own.shape)
        return torch.cat([entered, padding], 1) if added else entered.clone()

    def _added(self, read: object) -> int:
        """Return how many positions a model pads the batch's ids by, on their right and with one id."""
        ids = self.entry.ids
        if ids is None or not isinstance(read, torch.Tensor) or read.ndim != ids.ndim:
            return 0
        length, padding = ids.shape[1], read[:, ids.shape[1] :]
        if len(read) != len(ids) or not padding.numel() or (padding != padding[0, 0]).any():
            return 0
        return padding.shape[1] if torch.equal(read[:, :length], ids) else 0

    def _is_of_tokens(self, read: object) -> bool:
        ids = self.entry.ids
        if ids is None:
            return True
        if not isinstance(read, torch.Tensor) or read.numel() != ids.numel():
            return False
        if read.data_ptr() == ids.data_ptr():
            self.by_memory = True
            return True
        return not self.by_memory and torch.equal(read.reshape(-1), ids.reshape(-1))
