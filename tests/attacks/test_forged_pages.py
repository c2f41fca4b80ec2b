"""Reports that are a folder of pages, changed together with their checksums."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import auditkit
from auditkit.render.pages import Limits
from tests.forgery import rewrite_sums, summed
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import copied

LIMITS = Limits(one_file=0, page=60_000)
SECOND = "report-pages/examples-0002.html"
THIRD = "report-pages/examples-0003.html"
MARGIN = r'(data-evidence="examples\.parquet#\d+:margin">)([^<]+)'
SCORE = r'(<table class="scores">.*?<tbody>.*?<td>)([^<]+)'
SCENE = r'(<script type="application/octet-stream" class="scene"[^>]*>)([^<]+)'
CARD = r'(?s)<article class="card".*?</article>'


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("paged"), examples=12)
    auditkit.publish(out, pdf=False, limits=LIMITS)
    return out


@pytest.fixture
def audit(published: Path, tmp_path: Path) -> Path:
    return copied(published, tmp_path / "audit")


def problems(audit: Path, *, republish: bool | None = False) -> dict[str, str]:
    result = auditkit.verify(audit, republish=republish)
    return {check.subject: check.problem for check in result.problems if check.problem}


def change(audit: Path, name: str, pattern: str, replacement: str | Callable[..., str]) -> str:
    """Change the first place that matches, make the checksums agree, return what verify says."""
    path = audit / name
    old = path.read_text("utf-8")
    new = re.sub(pattern, replacement, old, count=1, flags=re.DOTALL)
    assert new != old, "nothing was changed"
    path.write_text(new, "utf-8")
    rewrite_sums(audit)
    return "\n".join(f"{subject}: {problem}" for subject, problem in problems(audit).items())


def test_negative_control_an_untouched_folder_of_pages_is_intact(audit: Path) -> None:
    rewrite_sums(audit)
    assert problems(audit, republish=None) == {}
    checks = auditkit.verify(audit).checks
    assert {check.subject for check in checks} >= {
        f"{what}{name}{after}"
        for name in (SECOND, THIRD, "report.html")
        for what, after in (("digest in ", ""), ("numbers in ", ""), ("", ", published again"))
    }
    assert [name for name in summed(audit) if name.startswith("report-pages/")][1:3] == [
        SECOND,
        THIRD,
    ]


def test_negative_control_all_numbers_of_all_pages_are_compared(audit: Path) -> None:
    """A folder of pages has the numbers of the same report in one file."""
    paged = auditkit.verify(audit).numbers
    auditkit.publish(audit, pdf=False)
    assert not (audit / "report-pages").exists()
    assert auditkit.verify(audit).numbers == paged > 1000


@pytest.mark.parametrize("pattern", [MARGIN, SCORE])
def test_a_changed_number_on_a_second_page_is_found_and_named(pattern: str, audit: Path) -> None:
    said = change(audit, SECOND, pattern, r"\g<1>+9.876")
    assert re.search(
        rf"^{SECOND} line \d+ \(in #ex-\w+\): prints '\+9\.876' for ", said, re.MULTILINE
    )


def test_a_changed_block_on_a_page_is_found_and_named(audit: Path) -> None:
    page = next(n for n in summed(audit) if re.search(SCENE, (audit / n).read_text("utf-8")))
    said = change(audit, page, SCENE, r"\g<1>H4sIAAAAAAAA/wMAAAAAAAAAAAA=")
    assert f"{page} line" in said
    assert "has a block for the viewer that" in said


def test_a_changed_byte_on_a_page_is_found_by_its_checksum(audit: Path) -> None:
    path = audit / SECOND
    path.write_bytes(path.read_bytes().replace(b"Example", b"example", 1))
    assert SECOND in problems(audit)


def test_a_changed_sentence_on_a_page_is_found_by_publishing_again(audit: Path) -> None:
    path = audit / SECOND
    path.write_text(path.read_text("utf-8").replace("slice:", "Slice:", 1), "utf-8")
    rewrite_sums(audit)
    assert problems(audit) == {}
    assert list(problems(audit, republish=None)) == [f"{SECOND}, published again"]


def test_another_digest_on_a_page_is_found(audit: Path) -> None:
    said = change(audit, SECOND, r'(auditkit-root" content=")[0-9a-f]{8}', r"\g<1>00000000")
    assert f"digest in {SECOND}: is 00000000" in said


@pytest.mark.parametrize("listed", [True, False], ids=["listed", "not listed"])
def test_a_missing_page_is_found(listed: bool, audit: Path) -> None:
    ids = re.findall(r'<article class="card" id="ex-([^"]+)"', (audit / SECOND).read_text("utf-8"))
    (audit / SECOND).unlink()
    if not listed:
        rewrite_sums(audit)
    found = problems(audit)
    assert {f"card of example {name}" for name in ids} <= set(found)
    assert (SECOND in found) == listed


def test_a_missing_card_is_found(audit: Path) -> None:
    name = re.findall(r'id="ex-([^"]+)"', (audit / SECOND).read_text("utf-8"))[0]
    assert f"card of example {name}: is missing" in change(audit, SECOND, CARD, "")


def test_a_card_that_stands_twice_is_found(audit: Path) -> None:
    card = re.search(CARD, (audit / SECOND).read_text("utf-8"))
    assert card
    said = change(audit, THIRD, r'(?=<article class="card")', lambda _: card[0])
    assert f"stands 2 times, in {SECOND}, {THIRD}" in said


def test_a_row_that_leads_to_another_page_is_found(audit: Path) -> None:
    said = change(audit, "report.html", rf'(class="preview"><a href="){SECOND}#', rf"\g<1>{THIRD}#")
    assert f"stands in {SECOND}; the table of examples leads to '{THIRD}#" in said


def test_a_page_too_many_is_found(audit: Path) -> None:
    extra = "report-pages/examples-0099.html"
    page = re.sub(CARD, "", (audit / SECOND).read_text("utf-8"))
    (audit / extra).write_text(page, "utf-8")
    assert "does not list" in problems(audit)["SHA256SUMS"]
    rewrite_sums(audit)
    assert problems(audit)[extra] == "holds no card, so nothing leads to it"
    assert f"{extra}, published again" in problems(audit, republish=True)


@pytest.mark.parametrize("name", ["report-pages/notes.html", "report-pages/examples-1.html"])
def test_a_file_among_the_pages_that_is_none_is_found(name: str, audit: Path) -> None:
    (audit / name).write_text("<p>Everything is fine.</p>", "utf-8")
    assert problems(audit)[name] == "is listed nowhere"


def test_a_folder_of_pages_that_is_a_link_is_found(audit: Path, tmp_path: Path) -> None:
    (audit / "report-pages").rename(tmp_path / "elsewhere")
    (audit / "report-pages").symlink_to(tmp_path / "elsewhere")
    assert problems(audit)["report-pages"] == "is listed nowhere"


def test_sha256sum_lists_every_page(audit: Path) -> None:
    listed = [
        line.split("  ")[1] for line in (audit / "SHA256SUMS").read_text("utf-8").splitlines()
    ]
    assert listed == summed(audit)
    assert len(listed) > 4
