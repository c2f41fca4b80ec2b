"""The classifier on top of a model: what it answers, and which hidden states it reads."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import torch

from auditkit.capture.memory import is_out_of_memory
from auditkit.capture.probe import with_ids
from auditkit.capture.reading import Reading
from auditkit.errors import ModelError, UnsupportedModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from torch import Tensor

    from auditkit.capture.batches import Batch
    from auditkit.capture.passes import Passes

Positions = tuple[int, ...]


class UnknownReading(Exception):
    """Which positions the classifier reads cannot be said; the message is the reason."""


def answered(passes: Passes, batch: Batch, name: str) -> Tensor:
    """Return the logits of a batch, float32 [rows classes].

    Raises:
        UnsupportedModel: The head does not answer one row of logits for each text.
        ModelError: An answer is NaN or infinity.
    """
    logits = getattr(passes.run(batch), "logits", None)
    rows, classes = len(batch.rows), getattr(passes.model.config, "num_labels", None)
    shape = list(logits.shape) if isinstance(logits, torch.Tensor) else []
    if logits is None or shape != [rows, *(shape[-1:] if classes is None else [int(classes)])]:
        raise UnsupportedModel(
            f"{name} answers {f'logits of shape {shape}' if shape else 'no logits'} to {rows} texts of {batch.length} tokens, expected [{rows}, {classes or 'classes'}]: one row of "
            "classes for each text. Audit a checkpoint whose head classifies a whole text."
        )
    if not logits.isfinite().all():
        raise ModelError(
            f"{type(passes.model).__name__} answers NaN or infinity to a short sentence: its weights are "
            f"broken, or do not fit {str(logits.dtype).removeprefix('torch.')}."
        )
    return logits.float()


def find_reading(passes: Passes, batch: Batch, name: str) -> tuple[Reading, int]:
    """Return how the classifier reads the one text of `batch`, and the width of what it reads.

    Raises:
        UnknownReading: It reads other positions than the first, the last, or all.
    """
    read, width = positions_read(passes, batch, name)
    length = batch.length
    rules: dict[Positions, Reading] = {
        (0,): Reading("first"),
        (length - 1,): Reading("last"),
        tuple(range(length)): Reading("mean"),
    }
    reading = rules.get(read[0])
    if reading is None or length < 2:
        raise UnknownReading(
            f"the classifier reads the positions {list(read[0])} of {length}; known are the first, the last "
            "and the mean of all"
        )
    if reading.rule == "last" and passes.pad_id is not None:
        return _last(passes, batch, passes.pad_id, name), width
    return reading, width


def _last(passes: Passes, batch: Batch, pad_id: int, name: str) -> Reading:
    """Find out whether a text's own last token is passed over where it is the padding token."""
    row = batch.rows[0]
    ended = with_ids(row, [*row.ids[:-1], pad_id])
    (read,), _ = positions_read(passes, passes.batch([ended]), name)
    for reading in (Reading("last", skipped=pad_id), Reading("last")):
        if read == tuple(reading.positions(ended.ids).tolist()):
            return reading
    raise UnknownReading(
        f"the classifier reads the last of {len(row.ids)} positions, and of a text that ends with the padding "
        f"token the positions {list(read)}: expected {len(row.ids) - 1}, or "
        f"{len(row.ids) - 2} where padding is passed over"
    )


def positions_read(passes: Passes, batch: Batch, name: str) -> tuple[list[Positions], int]:
    """Return for each row the positions whose last hidden state moves its logits, and the state's width.

    They are those with a gradient; where there is none, as in a model without a backward pass or behind a
    saturated pooler, those whose state turned round changes the logits.

    Raises:
        UnknownReading: The classifier is not handed one hidden state for each token.
    """
    try:
        moved, width = _by_gradient(passes, batch, name)
    except _NoGradient:
        moved, width = _by_change(passes, batch, name)
    return [tuple(torch.nonzero(row)[:, 0].tolist()) for row in moved], width


class _NoGradient(Exception):
    """The logits do not depend on the last hidden state in a way that autograd knows."""


@dataclass(eq=False)
class _LastState:
    """Sees, and may change, the hidden state that the base model hands to the classifier."""

    batch: Batch
    change: Callable[[Tensor], Tensor]
    seen: list[Tensor] = field(default_factory=list)

    def __call__(self, _module: object, _inputs: object, output: Any) -> Any:  # noqa: ANN401
        by_name = hasattr(output, "last_hidden_state")
        state = output.last_hidden_state if by_name else output[0]
        shape = list(state.shape) if isinstance(state, torch.Tensor) else None
        if shape is None or shape[:-1] != list(self.batch.ids.shape):
            raise UnknownReading(
                f"the base model hands {shape or type(state).__name__} to the classifier for ids of shape "
                f"{list(self.batch.ids.shape)}, expected a hidden state [rows, tokens, width]"
            )
        changed = self.change(state)
        self.seen.append(changed)
        if changed is state:
            return None
        if by_name:
            output.last_hidden_state = changed
            return output
        return (changed, *output[1:])


def with_last_state(
    passes: Passes, batch: Batch, name: str, change: Callable[[Tensor], Tensor]
) -> tuple[Tensor, Tensor]:
    """Run a batch whose classifier reads ``change(last hidden state)``.

    Returns:
        The logits [rows classes], and the state that was read [rows tokens width].

    Raises:
        UnknownReading: No such state was seen.
    """
    watch = _LastState(batch, change)
    hook = passes.model.base_model.register_forward_hook(watch)
    try:
        logits = answered(passes, batch, name)
    finally:
        hook.remove()
    if not watch.seen:
        raise UnknownReading(
            f"the base model ({passes.model.base_model_prefix!r}) is not called before the classifier, so the "
            "positions that are read cannot be seen"
        )
    return logits, watch.seen[-1]


def _by_gradient(passes: Passes, batch: Batch, name: str) -> tuple[Tensor, int]:
    def lift(output: Tensor) -> Tensor:
        return output.detach().requires_grad_()

    def keep(state: Tensor) -> Tensor:
        if state.requires_grad:
            state.retain_grad()
        return state

    with ExitStack() as stack:
        stack.enter_context(passes.entry(batch).replaced(lift))
        stack.enter_context(torch.enable_grad())
        logits, state = with_last_state(passes, batch, name, keep)
        _backward(logits.square().sum())
    moved = None if state.grad is None else (state.grad != 0).any(-1)
    if moved is None or not moved.any(-1).all():
        raise _NoGradient
    return moved, int(state.shape[-1])


def _backward(value: Tensor) -> None:
    try:
        value.backward()
    except RuntimeError as error:
        if is_out_of_memory(error):
            raise
        raise _NoGradient from error


def _by_change(passes: Passes, batch: Batch, name: str) -> tuple[Tensor, int]:
    """Change the state at one position after the other, in all rows at once, where it is made.

    Poolers may lie inside the base model, so the state is changed in the first module that gives it.
    """
    with torch.no_grad():
        makers = _Makers()
        with makers.watching(passes.model.base_model):
            plain, state = with_last_state(passes, batch, name, lambda state: state)
        module, call = makers.of(state)
        moved = []
        for position in range(batch.length):
            with _changed(module, call, position):
                moved.append((answered(passes, batch, name) != plain).any(-1))
    return torch.stack(moved, dim=1), int(state.shape[-1])


@dataclass(eq=False)
class _Makers:
    """Every tensor that a module gives in one pass, in the order in which the modules end."""

    made: list[tuple[torch.nn.Module, int, object]] = field(default_factory=list)
    _calls: Counter[torch.nn.Module] = field(default_factory=Counter)

    @contextmanager
    def watching(self, model: torch.nn.Module) -> Iterator[None]:
        """Note what the modules give inside the block."""
        with ExitStack() as hooks:
            for module in model.modules():
                hooks.callback(module.register_forward_hook(self._note).remove)
            yield

    def _note(self, module: torch.nn.Module, _inputs: object, output: Any) -> None:  # noqa: ANN401
        self.made.append(
            (module, self._calls[module], output[0] if isinstance(output, tuple) else output)
        )
        self._calls[module] += 1

    def of(self, state: Tensor) -> tuple[torch.nn.Module, int]:
        """Return the module that gave `state` first, and the number of its call."""
        return next((module, call) for module, call, made in self.made if made is state)


@contextmanager
def _changed(module: torch.nn.Module, call: int, position: int) -> Iterator[None]:
    """Change what one call of a module gives at one position, inside the block."""
    calls = count()

    def change(_module: object, _inputs: object, output: Any) -> Any:  # noqa: ANN401
        if next(calls) != call:
            return None
        is_tuple = isinstance(output, tuple)
        state = (output[0] if is_tuple else output).clone()
        # Turned round, which no saturated function hides, and not evenly, which a norm would take out.
        uneven = torch.linspace(1, 2, state.shape[-1], device=state.device).to(state)
        state[:, position] = -state[:, position] - uneven
        return (state, *output[1:]) if is_tuple else state

    hook = module.register_forward_hook(change)
    try:
        yield
    finally:
        hook.remove()
