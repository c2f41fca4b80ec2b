"""The only place that knows where the templates lie."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from auditkit.errors import AuditError
from auditkit.render.payload import packed

_PACKAGE = Path(__file__).resolve().parents[1]
_STYLES = (
    "heat.css",
    "heat-themes.css",
    "screen.css",
    "cards.css",
    "chains.css",
    "scene.css",
    "viewer.css",
    "views2d.css",
    "print.css",
)
_SCRIPTS = (
    "core.js",
    "theme.js",
    "tables.js",
    "libraries.js",
    "charts.js",
    "examples.js",
    "cards.js",
    "scene.js",
    "edits.js",
    "keys.js",
    "main.js",
)


def templates() -> Path:
    """Return the folder of templates: inside the package if installed, beside it in a checkout.

    Raises:
        AuditError: Neither folder exists, so the installation is incomplete.
    """
    for folder in (_PACKAGE / "_templates", _PACKAGE.parent / "templates"):
        if (folder / "base.html.jinja").is_file():
            return folder
    raise AuditError(f"{_PACKAGE} has no templates: reinstall auditkit.")


@cache
def text(name: str) -> str:
    """Return the text of one file under ``templates``."""
    return (templates() / name).read_text(encoding="utf-8")


@cache
def style() -> str:
    """Return the style sheet of the HTML report, in one piece."""
    return _inline("".join(text(name) for name in _STYLES), "</style")


@cache
def early_script() -> str:
    """Return the script that runs before anything is drawn, so that the theme does not flash."""
    return _inline(text("static/early.js"), "</script")


@cache
def report_script() -> str:
    """Return the script of the report: the files of ``static`` in order, in one scope."""
    parts = "\n".join(text(f"static/{name}") for name in _SCRIPTS)
    return _inline(f'(() => {{\n"use strict";\n{parts}\n}})();\n', "</script")


class Library(NamedTuple):
    """A script that a page holds packed, see ``libraries.js``; what first needs it on the screen runs it."""

    name: str
    packed: str
    digest: str
    """Admits the script as it is unpacked."""


@cache
def library(name: str) -> Library:
    """Return ``vega``, which pages with charts have, or ``viewer``, which pages with scenes have."""
    script = text(f"static/{name}.js")
    return Library(name, packed(script.encode("utf-8")), digest(script))


def digest(script: str) -> str:
    """Return the Content-Security-Policy source that admits exactly this text."""
    value = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(value).decode('ascii')}'"


def _inline(content: str, end: str) -> str:
    if end in content.lower() or "<!--" in content or "\r" in content:
        raise AuditError(f"An inline asset of the report contains {end!r}, '<!--' or a CR.")
    return content
