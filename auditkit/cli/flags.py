"""Every key of the configuration as a flag, made from the configuration itself."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape

from auditkit.config import AuditConfig

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_TYPES = {"data": Path, "reference": Path, "date": str, "methods": str, "allow_pickle": bool}
_NUMBERS = (
    "limit", "sample", "explain", "seed", "ledger_coalitions", "detailed", "batch_tokens", "shard_size", "workers",
    "projection", "chains", "chain_links", "link_change_percent", "link_effect_percent",
    "link_ratio_percent",
    "chain_sufficiency_percent", "chain_necessity_percent",
)  # fmt: skip


def with_config_flags(
    *, leave_out: Collection[str] = ()
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command one optional flag per key of `AuditConfig`, handed over as ``flags``.

    Args:
        leave_out: Keys that the command sets itself.
    """
    names = [name for name in AuditConfig.model_fields if name not in leave_out]

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        def wrapped(**given: Any) -> None:  # noqa: ANN401
            flags = {name: given.pop(name) for name in names}
            command(flags=_parsed(flags), **given)

        own = [p for p in inspect.signature(command).parameters.values() if p.name != "flags"]
        hints = inspect.get_annotations(command, eval_str=True)
        own = [parameter.replace(annotation=hints[parameter.name]) for parameter in own]
        parameters = [
            p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in (*own, *map(_flag, names))
        ]
        wrapped.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        wrapped.__annotations__ = {p.name: p.annotation for p in parameters}
        wrapped.__doc__, wrapped.__name__ = command.__doc__, command.__name__
        return wrapped

    return decorate


def _flag(name: str) -> inspect.Parameter:
    kind = int if name in _NUMBERS else _TYPES.get(name, str)
    option = typer.Option(
        f"--{name.replace('_', '-')}",
        help=_help(name),
        show_default=False,
        rich_help_panel="Configuration (audit.toml takes the same keys)",
    )
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind | None, option],
    )


def _help(name: str) -> str:
    field = AuditConfig.model_fields[name]
    default = field.get_default()
    if field.is_required() or default is None or default is False:
        return str(field.description)
    shown = ",".join(default) if isinstance(default, tuple) else default
    return escape(f"{field.description} [default: {shown}]")


def _parsed(flags: dict[str, Any]) -> dict[str, Any]:
    parsed = {key: value for key, value in flags.items() if value is not None}
    if "methods" in parsed:
        parsed["methods"] = tuple(
            name.strip() for name in parsed["methods"].split(",") if name.strip()
        )
    return parsed
