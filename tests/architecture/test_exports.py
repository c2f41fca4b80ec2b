"""The public names; and publishing and verifying on a machine that has no model framework."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import auditkit as package
from tests.tiny_audits import copied, measured_audit, published_audit

HIDDEN = ("torch", "transformers", "captum", "shap", "scipy")
HIDE = f"""
import sys

class Without:
    '''Finds nothing of the model extra, as if it were not installed.'''

    def __init__(self, finder):
        self.finder = finder

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {HIDDEN}:
            return None
        return self.finder.find_spec(name, path, target)

    def __getattr__(self, name):
        return getattr(self.finder, name)

sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
"""
RUN = "import sys\nfrom auditkit.cli import main\nsys.argv[0] = 'auditkit'\nmain()\n"


def python(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run `code` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        check=False, capture_output=True, text=True, timeout=300,
        env={**os.environ, "OMP_NUM_THREADS": "1", "COLUMNS": "200"},
    )  # fmt: skip


def auditkit_without_model(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return python(HIDE + RUN, *arguments)


# --- Names ---------------------------------------------------------------------------------------


def test_public_names_are_sorted_and_all_there() -> None:
    assert list(package.__all__) == sorted(package.__all__)
    assert dir(package) == sorted(package.__all__)
    for name in package.__all__:
        assert getattr(package, name) is not None


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = package.nothing  # type: ignore[attr-defined]


def test_the_same_objects_are_reached_by_both_ways() -> None:
    from auditkit.evidence.reader import Audit
    from auditkit.pipeline.publish import publish
    from auditkit.pipeline.verify import verify

    assert package.publish is publish
    assert package.verify is verify
    assert isinstance(package.open_audit(measured_audit()), Audit)


def test_modules_and_functions_of_one_name_do_not_hide_each_other() -> None:
    code = (
        "import auditkit.pipeline.publish, auditkit.pipeline.verify, auditkit\n"
        "assert callable(auditkit.publish), auditkit.publish\n"
        "assert callable(auditkit.verify), auditkit.verify\n"
        "assert callable(auditkit.open_audit), auditkit.open_audit\n"
    )
    done = python(code)
    assert done.returncode == 0, done.stderr


def test_the_types_are_marked() -> None:
    assert (Path(package.__file__).parent / "py.typed").is_file()


# --- Without a model framework -------------------------------------------------------------------

LOADED = f"import json, sys; print(json.dumps([m for m in {HIDDEN} if m in sys.modules]))"


def test_importing_the_package_loads_no_model_framework() -> None:
    done = python(f"import auditkit\n{LOADED}\nprint(json.dumps('numpy' in sys.modules))")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [[], False], done.stderr


def test_negative_control_measuring_loads_torch() -> None:
    done = python(f"import auditkit\nauditkit.measure\n{LOADED}")
    assert "torch" in json.loads(done.stdout), done.stderr


def test_negative_control_the_hook_hides_torch() -> None:
    done = python(HIDE + "import numpy\nimport torch")
    assert "No module named 'torch'" in done.stderr
    assert "numpy" not in done.stderr


@pytest.mark.parametrize(
    "command", [(), ("measure",), ("plan",), ("run",), ("publish",), ("verify",)]
)
def test_help_needs_no_model_framework(command: tuple[str, ...]) -> None:
    done = auditkit_without_model(*command, "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage" in done.stdout


def test_an_audit_is_published_and_verified_without_a_model(tmp_path: Path) -> None:
    out = copied(measured_audit(), tmp_path / "out")
    done = auditkit_without_model("publish", out)
    assert done.returncode == 0, done.stderr
    for name in ("report.html", "report.pdf", "SHA256SUMS"):
        # The same bytes as in a process that has everything, so publishing twice gives them too.
        assert (out / name).read_bytes() == (published_audit() / name).read_bytes(), name
    checked = auditkit_without_model("verify", out)
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("command", ["measure", "plan", "run", "demo", "list"])
def test_commands_that_need_a_model_name_the_extra(command: str, tmp_path: Path) -> None:
    needed = ("--model", "m", "--data", "d.csv") if command in ("measure", "plan", "run") else ()
    out = () if command in ("list", "plan") else ("--out", tmp_path / "out")
    done = auditkit_without_model(command, *needed, *out)
    assert done.returncode == 2
    extras = "model,demo" if command == "demo" else "model"
    assert f"pip install -c constraints.txt '.[{extras}]'" in done.stderr
    assert "torch" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_api_names_the_extra() -> None:
    done = python(HIDE + "import auditkit\nauditkit.measure")
    assert "MissingExtra" in done.stderr
    assert "pip install -c constraints.txt '.[model]'" in done.stderr


def test_an_audit_is_opened_without_a_model() -> None:
    code = "import sys, auditkit\nprint(auditkit.open_audit(sys.argv[1]).examples.num_rows)"
    done = python(HIDE + code, measured_audit())
    assert done.stdout == "8\n", done.stderr
