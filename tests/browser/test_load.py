"""A page of 200 examples: what it does at once, and what it leaves for later."""

from __future__ import annotations

import pytest

from tests.browser import harness

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
    views: document.querySelectorAll(".viewer[data-viewer]").length,
    filled: document.querySelectorAll("[data-card]:not(:has(> noscript))").length,
    runtime: typeof globalThis.auditkitVega,
    viewer: typeof globalThis.auditkitViewer,
  };
})"""
PASSAGES = "document.querySelectorAll('[data-card] .passage').length"


def test_two_hundred_examples(open_page, large_audit, record_property) -> None:
    visit = open_page(large_audit.folder / "report.html", before=WATCH)
    for name, milliseconds in visit.run(TIMES).items():
        record_property(f"200 examples: {name}, milliseconds", round(milliseconds))
    assert visit.run("atReady") == {
        "tools": True,
        "shown": "Showing 200 of 200 examples.",
        "charts": 0,
        "views": 0,
        "filled": 0,
        "runtime": "undefined",
        "viewer": "undefined",
    }
    assert visit.page.locator("[data-card]").count() == 200
    visit.page.fill("[name=q]", "wonderful")
    texts = large_audit.examples["text"].to_pylist()
    assert len(visit.rows()) == sum("wonderful" in text for text in texts)
    visit.page.keyboard.press("Escape")
    visit.page.locator("#content").focus()
    visit.page.keyboard.press("j")
    assert visit.focused() == f"ex-{visit.rows()[0]}"
    assert visit.page.locator(".viewer[data-viewer]").count() <= 3


def test_cards_are_filled_though_the_script_of_the_report_fails(
    open_page, report, tmp_path
) -> None:
    """The early script alone shows every card; without it, as the control shows, there is none."""
    text = report.read_text(encoding="utf-8")
    page, shown = tmp_path / "page.html", []
    for broken in ('"use strict";\n', "globalThis.auditkitFill = "):
        assert text.count(broken) == 1
        # Another text has another digest, so the policy keeps the script from running.
        page.write_text(text.replace(broken, f"{broken} "), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(harness, "UNFILLED", "html > nothing")
            visit = open_page(page, may_complain=True)
        shown.append(visit.run(PASSAGES))
    assert shown[0] >= 12
    assert shown[1] == 0


def test_a_permalink_fills_its_card_first(open_page, large_audit) -> None:
    name = large_audit.examples.column("id")[-1].as_py()
    watch = WATCH.replace('document.addEventListener("DOMContentLoaded"', 'addEventListener("load"')
    filled = f"target: !document.querySelector('#ex-{name} > noscript'), tools:"
    visit = open_page(
        large_audit.folder / "report.html",
        at=f"#ex-{name}",
        before=watch.replace("tools:", filled),
    )
    assert visit.run("atReady.target") is True
    assert visit.run("atReady.filled") < 20


def test_the_search_answers_before_the_cards_are_read(open_page, large_audit) -> None:
    """The report's script stands before the cards, so what it says is there when the first comes."""
    before = """new MutationObserver((_, seen) => {
      if (!document.querySelector("[data-card]")) return;
      seen.disconnect();
      globalThis.atFirstCard = document.querySelector("[data-index] [role=status]").textContent;
    }).observe(document, { childList: true, subtree: true });"""
    visit = open_page(large_audit.folder / "report.html", before=before)
    assert visit.run("atFirstCard") == "Showing 200 of 200 examples."
