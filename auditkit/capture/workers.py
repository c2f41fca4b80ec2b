"""Tasks side by side: one process per worker, one thread per operation in each.

Workers are started as torch's own data loaders start theirs: forked where that is safe, so that
they share the model's weights, otherwise started anew with the weights in shared memory. What a
task returns must not depend on the process that ran it; then their number changes no byte.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, parent_process
from typing import TYPE_CHECKING, Any, TypeVar

import torch
import torch.multiprocessing

from auditkit.capture import attention
from auditkit.capture.determinism import make_deterministic
from auditkit.errors import WorkerLost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Task = TypeVar("Task")
Result = TypeVar("Result")

_work: list[Callable[[Any], Any]] = []
"""In a worker: the one function it runs."""


def side_by_side(
    work: Callable[[Task], Result], tasks: Sequence[Task], workers: int
) -> Iterator[Result]:
    """Yield ``work(task)`` for every task, in the order in which they finish.

    Args:
        work: What to do; where processes cannot be forked it must be picklable.
        tasks: Small and picklable, as are the results.
        workers: Processes; with 1, or one task, everything runs in this process.

    Raises:
        WorkerLost: A worker was killed from outside; finished tasks have been yielded.
    """
    workers = min(workers, len(tasks))
    if workers <= 1:
        yield from map(work, tasks)
        return
    strangers = active_children()
    pool = ProcessPoolExecutor(
        workers,
        mp_context=torch.multiprocessing.get_context(start_method()),
        initializer=_begin,
        initargs=(work,),
    )
    try:
        with _forking(), _ctrl_c_kept():
            futures = [pool.submit(_run, task) for task in tasks]
        for future in as_completed(futures):
            yield future.result()
    except BrokenProcessPool as error:
        raise WorkerLost(
            "A worker process was killed, most likely for want of memory. What is written stays "
            "valid: run the same command again with fewer --workers to continue."
        ) from error
    finally:
        # After the last result workers are idle; after an error or Ctrl-C nobody waits for them.
        for child in set(active_children()).difference(strangers):
            child.terminate()
        pool.shutdown(cancel_futures=True)


def start_method() -> str:
    """Fork on Linux; torch's gradients do not survive a fork where there is an accelerator."""
    safe = sys.platform == "linux" and not torch.accelerator.is_available()
    return "fork" if safe else "spawn"


@contextmanager
def _forking() -> Iterator[None]:
    """Python warns of any fork beside other threads; those here are idle or only draw progress."""
    with warnings.catch_warnings():
        warnings.filterwarnings(
            "ignore", message=".*multi-threaded.*fork", category=DeprecationWarning
        )
        yield


@contextmanager
def _ctrl_c_kept() -> Iterator[None]:
    """Let Ctrl-C act when the block ends: in what Python runs around a fork it would be lost."""
    before = signal.getsignal(signal.SIGINT)
    if before is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        signal.raise_signal(signal.SIGINT)


def _begin(work: Callable[[Any], Any]) -> None:
    """Set up a worker: as the parent was set up, deaf to Ctrl-C, and gone when the parent is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    make_deterministic()
    attention.register()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _work[:] = [work]


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _run(task: Any) -> Any:  # noqa: ANN401
    return _work[0](task)
