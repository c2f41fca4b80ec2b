"""Every exception auditkit raises on purpose.

* AuditError
  + UnknownName        a registry has no entry of that name
  + RecordError        a record broke an invariant
  + ConfigError        the configuration does not make sense
  + DataError          the evaluation data cannot be read as asked
  + ModelError         the model cannot be loaded or cannot be audited
    - UnsupportedModel the architecture does what the audit cannot follow
  + MissingExtra       an optional dependency is not installed
  + OutputError        the output folder cannot be written or holds something else
    - OtherAudit       the output folder holds an audit of another configuration
  + EvidenceError      evidence on disk is damaged or of another format
  + Interrupted        the user stopped the run; what is written can be resumed
  + WorkerLost         a worker process was killed; what is written can be resumed
"""


class AuditError(Exception):
    """Base class; the command line prints its message without a traceback and exits with 2."""


class UnknownName(AuditError):
    """A registry has no entry of that name."""


class RecordError(AuditError):
    """A record broke an invariant; the message names the record, the field and both values."""


class ConfigError(AuditError):
    """The configuration does not make sense; the message names the key and what to write."""


class DataError(AuditError):
    """The evaluation data cannot be read as asked; the message names the file and the line."""


class ModelError(AuditError):
    """The model cannot be loaded or cannot be audited."""


class UnsupportedModel(ModelError):
    """The architecture does what the audit cannot follow; the message has the figure where there is one."""


class MissingExtra(AuditError):
    """An optional dependency is not installed; the message holds the command that installs it."""


class OutputError(AuditError):
    """The output folder cannot be written, or holds something that is not an audit."""


class OtherAudit(OutputError):
    """The output folder holds an audit of another configuration."""


class EvidenceError(AuditError):
    """Evidence on disk is damaged, incomplete or of an unknown format version."""


class Interrupted(AuditError):
    """The user stopped the run; everything written so far is valid and can be resumed."""


class WorkerLost(AuditError):
    """A worker process was killed from outside; everything written so far can be resumed."""


def how_to_install(extras: str) -> str:
    """Return how to install auditkit with `extras`, e.g. ``"model"``.

    The command names a checkout, not a package: registries have a package of the same name that is
    another project.
    """
    return f"in a checkout of auditkit, pip install -c constraints.txt '.[{extras}]'"
