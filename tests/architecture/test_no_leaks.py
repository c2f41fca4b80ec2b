"""No tracked text names a folder of somebody's machine, or holds a key."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOMES = r"(?<![\w.~/}])/(?:home|Users)/(?!you\b|user\b|me\b)[\w.-]+"
SCRATCH = r"(?<![\w.~/}])/(?:tmp|var/folders|work|root|mnt/data)/[\w.-]+"
WINDOWS = r"\b[A-Z]:\\Users\\[\w.-]+"
KEYS = r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bhf_[A-Za-z]{34}\b"
LEAK = re.compile("|".join((HOMES, SCRATCH, WINDOWS, KEYS)))


def tracked() -> list[Path]:
    """Files that git tracks; none outside a checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--recurse-submodules"],
        cwd=ROOT, check=False, capture_output=True,
    )  # fmt: skip
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def leaks(text: str) -> list[str]:
    return [match[0] for match in LEAK.finditer(text)]


def test_no_tracked_text_names_a_folder_of_a_machine() -> None:
    found = {}
    for path in tracked():
        if path == Path(__file__) or not path.is_file():
            continue
        data = path.read_bytes()
        if b"\0" not in data[:8192] and (here := leaks(data.decode("utf-8", errors="replace"))):
            found[str(path.relative_to(ROOT))] = here[:3]
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /home/alice/project",
        "open('/Users/bob/x')",
        "cd /tmp/scratch",
        '"/root/.cache"',
        "=/mnt/data/thing",
        r"C:\Users\carol\x",
        "-----BEGIN RSA PRIVATE KEY-----",
    ],
)
def test_negative_control_a_leak_is_found(text: str) -> None:
    assert leaks(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/home/alice",
        "tests/tmp/x",
        "{tmp_path}/tmp/x",
        "a home/work balance",
        "/home/you/audit",
        "~/root/x",
    ],
)
def test_negative_control_ordinary_text_passes(text: str) -> None:
    assert leaks(text) == []
