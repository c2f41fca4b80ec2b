"""The commands."""

from __future__ import annotations

import gc
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditkit import __version__
from auditkit.cli.console import FAILED, TerminalProgress, clear_errors, say
from auditkit.cli.flags import with_config_flags
from auditkit.errors import Interrupted, MissingExtra, OutputError, how_to_install
from auditkit.garbage import uncollected
from auditkit.pipeline.progress import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditkit.evidence.reader import Audit

app = typer.Typer(
    name="auditkit",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

LIBRARY_SECONDS = 4.0
"""What importing the libraries of a model takes, about."""

Out = Annotated[Path, typer.Option("--out", help="folder of the audit", show_default=False)]
Where = Annotated[Path, typer.Argument(metavar="OUT", help="folder of a finished audit")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="audit.toml", show_default=False)]
Force = Annotated[bool, typer.Option("--force", help="replace an audit that stands in --out")]
Pdf = Annotated[bool, typer.Option("--pdf/--no-pdf", help="write report.pdf too")]
Json = Annotated[bool, typer.Option("--json", help="print JSON")]
Debug = Annotated[bool, typer.Option("--debug", help="show where an error arose")]


def _say_version(wanted: bool) -> None:  # noqa: FBT001  (called by typer)
    if wanted:
        say(f"auditkit {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=_say_version, is_eager=True, help="print the version"),
]


@app.callback()
def every_command(*, version: Version = False) -> None:
    """Audit a transformer classifier: evidence, an HTML report and a PDF."""


@app.command()
@with_config_flags()
def run(
    flags: dict[str, Any], out: Out, config: ConfigFile = None,
    *, force: Force = False, pdf: Pdf = True, debug: Debug = False,
) -> None:  # fmt: skip
    """Measure, then publish: from a model and an evaluation set to a report."""
    with clear_errors(debug=debug):
        _measure(flags, config, out, force=force)
        _publish(out, pdf=pdf)


@app.command()
@with_config_flags()
def measure(
    flags: dict[str, Any], out: Out, config: ConfigFile = None,
    *, force: Force = False, debug: Debug = False,
) -> None:  # fmt: skip
    """Run the model over the evaluation set and write the evidence."""
    with clear_errors(debug=debug):
        _measure(flags, config, out, force=force)


@app.command()
@with_config_flags()
def plan(
    flags: dict[str, Any], config: ConfigFile = None,
    *, as_json: Json = False, debug: Debug = False,
) -> None:  # fmt: skip
    """Say what measure would ask of the model, how long it would take and what it would write."""
    with clear_errors(debug=debug):
        _plan(flags, config, as_json=as_json)


@app.command()
@with_config_flags(leave_out=("data", "explain", "detailed", "chains", "projection", "page"))
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="the text, in quotes")],
    flags: dict[str, Any],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help="folder of the explanation; if unset explanation, or the first free of explanation-2, -3 ...",
            show_default=False,
        ),
    ] = None,
    *, force: Force = False, debug: Debug = False,
) -> None:  # fmt: skip
    """Explain one decision: rationale and tested route here, and a page of it in --out."""
    with clear_errors(debug=debug):
        _explain(text, flags, out, force=force)


@app.command()
def publish(out: Where, *, pdf: Pdf = True, debug: Debug = False) -> None:
    """Write report.html and report.pdf from the evidence. Needs no model."""
    with clear_errors(debug=debug):
        _publish(out, pdf=pdf)


@app.command()
def verify(  # noqa: PLR0913  (each is a flag)
    out: Where,
    *,
    republish: Annotated[
        bool | None,
        typer.Option(
            "--republish/--no-republish",
            help="draw the HTML again in memory and compare every byte (default: yes, and it must be "
            "equal if it was drawn by what is installed here)",
            show_default=False,
        ),
    ] = None,
    replay: Annotated[
        int, typer.Option("--replay", min=0, help="run N examples again (needs --model)")
    ] = 0,
    model: Annotated[
        str | None, typer.Option("--model", help="the model that was audited", show_default=False)
    ] = None,
    reference: Annotated[
        Path | None,
        typer.Option("--reference", help="its texts for link tests", show_default=False),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="list every check")] = False,
    debug: Debug = False,
) -> None:
    """Re-hash everything, compare the report's numbers with the evidence, and draw it again."""
    from auditkit.pipeline.verify import verify as verify_audit

    with clear_errors(debug=debug):
        if replay:
            _require_model_extra()
        result = verify_audit(
            out, republish=republish, replay=replay, model=model, reference=reference
        )
    for check in result.checks:
        if check.problem or verbose or check.subject.startswith("replay"):
            say(f"{check.subject}: {check.problem or 'ok'}")
    for note in result.notes:
        say(note)
    say(f"{out}: {result.verdict}")
    say(f"root digest {result.root}")
    if result.problems:
        raise typer.Exit(FAILED)


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", help="folder of the audit")] = Path("demo-audit"),
    export_model: Annotated[
        Path | None,
        typer.Option("--export-model", help="write the demo model as a folder, audit nothing"),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", help="date of the report, 2026-01-31", show_default=False),
    ] = None,
    *,
    force: Force = False,
    pdf: Pdf = True,
    debug: Debug = False,
) -> None:
    """Audit the embedded demo: a sentiment classifier on 200 human-rated sentences."""
    from auditkit.demo import demo_config
    from auditkit.demo import export_model as export

    with clear_errors(debug=debug):
        _require_model_extra("model,demo")
        if export_model is not None:
            say(f"The demo model is in {export(export_model)}")
            return
        _measure({**demo_config(), "date": date}, None, out, force=force)
        _publish(out, pdf=pdf)


@app.command(name="list")
def list_plugins(*, debug: Debug = False) -> None:
    """List tasks, attribution methods, statistics and report sections."""
    from auditkit.render.blocks import SECTIONS

    with clear_errors(debug=debug):
        say("Report sections: " + ", ".join(SECTIONS.names()))
        _require_model_extra()
        from auditkit.aggregate.base import STATISTICS
        from auditkit.explain.base import METHODS
        from auditkit.inputs.base import TASKS

        say("Tasks: " + ", ".join(TASKS.names()))
        say("Statistics: " + ", ".join(STATISTICS.names()))
        for name in METHODS.names():
            say(f"{name}: {METHODS.get(name).spec.reads}")


def _measure(flags: dict[str, Any], config: Path | None, out: Path, *, force: bool) -> None:
    from auditkit.config import is_unicode, resolve

    if not is_unicode(out):
        raise OutputError(f"--out {out} holds bytes that are not UTF-8: name another folder.")
    resolved = resolve(config, flags)
    _require_model_extra()
    from auditkit.cli.coverage_text import coverage
    from auditkit.cli.findings_text import findings

    progress = TerminalProgress()
    try:
        measure_audit = _loaded(progress)
        audit = measure_audit(resolved, out, force=force, progress=progress)
    finally:
        progress.close()
    say(f"Evidence: {audit.evidence} (root digest {audit.root[:16]})")
    say(coverage(audit.manifest["counts"]))
    for line in findings(audit):
        say(line)
    if audit.manifest["date"] is None:
        say("The report states no date: pass --date, or set SOURCE_DATE_EPOCH.", error=True)


def _loaded(progress: TerminalProgress) -> Callable[..., Audit]:
    """Import what measures, which takes seconds."""
    progress.start("Loading libraries", 1, Pace(1, guess=LIBRARY_SECONDS))
    with uncollected():
        from auditkit.pipeline.measure import measure

    gc.freeze()  # libraries stay: no later search has to go through them, nor a worker copy them
    progress.advance()
    return measure


def _plan(flags: dict[str, Any], config: Path | None, *, as_json: bool) -> None:
    from auditkit.cli.plan_text import print_plan
    from auditkit.config import resolve

    resolved = resolve(config, flags)
    _require_model_extra()
    from auditkit.pipeline.plan import plan as plan_audit

    print_plan(plan_audit(resolved), as_json=as_json)


def _explain(text: str, flags: dict[str, Any], named: Path | None, *, force: bool) -> None:
    _require_model_extra()
    from auditkit.cli.explain_text import lines
    from auditkit.pipeline.explain import FOLDER, free_folder
    from auditkit.pipeline.explain import explain as explain_text

    out = named or (FOLDER if force else free_folder())
    progress = TerminalProgress()
    try:
        audit = explain_text(text, out, force=force, progress=progress, **flags)
    finally:
        progress.close()
    for line in lines(audit):
        say(line)
    say(f"Page: {out / 'report.html'}")


def _publish(out: Path, *, pdf: bool) -> None:
    with uncollected():
        from auditkit.pipeline.publish import LARGE_BYTES
        from auditkit.pipeline.publish import publish as publish_audit
        from auditkit.render.pages import FOLDER

    progress = TerminalProgress()
    try:
        report = publish_audit(out, pdf=pdf, progress=progress)
    except KeyboardInterrupt as stop:
        raise Interrupted(
            f"The evidence in {out} is finished; to write its report: auditkit publish {quote(str(out))}"
        ) from stop
    finally:
        progress.close()
    size = report.stat().st_size
    say(f"Report: {report} ({size / 1e6:.1f} MB)")
    pages = list(report.parent.glob(f"{FOLDER}/*.html"))
    if pages:
        total = sum(page.stat().st_size for page in pages)
        say(f"Cards: {len(pages)} pages in {report.parent / FOLDER} ({total / 1e6:.1f} MB)")
    if size > LARGE_BYTES:
        say("warning: the report is large; a browser may open it slowly.", error=True)
    if pdf:
        say(f"PDF: {report.with_suffix('.pdf')}")


def _require_model_extra(extras: str = "model") -> None:
    from importlib.util import find_spec

    missing = [
        name for name in ("torch", "transformers", "captum", "scipy") if find_spec(name) is None
    ]
    if missing:
        raise MissingExtra(
            f"This needs a model and {', '.join(missing)}, which are not installed. "
            f"Install them: {how_to_install(extras)}"
        )
