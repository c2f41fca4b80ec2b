"""A row of the evidence cites what is printed of it, whichever table it is of."""

from __future__ import annotations

from typing import Any

import pytest

from auditkit.evidence.reader import Audit
from auditkit.render.inline import Measure
from auditkit.render.rows import Row, rows_about
from tests.synthetic_audit import write_synthetic_audit

LINK = Row(
    "links", 3, {"observed": 0.04, "relevance": 1.5, "low": None, "lens": [1.0, float("nan")]}
)
METRIC = Row("metrics", 7, {"value": 0.5, "low": 0.25, "high": 0.75, "n": 8, "interval": "wilson"})


def test_a_cell_is_cited_by_table_row_and_column() -> None:
    assert LINK.number("relevance") == Measure(1.5, "links.parquet#3:relevance", style="signed")
    assert LINK.number("low").value is None
    assert [one.evidence for one in LINK.entries("lens")] == [
        "links.parquet#3:lens/0",
        "links.parquet#3:lens/1",
    ]
    assert [one.value for one in LINK.entries("lens")] == [1.0, None]


def test_a_cell_with_its_sign_turned_is_cited_with_a_minus() -> None:
    turned = LINK.turned("observed")
    assert (turned.value, turned.evidence) == (-0.04, "-links.parquet#3:observed")


def test_what_is_small_has_a_decimal_more() -> None:
    assert (LINK.number("observed").digits, LINK.number("relevance").digits) == (3, 2)


def test_an_estimate_has_its_interval_beside_it() -> None:
    assert METRIC.measure("percent") == Measure(
        0.5, "metrics.parquet#7:value", 0.25, 0.75, 8, 1, "percent"
    )
    assert METRIC.estimate()[1] == " (95% Wilson interval)"
    assert Row("metrics", 7, {**METRIC.cells, "low": None}).interval == "interval undefined"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, True),
        ({"n": 4}, False),
        ({"n": 5}, True),
        ({"low": 0.75}, False),
        ({"low": 0.75, "n": 900}, False),
        ({"n": 2, "interval": "wilson"}, True),
        ({"n": 2, "interval": None}, True),
        ({"n": 2, "interval": None, "statistic": "entropy"}, False),
        ({"n": 2, "interval": None, "statistic": "confirmed_chain"}, True),
    ],
)
def test_a_bootstrap_of_hardly_any_values_or_of_equal_ones_prints_no_interval(
    changes: dict[str, Any], shown: bool
) -> None:
    row = Row("metrics", 7, {**METRIC.cells, "interval": "bootstrap", **changes})
    measure = row.measure()
    assert (measure.value, measure.n) == (0.5, row.n)
    assert (measure.low is not None) is (measure.high is not None) is row.has_interval is shown
    assert (row.side_of(0.0) == "above") is shown
    assert row.interval.endswith(" interval") is (row.interval.startswith("95%") or not shown)


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return Audit(write_synthetic_audit(tmp_path_factory.mktemp("rows") / "audit", examples=3))


@pytest.mark.parametrize("table", ["attributions", "agreement"])
def test_the_rows_about_an_example_are_all_of_them_in_their_places(
    audit: Audit, table: str
) -> None:
    every = audit.table(table).to_pylist()
    for example in audit.examples["id"].to_pylist():
        expected = [(at, row) for at, row in enumerate(every) if row["example_id"] == example]
        assert expected
        assert [(row.index, row.cells) for row in rows_about(audit, table, example)] == expected


def test_an_unknown_example_has_none(audit: Audit) -> None:
    assert rows_about(audit, "attributions", "no such example") == []
