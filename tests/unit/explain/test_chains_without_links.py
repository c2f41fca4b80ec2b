"""A chain may have no links at all: where nothing contributes enough, nothing is shown."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from auditkit.explain.base import Case
from auditkit.explain.chains.references import replacements_from
from auditkit.explain.chains.trial import chains_of
from auditkit.explain.chains.verdicts import Grade, Thresholds
from auditkit.inputs.base import TASKS
from tests.circuits import CIRCUITS
from tests.unit.explain.planted import encoded_texts, runner_of


@pytest.mark.parametrize(("change", "links"), [(1e6, 0), (0.01, 1)])
def test_a_chain_of_no_links_is_no_short_chain(tmp_path, change: float, links: int) -> None:
    name = next(iter(CIRCUITS))
    runner = runner_of(name, tmp_path)
    rows = encoded_texts(runner, CIRCUITS[name]().texts[:3])
    adapter = TASKS.get("text-classification")
    cases = []
    for row, seen in zip(rows, runner.observe(rows, {}), strict=True):
        decided = adapter.decide(seen.logits, runner.loaded.labels, runner.loaded.problem, None)
        target = decided.targets[0]
        cases.append(Case(row, target, target.readout.value(seen.logits), {}, 0))
    means = replacements_from(runner, rows, 0)
    found = chains_of(runner, cases, means, replace(Thresholds(), change=change))
    for chain in found:
        assert chain is not None
        assert min(len(chain.links), 1) == links
        if not links:
            assert chain.grade is Grade.NONE
            assert chain.tests.alone == pytest.approx(chain.tests.empty, abs=1e-5)
            assert chain.tests.without == pytest.approx(chain.tests.value, abs=1e-5)
            assert np.allclose(chain.tests.permuted, chain.tests.empty, atol=1e-5)
