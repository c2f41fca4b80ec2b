"""How long work tells where it stands; the command line draws it, the API stays silent."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


class Pace:
    """When a stage will end, by what its pieces cost and not by their number.

    Args:
        cost: What all pieces cost together, in any unit.
        workers: How many pieces are worked on side by side.
        clock: Seconds that only grow.
        guess: Seconds that the whole stage may take, which count until its first piece has ended.
    """

    def __init__(
        self,
        cost: float,
        workers: int = 1,
        clock: Callable[[], float] = time.monotonic,
        *,
        guess: float | None = None,
    ) -> None:
        self._cost, self._workers, self._clock = cost, workers, clock
        self._guess = guess
        self._began = clock()
        self._skipped = self._done = self._spent = 0.0

    def skip(self, cost: float) -> None:
        """Count pieces that were finished before the stage began."""
        self._skipped += cost

    def advance(self, cost: float, seconds: float | None = None) -> None:
        """Count a finished piece.

        Args:
            cost: What it costs, in the unit of the whole.
            seconds: What a worker spent on it; None if there is one worker, who did nothing else.
        """
        self._done += cost
        self._spent = self.elapsed if seconds is None else self._spent + seconds

    @property
    def begun(self) -> bool:
        """Whether a piece has been finished since the stage began."""
        return self._done > 0

    @property
    def share(self) -> float:
        """Finished share of the cost, 0 to 1."""
        return min((self._skipped + self._done) / self._cost, 1.0) if self._cost > 0 else 1.0

    @property
    def elapsed(self) -> float:
        """Seconds since the stage began."""
        return self._clock() - self._began

    @property
    def rate(self) -> float | None:
        """Seconds that a worker needed for a unit of cost; None before the first piece has ended."""
        return self._spent / self._done if self.begun else None

    def seconds_left(self) -> float | None:
        """Return the seconds until the stage ends; None where nothing speaks for any number.

        What a piece costs a worker is taken from the finished ones, so that those in progress need
        not be known. Before the first one has ended the guess counts, as long as it is not passed.
        """
        if self._guess is not None and not self.begun:
            open_share = 1 - self._skipped / self._cost if self._cost else 0.0
            left = self._guess * open_share - self.elapsed
            return left if left > 0 else None
        if not self.begun:
            return None
        whole = (self._cost - self._skipped) * self._spent / self._done / self._workers
        return max(whole - self.elapsed, 0.0)


class Speed:
    """What a unit of cost takes on this machine, learnt from stage to stage.

    Args:
        seconds: Of a worker, for a unit; None if nothing has been timed yet.
    """

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds

    def pace(self, cost: float, workers: int) -> Pace:
        """Return the pace of a stage, which knows from its first second about how long it takes."""
        guess = None if self._seconds is None else cost * self._seconds / workers
        return Pace(cost, workers, guess=guess)

    def learn(self, pace: Pace) -> None:
        """Keep what the pieces of a stage took."""
        self._seconds = self._seconds if pace.rate is None else pace.rate


class Progress(Protocol):
    """Told of every stage and of every piece of work done in it."""

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:
        """Begin a stage of `total` pieces; `pace`, if given, is kept by who does the work."""
        ...

    def advance(self, pieces: int = 1) -> None:
        """Count finished pieces of the stage."""
        ...

    def note(self, text: str) -> None:
        """Say something the user should know."""
        ...


class Silent:
    """Says nothing."""

    def start(self, stage: str, total: int, pace: Pace | None = None) -> None:
        """Ignore the stage."""

    def advance(self, pieces: int = 1) -> None:
        """Ignore the pieces."""

    def note(self, text: str) -> None:
        """Ignore the text."""
