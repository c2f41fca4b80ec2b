"""Exact accounts of a difference: secants of every non-linear step, found without naming architectures."""
