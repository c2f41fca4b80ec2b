"""The harness catches what it is there to catch; each of these pages does one forbidden thing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.browser import harness

pytestmark = pytest.mark.browser
UNRULY = """
<img src='http://example.invalid/x.png'>
<link rel=stylesheet href='other.css'>
<script>console.error('broken')</script>
<script>console.warn('odd')</script>
<script>throw new Error('lost')</script>
<script>Promise.reject(new Error('later'))</script>
<script>alert('hello')</script>
"""
FORBIDDEN = """
<meta http-equiv='Content-Security-Policy' content="default-src 'none'; script-src 'unsafe-inline';
 script-src-attr 'none'">
<img src='http://example.invalid/y.png'>
<p style='color:red' onclick='x=1'>
<script>eval('1')</script>
"""


def test_requests_messages_errors_and_dialogs_are_caught(page_of) -> None:
    visit = page_of(UNRULY, may_complain=True)
    visit.settle()
    complaints = visit.complaints
    assert complaints["requests"][0] == "http://example.invalid/x.png"
    assert complaints["requests"][1].endswith("/other.css")
    assert {"error: broken", "warning: odd"} <= set(complaints["console"])
    assert complaints["errors"] == ["lost", "later"]
    assert complaints["dialogs"] == ["hello"]


def test_what_a_policy_blocks_is_caught(page_of) -> None:
    visit = page_of(FORBIDDEN, may_complain=True)
    visit.settle()
    assert set(visit.violations) == {
        "img-src http://example.invalid/y.png",
        "style-src-attr inline",
        "script-src-attr inline",
        "script-src eval",
    }
    assert visit.requests[1:] == ["http://example.invalid/y.png"]
    assert "unsafe-eval" in visit.errors[0]


def test_a_page_that_complains_fails_the_test_that_opened_it(
    browser: harness.Chromium, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_text("<script>console.error('broken')</script>", encoding="utf-8")
    with pytest.raises(AssertionError, match="broken"), harness.visiting(browser, file):
        pass


def test_a_clean_page_has_nothing_to_complain_of(page_of) -> None:
    visit = page_of("<p>Nothing.</p>")
    assert visit.requests == [visit.address]
    assert visit.complaints == {}


def test_a_browser_that_never_answers_is_ended_and_another_one_started(
    browser: harness.Chromium, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "page.html"
    file.write_text("<p>Nothing.</p>", encoding="utf-8")
    with (
        harness.started_browser(browser.playwright, harness.ARGUMENTS) as other,
        pytest.raises(Error, match="closed"),
        harness.visiting(other, file) as visit,
        harness.ended_if_stuck(2),
    ):
        visit.run("() => new Promise(() => {})")
    assert "stuck:" in capfd.readouterr().err
    with harness.visiting(browser, file) as visit:
        assert visit.run("1 + 1") == 2


def test_a_browser_that_answers_is_left_alone(page_of) -> None:
    visit = page_of("<p>Nothing.</p>")
    with harness.ended_if_stuck(60):
        assert visit.run("1 + 1") == 2
    assert visit.run("1 + 1") == 2


def test_a_missing_browser_is_skipped_here_but_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(harness, "CHROMIUM", tmp_path / "chromium")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="install it"):
        harness.require_chromium()
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="install it"):
        harness.require_chromium()
