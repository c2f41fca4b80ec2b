"""What holds for every test."""

from __future__ import annotations

import os

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
