"""The two halves of the work: measure (needs a model) and publish (needs none)."""
