"""Dashes, orange and blue say one thing wherever they stand: on the page, in the viewer, in charts and in the PDF."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditkit.render import chart_specs, charts

TEMPLATES = Path(__file__).parents[3] / "templates"
OPPOSES = re.compile(r"neg|against|\.n\d|\.link\.neg|oppose")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
DASHED = re.compile(r"stroke-dasharray:(?!\s*1 4)|\bdashed\b")
"""A line of dashes; dots one wide and four apart mark words left out."""
SIGNED = ("#b35a00", "#2166ac", "#e08214", "#f0a04b", "#7db4ec")
"""Orange and blue, as lines and in heat maps, light and dark."""
SAYS_SIGN = re.compile(
    r"support|oppose|pos\b|neg\b|\.p\d|\.n\d|\.arc|\.link|\.chip|\.told|against|is-for"
)


def rules(css: str) -> list[tuple[str, str]]:
    """Selector and declarations of every rule, those within a media query too."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [
        (match[1].rpartition(";")[2].strip(), match[2]) for match in RULE.finditer(without_comments)
    ]


def dashed_otherwise(css: str) -> list[str]:
    return [
        selector
        for selector, style in rules(css)
        if DASHED.search(style) and not OPPOSES.search(selector)
    ]


def signed_otherwise(css: str) -> list[str]:
    return [
        f"{selector}: {style.strip()}"
        for selector, style in rules(css)
        if any(colour in style.lower() for colour in SIGNED)
        and not SAYS_SIGN.search(selector + style)
    ]


SHEETS = sorted([*TEMPLATES.glob("*.css"), *TEMPLATES.glob("pdf/*.css")])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_dashes_oppose_and_say_nothing_else(sheet: Path) -> None:
    assert dashed_otherwise(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_orange_and_blue_say_the_sign_and_nothing_else(sheet: Path) -> None:
    assert signed_otherwise(sheet.read_text("utf-8")) == []


def test_the_viewer_draws_no_other_dashes() -> None:
    drawn = {
        path.name
        for path in (TEMPLATES / "viewer" / "src").rglob("*.ts")
        if re.search(r"setLineDash\(\[\d|stroke-dasharray", path.read_text("utf-8"))
    }
    assert drawn <= {"heads.ts"}  # where it is set on lines below 0 only


def test_charts_use_neither_orange_nor_blue_nor_dashes() -> None:
    for module in (chart_specs, charts):
        source = Path(module.__file__).read_text("utf-8").lower()
        assert [colour for colour in (*SIGNED, "#3b78b0") if colour in source] == []
        assert "strokedash=" not in source


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".weaker { stroke-dasharray: 5 4; }", 1),
        (".badge-warn { border: 1px dashed red; }", 1),
        ("@media print { .x { border-style: dashed; } }", 1),
        (".link.neg { stroke-dasharray: 6 3; }", 0),
        (".break { stroke-dasharray: 1 4; }", 0),
    ],
)
def test_negative_control_other_dashes_are_found(css: str, found: int) -> None:
    assert len(dashed_otherwise(css)) == found


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".g3 { fill: #b35a00; }", 1),
        (":root { --group-2: #2166ac; }", 1),
        (":root { --support: #b35a00; }", 0),
        (".neg { stroke: #2166ac; }", 0),
    ],
)
def test_negative_control_colours_of_signs_elsewhere_are_found(css: str, found: int) -> None:
    assert len(signed_otherwise(css)) == found
