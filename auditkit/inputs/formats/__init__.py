"""Readers of evaluation files, one module per family of formats."""
