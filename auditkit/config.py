"""The audit's configuration: `audit.toml`, or the flags of `auditkit run`.

Precedence: flag over file over default. The resolved configuration is part of the evidence, less
what says where things lie on this machine (`LOCAL_KEYS`), so that paths never enter the digest.
"""

from __future__ import annotations

import datetime
import json
import os
import tomllib
from difflib import get_close_matches
from math import ceil
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    StrictBool,
    StrictInt,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from auditkit.errors import ConfigError

DEFAULT_METHODS = (
    "shap",
    "ledger",
    "integrated_gradients",
    "occlusion",
    "frozen_ledger",
    "grad_x_input",
    "attention_rollout",
    "value_rollout",
    "uniform_rollout",
    "random",
)
LOCAL_KEYS = ("model", "data", "reference", "device", "workers")
"""Keys of this machine, kept out of the evidence (they stand in run.json)."""


FEWEST_SHARDS = 24
"""As many shards a set has at least, unless they would be shorter than the shortest: what a worker does
last, while others wait, is then a small part of the whole."""
SHORTEST_SHARD = 5


class AuditConfig(BaseModel):
    """Everything that decides what an audit says."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    model: str = Field(description="Hugging Face model folder, or hub id")
    data: Path = Field(description="CSV, TSV, JSONL, JSON, Parquet file or datasets folder")
    task: str = Field("text-classification", description="what the model does")
    text_column: str | None = Field(None, description="column of the text; found by name if unset")
    pair_column: str | None = Field(None, description="column of the second text of a pair")
    label_column: str | None = Field(None, description="column of the gold label")
    slice_column: str | None = Field(None, description="column that names each row's slice")
    id_column: str | None = Field(None, description="column of the row's own id, shown beside it")
    split: str | None = Field(None, description="split of a datasets folder with several")
    limit: StrictInt | None = Field(None, ge=1, description="audit the first N rows only")
    sample: StrictInt | None = Field(
        None, ge=1, description="audit N rows drawn at random (seeded)"
    )
    explain: StrictInt | None = Field(
        None,
        ge=1,
        description="explain N of them, drawn at random (seeded), and those in detail; predict all",
    )
    seed: StrictInt = Field(0, ge=0, lt=2**53, description="seed of every draw")
    methods: tuple[str, ...] = Field(DEFAULT_METHODS, description="attribution methods to run")
    ledger_coalitions: StrictInt = Field(
        0,
        ge=0,
        le=16,
        description="pairs of random coalitions the ledger averages over; 0 for none",
    )
    foil: str | None = Field(None, description="label the margin is taken against; else runner-up")
    detailed: StrictInt = Field(40, ge=0, le=200, description="most examples to show in detail")
    chains: StrictInt = Field(
        40,
        ge=0,
        description="examples drawn at random whose routes are tested; 0 to test none",
    )
    projection: StrictInt = Field(
        1000,
        ge=0,
        description="examples whose hidden states are projected, besides those in detail; 0 for none",
    )
    chain_links: StrictInt = Field(12, ge=1, le=200, description="most links of a tested route")
    link_change_percent: StrictInt = Field(
        1, ge=0, le=100, description="least change of the margin that counts, in % of |margin|"
    )
    link_effect_percent: StrictInt = Field(
        25,
        ge=0,
        le=100,
        description="least observed effect of a link, in % of what it contributes",
    )
    link_ratio_percent: StrictInt = Field(
        200, ge=100, description="largest observed change, in % of the predicted, and the reverse"
    )
    chain_sufficiency_percent: StrictInt = Field(
        50, ge=0, le=100, description="least share that a confirmed route keeps alone, in %"
    )
    chain_necessity_percent: StrictInt = Field(
        50, ge=0, le=100, description="least share that goes with a confirmed route, in %"
    )
    reference: Path | None = Field(
        None, description="file of texts that messages are replaced from; else the data itself"
    )
    page: Literal["report", "explanation"] = Field(
        "report", description="what publish writes: the report, or an explanation of single texts"
    )
    batch_tokens: StrictInt = Field(1024, ge=16, description="padded tokens per batch, at most")
    shard_size: StrictInt = Field(
        32, ge=1, description="examples per shard, at most: what a killed run may lose"
    )
    device: str = Field("auto", description="cpu, cuda, mps or auto")
    dtype: Literal["float32", "bfloat16", "float16"] = Field(
        "float32", description="number format of the model: float32, bfloat16 or float16"
    )
    workers: StrictInt | None = Field(
        None, ge=1, description="processes side by side on a CPU; one per core if unset"
    )
    title: str | None = Field(None, description="title of the report")
    date: datetime.date | None = Field(
        None, description="date of the report; SOURCE_DATE_EPOCH if unset"
    )
    model_name: str | None = Field(None, description="what the report calls the model")
    allow_pickle: StrictBool = Field(False, description="read pickle weights, which can run code")  # noqa: FBT003

    @model_validator(mode="wrap")
    @classmethod
    def _in_words_of_ours(
        cls, values: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Turn what is wrong into one clear message.

        Raises:
            ConfigError: A key is unknown (the nearest is named), or a value does not fit.
        """
        try:
            return handler(values)
        except ValidationError as error:
            raise ConfigError(_explain(error, (info.context or {}).get("file"))) from error

    @field_validator("methods")
    @classmethod
    def _no_repetition(cls, methods: tuple[str, ...]) -> tuple[str, ...]:
        if not methods:
            raise ValueError("name at least one method")
        if len(set(methods)) != len(methods):
            raise ValueError("a method is named twice")
        return methods

    @field_validator("*")
    @classmethod
    def _is_unicode(cls, value: object) -> object:
        if isinstance(value, str | Path) and not is_unicode(value):
            raise ValueError("holds bytes that are not UTF-8")
        return value

    @field_validator("date", mode="before")
    @classmethod
    def _no_number(cls, date: object) -> object:
        if isinstance(date, int | float):
            raise ValueError("write the date as 2026-01-31")
        return date

    def shard_length(self, examples: int) -> int:
        """Return how many of so many examples make a shard: fewer in small sets, so that all cores have work."""
        return min(self.shard_size, max(SHORTEST_SHARD, ceil(examples / FEWEST_SHARDS)))

    def evidence(self) -> dict[str, Any]:
        """Return the resolved configuration without what is local to this machine."""
        fields = self.model_dump(mode="json", exclude_none=True)
        return {key: value for key, value in fields.items() if key not in LOCAL_KEYS}


def resolve(file: Path | None, flags: dict[str, Any]) -> AuditConfig:
    """Return the configuration from an optional `audit.toml` and the flags that were given.

    Paths in the file are relative to the file. `SOURCE_DATE_EPOCH` sets the date if nothing else.

    Raises:
        ConfigError: The file cannot be read, a key is unknown (the nearest is named), or a value
            does not fit.
    """
    values = {} if file is None else _read(file)
    values |= {key: value for key, value in flags.items() if value is not None}
    if "date" not in values and os.environ.get("SOURCE_DATE_EPOCH"):
        values["date"] = _epoch_date(os.environ["SOURCE_DATE_EPOCH"])
    for key in ("model", "data"):
        if key not in values:
            raise ConfigError(f"No {key} was given: pass --{key}, or set {key} in audit.toml.")
    return AuditConfig.model_validate(values, context={"file": file})


def is_unicode(value: str | Path) -> bool:
    """Whether a text or path of the command line has no bytes that could not be decoded."""
    return not any("\ud800" <= character <= "\udfff" for character in str(value))


def to_toml(values: dict[str, Any]) -> str:
    """Return a flat mapping of strings, numbers, booleans and string lists as TOML."""
    # A JSON string, number, boolean or list of strings is also TOML, but for one character that
    # TOML wants escaped.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return "".join(lines).replace("\x7f", "\\u007f")


def _read(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"--config {file} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"--config {file} is not TOML: {error}.") from error
    data, model = values.get("data"), values.get("model")
    if isinstance(data, str):
        values["data"] = file.parent / data
    elif data is not None:
        raise ConfigError(f"data = {data!r} in {file}: must be a path, in quotes.")
    if isinstance(model, str) and (file.parent / model).is_dir():
        values["model"] = str(file.parent / model)
    return values


def _epoch_date(value: str) -> datetime.date:
    try:
        return datetime.datetime.fromtimestamp(int(value), tz=datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            f"SOURCE_DATE_EPOCH={value!r} is not a number of seconds since 1970."
        ) from error


def _explain(error: ValidationError, file: Path | None) -> str:
    where = f" in {file}" if file else ""
    return "\n".join(_explain_one(item, where) for item in error.errors())


def _explain_one(item: Any, where: str) -> str:  # noqa: ANN401
    key = str(item["loc"][0]) if item["loc"] else "configuration"
    if item["type"] == "extra_forbidden":
        near = get_close_matches(key, AuditConfig.model_fields, n=1)
        every = f"Keys: {', '.join(AuditConfig.model_fields)}."
        hint = f"Did you mean {near[0]!r}?" if near else every
        return f"Unknown key {key!r}{where}. {hint}"
    if item["type"] == "missing":
        return f"No {key} was given: set {key}."
    message = item["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
    message = message.replace("a valid tuple", "a list")
    given = str(item["input"]) if isinstance(item["input"], Path) else item["input"]
    return f"{key} = {given!r}{where}: {message}."
