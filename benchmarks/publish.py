"""Publishing 1,000 examples: time, memory, bytes, time until the page answers, and the PDF.

The evidence is measured first, which is not timed: a seeded classifier with the shape of the demo
model's attention (6 layers, 12 heads) and the demo's 200 sentences, five times each. HTML and PDF are
drawn in a process of their own. The page is opened from ``file://`` in headless Chromium: it
answers once a word that is typed as soon as the search of the examples is there has been counted and
drawn, and is read once it is interactive in the sense of browsers, its cards included.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

import auditkit
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.evidence.reader import Audit
from auditkit.pipeline.publish import html_files, report_page
from auditkit.render.pdf import render_pdf
from benchmarks.figures import Figure

EXAMPLES = 1000
DETAILED = 40
VISITS = 5
LIMITS = {
    "HTML, wall s": 20.0,
    "HTML, peak RSS MB": 1000.0,
    "HTML, MB": 50.0,
    "page answers after, s": 1.0,
    "PDF, wall s": 60.0,
    "PDF, pages": 60.0,
}
CHROMIUM = "/usr/bin/chromium"
SEARCH = """(() => {
  const ready = new MutationObserver(() => {
    const form = document.querySelector("[data-index] form");
    if (!form || form.hidden) return;
    ready.disconnect();
    form.elements.q.value = "good";
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const counted = /[1-9]/.test(form.querySelector("[role=status]").textContent);
    requestAnimationFrame(() => setTimeout(() => {
      document.documentElement.dataset.answered = counted ? performance.now() : "nan";
    }));
  });
  ready.observe(document, { subtree: true, attributeFilter: ["hidden"] });
})();"""
READ = "performance.getEntriesByType('navigation')[0].domInteractive"


def run() -> list[Figure]:
    """Return what publishing costs, each figure with its limit where there is one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        evidence = _measured(folder)
        figures = _alone("html", evidence, folder) | _alone("pdf", evidence, folder)
        figures |= _opened(folder / "report.html")
    return [Figure(what, value, at_most=LIMITS.get(what)) for what, value in figures.items()]


def _measured(folder: Path) -> Path:
    from benchmarks.tiny import save_model  # brings torch, which publishing does without

    demo = demo_config()
    rows = Path(demo["data"]).read_text("utf-8").splitlines()
    data = folder / "data.jsonl"
    data.write_text("\n".join(rows[at % len(rows)] for at in range(EXAMPLES)) + "\n", "utf-8")
    model = save_model(folder / "model")
    own = {"data": data, "model": str(model), "model_name": "tiny", "detailed": DETAILED}
    auditkit.measure(resolve(None, {**demo, **own}), folder / "audit")
    return folder / "audit"


def _alone(what: str, *folders: Path) -> dict[str, float]:
    """Draw HTML or PDF in a new process, so that its memory and its time are its own."""
    command = [sys.executable, "-m", "benchmarks.publish", what, *map(str, folders)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _html(evidence: Path, folder: Path) -> dict[str, float]:
    clock = _Clock()
    files = dict(html_files(Audit(evidence)))
    (folder / "report.html").write_bytes(files["report.html"])
    return clock.figures("HTML") | {"HTML, MB": round(len(files["report.html"]) / 1e6, 1)}


def _pdf(evidence: Path, folder: Path) -> dict[str, float]:
    clock = _Clock()
    manifest = (evidence / "evidence" / "manifest.json").read_bytes()
    printed = render_pdf(report_page(Audit(evidence), "pdf"), manifest=manifest, date=None)
    (folder / "report.pdf").write_bytes(printed)
    sizes = {"PDF, MB": round(len(printed) / 1e6, 1), "PDF, pages": _pages(folder / "report.pdf")}
    return clock.figures("PDF") | sizes


def _pages(path: Path) -> float:
    import pikepdf

    with pikepdf.open(path) as pdf:
        return float(len(pdf.pages))


class _Clock:
    def __init__(self) -> None:
        self._began = time.perf_counter(), time.process_time()

    def figures(self, what: str) -> dict[str, float]:
        """Wall and CPU seconds since the start, and the peak memory of this process."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        return {
            f"{what}, wall s": round(time.perf_counter() - self._began[0], 1),
            f"{what}, CPU s": round(time.process_time() - self._began[1], 1),
            f"{what}, peak RSS MB": round(peak),
        }


def _opened(page: Path) -> dict[str, float]:
    """Return the median seconds from navigation until the page answered, and until it was read."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        visits = [_visit(browser, page) for _ in range(VISITS)]
        browser.close()
    answered, read = (round(median(seconds) / 1e3, 2) for seconds in zip(*visits, strict=True))
    return {"page answers after, s": answered, "page is read after, s": read}


def _visit(browser: Browser, page: Path) -> tuple[float, float]:
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.add_init_script(SEARCH)
    tab.goto(page.as_uri())
    root = tab.wait_for_selector("html[data-answered]", state="attached")
    answered = float(root.get_attribute("data-answered") or "nan") if root else float("nan")
    read = float(tab.evaluate(READ))
    context.close()
    return answered, read


if __name__ == "__main__":
    draw = {"html": _html, "pdf": _pdf}[sys.argv[1]]
    print(json.dumps(draw(Path(sys.argv[2]), Path(sys.argv[3]))))
