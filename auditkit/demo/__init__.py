"""The embedded demo: a small sentiment classifier and 200 sentences it has never seen."""
