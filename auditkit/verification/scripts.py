"""Whether the scripts of a page are those that its policy admits, each there once, packed libraries included.

A library is a script that the page holds packed (docs/viewer.md): the policy admits what it unpacks to.
Whether a script is auditkit's own is not read here; only publishing the page again can tell.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from auditkit.verification.blocks import Unreadable, unpacked
from auditkit.verification.checks import Check, checked
from auditkit.verification.printed import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.markup import Element

_LIBRARIES = {
    "vega": (("figure", "chart"),),
    "viewer": (("script", "scene"), ("script", "projection")),
}
"""Name of a library -> tags and classes of what needs it."""
_OFFERED = {"vega": b"globalThis.auditkitVega=", "viewer": b"globalThis.auditkitViewer="}
"""Name of a library -> where its script sets what the page calls."""
_INLINE = {"vega": "globalThis.auditkitStartVega = ", "viewer": "globalThis.auditkitStartViewer = "}
"""Name of a library -> how its script begins on older pages, which hold it as it is."""
_LARGEST = 1 << 22
"""Bytes of an unpacked library, at most."""
_HASH = r"'sha256-[A-Za-z0-9+/]{43}='"
_POLICY = re.compile(
    rf"default-src 'none'; script-src ({_HASH}(?: {_HASH})*); style-src {_HASH}; "
    r"img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def scripts(page: Element) -> Iterator[Check]:
    """Say which scripts a page has that its policy does not admit, lacks, or has more than once."""
    inline = [script.text() for script in page.find("script") if not script.attributes]
    libraries = page.find("script", "library")
    run = [script.encode("utf-8") for script in inline]
    # More than there are kinds are too many whatever they hold, and could fill the memory.
    for block in libraries[: len(_LIBRARIES)]:
        try:
            script = unpacked(block.text(), _LARGEST)
        except Unreadable as error:
            yield checked(block, f"is a library that {error}")
            continue
        run.append(script)
        if _OFFERED.get(_name(block), b"") not in script:
            yield checked(block, "is a library that does not set what its name stands for")
    yield Check(f"scripts of {page.page.file}", _policy_problem(page, run))
    yield from _wrongly_held(page, inline, libraries)


def _wrongly_held(page: Element, inline: list[str], libraries: list[Element]) -> Iterator[Check]:
    held = Counter(map(_name, libraries))
    for name, start in _INLINE.items():
        held[name] += sum(script.startswith(start) for script in inline)
    for name, count in held.items():
        called_for = any(page.find(tag, style) for tag, style in _LIBRARIES.get(name, ()))
        if count != called_for:
            problem = f"holds the library {quoted(name)} {count} times, not {int(called_for)}"
            yield Check(page.page.file, problem)


def _name(library: Element) -> str:
    return library.attributes.get("data-name", "")


def _policy_problem(page: Element, run: list[bytes]) -> str | None:
    stated = [
        meta.attributes.get("content", "")
        for meta in page.find("meta")
        if "http-equiv" in meta.attributes
    ]
    policy = _POLICY.fullmatch(stated[0]) if len(stated) == 1 else None
    if policy is None:
        return "have no policy, or one that no report has"
    if sorted(policy[1].split()) != sorted(map(_admitting, run)):
        return "are not those that the policy admits, each once"
    return None


def _admitting(script: bytes) -> str:
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode("ascii")
    return f"'sha256-{digest}'"
