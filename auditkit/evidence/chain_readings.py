"""What the tests of all links of an example together showed, read off its row of `chains.parquet`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

CANCELS = 5
"""Mass over |signed sum| above which shares mean little."""

DEEP = 2
"""Depth from which on a confirmed route is called a chain."""

Depth = Literal["none", "direct", "deep"]
"""How far the links of an example bring what a word sends."""

Missed = Literal["moves_little", "opposes", "keeps_little", "loses_little", "no_better"]
"""A test that the links did not pass together."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The thresholds of the configuration, as shares."""

    change: float
    """Least change of s that counts, as a share of |s|."""
    sufficiency: float
    necessity: float


def missed_tests(chain: Mapping[str, Any], lines: Lines) -> tuple[Missed, ...]:
    """Return the tests that the links did not pass together, in the order of the page.

    Args:
        chain: The row.
        lines: The thresholds.
    """
    kept, gone = finite(chain["sufficiency"]), finite(chain["necessity"])
    moved = abs(chain["value"] - chain["empty"])
    missed: dict[Missed, bool] = {
        "moves_little": moved < lines.change * abs(chain["value"]),
        "opposes": opposes(chain),
        "keeps_little": kept is not None and kept < lines.sufficiency,
        "loses_little": gone is not None and gone < lines.necessity,
        "no_better": kept is not None and any(other >= kept for other in chain["permuted"]),
    }
    return tuple(name for name, holds in missed.items() if holds)


def depth_of(chain: Mapping[str, Any]) -> Depth | None:
    """Return how far the links bring what a word sends; None in evidence from before it was stored."""
    depth = chain["depth"]
    if depth is None:
        return None
    return "deep" if depth >= DEEP else ("none", "direct")[depth]


def opposes(chain: Mapping[str, Any]) -> bool:
    """Whether all messages together bring s nearer to zero or past it."""
    value, empty = finite(chain["value"]), finite(chain["empty"])
    return value is not None and empty is not None and are_opposed(value, value - empty)


def exceeds_the_whole(chain: Mapping[str, Any]) -> bool:
    """Whether the links keep or take more than all messages together change."""
    shares = (finite(chain[name]) for name in ("sufficiency", "necessity"))
    return any(share is not None and share > 1 for share in shares)


def cancels(chain: Mapping[str, Any]) -> bool:
    """Whether messages cancel so far that shares of their sum mean little: see `CANCELS`."""
    signed, mass = finite(chain["signed"]), finite(chain["mass"])
    return signed is not None and mass is not None and mass > CANCELS * abs(signed)


def are_opposed(first: float, second: float) -> bool:
    """Whether two numbers have opposite signs; zero has none."""
    return first * second < 0


def finite(value: float | None) -> float | None:
    """Return `value`, None where it is null, NaN or infinite."""
    return value if value is not None and math.isfinite(value) else None
