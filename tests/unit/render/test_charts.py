"""Charts: nothing but known SVG, ids of their own, the same bytes every time."""

from __future__ import annotations

import copy
import json
import re
import xml.etree.ElementTree as ET

import pytest
from sample_page import HOSTILE, calibration

from auditkit.errors import EvidenceError
from auditkit.render import charts

SPEC = calibration().spec


def test_same_chart_gives_same_bytes() -> None:
    first = charts.static_svg(SPEC, "a")
    charts._drawn.cache_clear()
    assert charts.static_svg(SPEC, "a") == first


def test_ids_belong_to_their_figure() -> None:
    first, second = charts.static_svg(SPEC, "one"), charts.static_svg(SPEC, "two")
    ids = re.findall(r' id="([^"]+)"', first)
    assert ids
    assert all(name.startswith("one-") for name in ids)
    assert not set(ids) & set(re.findall(r' id="([^"]+)"', second))
    assert set(re.findall(r"url\(#([^)]+)\)", first)) <= set(ids)


def test_picture_has_no_style_script_link_or_handler() -> None:
    picture = ET.fromstring(charts.static_svg(SPEC, "a"))  # noqa: S314  our own output
    for element in picture.iter():
        assert charts._ELEMENTS.fullmatch(element.tag)
        assert not [
            name for name in element.attrib if name.startswith("on") or name in ("style", "href")
        ]


def hostile_spec() -> dict[str, object]:
    return {
        "data": {"values": [{"what": HOSTILE, "n": 1}, {"what": "b", "n": float("nan")}]},
        "mark": "bar",
        "title": HOSTILE,
        "encoding": {
            "y": {"field": "what", "type": "nominal"},
            "x": {"field": "n", "type": "quantitative"},
        },
    }


def test_hostile_labels_are_text() -> None:
    svg = charts.static_svg(hostile_spec(), "a")
    assert "<script" not in svg
    assert "<img" not in svg
    assert "&lt;script" in svg


def test_interactive_chart_fills_its_container_and_fetches_nothing() -> None:
    compiled = charts.vega_spec(SPEC)
    width = next(signal for signal in compiled["signals"] if signal["name"] == "width")
    assert "containerSize" in width["init"]
    assert all("url" not in source for source in compiled["data"])
    assert "\x00" not in json.dumps(compiled, ensure_ascii=False)


def test_caller_keeps_its_spec() -> None:
    before = copy.deepcopy(SPEC)
    charts.static_svg(SPEC, "a")
    assert before == SPEC


def test_charts_of_many_views_keep_their_own_width() -> None:
    view = {"mark": "point", "encoding": {"x": {"field": "n", "type": "quantitative"}}}
    spec = {"data": {"values": [{"n": 1}]}, "hconcat": [view, view]}
    assert charts.static_svg(spec, "a").startswith("<svg")


def test_what_is_no_chart_is_refused() -> None:
    with pytest.raises(EvidenceError, match="cannot be"):
        charts.static_svg({"mark": "no such mark", "data": {"values": []}}, "a")
