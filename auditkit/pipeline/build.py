"""What draws reports here, as `published.json` records it beside each of them.

The same evidence drawn by the same code with the same libraries gives the same bytes, so a page that
differs was changed. What something else drew may differ rightly.
"""

from __future__ import annotations

import hashlib
import json
import platform
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from auditkit.errors import EvidenceError
from auditkit.render import assets
from auditkit.render.pages import Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLISHED = "published.json"
_PACKAGE = Path(__file__).resolve().parents[1]
_SOURCES = ("viewer", "vega")
"""Folders of templates that no installation has: what the scripts in ``static`` are built from."""
_DRAWS = (
    "altair", "jinja2", "markupsafe", "narwhals", "numpy", "pyarrow", "regex", "vl-convert-python",
)  # fmt: skip
"""Distributions that have a part in the bytes of a page."""


class Build(BaseModel):
    """Everything but the evidence that the bytes of a page depend on."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    auditkit: str
    code: str
    """SHA-256 over the package's files and its templates."""
    python: str
    machine: str
    libraries: dict[str, str]

    def differences(self, other: Build) -> list[str]:
        """Say in what another one differs, each as ``numpy 2.1.0 there, 2.2.0 here``."""
        found = [
            f"{name} {there} there, {here} here"
            for name, there, here in (
                ("auditkit", self.auditkit, other.auditkit),
                ("Python", self.python, other.python),
                ("machine", self.machine, other.machine),
                *(
                    (name, self.libraries.get(name, "none"), other.libraries.get(name, "none"))
                    for name in sorted({**self.libraries, **other.libraries})
                ),
            )
            if there != here
        ]
        return found or (["other code of the same version"] if self.code != other.code else [])


class Published(BaseModel):
    """`published.json`: what drew a report, and how large it let a file get."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    build: Build
    one_file: int
    page: int

    @property
    def limits(self) -> Limits:
        """From which size on the report is a folder of pages, and how large those get."""
        return Limits(self.one_file, self.page)


@cache
def this_build() -> Build:
    """Return what draws reports in this installation."""
    return Build(
        auditkit=version("auditkit"),
        code=_code(),
        python=platform.python_version(),
        machine=platform.machine(),
        libraries={name: version(name) for name in _DRAWS},
    )


def record(limits: Limits) -> bytes:
    """Return the bytes of `published.json` for a report drawn here."""
    published = Published(build=this_build(), one_file=limits.one_file, page=limits.page)
    return (json.dumps(published.model_dump(), indent=2, sort_keys=True) + "\n").encode()


def read_record(out: Path) -> Published | None:
    """Return what drew the report in a folder; None where it was drawn before that was recorded.

    Raises:
        EvidenceError: The record is none.
    """
    path = out / PUBLISHED
    if not path.is_file():
        return None
    try:
        return Published.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise EvidenceError(
            f"{path} does not say what drew the report: publish the audit again."
        ) from error


def _code() -> str:
    digest = hashlib.sha256()
    for name, path in sorted(_files()):
        digest.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files() -> Iterator[tuple[str, Path]]:
    """Yield the files a page is drawn by: one name in a checkout and where it is installed."""
    for path in _PACKAGE.rglob("*.py"):
        yield f"auditkit/{path.relative_to(_PACKAGE).as_posix()}", path
    templates = assets.templates()
    for path in templates.rglob("*"):
        inside = path.relative_to(templates)
        if path.is_file() and inside.parts[0] not in _SOURCES:
            yield f"templates/{inside.as_posix()}", path
