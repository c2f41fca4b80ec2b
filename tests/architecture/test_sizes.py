"""Functions and files stay small, annotated and documented; measured over the syntax tree."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = sorted((ROOT / "auditkit").rglob("*.py"))
MEDIAN, P90, LONGEST = 8, 25, 50
"""Most lines: of the median function, of nine in ten, and of any."""
FILE, LONG_FILE = 500, 300
"""Most lines of a file where one concept needs them; and what nine files in ten stay within."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """One function."""

    name: str
    lines: int
    """From ``def`` to the last line, without the docstring."""
    annotated: bool


def functions(source: str, file: str = "source") -> list[Measured]:
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, Function)]
    return [
        Measured(f"{file}:{node.lineno} {node.name}", lines(node), annotated(node))
        for node in found
    ]


def lines(node: Function) -> int:
    end = node.end_lineno or node.lineno
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return end - node.lineno + 1
    return end - node.lineno + 1 - ((first.end_lineno or first.lineno) - first.lineno + 1)


def annotated(node: Function) -> bool:
    given = node.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    named += [extra for extra in (given.vararg, given.kwarg) if extra is not None]
    needed = [argument for argument in named if argument.arg not in ("self", "cls")]
    return node.returns is not None and all(argument.annotation for argument in needed)


def undocumented(source: str, file: str = "source") -> list[str]:
    """Public names without a docstring; what overrides an inherited method inherits its text."""
    tree = ast.parse(source)
    missing = [] if ast.get_docstring(tree) else [f"{file} (module)"]
    return missing + [f"{file}: {name}" for name in _undocumented(tree, "")]


def _undocumented(parent: Documented, prefix: str) -> list[str]:
    missing = []
    for node in parent.body:
        public = isinstance(node, Documented) and not node.name.startswith("_")
        if not public or (isinstance(node, Function) and _overrides(node)):
            continue
        if not ast.get_docstring(node):
            missing.append(prefix + node.name)
        if isinstance(node, ast.ClassDef):
            missing += _undocumented(node, f"{prefix}{node.name}.")
    return missing


def _overrides(node: Function) -> bool:
    return any(isinstance(d, ast.Name) and d.id == "override" for d in node.decorator_list)


def measured() -> list[Measured]:
    return [
        function
        for path in PACKAGE
        for function in functions(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    ]


def test_no_function_is_long() -> None:
    assert [f"{f.name}: {f.lines}" for f in measured() if f.lines > LONGEST] == []


def test_functions_are_short() -> None:
    sizes = [function.lines for function in measured()]
    assert len(sizes) > 300
    assert np.median(sizes) <= MEDIAN
    assert np.percentile(sizes, 90) <= P90


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= FILE


def test_nearly_all_files_are_shorter() -> None:
    """A limit of 300 for every file cut concepts in two; without any, files grow."""
    sizes = [len(path.read_text("utf-8").splitlines()) for path in PACKAGE]
    assert np.percentile(sizes, 90) <= LONG_FILE


def test_every_function_is_annotated() -> None:
    assert [function.name for function in measured() if not function.annotated] == []


def test_every_public_name_is_documented() -> None:
    assert [
        name
        for path in PACKAGE
        for name in undocumented(path.read_text("utf-8"), str(path.relative_to(ROOT)))
    ] == []


# --- Negative controls ---------------------------------------------------------------------------


def function_of(body: int, docstring: int = 0) -> str:
    text = ['    """First line.', *["    more"] * (docstring - 2), '    """'] if docstring else []
    return "\n".join(["def f() -> None:", *text, *["    x = 1"] * body])


def test_negative_control_lines_are_counted_without_the_docstring() -> None:
    assert functions(function_of(50))[0].lines == 51
    assert functions(function_of(50, docstring=9))[0].lines == 51
    assert functions('def f() -> None:\n    """One line."""\n    return\n')[0].lines == 2


def test_negative_control_inner_functions_and_methods_are_counted() -> None:
    source = (
        "class A:\n    async def g(self) -> int:\n        def h() -> int: ...\n        return 1\n"
    )
    assert sorted(f.lines for f in functions(source)) == [1, 3]


@pytest.mark.parametrize(
    "source",
    [
        "def f(): ...",
        "def f(a) -> int: ...",
        "def f(a: int): ...",
        "def f(*a, b: int) -> int: ...",
        "def f(**a) -> int: ...",
        "def f(*, a) -> int: ...",
        "def f(a, /) -> int: ...",
        "class A:\n    def g(self): ...",
    ],
)
def test_negative_control_a_missing_annotation_is_found(source: str) -> None:
    assert not functions(source)[0].annotated


def test_negative_control_a_full_annotation_passes() -> None:
    source = "class A:\n    def g(self, a: int, *b: int, c: int = 1, **d: int) -> None: ..."
    assert functions(source)[0].annotated


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("x = 1", ["source (module)"]),
        ('"""Doc."""\ndef f(): ...', ["source: f"]),
        ('"""Doc."""\nclass A: ...', ["source: A"]),
        ('"""Doc."""\nclass A:\n    """Doc."""\n    def g(self): ...', ["source: A.g"]),
        ('"""Doc."""\ndef _f(): ...\nclass _B:\n    def g(self): ...', []),
        ('"""Doc."""\nclass A:\n    """Doc."""\n    @override\n    def g(self): ...', []),
        ('"""Doc."""\nclass A:\n    """Doc."""\n    def __len__(self): ...', []),
    ],
)
def test_negative_control_a_missing_docstring_is_found(source: str, missing: list[str]) -> None:
    assert undocumented(source) == missing
