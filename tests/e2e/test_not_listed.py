"""A set of which more is unexplained than a report lists: rows, cards, counts, links, and what verification finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import auditkit as package
from auditkit.config import AuditConfig
from auditkit.evidence import listing
from auditkit.evidence.reader import Audit
from auditkit.render.blocks import Table
from auditkit.render.pages import Limits
from auditkit.render.sections.examples import ExamplesSection
from auditkit.verification import listing as second
from tests.forgery import Report, report
from tests.synthetic_audit import write_synthetic_audit
from tests.tiny_audits import DATE, copied, model_folder, texts, write_rows

COUNT, EXPLAIN, MOST = 24, 4, 3
ROW = r'<tr data-id="([^"]+)".*?</tr>\s*'
CARD = r'<article class="card" id="ex-([^"]+)".*?</article>\s*'
SENTENCE = r'<p class="not-listed">.*?</p>\s*'
PAGES = Limits(one_file=0, page=200_000)


@pytest.fixture(scope="module", autouse=True)
def _few_are_listed() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "MOST_UNEXPLAINED", MOST)
        patch.setattr(second, "_MOST", MOST)
        yield


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory, _few_are_listed: None) -> Path:
    folder = tmp_path_factory.mktemp("not-listed")
    rows = [
        {"text": text, "label": row % 3 if row % 5 else None}
        for row, text in enumerate(texts(COUNT))
    ]
    config = AuditConfig(
        model=str(model_folder()), data=write_rows(folder / "data.jsonl", rows), date=DATE,
        methods=("random",), explain=EXPLAIN, detailed=2, chains=0, projection=COUNT, workers=1,
    )  # fmt: skip
    package.measure(config, folder / "out")
    package.publish(folder / "out", pdf=False)
    return folder / "out"


@pytest.fixture(scope="module")
def published(out: Path) -> Report:
    return report(out)


def rows_of(out: Path) -> list[dict[str, Any]]:
    return Audit(out).examples.to_pylist()


def kind_of(row: dict[str, Any]) -> str:
    if row["predicted"] is None:
        return "unanswered"
    if row["label"] is None:
        return "unlabelled"
    return "correct" if row["label"] == row["predicted"] else "wrong"


def left_out(out: Path) -> list[dict[str, Any]]:
    """The examples that are not listed, by the rule in words."""
    others = [row for row in rows_of(out) if row["explained"] is None]
    order = ("wrong", "unanswered", "unlabelled", "correct")
    return sorted(others, key=lambda row: order.index(kind_of(row)))[MOST:]


def listed_ids(out: Path) -> list[str]:
    left = {row["id"] for row in left_out(out)}
    return [row["id"] for row in rows_of(out) if row["id"] not in left]


# --- What the page has ----------------------------------------------------------------------------


def test_rows_and_cards_are_those_of_the_rule_in_the_order_of_the_data(
    published: Report, out: Path
) -> None:
    wanted = listed_ids(out)
    assert re.findall(ROW, published.page, re.DOTALL) == wanted
    assert re.findall(CARD, published.page, re.DOTALL) == wanted
    assert len(left_out(out)) == COUNT - len(wanted) > MOST


def test_the_others_are_counted_by_what_became_of_them(published: Report, out: Path) -> None:
    (sentence,) = re.findall(SENTENCE, published.page)
    counts = Counter(kind_of(row) for row in left_out(out))
    kinds = ("wrong", "unanswered", "unlabelled", "correct")
    numbers = [MOST, counts.total(), *(counts[kind] for kind in kinds)]
    assert [int(n) for n in re.findall(r'<data value="(\d+)">', sentence)] == numbers
    assert len(counts) > 2
    assert published.page.index(sentence) < published.page.index('<table class="examples">')


def test_no_number_about_the_set_changes(
    published: Report, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(page: str) -> str:
        """What stands before the list of examples, without the links of findings."""
        start, end = (
            page.index('<main id="content"'),
            page.index('<section class="section" id="examples"'),
        )
        return re.sub(r'<a href="#ex-[^>]*>(example \d+)</a>', r"\1", page[start:end])

    monkeypatch.setattr(listing, "MOST_UNEXPLAINED", COUNT)
    whole = copied(out, tmp_path / "whole")
    package.publish(whole, pdf=False)
    assert said((whole / "report.html").read_text("utf-8")) == said(published.page)


@pytest.mark.parametrize("limits", [Limits(), PAGES], ids=["one file", "pages"])
def test_every_link_leads_somewhere(out: Path, limits: Limits, tmp_path: Path) -> None:
    folder = copied(out, tmp_path / "copy")
    package.publish(folder, pdf=False, limits=limits)
    files = {path: path.read_text("utf-8") for path in folder.rglob("*.html")}
    for path, page in files.items():
        for link in re.findall(r' href="([^"]*#[^"]+)"', page):
            name, _, anchor = link.partition("#")
            there = (path.parent / name).resolve() if name else path
            assert f' id="{anchor}"' in files[there], link
    front = files[folder / "report.html"]
    points = set(Audit(folder).table("projection")["example_id"].to_pylist())
    assert points & {row["id"] for row in left_out(out)}
    assert all(front.count(f' id="ex-{name}"') == 1 for name in points)
    assert package.verify(folder).problems == ()


def test_a_finding_names_examples_that_are_not_listed(published: Report, out: Path) -> None:
    named = {name for row in Audit(out).findings.to_pylist() for name in row["examples"] or ()}
    hidden = named - set(listed_ids(out))
    assert all(f'href="#ex-{name}"' not in published.page for name in hidden)


# --- What verification finds ----------------------------------------------------------------------


def without(pattern: str, at: int = -1) -> Callable[[str], str]:
    def change(page: str) -> str:
        found = list(re.finditer(pattern, page, re.DOTALL))[at]
        return page[: found.start()] + page[found.end() :]

    return change


def other_count(page: str) -> str:
    """One more right answer that is not listed, in number and in words."""
    (sentence,) = re.findall(SENTENCE, page)
    number = int(re.findall(r'<data value="(\d+)">', sentence)[-1])
    forged = f'right <data value="{number + 1}">{number + 1}</data>'
    return page.replace(f'right <data value="{number}">{number}</data>', forged)


def other_value(page: str) -> str:
    return re.sub(r'(<p class="not-listed">.*?<data value=")\d+', r"\g<1>99", page)


def other_words(page: str) -> str:
    return page.replace("They count in every number", "They count in no number")


def said_twice(page: str) -> str:
    return re.sub(
        SENTENCE, lambda found: 2 * re.sub(r'<span id="[^>]*></span>', "", found[0]), page
    )


def without_targets(page: str) -> str:
    return re.sub(SENTENCE, lambda found: re.sub(r'<span id="[^>]*></span>', "", found[0]), page)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (without(ROW), "leaves out example"),
        (without(CARD), "is missing"),
        (without(SENTENCE), "leaves out example"),
        (other_count, "of examples that are not listed, not"),
        (other_value, "than it prints"),
        (other_words, "of examples that are not listed, not"),
        (said_twice, "is not called for"),
        (without_targets, "where the points lead"),
    ],
)  # fmt: skip
def test_negative_control_what_is_left_out_or_forged_is_found(
    published: Report, change: Callable[[str], str], told: str
) -> None:
    forged = change(published.page)
    assert forged != published.page
    assert any(told in problem for problem in published.problems(forged))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [(ROW, "no example that is listed"), (CARD, "is about no example that is listed")],
)
def test_negative_control_a_row_or_card_too_many_is_found(
    published: Report,
    out: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    pattern: str,
    told: str,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(listing, "MOST_UNEXPLAINED", COUNT)
        whole = copied(out, tmp_path / "whole")
        package.publish(whole, pdf=False)
    page = (whole / "report.html").read_text("utf-8")
    hidden = left_out(out)[0]["id"]
    extra = next(one[0] for one in re.finditer(pattern, page, re.DOTALL) if one[1] == hidden)
    last = list(re.finditer(pattern, published.page, re.DOTALL))[-1]
    forged = published.page[: last.end()] + extra + published.page[last.end() :]
    assert any(told in problem for problem in published.problems(forged))


def test_a_page_without_the_sentence_lists_all_as_older_ones_do(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(listing, "MOST_UNEXPLAINED", COUNT)
        older = copied(out, tmp_path / "older")
        package.publish(older, pdf=False)
    assert package.verify(older, republish=False).problems == ()


def test_an_example_without_an_answer_is_counted_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "MOST_UNEXPLAINED", 0)
    monkeypatch.setattr(second, "_MOST", 0)
    folder = write_synthetic_audit(tmp_path, examples=9)
    failed = [row for row in rows_of(folder) if row["predicted"] is None]
    package.publish(folder, pdf=False)
    page = (folder / "report.html").read_text("utf-8")
    assert f'without an answer <data value="{len(failed)}">' in page
    assert len(failed) > 0
    assert package.verify(folder).problems == ()


def test_the_pdf_says_how_many_the_page_lists(out: Path) -> None:
    audit = Audit(out)
    (table,) = (
        block for block in ExamplesSection().blocks(audit, "pdf") if isinstance(block, Table)
    )
    assert f"of {COUNT}; the HTML report lists {len(listed_ids(out))}" in table.caption


def test_the_audit_is_intact(out: Path) -> None:
    assert package.verify(out, republish=True).problems == ()
