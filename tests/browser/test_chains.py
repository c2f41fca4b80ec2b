"""Routes, layers and changes on a card: links of their own, the strip of words, narrow and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.harness import PHONE, Visit, visiting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def edited(audit) -> str:
    """An example with a chain whose words were changed."""
    return str(audit.table("pokes")["example_id"][0].as_py())


@pytest.fixture
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


def test_a_link_of_a_chain_has_an_address(browser, report, audit) -> None:
    name = audit.table("links")["example_id"][0].as_py()
    with visiting(browser, report, at=f"#ex-{name}-link-2") as visit:
        assert visit.focused() == f"ex-{name}-link-2"
        assert "current" in visit.page.locator(f"#ex-{name}").get_attribute("class").split()
        assert visit.page.locator(f"#ex-{name}-link-2").is_visible()


def test_negative_control_an_address_of_nothing_moves_nobody(browser, report) -> None:
    with visiting(browser, report, at="#ex-0000000000000000-link-2") as visit:
        assert visit.page.locator(".card.current").count() == 0


def test_a_word_says_what_its_row_says(visit: Visit, edited: str) -> None:
    strip = visit.page.locator(f"#ex-{edited}-edits")
    row = strip.locator("table.changes tbody tr").nth(0)
    buttons = strip.locator(".edit-words button")
    assert buttons.count() == strip.locator("table.changes tbody tr").count()
    buttons.nth(0).click()
    margin = row.locator("td[data-kind=mask] data").first.text_content()
    readout = strip.locator(".readout")
    assert f"masked: margin {margin} (before " in readout.text_content()
    assert readout.get_attribute("aria-live") == "polite"
    assert buttons.nth(0).get_attribute("aria-pressed") == "true"
    strip.get_by_role("button", name="Delete").click()
    assert "deleted: margin" in readout.text_content()
    assert buttons.nth(0).get_attribute("class") == "gone"
    strip.get_by_role("button", name="Swap").click()
    assert readout.text_content().endswith("the model gave no answer.")
    strip.get_by_role("button", name="As it was").click()
    assert "Choose a word" in readout.text_content()
    assert strip.locator(".edit-words [aria-pressed=true]").count() == 0


def test_the_words_are_walked_with_arrow_keys_and_one_stop(visit: Visit, edited: str) -> None:
    buttons = visit.page.locator(f"#ex-{edited}-edits .edit-words button")
    buttons.nth(0).focus()
    visit.page.keyboard.press("ArrowRight")
    assert buttons.nth(1).evaluate("(b) => b === document.activeElement")
    visit.page.keyboard.press("End")
    assert buttons.last.evaluate("(b) => b === document.activeElement")
    visit.page.keyboard.press("Enter")
    assert buttons.last.get_attribute("aria-pressed") == "true"
    assert buttons.evaluate_all("(all) => all.filter((b) => b.tabIndex === 0).length") == 1


def test_without_scripts_the_same_is_a_table(browser, report, edited: str) -> None:
    with visiting(browser, report, java_script_enabled=False) as visit:
        part = visit.page.locator(f"#ex-{edited}-edits")
        assert part.locator(".edit-strip").count() == 0
        assert not part.locator(".edits-scale").is_visible()
        part.locator("summary").first.click()
        assert part.locator("table.changes").is_visible()
        chain = visit.page.locator(f"#ex-{edited}-chain")
        assert chain.locator(".links > li").first.is_visible()
        assert chain.locator(".route svg").first.is_visible()


def test_pictures_fit_on_a_phone(browser, report) -> None:
    with visiting(browser, report, viewport=PHONE) as visit:
        visit.unfold()
        visit.read_to_the_end()
        assert visit.width() <= PHONE["width"]
        for selector in (".layers svg", ".route .scroll"):
            wide = visit.page.locator(selector).evaluate_all(
                "(all) => all.filter((e) => e.getBoundingClientRect().right > innerWidth + 1).length"
            )
            assert wide == 0


def test_numbers_on_the_lines_do_not_cover_each_other(visit: Visit) -> None:
    visit.unfold()
    covered = visit.run(
        """() => [...document.querySelectorAll(".route svg")].flatMap((svg) => {
          const boxes = [...svg.querySelectorAll(".chip rect")].map((r) => r.getBoundingClientRect());
          return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
            Math.hypot(a.x - b.x, a.y - b.y) < 4));
        }).length"""
    )
    assert covered == 0


def test_the_words_of_the_strip_are_text(browser, hostile_audit) -> None:
    with visiting(browser, hostile_audit.folder / "report.html") as visit:
        visit.unfold()
        visit.read_to_the_end()
        for strip in visit.page.locator(".edit-strip").all():
            strip.locator(".edit-words button").first.evaluate("(button) => button.click()")
        assert visit.page.locator(".edit-strip :is(img, svg, script, style)").count() == 0
        assert visit.run("globalThis.broken") is None
        words = visit.page.locator(".edit-words button").all_text_contents()
        assert any("<" in word for word in words)
