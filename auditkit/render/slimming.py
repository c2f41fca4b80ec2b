"""A chart's picture with as few characters as draw the same."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

HOISTED = (
    "fill", "fill-opacity", "font-size", "stroke", "stroke-dasharray", "stroke-opacity",
    "stroke-width", "text-anchor",
)  # fmt: skip
"""Attributes that children inherit."""
DECIMALS = 3
"""Digits of a place behind the point: a thousandth of a pixel cannot be seen."""

_NOTHING = {
    "opacity": "1", "pointer-events": "none", "transform": "translate(0,0)", "x2": "0", "y2": "0",
}  # fmt: skip
"""Attributes that say what holds without them, in a picture that nobody points at."""
_PLACES = frozenset(("d", "transform", "x", "y", "x1", "x2", "y1", "y2"))
_COLOURS = frozenset(("fill", "stroke", "stop-color"))
_RGB = re.compile(r"rgb\((\d+), (\d+), (\d+)\)")
_LONG_NUMBER = re.compile(rf"-?\d+\.\d{{{DECIMALS + 1},}}(?!\d*e)")
_STYLED = re.compile(r"marks|role-[\w-]+")
"""Classes that style sheets know."""


def slim(element: ET.Element) -> None:
    """Leave out what changes nothing, and say once in a group what holds for all in it."""
    _shorten(element)
    for child in list(element):
        slim(child)
        if _draws_nothing(child):
            element.remove(child)
    _unwrap(element)
    for name in HOISTED:
        _hoist(element, name)


def _shorten(element: ET.Element) -> None:
    for name, value in list(element.attrib.items()):
        if _NOTHING.get(name) == value and not element.tag.endswith("Gradient"):
            del element.attrib[name]
        elif name in _COLOURS:
            element.set(name, _RGB.sub(_hex, value))
        elif name in _PLACES:
            element.set(name, _LONG_NUMBER.sub(_rounded, value))
        elif name == "class":
            element.set(name, " ".join(_STYLED.findall(value)))
    if not element.get("class", "-"):
        del element.attrib["class"]


def _hex(found: re.Match[str]) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in found.groups())


def _rounded(found: re.Match[str]) -> str:
    return f"{round(float(found[0]), DECIMALS):g}"


def _draws_nothing(element: ET.Element) -> bool:
    """Whether an element is an empty group, or a shape that has no paint: a picture fills nothing by itself."""
    if element.tag.endswith("}g"):
        return len(element) == 0
    is_shape = element.tag.endswith(("}path", "}rect", "}line", "}circle"))
    return is_shape and {"fill", "stroke"}.isdisjoint(element.attrib)


def _unwrap(element: ET.Element) -> None:
    """Put what stands in groups that say nothing into the element itself."""
    for at, child in reversed(list(enumerate(element))):
        if child.tag.endswith("}g") and not child.attrib:
            element[at : at + 1] = list(child)


def _hoist(group: ET.Element, name: str) -> None:
    said = {child.get(name) for child in group}
    if group.tag.endswith("}g") and name not in group.attrib and len(group) > 1 and len(said) == 1:
        value = said.pop()
        if value is not None:
            group.set(name, value)
            for child in group:
                del child.attrib[name]
