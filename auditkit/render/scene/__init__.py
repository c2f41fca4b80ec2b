"""One decision as something to walk through: what the viewer reads, and the picture that stands for it."""
