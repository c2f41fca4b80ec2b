"""Characters that no font at hand can draw: which scripts they are of, and which fonts would help."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CJK = "fonts-noto-cjk"
OTHERS = "fonts-noto-core"
"""Packages of Debian and Ubuntu: ideographs, kana and Hangul; nearly every other script and signs."""
CJK_SCRIPTS = frozenset(("Hani", "Hira", "Kana", "Bopo", "Hang"))
"""As ISO 15924 has them."""
CJK_BLOCKS = ("CJK", "Enclosed CJK", "Halfwidth and Fullwidth", "Ideographic", "Kanbun")
"""Starts of the names of blocks whose signs belong to no script of their own."""
_UNKNOWN = "Zzzz"
_SHARED = frozenset(("Zyyy", "Zinh"))


@dataclass(frozen=True, slots=True)
class Unprinted:
    """What is printed as code points of one script."""

    script: str
    """Its name in English."""
    characters: int
    """How many different ones."""
    package: str | None
    """Package of Debian and Ubuntu with a font for it; None where no font can be known."""


def unprinted(codes: Iterable[int]) -> tuple[Unprinted, ...]:
    """Return what code points are of, by name of the script."""
    found: dict[tuple[str, str | None], int] = defaultdict(int)
    for code in codes:
        found[_script_and_package(chr(code))] += 1
    rows = (Unprinted(script, count, package) for (script, package), count in found.items())
    return tuple(sorted(rows, key=lambda row: (row.script, row.package or "")))


def _script_and_package(character: str) -> tuple[str, str | None]:
    from fontTools import unicodedata  # type: ignore[import-untyped]

    script = unicodedata.script(character)
    if script == _UNKNOWN:
        return "none (private use, or not assigned)", None
    if script in _SHARED:
        is_cjk = unicodedata.block(character).startswith(CJK_BLOCKS) or bool(
            CJK_SCRIPTS & unicodedata.script_extension(character)
        )
        return ("signs of Chinese, Japanese and Korean", CJK) if is_cjk else ("signs", OTHERS)
    name = str(unicodedata.script_name(script)).replace("_", " ")
    return name, CJK if script in CJK_SCRIPTS else OTHERS


def install_command(rows: Sequence[Unprinted]) -> str | None:
    """Return the command that installs fonts on Debian and Ubuntu; None where none would help."""
    packages = sorted({row.package for row in rows if row.package is not None})
    return f"apt-get install -y {' '.join(packages)}" if packages else None


def notice(rows: Sequence[Unprinted]) -> str:
    """Return what the terminal says."""
    count = sum(row.characters for row in rows)
    scripts = ", ".join(f"{row.script} {row.characters}" for row in rows)
    command = install_command(rows)
    mend = (
        "No package is known that has them."
        if command is None
        else f"On Debian or Ubuntu: {command}; elsewhere install a font that has them, e.g. of Noto; then "
        "publish again."
    )
    return (
        f"report.pdf prints {count} different characters as code points, as no font of this machine has "
        f"them ({scripts}). {mend}"
    )
