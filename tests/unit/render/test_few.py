"""What is said of hardly any values: no median of two, nothing recurs in two routes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from auditkit.evidence.reader import Audit
from auditkit.render.blocks import SECTIONS, Claims, Medium, Paragraph, Table
from auditkit.render.wording import how_many, middle, plural
from tests.synthetic_audit import write_synthetic_audit
from tests.unit.render.block_walk import parts
from tests.unit.render.chain_card import altered, plain, written


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "audit")[0]


def routes(folder: Path) -> str:
    """The section of routes as it is read, with the headings of its tables."""
    said = []
    for block in SECTIONS.get("chains").blocks(Audit(folder), "html"):
        if isinstance(block, Paragraph):
            said.append(plain(block.parts))
        if isinstance(block, Claims):
            said += [plain(claim.statement) for claim in block.items]
        if isinstance(block, Table):
            said += [block.caption, *(plain(cell) for row in block.rows for cell in row)]
    return "\n".join(said)


@pytest.mark.parametrize(("n", "word"), [(1, "mean"), (2, "mean"), (3, "median"), (40, "median")])
def test_the_median_of_two_is_called_their_mean(n: int, word: str) -> None:
    assert middle(n) == word


def test_one_of_them_is_no_plural() -> None:
    assert [how_many(n, "link") for n in (0, 1, 2)] == ["0 links", "1 link", "2 links"]
    assert [plural(n, "one is", "some are") for n in (1, 1.0, 2, None)] == [
        "one is", "one is", "some are", "some are",
    ]  # fmt: skip


@pytest.mark.parametrize("metric", ["chain_depth", "chain_sufficiency"])
def test_so_it_is_of_routes(folder: Path, metric: str) -> None:
    altered(folder, "metrics", {"n": 3}, metric=metric)
    before = routes(folder).lower().count("median")
    altered(folder, "metrics", {"n": 2}, metric=metric)
    assert routes(folder).lower().count("median") < before


@pytest.mark.parametrize(("n", "says"), [(2, False), (3, True)])
def test_nothing_recurs_in_two_routes(folder: Path, n: int, says: bool) -> None:
    altered(folder, "heads", {"n": n}, statistic="confirmed_chain")
    altered(folder, "metrics", {"n": n}, metric="chain_step")
    said = routes(folder)
    assert ("Heads that recur" in said) is ("Steps that recur" in said) is says
    assert ("Too few confirmed routes to say: fewer than 3." in said) is not says


@pytest.mark.parametrize("medium", ["html", "pdf"])
def test_no_report_of_one_says_ones(tmp_path: Path, medium: Medium) -> None:
    """One example, one layer, one head: nothing that is counted is a plural."""
    audit = Audit(write_synthetic_audit(tmp_path / "one", examples=1))
    said = " ".join(
        text
        for name in SECTIONS.names()
        for block in SECTIONS.get(name).blocks(audit, medium)
        for text in spoken(block)
    )
    assert re.findall(rf"\b1 (?:{'|'.join(NOUNS)})\b.{{0,30}}", said) == []
    assert re.findall(rf"\b1 (?:{'|'.join(NOUNS)})\b", "of 1 examples")


def spoken(block: object) -> Iterator[str]:
    """Every sentence in a block."""
    for value in parts(block):
        if isinstance(value, tuple) and any(isinstance(one, str) for one in value):
            with suppress(AttributeError, TypeError):
                yield plain(value)


NOUNS = (
    "examples",
    "texts",
    "rows",
    "links",
    "tokens",
    "layers",
    "heads",
    "slices",
    "bins",
    "routes",
)
