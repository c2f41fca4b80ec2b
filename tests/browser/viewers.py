"""The viewer of one example in a browser: opened, asked, and looked at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image

from tests.browser.harness import Visit, visiting


@contextmanager
def opened(browser, report: Path, example: str, at: str = "", **options) -> Iterator[Visit]:
    with visiting(browser, report, at=f"#ex-{example}{at}", **options) as visit:
        section = visit.page.locator(f"#ex-{example} .viewer")
        section.scroll_into_view_if_needed()
        visit.page.locator(f"#ex-{example} .viewer[data-viewer=open]").wait_for(state="attached")
        yield visit


def call(section, name: str, *arguments):
    return section.evaluate(
        "(section, [name, given]) => globalThis.auditkitViewer[name](section, ...given)",
        [name, list(arguments)],
    )


TWO_FRAMES = """() => new Promise((drawn) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 300)));
})"""


def seen(frame) -> np.ndarray:
    """A picture as it is on the screen, [height width 3]."""
    frame.page.evaluate(TWO_FRAMES)
    return np.asarray(Image.open(io.BytesIO(frame.screenshot())).convert("RGB"), np.int64)


def still(frame) -> np.ndarray:
    """A picture that has come to rest: two looks in a row see the same."""
    before, now = seen(frame), seen(frame)
    while differing(before, now):
        before, now = now, seen(frame)
    return now


def differing(one: np.ndarray, other: np.ndarray) -> int:
    """Pixels that differ by more than the screen's own rounding, which is a level or two."""
    return int((np.abs(one - other).max(-1) > 2).sum())
