"""Cases of the ledgers' second implementation."""

from __future__ import annotations

import pytest

from tests.reference.ledger_cases import Case, built


@pytest.fixture(
    params=[(family, seed) for family in ("bert", "gpt2") for seed in range(3)], ids=str
)
def case(request: pytest.FixtureRequest) -> Case:
    return built(*request.param)


@pytest.fixture(params=["bert", "gpt2"])
def one_case(request: pytest.FixtureRequest) -> Case:
    return built(request.param, 0)
