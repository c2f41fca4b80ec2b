"""Standard streams that are closed, full or without a reader, and what the process then does.

* A closed or full standard output is said once, exit code 2. A closed one is refused before anything
  is run: what is opened next would take its place and get what was meant for the terminal.
* A reader that went away (``auditkit list | head -1``) ends the process without a word. The exit code
  is 141, as a shell shows it of tools that the system ends for writing to nobody.
* Where standard error cannot be written nothing is said there, and the work goes on.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn, cast

if TYPE_CHECKING:
    from typing import TextIO

CANNOT_SAY = 2
READER_LEFT = 141
"""Exit codes: standard output cannot be written; nobody reads it any more (128 + SIGPIPE)."""


class _Stream:
    """A stream around another one, of which it has everything else.

    Args:
        stream: The stream that is written to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever a stream has)
        return getattr(self._stream, name)


class StandardOutput(_Stream):
    """Standard output, a failure of which ends the process in good order."""

    def write(self, text: str) -> int:
        """Write text, as a stream does."""
        try:
            return self._stream.write(text)
        except OSError as error:
            _end(self._stream, error)

    def flush(self) -> None:
        """Hand on what was written, as a stream does."""
        try:
            self._stream.flush()
        except OSError as error:
            _end(self._stream, error)


class StandardError(_Stream):
    """Standard error, a failure of which is no reason to stop."""

    def write(self, text: str) -> int:
        """Write text if anybody can get it."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written if anybody can get it."""
        with suppress(OSError):
            self._stream.flush()


def guard_streams() -> None:
    """Replace `sys.stdout` and `sys.stderr` by streams that fail in good order.

    Raises:
        SystemExit: Standard output is closed.
    """
    _occupy_closed_descriptors()
    errors = sys.stderr or io.StringIO()
    sys.stderr = cast("TextIO", StandardError(errors))
    if sys.stdout is None:
        sys.stderr.write("error: standard output is closed: open it, or discard it (>/dev/null).\n")
        sys.exit(CANNOT_SAY)
    sys.stdout = cast("TextIO", StandardOutput(sys.stdout))


def _occupy_closed_descriptors() -> None:
    """Open nothing as the standard streams that are closed, so that no file becomes one of them."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest that is free


def _end(stream: TextIO, error: OSError) -> NoReturn:
    """End the process; what is still in the stream's buffer goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if error.errno == errno.EPIPE:
        sys.exit(READER_LEFT)
    sys.stderr.write(f"error: standard output cannot be written: {error.strerror or error}.\n")
    sys.exit(CANNOT_SAY)
