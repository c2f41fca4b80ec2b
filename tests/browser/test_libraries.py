"""Libraries in a browser: unpacked when first needed, once, and one message where that fails."""

from __future__ import annotations

import base64
import gzip
import re
from pathlib import Path

import pytest

from tests.browser.harness import Visit
from tests.forgery import LIBRARY

pytestmark = pytest.mark.browser
WATCH = """
globalThis.unpackings = 0;
const Unpacker = globalThis.DecompressionStream;
globalThis.DecompressionStream = class extends Unpacker {
  constructor(format) { super(format); globalThis.unpackings += 1; }
};
globalThis.ran = 0;
document.addEventListener("DOMContentLoaded", () => new MutationObserver((records) => {
  ran += records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ localName }) => localName === "script").length;
}).observe(document.head, { childList: true }));
"""
ALL_OPEN = """() => [...document.querySelectorAll(".viewer, .projector")].every(({ dataset }) => dataset.viewer === "open")
  && document.querySelectorAll(".viewer").length > 5"""
READ = "[typeof globalThis.auditkitVega, typeof globalThis.auditkitViewer, ran]"
EVIL = "globalThis.broken = 1; globalThis.auditkitVega = globalThis.auditkitViewer = {};"


def packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()


def with_libraries(report: Path, folder: Path, text: str) -> Path:
    """The report with another text in every library."""
    changed = folder / "changed.html"
    page = report.read_text(encoding="utf-8")
    page, count = re.subn(LIBRARY, lambda match: match[1] + text + match[3], page)
    assert count == 2
    changed.write_text(page, encoding="utf-8")
    return changed


def see_everything(visit: Visit) -> None:
    visit.unfold()
    visit.read_to_the_end()
    for viewer in visit.page.locator(".viewer, .projector, figure.chart").all():
        viewer.scroll_into_view_if_needed()
        visit.settle()


def test_a_library_waits_until_it_is_needed_and_then_runs_once(open_page, report) -> None:
    visit = open_page(report, before=WATCH)
    assert visit.run(READ) == ["undefined", "undefined", 0]
    see_everything(visit)
    visit.page.wait_for_function(ALL_OPEN)
    visit.page.wait_for_selector(".plot.is-live")
    assert visit.run(READ) == ["object", "object", 2]
    blocks = "document.querySelectorAll('script.scene, script.projection, script.library').length"
    assert visit.run("unpackings") <= visit.run(blocks)


@pytest.mark.parametrize("text", ["", "?", packed("x")[:-8], packed(EVIL)], ids=["empty", "no base64", "cut", "other"])  # fmt: skip
def test_a_damaged_library_is_said_once_in_each_place_and_pictures_stay(
    text: str, open_page, report, tmp_path
) -> None:
    visit = open_page(with_libraries(report, tmp_path, text), may_complain=True)
    see_everything(visit)
    visit.page.wait_for_function(
        "() => document.querySelectorAll('[data-viewer=failed]').length > 5"
    )
    for section in visit.page.locator(".viewer, .projector").all():
        message = section.locator(".viewer-message")
        message.wait_for()
        assert message.all_inner_texts() == [
            "The interactive view could not be opened: the script that draws it is damaged in this file."
        ]
        assert section.locator("svg").first.is_visible()
    for figure in visit.page.locator("figure.chart").all():
        readout = figure.locator("> .readout")
        readout.filter(has_text="stays a picture").wait_for()
        assert figure.locator(".plot > svg").is_visible()
        assert not figure.locator(".live").count()
    assert visit.errors == []
    assert visit.run("globalThis.broken") is None
    assert bool(visit.violations) == (text == packed(EVIL))


def test_a_browser_that_cannot_unpack_keeps_pictures_and_tables(open_page, report) -> None:
    visit = open_page(report, before="delete globalThis.DecompressionStream;")
    see_everything(visit)
    assert not visit.page.locator(".plot.is-live, [data-viewer], .viewer-message").count()
    assert all(visit.visible(".plot > svg, .viewer-static svg, .projector-static > svg"))
    assert visit.page.locator("html.wired").count() == 1
