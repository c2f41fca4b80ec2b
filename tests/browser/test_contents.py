"""The contents beside the report."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
CURRENT = "() => [...document.querySelectorAll('nav [aria-current]')].map((link) => link.hash)"


def test_the_contents_mark_the_section_that_is_read(open_page, report) -> None:
    visit = open_page(report)
    for link in visit.page.locator("nav a").all():
        link.click()
        visit.settle()
        visit.settle()
        assert visit.run(CURRENT) == [link.get_attribute("href")]


def test_the_contents_mark_nothing_beyond_the_cover(open_page, report) -> None:
    visit = open_page(report)
    visit.page.locator("nav a").last.click()
    visit.settle()
    visit.run("scrollTo(0, 0)")
    visit.settle()
    visit.settle()
    assert visit.run(CURRENT) in ([], ["#summary"])
