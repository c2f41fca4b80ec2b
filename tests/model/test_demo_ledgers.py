"""Ledgers and chains on the demo's real model: they balance, at every cut, head by head, edge by edge."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest

from auditkit.capture.ledgers import ledgers
from auditkit.capture.loading import load_model
from auditkit.capture.runner import Runner
from auditkit.demo import evaluation_file, export_model
from auditkit.explain.base import METHODS
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.chains.trial import chains_of
from auditkit.explain.chains.verdicts import Thresholds
from auditkit.explain.ledgers import rows_of
from tests.audited import ADAPTER, cases_of

pytestmark = pytest.mark.model
TOLERANCE = 1e-4
"""Of max(|s|, 1), in float32."""


@cache
def real():
    """The demo model, and every sixteenth text of the demo."""
    runner = Runner(load_model(str(export_model(Path(mkdtemp()) / "model")), ADAPTER))
    lines = evaluation_file().read_text(encoding="utf-8").splitlines()
    return runner, cases_of(runner, *[json.loads(line)["text"] for line in lines[::16]])


def gap(case, total: float) -> float:
    return abs(case.margin - total) / max(abs(case.margin), 1.0)


@pytest.mark.parametrize("method", ["ledger", "frozen_ledger"])
def test_accounts_add_up_to_the_margin_at_every_cut(method: str) -> None:
    runner, cases = real()
    for case, found in zip(cases, METHODS.get(method).attribute(runner, cases), strict=True):
        contributed = found.base + found.scores.astype(float).sum()
        assert gap(case, contributed) < TOLERANCE
        assert gap(case, contributed + 0.01 * max(abs(case.margin), 1)) > TOLERANCE
        if method == "ledger":
            cuts = found.base + found.account.cuts.astype(float).sum(-1)
            assert max(gap(case, cut) for cut in cuts) < TOLERANCE


@pytest.mark.parametrize("frozen", [False, True], ids=["ledger", "frozen_ledger"])
def test_edges_are_their_heads_split_up(frozen: bool) -> None:
    runner, cases = real()
    sheets = ledgers(runner, [rows_of(case) for case in cases], frozen=frozen, edges=True)
    for case, sheet in zip(cases, sheets, strict=True):
        heads = sheet.edges.astype(float).sum(-1)
        apart = np.abs(heads - sheet.heads).max()
        assert apart < TOLERANCE * max(abs(case.margin), 1)
        assert np.abs(heads[:, ::-1] - sheet.heads).max() > 10 * apart  # other heads' relevance


def test_links_of_a_chain_sum_to_what_all_messages_carry() -> None:
    runner, cases = real()
    replacements = replacements_from(runner, [case.encoded for case in cases], 0)
    chains = chains_of(runner, cases[:3], replacements, Thresholds())
    for case, chain in zip(cases, chains, strict=False):
        assert gap(case, chain.tests.value) < TOLERANCE
        assert gap(case, chain.tests.empty + chain.signed) < TOLERANCE
        assert chain.lens[-1] == pytest.approx(case.margin, abs=TOLERANCE)
        assert any(link.verdict != "not_shown_causal" for link in chain.links)
