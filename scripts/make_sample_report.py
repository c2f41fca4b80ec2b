"""Write sample_reports/demo anew: `make sample`, then look at it before you commit it."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import auditkit
from auditkit.cli.console import TerminalProgress
from auditkit.config import resolve
from auditkit.demo import demo_config

SAMPLE = Path(__file__).resolve().parents[1] / "sample_reports" / "demo"


def main() -> None:
    """Audit the demo into the sample's folder and publish it, dated today (UTC)."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    progress = TerminalProgress()
    shutil.rmtree(SAMPLE, ignore_errors=True)
    try:
        config = resolve(None, {**demo_config(), "date": today})
        audit = auditkit.measure(config, SAMPLE, progress=progress)
        auditkit.publish(SAMPLE, progress=progress)
    finally:
        progress.close()
    # Times and paths of this machine are no part of a sample.
    (SAMPLE / "run.json").unlink()
    print(f"{SAMPLE}: root digest {audit.root}, {auditkit.verify(SAMPLE).verdict}")


if __name__ == "__main__":
    main()
