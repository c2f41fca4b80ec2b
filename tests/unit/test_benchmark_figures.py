"""Figures of the benchmarks: limits, and the page that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.figures import Figure
from benchmarks.results import keep, markdown, table


@pytest.mark.parametrize(
    ("value", "bounds", "met"),
    [
        (1.0, {}, True),
        (1.0, {"at_least": 1.0}, True),
        (0.99, {"at_least": 1.0}, False),
        (1.35, {"at_most": 1.35}, True),
        (1.36, {"at_most": 1.35}, False),
        (0.995, {"at_least": 0.9, "at_most": 0.99}, False),
        (float("nan"), {"at_least": 0.0}, False),
        (float("nan"), {"at_most": 1.0}, False),
    ],
)
def test_a_limit_is_met_or_missed(value: float, bounds: dict[str, float], met: bool) -> None:
    assert Figure("f", value, **bounds).met is met


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (None, "numpy"),
        (0.1, "load 0.1 before it began: quiet."),
        (2.34, "load 2.3 before it began: **busy"),
    ],
)
def test_figures_of_a_busy_machine_are_marked(
    load: float | None, said: str, tmp_path: Path
) -> None:
    keep(tmp_path, "speed", [Figure("slow", 2.0, "s")], 3.0, load=load)
    page = markdown(tmp_path)
    assert said in page
    assert ("busy" in page) == (load is not None and load > 1)


def test_a_missed_limit_is_said_on_the_terminal_and_on_the_page(tmp_path: Path) -> None:
    figures = [Figure("slow", 2.0, "s", at_most=1.0), Figure("fast", 0.5, "s", at_most=1.0)]
    slow, fast = table(figures).splitlines()
    assert slow.endswith("MISSED")
    assert "MISSED" not in fast
    keep(tmp_path, "speed", figures, 3.0)
    page = markdown(tmp_path)
    assert "| slow | 2 s | at most 1 | missed |" in page
    assert "| fast | 0.5 s | at most 1 | met |" in page
