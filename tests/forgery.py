"""Reports changed as somebody without a key can: block by block, with checksums that agree.

Blocks are taken apart and joined here by the layout that docs/viewer.md describes.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

import auditkit
from auditkit.evidence.reader import Audit
from auditkit.verification.card import card_checks
from auditkit.verification.citations import Citations
from auditkit.verification.markup import read_html

SCENE = r'(<script type="application/octet-stream" class="scene"[^>]*>)([^<]+)(</script>)'
POINTS = r'(<script type="application/octet-stream" class="projection"[^>]*>)([^<]+)(</script>)'
LIBRARY = r'(<script type="application/octet-stream" class="library" data-name="[a-z]+">)([^<]+)(</script>)'
SPEC = r'(<script type="application/json" class="spec">)([^<]+)(</script>)'
CARD = r'<article class="card" id="ex-([^"]+)".*?</article>'
ALIGNED = 8

Header = dict[str, Any]


@dataclass
class Opened:
    """A block taken apart."""

    header: Header
    arrays: dict[str, bytes]
    """Array -> its bytes, without padding."""

    def values(self, name: str) -> np.ndarray:
        """A copy of an array's numbers."""
        entry = self.entry(name)
        stored = np.frombuffer(self.arrays[name], np.dtype("<" + entry["dtype"]))
        return stored.reshape(entry["shape"]).copy()

    def put(self, name: str, values: np.ndarray) -> None:
        """Put numbers in the place of an array's."""
        self.arrays[name] = values.tobytes()

    def entry(self, name: str) -> Header:
        """What the header says of an array."""
        return next(entry for entry in self.header["arrays"] if entry["name"] == name)

    def drop(self, name: str) -> None:
        """Leave an array out, as a block is laid out without it."""
        self.header["arrays"].remove(self.entry(name))
        del self.arrays[name]


def opened(text: str) -> Opened:
    """Take a block apart."""
    data = gzip.decompress(base64.b64decode(text))
    (size,) = struct.unpack_from("<I", data)
    header = json.loads(data[4 : 4 + size])
    arrays = {}
    for entry in header["arrays"]:
        start = 4 + size + entry["offset"]
        count = int(np.prod(entry["shape"])) * int(entry["dtype"][1])
        arrays[entry["name"]] = data[start : start + count]
    return Opened(header, arrays)


def closed(block: Opened) -> str:
    """Lay a block out again."""
    offset = 0
    for entry in block.header["arrays"]:
        entry["offset"] = offset
        offset += -(-len(block.arrays[entry["name"]]) // ALIGNED) * ALIGNED
    return packed(json.dumps(block.header), block)


def packed(header: str, block: Opened) -> str:
    """Pack a block with a header that is spelled by hand."""
    text = header.encode()
    text += b" " * (-(4 + len(text)) % ALIGNED)
    order = [entry["name"] for entry in block.header["arrays"]]
    arrays = b"".join(block.arrays[n] + bytes(-len(block.arrays[n]) % ALIGNED) for n in order)
    data = struct.pack("<I", len(text)) + text + arrays
    return base64.b64encode(gzip.compress(data, compresslevel=1)).decode()


@dataclass
class Report:
    """A published audit of which the page is changed, and put back."""

    out: Path
    page: str
    """As it was published."""
    file: str = "report.html"

    def blocks(self, pattern: str = SCENE) -> list[Opened]:
        """Every block of the page."""
        return [opened(match[2]) for match in re.finditer(pattern, self.page)]

    def with_blocks(self, texts: dict[int, str], pattern: str = SCENE) -> str:
        """The page with other texts in the place of some blocks."""
        numbers = iter(range(len(self.page)))
        return re.sub(
            pattern,
            lambda match: match[1] + texts.get(next(numbers), match[2]) + match[3],
            self.page,
        )

    @cached_property
    def _citations(self) -> Citations:
        return Citations(Audit(self.out))

    def in_card(self, text: str, at: int = 0) -> list[str]:
        """What the card of a scene alone is found to say with another block: much faster than all."""
        cards = [match[0] for match in re.finditer(CARD, self.page, re.DOTALL)]
        card = [one for one in cards if re.search(SCENE, one)][at]
        forged = re.sub(SCENE, lambda match: match[1] + text + match[3], card)
        (article,) = read_html(f"<html><main>{forged}</main></html>").find("article")
        views = card_checks(article, self._citations).views
        return [f"{check.subject}: {check.problem}" for check in views if check.problem]

    def problems(self, page: str) -> list[str]:
        """What reading the page says of the audit with another page and checksums that agree."""
        path = self.out / self.file
        path.write_bytes(page.encode("utf-8", errors="surrogateescape"))
        rewrite_sums(self.out)
        try:
            return [
                f"{c.subject}: {c.problem}"
                for c in auditkit.verify(self.out, republish=False).problems
            ]
        finally:
            path.write_text(self.page, "utf-8")
            rewrite_sums(self.out)


def report(out: Path, file: str = "report.html") -> Report:
    """Open a published audit."""
    return Report(out, (out / file).read_text("utf-8"), file)


def summed(out: Path) -> list[str]:
    """Every file that SHA256SUMS lists when nothing was done to it."""
    names = ("evidence/manifest.json", "published.json", "report.html", "report.pdf")
    pages = (path.relative_to(out).as_posix() for path in out.glob("report-pages/*.html"))
    return sorted(name for name in (*names, *pages) if (out / name).is_file())


def rewrite_sums(out: Path) -> None:
    """Do what an attacker without a key can: make SHA256SUMS agree with what lies there."""
    lines = [f"{hashlib.sha256((out / n).read_bytes()).hexdigest()}  {n}\n" for n in summed(out)]
    (out / "SHA256SUMS").write_text("".join(lines), "utf-8")


def changed(value: Any) -> Iterator[Any]:
    """Yield other JSON values of the same kind, and of another kind."""
    if isinstance(value, bool):
        yield from (not value, int(value))
    elif isinstance(value, int):
        yield from (value + 1, str(value), None, not value if value in (0, 1) else -value - 1)
    elif isinstance(value, float):
        yield from (value + 0.001, -value or 1.0, str(value), None)
    elif isinstance(value, str):
        yield from (f"{value}x", f"{value} ", value.upper() if value.islower() else "other", None)
    elif isinstance(value, list):
        yield from _changed_list(value)
    elif value is None:
        yield from (0, "none", False)


def _changed_list(value: list[Any]) -> Iterator[list[Any] | None]:
    yield None
    yield [*value, value[-1] if value else 0]
    if value:
        yield value[:-1]
        yield []
        for at in {0, len(value) // 2, len(value) - 1}:
            yield from ([*value[:at], one, *value[at + 1 :]] for one in changed(value[at]))
    if value[::-1] != value:
        yield value[::-1]
