"""Links between the pages, and to files of the repository, lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.pages import PAGES, ROOT, without_code

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="([^"]+)">')


def anchors(text: str) -> set[str]:
    """Return the anchors of a page as GitHub makes them from headings, and those set by hand."""
    headings = _HEADING.findall(re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S))
    slugs = [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]
    return {*slugs, *_ANCHOR.findall(text)}


def broken(path: Path, text: str) -> list[str]:
    """Return the links of a page that lead nowhere; links to other hosts are not followed."""
    found = []
    for link in _LINK.findall(without_code(text)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            found.append(link)
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    assert broken(path, path.read_text("utf-8")) == []


def test_every_page_can_be_reached() -> None:
    text = (ROOT / "docs" / "README.md").read_text("utf-8")
    linked = {(ROOT / "docs" / link).resolve() for link in _LINK.findall(text)}
    docs = {path for path in PAGES if path.parent != ROOT and path.name != "README.md"}
    assert docs <= linked


def test_negative_control_broken_links_are_found() -> None:
    path = ROOT / "docs" / "README.md"
    text = (
        "[a](no-such-page.md) [b](methods.md#no-such-part) [c](methods.md#seeds) "
        "[d](format.md#root-digest) `[e](code.md)` [f](https://example.org/x)\n"
        "```\n[g](code.md)\n```\n"
    )
    assert broken(path, text) == ["no-such-page.md", "methods.md#no-such-part"]
