"""`make bench`: run every benchmark of this folder, print a table and write JSON.

Figures are of this machine and this run only; ratios are taken within one run.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from importlib.metadata import version
from pathlib import Path

from benchmarks import demo, runner

BENCHMARKS = {"runner": runner.run, "demo": demo.run}


def main() -> None:
    """Run the benchmarks that were named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(BENCHMARKS))
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    figures = {name: BENCHMARKS[name]() for name in options.names}
    for name, rows in figures.items():
        for what, value in rows.items():
            print(f"{name:12} {what:44} {value:>12}")
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "torch": version("torch"),
        "transformers": version("transformers"),
    }
    if options.json:
        options.json.write_text(json.dumps({"machine": machine, **figures}, indent=2) + "\n")


if __name__ == "__main__":
    sys.exit(main())
