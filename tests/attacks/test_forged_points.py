"""The points handed to the viewer, changed together with the checksums."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import auditkit as package
from tests.attacks.test_forged_reports import Change, forge, named, sub
from tests.attacks.test_forged_scenes import entry, joined, parts
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import auditkit, copied

POINTS = r'(<script type="application/octet-stream" class="projection"[^>]*>)([^<]+)'


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=9)
    package.publish(out, pdf=False)
    return out


@pytest.fixture
def audit(invented: Path, tmp_path: Path) -> Path:
    return copied(invented, tmp_path / "audit")


def block(change: Callable[[dict[str, Any], bytearray], None]) -> Change:
    def changed(match: re.Match[str]) -> str:
        header, arrays = parts(match[2])
        change(header, arrays)
        return match[1] + joined(header, bytes(arrays))

    return sub(POINTS, changed)


def moved(name: str) -> Change:
    def change(header: dict[str, Any], arrays: bytearray) -> None:
        one = entry(header, name)
        kind = np.dtype("<" + one["dtype"])
        value = np.frombuffer(arrays, kind, 1, one["offset"]) + kind.type(1)
        arrays[one["offset"] : one["offset"] + kind.itemsize] = value.astype(kind).tobytes()

    return block(change)


def test_negative_control_points_as_they_were_written_pass(audit: Path) -> None:
    done = auditkit("verify", audit, "--verbose")
    assert done.code == 0, done
    assert "points in report.html" in done.out


@pytest.mark.parametrize("name", ["points", "neighbours", "shares"])
def test_a_moved_number_is_found(name: str, audit: Path) -> None:
    named(forge(audit, moved(name)), "report.html line", f"other {name}")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (block(lambda h, _: h["ids"].reverse()), "points of other examples"),
        (block(lambda h, _: h["cuts"].append(9)), "points of other examples"),
        (block(lambda h, _: h["predicted"].insert(0, h["predicted"].pop())), "predicted answers"),
        (block(lambda h, _: h["gold"].insert(0, "x")), "label answers"),
        (block(lambda h, _: h.update(correct=[True] * len(h["ids"]))), "answers were right"),
        (block(lambda h, _: h["arrays"].pop(0)), "damaged"),
        (sub(POINTS, r"\g<1>AAAA"), "cannot be unpacked"),
    ],
)
def test_a_changed_block_is_found(change: Change, said: str, audit: Path) -> None:
    named(forge(audit, change), "report.html line", said)
