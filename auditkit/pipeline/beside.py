"""One piece of work in a process beside this one."""

from __future__ import annotations

import signal
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Result = TypeVar("Result")

NOT_TO_BE_FORKED = ("vl_convert",)
"""Modules with threads of their own, for which a forked process would wait in vain."""

_work: list[Callable[[], Any]] = []
"""In the other process: what it does."""


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Begin `work` in a process beside this one, which is gone when the block ends.

    Where a process cannot safely be forked, and where the other one was killed, this one does the work.

    Args:
        work: What to do; its result and its errors must be picklable.

    Yields:
        A function that waits for the result, or raises what `work` raised.
    """
    if not may_fork():
        yield work
        return
    strangers = active_children()
    pool = ProcessPoolExecutor(
        1, mp_context=get_context("fork"), initializer=_begin, initargs=(work,)
    )
    try:
        with _forking():
            future = pool.submit(_run)

        def wait() -> Result:
            try:
                result: Result = future.result()
            except BrokenProcessPool:
                return work()
            return result

        yield wait
    finally:
        for child in set(active_children()).difference(strangers):
            child.terminate()
        pool.shutdown(cancel_futures=True)


def may_fork() -> bool:
    """Whether a copy of this process can do all that this one can."""
    return sys.platform == "linux" and not any(name in sys.modules for name in NOT_TO_BE_FORKED)


@contextmanager
def _forking() -> Iterator[None]:
    """Fork so that the other process never hears Ctrl-C, and this one hears it when the block ends."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        with warnings.catch_warnings():
            # Threads of the terminal's progress only draw.
            warnings.filterwarnings(
                "ignore", message=".*multi-threaded.*fork", category=DeprecationWarning
            )
            yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Callable[[], Any]) -> None:
    _work[:] = [work]


def _run() -> Any:  # noqa: ANN401
    return _work[0]()
