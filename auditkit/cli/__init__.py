"""The command line: parse arguments, call the pipeline, print what happened. No logic."""

import signal
import sys

from auditkit.cli.streams import guard_streams

__all__ = ["main"]


def main() -> None:
    """Run the command line; the entry point of the process.

    Commands are loaded here, so that Ctrl-C finds somebody to hear it from the start; once the
    process ends a second one has nothing left to stop.
    """
    guard_streams()
    try:
        from auditkit.cli.app import app

        app()
    except KeyboardInterrupt:
        sys.stderr.write("stopped: nothing was written.\n")
        sys.exit(130)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stdout.flush()
