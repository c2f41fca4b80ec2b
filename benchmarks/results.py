"""Figures as text, and as files that the documentation is drawn from."""

from __future__ import annotations

import datetime
import json
import os
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.figures import Figure
from benchmarks.quiet import QUIET_LOAD

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LIBRARIES = ("torch", "transformers", "captum", "shap", "numpy")
FOLDER = Path(__file__).parent / "results"
OWN_PAGE = frozenset({"ledger_study"})
"""Benchmarks that are shown elsewhere."""


def table(figures: Sequence[Figure]) -> str:
    """Return the figures as aligned lines; a limit that was missed is marked."""
    rows = [(f.what, _value(f), f.limit, "" if f.met else "MISSED") for f in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return "\n".join(
        f"  {what:<{widths[0]}}  {value:>{widths[1]}}  {limit:<{widths[2]}}  {miss}".rstrip()
        for what, value, limit, miss in rows
    )


def keep(
    folder: Path, name: str, figures: Sequence[Figure], seconds: float, *, load: float | None = None
) -> None:
    """Write the figures of one benchmark with what they were measured on.

    Args:
        folder: Where the results go.
        name: Of the benchmark.
        figures: Its figures.
        seconds: What it took.
        load: Processes that waited or ran on average in the minute before it began; None if not known.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "command": f"python -m benchmarks {name}",
        "seconds": round(seconds),
        "load": load,
        "machine": _machine(),
        "figures": [asdict(figure) for figure in figures],
    }
    (folder / f"{name}.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")


def markdown(folder: Path = FOLDER) -> str:
    """Return every kept benchmark as a section with a table, but those with a page of their own."""
    paths = (path for path in sorted(folder.glob("*.json")) if path.stem not in OWN_PAGE)
    return "\n".join(_section(path) for path in paths)


def _section(path: Path) -> str:
    record = json.loads(path.read_text("utf-8"))
    lines = [
        f"## {path.stem.replace('_', ' ')}",
        "",
        origin(record),
        "",
        "| figure | value | limit | |",
        "|---|---:|---|---|",
    ]
    for cells in record["figures"]:
        figure = Figure(**cells)
        said = "" if not figure.limit else "met" if figure.met else "missed"
        lines.append(f"| {escaped(figure.what)} | {_value(figure)} | {figure.limit} | {said} |")
    return "\n".join([*lines, ""])


def origin(record: Mapping[str, Any]) -> str:
    """Return in one line how, when and on what the figures were made."""
    machine = ", ".join(f"{name} {value}" for name, value in record["machine"].items())
    where = f"`{record['command']}`, {record['date']}, {record['seconds']} s; {machine}"
    load = record.get("load")
    if load is None:
        return f"{where}."
    state = "quiet" if load <= QUIET_LOAD else "**busy: seconds are too high**"
    return f"{where}; load {load:.1f} before it began: {state}."


def _value(figure: Figure) -> str:
    number = f"{figure.value:,.0f}" if abs(figure.value) >= 1000 else f"{figure.value:.3g}"
    return f"{number} {figure.unit}".rstrip() + interval(figure)


def escaped(text: str) -> str:
    """Return text for a cell of a table, where a bar would end the cell."""
    return text.replace("|", r"\|")


def interval(figure: Figure) -> str:
    """Return the figure's interval in brackets after a blank; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return f" [{figure.low:.2f}, {figure.high:.2f}]"


def _machine() -> dict[str, Any]:
    return {
        "CPU": _processor(),
        "cores": os.cpu_count(),
        "Python": platform.python_version(),
        **{name: version(name) for name in LIBRARIES},
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
