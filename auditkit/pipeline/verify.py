"""Verify: check a finished audit, and on request publish it again in memory and compare."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditkit import __version__
from auditkit.errors import ConfigError, EvidenceError
from auditkit.evidence.reader import Audit
from auditkit.verification.checks import Check
from auditkit.verification.integrity import verify as check_integrity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.render.pages import Limits
    from auditkit.verification.checks import Verification

_AROUND = 30
"""Characters quoted on each side of a difference."""
_ID = re.compile(r'\bid="([^"]{1,60})"')
REPUBLISHED = "{name}, published again"


def verify(
    out: Path | str,
    *,
    republish: bool = False,
    limits: Limits | None = None,
    replay: int = 0,
    model: str | None = None,
    reference: Path | None = None,
) -> Verification:
    """Check the audit in `out`. Needs no model, but for `replay`.

    Args:
        out: The audit's folder.
        replay: Examples to run again with `model`; their margins, ledgers and link tests are compared
            with the evidence, see `auditkit.pipeline.replay`.
        model: Folder or hub id of the model that was audited.
        reference: The texts that messages were replaced from, if it was not the data itself.
        republish: Draw the HTML again from the evidence and compare every byte, sentences, pictures
            and scripts included. Other versions of auditkit or of its libraries may draw others.
        limits: What it was published with, if not with the limits of `publish`.

    Raises:
        EvidenceError: There is no manifest, or it cannot be read, so nothing can be checked.
        ConfigError: Examples are to be run again, and no model, or no reference, is named.
        AuditError: The model cannot be loaded.
    """
    out = Path(out)
    result = check_integrity(out)
    if republish and (out / "report.html").is_file():
        result = replace(result, checks=(*result.checks, *_republished(out, limits)))
    if not replay:
        return result
    if model is None:
        raise ConfigError(
            "--replay runs examples again: name the model that was audited by --model."
        )
    from auditkit.pipeline.replay import replay as run_again

    checks = run_again(Audit(out), replay, model, reference)
    return replace(result, checks=(*result.checks, *checks))


def _republished(out: Path, limits: Limits | None) -> Iterator[Check]:
    from auditkit.pipeline.publish import html_files
    from auditkit.render.pages import FOLDER, LIMITS

    left = {f"{FOLDER}/{path.name}" for path in (out / FOLDER).glob("*")}
    try:
        audit = Audit(out)
        for name, wanted in html_files(audit, limits or LIMITS):
            left.discard(name)
            yield Check(REPUBLISHED.format(name=name), _compared(audit, name, wanted))
    except (EvidenceError, OSError) as error:
        yield Check(REPUBLISHED.format(name="report.html"), f"cannot be compared: {error}")
        return
    for name in sorted(left):
        yield Check(REPUBLISHED.format(name=name), "is no file of the report")


def _compared(audit: Audit, name: str, wanted: bytes) -> str | None:
    path = audit.folder / name
    found = path.read_bytes() if path.is_file() else None
    if found is None:
        return "is not there"
    if wanted == found:
        return None
    measured_with = audit.manifest.get("auditkit")
    versions = f" (measured with auditkit {measured_with}, this is {__version__})"
    note = "" if measured_with == __version__ else versions
    return first_difference(wanted.decode(), _text(found)) + note


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def first_difference(wanted: str, found: str) -> str:
    """Say where two different pages begin to differ, and what stands there in each."""
    lines, others = wanted.split("\n"), found.split("\n")
    for number, (line, other) in enumerate(zip(lines, others, strict=False), start=1):
        if line != other:
            at = _shared(line, other)
            ids = _ID.findall("\n".join((*lines[: number - 1], line[:at])))
            place = f" (after #{ids[-1]})" if ids else ""
            return (
                f"differs first at line {number}, character {at + 1}{place}: the evidence gives "
                f"{_quoted(line, at)}, there is {_quoted(other, at)}"
            )
    if len(lines) == len(others):
        return "differs in bytes that are no UTF-8"
    return f"has {len(others):,} lines, the evidence gives {len(lines):,}; those of both are equal"


def _shared(line: str, other: str) -> int:
    """Return how many characters at the start of two different lines are equal."""
    pairs = enumerate(zip(line, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(line), len(other)))


def _quoted(line: str, at: int) -> str:
    start = max(0, at - _AROUND)
    before, after = "..." if start else "", "..." if at + _AROUND < len(line) else ""
    return repr(f"{before}{line[start : at + _AROUND]}{after}")
