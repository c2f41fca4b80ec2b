"""Publish: evidence on disk to report.html, report.pdf and SHA256SUMS. Needs no model."""

from __future__ import annotations

import datetime
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from auditkit.canonical import sha256_file
from auditkit.errors import OutputError
from auditkit.evidence.intact import require_intact
from auditkit.evidence.lock import only_run
from auditkit.evidence.reader import Audit
from auditkit.pipeline.progress import Progress, Silent
from auditkit.render.blocks import SECTIONS, Code, Medium
from auditkit.render.html import render_html
from auditkit.render.page import ReportPage, SectionPage
from auditkit.render.pdf import render_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.render.blocks import Prose

LARGE_BYTES = 25_000_000
"""A browser opens a larger page slowly; the command line warns."""


def publish(out: Path | str, *, pdf: bool = True, progress: Progress | None = None) -> Path:
    """Write the report of the finished audit in `out` and return the path of report.html.

    Args:
        out: The audit's folder.
        pdf: Whether to write report.pdf too.
        progress: Told where the work stands.

    Raises:
        EvidenceError: The folder holds no finished audit, or its evidence cannot be read.
        OutputError: The folder cannot be written, or another run writes into it.
        MissingExtra: A library the PDF needs is not installed.
    """
    out = Path(out)
    audit = Audit(out)
    with only_run(out):
        require_intact(out)
        _write_report(audit, progress or Silent(), pdf=pdf)
    return out / "report.html"


def _write_report(audit: Audit, progress: Progress, *, pdf: bool) -> None:
    out = audit.folder
    for leftover in out.glob("*.partial"):
        _remove(leftover)
    progress.start("Publishing", 2 if pdf else 1)
    _replace(out / "report.html", html_bytes(audit))
    _remove(out / "report.pdf")
    _write_checksums(audit)
    progress.advance()
    if pdf:
        page = report_page(audit, "pdf")
        _replace(out / "report.pdf", render_pdf(page, manifest=_manifest(audit), date=_date(audit)))
        _write_checksums(audit)
        progress.advance()


def html_bytes(audit: Audit) -> bytes:
    """Return report.html as it is written; the same evidence gives the same bytes."""
    return render_html(report_page(audit, "html")).encode("utf-8")


def report_page(audit: Audit, medium: Medium) -> ReportPage:
    """Return everything the report shows in `medium`: all sections that have something to say."""
    sections = []
    for name in sorted(SECTIONS.names(), key=lambda name: (SECTIONS.get(name).order, name)):
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
        ("Data", (f"{manifest['data']['audited']} examples", *_short(manifest["data"]["sha256"]))),
        ("Date", (manifest["date"] or "not stated",)),
        ("Made with", (f"auditkit {manifest['auditkit']}",)),
        ("Signature", ("not signed",)),
        ("Evidence digest", _short(audit.root)[1:]),
    )


def _short(digest: str) -> Prose:
    return (" ", Code(digest[:16]))


def _manifest(audit: Audit) -> bytes:
    return (audit.evidence / "manifest.json").read_bytes()


def _date(audit: Audit) -> datetime.date | None:
    date = audit.manifest["date"]
    return datetime.date.fromisoformat(date) if date else None


def _write_checksums(audit: Audit) -> None:
    """List the report's files in the format of sha256sum: ``sha256sum -c SHA256SUMS`` works."""
    names = ("evidence/manifest.json", "report.html", "report.pdf")
    paths = [audit.folder / name for name in names]
    lines = [
        f"{sha256_file(path)}  {name}\n"
        for name, path in zip(names, paths, strict=True)
        if path.is_file()
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
