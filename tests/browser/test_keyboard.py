"""Everything by keyboard, with a focus that can be seen."""

from __future__ import annotations

import pytest

from tests.browser.harness import Visit

pytestmark = pytest.mark.browser
OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
}"""
CELLS = """([table, column]) => [...table.tBodies[0].rows].map((row) => {
  const cell = row.cells[column];
  return cell.querySelector("data")?.value ?? cell.textContent.trim();
})"""


def test_the_skip_link_is_first_and_leads_to_the_report(open_page, report) -> None:
    visit = open_page(report)
    visit.page.keyboard.press("Tab")
    assert visit.focused("href") == "#content"
    assert visit.run(OUTLINE)
    visit.page.keyboard.press("Enter")
    assert visit.focused() == "content"


def test_the_focus_can_be_seen_at_every_stop(open_page, report) -> None:
    visit = open_page(report)
    stops = []
    for _ in range(30):
        visit.page.keyboard.press("Tab")
        stops.append(visit.run("document.activeElement.localName"))
        assert visit.run(OUTLINE), visit.run("document.activeElement.outerHTML.slice(0, 200)")
    assert {"a", "button"} <= set(stops)
    visit.page.locator("[name=q]").focus()
    for _ in range(14):
        visit.page.keyboard.press("Tab")
        assert visit.run(OUTLINE), visit.run("document.activeElement.outerHTML.slice(0, 200)")


def test_j_and_k_walk_through_the_filtered_examples(open_page, report) -> None:
    visit = open_page(report, at="#examples-index?result=correct&sort=-margin")
    rows = visit.rows()
    assert len(rows) > 2
    for key, row in (("j", rows[0]), ("j", rows[1]), ("j", rows[2]), ("k", rows[1])):
        visit.page.keyboard.press(key)
        assert visit.focused() == f"ex-{row}"
        assert visit.page.url.endswith(f"#ex-{row}")
        assert visit.run("getComputedStyle(document.activeElement).boxShadow") != "none"
    visit.page.locator("[data-do=next]").click()
    assert visit.focused() == f"ex-{rows[2]}"


def test_slash_leads_to_the_search_where_letters_are_letters(open_page, report) -> None:
    visit = open_page(report)
    visit.page.keyboard.press("/")
    assert visit.focused("name") == "q"
    visit.page.keyboard.type("jk?t")
    assert visit.page.locator("[name=q]").input_value() == "jk?t"
    assert not visit.page.locator("#help").is_visible()


def test_help_opens_and_escape_gives_the_focus_back(open_page, report) -> None:
    visit = open_page(report)
    help_ = visit.page.locator("dialog#help")
    visit.page.locator("[data-do=help]").focus()
    for opener in ("?", "Enter"):
        visit.page.keyboard.press(opener)
        assert visit.page.get_by_role("dialog").is_visible()
        assert help_.evaluate("(dialog) => dialog.contains(document.activeElement)")
        visit.page.keyboard.press("Escape")
        assert not help_.is_visible()
        assert visit.focused("data-do") == "help"
    assert {"j", "k", "/", "?"} <= set(help_.locator("kbd").all_text_contents())


def key_of(text: str) -> tuple[bool, float | str]:
    """Missing values last, numbers by size, words by alphabet."""
    plain = text.replace("\u2212", "-").replace(",", "").removesuffix("%")
    try:
        return (False, float(plain))
    except ValueError:
        return (text in ("", "–", "undefined"), text.casefold())


def cells(visit: Visit, table, column: int) -> list[tuple[bool, float | str]]:
    return [key_of(text) for text in visit.run(CELLS, [table.element_handle(), column])]


def check_order(found: list[tuple[bool, float | str]], *, descending: bool) -> None:
    there = [value for missing, value in found if not missing]
    assert [missing for missing, _ in found] == sorted(missing for missing, _ in found)
    if all(isinstance(value, float) for value in there):
        assert there == sorted(there, reverse=descending)


def test_every_table_sorts_by_keyboard_in_numeric_order(open_page, report) -> None:
    visit = open_page(report)
    visit.unfold()
    other_than_text = 0
    for table in visit.page.locator("table[data-sortable]").all():
        headings = table.locator("thead th").all()
        before = sorted(cells(visit, table, 0), key=str)
        for column, heading in enumerate(headings):
            for key, direction in (("Enter", "ascending"), ("Space", "descending")):
                heading.get_by_role("button").press(key)
                assert heading.get_attribute("aria-sort") == direction
                found = cells(visit, table, column)
                check_order(found, descending=direction == "descending")
            texts = [str(value) for _, value in found]
            other_than_text += texts != sorted(texts, reverse=True)
            assert direction in visit.page.locator("#status").inner_text()
        assert table.locator("th[aria-sort$=ending]").count() == 1
        assert sorted(cells(visit, table, 0), key=str) == before
    assert other_than_text > 0
