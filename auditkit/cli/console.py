"""What the terminal shows: errors in one message, progress as a bar or as plain lines."""

from __future__ import annotations

import sys
import traceback
from contextlib import contextmanager
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, Task, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text
from typing_extensions import override

from auditkit.errors import AuditError, Interrupted
from auditkit.pipeline.progress import Pace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import TaskID

WRONG_INPUT = 2
FAILED = 1
STOPPED = 130
"""Exit codes: 0 done, 1 a check failed, 2 the user's input is wrong, 130 stopped by Ctrl-C. Those of
standard output are in `auditkit.cli.streams`."""


def say(text: str, *, error: bool = False) -> None:
    """Print one line; text from data is never read as markup."""
    stream = sys.stderr if error else sys.stdout
    encoding = stream.encoding or "utf-8"
    line = printable(text).encode(encoding, "backslashreplace").decode(encoding)
    print(line, file=stream, flush=True)


def printable(text: str) -> str:
    """Return `text` with control characters escaped, so that data cannot drive the terminal."""
    return "".join(
        character if character.isprintable() or character == "\n" else repr(character)[1:-1]
        for character in text
    )


@contextmanager
def clear_errors(*, debug: bool) -> Iterator[None]:
    """Turn an `AuditError` into one message and an exit code; with `debug` show where it arose.

    So are the system's refusals of a path (no permission, a name too long) wherever they arise.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None:
            raise
        if debug:
            traceback.print_exc()
        say(f"error: {error.filename}: {error.strerror or error}.", error=True)
        raise SystemExit(WRONG_INPUT) from None
    except AuditError as error:
        if debug:
            traceback.print_exc()
        say(f"{'stopped' if isinstance(error, Interrupted) else 'error'}: {error}", error=True)
        raise SystemExit(STOPPED if isinstance(error, Interrupted) else WRONG_INPUT) from None
    except KeyboardInterrupt:
        say("stopped: nothing new was written; run the same command again.", error=True)
        raise SystemExit(STOPPED) from None


class _Rate(ProgressColumn):
    """Pieces a second; those that an earlier run finished do not count."""

    @override
    def render(self, task: Task) -> Text:
        new, seconds = task.fields["new"], task.fields["pace"].elapsed
        return Text(f"{new / seconds:.1f}/s" if new and seconds > 0 else "")


class _TimeLeft(ProgressColumn):
    """Time until the stage ends, by the cost of what is left."""

    @override
    def render(self, task: Task) -> Text:
        seconds = task.fields["pace"].seconds_left()
        return Text("-:--:--" if seconds is None else _clock(seconds))


def _clock(seconds: float) -> str:
    return str(timedelta(seconds=ceil(seconds)))


class TerminalProgress:
    """A bar with a rate and the time left on a terminal; a line for each tenth elsewhere, with the time left."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bars: Bars | None = None
        self._task: TaskID | None = None
        self._stage, self._total, self._done, self._new = "", 0, 0, 0
        self._pace, self._own = Pace(0), False

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:
        """Begin a stage."""
        self.close()
        self._stage, self._total, self._done, self._new = stage, total, 0, 0
        self._pace, self._own = pace or Pace(total), pace is None
        if not self._console.is_terminal:
            say(f"{stage} ({total}){self._left()}", error=True)
            return
        self._bars = Bars(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[done]} of {task.fields[pieces]}"),
            _Rate(),
            _TimeLeft(),
            console=self._console,
        )
        self._bars.start()
        self._task = self._bars.add_task(
            stage, total=1.0, done=0, pieces=total, new=0, pace=self._pace
        )

    def advance(self, pieces: int = 1) -> None:
        """Count finished pieces."""
        tenths = 10 * self._done // max(self._total, 1)
        self._done += pieces
        if self._own:
            self._pace.advance(pieces)
        self._new += pieces if self._pace.begun else 0
        if self._bars is not None and self._task is not None:
            self._bars.update(
                self._task, completed=self._pace.share, done=self._done, new=self._new
            )
        elif 10 * self._done // max(self._total, 1) > tenths:
            left = self._left() if self._done < self._total else ""
            say(f"  {self._stage}: {self._done} of {self._total}{left}", error=True)

    def _left(self) -> str:
        seconds = self._pace.seconds_left()
        return "" if seconds is None else f", about {_clock(seconds)} left"

    def note(self, text: str) -> None:
        """Say something the user should know, above the bar."""
        if self._bars is not None:
            self._bars.console.print(printable(text), markup=False, highlight=False)
        else:
            say(text, error=True)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._bars is not None:
            self._bars.stop()
            self._bars = None
