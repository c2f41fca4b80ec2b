"""The viewer in its page: when it draws, where addresses and links lead, what a lost context leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import auditkit
from auditkit.render.pages import Limits
from tests.browser.harness import DESK, PHONE, Visit, visiting
from tests.browser.viewers import opened
from tests.synthetic_audit import write_synthetic_audit

pytestmark = pytest.mark.browser
SETTLING_MS = 150
"""How long a viewer has to stay the chosen one before it draws; see templates/viewer/src/main.ts."""
COUNTED = """
globalThis.contexts = 0;
const getContext = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  globalThis.contexts += kind === "webgl2";
  return getContext.call(this, kind, ...rest);
};
"""
HELD = f"""
globalThis.held = new Map();
const [setReal, clearReal] = [setTimeout, clearTimeout];
globalThis.setTimeout = (work, wait, ...rest) => {{
  if (wait !== {SETTLING_MS}) return setReal(work, wait, ...rest);
  const name = {{}};
  held.set(name, work);
  return name;
}};
globalThis.clearTimeout = (name) => {{ if (!held.delete(name)) clearReal(name); }};
globalThis.settle = () => [...held].forEach(([name, work]) => {{ held.delete(name); work(); }});
"""
"""A clock for the waiting of viewers that runs only when it is told to."""
AT_ONCE = f"""
const setReal = setTimeout;
globalThis.setTimeout = (work, wait, ...rest) => setReal(work, wait === {SETTLING_MS} ? 0 : wait, ...rest);
"""
SCROLL_PAST_ALL = """async () => {
  const frame = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  const viewers = [...document.querySelectorAll(".viewer")];
  for (const viewer of [...viewers, ...viewers.toReversed()]) {
    viewer.scrollIntoView({ behavior: "instant" });
    await frame();
    await frame();
  }
  return viewers.length;
}"""
ALL_OPEN = """() => [...document.querySelectorAll(".viewer")].every(({ dataset }) => dataset.viewer === "open")"""


def contexts_of_a_scroll(webgl: Any, report: Any, clock: str) -> tuple[int, int, Visit]:
    """Contexts made while all viewers are passed, and once the page has settled."""
    with visiting(webgl, report, before=COUNTED + clock, may_complain=True) as visit:
        assert visit.run(SCROLL_PAST_ALL) > 5
        visit.page.wait_for_function(ALL_OPEN)
        visit.run(SCROLL_PAST_ALL)
        passed = visit.run("contexts")
        visit.run("globalThis.settle?.()")
        visit.settle()
        return passed, visit.run("contexts"), visit


@pytest.fixture(scope="module")
def example(audit) -> str:
    """The detailed example with the longest text."""
    rows = {row["id"]: row for row in audit.examples.to_pylist()}
    return max(audit.details["example_id"].to_pylist(), key=lambda name: len(rows[name]["tokens"]))


class TestDrawing:
    def test_viewers_that_are_scrolled_past_make_no_context(self, webgl, report) -> None:
        passed, settled, visit = contexts_of_a_scroll(webgl, report, HELD)
        assert (passed, settled) == (0, 1)
        assert not visit.errors

    def test_without_waiting_they_would(self, webgl, report) -> None:
        passed, _, _ = contexts_of_a_scroll(webgl, report, AT_ONCE)
        assert passed > 1

    def test_a_touch_wakes_a_viewer_at_once(self, webgl, report, example) -> None:
        with opened(webgl, report, example, before=COUNTED + HELD) as visit:
            section = visit.page.locator(f"#ex-{example} .viewer")
            assert visit.run("contexts") == 0
            section.get_by_role("tab", name="City").click()
            assert visit.run("contexts") == 1

    def test_a_lost_context_can_be_had_again(self, webgl, report, example) -> None:
        with opened(webgl, report, example, may_complain=True) as visit:
            section = visit.page.locator(f"#ex-{example} .viewer")
            canvas = section.locator(".city-frame canvas")
            canvas.wait_for()
            assert not section.get_by_role("button", name="Try again").count()
            canvas.evaluate(
                "(canvas) => canvas.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
            )
            section.locator(".viewer-note", has_text="context was lost").wait_for()
            assert section.locator(".viewer-static").is_visible()
            section.get_by_role("button", name="Try again").click()
            canvas.wait_for()
            assert not section.locator(".viewer-static").is_visible()
            assert not section.locator(".viewer-note").inner_text()
            assert not visit.errors


class TestAddress:
    def test_escapes_that_stand_for_no_text_harm_nobody(self, webgl, report, example) -> None:
        with visiting(webgl, report, at="#ex-%E0%A4%A~v=city") as visit:
            visit.run("location.hash = 'ex-%E0%A4%A~v=heads'")
            visit.run(f"location.hash = 'ex-{example}~v=matrix'")
            section = visit.page.locator(f"#ex-{example} .viewer")
            section.locator("[aria-selected=true]", has_text="Matrix").wait_for()

    @pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
    def test_it_leads_to_the_viewer_and_stays_there(
        self, browser, report, example, viewport
    ) -> None:
        def top(at: str) -> float:
            with visiting(browser, report, at=f"#ex-{example}{at}", viewport=viewport) as visit:
                if at:
                    visit.page.locator(f"#ex-{example} .viewer.is-live").wait_for()
                visit.settle()
                box = visit.page.locator(f"#ex-{example} .viewer").bounding_box()
                assert box is not None
                return float(box["y"])

        assert 0 <= top("~v=matrix") < 150
        assert top("") > 150

    def test_a_viewer_that_was_asleep_shows_what_the_address_names(
        self, webgl, report, example
    ) -> None:
        with opened(webgl, report, example) as visit:
            section = visit.page.locator(f"#ex-{example} .viewer")
            section.locator("[aria-selected=true]", has_text="City").wait_for()
            visit.run("scrollTo(0, 0)")
            visit.page.wait_for_function(
                "(id) => !document.querySelector(`#ex-${id} .viewer.is-live`)", arg=example
            )
            visit.run(
                """(id) => {
                  HTMLElement.prototype.focus = Element.prototype.scrollIntoView = () => {};
                  location.hash = `ex-${id}~v=heads`;
                }""",
                example,
            )
            section.locator("[aria-selected=true]", has_text="Heads").wait_for(state="attached")
            assert not section.evaluate("(viewer) => viewer.classList.contains('is-live')")


@pytest.fixture(scope="module")
def visit(browser, report, example) -> Iterator[Visit]:
    """The table of flows, opened below the matrix."""
    with opened(browser, report, example, at="~v=matrix") as visit:
        visit.page.locator(f"#ex-{example}-flows summary").click()
        yield visit


class TestFlows:
    @pytest.mark.parametrize(("row", "press"), [(0, "click"), (3, "Enter")])
    def test_a_row_chooses_its_flow(self, visit, example, row, press) -> None:
        rows = visit.page.locator(f"#ex-{example}-flows tbody tr")
        cited = rows.nth(row).locator("[data-evidence]").get_attribute("data-evidence")
        layer, head, query, key = cited.split("#edges/")[1].split("/")
        if press == "click":
            rows.nth(row).locator("td").last.click()
        else:
            rows.nth(row).get_by_role("button", name="Show this flow").focus()
            visit.page.keyboard.press("Enter")
        visit.page.wait_for_function(
            "(part) => location.hash.includes(part)", arg=f"l={layer}&h={head}&q={query}&k={key}"
        )
        assert "v=matrix" in visit.page.url
        marked = [one.get_attribute("aria-current") is not None for one in rows.all()]
        assert [at for at, mark in enumerate(marked) if mark] == [row]
        said = visit.page.locator(f"#ex-{example} .viewer-panel").inner_text()
        assert f"Layer {layer}, head {head}: from" in said


class TestCompare:
    def test_the_second_example_is_in_the_address(self, browser, report, audit, example) -> None:
        other = next(one for one in audit.details["example_id"].to_pylist() if one != example)
        with visiting(browser, report, at=f"#ex-{example}~v=compare&x={other}&xl=1&xh=2") as visit:
            stage = visit.page.locator(f"#ex-{example} .viewer-compare-against")
            lists = [
                stage.get_by_role("combobox", name=name) for name in ("Example", "Layer", "Head")
            ]
            lists[0].wait_for()
            assert [one.input_value() for one in lists] == [other, "1", "2"]
            text = next(row["text"] for row in audit.examples.to_pylist() if row["id"] == other)
            shown = lists[0].locator(f"option[value='{other}']").inner_text()
            assert shown.startswith(f"“{text[:12]}")
            assert other[:8] in shown
            lists[0].select_option(example)
            visit.page.wait_for_function("!/[&]x/.test(location.hash)")

    def test_it_says_that_other_pages_have_more(self, browser, report, tmp_path) -> None:
        note = "Only the examples of this page"
        folder = write_synthetic_audit(tmp_path / "pages", examples=12)
        auditkit.publish(folder, pdf=False, limits=Limits(one_file=0, page=60_000))
        said = {}
        for page in (*sorted((folder / "report-pages").glob("*.html")), report):
            with visiting(browser, page) as visit:
                for card in visit.page.locator(".card:has(.viewer)").all()[:1]:
                    visit.run(
                        "(id) => { location.hash = `${id}~v=compare`; }", card.get_attribute("id")
                    )
                    card.locator(".viewer-compare-against").wait_for()
                    said[page == report] = note in card.locator(".viewer-stage").inner_text()
        assert said == {False: True, True: False}


class TestNarrow:
    def test_a_flow_that_goes_on_says_so(self, browser, report, example) -> None:
        for viewport, width in ((DESK, "fits"), (PHONE, "goes on")):
            with visiting(browser, report, at=f"#ex-{example}~v=flow", viewport=viewport) as visit:
                box = visit.page.locator(f"#ex-{example} .viewer-2d-wide")
                box.locator("svg").wait_for()
                goes_on = box.evaluate("(box) => box.scrollWidth > box.clientWidth + 1")
                hint = visit.page.get_by_text("Swipe sideways to see the whole flow")
                assert hint.is_visible() == goes_on, width
                assert visit.width() <= viewport["width"]
