"""The HTML report in a real browser, from a file, offline: what a reader sees and does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_page import report

from auditkit.render.html import render_html

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK = {"width": 1360, "height": 900}
TALL = 20_000
"""Pixels; on a window this high no card is skipped for being far away."""
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render_html(report(12)), encoding="utf-8")
    return file.as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield running
        running.close()


class Visit:
    """A page with everything it asked for and complained about."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        options = {"viewport": DESK, "reduced_motion": "reduce", **options}
        self.context = browser.new_context(offline=True, **options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.goto(address)

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def run(self, script: str) -> Any:
        return self.page.evaluate(script)

    def read_to_the_end(self) -> None:
        self.run(
            "async () => { for (let y = 0; y < document.body.scrollHeight; y += 600) {"
            "scrollTo(0, y); await new Promise((done) => setTimeout(done, 30)); } }"
        )

    def rows(self) -> list[str]:
        found: list[str] = self.run(
            "[...document.querySelectorAll('.examples tbody tr')]"
            ".filter((row) => !row.hidden).map((row) => row.dataset.number)"
        )
        return found


def test_reading_it_all_asks_for_nothing_and_complains_of_nothing(
    browser: Any, address: str
) -> None:
    with Visit(browser, address) as visit:
        visit.read_to_the_end()
        visit.page.wait_for_selector(".plot.is-live")
        visit.page.wait_for_selector(".attention.is-live", state="attached")
        assert visit.requests == [address]
        assert visit.complaints == []


def test_the_check_for_requests_sees_a_request(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_text("<img src='http://example.invalid/x.png'>", encoding="utf-8")
    with Visit(browser, file.as_uri()) as visit:
        assert len(visit.requests) == 2


@pytest.mark.parametrize("scripts", [True, False])
def test_a_phone_never_scrolls_sideways(browser: Any, address: str, *, scripts: bool) -> None:
    with Visit(
        browser, address, viewport={**PHONE, "height": TALL}, java_script_enabled=scripts
    ) as visit:
        visit.page.wait_for_timeout(300)
        assert visit.page.locator("html").evaluate("(html) => html.scrollWidth") <= PHONE["width"]


def test_without_scripts_nothing_useless_shows_and_everything_reads(
    browser: Any, address: str
) -> None:
    with Visit(
        browser, address, viewport={**DESK, "height": TALL}, java_script_enabled=False
    ) as visit:
        for selector in (".filters", ".tools", ".colour-by", ".readout"):
            assert not visit.page.locator(selector).first.is_visible()
        for selector in (".plot > svg", ".attention-static svg", ".examples", ".needs-script"):
            assert visit.page.locator(selector).first.is_visible()
        assert visit.page.locator(".passage [class^=p]").count() > 20


def test_filters_search_and_order_live_in_the_address(browser: Any, address: str) -> None:
    with Visit(browser, address) as visit:
        visit.page.fill("[name=q]", "Soundtrack")
        visit.page.select_option("[name=sort]", "-confidence")
        assert visit.page.url.endswith("#examples?q=Soundtrack&sort=-confidence")
        assert visit.page.inner_text(".shown") == "Showing 3 of 12 examples."
        shown = visit.rows()
    with Visit(browser, f"{address}#examples?q=Soundtrack&sort=-confidence") as visit:
        assert visit.rows() == shown
        assert visit.page.input_value("[name=q]") == "Soundtrack"
        assert visit.page.get_attribute("[data-key=confidence]", "aria-sort") == "descending"
        visit.page.click("[type=reset]")
        visit.page.wait_for_function(
            "document.querySelector('.shown').textContent.includes('12 of 12')"
        )
        assert visit.rows() == [str(n) for n in range(1, 13)]


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("result", "wrong", ["1", "6"]),
        ("result", "unlabelled", ["11"]),
        ("slice", "short", ["2", "6", "10"]),
        ("flag", "truncated", ["4", "11"]),
        ("disagreement", "1", ["5", "10"]),
        ("confidence", "0-0.6", ["1", "12"]),
    ],
)
def test_each_filter(
    browser: Any, address: str, name: str, value: str, expected: list[str]
) -> None:
    with Visit(browser, f"{address}#examples?{name}={value}") as visit:
        assert visit.rows() == expected


def test_headings_sort_and_say_so(browser: Any, address: str) -> None:
    with Visit(browser, address) as visit:
        margin = visit.page.locator("#slices th", has_text="Mean margin")
        margin.get_by_role("button").click()
        assert margin.get_attribute("aria-sort") == "ascending"
        assert visit.page.locator("#slices tbody td:last-child").first.inner_text() == "\u22121.50"
        margin.get_by_role("button").click()
        assert margin.get_attribute("aria-sort") == "descending"
        assert visit.page.inner_text("#status") == "Sorted by Mean margin, descending"


def test_keys_walk_through_the_filtered_examples(browser: Any, address: str) -> None:
    with Visit(browser, f"{address}#examples?result=wrong") as visit:
        for key, expected in (("j", "1"), ("j", "6"), ("j", "6"), ("k", "1")):
            visit.page.keyboard.press(key)
            assert visit.run("document.activeElement.id") == f"ex-{int(expected):012x}"
        visit.page.keyboard.press("/")
        assert visit.run("document.activeElement.name") == "q"
        visit.page.keyboard.type("j?")
        assert visit.page.input_value("[name=q]") == "j?"
        visit.page.keyboard.press("Tab")
        visit.page.locator("#content").focus()
        visit.page.keyboard.press("?")
        assert visit.page.locator("#help").is_visible()
        visit.page.keyboard.press("Escape")
        assert not visit.page.locator("#help").is_visible()


def test_back_brings_the_filtered_table_back(browser: Any, address: str) -> None:
    with Visit(browser, f"{address}#examples?result=wrong") as visit:
        visit.page.locator(".examples tbody tr:not([hidden]) a").first.click()
        assert visit.page.url.endswith("#ex-000000000001")
        visit.page.go_back()
        assert visit.page.url.endswith("#examples?result=wrong")
        assert visit.rows() == ["1", "6"]


def test_another_method_colours_every_text(browser: Any, address: str) -> None:
    with Visit(browser, address) as visit:
        visit.page.locator("#ex-000000000001 [name=method]").select_option("attention_rollout")
        for card in ("#ex-000000000001", "#ex-000000000004"):
            assert visit.page.locator(f"{card} .passage [class^=u]").count() > 5
            assert visit.page.locator(f"{card} .scale-plain").is_visible()
            assert not visit.page.locator(f"{card} .scale-signed").is_visible()


def test_colours_agree_with_the_first_method_after_a_round_trip(browser: Any, address: str) -> None:
    classes = "[...document.querySelectorAll('[data-t]')].map((span) => span.className).join()"
    with Visit(browser, address) as visit:
        before = visit.run(classes)
        select = visit.page.locator("#ex-000000000001 [name=method]")
        select.select_option("random")
        assert visit.run(classes) != before
        select.select_option("shap")
        assert visit.run(classes) == before


def test_arrow_keys_read_the_attention_map(browser: Any, address: str) -> None:
    with Visit(browser, f"{address}#ex-000000000001") as visit:
        canvas = visit.page.locator("#ex-000000000001 canvas")
        canvas.focus()
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("ArrowRight")
        line = visit.page.locator("#ex-000000000001 .attention-live .readout").inner_text()
        assert "(position 1 to 1, counted from 0)" in line
        weight = float(line.split(" with ")[1].split()[0])
        mean = report(12).sections[4].blocks[0].attention.weights[-1, :, 1, 1].mean()  # type: ignore[union-attr]
        assert weight == pytest.approx(float(mean), abs=0.5 / 255 + 0.0006)


def test_theme_is_switched_and_sources_are_shown(browser: Any, address: str) -> None:
    colour = "getComputedStyle(document.body).backgroundColor"
    with Visit(browser, address, color_scheme="light") as visit:
        light = visit.run(colour)
        visit.page.keyboard.press("t")
        assert visit.run(colour) == light
        visit.page.keyboard.press("t")
        assert visit.run(colour) != light
        visit.page.reload()
        assert visit.run(colour) != light
        visit.page.keyboard.press("e")
        shown = (
            "getComputedStyle(document.querySelector('.measure[data-evidence]'), '::after').content"
        )
        assert "attr(" in visit.run(shown) or "parquet" in visit.run(shown)


def test_paper_shows_what_the_screen_folds_away(browser: Any, address: str) -> None:
    with Visit(browser, address) as visit:
        visit.page.emulate_media(media="print")
        visit.run("dispatchEvent(new Event('beforeprint'))")
        assert visit.page.locator(".scores").first.is_visible()
        assert visit.page.locator(".plot > svg").first.is_visible()
        assert not visit.page.locator(".filters").is_visible()
