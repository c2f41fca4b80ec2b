"""How long work tells where it stands; the command line draws it, the API stays silent."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of every stage and of every piece of work done in it."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage of `total` pieces."""
        ...

    def advance(self, pieces: int = 1) -> None:
        """Count finished pieces of the stage."""
        ...

    def note(self, text: str) -> None:
        """Say something the user should know."""
        ...


class Silent:
    """Says nothing."""

    def start(self, stage: str, total: int) -> None:
        """Ignore the stage."""

    def advance(self, pieces: int = 1) -> None:
        """Ignore the pieces."""

    def note(self, text: str) -> None:
        """Ignore the text."""
