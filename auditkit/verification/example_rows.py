"""The table of examples: one row for each that is listed, what it sorts by, filters by and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from auditkit.evidence.explained import ALL, DETAIL, explained_ids
from auditkit.verification.about import Cells, finite
from auditkit.verification.blocks import strict_json
from auditkit.verification.checks import Check, checked
from auditkit.verification.listing import listing, sentences
from auditkit.verification.names import answers, listed, start_of, visible
from auditkit.verification.printed import NONE, agrees, exact, quoted
from auditkit.verification.worked_out import confidence, disagreements, is_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditkit.verification.citations import Citations
    from auditkit.verification.markup import Element

_NUMBERS = {"confidence": "Confidence", "margin": "Margin", "disagreement": "Disagreement"}
"""Attribute -> heading of what is worked out from the evidence, and printed."""
_TEXTS = {
    "number": "Row",
    "outcome": "Result",
    "gold": "Label",
    "predicted": "Predicted",
    "slice": "Slice",
}
"""Attribute -> heading of what is printed as it is."""
_EMPTY = "(empty text)"
_DETAILED, _EXPLAINED = "in detail", "Explained"
_COLUMNS = (
    "id", "row", "text", "text_pair", "label", "slice", "logits", "predicted", "margin", "flags",
    "explained",
)  # fmt: skip


def example_rows(page: Element, citations: Citations, *, is_called_for: bool) -> Iterator[Check]:
    """Compare the table of examples, and whether there is one.

    Args:
        page: The page.
        citations: The evidence.
        is_called_for: Whether the table belongs on this page, if the evidence has examples.

    Returns:
        One check per example, one per row that is about none or comes again, and one per table too
        many or too few.
    """
    tables = page.find("table", "examples")
    names = listing(citations, is_cut=bool(sentences(page))).names
    examples = _examples(citations.table("examples").select(list(_COLUMNS)), names)
    wanted = int(is_called_for and bool(examples))
    if len(tables) != wanted:
        where = f"{page.page.file} (table of examples)"
        yield Check(where, f"stands {len(tables)} times, not {'once' if wanted else 'at all'}")
    for table in tables:
        yield from _table(table, examples, citations)


def _examples(table: pa.Table, names: frozenset[str]) -> list[Cells]:
    """Return the examples that are listed, and whether the table of examples must say what is explained."""
    explained = explained_ids(table)
    must_say = table["explained"].null_count < table.num_rows
    return [
        {
            **row,
            "explained": row["explained"] or (ALL if row["id"] in explained else ""),
            "must_say": must_say,
        }
        for row in table.filter(pc.is_in(table["id"], pa.array(sorted(names)))).to_pylist()
    ]


def _table(table: Element, examples: list[Cells], citations: Citations) -> Iterator[Check]:
    lines = [line for body in table.find("tbody") for line in body.find("tr")]
    detailed = set(citations.table("details")["example_id"].to_pylist())
    known = {row["id"]: row for row in examples}
    left = dict(known)
    for line in lines:
        name = line.attributes.get("data-id", "")
        if name not in known:
            yield checked(line, f"lists {quoted(name)}, which is no example that is listed")
        elif left.pop(name, None) is None:
            yield checked(line, f"lists example {name} again")
        else:
            problem = _row_problem(line, known[name], citations, is_detailed=name in detailed)
            yield checked(line, problem)
    for name in left:
        yield Check(f"{table.page.file} (table of examples)", f"leaves out example {name}")


def _row_problem(
    line: Element, row: Cells, citations: Citations, *, is_detailed: bool
) -> str | None:
    name, said = row["id"], line.attributes
    model = citations.audit.manifest["model"]
    printed = {cell.attributes.get("data-label", ""): cell for cell in line.find("td")}
    if ("data-detailed" in said) != is_detailed:
        return f"is wrong about whether example {name} is shown in detail"
    if [cell.text() for cell in line.find("th")] != [visible(start_of(row)) or _EMPTY]:
        return f"begins the text of example {name} in another way"
    worked = {
        "confidence": confidence(row, model),
        "margin": finite(row["margin"]),
        "disagreement": disagreements(citations).get(name),
    }
    return (
        _texts_problem(said, printed, _texts(row, model["problem"]), name)
        or _explained_problem(said, printed, row, is_detailed=is_detailed)
        or _flags_problem(said, printed, row, is_detailed=is_detailed)
        or _numbers_problem(said, printed, worked, name)
    )


def _texts_problem(
    said: Mapping[str, str], printed: Mapping[str, Element], true: Mapping[str, str], name: str
) -> str | None:
    for key, heading in _TEXTS.items():
        text = visible(true[key])
        there = said.get(f"data-{key}"), printed[heading].text() if heading in printed else None
        if there != (text, text or NONE):
            return f"says {key} {quoted(str(there[0]))} for example {name}, which is {quoted(text)}"
    return None


def _explained_problem(
    said: Mapping[str, str], printed: Mapping[str, Element], row: Cells, *, is_detailed: bool
) -> str | None:
    """Compare what the row says of explaining; rows written before there was a choice say nothing."""
    if _EXPLAINED not in printed and not row["must_say"] and "data-explained" not in said:
        return None
    told = "yes" if row["explained"] else "no"
    if is_detailed:
        told = f"{_DETAILED} only" if row["explained"] == DETAIL else _DETAILED
    cell = printed[_EXPLAINED].text() if _EXPLAINED in printed else None
    if (said.get("data-explained"), cell) == (row["explained"], told):
        return None
    return f"says explained {quoted(str(cell))} for example {row['id']}, which is {quoted(told)}"


def _flags_problem(
    said: Mapping[str, str], printed: Mapping[str, Element], row: Cells, *, is_detailed: bool
) -> str | None:
    flags = [visible(flag) for flag in row["flags"]]
    badges = printed["Flags"].find("span", "badge") if "Flags" in printed else []
    shown, told = [badge.text() for badge in badges], said.get("data-flags", "")
    in_detail = is_detailed and _EXPLAINED not in printed
    if shown == [_DETAILED] * in_detail + flags and _listed_as_json(told) == row["flags"]:
        return None
    true = ", ".join(row["flags"]) or "none"
    return f"says flags {quoted(told)} for example {row['id']}, which is {true}"


def _listed_as_json(text: str) -> Any:  # noqa: ANN401  (a JSON value)
    try:
        return strict_json(text)
    except ValueError:
        return None


def _numbers_problem(
    said: Mapping[str, str],
    printed: Mapping[str, Element],
    true: Mapping[str, float | None],
    name: str,
) -> str | None:
    for key, heading in _NUMBERS.items():
        value, told = true[key], said.get(f"data-{key}", "")
        shown = printed[heading].text() if heading in printed else ""
        if not (is_near(told, value) and agrees(shown, value)):
            there = f"example {name}, which is {exact(value) or NONE}"
            return f"says {key} {quoted(told)}, {quoted(shown)} for {there}"
    return None


def _texts(row: Mapping[str, Any], problem: str) -> dict[str, str]:
    gold, predicted = (answers(row[key], problem) for key in ("label", "predicted"))
    if predicted is None or gold is None:
        outcome = "unanswered" if predicted is None else "unlabelled"
    else:
        outcome = "correct" if set(gold) == set(predicted) else "wrong"
    return {
        "number": str(row["row"] + 1),
        "outcome": outcome,
        "gold": listed(gold) or "",
        "predicted": listed(predicted) or "",
        "slice": row["slice"] or "",
    }
