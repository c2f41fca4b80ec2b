"""Charts: a Vega-Lite specification becomes a static picture and data for the interactive one.

The picture is read back and written again with known elements and attributes only, so that it
has no styles or scripts, and its ids belong to its figure. The page's style sheet gives axes
and legends their colours, in light and dark alike.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import Any

from auditkit.errors import EvidenceError
from auditkit.render.slimming import slim
from auditkit.render.visible import visible

VEGA_LITE = "6.4"
WIDTH = 660
"""Width in pixels of the static picture; the interactive one fills its container."""

_SVG = "http://www.w3.org/2000/svg"
_ELEMENTS = re.compile(
    "svg|g|path|rect|line|circle|text|tspan|defs|linearGradient|stop|clipPath|symbol|title"
)
_ATTRIBUTES = re.compile(
    "class|clip-path|c[xy]|d|display|d[xy]|fill|fill-opacity|font-(size|style|weight)|gradientUnits|"
    "height|id|offset|opacity|pointer-events|r[xy]?|stop-(color|opacity)|"
    "stroke(-(dasharray|dashoffset|linecap|linejoin|miterlimit|opacity|width))?|text-anchor|"
    "transform|viewBox|width|[xy][12]?"
)
_MULTIPLE = frozenset(("concat", "hconcat", "vconcat", "facet", "repeat"))
_FACETS = frozenset(("row", "column", "facet"))
_REFERENCE = re.compile(r"url\(#([^)]+)\)")

CONFIG: dict[str, Any] = {
    "aria": False,
    "background": "transparent",
    "font": "sans-serif",
    "padding": 4,
    "view": {"stroke": None},
    "axis": {
        "domainColor": "#8a9097",
        "tickColor": "#8a9097",
        "gridColor": "#d9dbd9",
        "gridWidth": 0.75,
        "labelColor": "#555c64",
        "titleColor": "#33383d",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titlePadding": 10,
        "labelPadding": 5,
        "tickSize": 4,
    },
    "legend": {
        "labelColor": "#555c64",
        "titleColor": "#33383d",
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
    },
    "header": {"labelColor": "#555c64", "titleColor": "#33383d", "labelFontSize": 12},
    "title": {"color": "#33383d", "fontSize": 13, "fontWeight": "normal", "anchor": "start"},
    "bar": {"color": "#5e4b8b"},
    "line": {"color": "#5e4b8b", "strokeWidth": 2},
    "point": {"color": "#5e4b8b", "filled": True, "size": 55},
    "rule": {"color": "#7b828a"},
    "tick": {"color": "#5e4b8b"},
    "area": {"color": "#5e4b8b", "opacity": 0.5},
    "text": {"color": "#555c64", "fontSize": 12},
    "range": {
        "category": ["#00795b", "#a1437f", "#b3262b", "#0d7377", "#7a6a00", "#5e4b8b"],
        "diverging": ["#4d5258", "#f7f7f7", "#5e4b8b"],
        "heatmap": ["#e4e2ea", "#aaa1c1", "#5e4b8b", "#33264f"],
        "ramp": ["#d1ccdc", "#978cb4", "#5e4b8b"],
    },
}


def static_svg(spec: dict[str, Any], figure: str) -> str:
    """Return the chart as an ``svg`` element without scripts, styles or foreign ids.

    Args:
        spec: Vega-Lite specification with inline data.
        figure: Id of the figure; ids inside the picture start with it.

    Raises:
        EvidenceError: The specification cannot be drawn.
    """
    root = ET.fromstring(_drawn(_canonical(spec, WIDTH)))  # noqa: S314  written by our renderer
    _clean(root, figure, {})
    slim(root)
    root.set("aria-hidden", "true")
    ET.register_namespace("", _SVG)
    written = ET.tostring(root, encoding="unicode").replace(f' xmlns="{_SVG}"', "", 1)
    return written.replace(" />", "/>")


def vega_spec(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the chart as a Vega specification that fills its container.

    Raises:
        EvidenceError: The specification cannot be compiled.
    """
    import vl_convert

    try:
        compiled: dict[str, Any] = vl_convert.vegalite_to_vega(
            json.loads(_canonical(spec, "container")), vl_version=VEGA_LITE
        )
    except ValueError as error:
        raise EvidenceError(f"A chart cannot be compiled: {error}") from error
    return compiled


@lru_cache(maxsize=256)
def _drawn(spec: str) -> str:
    import vl_convert

    try:
        return str(vl_convert.vegalite_to_svg(json.loads(spec), vl_version=VEGA_LITE))
    except ValueError as error:
        raise EvidenceError(f"A chart cannot be drawn: {error}") from error


def _canonical(spec: dict[str, Any], width: int | str) -> str:
    prepared = _printable(spec)
    own = prepared.get("config", {})
    prepared["config"] = {**CONFIG, **{key: own[key] for key in own if key != "view"}}
    if _is_single(prepared) and not isinstance(prepared.get("width"), int | float):
        prepared["width"] = width
        prepared.setdefault("autosize", {"type": "fit-x", "contains": "padding"})
    return json.dumps(prepared, sort_keys=True, ensure_ascii=True, allow_nan=False)


def _is_single(spec: dict[str, Any]) -> bool:
    return _MULTIPLE.isdisjoint(spec) and _FACETS.isdisjoint(spec.get("encoding", {}))


def _printable(value: Any) -> Any:  # noqa: ANN401  JSON
    """Show control characters, which no picture can hold, and drop numbers JSON does not know."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {_printable(key): _printable(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(entry) for entry in value]
    if isinstance(value, float) and not abs(value) < float("inf"):
        return None
    return value


def _clean(element: ET.Element, figure: str, names: dict[str, str]) -> None:
    """Keep what is known; `names` collects the new name of every id, in order of appearance."""
    for name in list(element.attrib):
        value = element.attrib.pop(name)
        if _ATTRIBUTES.fullmatch(name):
            element.set(name, _scoped(name, value, figure, names))
    _paint_through(element)
    for child in list(element):
        is_seen = child.get("display") != "none" and child.get("opacity") != "0"
        if is_seen and _ELEMENTS.fullmatch(_local(child.tag)):
            _clean(child, figure, names)
        else:
            element.remove(child)


def _paint_through(element: ET.Element) -> None:
    """Let the paint be transparent, not the element, where it has one: no group need be composed for it."""
    paints = [name for name in ("fill", "stroke") if element.get(name, "none") != "none"]
    if len(element) == 0 and len(paints) == 1 and f"{paints[0]}-opacity" not in element.attrib:
        opacity = element.attrib.pop("opacity", "1")
        if float(opacity) < 1:
            element.set(f"{paints[0]}-opacity", opacity)


def _scoped(name: str, value: str, figure: str, names: dict[str, str]) -> str:
    """Rename ids: the drawing library numbers them on through the life of the process."""

    def own(found: str) -> str:
        return names.setdefault(found, f"{figure}-{len(names)}")

    if name == "id":
        return own(value)
    return _REFERENCE.sub(lambda match: f"url(#{own(match[1])})", value)


def _local(tag: str) -> str:
    return tag.removeprefix(f"{{{_SVG}}}")
