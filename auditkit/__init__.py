"""auditkit: audits of transformer classifiers, as evidence, HTML and PDF.

>>> import auditkit
>>> config = auditkit.AuditConfig(model="./my-model", data="eval.jsonl")  # doctest: +SKIP
>>> audit = auditkit.measure(config, "audit")  # doctest: +SKIP
>>> auditkit.publish("audit")  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditkit.config import AuditConfig
    from auditkit.errors import AuditError
    from auditkit.pipeline.measure import measure
    from auditkit.pipeline.opened import open_audit
    from auditkit.pipeline.plan import plan
    from auditkit.pipeline.publish import publish
    from auditkit.pipeline.verify import verify

__version__ = "0.1.0"

# Loaded on first use: `import auditkit` stays light, and publishing never needs torch.
_HOMES = {
    "AuditConfig": "auditkit.config",
    "AuditError": "auditkit.errors",
    "measure": "auditkit.pipeline.measure",
    "open_audit": "auditkit.pipeline.opened",
    "plan": "auditkit.pipeline.plan",
    "publish": "auditkit.pipeline.publish",
    "verify": "auditkit.pipeline.verify",
}
__all__ = [
    "AuditConfig",
    "AuditError",
    "__version__",
    "measure",
    "open_audit",
    "plan",
    "publish",
    "verify",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401  (whatever the module holds)
    if name not in _HOMES:
        raise AttributeError(f"module 'auditkit' has no attribute {name!r}")
    try:
        return getattr(import_module(_HOMES[name]), name)
    except ModuleNotFoundError as error:
        if name in {"measure", "plan"} and error.name in {
            "torch",
            "transformers",
            "captum",
            "scipy",
        }:
            from auditkit.errors import MissingExtra, how_to_install

            raise MissingExtra(
                f"auditkit.{name} needs {error.name}. Install it: {how_to_install('model')}"
            ) from error
        raise


def __dir__() -> list[str]:
    return sorted(__all__)
