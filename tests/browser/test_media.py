"""Themes, calm, paper and small screens."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PIL import Image

from tests.browser.harness import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser
HIDDEN_ON_PAPER = ".side, .filters, .skip, .live, .viewer-bar, .colour-by, summary"
PRINTED_TABLES = "main table:not(.card:not(:has(.viewer)) *)"
"""Of the cards only those shown in detail print their scores; the others say where they are."""
TARGETS = """() => [...document.querySelectorAll("button, select, input, summary, nav a, .permalink a")]
  .filter((target) => target.checkVisibility({ visibilityProperty: true }))
  .map((target) => [target, (target.type === "checkbox" ? target.closest("label") : target).getBoundingClientRect()])
  .filter(([, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
  .map(([target, box]) => `${target.outerHTML.slice(0, 70)} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`)"""
MOVING = "document.getAnimations().length"
WIDE_TABLES = """() => [...document.querySelectorAll("main table")]
  .filter((table) => table.checkVisibility() && table.getBoundingClientRect().right > innerWidth + 1)
  .map((table) => table.closest("[id]").id)"""
LONG_CELLS = """() => {
  const row = document.querySelector("[data-index] tbody tr").cloneNode(true);
  document.querySelector("[data-index] tbody").append(row);
  const label = row.querySelector("[data-label=Predicted] bdi");
  label.textContent = "strongly_negative_customer_feedback";
  row.querySelector("[data-label=Flags]").innerHTML =
    "<span class='badge badge-plain'>a_flag_of_some_length</span> ".repeat(3);
  const found = [label.getClientRects().length,
    [...row.querySelectorAll(".badge-plain")].map((chip) => chip.getBoundingClientRect().toJSON())];
  row.remove();
  return found;
}"""
TOO_WIDE = """() => [...document.querySelectorAll("main *")]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest(".scroll, .viewer-tabs, svg"))
  .map((element) => element.outerHTML.slice(0, 90))"""


def test_the_theme_follows_the_system_until_it_is_chosen(open_page, report) -> None:
    visit = open_page(report, color_scheme="light")
    light = visit.background()
    visit.page.emulate_media(color_scheme="dark")
    dark = visit.background()
    assert dark != light
    switch = visit.page.locator("[data-do=theme]")
    seen = []
    for _ in range(3):
        switch.click()
        seen.append((visit.background(), switch.inner_text().split()[-1]))
    assert seen == [(light, "light"), (dark, "dark"), (dark, "auto")]
    visit.page.keyboard.press("t")
    assert "light" in visit.page.locator("#status").inner_text()
    visit.page.reload()
    assert visit.background() == light


def test_those_who_ask_for_calm_get_it(open_page, report) -> None:
    visit = open_page(report, reduced_motion="reduce")
    for key in ("j", "j", "t", "?", "Escape", "/"):
        visit.page.keyboard.press(key)
        assert visit.run(MOVING) == 0
    assert visit.run("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_check_for_motion_sees_motion(page_of) -> None:
    moving = "<style>@keyframes k { to { left: 9px } } p { animation: k 1s infinite }</style><p>m"
    assert page_of(moving).run(MOVING) == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_paper_shows_everything_and_no_controls(open_page, report, scripts: bool) -> None:
    visit = open_page(report, color_scheme="dark", java_script_enabled=scripts)
    visit.page.emulate_media(media="print", color_scheme="dark")
    assert visit.background() == "rgb(255, 255, 255)"
    assert not any(visit.visible(HIDDEN_ON_PAPER))
    for selector in (PRINTED_TABLES, ".plot > svg", ".viewer-static svg", ".passage"):
        assert visit.visible(selector)
        assert all(visit.visible(selector))
    assert not any(visit.visible(".card:not(:has(.viewer)) :is(table, details)"))
    assert (
        visit.visible(".on-paper").count(True)
        == visit.page.locator(".card:has(.scores):not(:has(.viewer))").count()
    )
    picture = Image.open(io.BytesIO(visit.page.screenshot())).convert("RGB")
    assert len(picture.getcolors(picture.width * picture.height)) > 20


@pytest.mark.parametrize(("medium", "fits"), [("print", True), ("screen", False)])
def test_no_table_runs_over_the_edge_of_the_paper(
    open_page, report, *, medium: str, fits: bool
) -> None:
    """The printed width of A4; the screen, where wide tables scroll, shows that the check sees."""
    visit = open_page(report, viewport={"width": 673, "height": 900})
    visit.unfold()
    visit.page.emulate_media(media=medium)
    assert (visit.run(WIDE_TABLES) == []) == fits


@pytest.fixture(scope="module")
def phone(browser, report) -> Iterator[Visit]:
    with visiting(browser, report, viewport=PHONE, has_touch=True) as visit:
        visit.unfold()
        visit.read_to_the_end()
        yield visit


def test_a_phone_never_scrolls_sideways(phone: Visit) -> None:
    assert phone.page.locator(".is-live").count() > 10
    assert phone.width() <= PHONE["width"]
    assert phone.run(TOO_WIDE) == []


def test_a_phone_says_which_tables_go_on_beyond_the_edge(phone: Visit) -> None:
    hints = """() => [...document.querySelectorAll(".scroll:has(> table)")].map((scroll) => [
      scroll.scrollWidth > scroll.clientWidth + 1,
      getComputedStyle(scroll, "::before").content.includes("Swipe")])"""
    found = phone.run(hints)
    assert all(wide == said for wide, said in found)
    assert {said for _, said in found} == {True, False}


def test_what_a_finger_must_hit_is_24_pixels_high_and_wide(phone: Visit) -> None:
    phone.page.locator(".menu summary").click()
    assert phone.page.locator("nav a").first.is_visible()
    assert phone.run(TARGETS) == []


def test_the_examples_become_cards_on_a_phone(phone: Visit, audit) -> None:
    first = phone.page.locator("[data-index] tbody tr").first
    assert first.bounding_box()["width"] <= PHONE["width"]
    texts = first.inner_text()
    assert first.locator("[data-label=Confidence]").is_visible()
    assert audit.examples["predicted"][0].as_py() in texts


def test_on_a_phone_a_long_label_is_not_broken_and_chips_lie_apart(phone: Visit) -> None:
    lines, chips = phone.run(LONG_CELLS)
    assert lines == 1
    assert len(chips) == 3
    assert all(above["bottom"] <= below["top"] for above, below in pairwise(chips))
    assert phone.width() <= PHONE["width"]


def test_turning_the_phone_back_into_a_desk_leaves_nothing_narrow(phone: Visit) -> None:
    phone.page.set_viewport_size(DESK)
    assert phone.page.locator("nav a").first.is_visible()
    assert phone.width() <= DESK["width"]
    phone.page.set_viewport_size(PHONE)
