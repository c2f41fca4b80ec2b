"""What the report says of itself before anything else, and how severe it calls each finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditkit.evidence.explained import is_part_explained
from auditkit.verification.checks import Check, checked
from auditkit.verification.names import visible
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_DIGITS = 16
"""Of a SHA-256 that are shown."""
_SEVERITIES = {
    "high": "High severity",
    "medium": "Medium severity",
    "low": "Low severity",
    "info": "For information",
}
_FINDING = re.compile(r"finding-([0-9]{1,9})")


def cover(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare title and facts on the cover with the manifest.

    Returns:
        One check for the title of the page, one for its heading, one for the facts.
    """
    manifest = citations.audit.manifest
    title = visible(str(manifest["title"]))
    subject = f"cover of {page.page.file}"
    for tag in ("title", "h1"):
        said = [element.text() for element in page.find(tag)]
        yield Check(subject, None if said == [title] else f"is headed {said}, not {title!r}")
    strips = page.find("dl", "strip")
    said_facts = [(part.tag, part.text()) for strip in strips for part in _facts(strip)]
    wanted = [
        (tag, visible(text))
        for name, value in _cover_facts(citations)
        for tag, text in (("dt", name), ("dd", value))
    ]
    wrong = next((one for one in said_facts if one not in wanted), None)
    problem = f"says {quoted(wrong[1])}, not the manifest" if wrong else "leaves out or moves facts"
    yield Check(subject, None if said_facts == wanted else problem)


def severities(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare how severe each finding is called with `findings.parquet`.

    Returns:
        One check per finding of the page.
    """
    known = citations.table("findings")["severity"].to_pylist()
    for item in page.find("li", "finding"):
        row = _FINDING.fullmatch(item.attributes.get("id", ""))
        if row is None or int(row[1]) >= len(known):
            yield checked(item, "is a finding that the evidence has not")
            continue
        severity = known[int(row[1])] if known[int(row[1])] in _SEVERITIES else "info"
        said = [part.text() for part in item.find("p", "severity")]
        style = item.attributes.get("class", "")
        right = said == [_SEVERITIES[severity]] and style == f"finding finding-{severity}"
        yield checked(item, None if right else f"is called {said}, and is of severity {severity}")


def _facts(strip: Element) -> list[Element]:
    return [part for part in strip.elements() if part.tag in {"dt", "dd"}]


def _cover_facts(citations: Citations) -> Iterator[tuple[str, str]]:
    manifest = citations.audit.manifest
    files = sorted(manifest["model"]["files"].items())
    weights = next((f" {sha[:_DIGITS]}" for name, sha in files if "safetensors" in name), "")
    counts, data = manifest["counts"], manifest["data"]
    is_part = is_part_explained(citations.table("examples"))
    explained = f", {counts['explained']} explained" if is_part else ""
    yield "Model", f"{manifest['model']['id']}{weights}"
    yield "Data", f"{data['audited']} examples{explained} {data['sha256'][:_DIGITS]}"
    yield "Date", manifest["date"] or "not stated"
    yield "Made with", f"auditkit {manifest['auditkit']}"
    yield "Signature", "not signed"
    yield "Evidence digest", citations.audit.root[:_DIGITS]
