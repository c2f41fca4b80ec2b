"""The generated parts of the documentation are those that the code gives today."""

from __future__ import annotations

import shutil

import pytest
from cogapp import Cog

from tests.docs.pages import GENERATED, ROOT

ADVICE = "the documentation is out of date, write it anew with: make docs"


def stale(path) -> bool:
    """Run `cog --check`; anything but "changed" is an error of the generator itself."""
    code = Cog().main(["cog", "--check", str(path)])
    assert code in {0, 5}, f"cog fails on {path.name} with {code}"
    return code == 5


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: path.name)
def test_generated_parts_are_current(path) -> None:
    if stale(path):
        pytest.fail(f"{path.relative_to(ROOT)}: {ADVICE}", pytrace=False)


def test_every_reference_page_is_generated() -> None:
    for path in GENERATED[1:]:
        assert "[[[cog" in path.read_text("utf-8"), path.name


def test_make_docs_writes_what_is_checked() -> None:
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ndocs:")[2].partition("\n\n")[0]
    for name in ("README.md", "docs/reference/*.md", "docs/format.md", "docs/glossary.md"):
        assert name in recipe


def test_negative_control_a_changed_line_is_found(tmp_path) -> None:
    copy = tmp_path / "sections.md"
    shutil.copyfile(ROOT / "docs" / "reference" / "sections.md", copy)
    assert not stale(copy)
    text = copy.read_text("utf-8")
    copy.write_text(text.replace("| 10 | `summary` |", "| 11 | `summary` |"), "utf-8")
    assert stale(copy)
