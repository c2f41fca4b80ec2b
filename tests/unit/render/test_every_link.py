"""Every link of an audit says the same everywhere: in its sentence, table, page, terminal and PDF text.

Sign, head and numbers are read from what is printed and compared with the cells of links.parquet, which are
read here without the report's own code.
"""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest
from chain_card import altered, plain

from auditkit.cli import explain_text
from auditkit.evidence.reader import Audit
from auditkit.render import html, pdf
from auditkit.render.example_blocks import ExampleCard
from auditkit.render.example_card import card
from auditkit.render.example_view import Overview, overviews
from auditkit.render.page import ReportPage, SectionPage
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import KEPT

ROOT = Path(__file__).parents[3]
AUDITS = ("synthetic", "causal", "hostile", "older", "sample", "format 1")
WORDS = {
    "confirmed": "effect as predicted",
    "weaker": "weaker than predicted",
    "stronger": "stronger than predicted",
    "other_effect": "unlike what it contributes",
    "not_shown_causal": "hardly any effect",
    "contradicted": "opposite to predicted",
}
NUMBER = r"([+\u2212-]?\d+\.\d+)"
SENTENCE = re.compile(
    rf"Replacing what (?P<sent>(?:(?!Replacing what).)+?) in layer (?P<layer>\d+) by the average message "
    rf"changed the margin by {NUMBER} \(predicted {NUMBER}\): (?P<verdict>[a-z ]+)\. "
    rf"(?:Messages of (?P<texts>\d+ )?single reference texts changed it by {NUMBER} to {NUMBER} "
    r"\((?P<span>the smallest to the largest|the middle 95% of them)\)"
    r"(?:, (?:depends on the reference text, )?same sign for (?P<kept>\d+) of (?P<of>\d+)"
    r"(?: reference texts)?)?\. )?"
    rf"The message contributes {NUMBER} against the average message; "
    rf"its largest head is (?P<at>\d+)\.(?P<head>\d+) \({NUMBER}\)\."
)


class Said(NamedTuple):
    """What is printed of one link: falls of the evidence with their sign turned."""

    observed: str
    predicted: str
    low: str | None
    high: str | None
    contributes: str
    led: str
    layer: int
    head: int
    verdict: str
    kept: int | None
    every: bool = False
    """Whether the range is from the smallest to the largest."""


@cache
def folder_of(name: str) -> Path:
    if name == "sample":
        return ROOT / "sample_reports" / "demo"
    if name == "format 1":
        return ROOT / "tests" / "fixtures" / "format_1" / "demo"
    folder = KEPT / f"links-{name}"
    options = {name: True} if name in ("causal", "hostile") else {}
    write_synthetic_audit(folder, examples=12, **options)
    if name == "older":
        later = {"chains": ["depth"], "links": ["same_sign", "least", "most"]}
        for table, columns in later.items():
            path = folder / "evidence" / f"{table}.parquet"
            pq.write_table(pq.read_table(path).drop_columns(columns), path)
    return folder


@cache
def opened(name: str) -> tuple[Audit, dict[str, list[dict[str, Any]]], list[Overview]]:
    """The audit, its links by example in the order of their ranks, and the examples that have any."""
    folder = folder_of(name)
    rows = pq.read_table(folder / "evidence" / "links.parquet").to_pylist()
    links: dict[str, list[dict[str, Any]]] = {}
    for row in sorted(rows, key=lambda row: row["rank"]):
        if row["weights"] == "model":
            links.setdefault(row["example_id"], []).append(row)
    audit = Audit(folder)
    return audit, links, [one for one in overviews(audit) if one.id in links]


def cards(name: str) -> list[tuple[ExampleCard, list[dict[str, Any]]]]:
    audit, links, examples = opened(name)
    return [(card(audit, one, scene=False, agreement=False), links[one.id]) for one in examples]


def agrees(printed: str | None, value: float | None) -> bool:
    """Whether a printed number is the value: its sign, and every decimal that is printed."""
    if printed is None or value is None:
        return printed is value
    text = printed.replace("\u2212", "-")
    decimals = len(text.partition(".")[2])
    if abs(float(text) - value) > 0.5000001 * 10**-decimals:
        return False
    return text.lstrip("-+") == text if not value else (text[0] == "-") is (value < 0)


def tells(said: Said, row: dict[str, Any]) -> bool:
    """Whether what is printed of a link is what its row holds."""
    whole = said.every or said.low is None
    least, most = (row.get("least"), row.get("most")) if whole else (row["low"], row["high"])
    numbers = (
        (said.observed, -row["observed"]),
        (said.predicted, -row["foretold"]),
        (said.low, None if most is None else -most),
        (said.high, None if least is None else -least),
        (said.contributes, row["relevance"]),
        (said.led, row["head_relevance"]),
    )
    words = (said.layer, said.head, said.verdict, said.kept)
    told = (row["layer"], row["head"], WORDS[row["verdict"]], row.get("same_sign"))
    return words == told and all(agrees(printed, value) for printed, value in numbers)


TURNED = {"observed", "foretold", "low", "high", "least", "most"}
NUMBERS = set(range(1, SENTENCE.groups + 1)) - set(SENTENCE.groupindex.values())
"""The groups that are numbers without a name of their own, in their order."""


def read(match: re.Match[str]) -> Said:
    observed, predicted, low, high, contributes, led = (match[at] for at in sorted(NUMBERS))
    kept = None if match["kept"] is None else int(match["kept"])
    assert match["layer"] == match["at"]
    return Said(
        observed, predicted, low, high, contributes, led,
        int(match["layer"]), int(match["head"]), match["verdict"], kept,
        match["span"] == "the smallest to the largest",
    )  # fmt: skip


def found_in(text: str) -> list[Said]:
    return [read(match) for match in SENTENCE.finditer(text)]


@pytest.mark.parametrize("name", AUDITS)
def test_every_sentence(name: str) -> None:
    count = 0
    for shown, rows in cards(name):
        assert shown.chain is not None
        for step, row in zip(shown.chain.steps, rows, strict=True):
            text = plain(step.sentence)
            assert text.startswith("Replacing what ")
            (said,) = found_in(text)
            assert tells(said, row), (text, row)
            assert said.every is (row.get("most") is not None)
            count += 1
    assert count > 20


@pytest.mark.parametrize("name", AUDITS)
def test_every_row_of_the_tables(name: str) -> None:
    for shown, rows in cards(name):
        assert shown.chain is not None
        labels = [column.label for column in shown.chain.links.columns]
        for cells, row in zip(shown.chain.links.rows, rows, strict=True):
            of = dict(zip(labels, map(plain, cells), strict=True))
            low, _, high = of["With reference texts"].partition(" to ")
            head = of["Largest head"].split(".")
            said = Said(
                observed=of["Change observed"],
                predicted=of["Change predicted"],
                low=low if high else None,
                high=high or None,
                contributes=of["Contributes, against the average message"],
                led=of["That head contributes"],
                layer=int(of["Layer"]),
                head=int(head[1]),
                verdict=of["Verdict"],
                kept=int(of["Same sign"].split()[0]) if "of" in of["Same sign"] else None,
            )
            assert int(head[0]) == said.layer
            assert tells(said, row), (of, row)


@pytest.mark.parametrize("name", ["synthetic", "older", "format 1"])
def test_every_number_of_the_page_cites_the_cell_it_is(name: str) -> None:
    """To the last digit: what a reader copies is the evidence's number, turned where a minus says so."""
    folder = folder_of(name)
    table = pq.read_table(folder / "evidence" / "links.parquet")
    template = html.environment().get_template("blocks/card_chain.html.jinja")
    cited = 0
    for shown, _ in cards(name):
        page = template.render(block=shown, medium="html")
        pattern = r'value="([^"]*)" data-evidence="(-?)links\.parquet#(\d+):(\w+)"'
        for value, minus, row, column in re.findall(pattern, page):
            cell = table[column][int(row)].as_py()
            assert float(value) == (-cell if minus else cell)
            assert bool(minus) is (column in TURNED)
            cited += 1
    assert cited > 200


@pytest.mark.parametrize("name", AUDITS)
def test_every_link_on_the_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    audit, links, examples = opened(name)
    for one in examples:
        monkeypatch.setattr(explain_text, "overviews", lambda _, one=one: [one])
        lines = [line for line in explain_text._route(audit) if "Replacing what" in line]
        assert len(lines) == len(links[one.id])
        for number, (line, row) in enumerate(zip(lines, links[one.id], strict=True), start=1):
            assert line.startswith(f"  {number}. Replacing what ")
            (said,) = found_in(line)
            assert tells(said, row), (line, row)


@pytest.mark.parametrize("name", ["synthetic", "older"])
def test_every_link_in_the_text_of_the_pdf(name: str, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    shown = cards(name)
    page = ReportPage(
        "Links", (), "0" * 64, "en", (SectionPage("cards", "Cards", tuple(c for c, _ in shown)),)
    )
    path = tmp_path / "links.pdf"
    path.write_bytes(pdf.render_pdf(page, manifest=b"{}\n", date=datetime.date(2026, 1, 31)))
    done = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, timeout=60
    )
    text = re.sub(r"\s+", " ", done.stdout.decode().replace("\f", " "))
    text = re.sub(r" (?=[.:])", "", text)  # the label of a badge ends with a space of its own
    found = found_in(text)
    rows = [row for _, of in shown for row in of]
    assert len(found) == len(rows) > 20
    for said, row in zip(found, rows, strict=True):
        assert tells(said, row), (said, row)
    assert text.count("Its depth is ") == (0 if name == "older" else len(shown))


def test_no_largest_head_of_new_evidence_works_against_its_link() -> None:
    for name in ("synthetic", "causal", "hostile"):
        for row in (row for of in opened(name)[1].values() for row in of):
            assert row["head_relevance"] * row["relevance"] > 0


CHANGES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "observed": lambda row: -row["observed"],
    "foretold": lambda row: -row["foretold"],
    "relevance": lambda row: -row["relevance"],
    "head_relevance": lambda row: -row["head_relevance"],
    "head": lambda row: row["head"] + 1,
    "layer": lambda row: row["layer"] + 1,
    "verdict": lambda row: "weaker" if row["verdict"] != "weaker" else "stronger",
    "same_sign": lambda row: 20 - (row["same_sign"] or 0) + 1,
    "least": lambda row: (row["least"] or 0) - 1,
}


@pytest.mark.parametrize("column", CHANGES)
def test_negative_control_a_sentence_of_another_row_is_noticed(column: str) -> None:
    for shown, rows in cards("synthetic"):
        assert shown.chain is not None
        for step, row in zip(shown.chain.steps, rows, strict=True):
            (said,) = found_in(plain(step.sentence))
            assert not tells(said, {**row, column: CHANGES[column](row)})


def test_negative_control_the_sentence_follows_the_evidence(tmp_path: Path) -> None:
    folder = write_synthetic_audit(tmp_path / "audit", examples=6)
    before = Counter(str(said) for said in _said_of(folder))
    for column in ("observed", "relevance"):
        altered(folder, "links", {column: -1.5}, weights="model")
        after = Counter(str(said) for said in _said_of(folder))
        assert not before & after
        before = after


def _said_of(folder: Path) -> list[Said]:
    audit = Audit(folder)
    shown = [card(audit, one, scene=False, agreement=False).chain for one in overviews(audit)]
    steps = [step for part in shown if part is not None for step in part.steps]
    return [said for step in steps for said in found_in(plain(step.sentence))]
