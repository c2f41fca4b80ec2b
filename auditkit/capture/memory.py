"""A batch that does not fit into memory is run in halves, down to one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")
Answer = TypeVar("Answer")

_SAID = (
    "out of memory",  # CUDA, MPS, XPU
    "DefaultCPUAllocator",
    "not enough memory",
    "CUBLAS_STATUS_ALLOC_FAILED",
)
"""What torch says when an allocation fails and the error has no type of its own."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether `error` says that memory of the device or of the host did not suffice."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(said in str(error) for said in _SAID)


def run_in_halves(
    rows: Sequence[Row],
    run: Callable[[Sequence[Row]], Sequence[Answer]],
    failed: Callable[[Sequence[Row]], None],
) -> list[Answer | None]:
    """Return ``run(rows)``; if memory does not suffice, that of both halves.

    Args:
        rows: At least one row.
        run: Answers rows, one answer each; what it began and could not finish must leave no trace.
        failed: Told of every batch that did not fit, before it is split.

    Returns:
        One answer per row; None for a row that does not fit alone.
    """
    try:
        return list(run(rows))
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
    # Past the handler the traceback is gone, and with it the tensors of the batch.
    _release()
    failed(rows)
    if len(rows) == 1:
        return [None]
    middle = (len(rows) + 1) // 2
    return [
        *run_in_halves(rows[:middle], run, failed),
        *run_in_halves(rows[middle:], run, failed),
    ]


def _release() -> None:
    """Give back to the device what nobody holds any more."""
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()
