"""Verify: check a finished audit, and publish it again in memory to compare every byte."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

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
NOT_COMPARED = "The HTML was not drawn again: its sentences, titles and pictures are not compared."


def verify(
    out: Path | str,
    *,
    republish: bool | None = None,
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
        republish: Whether to draw the HTML again from the evidence and compare every byte, sentences,
            names, pictures and scripts included. If not stated it is drawn where all else is right,
            and a difference counts as a problem if the page was drawn by what is installed here, else
            it is noted: other versions of auditkit or of its libraries may draw other bytes.

    Raises:
        EvidenceError: There is no manifest, or it cannot be read, so nothing can be checked.
        ConfigError: Examples are to be run again, and no model, or no reference, is named.
        AuditError: The model cannot be loaded.
    """
    out = Path(out)
    result = check_integrity(out)
    if (out / "report.html").is_file():
        result = _page_compared(out, result, republish=republish)
    if not replay:
        return result
    if model is None:
        raise ConfigError(
            "--replay runs examples again: name the model that was audited by --model."
        )
    from auditkit.pipeline.replay import replay as run_again

    checks = run_again(Audit(out), replay, model, reference)
    return replace(result, checks=(*result.checks, *checks))


def _page_compared(out: Path, result: Verification, *, republish: bool | None) -> Verification:
    """Add what comparing every byte of the HTML shows, if it is asked for or can be."""
    if republish is False or (republish is None and result.problems):
        return replace(result, notes=(*result.notes, NOT_COMPARED))
    from auditkit.pipeline.build import PUBLISHED, read_record, this_build

    try:
        published = read_record(out)
    except EvidenceError as error:
        return replace(result, checks=(*result.checks, Check(PUBLISHED, str(error))))
    drawn = tuple(_republished(out, None if published is None else published.limits))
    if not any(check.problem for check in drawn):
        return replace(result, checks=(*result.checks, *drawn), is_redrawn=True)
    others = None if published is None else published.build.differences(this_build())
    if republish or others == []:
        return replace(result, checks=(*result.checks, *drawn))
    return replace(result, notes=(*result.notes, _undecided(drawn, others)))


def _undecided(drawn: tuple[Check, ...], others: list[str] | None) -> str:
    first = next(check for check in drawn if check.problem)
    by = "by a version that did not record itself" if others is None else "elsewhere"
    how = f" ({', '.join(others)})" if others else ""
    return (
        f"The HTML was drawn {by}{how}, so whether its sentences, names and pictures are the evidence's "
        f"is not decided here. {first.subject}: {first.problem}"
    )


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
    return None if wanted == found else first_difference(wanted.decode(), _text(found))


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
