"""Evaluation data and tasks: rows become examples, examples become model inputs."""
