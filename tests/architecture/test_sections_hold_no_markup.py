"""Sections return blocks; markup belongs to templates. Checked over the syntax tree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RENDER = ROOT / "auditkit" / "render"
TEXTS = (
    "wording.py", "definitions.py", "finding_text.py", "claims_behaviour.py", "claims_explanation.py",
    "evidence_view.py", "example_view.py", "example_card.py", "example_agreement.py", "confusion.py",
    "chart_specs.py", "chain_part.py", "chain_claims.py", "chain_tables.py",
    "chain_rows.py", "rows.py", "text_pieces.py", "token_names.py", "account_table.py", "layers_part.py", "layers_plot.py", "edits_part.py", "route.py",
)  # fmt: skip
FILES = [*sorted((RENDER / "sections").glob("*.py")), *(RENDER / name for name in TEXTS)]
MARKUP = re.compile(r"<\s*[/!a-zA-Z]|[a-zA-Z\"'/]>|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]\w*);|\{%|\{\{")


def strings(source: str) -> list[tuple[int, str]]:
    """Every string literal outside docstrings, with its line; f-strings as a whole."""
    tree = ast.parse(source)
    skipped = {id(part) for node in ast.walk(tree) for part in _not_text(node)}
    found = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skipped
    ]
    joined = [
        (node.lineno, "".join(_piece(part) for part in node.values))
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    ]
    return found + joined


def _not_text(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        return list(node.values)
    # A string that stands as a statement is a docstring: of a module, class, function or field.
    return [node.value] if isinstance(node, ast.Expr) else []


def _piece(part: ast.expr) -> str:
    return str(part.value) if isinstance(part, ast.Constant) else "x"


def markup(source: str) -> list[tuple[int, str]]:
    return [(line, text) for line, text in strings(source) if MARKUP.search(text)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_string_holds_markup(path: Path) -> None:
    assert markup(path.read_text("utf-8")) == []


def test_sections_never_build_markup_or_read_the_model() -> None:
    banned = (
        "markupsafe",
        "html",
        "jinja2",
        "torch",
        "scipy",
        "auditkit.explain",
        "auditkit.aggregate",
    )
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [name for name in names if name.startswith(banned)], path


@pytest.mark.parametrize(
    "literal",
    [
        '"<b>bold</b>"', 'f"<{tag}>"', '"x" + "</p>"', '"&Ropf;"', '"&#60;"', '"<!-- -->"',
        "'<img src=x>'", 'f"{name}</td>"', '"{{ value }}"',
    ],
)  # fmt: skip
def test_negative_control_markup_is_found(literal: str) -> None:
    assert markup(f'"""Doc with <b>markup</b>."""\nvalue = {literal}\n')


@pytest.mark.parametrize(
    "literal", ['"a < 0.5 and b > 0.1"', '"p >= 0.5"', 'f"{a} - {b}"', '"A -> B"']
)
def test_negative_control_plain_text_passes(literal: str) -> None:
    assert markup(f"value = {literal}\n") == []
