"""The command line: flags made from the configuration, help, exit codes, safe printing."""

from __future__ import annotations

import errno
import inspect
import io
import re
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from auditkit.cli import app as commands
from auditkit.cli.app import app
from auditkit.cli.console import TerminalProgress, clear_errors, printable, say
from auditkit.cli.flags import with_config_flags
from auditkit.config import AuditConfig
from auditkit.errors import AuditError, Interrupted
from auditkit.pipeline.progress import Pace

COMMANDS = ("run", "measure", "plan", "publish", "verify", "demo", "list")


def invoke(*arguments: str) -> Any:
    return CliRunner().invoke(app, arguments, catch_exceptions=False, env={"COLUMNS": "200"})


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What `run` and `measure` hand on instead of measuring."""
    seen: list[dict[str, Any]] = []

    def note(flags: dict[str, Any], config: Path | None, out: Path, *, force: bool) -> None:
        seen.append({"flags": flags, "config": config, "out": out, "force": force})

    monkeypatch.setattr(commands, "_measure", note)
    return seen


def test_the_demo_takes_the_date_that_it_asks_for(
    given: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "_publish", lambda *_, **__: None)
    monkeypatch.setattr("auditkit.demo.demo_config", dict)
    for date in ("2026-01-31", None):
        assert invoke("demo", *(("--date", date) if date else ())).exit_code == 0
        assert given[-1]["flags"] == {"date": date}


# --- Flags -------------------------------------------------------------------------------------

NUMBERS = [key for key, field in AuditConfig.model_fields.items() if "int" in str(field.annotation)]
VALUES = {
    **dict.fromkeys(NUMBERS, "7"),
    "data": "eval.csv", "reference": "ref.csv", "methods": "shap, random", "date": "2026-01-31",
}  # fmt: skip
READ = {
    **dict.fromkeys(NUMBERS, 7),
    "data": Path("eval.csv"), "reference": Path("ref.csv"), "methods": ("shap", "random"),
    "allow_pickle": True,
}  # fmt: skip


@pytest.mark.parametrize("command", ["run", "measure", "plan"])
@pytest.mark.parametrize("key", AuditConfig.model_fields)
def test_every_key_is_a_flag(command: str, key: str) -> None:
    shown = invoke(command, "--help").stdout
    assert f"--{key.replace('_', '-')}" in shown
    assert str(AuditConfig.model_fields[key].description).split(";")[0].split(",")[0] in shown


@pytest.mark.parametrize("key", AuditConfig.model_fields)
def test_every_flag_is_handed_on_by_its_type(key: str, given: list[dict[str, Any]]) -> None:
    flag = f"--{key.replace('_', '-')}"
    value = () if key == "allow_pickle" else (VALUES.get(key, "text"),)
    assert invoke("measure", "--out", "o", flag, *value).exit_code == 0
    assert given[0]["flags"] == {key: READ.get(key, *value)}


def test_flags_that_are_not_given_stay_out(given: list[dict[str, Any]]) -> None:
    assert invoke("measure", "--out", "o").exit_code == 0
    assert given == [{"flags": {}, "config": None, "out": Path("o"), "force": False}]


def test_an_empty_flag_is_given(given: list[dict[str, Any]]) -> None:
    assert invoke("measure", "--out", "o", "--label-column", "").exit_code == 0
    assert given[0]["flags"] == {"label_column": ""}


def test_config_and_force_are_handed_on(given: list[dict[str, Any]]) -> None:
    assert invoke("measure", "--out", "o", "--config", "audit.toml", "--force").exit_code == 0
    assert given == [{"flags": {}, "config": Path("audit.toml"), "out": Path("o"), "force": True}]


def test_run_measures_and_publishes(
    given: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    published: list[tuple[Path, bool]] = []
    monkeypatch.setattr(commands, "_publish", lambda out, *, pdf: published.append((out, pdf)))
    assert invoke("run", "--out", "o", "--no-pdf").exit_code == 0
    assert len(given) == 1
    assert published == [(Path("o"), False)]


def test_a_wrapped_command_keeps_its_name_and_documentation() -> None:
    def command(flags: dict[str, Any], out: str) -> None:
        """Say what it does."""

    wrapped = with_config_flags()(command)
    assert (wrapped.__name__, wrapped.__doc__) == ("command", "Say what it does.")
    names = list(inspect.signature(wrapped).parameters)
    assert names == ["out", *AuditConfig.model_fields]


def test_keys_that_a_command_sets_itself_are_no_flags() -> None:
    def command(flags: dict[str, Any], out: str) -> None:
        """Say what it does."""

    wrapped = with_config_flags(leave_out=("data", "chains"))(command)
    names = list(inspect.signature(wrapped).parameters)
    assert names == ["out", *(n for n in AuditConfig.model_fields if n not in {"data", "chains"})]


# --- Help ----------------------------------------------------------------------------------------


def test_help_lists_every_command() -> None:
    shown = invoke("--help")
    assert shown.exit_code == 0
    assert all(command in shown.stdout for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help_text(command: str) -> None:
    shown = invoke(command, "--help")
    assert shown.exit_code == 0
    assert f"{command} [OPTIONS]" in shown.stdout
    (info,) = [
        info for info in app.registered_commands if (info.name or info.callback.__name__) in
        {command, command.replace("list", "list_plugins")}
    ]  # fmt: skip
    assert info.callback.__doc__.splitlines()[0] in shown.stdout


def test_no_command_shows_the_help() -> None:
    shown = invoke()
    assert shown.exit_code == 2
    assert "Usage" in shown.stdout + shown.stderr


@pytest.mark.parametrize(
    "arguments", [("measure",), ("run",), ("publish",), ("verify",), ("mesure",), ("list", "x")]
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    done = invoke(*arguments)
    assert done.exit_code == 2
    assert "Error" in done.stderr


def test_defaults_stand_in_the_help() -> None:
    shown = invoke("measure", "--help").stdout
    assert "[default: 1024]" in shown
    assert "[default: text-classification]" in shown


def test_list_names_every_plugin() -> None:
    from auditkit.explain.base import METHODS
    from auditkit.render.blocks import SECTIONS

    shown = invoke("list")
    assert shown.exit_code == 0
    assert "text-classification" in shown.stdout
    for name in (*METHODS.names(), *SECTIONS.names()):
        assert name in shown.stdout


# --- Errors and terminal ------------------------------------------------------------------------


def test_an_error_is_one_message_and_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop, clear_errors(debug=False):
        raise AuditError("The cat is out.")
    assert stop.value.code == 2
    assert capsys.readouterr() == ("", "error: The cat is out.\n")


def test_an_interruption_exits_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop, clear_errors(debug=False):
        raise Interrupted("Run it again.")
    assert stop.value.code == 130
    assert capsys.readouterr().err == "stopped: Run it again.\n"


def test_ctrl_c_anywhere_else_exits_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop, clear_errors(debug=False):
        raise KeyboardInterrupt
    assert stop.value.code == 130
    assert capsys.readouterr().err.startswith("stopped")


def test_debug_shows_where_an_error_arose(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), clear_errors(debug=True):
        raise AuditError("The cat is out.")
    assert "Traceback" in capsys.readouterr().err


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), clear_errors(debug=False):
        _ = 1 / 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb", "a\nb"),
        ("\r\x07", "\\r\\x07"),
        ("\u202egnirts", "\\u202egnirts"),
        ("für 中文", "für 中文"),
        ("[bold]x[/bold]", "[bold]x[/bold]"),
    ],
)
def test_data_cannot_drive_the_terminal(
    text: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert printable(text) == shown
    say(text)
    assert capsys.readouterr().out == shown + "\n"


def test_a_terminal_that_knows_few_characters_is_written_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="ascii", write_through=True))
    say("f\u00fcr")
    assert raw.getvalue() == b"f\\xfcr\n"


def test_a_path_that_the_system_refuses_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped, clear_errors(debug=False):
        raise PermissionError(errno.EACCES, "Permission denied", "/secret/audit")
    assert stopped.value.code == 2
    assert capsys.readouterr().err == "error: /secret/audit: Permission denied.\n"


def test_an_error_of_the_system_without_a_path_is_not_hidden() -> None:
    with pytest.raises(ConnectionResetError), clear_errors(debug=False):
        raise ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")


def test_progress_is_a_line_for_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    progress = TerminalProgress()
    progress.start("Counting", 40)
    for _ in range(40):
        progress.advance()
    progress.close()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Counting (40)"
    assert lines[1].startswith("  Counting: 4 of 40")
    assert len(lines) == 11


def test_lines_tell_the_time_left_from_the_first_one(capsys: pytest.CaptureFixture[str]) -> None:
    now = [0.0]
    pace = Pace(4, clock=lambda: now[0], guess=90)
    progress = TerminalProgress()
    progress.start("Printing", 4, pace)
    now[0] = 10.0
    pace.advance(1, 10.0)
    progress.advance()
    pace.advance(3, 30.0)
    progress.advance(3)
    assert capsys.readouterr().err.splitlines() == [
        "Printing (4), about 0:01:30 left",
        "  Printing: 1 of 4, about 0:00:30 left",
        "  Printing: 4 of 4",
    ]


def test_progress_of_nothing_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    progress = TerminalProgress()
    progress.start("Counting", 0)
    progress.close()
    assert capsys.readouterr().err == "Counting (0)\n"


def drawn(progress: TerminalProgress) -> str:
    """What a terminal shows, without control sequences."""
    shown = progress._console.file.getvalue()  # type: ignore[attr-defined]
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown).replace("\r", "\n")


def on_a_terminal() -> TerminalProgress:
    progress = TerminalProgress()
    progress._console = Console(file=io.StringIO(), force_terminal=True, width=120)
    return progress


def test_a_bar_shows_the_time_left_by_cost() -> None:
    now = [0.0]
    pace = Pace(100, clock=lambda: now[0])
    progress = on_a_terminal()
    progress.start("Explaining", 20, pace)
    pace.skip(20)
    progress.advance(10)
    assert "-:--:--" in drawn(progress)
    now[0] = 5.0
    pace.advance(8, 5.0)
    progress.advance(5)
    progress.close()
    last = drawn(progress).splitlines()[-1]
    assert "15 of 20" in last
    assert "1.0/s" in last  # what an earlier run finished is no speed
    assert "0:00:45" in last  # 72 of 80 are left, 8 took 5 s


def test_a_bar_of_its_own_counts_pieces() -> None:
    progress = on_a_terminal()
    progress.start("Publishing", 2)
    progress.advance()
    progress.advance()
    progress.close()
    last = drawn(progress).splitlines()[-1]
    assert "2 of 2" in last
    assert "0:00:00" in last


def test_what_a_user_should_know_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    TerminalProgress().note("finished \x1b")
    assert capsys.readouterr().err == "finished \\x1b\n"
