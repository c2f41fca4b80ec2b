"""Charts: one runtime, drawn when seen, without eval, and a picture for paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
SHOWN = """(figure) => [...figure.querySelectorAll(".plot > svg, .plot > .live")]
  .filter((picture) => picture.getBoundingClientRect().height > 20 && picture.checkVisibility())
  .map((picture) => picture.className === "live" ? "live" : "static")"""


@pytest.fixture(scope="module")
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


def test_one_runtime_serves_every_chart(report) -> None:
    html = report.read_text(encoding="utf-8")
    assert html.count('class="chart"') >= 5
    assert html.count('class="library" data-name="vega"') == 1
    assert html.count('class="spec"') == html.count('class="chart"')


def test_charts_come_alive_when_they_are_seen_and_paper_shows_pictures(visit: Visit) -> None:
    figures = visit.page.locator("figure.chart")
    assert visit.page.locator(".plot.is-live").count() < figures.count()
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        figure.locator(".plot.is-live .live svg").wait_for()
        assert figure.evaluate(SHOWN) == ["live"]
        assert not figure.locator(".plot").evaluate(
            "(plot) => plot.scrollWidth > plot.clientWidth + 1"
        )
    visit.page.emulate_media(media="print")
    assert [figure.evaluate(SHOWN) for figure in figures.all()] == [["static"]] * figures.count()
    visit.page.emulate_media(media="screen")


def test_a_dark_page_lightens_the_pictures_and_paper_does_not(visit: Visit) -> None:
    looks = "getComputedStyle(document.querySelector('.plot svg')).filter"
    found = {}
    for scheme, media in (("light", "screen"), ("dark", "screen"), ("dark", "print")):
        visit.page.emulate_media(media=media, color_scheme=scheme)
        found[scheme, media] = visit.run(looks)
    visit.page.emulate_media(media="screen", color_scheme="light")
    assert found["light", "screen"] == found["dark", "print"] == "none"
    assert "invert" in found["dark", "screen"]


def test_a_mark_under_the_pointer_is_read_out(visit: Visit) -> None:
    figure = visit.page.locator("figure.chart:has(.spec)").first
    figure.scroll_into_view_if_needed()
    figure.locator(".plot.is-live").wait_for()
    readout = figure.locator("> .readout")
    hint = readout.text_content()
    marks = figure.locator(".live .mark-rect.role-mark path, .live .mark-symbol.role-mark path")
    marks.first.hover(force=True)
    assert readout.text_content() != hint


def test_a_chart_whose_data_is_damaged_keeps_its_picture(open_page, report, tmp_path) -> None:
    damaged = tmp_path / "damaged.html"
    text = report.read_text(encoding="utf-8")
    damaged.write_text(text.replace('class="spec">{', 'class="spec">{broken', 1), encoding="utf-8")
    visit = open_page(damaged)
    first = visit.page.locator("figure.chart").first
    first.scroll_into_view_if_needed()
    visit.page.locator("figure.chart .plot.is-live").first.wait_for()
    assert first.evaluate(SHOWN) == ["static"]


def test_every_picture_has_a_description_and_its_numbers(open_page, report) -> None:
    visit = open_page(report, java_script_enabled=False)
    for figure in visit.page.locator("figure.chart").all():
        assert figure.evaluate(SHOWN) == ["static"]
        assert len(figure.locator("[role=img]").get_attribute("aria-label") or "") > 20
        assert figure.locator("details table tbody tr").count() > 0
