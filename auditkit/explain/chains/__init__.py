"""Reasoning chains: short connected routes of attention messages, each tested in the untouched model."""
