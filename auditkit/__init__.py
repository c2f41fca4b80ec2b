"""auditkit: audits of transformer classifiers, as evidence, HTML and PDF."""

from __future__ import annotations

__version__ = "0.1.0"
