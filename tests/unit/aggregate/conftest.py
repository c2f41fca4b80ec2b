"""Fewer resamples, except where the bounds themselves are asked for."""

from __future__ import annotations

import pytest

from auditkit.aggregate import bootstrap

FULL = ("test_aggregate_bootstrap", "test_aggregate_heads")


@pytest.fixture(autouse=True)
def few_resamples(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.module.__name__.endswith(FULL):
        monkeypatch.setattr(bootstrap, "RESAMPLES", 200)
