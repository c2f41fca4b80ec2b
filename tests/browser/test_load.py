"""A page of 200 examples: what it does at once, and what it leaves for later."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser
# `.tools` appears in the last step but two of the report's script, see main.js; the mark stands for
# "every handler is wired".
TIMES = """() => {
  const { responseEnd, domInteractive, domContentLoadedEventEnd } = performance.getEntriesByType("navigation")[0];
  return { parsed: domInteractive - responseEnd, ready: domContentLoadedEventEnd - responseEnd };
}"""
WATCH = """document.addEventListener("DOMContentLoaded", () => {
  globalThis.atReady = {
    tools: !document.querySelector(".tools").hidden,
    shown: document.querySelector("[data-index] [role=status]").textContent,
    charts: document.querySelectorAll(".plot.is-live").length,
    maps: document.querySelectorAll(".attention.is-live").length,
  };
})"""


def test_two_hundred_examples(open_page, large_audit, record_property) -> None:
    visit = open_page(large_audit.folder / "report.html", before=WATCH)
    for name, milliseconds in visit.run(TIMES).items():
        record_property(f"200 examples: {name}, milliseconds", round(milliseconds))
    assert visit.run("atReady") == {
        "tools": True,
        "shown": "Showing 200 of 200 examples.",
        "charts": 0,
        "maps": 0,
    }
    assert visit.page.locator("[data-card]").count() == 200
    visit.page.fill("[name=q]", "wonderful")
    texts = large_audit.examples["text"].to_pylist()
    assert len(visit.rows()) == sum("wonderful" in text for text in texts)
    visit.page.keyboard.press("Escape")
    visit.page.locator("#content").focus()
    visit.page.keyboard.press("j")
    assert visit.focused() == f"ex-{visit.rows()[0]}"
    assert visit.page.locator(".attention.is-live").count() <= 3
