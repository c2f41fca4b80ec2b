"""Tables whose rows cite rows of the evidence: what they no longer say of it is found and named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import auditkit as package
from tests.attacks.test_forged_reports import Change, forge, named, sub
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import auditkit, copied

LINKS = r'(<div class="table" id="ex-[0-9a-f]+-links">.*?<tbody>\s*)'
PAIRS = r'(<div class="table" id="ex-[0-9a-f]+-agreement">.*?<tbody>\s*)'
LINK = r'<tr><th scope="row" data-evidence="links\.parquet#\d+">.*?</tr>'
PAIR = r'<tr><th scope="row" data-evidence="agreement\.parquet#\d+">.*?</tr>'
FIRST_PAIR = (
    r'(<th scope="row" data-evidence="agreement\.parquet#\d+">[^<]*</th>(?:<td>[^<]*</td>){2})'
)
FIRST_LINK = r'(<th scope="row" data-evidence="links\.parquet#\d+">\d+</th><td>)(\d+)'
NUMBER = r"[+\u2212]?\d[\d.]*"
RANGE = rf"(<td>)({NUMBER}) to ({NUMBER})(</td>)"
SIGNS = r'(<td class="words">)(\d+)( of \d+</td>)'
OBSERVED, PREDICTED = 'data-column="-observed"', 'data-column="-foretold"'


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = write_synthetic_audit(tmp_path_factory.mktemp("invented"), examples=6)
    package.publish(out, pdf=False)
    return out


def turned(match: re.Match[str]) -> str:
    """The first number of a table of links, the change observed, with the other sign."""
    return match[1] + match[2] + match[3].translate({0x2B: "\u2212", 0x2212: "+"})


def cells_exchanged(match: re.Match[str]) -> str:
    """The last two numbers of the first pair of methods, each in the place of the other."""
    return f"{match[1]}<td>{match[3]}</td><td>{match[2]}</td>"


def exchanged(one: str, other: str) -> Change:
    """Two pieces of the first table that has them, each in the place of the other."""
    return lambda page: page.replace(one, "#", 1).replace(other, one, 1).replace("#", other, 1)


def headings_exchanged(page: str) -> str:
    """What the first table of links names above two of its columns, exchanged."""
    start = page.index(OBSERVED)
    head = page[start : page.index("</thead>", start)]
    both = [OBSERVED, PREDICTED]
    swapped = re.sub("|".join(both), lambda m: both[1 - both.index(m[0])], head)
    return page[:start] + swapped + page[start + len(head) :]


def rows_exchanged(page: str) -> str:
    """The citations of the first two links of a card, each in the place of the other."""
    start = re.search(LINKS, page, re.DOTALL).end()  # type: ignore[union-attr]
    first, second = re.findall(r"links\.parquet#\d+", page[start:])[:2]
    return page[:start] + exchanged(first, second)(page[start:])


def another_example(page: str) -> str:
    """The first link of the first card cites the first link of the last card."""
    cards = [m.end() for m in re.finditer(LINKS, page, re.DOTALL)]
    first, last = (re.search(r"links\.parquet#\d+", page[at:])[0] for at in (cards[0], cards[-1]))  # type: ignore[index]
    assert first != last
    return page[: cards[0]] + page[cards[0] :].replace(first, last, 1)


def cited_by_nobody(page: str) -> str:
    """A table as it would be without any citation."""
    table = re.search(rf"{PAIRS}.*?</table>", page, re.DOTALL)
    assert table is not None
    return page.replace(
        table[0], re.sub(r' data-(column|evidence)="[^"]*"', "", table[0]).replace("0.", "9."), 1
    )


def test_negative_control_the_untouched_tables_pass(invented: Path) -> None:
    page = (invented / "report.html").read_text("utf-8")
    for pattern in (LINKS, PAIRS, LINK, PAIR, FIRST_PAIR, FIRST_LINK, RANGE, SIGNS):
        assert re.search(pattern, page, re.DOTALL), pattern
    assert auditkit("verify", invented).code == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (sub(rf"{FIRST_PAIR}<td>[^<]+", r"\g<1><td>+9.99"), "(spearman), which is"),
        (sub(rf"{FIRST_PAIR}<td>[^<]+", r"\g<1><td>"), "(spearman), which is"),
        (sub(rf"{FIRST_PAIR}(<td>[^<]+\.\d)\d", r"\g<1>\g<2>"), "(spearman), which is"),
        (sub(rf"{FIRST_PAIR}((?:<td>[^<]+</td>){{3}})<td>\d+", r"\g<1>\g<2><td>99"), "(k), which is"),
        (sub(rf"{FIRST_PAIR}<td>([^<]+)</td><td>([^<]+)</td>", cells_exchanged), "(spearman), which is"),
        (sub(FIRST_LINK, r"\g<1>99"), "(layer), which is"),
        (sub(rf"{LINKS}(.*?<td>)([+\u2212]\d+\.\d+)", turned), "(-observed), which is"),
        (sub(RANGE, r"\g<1>\g<3> to \g<2>\g<4>"), "(-high, -low), which is"),
        (sub(RANGE, "\\g<1>\u2013\\g<4>"), "(-high, -low), which is"),
        (sub(RANGE, r"\g<1>\g<2>\g<4>"), "(-high, -low), which is"),
        (sub(SIGNS, r"\g<1>99\g<3>"), "(same_sign, n), which is"),
        (sub(r'data-column="-observed"', 'data-column="observed"'), "(observed), which is"),
        (sub(r'data-column="-observed"', 'data-column="nothing"'), "names no column"),
        (headings_exchanged, "(-foretold), which is"),
        (rows_exchanged, ", which is"),
    ],
    ids=["number", "empty", "decimals", "count", "cells exchanged", "layer", "sign", "range exchanged",
         "range left out", "half a range", "texts", "not turned", "no such column", "headings exchanged",
         "rows exchanged"],
)  # fmt: skip
def test_a_changed_number_or_citation_is_found(
    change: Change, said: str, invented: Path, tmp_path: Path
) -> None:
    named(forge(copied(invented, tmp_path / "audit"), change), "report.html line", said)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (another_example, "about another example"),
        (sub(rf"{LINKS}{LINK}", r"\g<1>"), "rows of links.parquet"),
        (sub(rf"{LINKS}({LINK})", r"\g<1>\g<2>\g<2>"), "rows of links.parquet"),
        (sub(rf"{LINKS}({LINK})\s*{LINK}", r"\g<1>\g<2>\g<2>"), "another row of links.parquet"),
        (sub(rf"{PAIRS}{PAIR}", r"\g<1>"), "rows of agreement.parquet"),
        (sub(rf"{PAIRS}({PAIR})\s*{PAIR}", r"\g<1>\g<2>\g<2>"), "another row of agreement.parquet"),
        (sub(r' data-column="sign_agreement"', ""), "names other columns"),
        (lambda page: page.replace(' data-column="k"', "", 1), "names other columns"),
        (lambda page: re.sub(r' data-column="[^"]*"', "", page), "no column of its table is named"),
        (cited_by_nobody, "about another row of agreement.parquet, or about none"),
        (sub(r'(data-evidence="links\.parquet#\d+)"', r'\g<1>:observed"'), "does not cite one row"),
        (sub(r'(<th scope="row") data-evidence="links\.parquet#\d+"', r"\g<1>"), "does not cite one row"),
        (sub(rf"{FIRST_PAIR}<td>[^<]+</td>", r"\g<1>"), "another number of cells"),
        (sub(FIRST_LINK, lambda m: m[0].replace("links.", "pokes.")), "report.html"),
        (sub(r'<table class="scores">.*?<tbody>.*?<th scope="row"', r'\g<0> data-evidence="links.parquet#0"'),
         "no column of its table is named"),
    ],
    ids=["another example", "row left out", "row again", "row in place of another", "pair left out",
         "pair in place of another", "column not named", "last column not named", "no column named",
         "no citation", "a cell", "no row", "cell left out", "another table", "citation elsewhere"],
)  # fmt: skip
def test_a_changed_row_is_found(change: Change, said: str, invented: Path, tmp_path: Path) -> None:
    named(forge(copied(invented, tmp_path / "audit"), change), said)
