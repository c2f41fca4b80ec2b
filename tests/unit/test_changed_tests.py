"""`make quick`: which tests a change concerns, and what is skipped when the time is over."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from scripts.changed_tests import concerned

ROOT = Path(__file__).parents[2]


def test_a_file_has_the_tests_that_import_it_the_one_of_its_name_first() -> None:
    found = concerned(["auditkit/capture/readouts.py"])
    assert found[0] == "tests/unit/capture/test_readouts.py"
    assert "tests/unit/capture/test_ledger_second_implementation.py" in found
    assert "tests/unit/capture/test_parity.py" not in found


def test_a_changed_test_is_run_and_a_deleted_one_is_not() -> None:
    found = concerned(["tests/unit/test_cli.py", "tests/unit/test_gone.py"])
    assert found[0] == "tests/unit/test_cli.py"
    assert "tests/unit/test_gone.py" not in found


def test_what_no_test_imports_has_the_concerned_its_room() -> None:
    assert "tests/unit/render" in concerned(["templates/base.html.jinja"])
    assert "tests/docs" in concerned(["README.md"])


def test_nothing_changed_leaves_the_architecture() -> None:
    assert concerned([]) == ["tests/architecture"]


def test_what_has_not_begun_in_time_is_skipped_by_name() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "--seconds", "-1", "-p", "no:cacheprovider",
         "tests/unit/test_garbage.py"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "had not begun after -1 s" in done.stdout
    assert "passed" not in done.stdout
