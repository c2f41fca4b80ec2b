"""One file per task; found by the registry in auditkit.inputs.base."""
