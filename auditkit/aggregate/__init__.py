"""Numbers over the evaluation set, computed from evidence tables."""
