"""What the static picture shows of a chain: its grade in words, its sign in dashes, its verdicts in numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from auditkit.records import Grade, Verdict
from auditkit.render import assets
from auditkit.render.chain_words import VERDICT_WORDS
from auditkit.render.scene.build import Built
from auditkit.render.scene.flows import flow
from auditkit.render.scene.part import _caption
from auditkit.render.scene.picture import view
from auditkit.render.scene.records import RouteLink
from auditkit.render.scene.select import select_arcs
from auditkit.render.scene.words import CHIP_WORDS, GRADE_WORDS, grade_words
from tests.viewer_fixtures import scene_with

LINK = RouteLink(0, 2, 0, 3, 1, 0.5, 0.5, 0.5, None, None, "confirmed")
NONE, CHAIN = "no_short_chain", "confirmed_chain"


def built(*links: RouteLink, grade: str | None = NONE) -> Built:
    scene, arrays = scene_with("whole")
    found = {one.name: one for one in arrays}
    chosen = flow(found, "attention")
    assert chosen is not None
    scene = replace(scene, grade=grade, route=links)
    return Built(scene, found, "attention", chosen, select_arcs(chosen, scene.sinks))


def caption(one: Built) -> str:
    nothing: Any = None
    return " ".join(str(part) for prose in _caption(nothing, one) for part in prose)


def test_every_grade_and_verdict_has_words_and_others_have_none() -> None:
    assert set(GRADE_WORDS) == set(Grade)
    assert set(VERDICT_WORDS) == set(Verdict)
    assert grade_words(None, 3) is None
    assert grade_words("of another version", 3) is None
    assert "tested one by one" in str(grade_words(NONE, 3))
    assert "no link" in str(grade_words(NONE, 0))


@pytest.mark.parametrize("grade", [CHAIN, NONE])
def test_the_grade_comes_first_in_the_caption(grade: str) -> None:
    told = caption(built(LINK, grade=grade))
    assert told.startswith(GRADE_WORDS[grade])
    assert CHIP_WORDS in told
    assert "Dashed lines" in told
    other = GRADE_WORDS[NONE if grade == CHAIN else CHAIN]
    assert other not in told


def test_what_is_not_drawn_is_not_explained() -> None:
    told = caption(built(grade=None))
    assert "route" not in told
    assert CHIP_WORDS not in told
    assert "Dashed" not in told


def test_only_links_of_a_confirmed_chain_are_drawn_in_full_and_none_moves() -> None:
    quiet, full = view(built(LINK)), view(built(LINK, grade=CHAIN))
    assert quiet.quiet
    assert not full.quiet
    assert quiet.route == full.route


def test_dashes_tell_the_sign_and_filled_numbers_the_verdict() -> None:
    links = [
        replace(LINK, relevance=sign, verdict=verdict)
        for sign in (0.5, -0.5)
        for verdict in Verdict
    ]
    styles = [stop.style for stop in view(built(*links)).route]
    for link, style in zip(links, styles, strict=True):
        assert style.split()[0] == ("neg" if link.relevance < 0 else "pos")
        assert ("told" in style) == (link.verdict == "confirmed")
        assert set(style.split()) <= {"pos", "neg", "told"}


DASHED = r"([^{}\n]*)\{[^}]*stroke-dasharray: [1-9]"


def not_of_the_sign(css: str) -> list[str]:
    """Rules of the city that dash something that is not negative."""
    return [rule for rule in re.findall(DASHED, css) if not re.search(r"\.(neg|n8)\b", rule)]


@pytest.mark.parametrize("sheet", ["scene.css", "pdf/city.css"])
def test_style_sheets_dash_what_is_negative_and_nothing_else(sheet: str) -> None:
    css = assets.text(sheet)
    assert re.search(r"arc[^{]*\.neg\b[^{]*\{[^}]*stroke-dasharray: [1-9]", css)
    assert not_of_the_sign(css) == []
    wrong = css + "\n.link.weaker { stroke-dasharray: 5 4; }\n"
    assert not_of_the_sign(wrong) == [".link.weaker "]
