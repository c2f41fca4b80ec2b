"""What transformers says by itself does not reach the terminal; what matters is raised or found out."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import transformers

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def quiet_transformers() -> Iterator[None]:
    """Keep transformers' load reports off the terminal; what matters is raised as an error."""
    logger = logging.getLogger("transformers")
    level = logger.level
    bars = os.environ.get("HF_HUB_DISABLE_PROGRESS_BARS")
    logger.setLevel(logging.CRITICAL)
    transformers.utils.logging.disable_progress_bar()
    try:
        yield
    finally:
        logger.setLevel(level)
        if bars is None:
            transformers.utils.logging.enable_progress_bar()
