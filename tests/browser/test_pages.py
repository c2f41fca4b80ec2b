"""A report as a folder of pages: it looks and answers like one file, with scripts and without."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditkit
from auditkit.evidence.reader import Audit
from auditkit.render.pages import Limits
from tests.browser.harness import PHONE
from tests.browser.test_accessibility import THIN, inspect
from tests.synthetic_audit import write_synthetic_audit

pytestmark = pytest.mark.browser
PAGES = "report-pages/examples-{:04}.html"
PATHS = "[...document.querySelectorAll('{}')].map((a) => a.getAttribute('href'))"
HERE = "() => [location.pathname.split('/').pop(), location.hash]"


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Twelve examples on several pages."""
    folder = write_synthetic_audit(tmp_path_factory.mktemp("pages"), examples=12)
    auditkit.publish(folder, pdf=False, limits=Limits(one_file=0, page=60_000))
    return Audit(folder)


@pytest.fixture(scope="module")
def report(audit: Audit) -> Path:
    return audit.folder / "report.html"


@pytest.fixture(scope="module")
def ids(audit: Audit) -> list[str]:
    return audit.examples.column("id").to_pylist()


@pytest.fixture(scope="module")
def second(audit: Audit) -> Path:
    return audit.folder / PAGES.format(2)


def arrived(visit, name: str) -> None:
    """Wait until a navigation has led to another file of the report."""
    visit.page.wait_for_url(f"**/{name}*")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_of_the_table_leads_to_the_card(open_page, report, ids, scripts: bool) -> None:
    visit = open_page(report, java_script_enabled=scripts, may_complain=True)
    visit.page.click(f"tr[data-id='{ids[-1]}'] a")
    arrived(visit, "examples-")
    assert visit.page.locator(f"#ex-{ids[-1]}").is_visible()
    assert visit.run(HERE)[1] == f"#ex-{ids[-1]}"
    assert visit.page.locator(f"#ex-{ids[-1]} .passage").first.is_visible()


def test_a_permalink_leads_on_to_the_page_of_its_card(open_page, report, ids) -> None:
    visit = open_page(report, at=f"#ex-{ids[-1]}", may_complain=True)
    arrived(visit, "examples-")
    visit.page.wait_for_selector(f"#ex-{ids[-1]}.current")
    assert visit.focused() == f"ex-{ids[-1]}"
    assert visit.complaints == {"requests": visit.requests[1:]}
    assert len(visit.requests) == 2


def test_a_permalink_without_scripts_leads_to_the_row_that_leads_on(open_page, report, ids) -> None:
    visit = open_page(report, at=f"#ex-{ids[-1]}", java_script_enabled=False)
    row = visit.page.locator(f"tr[id='ex-{ids[-1]}']")
    assert visit.run("document.querySelector(':target').id") == f"ex-{ids[-1]}"
    assert row.locator("a").get_attribute("href").endswith(f"#ex-{ids[-1]}")
    assert row.evaluate("(row) => row.getBoundingClientRect().top < innerHeight")


def test_the_search_finds_examples_of_every_page(open_page, audit, report) -> None:
    visit = open_page(report)
    texts = dict(zip(*(audit.examples.column(c).to_pylist() for c in ("id", "text")), strict=True))
    word = "wonderful"
    visit.page.fill("[name=q]", word)
    assert visit.rows() == [name for name, text in texts.items() if word in text]
    assert 0 < len(visit.rows()) < len(texts)
    visit.page.fill("[name=q]", "")
    links = visit.run(PATHS.format("[data-index] tbody a"))
    assert len({link.split("#")[0] for link in links}) > 2


def test_walking_with_a_key_goes_from_page_to_page(open_page, report, ids) -> None:
    visit = open_page(report, at="#examples", may_complain=True)
    visit.page.locator("#content").focus()
    visit.page.keyboard.press("j")
    arrived(visit, "examples-0001")
    for name in ids[:-1]:
        visit.page.wait_for_selector(f"#ex-{name}.current:focus")
        visit.page.keyboard.press("j")
    visit.page.wait_for_selector(f"#ex-{ids[-1]}.current:focus")
    visit.page.keyboard.press("k")
    visit.page.wait_for_selector(f"#ex-{ids[-2]}.current:focus")


def test_walking_back_arrives_at_the_last_card_of_the_page_before(open_page, second) -> None:
    visit = open_page(second, may_complain=True)
    first = visit.page.locator("[data-card]").first.get_attribute("id")
    last = visit.page.locator("a[rel=prev]").first.get_attribute("data-nearest")
    visit.page.locator(f"#{first}").scroll_into_view_if_needed()
    visit.page.keyboard.press("k")
    arrived(visit, "examples-0001")
    visit.page.wait_for_selector(f"#{last}.current")
    assert visit.run("[...document.querySelectorAll('[data-card]')].pop().id") == last


@pytest.mark.parametrize("scripts", [True, False])
def test_pages_turn_and_lead_back(open_page, second, scripts: bool) -> None:
    visit = open_page(second, java_script_enabled=scripts, may_complain=True)
    for relation, name in (("next", "examples-0003"), ("prev", "examples-0002")):
        visit.page.click(f"a[rel={relation}] >> nth=0")
        arrived(visit, name)
    visit.page.click("nav.turn a[href$='report.html#examples'] >> nth=0")
    arrived(visit, "report.html")
    assert visit.page.locator("#examples").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_page_asks_for_nothing_and_can_be_read(open_page, second, audit, scripts: bool) -> None:
    visit = open_page(second, java_script_enabled=scripts)
    if scripts:
        visit.read_to_the_end()
    visit.unfold()
    assert visit.requests == [visit.address]
    shown = visit.page.locator("[data-card]")
    texts = dict(zip(*(audit.examples.column(c).to_pylist() for c in ("id", "text")), strict=True))
    for card in shown.all():
        name = (card.get_attribute("id") or "").removeprefix("ex-")
        assert card.locator(".passage").first.text_content() == texts[name]
    assert len(visit.visible("table.scores td")) > 100
    assert all(visit.visible("table.scores td"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["report.html", PAGES.format(2)])
def test_no_violations(open_page, audit, name: str, scheme: str) -> None:
    visit = open_page(audit.folder / name, color_scheme=scheme)
    visit.unfold()
    visit.run(THIN)
    found = inspect(visit)
    assert found["violations"] == []
    assert found["rules"] > 20


@pytest.mark.parametrize("name", ["report.html", PAGES.format(2)])
def test_a_phone_never_scrolls_sideways(open_page, audit, name: str) -> None:
    visit = open_page(audit.folder / name, viewport=PHONE)
    visit.unfold()
    assert visit.width() <= PHONE["width"]
