"""The report asks for nothing, says nothing, and runs nothing but its own scripts."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re

import pytest

pytestmark = pytest.mark.browser
HANDLERS = """() => [...document.querySelectorAll("*")].flatMap((element) =>
  element.getAttributeNames().filter((name) => name.startsWith("on")))"""
STYLED = "[...document.querySelectorAll('[style]')].map((element) => element.localName)"


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_reading_the_whole_report_asks_for_nothing_and_says_nothing(open_page, report) -> None:
    visit = open_page(report)
    visit.unfold()
    visit.read_to_the_end()
    visit.page.wait_for_selector(".plot.is-live")
    visit.page.wait_for_selector(".viewer[data-viewer=open]")
    assert visit.requests == [visit.address]
    assert visit.complaints == {}
    assert visit.run(HANDLERS) == []
    # Scripts size what they draw (canvas, Vega's elements) through the CSSOM, which needs no leave.
    drawn = "canvas, .live, .live *, .viewer, .viewer *, .projector *"
    assert visit.run(STYLED.replace("[style]", f"[style]:not({drawn})")) == []


def test_the_policy_admits_exactly_the_scripts_packed_or_not_and_the_style(report) -> None:
    html = report.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    libraries = re.findall(r'class="library" data-name="[a-z]+">([^<]+)<', html)
    assert (len(scripts), len(libraries)) == (2, 2)
    scripts += [gzip.decompress(base64.b64decode(packed)).decode() for packed in libraries]
    (style,) = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["script-src"].split() == [digest(script) for script in scripts]
    assert rules["style-src"] == digest(style)
    assert "unsafe" not in policy[1]
    assert html.index("Content-Security-Policy") < html.index("<style>") < html.index("<script>")


def test_the_source_has_no_inline_styles_or_handlers(open_page, report) -> None:
    visit = open_page(report, java_script_enabled=False)
    assert visit.run(STYLED) == []
    assert visit.run(HANDLERS) == []


def test_a_script_written_into_the_file_does_not_run(open_page, report, tmp_path) -> None:
    changed = tmp_path / "changed.html"
    text = report.read_text(encoding="utf-8").replace(
        "</h1>", "</h1><script>globalThis.broken = 1</script><b onclick='broken = 2'>b</b>", 1
    )
    changed.write_text(text, encoding="utf-8")
    visit = open_page(changed, may_complain=True)
    visit.run("document.querySelector('h1 + script + b').click()")
    assert visit.run("globalThis.broken") is None
    assert set(visit.violations) == {"script-src-elem inline", "script-src-attr inline"}


def test_nothing_can_be_loaded_sent_or_evaluated_from_the_page(open_page, report) -> None:
    visit = open_page(report, may_complain=True)
    assert (
        visit.run("fetch('http://example.invalid').then(() => 'sent', () => 'refused')")
        == "refused"
    )
    visit.run("() => { const form = document.createElement('form'); document.body.append(form);"
              " form.action = 'http://example.invalid'; form.submit(); }")  # fmt: skip
    visit.run("() => { const script = document.createElement('script');"
              " script.textContent = 'globalThis.broken = new Function(`return 1`)()';"
              " document.body.append(script); }")  # fmt: skip
    visit.settle()
    assert visit.run("globalThis.broken") is None
    kinds = {violation.split()[0] for violation in visit.violations}
    assert kinds == {"connect-src", "form-action", "script-src-elem"}
