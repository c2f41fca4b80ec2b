"""Everything by keyboard, with a focus that can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser
OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  const box = document.activeElement.getBoundingClientRect();
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
}"""
STATE = """(table, column) => ({
  sorted: [...table.tHead.rows[0].cells].map((heading, i) => [i, heading.getAttribute("aria-sort")])
    .filter(([, direction]) => direction.endsWith("ending")),
  said: document.querySelector("#status").textContent,
  rows: [...table.tBodies[0].rows].map((row) => row.textContent),
  cells: [...table.tBodies[0].rows].map((row) =>
    row.cells[column].querySelector("data")?.value ?? row.cells[column].textContent.trim()),
})"""


@pytest.fixture(scope="module")
def opened(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


@pytest.fixture
def visit(opened: Visit) -> Visit:
    """The report with the focus on its contents and no filter set."""
    opened.page.locator("[data-index] [type=reset]").click()
    opened.settle()
    opened.page.locator("#content").focus()
    return opened


def test_the_skip_link_is_first_and_the_focus_can_be_seen_at_every_stop(open_page, report) -> None:
    visit = open_page(report)
    visit.page.keyboard.press("Tab")
    assert visit.focused("href") == "#content"
    assert visit.run(OUTLINE)
    stops = []
    for _ in range(24):
        visit.page.keyboard.press("Tab")
        assert visit.run(OUTLINE), visit.run("document.activeElement.outerHTML.slice(0, 200)")
        stops.append(visit.run("document.activeElement.localName"))
    assert {"a", "button"} <= set(stops)
    visit.page.locator(".skip").focus()
    visit.page.keyboard.press("Enter")
    assert visit.focused() == "content"


def test_the_focus_can_be_seen_in_the_table_of_examples(visit: Visit) -> None:
    visit.page.locator("[name=q]").focus()
    for _ in range(14):
        visit.page.keyboard.press("Tab")
        assert visit.run(OUTLINE), visit.run("document.activeElement.outerHTML.slice(0, 200)")


def test_j_and_k_walk_through_the_filtered_examples(visit: Visit) -> None:
    visit.page.locator("[name=result]").select_option("correct")
    visit.page.locator("[name=sort]").select_option("-margin")
    visit.page.locator("#content").focus()
    rows = visit.rows()
    for key, row in (("j", rows[0]), ("j", rows[1]), ("j", rows[2]), ("k", rows[1])):
        visit.page.keyboard.press(key)
        assert visit.focused() == f"ex-{row}"
        assert visit.page.url.endswith(f"#ex-{row}")
        assert visit.run("getComputedStyle(document.activeElement).boxShadow") != "none"
    visit.page.locator("[data-do=next]").click()
    assert visit.focused() == f"ex-{rows[2]}"


def test_slash_leads_to_the_search_where_letters_are_letters(visit: Visit) -> None:
    visit.page.keyboard.press("/")
    assert visit.focused("name") == "q"
    visit.page.keyboard.type("jk?t")
    assert visit.page.locator("[name=q]").input_value() == "jk?t"
    assert not visit.page.locator("#help").is_visible()


def test_help_opens_and_escape_gives_the_focus_back(visit: Visit) -> None:
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


def test_e_shows_the_source_of_every_number(visit: Visit) -> None:
    behind = "getComputedStyle(document.querySelector('data[data-evidence]'), '::after').content"
    before = visit.run(behind)
    visit.page.keyboard.press("e")
    assert ".parquet" in visit.run(behind) or ".json" in visit.run(behind)
    visit.page.keyboard.press("e")
    assert visit.run(behind) == before


def key_of(text: str) -> tuple[bool, float | str]:
    """Missing values last, numbers by size, words by alphabet."""
    plain = text.replace("\u2212", "-").replace(",", "").removesuffix("%")
    try:
        return (False, float(plain))
    except ValueError:
        return (text in ("", "\u2013", "undefined"), text.casefold())


def check_order(found: list[tuple[bool, float | str]], *, descending: bool) -> None:
    there = [value for missing, value in found if not missing]
    assert [missing for missing, _ in found] == sorted(missing for missing, _ in found)
    if all(isinstance(value, float) for value in there):
        assert there == sorted(there, reverse=descending)


def test_every_table_sorts_by_keyboard_in_numeric_order(visit: Visit) -> None:
    visit.unfold()
    other_than_text = 0
    tables = visit.page.locator("table[data-sortable]")
    assert tables.count() >= 3
    for table in tables.all():
        before = sorted(table.evaluate(STATE, 0)["rows"])
        columns = table.locator("thead th").count()
        for column in sorted({0, 2, columns - 1}):
            table.locator("thead th button").nth(column).focus()
            for key, direction in (("Enter", "ascending"), ("Space", "descending")):
                visit.page.keyboard.press(key)
                state = table.evaluate(STATE, column)
                assert state["sorted"] == [[column, direction]]
                assert direction in state["said"]
                assert sorted(state["rows"]) == before
                check_order(list(map(key_of, state["cells"])), descending=direction == "descending")
            other_than_text += state["cells"] != sorted(state["cells"], reverse=True)
    assert other_than_text > 0
