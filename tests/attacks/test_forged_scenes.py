"""Blocks for the viewer that cannot be read, and the table of the largest messages beside them.

What a block says is changed field by field in `test_forged_fields`.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import struct
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import auditkit as package
from tests.attacks.test_forged_reports import Change, forge, named, sub
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import auditkit, copied

SCENE = r'(<script type="application/octet-stream" class="scene"[^>]*>)([^<]+)'


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=6)
    package.publish(out, pdf=False)
    return out


@pytest.fixture
def audit(invented: Path, tmp_path: Path) -> Path:
    return copied(invented, tmp_path / "audit")


def parts(text: str) -> tuple[dict[str, Any], bytearray]:
    data = gzip.decompress(base64.b64decode(text))
    (size,) = struct.unpack_from("<I", data)
    return json.loads(data[4 : 4 + size]), bytearray(data[4 + size :])


def joined(header: dict[str, Any], arrays: bytes) -> str:
    text = json.dumps(header).encode()
    text += b" " * (-(4 + len(text)) % 8)
    data = struct.pack("<I", len(text)) + text + arrays
    return base64.b64encode(gzip.compress(data)).decode()


def block(change: Callable[[dict[str, Any], bytearray], None]) -> Change:
    def changed(match: re.Match[str]) -> str:
        header, arrays = parts(match[2])
        change(header, arrays)
        return match[1] + joined(header, bytes(arrays))

    return sub(SCENE, changed)


def entry(header: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in header["arrays"] if one["name"] == name)


def more(text: str, data: bytes) -> str:
    return base64.b64encode(base64.b64decode(text) + data).decode()


def test_negative_control_blocks_as_they_were_written_pass(audit: Path) -> None:
    done = auditkit("verify", audit, "--verbose")
    assert done.code == 0, done
    assert "views of decisions in report.html" in done.out


def test_negative_control_taking_a_block_apart_and_joining_it_changes_nothing(audit: Path) -> None:
    path = audit / "report.html"
    text = path.read_text("utf-8")
    again = block(lambda *_: None)(text)
    assert again != text  # other blanks, same content
    assert forge(audit, lambda _: again).code == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (block(lambda h, _: entry(h, "cuts").update(offset=10**9)), "laid out wrongly"),
        (block(lambda h, _: entry(h, "cuts").update(dtype="f8")), "damaged"),
        (block(lambda h, _: h.pop("arrays")), "damaged"),
        (sub(SCENE, r"\g<1>no base64"), "cannot be unpacked"),
        (sub(SCENE, r"\g<1>AAAA"), "cannot be unpacked"),
        (sub(SCENE, lambda m: m[1] + m[2][: len(m[2]) // 8 * 4]), "does not end"),
        (sub(SCENE, lambda m: m[1] + more(m[2], b"more")), "goes on after its end"),
        (sub(SCENE, lambda m: m[1] + more(m[2], gzip.compress(b"more"))), "goes on after its end"),
        (sub(SCENE, lambda m: f"{m[1]}\n{m[2]}"), "cannot be unpacked"),
    ],
)  # fmt: skip
def test_a_damaged_block_is_found(change: Change, said: str, audit: Path) -> None:
    named(forge(audit, change), "report.html line", said)


def test_a_block_that_inflates_without_end_is_not_followed(audit: Path) -> None:
    bomb = base64.b64encode(gzip.compress(bytes(2**29))).decode()
    tracemalloc.start()
    try:
        named(forge(audit, sub(SCENE, rf"\g<1>{bomb}")), "does not end")
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 2**30


def test_a_changed_number_in_the_table_of_flows_is_found(audit: Path) -> None:
    pattern = r'(value=")([^"]+)(" data-evidence="tensors/[^"]+#edges/)'
    named(forge(audit, sub(pattern, r"\g<1>0.123\g<3>")), "report.html line", "edges")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("edges/99/0/0/0", "beyond the shape of edges"),
        ("edges/0/0", "beyond the shape of edges"),
        ("nothing/0/0/0/0", "names no tensor"),
        ("edges/0/0/0/-1", "names no place"),
    ],
)
def test_a_citation_of_no_entry_is_found(place: str, said: str, audit: Path) -> None:
    pattern = r'(data-evidence="tensors/[^"#]+#)edges/[\d/]+'
    named(forge(audit, sub(pattern, rf"\g<1>{place}")), "report.html line", said)
