"""Is the audit what it was when it was written? Short enough for an auditor to read.

Checked: every file against the manifest, the manifest against its own root digest, the report
files and the manifest against SHA256SUMS, the digests that every page and the PDF hold against the root,
the manifest attached to the PDF, `run.json` against its own checksum, that nothing lies there that
nobody listed, and every number that the HTML marks against the evidence it cites. Not checked: who
wrote it, which needs a signature, and sentences, which `auditkit.pipeline.verify` compares by
publishing again.
"""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from auditkit.errors import EvidenceError
from auditkit.evidence.intact import (
    evidence_problems,
    file_digest_problem,
    manifest_problem,
    read_object,
)
from auditkit.evidence.manifest import run_digest, run_record
from auditkit.verification.checks import Check, Verification
from auditkit.verification.report import NUMBERS, Compared, compare_report

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML_ROOT = re.compile(rb'<meta name="auditkit-root" content="([0-9a-f]{64})">')
_PDF_ROOT = re.compile(rb"auditkit-root:([0-9a-f]{64})")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_METADATA_BYTES = 1 << 20
_LISTED = ("report.html", "report.pdf", "published.json", "evidence/manifest.json")
_PAGE = re.compile(r"report-pages/examples-[0-9]{4,9}\.html")
_SUM = re.compile(rf"([0-9a-f]{{64}})  ({'|'.join(map(re.escape, _LISTED))}|{_PAGE.pattern})")
_TOP_FILES = {"report.html", "report.pdf", "published.json", "SHA256SUMS", "run.json"}


def verify(out: Path | str) -> Verification:
    """Check the audit in `out`.

    Raises:
        EvidenceError: There is no manifest, or it cannot be read, so nothing can be checked.
    """
    out = Path(out)
    path = out / "evidence" / "manifest.json"
    if not path.is_file():
        raise EvidenceError(f"{out} is not a finished audit: no evidence/manifest.json.")
    manifest = read_object(path)
    root = str(manifest.get("root"))
    problems = evidence_problems(path.parent, manifest)
    evidence = (
        Check("evidence/manifest.json", manifest_problem(path.read_bytes(), manifest)),
        *(Check(f"evidence/{name}", problem) for name, problem in problems.items()),
    )
    compared = _compared(out, evidence)
    checks = (
        *evidence,
        *_strangers(out, set(problems)),
        *_report_checks(out, root),
        *_run_checks(out),
        *compared.checks,
    )
    return Verification(root, checks, compared.numbers)


def _compared(out: Path, evidence: tuple[Check, ...]) -> Compared:
    """Compare the report's numbers, unless what they would be compared with is damaged."""
    html = out / "report.html"
    if html.is_symlink() or not html.is_file():
        return Compared(0, ())
    if any(check.problem for check in evidence):
        return Compared(0, (Check(NUMBERS, "are not compared: the evidence is not intact"),))
    return compare_report(out, tuple(name for name in _pages(out) if (out / name).is_file()))


def _pages(out: Path) -> list[str]:
    """Return the paths that pages of cards have, of whatever lies in their folder; no links."""
    names = (f"report-pages/{path.name}" for path in (out / "report-pages").glob("*"))
    real = () if (out / "report-pages").is_symlink() else names
    return sorted(n for n in real if _PAGE.fullmatch(n) and not (out / n).is_symlink())


def _strangers(out: Path, listed: set[str]) -> Iterator[Check]:
    known = {f"evidence/{name}" for name in listed} | {"evidence/manifest.json"} | _TOP_FILES
    known |= set(_pages(out))
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if (path.is_symlink() or not path.is_dir()) and name not in known:
            yield Check(name, "is listed nowhere")


def _report_checks(out: Path, root: str) -> Iterator[Check]:
    sums = out / "SHA256SUMS"
    if not sums.is_file():
        yield Check("SHA256SUMS", "is missing: the audit was not published (auditkit publish)")
        return
    listed, problem = _parse_sums(out, sums.read_bytes())
    yield Check("SHA256SUMS", problem)
    for name, digest in sorted(listed.items()):
        yield Check(name, file_digest_problem(out / name, digest))
    yield from _digests(out, root)


def _parse_sums(out: Path, raw: bytes) -> tuple[dict[str, str], str | None]:
    listed: dict[str, str] = {}
    for line in raw.decode("utf-8", errors="replace").splitlines():
        match = _SUM.fullmatch(line)
        if match is None:
            return listed, f"has a line that is no checksum: {line[:80]!r}"
        listed[match[2]] = match[1]
    there = {name for name in (*_LISTED, *_pages(out)) if (out / name).is_file()}
    needed = there - set(listed)
    if needed:
        return listed, f"does not list {', '.join(sorted(needed))}"
    expected = "".join(f"{digest}  {name}\n" for name, digest in sorted(listed.items())).encode()
    return listed, None if raw == expected else "is not spelled as it was written"


def _digests(out: Path, root: str) -> Iterator[Check]:
    for name in ("report.html", *_pages(out)):
        if (out / name).is_file():
            found = _HTML_ROOT.search((out / name).read_bytes())
            yield Check(f"digest in {name}", _other(found, root))
    pdf = out / "report.pdf"
    if pdf.is_file():
        yield from _pdf_checks(pdf.read_bytes(), out, root)


def _pdf_checks(data: bytes, out: Path, root: str) -> Iterator[Check]:
    manifest = (out / "evidence" / "manifest.json").read_bytes()
    # A stream that inflates to more than is looked for is not what is looked for.
    streams = _pdf_streams(data, max(len(manifest), _METADATA_BYTES))
    found = next(filter(None, map(_PDF_ROOT.search, streams)), None)
    yield Check("digest in report.pdf", _other(found, root))
    problem = None if manifest in streams else "is not the manifest of the evidence"
    yield Check("manifest attached to report.pdf", problem)


def _pdf_streams(data: bytes, limit: int) -> list[bytes]:
    """Return the contents of a PDF's streams of up to `limit` bytes, inflated where compressed."""
    return [_inflated(match[1], limit) for match in _PDF_STREAM.finditer(data)]


def _inflated(stream: bytes, limit: int) -> bytes:
    try:
        inflated = zlib.decompressobj().decompress(stream, limit + 1)
    except zlib.error:
        return stream
    return inflated if len(inflated) <= limit else b""


def _other(found: re.Match[bytes] | None, root: str) -> str | None:
    if found is None:
        return "is not there"
    held = found[1].decode()
    return None if held == root else f"is {held[:16]}..., the evidence's is {root[:16]}..."


def _run_checks(out: Path) -> Iterator[Check]:
    path = out / "run.json"
    if not path.is_file():
        return
    yield Check("run.json", _run_problem(path))


def _run_problem(path: Path) -> str | None:
    if path.is_symlink():
        return "is a link, not a file"
    try:
        record = read_object(path)
    except EvidenceError as error:
        return f"cannot be read: {error}"
    claimed = record.pop("sha256", None)
    if path.read_bytes() != run_record(record) or run_digest(record) != claimed:
        return "does not give its own checksum"
    return None
