"""A page of the report in headless Chromium, offline, with everything it asked for and said.

    with visiting(browser, folder / "report.html", viewport=PHONE) as visit:
        visit.page.click("text=Next")

Leaving the block fails unless the page stayed clean: one request (the file itself), nothing on the
console, no error, no dialog, no violation of its Content-Security-Policy. So every test that opens
a page checks that as well. Pages that are meant to misbehave are opened with ``may_complain=True``.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WITH_WEBGL = (
    *(argument for argument in ARGUMENTS if argument != "--disable-gpu"),
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
WITHOUT_WEBGL = (*ARGUMENTS, "--disable-software-rasterizer", "--disable-3d-apis")
MARK = f"--started-by={os.getpid()}"
"""Which browsers are this process's; Chromium ignores it."""
SLOW_DRAWING = "GL Driver Message (OpenGL, Performance"
"""Chromium's remark about itself when it draws WebGL without a graphics card."""
PATIENCE = 15_000
"""Milliseconds until waiting for something fails."""
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
ROWS = (
    "[...document.querySelectorAll('[data-index] tbody tr[data-id]')]"
    ".filter((row) => !row.hidden).map((row) => row.dataset.id)"
)
WATCH_POLICY = (
    "addEventListener('securitypolicyviolation', (event) =>"
    " policyViolation(`${event.effectiveDirective} ${event.blockedURI}`));"
)
DRAWN = "new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 3000); })"
"""A frame has been drawn; a browser that draws none for seconds is not waited for."""
SCROLL = f"""async () => {{
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight + 300) {{
    scrollTo(0, y);
    await {DRAWN};
  }}
}}"""
VISIBLE = """(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
})"""
UNFILLED = "[data-card] > noscript"
"""Cards that nobody looks at yet; they are filled while the browser has nothing else to do."""
UNFOLD = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".card, .index .scroll { content-visibility: visible !important }");
  document.adoptedStyleSheets.push(sheet);
  document.querySelectorAll("main details").forEach((details) => { details.open = true; });
}"""


@dataclass
class Visit:
    """One page in a context of its own."""

    context: BrowserContext
    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    @property
    def complaints(self) -> dict[str, list[str]]:
        """Everything that a page of the report must not do, by kind; empty if it is clean."""
        foreign = [url for url in self.requests if url.split("#")[0] != self.address]
        kinds = {
            "requests": foreign,
            "console": self.console,
            "errors": self.errors,
            "dialogs": self.dialogs,
            "violations": self.violations,
        }
        return {kind: found for kind, found in kinds.items() if found}

    def run(self, script: str, argument: Any = None) -> Any:
        """Evaluate a script in the page."""
        return self.page.evaluate(script, argument)

    def settle(self) -> None:
        """Wait until what was last done has been drawn."""
        self.run(f"() => {DRAWN}")

    def read_to_the_end(self) -> None:
        """Scroll through the page, so that everything that is drawn when seen is drawn."""
        self.run(SCROLL)
        self.settle()

    def unfold(self) -> None:
        """Open everything that is folded and lay out what is off the screen."""
        self.run(UNFOLD)

    def visible(self, selector: str) -> list[bool]:
        """For each element that matches, whether it is there to be seen."""
        found: list[bool] = self.run(VISIBLE, selector)
        return found

    def rows(self) -> list[str]:
        """Ids in the table of examples, as shown and in that order."""
        shown: list[str] = self.run(ROWS)
        return shown

    def focused(self, what: str = "id") -> str:
        """An attribute of the element that has the focus."""
        value = self.run("(name) => document.activeElement.getAttribute(name)", what)
        return value or ""

    def background(self) -> str:
        """Colour of the page."""
        colour: str = self.run("getComputedStyle(document.body).backgroundColor")
        return colour

    def width(self) -> int:
        """How wide the page is, with whatever sticks out of it."""
        wide: int = self.run("document.documentElement.scrollWidth")
        return wide


def require_chromium() -> str:
    """Return where Chromium lies; without it skip, but fail where checks must not be skipped."""
    if CHROMIUM.is_file():
        return str(CHROMIUM)
    if os.environ.get("CI"):
        pytest.fail(f"CI has no {CHROMIUM}; install it: apt-get install chromium")
    pytest.skip(f"no {CHROMIUM}; install it to run the browser tests: apt-get install chromium")


class Chromium:
    """Chromium without a window, for many pages: started when first needed, and again if it ended.

    Playwright waits for ever for a page that never answers, so `ended_if_stuck` ends the browser.
    """

    def __init__(self, playwright: Playwright, arguments: tuple[str, ...] = ARGUMENTS) -> None:
        self.playwright = playwright
        self._arguments = (*arguments, MARK)
        self._running: Browser | None = None

    def new_context(self, **options: Any) -> BrowserContext:
        """Open a profile of its own for one page."""
        if self._running is not None:
            with suppress(Error):
                return self._running.new_context(**options)
        self._running = self.playwright.chromium.launch(
            executable_path=require_chromium(), args=self._arguments
        )
        return self._running.new_context(**options)

    def close(self) -> None:
        if self._running is not None:
            with suppress(Error):
                self._running.close()


@contextmanager
def started_browser(playwright: Playwright, arguments: tuple[str, ...]) -> Iterator[Chromium]:
    """A browser with its own arguments that is closed at the end."""
    browser = Chromium(playwright, arguments)
    yield browser
    browser.close()


@contextmanager
def ended_if_stuck(seconds: float) -> Iterator[None]:
    """Kill every browser of this process if what is done takes longer, and say what they did."""
    timer = Timer(seconds, end_browsers)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def end_browsers() -> None:
    """Kill the browsers of this process; what waits for one of their pages fails then."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
            if words[0].startswith(f"{CHROMIUM.parent.parent}/lib/chromium"):
                sys.stderr.write(f"stuck: {words[1]} {(process / 'stat').read_text()}")
            if MARK in words:
                os.kill(int(process.name), signal.SIGKILL)


@contextmanager
def visiting(
    browser: Chromium,
    path: Path,
    *,
    at: str = "",
    before: str = "",
    may_complain: bool = False,
    **options: Any,
) -> Iterator[Visit]:
    """Open a file in a fresh, offline context and check on leaving that it stayed clean.

    Args:
        browser: Where it is opened.
        path: The file.
        at: What follows the file in the address, e.g. ``#summary``.
        before: A script that runs before the page's own.
        may_complain: Whether the page is allowed to misbehave.
        options: Of the context; by default a desk-sized window that asks for reduced motion.
    """
    options = {"viewport": DESK, "reduced_motion": "reduce", **options}
    context = browser.new_context(offline=True, **options)
    try:
        context.set_default_timeout(PATIENCE)
        visit = Visit(context, context.new_page(), path.as_uri())
        _listen(visit)
        visit.page.add_init_script(WATCH_POLICY + before)
        visit.page.goto(visit.address + at)
        if options.get("java_script_enabled", True):
            visit.page.wait_for_selector(UNFILLED, state="detached")
        yield visit
        if visit.complaints and not may_complain:
            raise AssertionError(f"The page did not stay clean: {visit.complaints}")
    finally:
        context.close()


def _note(visit: Visit, said: str) -> None:
    if SLOW_DRAWING not in said:
        visit.console.append(said)


def _listen(visit: Visit) -> None:
    def refuse(dialog: Any) -> None:
        visit.dialogs.append(dialog.message)
        dialog.dismiss()

    page = visit.page
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: _note(visit, f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    page.on("dialog", refuse)
    page.expose_binding("policyViolation", lambda _, text: visit.violations.append(text))
