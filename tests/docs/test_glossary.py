"""The glossary: each quantity and word once, in columns that exist, the same in the report and in the documentation."""

from __future__ import annotations

import re

import pytest

from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import TABLES
from auditkit.render.blocks import SECTIONS
from auditkit.render.chain_words import VERDICTS
from auditkit.render.definitions import CHAIN_TERMS, GLOSSARY, METHODS, STATISTICS, TERMS
from auditkit.render.plain_text import text_of
from auditkit.render.quantities import CHANGE, QUANTITIES
from tests.docs.pages import page
from tests.synthetic_audit import write_synthetic_audit

PLACE = re.compile(r"(-?)(?:(\w+\.parquet)|tensors):(\w+)")
FALLS = {"observed", "foretold", "low", "high", "least", "most"}
TENSORS = {"edges"}


def stands(column: str) -> bool:
    """Whether the evidence has such a column or tensor."""
    place = PLACE.fullmatch(column)
    if place is None:
        return False
    _, table, name = place.groups()
    return name in (TENSORS if table is None else TABLES[table].names)


def test_every_quantity_stands_where_it_says() -> None:
    assert [column for one in QUANTITIES for column in one.columns if not stands(column)] == []
    assert not stands("links.parquet:crystal_ball")
    assert not stands("links#observed")


def test_what_is_stored_as_a_fall_and_nothing_else_is_turned() -> None:
    for one in QUANTITIES:
        for column in one.columns:
            name = column.partition(":")[2]
            is_fall = "links.parquet" in column and name in FALLS
            assert column.startswith("-") is is_fall
            assert (one.sign == CHANGE) is is_fall


@pytest.mark.parametrize(
    "words",
    [[one.name for one in QUANTITIES], *([w for w, _ in t] for t in (GLOSSARY, TERMS, CHAIN_TERMS))],
)  # fmt: skip
def test_every_word_stands_once(words: list[str]) -> None:
    assert len(set(words)) == len(words)


def test_words_are_in_their_order() -> None:
    words = [word.lower() for word, _ in GLOSSARY]
    assert words == sorted(words)


def test_the_page_has_what_the_report_has(tmp_path) -> None:
    audit = Audit(write_synthetic_audit(tmp_path, examples=6))
    (*blocks,) = SECTIONS.get("methods").blocks(audit, "html")
    defined = [term for block in blocks if block.kind == "definitions" for term in block.terms]
    printed = " ".join(f"{term} {text_of(text)}" for term, text in defined)
    text = page("docs/glossary.md").replace("\\|", "|")
    for one in QUANTITIES:
        assert one.says in printed
        assert one.says in text
    for terms in (GLOSSARY, TERMS, CHAIN_TERMS):
        for word, meaning in terms:
            assert f"{word} {meaning}" in printed
            assert f"- **{word}.** {meaning}" in text
    assert all(f"- `{name}`: {meaning}" in text for name, meaning in (*METHODS, *STATISTICS))


def test_every_verdict_is_defined_in_the_words_of_its_badge() -> None:
    defined = dict(CHAIN_TERMS)["Verdict of a link"]
    for badge in VERDICTS.values():
        assert f"\u201c{badge.text}\u201d" in defined
        assert badge.text.split(" than ")[0] in page("docs/methods.md")
