"""A report with hostile texts, read from a file in a real browser; the rest is in tests/browser."""

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

    def __init__(self, browser: Any, address: str) -> None:
        self.context = browser.new_context(offline=True, viewport=DESK, reduced_motion="reduce")
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
