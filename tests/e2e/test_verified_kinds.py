"""No kind of audit raises an alarm: what verification works out again is what the page says of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import auditkit
from tests.audit_kinds import KINDS, audit_of
from tests.forgery import SCENE, opened
from tests.tiny_audits import manifest

ROOT = Path(__file__).parents[2]


def headers(out: Path) -> list[dict[str, Any]]:
    page = (out / "report.html").read_text("utf-8")
    return [opened(match[2]).header for match in re.finditer(SCENE, page)]


@pytest.mark.parametrize("kind", KINDS)
def test_negative_control_an_untouched_report_is_intact(kind: str) -> None:
    done = auditkit.verify(audit_of(kind))
    assert done.problems == ()
    assert done.numbers > 500
    assert headers(audit_of(kind))


@pytest.mark.parametrize("folder", ["sample_reports/demo", "tests/fixtures/format_1/demo"])
def test_negative_control_reports_that_are_kept_are_intact(folder: str) -> None:
    assert auditkit.verify(ROOT / folder).problems == ()


@pytest.mark.parametrize(
    ("kind", "key", "value"),
    [
        ("single label", "problem", "single_label"),
        ("multi label", "problem", "multi_label"),
        ("single logit", "problem", "single_logit"),
        ("pairs", "reads", "first"),
        ("grouped keys", "reads", "last"),
        ("decoder", "causal", True),
        ("mean", "reads", "mean"),
        ("shared layers", "model_type", "albert"),
    ],
)
def test_the_kinds_are_what_they_are_called(kind: str, key: str, value: Any) -> None:
    assert manifest(audit_of(kind))["model"][key] == value


def test_the_kinds_have_what_is_rare() -> None:
    """Keys shared by heads, all positions read, first tokens as sinks, two segments, keys left out."""
    (grouped, *_), (mean, *_) = headers(audit_of("grouped keys")), headers(audit_of("mean"))
    assert (grouped["heads"], grouped["key_heads"]) == (4, 2)
    assert grouped["sinks"] == [0]
    assert mean["read"] == list(range(len(mean["tokens"])))
    assert {1} <= set(headers(audit_of("pairs"))[0]["segments"])
    long = headers(audit_of("long"))[0]
    assert 4 <= long["keys_kept"] <= 64 < len(long["tokens"])
    assert "attention_rest" in json.dumps(long["arrays"])
