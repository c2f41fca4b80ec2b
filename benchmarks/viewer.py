"""The viewer: bytes of forty examples, time until one is open, draw calls and time of a frame.

The demo model on forty texts of forty tokens each (the demo's sentences, joined and cut), all shown
in detail with every quantity and with queries and keys. The page is opened from ``file://`` in headless
Chromium, which draws WebGL in software; a frame is that of the default view at 900 x 560, again and
again at other moments of playback. An example is open when its views answer; the first frame comes after.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config, export_model
from auditkit.render.assets import text
from auditkit.render.payload import packed
from benchmarks.figures import Figure
from benchmarks.workload import demo_model, demo_texts

EXAMPLES, TOKENS = 40, 40
OPENED, FRAMES = 5, 9
CHROMIUM = "/usr/bin/chromium"
SOFTWARE = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
)
START = """async () => {
  const packed = document.querySelector('script.library[data-name="viewer"]').textContent;
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
}"""
OPEN = """async (section) => {
  const began = performance.now();
  await globalThis.auditkitViewer.mount(section);
  return performance.now() - began;
}"""
FRAME = """async (section, frames) => {
  const drawn = [];
  for (let at = 0; at < frames; at += 1) {
    globalThis.auditkitViewer.renderAt(section, at / frames);
    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50));
    drawn.push(globalThis.auditkitViewer.stats(section).frameMs);
  }
  return { ...globalThis.auditkitViewer.stats(section), drawn };
}"""


def run() -> list[Figure]:
    """Return sizes and times, each with its limit."""
    with tempfile.TemporaryDirectory() as name:
        page = _published(Path(name)) / "report.html"
        blocks = re.findall(r'class="scene" data-example="[^"]+">([^<]+)<', page.read_text("utf-8"))
        opened, stats = _opened(page)
    bundle = packed(text("static/viewer.js").encode())
    return [
        Figure(f"blocks of {len(blocks)} examples of {TOKENS} tokens", sum(map(len, blocks)) / 1e6, "MB", at_most=16),
        Figure("bundle, compressed", len(bundle) * 3 / 4 / 1024, "KiB", at_most=200),
        Figure("opening an example, median", median(opened), "ms", at_most=100),
        Figure("draw calls", stats["calls"], at_most=10),
        Figure("arcs drawn", stats["arcs"], at_most=600),
        Figure("frame in software, median", median(stats["drawn"]), "ms", at_most=500),
    ]  # fmt: skip


def _published(folder: Path) -> Path:
    data = folder / "data.jsonl"
    rows = (json.dumps({"text": one}) for one in _texts())
    data.write_text("".join(f"{row}\n" for row in rows), "utf-8")
    settings = {**demo_config(), "model": str(export_model(folder / "model")), "data": data}
    settings |= {"methods": ("ledger",), "detailed": EXAMPLES, "chains": 0, "projection": 0}
    for key in ("label_column", "slice_column", "limit", "sample"):
        settings.pop(key, None)
    auditkit.measure(resolve(None, settings), folder / "audit")
    auditkit.publish(folder / "audit", pdf=False)
    return folder / "audit"


def _texts() -> list[str]:
    """Return texts that the model reads as `TOKENS` tokens, its two special ones included."""
    tokenizer, pool = demo_model().tokenizer, demo_texts()
    texts = []
    for start in range(EXAMPLES):
        joined = " ".join(pool[(start * 5 + at) % len(pool)] for at in range(8))
        offsets = tokenizer(joined, return_offsets_mapping=True)["offset_mapping"]
        texts.append(joined[: offsets[TOKENS - 2][1]])
    return texts


def _opened(report: Path) -> tuple[list[float], dict[str, float]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SOFTWARE)
        page = browser.new_page(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
        page.goto(report.as_uri())
        page.evaluate("document.querySelectorAll('[data-card]').forEach(globalThis.auditkitFill)")
        page.evaluate(START)
        sections = page.locator(".viewer")
        times = [sections.nth(at).evaluate(OPEN) for at in range(OPENED)]
        found = times, _frames(page)
        browser.close()
    return found


def _frames(page: Page) -> dict[str, float]:
    first = page.locator(".viewer").first
    first.scroll_into_view_if_needed()
    page.locator(".viewer.is-live canvas").first.wait_for()
    frames: dict[str, float] = first.evaluate(FRAME, FRAMES)
    return frames
