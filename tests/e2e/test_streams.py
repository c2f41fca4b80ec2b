"""Standard streams that are closed, full or unread: one message or none, an exit code, no traceback."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from auditkit import __version__
from tests.tiny_audits import DATE, labelled_data, manifest, model_folder, published_audit

CODE = "from auditkit.cli import main; main()"
FULL = Path("/dev/full")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="redirections of a POSIX shell")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


def shell(redirections: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run auditkit in a shell, with redirections or a pipe after its arguments."""
    command = shlex.join([sys.executable, "-c", CODE, *map(str, arguments)])
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1", "COLUMNS": "80"}
    return subprocess.run(
        ["bash", "-c", f"{command} {redirections}"],
        env=environment, text=True, capture_output=True, check=False,
    )  # fmt: skip


def piped(reader: str, *arguments: str | Path) -> tuple[int, str]:
    """Run auditkit with `reader` behind it; return its own exit code and what it said as an error."""
    done = shell(f'| {reader}; echo "exit ${{PIPESTATUS[0]}}"', *arguments)
    return int(done.stdout.rpartition("exit ")[2]), done.stderr


def audit() -> Path:
    return published_audit(pdf=False)


COMMANDS = {
    "help": ["--help"],
    "help of a command": ["run", "--help"],
    "version": ["--version"],
    "list": ["list"],
    "verify": ["verify", audit],
}


def arguments(name: str) -> list[str | Path]:
    return [one() if callable(one) else one for one in COMMANDS[name]]


@needs_full
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_standard_output_is_said_once(name: str) -> None:
    done = shell(">/dev/full", *arguments(name))
    assert done.returncode == 2
    assert done.stderr == "error: standard output cannot be written: No space left on device.\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_standard_output_is_said_once(name: str) -> None:
    done = shell(">&-", *arguments(name))
    assert done.returncode == 2
    assert done.stderr == "error: standard output is closed: open it, or discard it (>/dev/null).\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_reader_that_went_away_is_met_with_silence(name: str) -> None:
    assert piped("true", *arguments(name)) == (141, "")


def test_a_reader_that_takes_one_line_is_met_with_silence() -> None:
    code, said = piped("head -1", "list")
    assert code in (0, 141)  # as fast as the reader leaves
    assert said == ""


def test_a_reader_that_stays_gets_everything() -> None:
    """Negative control."""
    assert piped("cat", "--version") == (0, "")
    assert shell("", "--version").stdout == f"auditkit {__version__}\n"
    assert shell("", "verify", audit()).returncode == 0


@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full", "0<&-", "0<&- 2>&-"])
@pytest.mark.parametrize("name", ["version", "verify"])
def test_without_standard_error_the_work_is_done(name: str, redirection: str) -> None:
    if "full" in redirection and not FULL.exists():
        pytest.skip("needs /dev/full")
    done = shell(redirection, *arguments(name))
    plain = shell("", *arguments(name))
    assert (done.returncode, done.stdout) == (plain.returncode, plain.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("redirections", [">&- 2>&-", ">/dev/full 2>&-", "0<&- >&- 2>&-"])
def test_without_any_stream_the_exit_code_says_it(redirections: str) -> None:
    if "full" in redirections and not FULL.exists():
        pytest.skip("needs /dev/full")
    done = shell(redirections, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_wrong_input_without_standard_error_keeps_its_exit_code(tmp_path: Path) -> None:
    assert shell("2>&-", "verify", tmp_path).returncode == 2
    assert shell("2>&-", "measure").returncode == 2


def test_no_evidence_is_written_to_a_closed_stream(tmp_path: Path) -> None:
    """What a library prints to descriptor 2 must not land in a file that took its place."""
    out = tmp_path / "out"
    options = ("--methods", "random", "--chains", "0", "--detailed", "1", "--workers", "2")
    done = shell(
        "0<&- 2>&-", "measure", "--model", model_folder(), "--data", labelled_data(), "--out", out,
        "--date", DATE, *options,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert manifest(out)["data"]["audited"] == 8
    assert shell("2>&-", "publish", out, "--no-pdf").returncode == 0
    assert shell("", "verify", out).returncode == 0


def test_nothing_is_measured_for_a_closed_standard_output(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = shell(
        ">&-", "measure", "--model", model_folder(), "--data", labelled_data(), "--out", out
    )
    assert done.returncode == 2
    assert not out.exists()


def test_the_version_needs_no_command() -> None:
    done = shell("", "--version", "list")
    assert (done.returncode, done.stdout) == (0, f"auditkit {__version__}\n")
