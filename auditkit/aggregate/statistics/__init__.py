"""One file per family of metrics; found by the registry in auditkit.aggregate.base."""
