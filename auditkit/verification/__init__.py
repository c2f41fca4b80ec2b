"""Checks of a finished audit."""
