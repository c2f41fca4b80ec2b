"""Without scripts everything can be read; what needs scripts is not shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from auditkit.pipeline.publish import report_page
from tests.browser.harness import DESK, PHONE, Visit, visiting

pytestmark = pytest.mark.browser
CARD = """(card) => ({
  passages: [...card.querySelectorAll(".passage")].map((passage) => passage.textContent),
  cells: card.querySelectorAll("table.scores tbody td").length,
})"""


@pytest.fixture(scope="module")
def visit(browser, report) -> Iterator[Visit]:
    with visiting(browser, report, java_script_enabled=False) as visit:
        yield visit


def test_every_section_shows_its_title_and_text(visit: Visit, audit) -> None:
    sections = report_page(audit, "html").sections
    assert len(sections) >= 8
    for section in sections:
        shown = visit.page.locator(f"#{section.id}").inner_text()
        assert section.title in shown
        assert len(shown) > 200
    assert all(visit.visible("main h1, main h2, main h3, .claim-statement, .finding-body"))


def test_every_folded_part_opens_without_scripts(visit: Visit) -> None:
    summary = visit.page.locator("main details > summary").first
    inside = visit.page.locator("main details").first.locator("table")
    assert not inside.is_visible()
    summary.click()
    assert inside.is_visible()
    assert all(visit.visible("main details > summary"))


def test_every_table_and_picture_is_visible(visit: Visit) -> None:
    visit.unfold()
    assert len(visit.visible("table")) > 20
    for selector in ("table", "table td", ".plot > svg", ".viewer-static svg"):
        assert all(visit.visible(selector))


def test_every_example_shows_its_text_and_all_scores(visit: Visit, audit) -> None:
    methods = audit.attributions.column("example_id").to_pylist()
    for example in audit.examples.to_pylist():
        card = visit.page.locator(f"#ex-{example['id']}").evaluate(CARD)
        texts = [text for text in (example["text"], example["text_pair"]) if text is not None]
        assert card["passages"] == [text or "(empty text)" for text in texts]
        assert card["cells"] == methods.count(example["id"]) * len(example["tokens"])


def test_controls_that_need_scripts_are_not_shown(visit: Visit) -> None:
    assert not any(visit.visible("button, select, input, .tools, .filters, .readout, dialog"))
    assert not any(visit.visible("canvas, .live"))


def test_a_phone_without_scripts_never_scrolls_sideways(visit: Visit) -> None:
    visit.unfold()
    visit.page.set_viewport_size(PHONE)
    assert visit.width() <= PHONE["width"]
    visit.page.set_viewport_size(DESK)
