"""The only place that knows where the templates lie."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from auditkit.errors import AuditError

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


@cache
def vega_script() -> str:
    """Return the Vega runtime, which only reports with charts have; the first chart starts it."""
    runtime = text("static/vega.js")
    return _inline(f"globalThis.auditkitStartVega = () => {{\n{runtime}\n}};\n", "</script")


@cache
def viewer_script() -> str:
    """Return the viewer, which only reports with scenes have; the first scene on the screen starts it."""
    viewer = text("static/viewer.js")
    return _inline(f"globalThis.auditkitStartViewer = () => {{\n{viewer}\n}};\n", "</script")


def digest(inline: str) -> str:
    """Return the Content-Security-Policy source that admits exactly this inline text."""
    value = hashlib.sha256(inline.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(value).decode('ascii')}'"


def _inline(content: str, end: str) -> str:
    if end in content.lower() or "<!--" in content or "\r" in content:
        raise AuditError(f"An inline asset of the report contains {end!r}, '<!--' or a CR.")
    return content
