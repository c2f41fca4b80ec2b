"""A report in several files: what stands where, where links lead, and that nothing gets lost."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
from posixpath import join, normpath

import pytest
from markupsafe import Markup

from auditkit.errors import AuditError
from auditkit.render import html
from auditkit.render.pages import LIMITS, Limits, render_files
from tests.unit.render.sample_page import report

CARDS = 9
SMALL = Limits(one_file=100_000, page=30_000)
VEGA = 'class="library" data-name="vega"'
CARD = r'(?s)<article class="card" id="ex-([^"]+)".*?</article>'


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return {name: content.decode() for name, content in render_files(report(CARDS), SMALL)}


@pytest.fixture(scope="module")
def pages(files: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name != "report.html"}


def cards(text: str) -> list[str]:
    return [found[0] for found in re.finditer(CARD, text)]


def test_a_report_below_the_limit_is_one_file() -> None:
    whole = html.render_html(report(CARDS))
    assert dict(render_files(report(CARDS))) == {"report.html": whole.encode()}
    assert LIMITS.one_file == 50_000_000


@pytest.mark.parametrize(("beyond", "expected"), [(0, 1), (-1, 10)])
def test_one_byte_decides(beyond: int, expected: int) -> None:
    size = len(html.render_html(report(CARDS)).encode())
    found = list(render_files(report(CARDS), Limits(one_file=size + beyond, page=1)))
    assert len(found) == expected


def test_every_card_is_on_one_page_and_in_order(pages: dict[str, str]) -> None:
    whole = cards(html.render_html(report(CARDS)))
    assert [card for text in pages.values() for card in cards(text)] == whole
    assert len(pages) > 2
    assert all(cards(text) for text in pages.values())


def test_the_first_file_holds_everything_but_the_cards(files: dict[str, str]) -> None:
    whole = html.render_html(report(CARDS))
    front = files["report.html"]
    assert cards(front) == []
    for part in (
        r"<h2 .*?</h2>",
        r"<data .*?</data>",
        r'<script type="application/json".*?</script>',
    ):
        outside = re.sub(CARD, "", whole)
        assert re.findall(part, front, re.DOTALL) == re.findall(part, outside, re.DOTALL)


def test_pages_are_no_larger_than_they_may_be(pages: dict[str, str]) -> None:
    for text in pages.values():
        shown = cards(text)
        assert len(shown) == 1 or sum(len(card.encode()) for card in shown) <= SMALL.page


def test_every_link_leads_to_an_element_of_some_file(files: dict[str, str]) -> None:
    ids = {name: set(re.findall(r' id="([^"]*)"', text)) for name, text in files.items()}
    crossing = 0
    for name, text in files.items():
        for address in re.findall(r' href="([^"]*)"', text):
            path, _, anchor = address.partition("#")
            there = normpath(join(name, "..", path)) if path else name
            assert there in files, address
            assert not anchor or anchor in ids[there], address
            crossing += there != name
    assert crossing > 2 * CARDS


def test_rows_lead_to_the_card_and_keep_its_permalink(files: dict[str, str]) -> None:
    row = r'(?s)<tr id="(ex-[^"]+)" data-id=.*?<a href="([^"]+)#([^"]+)"'
    rows = re.findall(row, files["report.html"])
    assert len(rows) == CARDS
    for anchor, path, target in rows:
        assert anchor == target
        assert f'<article class="card" id="{anchor}"' in files[path]


def test_pages_lead_to_the_page_before_and_after(pages: dict[str, str]) -> None:
    names = [name.rpartition("/")[2] for name in pages]
    for at, text in enumerate(pages.values()):
        for relation, by in (("prev", -1), ("next", 1)):
            found = set(re.findall(f'<a rel="{relation}" href="([^"]+)"', text))
            assert found == ({names[at + by]} if 0 <= at + by < len(names) else set())


def test_every_page_has_the_root_and_a_policy_of_its_own(files: dict[str, str]) -> None:
    for text in files.values():
        assert f'<meta name="auditkit-root" content="{report().root}">' in text
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy
        inline = re.findall(r"(?s)<(?:script|style)>(.*?)</(?:script|style)>", text)
        libraries = re.findall(r'class="library" data-name="[a-z]+">([^<]+)<', text)
        inline += [gzip.decompress(base64.b64decode(packed)).decode() for packed in libraries]
        hashes = {base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in inline}
        assert set(re.findall(r"sha256-([^&']+)", policy[1])) == hashes
        assert "unsafe" not in policy[1]
    assert VEGA in files["report.html"]


def test_pages_without_charts_carry_no_chart_runtime(pages: dict[str, str]) -> None:
    assert not [name for name, text in pages.items() if VEGA in text]


def test_same_report_gives_same_files(files: dict[str, str]) -> None:
    html.environment.cache_clear()
    again = {name: content.decode() for name, content in render_files(report(CARDS), SMALL)}
    assert again == files


def test_a_card_keeps_itself_in_one_piece() -> None:
    """Hostile texts of the sample spell the end of scripts and styles; none ends a card."""
    for markup in html.drawn_cards(report(CARDS)).values():
        assert markup.count("<noscript>") == markup.count("</noscript") == 1


def test_a_card_that_would_end_too_early_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: a template that lets markup of the data through is noticed."""
    monkeypatch.setattr(html.environment(), "autoescape", True)
    template = html.environment().from_string("<noscript>{{ more }}</noscript>")
    monkeypatch.setitem(template.globals, "more", Markup("</noscript><b>"))
    monkeypatch.setattr(html.environment(), "get_template", lambda _: template)
    with pytest.raises(AuditError, match="noscript"):
        html.drawn_cards(report(1))
