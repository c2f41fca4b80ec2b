"""One file per section of the report; found by the registry in auditkit.render.blocks."""
