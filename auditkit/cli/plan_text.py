"""What `auditkit plan` prints: tables on a terminal, plain lines elsewhere, or JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from auditkit.cli.console import say

if TYPE_CHECKING:
    from auditkit.pipeline.audit_plan import AuditPlan, Bounds

Line = tuple[str, str]


def print_plan(plan: AuditPlan, *, as_json: bool) -> None:
    """Print `plan` on standard output."""
    if as_json:
        say(json.dumps(as_object(plan), indent=1))
        return
    for line in plan.read:
        say(line)
    console = Console()
    if console.is_terminal:
        console.print(_table(sections(plan)))
    else:
        for title, lines in sections(plan).items():
            say(f"{title}:")
            for what, value in lines:
                say(f"  {what}: {value}")
    for one in plan.left_out:
        say(f"left out: {one.method}: {one.reason}.")
    say("Not covered: " + "; ".join(plan.not_covered) + ".")


def as_object(plan: AuditPlan) -> dict[str, Any]:
    """Return everything the plan holds, sums included, as plain data."""
    whole = asdict(plan)
    whole["evaluations"] = asdict(plan.evaluations)
    whole["rows"]["sent"] = asdict(plan.rows.sent)
    whole["rows"]["backward"] = asdict(plan.rows.backward)
    whole["seconds"]["all"] = plan.seconds.all
    return whole


def sections(plan: AuditPlan) -> dict[str, list[Line]]:
    """Return what is said, by title."""
    return {
        "Data": _data(plan),
        "Evaluations": _evaluations(plan),
        "Rows through the model": _rows(plan),
        "Predicted time": _time(plan),
        "Predicted disk": _disk(plan),
    }


def _data(plan: AuditPlan) -> list[Line]:
    return [
        ("examples", f"{plan.examples:,}"),
        ("without any token, not run", f"{plan.not_run:,}"),
        ("explained", _count(plan.explained)),
        ("truncated", f"{plan.truncated:,}"),
        ("tokens", f"{plan.tokens:,}"),
        ("shown in detail", f"{plan.detailed:,}"),
    ]


def _evaluations(plan: AuditPlan) -> list[Line]:
    methods = [
        (method.name, _count(method.evaluations) + _second(method.second_tries))
        for method in plan.methods
    ]
    return [*methods, ("all", _count(plan.evaluations) + _second(plan.rows.second_tries))]


def _rows(plan: AuditPlan) -> list[Line]:
    rows = plan.rows
    return [
        ("plain", f"{rows.plain:,}"),
        *((("plain once more, to be explained", _count(rows.again)),) if rows.again.most else ()),
        ("masked, equal ones of a text once", _count(rows.masked)),
        ("forward and backward", _count(rows.gradients) + _second(rows.second_tries)),
        ("compared with other kernels", f"{rows.compared:,}"),
        ("projection of hidden states", _count(rows.projected)),
        ("details", f"{rows.details:,}"),
        ("details, forward and backward", _count(rows.details_gradients)),
        ("all", _count(rows.sent) + _second(rows.second_tries)),
        ("of these backward", _count(rows.backward) + _second(rows.second_tries)),
    ]


def _time(plan: AuditPlan) -> list[Line]:
    seconds, found = plan.seconds, plan.calibration
    lines = [
        ("loading model and data", _duration(seconds.loading)),
        *((("predicting examples", _duration(seconds.predicting)),) if seconds.predicting else ()),
        ("explaining examples", _duration(seconds.explaining)),
        ("testing routes", _duration(seconds.chains)),
        ("computing numbers over the set", _duration(seconds.numbers)),
        ("projecting hidden states", _duration(seconds.projection)),
        ("capturing examples in detail", _duration(seconds.details)),
        ("all", f"{_duration(seconds.all)}, at most {_duration(seconds.most)}"),
        ("workers", f"{plan.workers} on {plan.device}"),
    ]
    if found is None:
        return lines
    second = f", {found.again:.0%} tried again" if plan.rows.second_tries else ""
    said = f"{found.examples} examples{second}, in {found.seconds:.1f} s"
    return [*lines, ("calibrated on", said)]


def _disk(plan: AuditPlan) -> list[Line]:
    disk = plan.disk
    low, high = (_size(bytes_) for bytes_ in (disk.bounds.least, disk.bounds.most))
    return [
        ("evidence", _size(disk.evidence)),
        ("report", _size(disk.report)),
        ("all", f"{_size(disk.evidence + disk.report)}, {low} to {high}"),
    ]


def _count(bounds: Bounds) -> str:
    if bounds.least == bounds.most:
        return f"{bounds.least:,}"
    return f"{bounds.least:,} to {bounds.most:,}"


def _second(most: int) -> str:
    return f" + 0 to {most:,} in second tries" if most else ""


def _duration(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 60 else str(timedelta(seconds=round(seconds)))


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


def _table(every: dict[str, list[Line]]) -> Table:
    table = Table.grid(padding=(0, 3))
    for title, lines in every.items():
        table.add_row(Text(f"\n{title}", "bold"))
        for what, value in lines:
            table.add_row(Text(f"  {what}"), Text(value))
    return table
