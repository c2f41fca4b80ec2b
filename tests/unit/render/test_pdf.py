"""The PDF: what its readers, its archivists and its verifiers rely on."""

from __future__ import annotations

import datetime
import hashlib
import logging
import re
import shutil
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from auditkit.errors import AuditError, MissingExtra
from auditkit.render import blocks as b
from auditkit.render import pdf, printing
from auditkit.render.page import ReportPage, SectionPage
from tests.unit.render.small_page import HOSTILE, ROOT, example_card, small_report

TTFont = pytest.importorskip("fontTools.ttLib").TTFont
pikepdf = pytest.importorskip("pikepdf")
pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))

DATE = datetime.date(2026, 11, 2)
MANIFEST = b'{"root": "0123456789abcdef"}\n'
SHOWN = HOSTILE.replace("\x00", "\u2400")
REPOSITORY = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def printed() -> bytes:
    return pdf.render_pdf(small_report(), manifest=MANIFEST, date=DATE)


@pytest.fixture(scope="module")
def path(printed: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(printed)
    return path


def text_of(path: Path, *options: str) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, check=True, timeout=60
    )
    return re.sub(r"\s+", " ", done.stdout.decode())


def attached(path: Path) -> bytes:
    with pikepdf.open(path) as opened:
        return bytes(opened.attachments["manifest.json"].get_file().read_bytes())


def test_it_says_that_it_is_pdf_a_3a(path: Path) -> None:
    with pikepdf.open(path) as opened, opened.open_metadata() as metadata:
        assert metadata.pdfa_status == "3A"
        assert metadata["dc:title"] == "A small audit"
        assert metadata["pdf:Keywords"] == f"auditkit-root:{ROOT}"
        assert metadata["xmp:CreateDate"] == "2026-11-02"


def test_it_is_tagged_titled_and_has_a_language(path: Path) -> None:
    with pikepdf.open(path) as opened:
        root = opened.Root
        assert str(root.Lang) == "en"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert len(root.StructTreeRoot.K) == 1
        assert str(opened.docinfo["/Title"]) == "A small audit"
        assert str(opened.docinfo["/Keywords"]) == f"auditkit-root:{ROOT}"


def test_every_font_is_inside(path: Path) -> None:
    with pikepdf.open(path) as opened:
        fonts = [o for o in opened.objects if isinstance(o, pikepdf.Dictionary)]
        descriptors = [o for o in fonts if o.get("/Type") == "/FontDescriptor"]
        assert descriptors
        assert all("/FontFile2" in o or "/FontFile3" in o for o in descriptors)


def test_the_manifest_is_attached_once_and_unchanged(path: Path) -> None:
    assert attached(path) == MANIFEST
    with pikepdf.open(path) as opened:
        (file,) = opened.Root.AF
        assert str(file.AFRelationship) == "/Data"
        assert str(file.EF.F.Subtype) == "/application/json"


def test_a_changed_attachment_is_noticed(path: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    with pikepdf.open(path) as opened:
        opened.attachments["manifest.json"] = pikepdf.AttachedFileSpec(opened, b'{"root": "f"}')
        opened.save(changed)
    assert attached(changed) != MANIFEST


def test_the_outline_names_the_sections(path: Path) -> None:
    with pikepdf.open(path) as opened, opened.open_outline() as outline:
        titles = [str(item.title) for item in outline.root]
        cards = [str(item.title) for item in outline.root[-1].children]
    assert titles == ["Summary", "Contents", "Behaviour", "Example by example"]
    assert cards == ["Example 3"]


def test_pages_are_numbered(path: Path) -> None:
    with pikepdf.open(path) as opened:
        pages = len(opened.pages)
        assert [page.label for page in opened.pages] == [str(n + 1) for n in range(pages)]
    assert 3 <= pages <= 6
    assert f"Page {pages} of {pages}" in text_of(path, "-f", str(pages))


def test_page_one_holds_title_facts_and_claims(path: Path) -> None:
    first = text_of(path, "-l", "1")
    for words in ("A small audit", "a model", "40 examples", "Right in 90.0%", "measured",
                  "Anything else.", f"Evidence {ROOT[:16]}", "(page 3)"):  # fmt: skip
        assert words in first


def test_the_contents_have_page_numbers(path: Path) -> None:
    assert re.search(r"Behaviour[ .]+3", text_of(path, "-f", "2", "-l", "2"))


def test_every_internal_link_leads_somewhere(path: Path) -> None:
    with pikepdf.open(path) as opened:
        names = {str(name) for name in list(opened.Root.Names.Dests.Names)[::2]}
        links = [str(a.Dest) for page in opened.pages for a in page.get("/Annots", ())]
    assert links
    assert set(links) <= names
    assert "ex-nothing" not in names


def test_hostile_text_is_printed_word_for_word(path: Path) -> None:
    body = text_of(path)
    assert body.count(SHOWN) >= 2, "once in the paragraph and once on the card"
    assert "49" not in SHOWN


def test_a_cut_table_says_how_much_is_left_out(path: Path) -> None:
    body = text_of(path)
    assert "4 of 9 rows are printed. The other 5 are in the HTML report" in body
    assert "slice 8" not in body


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_nothing(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", path], check=False, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()


def test_two_processes_write_the_same_bytes(printed: bytes) -> None:
    script = textwrap.dedent(
        """
        import hashlib
        from auditkit.render.pdf import render_pdf
        from tests.unit.render.small_page import small_report
        from tests.unit.render.test_pdf import DATE, MANIFEST
        done = render_pdf(small_report(), manifest=MANIFEST, date=DATE)
        print(hashlib.sha256(done).hexdigest())
        """
    )
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, cwd=REPOSITORY, check=True, timeout=300
    )
    assert other.stdout.decode().strip() == hashlib.sha256(printed).hexdigest()


def test_without_a_date_no_date_is_written(tmp_path: Path) -> None:
    path = tmp_path / "undated.pdf"
    path.write_bytes(pdf.render_pdf(small_report(text="x"), manifest=MANIFEST, date=None))
    with pikepdf.open(path) as opened:
        assert "/CreationDate" not in opened.docinfo
        assert "/ModDate" not in opened.docinfo


def test_what_no_font_has_and_what_turns_the_text_is_printed_as_code_points(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "signs.pdf"
    report = small_report(text="tag \U000e0041\U0001f9ff\U000f0000 rlo \u202egnirts")
    with caplog.at_level(logging.WARNING):
        path.write_bytes(pdf.render_pdf(report, manifest=MANIFEST, date=DATE))
    body = text_of(path)
    assert "[U+F0000]" in body
    assert "[U+202E]gnirts" in body
    assert not caplog.records


def test_every_font_has_a_blank() -> None:
    fonts = sorted((REPOSITORY / "templates" / "fonts").glob("*.woff"))
    assert len(fonts) > 5
    assert not [path.name for path in fonts if not has_a_blank(path)]


def test_a_font_without_a_blank_is_noticed(tmp_path: Path) -> None:
    font = TTFont(REPOSITORY / "templates" / "fonts" / "Inter-Regular.woff")
    for table in font["cmap"].tables:
        table.cmap.pop(ord(" "), None)
    font.save(tmp_path / "blankless.woff")
    assert not has_a_blank(tmp_path / "blankless.woff")


def has_a_blank(path: Path) -> bool:
    with TTFont(path) as font:
        return ord(" ") in font.getBestCmap()


def test_the_markup_survives_a_font_without_a_blank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = pdf._Press.run

    def missing_a_blank(press: pdf._Press, markup: str) -> tuple[bytes, frozenset[int]]:
        printed, missing = run(press, markup)
        return printed, missing | {ord(" "), 0xE000}

    monkeypatch.setattr(pdf._Press, "run", missing_a_blank)
    path = tmp_path / "blank.pdf"
    path.write_bytes(
        pdf.render_pdf(small_report(text="so \ue000 it is"), manifest=MANIFEST, date=DATE)
    )
    body = text_of(path)
    assert "[U+0020]" not in body
    assert "so [U+E000] it is" in body


def test_a_text_of_100_000_characters_is_cut_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "long.pdf"
    report = small_report()
    card = example_card("word " * 20_000)
    report = ReportPage(report.title, report.facts, report.root, "en", (
        report.sections[0], SectionPage("cards", "Example by example", (card,)),
    ))  # fmt: skip
    path.write_bytes(pdf.render_pdf(report, manifest=MANIFEST, date=DATE))
    body = text_of(path)
    assert "Printed: the first 1,500 of 100,0" in body
    assert f"the {printing.TOKENS} of 20,001 tokens with the largest scores" in body
    with pikepdf.open(path) as opened:
        assert len(opened.pages) <= 5


def test_a_title_of_100_000_characters_fits(tmp_path: Path) -> None:
    path = tmp_path / "title.pdf"
    path.write_bytes(
        pdf.render_pdf(small_report(title="T" * 100_000), manifest=MANIFEST, date=DATE)
    )
    with pikepdf.open(path) as opened:
        assert len(opened.pages) <= 6


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/x.png", "file:///etc/hostname",
                                     "auditkit:fonts/../pdf/pdf.css"])  # fmt: skip
def test_nothing_outside_is_fetched(address: str) -> None:
    press = pdf._Press(MANIFEST, DATE)
    with pytest.raises(AuditError, match="outside"):
        press.run(f'<html lang="en"><img alt="x" src="{address}"></html>')


def test_a_data_address_is_read() -> None:
    picture = (
        "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    )
    printed, _ = pdf._Press(MANIFEST, DATE).run(
        f'<html lang="en"><img alt="x" src="{picture}"></html>'
    )
    assert printed.startswith(b"%PDF-1.7")


def test_a_warning_of_weasyprint_is_passed_on(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        pdf._Press(MANIFEST, DATE).run('<html lang="en"><style>p { colour: red }</style></html>')
    assert "colour" in caplog.text


@pytest.mark.parametrize("error", [ImportError("no module"), OSError("cannot load libgobject")])
def test_what_is_missing_is_named_with_its_command(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Finder:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise error

    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    with pytest.raises(MissingExtra, match="install"):
        pdf.render_pdf(small_report(), manifest=MANIFEST, date=DATE)


def test_the_synthetic_audit_prints_within_its_limits(tmp_path: Path) -> None:
    synthetic = pytest.importorskip("tests.synthetic_audit")
    publish = pytest.importorskip("auditkit.pipeline.publish")
    from auditkit.evidence.reader import Audit

    audit = Audit(synthetic.write_synthetic_audit(tmp_path / "audit", examples=8, hostile=True))
    manifest = (audit.evidence / "manifest.json").read_bytes()
    path = tmp_path / "report.pdf"
    path.write_bytes(
        pdf.render_pdf(publish.report_page(audit, "pdf"), manifest=manifest, date=DATE)
    )
    assert attached(path) == manifest
    with pikepdf.open(path) as opened:
        assert len(opened.pages) < 60
        assert str(opened.docinfo["/Keywords"]) == f"auditkit-root:{audit.root}"


def test_a_finding_prints_a_few_of_its_examples_and_counts_the_rest() -> None:
    links = tuple(b.Link(f"example {n}", "summary") for n in range(12))
    finding = b.Finding("finding-0", "low", "Title", ("Body.",), links, "e")
    page = ReportPage("T", (), ROOT, "en", (SectionPage("f", "F", (b.Findings((finding,)),)),))
    markup = pdf.document(page, date=DATE)
    assert "example 4</a> and 7&nbsp;more" in markup
    assert "example 5" not in markup
    few = replace(finding, examples=links[:5])
    page = replace(page, sections=(SectionPage("f", "F", (b.Findings((few,)),)),))
    assert "&nbsp;more" not in pdf.document(page, date=DATE)


@pytest.mark.parametrize(
    ("error", "exact", "shown"),
    [((0.0, 0.0), True, False), ((0.25, 0.5), False, True), (None, False, False)],
)
def test_scores_print_their_standard_error_or_that_they_are_exact(
    error: tuple[float, ...] | None, *, exact: bool, shown: bool
) -> None:
    card = example_card("a b")
    card = replace(card, methods=(replace(card.methods[0], error=error),))
    page = ReportPage("T", (), ROOT, "en", (SectionPage("c", "C", (card,)),))
    markup = pdf.document(page, date=DATE)
    assert ('<span class="help">exact</span>' in markup) == exact
    assert ("\u00b10.250</small>" in markup) == shown
    assert ("\u00b1 is the standard error" in markup) == shown


def test_the_first_page_is_measured_with_the_page_numbers_of_its_links() -> None:
    report = small_report()
    front = replace(report, sections=report.sections[:1])
    alone = pdf.document(front, date=DATE)
    assert 'href="#behaviour"' not in alone
    stand_in = '<a href="#contents">'
    measured = pdf.document(front, date=DATE, elsewhere=stand_in)
    assert measured.count(stand_in) == alone.count("<a>") + alone.count(stand_in) > 0
