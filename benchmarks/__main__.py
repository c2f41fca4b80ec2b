"""`make bench`: run every benchmark of this folder, print a table and keep the figures.

Figures are of this machine and this run only; ratios are taken within one run. With `--keep` they
are written to `benchmarks/results`, which `docs/benchmarks.md` and `docs/ledger.md` show.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.results import keep, table

NAMES = (
    "runner",
    "ledger_cost",
    "ledger_study",
    "stages",
    "against_peers",
    "whole_audit",
    "shapley_accuracy",
    "workers",
    "plan",
    "memory",
    "growth",
    "large_set",
    "publish",
    "viewer",
    "first_minutes",
    "demo",
)


def main() -> int:
    """Run the benchmarks that were named, or all; 1 if a limit was missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--json", type=Path, help="write the figures into this folder")
    parser.add_argument("--keep", action="store_true", help="write them into benchmarks/results")
    options = parser.parse_args()
    unknown = set(options.names) - set(NAMES)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; choose of {', '.join(NAMES)}")
    missed = 0
    for name in options.names or NAMES:
        began, load = time.perf_counter(), os.getloadavg()[0]
        figures: list[Figure] = importlib.import_module(f"benchmarks.{name}").run()
        seconds = time.perf_counter() - began
        print(f"\n{name} ({seconds:.0f} s)\n{table(figures)}", flush=True)
        missed += sum(not figure.met for figure in figures)
        for folder in (options.json, Path(__file__).parent / "results" if options.keep else None):
            if folder is not None:
                keep(folder, name, figures, seconds, load=load)
    print(f"\nlimits missed: {missed}")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
