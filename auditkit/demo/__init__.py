"""The embedded demo: a small sentiment classifier and 200 sentences it has never seen."""

from auditkit.demo.audit import demo_config
from auditkit.demo.model import evaluation_file, export_model

__all__ = ["demo_config", "evaluation_file", "export_model"]
