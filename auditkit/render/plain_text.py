"""Prose as plain text: what a page sets apart by type stands in words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.inline import Badge, Measure
from auditkit.render.numbers import shown

if TYPE_CHECKING:
    from auditkit.render.inline import Inline, Prose


def text_of(prose: Prose) -> str:
    """Return prose as it is read aloud, numbers as the page prints them."""
    return "".join(map(_text, prose))


def _text(part: Inline) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Measure):
        return shown(part, part.value)
    return part.text + (text_of(part.rest) if isinstance(part, Badge) else "")
