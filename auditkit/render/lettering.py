"""Where the texts of a printed picture start.

WeasyPrint puts every text with another anchor than its start into a group of its own, several hundred bytes each
and slow to draw. How wide a text will be is known beforehand: it sets the letters one by one.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from auditkit.render import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

FACE = "Inter-Regular.woff"
"""The face of letters in pictures. What it lacks comes from fonts whose widths are not known here."""

_SVG = "http://www.w3.org/2000/svg"
_SHARES = {"middle": 0.5, "end": 1.0}
_REGULAR = frozenset((None, "normal", "400"))


def from_their_start(picture: str) -> Markup:
    """Return an ``svg`` element with its texts anchored at their start, where that is known."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(picture)  # noqa: S314  written by our templates
    start_all(root)
    return Markup(ET.tostring(root, encoding="unicode"))  # noqa: S704  escaped by ElementTree


def start_all(element: ET.Element, size: float | None = None, anchor: str | None = None) -> None:
    """Anchor the texts in an element at their start.

    Args:
        element: A picture or a part of one; sizes of type are attributes.
        size: Size of type around it.
        anchor: Anchor of texts around it.
    """
    size = _size(element.get("font-size")) or size
    anchor = element.attrib.pop("text-anchor", anchor)
    if element.tag.rpartition("}")[2] == "text" and anchor in _SHARES:
        _start(element, size, anchor)
    for child in element:
        start_all(child, size, anchor)


def _start(text: ET.Element, size: float | None, anchor: str) -> None:
    wide = _width(text.text or "")
    is_simple = len(text) == 0 and text.get("font-weight") in _REGULAR
    if size and wide is not None and is_simple:
        text.set("x", f"{float(text.get('x', 0)) - _SHARES[anchor] * wide * size:.2f}")
    else:
        text.set("text-anchor", anchor)


def _size(written: str | None) -> float | None:
    return None if written is None else float(written.removesuffix("px"))


def _width(text: str) -> float | None:
    """Return how wide a text is at size 1, or None where the face lacks a letter."""
    letters = [_advances().get(ord(letter)) for letter in text]
    known = [letter for letter in letters if letter is not None]
    return sum(known) if len(known) == len(letters) else None


@cache
def _advances() -> Mapping[int, float]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    with TTFont(assets.templates() / "fonts" / FACE) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"].metrics
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}
