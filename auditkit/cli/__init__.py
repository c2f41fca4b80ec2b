"""The command line: parse arguments, call the pipeline, print what happened. No logic."""

from auditkit.cli.app import main

__all__ = ["main"]
