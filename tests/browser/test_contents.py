"""The contents beside the report."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
CURRENT = "() => [...document.querySelectorAll('nav [aria-current]')].map((link) => link.hash)"


@pytest.fixture(scope="module")
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


def test_the_contents_mark_the_section_that_is_read(visit: Visit) -> None:
    for link in visit.page.locator("nav a").all():
        link.click()
        visit.settle()
        visit.settle()
        assert visit.run(CURRENT) == [link.get_attribute("href")]


def test_the_contents_mark_nothing_beyond_the_cover(visit: Visit) -> None:
    visit.page.locator("nav a").last.click()
    visit.settle()
    visit.run("scrollTo(0, 0)")
    visit.settle()
    visit.settle()
    assert visit.run(CURRENT) in ([], ["#summary"])
