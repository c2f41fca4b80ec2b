"""Find out by trying: an error is an answer, and its first line the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.capture.memory import is_out_of_memory

if TYPE_CHECKING:
    from collections.abc import Callable


def tried(why: Callable[[], str | None]) -> str | None:
    """Return the reason, which may be the first line of an error."""
    try:
        return why()
    except Exception as error:
        if is_out_of_memory(error):
            raise
        return f"trying it ended in an error: {first_line(error)}"


def first_line(error: Exception) -> str:
    """Return the first line of what an error says, without its full stop."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rstrip(".")
