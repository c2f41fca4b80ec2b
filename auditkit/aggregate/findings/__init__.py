"""What an auditor should look at, each with its number, interval, n and examples."""

from auditkit.aggregate.findings.table import findings_table

__all__ = ["findings_table"]
