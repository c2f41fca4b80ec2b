"""Publish: evidence on disk to report.html, report.pdf and SHA256SUMS. Needs no model.

A report too large for one file also has pages in `report-pages`. Everything is written beside what
stood there before and then put in its place; SHA256SUMS comes last, so that a publication that was
stopped half-way is never taken for a whole one. `published.json` says what drew it.
"""

from __future__ import annotations

import datetime
import shutil
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditkit.canonical import sha256_file
from auditkit.errors import OutputError
from auditkit.evidence.intact import require_intact
from auditkit.evidence.lock import only_run
from auditkit.evidence.reader import Audit
from auditkit.pipeline.beside import beside, may_fork
from auditkit.pipeline.build import PUBLISHED, record
from auditkit.pipeline.progress import Pace, Progress, Silent
from auditkit.render.blocks import SECTIONS, Code, Medium
from auditkit.render.evidence_view import is_explanation
from auditkit.render.explained_part import is_part_explained
from auditkit.render.page import ReportPage, SectionPage
from auditkit.render.pages import FOLDER, LIMITS, REPORT, Limits, render_files
from auditkit.render.pdf import render_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.render.blocks import Prose

LARGE_BYTES = 25_000_000
"""A browser opens a larger page slowly; the command line warns."""
EXPLANATION = ("cards", "methods", "evidence")
"""Sections of an explanation of single texts: nothing in them is about a set."""
HTML_SECONDS, PDF_SECONDS = (2.2, 0.2), (10.0, 0.4)
"""What drawing takes, about: at least, and for each example shown in detail."""
_WAITING = f"{FOLDER}.partial"
"""Where pages wait until all are written."""


def publish(
    out: Path | str,
    *,
    pdf: bool = True,
    progress: Progress | None = None,
    limits: Limits = LIMITS,
) -> Path:
    """Write the report of the finished audit in `out` and return the path of report.html.

    Args:
        out: The audit's folder.
        pdf: Whether to write report.pdf too.
        progress: Told where the work stands.
        limits: From which size on the report is a folder of pages, and how large those get.

    Raises:
        EvidenceError: The folder holds no finished audit, or its evidence cannot be read.
        OutputError: The folder cannot be written, or another run writes into it.
        MissingExtra: A library the PDF needs is not installed.
    """
    out = Path(out)
    audit = Audit(out)
    with only_run(out):
        require_intact(out)
        _write_report(audit, progress or Silent(), limits, pdf=pdf)
    return out / REPORT


def _write_report(audit: Audit, progress: Progress, limits: Limits, *, pdf: bool) -> None:
    for leftover in audit.folder.glob("*.partial"):
        _remove(leftover)
    drawing, printing = (
        least + each * audit.details.num_rows for least, each in (HTML_SECONDS, PDF_SECONDS)
    )
    if not pdf:
        _draw(audit, progress, limits, drawing)
        return
    meanwhile = drawing if may_fork() else 0.0
    with beside(partial(_printed, audit)) as printed:
        _draw(audit, progress, limits, drawing)
        progress.start("Printing the PDF", 1, Pace(1, guess=printing - meanwhile))
        content, notes = printed()
        _replace(audit.folder / "report.pdf", content)
        for note in notes:
            progress.note(note)
        _write_checksums(audit)
        progress.advance()


def _draw(audit: Audit, progress: Progress, limits: Limits, seconds: float) -> None:
    """Write the HTML report; a PDF of an earlier publication goes."""
    progress.start("Drawing the report", 1, Pace(1, guess=seconds))
    _write_pages(audit, limits)
    _replace(audit.folder / PUBLISHED, record(limits))
    _remove(audit.folder / "report.pdf")
    _write_checksums(audit)
    progress.advance()


def _printed(audit: Audit) -> tuple[bytes, list[str]]:
    """Return the PDF, and what the user should know of it."""
    notes: list[str] = []
    page = report_page(audit, "pdf")
    return render_pdf(page, manifest=_manifest(audit), date=_date(audit), note=notes.append), notes


def _write_pages(audit: Audit, limits: Limits) -> None:
    """Write report.html and its pages; pages of an earlier publication go."""
    out = audit.folder
    for name, content in html_files(audit, limits):
        if name != REPORT:
            with _clear_errors(out / FOLDER):
                (out / _WAITING).mkdir(exist_ok=True)
                (out / _WAITING / Path(name).name).write_bytes(content)
            continue
        with _clear_errors(out / FOLDER):
            _put_pages(out / _WAITING, out / FOLDER)
        _replace(out / REPORT, content)


def _put_pages(waiting: Path, folder: Path) -> None:
    """Replace the pages of an earlier publication; what else lies in their folder stays."""
    if folder.is_symlink():
        folder.unlink()
    for old in folder.glob("*.html"):
        old.unlink()
    if waiting.is_dir():
        folder.mkdir(exist_ok=True)
        for page in waiting.iterdir():
            page.replace(folder / page.name)
        waiting.rmdir()
    elif folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def html_files(audit: Audit, limits: Limits = LIMITS) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of report.html and its pages, report.html last.

    The same evidence gives the same bytes.
    """
    return render_files(report_page(audit, "html"), limits)


def report_page(audit: Audit, medium: Medium) -> ReportPage:
    """Return everything the report shows in `medium`: all sections that have something to say."""
    sections = []
    wanted = EXPLANATION if is_explanation(audit) else SECTIONS.names()
    for name in sorted(wanted, key=lambda name: (SECTIONS.get(name).order, name)):
        section = SECTIONS.get(name)
        blocks = tuple(section.blocks(audit, medium))
        if blocks:
            sections.append(SectionPage(id=name, title=section.title, blocks=blocks))
    return ReportPage(
        title=audit.manifest["title"],
        facts=_cover_facts(audit),
        root=audit.root,
        language="en",
        sections=tuple(sections),
    )


def _cover_facts(audit: Audit) -> tuple[tuple[str, Prose], ...]:
    manifest = audit.manifest
    weights = [
        sha for name, sha in sorted(manifest["model"]["files"].items()) if "safetensors" in name
    ]
    return (
        ("Model", (manifest["model"]["id"], *(_short(weights[0]) if weights else ()))),
        ("Data", (_examples(audit), *_short(manifest["data"]["sha256"]))),
        ("Date", (manifest["date"] or "not stated",)),
        ("Made with", (f"auditkit {manifest['auditkit']}",)),
        ("Signature", ("not signed",)),
        ("Evidence digest", _short(audit.root)[1:]),
    )


def _examples(audit: Audit) -> str:
    manifest = audit.manifest
    explained = f", {manifest['counts']['explained']} explained" if is_part_explained(audit) else ""
    return f"{manifest['data']['audited']} examples{explained}"


def _short(digest: str) -> Prose:
    return (" ", Code(digest[:16]))


def _manifest(audit: Audit) -> bytes:
    return (audit.evidence / "manifest.json").read_bytes()


def _date(audit: Audit) -> datetime.date | None:
    date = audit.manifest["date"]
    return datetime.date.fromisoformat(date) if date else None


def _write_checksums(audit: Audit) -> None:
    """List the report's files in the format of sha256sum: ``sha256sum -c SHA256SUMS`` works."""
    pages = (path.name for path in (audit.folder / FOLDER).glob("*.html"))
    names = (
        "evidence/manifest.json",
        *(f"{FOLDER}/{name}" for name in pages),
        PUBLISHED,
        REPORT,
        "report.pdf",
    )
    lines = [
        f"{sha256_file(path)}  {name}\n"
        for name in sorted(names)
        if (path := audit.folder / name).is_file()
    ]
    _replace(audit.folder / "SHA256SUMS", "".join(lines).encode())


def _replace(path: Path, data: bytes) -> None:
    temporary = path.with_name(path.name + ".partial")
    with _clear_errors(path):
        try:
            temporary.write_bytes(data)
            temporary.replace(path)
        except OSError:
            temporary.unlink(missing_ok=True)  # half a report would keep a full disk full
            raise


def _remove(path: Path) -> None:
    with _clear_errors(path):
        if path.name == _WAITING and path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written: {error.strerror or error}. The evidence beside it is valid; "
            "when the report can be written, publish it again."
        ) from error
