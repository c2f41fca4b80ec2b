"""The model side: loading, the registered attention function, the runner."""
