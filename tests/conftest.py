"""What holds for every test."""

from __future__ import annotations

import os
import time

import pytest

import auditkit.registry

# Before any test loads torch or transformers: no network, and tiny matrices are faster on one thread.
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.pop("SOURCE_DATE_EPOCH", None)


@pytest.fixture(autouse=True, scope="session")
def _no_installed_plugins() -> None:
    """Plugins that happen to be installed beside the tests must not change what they see."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(auditkit.registry, "entry_points", lambda *, group: ())  # noqa: ARG005
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take a limit of time after which tests are skipped by name."""
    parser.addoption("--seconds", type=float, help="skip what has not begun after so many seconds")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Note when the tests begin, in each worker for itself."""
    session.config.stash[_BEGAN] = time.monotonic()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test that the time does not suffice for."""
    most = item.config.getoption("--seconds")
    if most is not None and time.monotonic() - item.config.stash[_BEGAN] > most:
        pytest.skip(f"had not begun after {most:g} s")


_BEGAN = pytest.StashKey[float]()
