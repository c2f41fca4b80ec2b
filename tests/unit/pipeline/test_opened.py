"""An audit opened from Python: Arrow tables and `shap.Explanation` hold the evidence's numbers."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import auditkit as package
from auditkit.errors import EvidenceError, MissingExtra, UnknownName
from auditkit.pipeline.opened import OpenedAudit, open_audit
from auditkit.render.token_names import TokenNames
from tests.tiny_audits import FAST, measured_audit, table


@pytest.fixture
def audit() -> OpenedAudit:
    return open_audit(measured_audit())


def test_tables_are_arrow_tables(audit: OpenedAudit) -> None:
    for name in (
        "examples",
        "attributions",
        "heads",
        "metrics",
        "agreement",
        "findings",
        "details",
    ):
        assert getattr(audit, name).equals(table(measured_audit(), name))


def test_the_package_opens_audits() -> None:
    assert package.open_audit(str(measured_audit())).root == open_audit(measured_audit()).root


def test_a_folder_without_an_audit_is_refused(tmp_path: object) -> None:
    with pytest.raises(EvidenceError, match="not a finished audit"):
        open_audit(str(tmp_path))


@pytest.mark.parametrize("method", FAST)
def test_an_explanation_holds_the_evidences_numbers(method: str, audit: OpenedAudit) -> None:
    pytest.importorskip("shap")
    found = audit.shap_explanation(method)
    rows = [row for row in audit.attributions.to_pylist() if row["method"] == method]
    names = {row["id"]: labels(row) for row in audit.examples.to_pylist()}
    assert len(found) == len(rows) == audit.examples.num_rows
    for index, row in enumerate(rows):
        assert found.values[index].tolist() == row["scores"]
        assert list(found.data[index]) == names[row["example_id"]]
    bases = [np.nan if row["base"] is None else row["base"] for row in rows]
    np.testing.assert_array_equal(found.base_values, bases)


def labels(row: dict[str, Any]) -> list[str]:
    return [TokenNames(row).label(token) for token in range(len(row["tokens"]))]


def test_tokens_are_named_as_the_report_names_them(
    audit: OpenedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte-level tokenizer spells the blank before a word: "\u0120good"."""
    pytest.importorskip("shap")
    words = list(audit.shap_explanation("random").data[0])
    rows = audit.examples.to_pylist()
    for row in rows:
        row["tokens"] = [
            name if word < 0 else f"\u0120{name}"
            for name, word in zip(row["tokens"], row["words"], strict=True)
        ]
    spelled = pa.Table.from_pylist(rows, schema=audit.examples.schema)
    monkeypatch.setitem(vars(audit), "examples", spelled)
    assert any("\u0120" in token for token in rows[0]["tokens"])
    assert list(audit.shap_explanation("random").data[0]) == words


def test_one_row_of_an_explanation_is_one_text(audit: OpenedAudit) -> None:
    pytest.importorskip("shap")
    first = audit.shap_explanation("integrated_gradients")[0]
    row = next(r for r in audit.attributions.to_pylist() if r["method"] == "integrated_gradients")
    assert list(first.values) == row["scores"]
    assert float(first.base_values) == row["base"]


def test_scores_and_base_add_up_to_the_margin(audit: OpenedAudit) -> None:
    pytest.importorskip("shap")
    found = audit.shap_explanation("integrated_gradients")
    margins = audit.examples["margin"].to_pylist()
    for values, base, margin in zip(found.values, found.base_values, margins, strict=True):
        assert base + values.astype(np.float64).sum() == pytest.approx(margin, abs=0.02)


def test_an_unknown_method_lists_what_there_is(audit: OpenedAudit) -> None:
    pytest.importorskip("shap")
    with pytest.raises(UnknownName) as caught:
        audit.shap_explanation("shap")
    assert "'shap'" in str(caught.value)
    assert ", ".join(sorted(FAST)) in str(caught.value)


def test_without_shap_the_command_that_installs_it_is_named(
    audit: OpenedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shap", None)
    with pytest.raises(MissingExtra, match=r"pip install .* '\.\[model\]'"):
        audit.shap_explanation("random")


def test_without_shap_the_tables_are_there(
    audit: OpenedAudit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "shap", None)
    assert audit.examples.num_rows == 8
