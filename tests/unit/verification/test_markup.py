"""Reading a page as a tree, whatever its state."""

from __future__ import annotations

import pytest

from auditkit.verification.markup import read_html

PAGE = """<!doctype html>
<main id="top"><p class="a b">one <b>two</b><br>three</p>
<section id="low"><data value="1" VALUE="2">x &amp; y</data></section>
<p>after</p></main>"""


def test_texts_attributes_lines_and_places() -> None:
    page = read_html(PAGE)
    assert [p.text() for p in page.find("p")] == ["one twothree", "after"]
    assert [p.place for p in page.find("p")] == ["top", "top"]
    (data,) = page.find("data")
    assert (data.text(), data.line, data.place) == ("x & y", 3, "low")
    assert data.where == "report.html line 3 (in #low)"
    assert [element.tag for element in page.find("main")[0].children] == ["p", "section", "p"]


def test_of_an_attribute_that_stands_twice_the_first_counts_as_in_browsers() -> None:
    assert read_html(PAGE).find("data")[0].attributes["value"] == "1"


def test_classes() -> None:
    page = read_html(PAGE)
    assert len(page.find("p", "b")) == 1
    assert page.find("p", "c") == []


def test_what_is_inside_a_script_is_text() -> None:
    page = read_html('<script class="spec">{"a": "<data>"}</script><data>')
    assert page.find("script")[0].text() == '{"a": "<data>"}'
    assert len(page.find("data")) == 1


@pytest.mark.parametrize(
    ("damaged", "paragraphs"),
    [
        ("<p>a</b></i>b</p>c", ["ab"]),
        ("<p>a<b>b</p>c", ["ab"]),
        ("</p></p><p>a", ["a"]),
        ("<p>a<p>b</p></p>", ["ab", "b"]),
        ("", []),
        ("<p", []),
    ],
)
def test_damage_is_read_as_far_as_it_goes(damaged: str, paragraphs: list[str]) -> None:
    assert [p.text() for p in read_html(damaged).find("p")] == paragraphs


def test_nesting_has_no_limit() -> None:
    page = read_html("<div>" * 50_000 + "deep")
    assert len(page.elements()) == 50_001
    assert page.text() == "deep"


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<p>a</b></p>", "does not end what was begun last"),
        ("<p>", "has no end"),
        ("<div/>", "ends at once here"),
        ("<p a='1' a='2'></p>", "has an attribute twice"),
        ("<p><!-- --></p>", "a comment"),
        ("<p><?x ?></p>", "a processing instruction"),
        ("<p><![CDATA[x]]></p>", "a declaration"),
    ],
)
def test_what_browsers_read_in_ways_of_their_own_is_listed(page: str, fault: str) -> None:
    assert any(fault in what for _, what in read_html(page).page.faults)


def test_negative_control_a_page_without_faults_lists_none() -> None:
    assert read_html("<main><p>a<br>b</p><svg><path d='x'/></svg></main>").page.faults == []


def test_the_way_up_is_what_it_stands_in() -> None:
    (bold,) = read_html(PAGE).find("b")
    assert [element.tag for element in bold.way_up()] == ["p", "main"]


def test_only_blanks_of_html_part_classes() -> None:
    (paragraph,) = read_html('<p class="a\u00a0b\tc\nd"></p>').find("p")
    assert [name for name in "abcd" if paragraph.has_class(name)] == ["c", "d"]
