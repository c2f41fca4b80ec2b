"""One run at a time writes into a folder.

The folder itself is locked, by the operating system: nothing is left behind in it, and the lock ends
with the process that holds it, however that ends. Processes forked from that one hold it too, so a
killed run keeps its folder until its workers are gone as well. Where a platform or a file system has
no such locks, nobody is refused.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from auditkit.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 3.0
"""Seconds to wait for another run: the workers of one that was killed need a moment to end."""
_STEP = 0.05
_TAKEN = (errno.EWOULDBLOCK, errno.EACCES)


@contextmanager
def only_run(out: Path) -> Iterator[None]:
    """Hold the folder `out`, which is made if it is missing, until the block ends.

    Raises:
        OutputError: Another run holds it, or it cannot be made or opened.
    """
    try:
        if not out.exists():
            out.mkdir(parents=True, exist_ok=True)
        folder = os.open(out, os.O_RDONLY)
    except OSError as error:
        raise OutputError(f"{out} cannot be written: {error.strerror or error}.") from error
    try:
        _wait_for(folder, out)
        yield
    finally:
        _set(folder, "LOCK_UN")
        os.close(folder)


def _wait_for(folder: int, out: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _set(folder, "LOCK_EX"):
        if time.monotonic() > deadline:
            raise OutputError(
                f"{out} is being written by another run: wait until it ends, or name another folder."
            )
        time.sleep(_STEP)


def _set(folder: int, state: str) -> bool:
    """Lock or unlock an open folder; False if somebody else holds it."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(folder, getattr(fcntl, state) | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True
