"""The documentation's own files: which there are, and the code blocks in them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOP = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
PAGES = tuple(ROOT / name for name in TOP) + tuple(sorted((ROOT / "docs").rglob("*.md")))
GENERATED = (
    ROOT / "README.md",
    *sorted((ROOT / "docs" / "reference").glob("*.md")),
    ROOT / "docs" / "format.md",
    ROOT / "docs" / "glossary.md",
    ROOT / "docs" / "benchmarks.md",
    ROOT / "docs" / "ledger.md",
)
"""What `make docs` writes anew."""

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def page(name: str) -> str:
    """Return the text of a page named from the root of the repository."""
    return (ROOT / name).read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    """Return the code blocks of a page in one language, in order."""
    return [text for kind, text in _FENCE.findall(page(name)) if kind == language]


def without_code(text: str) -> str:
    """Return the text without code blocks, generators and inline code."""
    text = re.sub(r"<!-- \[\[\[cog.*?\]\]\] -->", "", text, flags=re.DOTALL)
    return re.sub(r"`[^`\n]+`", "", _FENCE.sub("", text))
