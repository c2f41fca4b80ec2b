"""Is the audit what it was when it was written? Short enough for an auditor to read.

Checked: every file against the manifest, the manifest against its own root digest, the report
files and the manifest against SHA256SUMS, the digests that HTML and PDF carry against the root,
the manifest attached to the PDF, `run.json` against its own checksum, and that nothing lies there
that nobody listed. Not checked: who wrote it. That needs a signature.
"""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditkit.canonical import canonical_json, sha256_bytes, sha256_file
from auditkit.errors import EvidenceError
from auditkit.evidence.manifest import manifest_bytes, root_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

_HTML_ROOT = re.compile(rb'<meta name="auditkit-root" content="([0-9a-f]{64})">')
_PDF_ROOT = re.compile(rb"auditkit-root:([0-9a-f]{64})")
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LISTED = ("report.html", "report.pdf", "evidence/manifest.json")
_TOP_FILES = {"report.html", "report.pdf", "SHA256SUMS", "run.json"}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked."""

    subject: str
    """File, or what was compared."""
    problem: str | None
    """What is wrong; None if nothing is."""


@dataclass(frozen=True, slots=True)
class Verification:
    """All checks of one audit."""

    root: str
    checks: tuple[Check, ...]

    @property
    def problems(self) -> tuple[Check, ...]:
        """The checks that failed."""
        return tuple(check for check in self.checks if check.problem)

    @property
    def verdict(self) -> str:
        """One line: intact or not, and that nobody signed it."""
        if self.problems:
            return f"NOT INTACT: {len(self.problems)} of {len(self.checks)} checks failed"
        return f"intact, not signed ({len(self.checks)} checks)"


def verify(out: Path | str) -> Verification:
    """Check the audit in `out`.

    Raises:
        EvidenceError: There is no manifest, or it cannot be read, so nothing can be checked.
    """
    out = Path(out)
    path = out / "evidence" / "manifest.json"
    try:
        raw = path.read_bytes()
        manifest: dict[str, Any] = json.loads(raw)
        root = str(manifest["root"])
    except FileNotFoundError as error:
        raise EvidenceError(f"{out} is not a finished audit: no evidence/manifest.json.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EvidenceError(f"{path} is damaged and cannot be read: {error}.") from error
    checks = (
        Check("evidence/manifest.json", _manifest_problem(raw, manifest)),
        *_evidence_checks(out, manifest),
        *_strangers(out, manifest),
        *_report_checks(out, root),
        *_run_checks(out),
    )
    return Verification(root, checks)


def _manifest_problem(raw: bytes, manifest: dict[str, Any]) -> str | None:
    try:
        if root_digest(manifest) != manifest["root"]:
            return "its contents do not give its root digest"
        canonical_json(manifest)
    except Exception as error:
        return f"cannot be hashed: {error}"
    return None if raw == manifest_bytes(manifest) else "is not spelled as it was written"


def _evidence_checks(out: Path, manifest: dict[str, Any]) -> Iterator[Check]:
    for name, listed in sorted(manifest.get("files", {}).items()):
        path = out / "evidence" / name
        if not path.is_file():
            problem: str | None = "is missing"
        else:
            problem = None if sha256_file(path) == listed["sha256"] else "has another SHA-256"
        yield Check(f"evidence/{name}", problem)


def _strangers(out: Path, manifest: dict[str, Any]) -> Iterator[Check]:
    known = {f"evidence/{name}" for name in manifest.get("files", {})}
    known |= {"evidence/manifest.json"} | _TOP_FILES
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if (path.is_file() or path.is_symlink()) and name not in known:
            yield Check(name, "is listed nowhere")


def _report_checks(out: Path, root: str) -> Iterator[Check]:
    sums = out / "SHA256SUMS"
    if not sums.is_file():
        yield Check("SHA256SUMS", "is missing: the audit was not published (auditkit publish)")
        return
    listed, problem = _parse_sums(out, sums.read_bytes())
    yield Check("SHA256SUMS", problem)
    for name, digest in sorted(listed.items()):
        path = out / name
        if not path.is_file():
            yield Check(name, "is missing")
        else:
            yield Check(name, None if sha256_file(path) == digest else "has another SHA-256")
    yield from _carried(out, root)


def _parse_sums(out: Path, raw: bytes) -> tuple[dict[str, str], str | None]:
    listed: dict[str, str] = {}
    for line in raw.decode("utf-8", errors="replace").splitlines():
        match = re.fullmatch(
            r"([0-9a-f]{64})  (report\.html|report\.pdf|evidence/manifest\.json)", line
        )
        if match is None:
            return listed, f"has a line that is no checksum: {line[:80]!r}"
        listed[match[2]] = match[1]
    needed = {name for name in _LISTED if (out / name).is_file()} - set(listed)
    if needed:
        return listed, f"does not list {', '.join(sorted(needed))}"
    expected = "".join(f"{digest}  {name}\n" for name, digest in sorted(listed.items())).encode()
    return listed, None if raw == expected else "is not spelled as it was written"


def _carried(out: Path, root: str) -> Iterator[Check]:
    html = out / "report.html"
    if html.is_file():
        found = _HTML_ROOT.search(html.read_bytes())
        yield Check("digest in report.html", _other(found, root))
    pdf = out / "report.pdf"
    if pdf.is_file():
        streams = _pdf_streams(pdf.read_bytes())
        found = next(filter(None, map(_PDF_ROOT.search, streams)), None)
        yield Check("digest in report.pdf", _other(found, root))
        attached = (out / "evidence" / "manifest.json").read_bytes() in streams
        problem = None if attached else "is not the manifest of the evidence"
        yield Check("manifest attached to report.pdf", problem)


def _pdf_streams(data: bytes) -> list[bytes]:
    """Return the contents of a PDF's streams, inflated where they are compressed."""
    return [_inflated(match[1]) for match in _PDF_STREAM.finditer(data)]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _other(found: re.Match[bytes] | None, root: str) -> str | None:
    if found is None:
        return "is not there"
    carried = found[1].decode()
    return None if carried == root else f"is {carried[:16]}..., the evidence's is {root[:16]}..."


def _run_checks(out: Path) -> Iterator[Check]:
    path = out / "run.json"
    if not path.is_file():
        return
    try:
        record = json.loads(path.read_bytes())
        claimed = record.pop("sha256")
        same = (
            sha256_bytes(json.dumps(record, sort_keys=True, ensure_ascii=True).encode()) == claimed
        )
        spelled = (
            json.dumps({**record, "sha256": claimed}, indent=2, sort_keys=True) + "\n"
        ).encode()
        problem = (
            None if same and spelled == path.read_bytes() else "does not give its own checksum"
        )
    except (ValueError, KeyError, AttributeError) as error:
        problem = f"cannot be read: {error}"
    yield Check("run.json", problem)
