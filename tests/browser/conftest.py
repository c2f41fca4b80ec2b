"""One browser for all tests of this folder, pages that are checked as they close, and audits."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

import auditkit
from auditkit.evidence.reader import Audit
from tests import synthetic_audit
from tests.browser.harness import (
    ARGUMENTS,
    WITH_WEBGL,
    Chromium,
    Visit,
    ended_if_stuck,
    require_chromium,
    started_browser,
    visiting,
)
from tests.browser.hostile import WORDS

OpenPage = Callable[..., Visit]


LONGEST = 300.0
"""Seconds that a test of this folder may take; most take one."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """End a browser that stopped answering, so that the test fails (and is tried once more)."""
    with ended_if_stuck(LONGEST):
        return (yield)


@pytest.fixture(scope="package")
def browser() -> Iterator[Chromium]:
    require_chromium()
    with sync_playwright() as playwright, started_browser(playwright, ARGUMENTS) as browser:
        yield browser


@pytest.fixture(scope="package")
def webgl(browser: Chromium) -> Iterator[Chromium]:
    """A browser that draws in three dimensions."""
    with started_browser(browser.playwright, WITH_WEBGL) as started:
        yield started


@pytest.fixture
def open_page(browser: Chromium) -> Iterator[OpenPage]:
    """``open_page(path, at="#summary", may_complain=False, **context_options)``, see `visiting`."""
    with ExitStack() as stack:

        def opened(path: Path, **options: Any) -> Visit:
            return stack.enter_context(visiting(browser, path, **options))

        yield opened


@pytest.fixture
def page_of(open_page: OpenPage, tmp_path: Path) -> OpenPage:
    """``page_of("<p>markup</p>")`` opens a page that a test wrote itself."""

    def opened(markup: str, **options: Any) -> Visit:
        file = tmp_path / "page.html"
        file.write_text(f"<!doctype html>{markup}", encoding="utf-8")
        return open_page(file, **options)

    return opened


def published(folder: Path, **options: Any) -> Audit:
    synthetic_audit.write_synthetic_audit(folder, **options)
    auditkit.publish(folder, pdf=False)
    return Audit(folder)


@pytest.fixture(scope="package")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    """Twelve examples: enough for every kind of block, few enough to open quickly."""
    return published(tmp_path_factory.mktemp("audit"), examples=12)


@pytest.fixture(scope="package")
def report(audit: Audit) -> Path:
    return audit.folder / "report.html"


@pytest.fixture(scope="package")
def hostile_audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(synthetic_audit, "HOSTILE", WORDS)
        patch.setattr(synthetic_audit, "VOCABULARY", ["the"])
        return published(tmp_path_factory.mktemp("hostile"), examples=12, hostile=True)


@pytest.fixture(scope="package")
def large_audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return published(tmp_path_factory.mktemp("large"), examples=200)
