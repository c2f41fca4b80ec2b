"""No line of the page moves while the pointer wanders over a text."""

from __future__ import annotations

import pytest

from tests.browser.harness import visiting

pytestmark = pytest.mark.browser

PLACES = """(card) => {
  const parts = card.querySelectorAll("h3, h4, p, dt, dd, summary, figure, .passage, [data-t], .readout");
  const seen = [...parts].filter((element) => element.getClientRects().length > 0);
  const from = card.getBoundingClientRect();
  const next = card.nextElementSibling.getBoundingClientRect();
  // Where the card itself stands may change: what was never near the screen is laid out above it.
  return [[from.width, from.height, next.x - from.x, next.y - from.y], ...seen.map((element) => {
    const box = element.getBoundingClientRect();
    return [box.x - from.x, box.y - from.y, box.width, box.height];
  })];
}"""
"""Size of a card, where the next one begins, and every line of it."""
FIRST_WITH_TOKENS = "article.card:has([data-t])"
TOLERANCE = 0.5
"""Pixels: where a page has scrolled by a fraction of one, places are rounded otherwise."""
NARROW = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}


def moved(visit) -> set[int]:
    """Which elements of a card are elsewhere while the pointer stands on one of its tokens."""
    card = visit.page.locator(FIRST_WITH_TOKENS).nth(1)
    card.scroll_into_view_if_needed()
    visit.settle()
    before, found = card.evaluate(PLACES), set()
    tokens = card.locator("[data-t]")
    lines = set()
    for at in range(tokens.count()):
        tokens.nth(at).hover()
        lines.add(card.locator(".legend .readout > span").inner_text())
        after = card.evaluate(PLACES)
        found |= {
            place
            for place, pair in enumerate(zip(before, after, strict=True))
            if max(abs(one - other) for one, other in zip(*pair, strict=True)) > TOLERANCE
        }
    assert len(lines) > 1, "the page did not answer to the pointer"
    return found


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_a_token_under_the_pointer_moves_no_line(browser, report, viewport) -> None:
    with visiting(browser, report, viewport=viewport) as visit:
        assert moved(visit) == set()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_negative_control_a_line_that_takes_its_own_room_moves_the_page(
    browser, report, viewport
) -> None:
    with visiting(browser, report, viewport=viewport) as visit:
        visit.page.evaluate(
            """() => {
              for (const sheet of document.styleSheets) {
                for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
                  if (sheet.cssRules[at].selectorText?.includes(".readout")) sheet.deleteRule(at);
                }
              }
            }"""
        )
        assert moved(visit) != set()


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
def test_the_whole_line_is_seen(browser, report, viewport) -> None:
    with visiting(browser, report, viewport=viewport) as visit:
        card = visit.page.locator(FIRST_WITH_TOKENS).nth(1)
        card.scroll_into_view_if_needed()
        for token in card.locator("[data-t]").all():
            token.hover()
            cut = card.locator(".legend .readout > span").evaluate(
                "(line) => line.scrollHeight > line.clientHeight + 1"
            )
            assert not cut
