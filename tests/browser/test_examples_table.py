"""The table of examples: search, filters, order, and the address that remembers them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.answers import answers, ordered
from tests.browser.harness import Visit, visiting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def everything(audit):
    return answers(audit)


@pytest.fixture(scope="module")
def opened(browser, report) -> Iterator[Visit]:
    with visiting(browser, report) as visit:
        yield visit


@pytest.fixture
def visit(opened: Visit) -> Visit:
    """The report with no filter set."""
    opened.page.locator("[data-index] [type=reset]").click()
    opened.settle()
    return opened


def set_control(visit: Visit, name: str, value: str) -> None:
    control = visit.page.locator(f"[data-index] [name={name}]")
    if control.get_attribute("type") == "checkbox":
        control.check()
    elif control.get_attribute("type") == "search":
        control.fill(value)
    else:
        control.select_option(value)


def test_all_examples_in_the_order_of_the_data(visit: Visit, everything) -> None:
    assert visit.rows() == [row.id for row in everything]


@pytest.mark.parametrize(
    ("name", "value", "stays"),
    [
        ("result", "correct", lambda row: row.result == "correct"),
        ("result", "wrong", lambda row: row.result == "wrong"),
        ("result", "unanswered", lambda row: row.result == "unanswered"),
        ("label", "positive", lambda row: "positive" in (row.gold, row.predicted)),
        ("slice", "tweets", lambda row: row.slice == "tweets"),
        ("confidence", "0.6-0.8", lambda row: row.confidence and 0.6 <= row.confidence < 0.8),
        ("confidence", "0.95-1.1", lambda row: row.confidence and row.confidence >= 0.95),
        ("disagreement", "0.5", lambda row: row.disagreement and row.disagreement >= 0.5),
        ("flag", "truncated", lambda row: "truncated" in row.flags),
        ("detailed", "1", lambda row: row.detailed),
        ("q", "WONDERFUL", lambda row: "wonderful" in row.text),
    ],
)
def test_each_filter(visit: Visit, everything, name: str, value: str, stays) -> None:
    set_control(visit, name, value)
    expected = [row.id for row in everything if stays(row)]
    assert 0 < len(expected) < len(everything)
    assert visit.rows() == expected
    status = visit.page.locator("[data-index] [role=status]")
    assert f"{len(expected)} of {len(everything)}" in status.inner_text()


def test_filters_work_together_and_may_leave_nothing(visit: Visit, everything) -> None:
    set_control(visit, "result", "wrong")
    set_control(visit, "detailed", "1")
    assert visit.rows() == [row.id for row in everything if row.detailed and row.result == "wrong"]
    set_control(visit, "q", "no text holds this")
    assert visit.rows() == []
    assert (
        f"0 of {len(everything)}" in visit.page.locator("[data-index] [role=status]").inner_text()
    )


def test_an_id_can_be_searched(visit: Visit, everything) -> None:
    set_control(visit, "q", everything[4].id)
    assert visit.rows() == [everything[4].id]


@pytest.mark.parametrize("key", ["confidence", "margin", "disagreement"])
@pytest.mark.parametrize("descending", [False, True])
def test_numbers_sort_by_size(visit: Visit, everything, key: str, descending: bool) -> None:
    heading = visit.page.locator(f"[data-index] th[data-key={key}]")
    for _ in range(1 + descending):
        heading.get_by_role("button").press("Enter")
    assert heading.get_attribute("aria-sort") == ("descending" if descending else "ascending")
    assert visit.page.locator("[data-index] th[aria-sort$=ending]").count() == 1
    direction = "descending" if descending else "ascending"
    assert visit.page.inner_text("#status") == f"Sorted by {key.capitalize()}, {direction}"
    assert visit.rows() == ordered(everything, key, descending=descending)


def test_the_address_keeps_the_view_and_brings_it_back(open_page, report, everything) -> None:
    visit = open_page(report)
    set_control(visit, "q", "the & ü=#?")
    set_control(visit, "q", "the")
    set_control(visit, "result", "wrong")
    set_control(visit, "sort", "-margin")
    expected, address = visit.rows(), visit.page.url
    wrong = [row for row in everything if row.result == "wrong" and "the" in row.text]
    assert expected == ordered(wrong, "margin", descending=True)
    visit.page.reload()
    assert visit.rows() == expected
    other = open_page(report, at=address.removeprefix(visit.address))
    assert other.rows() == expected
    assert other.page.locator("[name=q]").input_value() == "the"
    assert other.page.locator("th[data-key=margin]").get_attribute("aria-sort") == "descending"


def test_back_leads_from_an_example_to_the_filtered_table(open_page, report) -> None:
    visit = open_page(report)
    set_control(visit, "result", "wrong")
    expected, address = visit.rows(), visit.page.url
    visit.page.locator("[data-index] tbody tr:not([hidden]) a").last.click()
    assert visit.page.url.endswith(f"#ex-{expected[-1]}")
    visit.page.go_back()
    visit.settle()
    assert visit.page.url == address
    assert visit.rows() == expected


def test_back_leads_to_the_row_that_was_left(open_page, report) -> None:
    window = {"width": 1280, "height": 220}
    visit = open_page(report, at="#examples-index?sort=number", viewport=window)
    row = visit.page.locator("[data-index] tbody tr").nth(10)
    row.scroll_into_view_if_needed()
    row.get_by_role("link").click()
    visit.settle()
    visit.page.go_back()
    visit.settle()
    place = row.bounding_box()
    assert 0 <= place["y"] < visit.page.viewport_size["height"]


@pytest.fixture(scope="module")
def linked(browser, report, everything) -> Iterator[Visit]:
    with visiting(browser, report, at=f"#ex-{everything[8].id}") as visit:
        visit.settle()
        yield visit


def test_a_permalink_opens_its_example(linked: Visit, everything) -> None:
    card = linked.page.locator(f"#ex-{everything[8].id}")
    assert card.evaluate("(card) => card.matches(':target, .current')")
    assert 0 <= card.bounding_box()["y"] < 450
    assert card.locator(".permalink a").get_attribute("href") == f"#ex-{everything[8].id}"


def test_a_permalink_puts_the_focus_on_its_example(linked: Visit, everything) -> None:
    assert linked.focused() == f"ex-{everything[8].id}"


def caption(visit: Visit) -> str:
    return visit.page.locator("[data-index] caption").inner_text()


def test_the_caption_says_what_is_shown(visit: Visit, everything) -> None:
    assert caption(visit) == "All examples, in the order of the data"
    wrong = [row for row in everything if row.result == "wrong"]
    set_control(visit, "result", "wrong")
    start = f"{len(wrong)} of {len(everything)} examples (Result: Wrong)"
    assert caption(visit) == f"{start}, in the order of the data"
    set_control(visit, "sort", "-margin")
    assert caption(visit) == f"{start}, sorted by Margin, highest first"
    set_control(visit, "slice", "tweets")
    set_control(visit, "q", "the <b>")
    set_control(visit, "detailed", "1")
    told = caption(visit)
    for words in ("Search: “the <b>”", "Result: Wrong", "Slice: tweets", "Shown in detail only"):
        assert words in told
    group = visit.page.locator("[data-index] .scroll")
    assert group.get_attribute("aria-label") == told
    visit.page.locator("[data-index] [type=reset]").click()
    visit.settle()
    assert caption(visit) == "All examples, in the order of the data"


def test_the_caption_names_an_order_that_only_a_heading_offers(visit: Visit) -> None:
    visit.page.locator("[data-index] th[data-key=predicted]").get_by_role("button").press("Enter")
    assert caption(visit) == "All examples, sorted by Predicted, ascending"
    assert visit.page.locator("[name=sort] option:checked").inner_text() == "Predicted, ascending"


def test_where_nothing_is_left_a_row_says_so(visit: Visit, everything) -> None:
    nothing = visit.page.locator("[data-index] .nothing")
    assert not nothing.is_visible()
    set_control(visit, "q", "no text holds this")
    assert nothing.is_visible()
    assert "No example passes these filters." in nothing.inner_text()
    status = visit.page.locator("[data-index] [role=status]")
    assert "No example passes these filters" in status.inner_text()
    assert caption(visit).startswith(f"0 of {len(everything)} examples (Search: ")
    nothing.get_by_role("button").press("Enter")
    visit.settle()
    assert not nothing.is_visible()
    assert visit.rows() == [row.id for row in everything]
    assert visit.focused("name") == "q"


def test_flags_are_counted_over_a_column_of_flags_alone(visit: Visit, everything) -> None:
    flagged = sum(bool(row.flags) for row in everything)
    assert f"With a flag: {flagged}." in visit.page.locator("#examples").inner_text()
    cells = visit.page.locator("[data-index] td[data-label=Flags]")
    assert cells.locator(".badge").count() == sum(len(row.flags) for row in everything)
    chips = visit.page.locator(
        "[data-index] td[data-label=Explained] .badge-info"
    ).all_inner_texts()
    assert chips == ["in detail"] * sum(row.detailed for row in everything)
