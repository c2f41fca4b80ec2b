"""The table of all examples against the evidence: what it sorts by, filters by and prints."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditkit.verification.checks import Check
from auditkit.verification.printed import NONE, agrees, exact, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_TOLERANCE = 1e-9
"""Of the numbers that the report works out from the evidence."""
_COLUMNS = ("id", "row", "label", "slice", "logits", "predicted", "margin", "flags", "explained")
_TITLES = {"confidence": "Confidence", "margin": "Margin", "disagreement": "Disagreement"}


@dataclass(frozen=True, slots=True)
class ExampleFacts:
    """One example, worked out from the evidence."""

    texts: dict[str, str]
    """What its row says, by attribute; a text with invisible characters is left out."""
    numbers: dict[str, float | None]
    """Confidence, margin, disagreement."""
    is_detailed: bool


def example_rows(page: Element, citations: Citations) -> Iterator[Check]:
    """Compare every row of the table of examples.

    Returns:
        One check per example of the evidence, and one per row that is about none.
    """
    found = {
        row.attributes["data-id"]: row
        for table in page.find("table", "examples")
        for row in table.find("tr")
        if "data-id" in row.attributes
    }
    if not found:
        return
    known = _facts(citations)
    for name, facts in known.items():
        if name not in found:
            yield Check("report.html (table of examples)", f"leaves out example {name}")
        else:
            yield Check(found[name].where, _row_problem(found[name], name, facts))
    for name, row in found.items():
        if name not in known:
            yield Check(row.where, f"lists {quoted(name)}, which is no example of the evidence")


def _row_problem(row: Element, name: str, facts: ExampleFacts) -> str | None:
    if ("data-detailed" in row.attributes) != facts.is_detailed:
        return f"is wrong about whether example {name} is shown in detail"
    for key, text in facts.texts.items():
        said = row.attributes.get(f"data-{key}", "")
        if said != text:
            return f"says {key} {quoted(said)} for example {name}, which is {quoted(text)}"
    printed = {cell.attributes.get("data-label"): cell.text() for cell in row.find("td")}
    for key, value in facts.numbers.items():
        said, shown = row.attributes.get(f"data-{key}", ""), printed.get(_TITLES[key], "")
        if not (_is(said, value) and agrees(shown, value)):
            there = f"example {name}, which is {exact(value) or NONE}"
            return f"says {key} {quoted(said)}, {quoted(shown)} for {there}"
    return None


def _is(said: str, value: float | None) -> bool:
    if not said or value is None:
        return not said and value is None
    try:
        return math.isclose(float(said), value, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)
    except ValueError:
        return False


def _facts(citations: Citations) -> dict[str, ExampleFacts]:
    model = citations.audit.manifest["model"]
    detailed = set(citations.table("details")["example_id"].to_pylist())
    apart = _disagreements(citations)
    table = citations.table("examples").select(list(_COLUMNS))
    is_marked = table["explained"].null_count < table.num_rows
    return {
        row["id"]: ExampleFacts(
            _texts(row, model["problem"], is_marked=is_marked),
            {
                "confidence": _confidence(row, model["problem"], model["labels"]),
                "margin": _finite(row["margin"]),
                "disagreement": apart.get(row["id"]),
            },
            is_detailed=row["id"] in detailed,
        )
        for row in table.to_pylist()
    }


def _texts(row: dict[str, Any], problem: str, *, is_marked: bool) -> dict[str, str]:
    """Return what a row of the page says; older evidence does not say what is explained."""
    gold, predicted = (_names(row[key], problem) for key in ("label", "predicted"))
    if predicted is None or gold is None:
        outcome = "unanswered" if predicted is None else "unlabelled"
    else:
        outcome = "correct" if set(gold) == set(predicted) else "wrong"
    texts = {
        "number": str(row["row"] + 1),
        "outcome": outcome,
        "gold": _listed(gold),
        "predicted": _listed(predicted),
        "slice": row["slice"] or "",
        "flags": json.dumps(row["flags"], separators=(",", ":")),
        **({"explained": row["explained"] or ""} if is_marked else {}),
    }
    return {key: text for key, text in texts.items() if text.isprintable()}


def _names(cell: str | None, problem: str) -> list[str] | None:
    if cell is None:
        return None
    return [str(name) for name in json.loads(cell)] if problem == "multi_label" else [cell]


def _listed(names: list[str] | None) -> str:
    return "" if names is None else ", ".join(names) or "(no label)"


def _confidence(row: dict[str, Any], problem: str, labels: list[str]) -> float | None:
    """Return the probability of the answer, of the likeliest label where there is not one."""
    logits = row["logits"]
    if not logits or not all(map(math.isfinite, logits)):
        return None
    if problem == "single_logit":
        logits = [0.0, logits[0]]
    top = max(logits)
    total = sum(math.exp(logit - top) for logit in logits)
    chances = [
        _sigmoid(logit) if problem == "multi_label" else math.exp(logit - top) / total
        for logit in logits
    ]
    answer = _names(row["predicted"], problem)
    if answer and len(answer) == 1 and answer[0] in labels[: len(chances)]:
        return chances[labels.index(answer[0])]
    return max(chances)


def _sigmoid(logit: float) -> float:
    small = math.exp(-abs(logit))
    return 1 / (1 + small) if logit >= 0 else small / (1 + small)


def _disagreements(citations: Citations) -> dict[str, float]:
    """Return 1 - mean rank correlation of the methods that explain the margin, by example."""
    specs = citations.audit.manifest.get("method_specs", {})
    shown_apart = {
        name
        for name, spec in specs.items()
        if spec.get("control") or not spec.get("about_target", True)
    }
    found: dict[str, list[float]] = {}
    columns = ["example_id", "first", "second", "spearman"]
    for row in citations.table("agreement").select(columns).to_pylist():
        value = _finite(row["spearman"])
        if value is not None and not {row["first"], row["second"]} & shown_apart:
            found.setdefault(row["example_id"], []).append(value)
    return {example: 1 - sum(values) / len(values) for example, values in found.items()}


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
