"""Print the test files that a change concerns: those it touches, and those that import a file it touches.

python scripts/changed_tests.py [--since REVISION]

Changed is what differs from REVISION (default: where this branch left ``main``, on ``main`` itself the last
commit), committed or not. A test file of the same name comes first, then those that import the file itself. Where
something changes that no test imports, such as a template, all tests of its room are named.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {"templates": "tests/unit/render", "docs": "tests/docs", "README.md": "tests/docs"}
"""Folder or file that is no module -> the tests that read it."""
ALWAYS = "tests/architecture"
UNIT = ("tests/unit", "tests/docs")


def main() -> None:
    """Print one path a line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--since", default=None)
    changed = changed_files(parser.parse_args().since or left_main())
    print("\n".join(concerned(changed)))


def concerned(changed: list[str]) -> list[str]:
    """Return the test files and folders that a change concerns, the nearest first."""
    modules = {_module(name) for name in changed if name.endswith(".py")}
    named = [name for name in changed if _is_test(name) and (ROOT / name).is_file()]
    alike = [test for test in _tests() if _stem(test) in {one.split(".")[-1] for one in modules}]
    importing = [test for test in _tests() if modules & set(_imports(test))]
    rooms = [room for start, room in ROOMS.items() if any(one.startswith(start) for one in changed)]
    return list(dict.fromkeys([*named, *alike, *importing, *rooms, ALWAYS]))


def changed_files(since: str) -> list[str]:
    """Return every file that differs from a revision, new ones included."""
    new = _git("ls-files", "--others", "--exclude-standard")
    return sorted({*_git("diff", "--name-only", since), *new})


def left_main() -> str:
    """Return where this branch left ``main``; on ``main`` itself the commit before the last."""
    (here,) = _git("rev-parse", "HEAD")
    (base,) = _git("merge-base", "HEAD", "main") or (here,)
    return "HEAD~1" if base == here else base


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(
        ("git", *arguments),
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


def _tests() -> list[str]:
    found = (path for folder in UNIT for path in (ROOT / folder).rglob("test_*.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def _is_test(name: str) -> bool:
    return name.startswith(UNIT) and Path(name).name.startswith("test_")


def _stem(test: str) -> str:
    return Path(test).stem.removeprefix("test_")


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _imports(test: str) -> Iterator[str]:
    """Yield the modules that a file imports, and what may be one: ``from a import b`` gives a and a.b."""
    for node in ast.walk(ast.parse((ROOT / test).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


if __name__ == "__main__":
    main()
