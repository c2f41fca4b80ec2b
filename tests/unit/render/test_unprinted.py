"""What is said of characters that no font can draw, and which package would help."""

from __future__ import annotations

import datetime
import shutil
import subprocess
from pathlib import Path

import pytest

from auditkit.render import pdf
from auditkit.render.unprinted import CJK, OTHERS, install_command, notice, unprinted
from tests.unit.render.small_page import small_report

PLACES = {
    "\u6211": ("Han", CJK),
    "\u3042": ("Hiragana", CJK),
    "\ud55c": ("Hangul", CJK),
    "\uff0c": ("signs of Chinese, Japanese and Korean", CJK),
    "\u3002": ("signs of Chinese, Japanese and Korean", CJK),
    "\u0e01": ("Thai", OTHERS),
    "\u1780": ("Khmer", OTHERS),
    "\u1000": ("Myanmar", OTHERS),
    "\u0915": ("Devanagari", OTHERS),
    "\ua990": ("Javanese", OTHERS),
    "\u2a6f": ("signs", OTHERS),
    "\ue000": ("none (private use, or not assigned)", None),
}


@pytest.mark.parametrize("character", PLACES)
def test_the_package_follows_from_the_script(character: str) -> None:
    (row,) = unprinted([ord(character)])
    assert (row.script, row.package, row.characters) == (*PLACES[character], 1)


def test_scripts_are_counted_and_packages_named_once() -> None:
    rows = unprinted(map(ord, "\u6211\u3042\u3044\u0e01\ue000"))
    counts = {row.script: row.characters for row in rows}
    assert counts == {"Han": 1, "Hiragana": 2, "Thai": 1, "none (private use, or not assigned)": 1}
    assert install_command(rows) == f"apt-get install -y {CJK} {OTHERS}"
    assert "5 different characters" in notice(rows)
    assert "Hiragana 2" in notice(rows)


def test_no_package_is_named_where_none_is_known() -> None:
    rows = unprinted([0xE000])
    assert install_command(rows) is None
    assert "apt-get" not in notice(rows)


def printed(text: str, path: Path) -> tuple[list[str], str]:
    """What was said, and what stands in the PDF."""
    said: list[str] = []
    date = datetime.date(2026, 1, 31)
    manifest = b'{"root": "0123456789abcdef"}\n'
    report = small_report(text=text)
    path.write_bytes(pdf.render_pdf(report, manifest=manifest, date=date, note=said.append))
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return said, done.stdout.decode()


@pytest.fixture
def without_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a Thai font, whatever fonts this one has."""
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    run = pdf._Press.run

    def missing(press: pdf._Press, markup: str) -> tuple[bytes, frozenset[int]]:
        made, others = run(press, markup)
        thai = {ord(char) for char in markup if "\u0e00" <= char <= "\u0e7f"}
        return made, others | frozenset(thai)

    monkeypatch.setattr(pdf._Press, "run", missing)


@pytest.mark.usefixtures("without_thai")
def test_a_pdf_with_code_points_says_so_itself_and_to_whoever_makes_it(tmp_path: Path) -> None:
    said, body = printed("\u0e01\u0e02 film", tmp_path / "thai.pdf")
    assert "[U+0E01]" in body
    assert len(said) == 1
    assert "Thai 2" in said[0]
    assert OTHERS in said[0]
    assert "Characters printed as code points" in body
    assert f"apt-get install -y {OTHERS}" in body


@pytest.mark.usefixtures("without_thai")
def test_negative_control_a_pdf_whose_fonts_have_all_says_nothing(tmp_path: Path) -> None:
    said, body = printed("a plain film", tmp_path / "plain.pdf")
    assert said == []
    assert "Characters printed as code points" not in body
