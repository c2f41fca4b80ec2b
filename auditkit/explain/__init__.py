"""Attribution methods; found by the registry in auditkit.explain.base."""
