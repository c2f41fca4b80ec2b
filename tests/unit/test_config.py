"""The configuration: precedence, errors that name the key, TOML that reads back."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditkit.config import DEFAULT_METHODS, LOCAL_KEYS, AuditConfig, resolve, to_toml
from auditkit.errors import ConfigError

NEEDED: dict[str, Any] = {"model": "owner/name", "data": Path("eval.jsonl")}


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def toml(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "audit.toml"
    file.write_text(text, "utf-8")
    return file


def test_defaults_come_last() -> None:
    config = resolve(None, NEEDED)
    assert config == AuditConfig(**NEEDED)
    assert (config.seed, config.methods, config.date) == (0, DEFAULT_METHODS, None)


def test_flag_over_file_over_default(tmp_path: Path) -> None:
    file = toml(tmp_path, "seed = 3\ndetailed = 5\ntitle = 'From the file'\n")
    config = resolve(file, {**NEEDED, "seed": 9, "title": None})
    assert (config.seed, config.detailed, config.title) == (9, 5, "From the file")
    assert config.batch_tokens == AuditConfig(**NEEDED).batch_tokens


def test_a_file_can_hold_everything(tmp_path: Path) -> None:
    file = toml(
        tmp_path,
        "model = 'owner/name'\ndata = 'eval.csv'\nmethods = ['random']\ndate = 2026-01-31\n"
        "allow_pickle = true\n",
    )
    config = resolve(file, {})
    assert config.methods == ("random",)
    assert config.date == datetime.date(2026, 1, 31)
    assert config.allow_pickle is True


def test_paths_in_a_file_are_relative_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "my-model").mkdir()
    config = resolve(toml(tmp_path, "model = 'my-model'\ndata = 'sub/eval.csv'\n"), {})
    assert config.data == tmp_path / "sub" / "eval.csv"
    assert Path(config.model) == tmp_path / "my-model"


def test_paths_in_a_file_may_be_absolute_and_hub_ids_stay(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    config = resolve(toml(tmp_path, f"model = 'owner/name'\ndata = '{elsewhere}'\n"), {})
    assert (config.model, config.data) == ("owner/name", elsewhere)


def test_paths_in_flags_are_relative_to_where_one_stands(tmp_path: Path) -> None:
    config = resolve(toml(tmp_path, "model = 'a/b'\ndata = 'x.csv'\n"), {"data": Path("y.csv")})
    assert config.data == Path("y.csv")


@pytest.mark.parametrize("key", ["model", "data"])
def test_model_and_data_are_needed(key: str) -> None:
    with pytest.raises(ConfigError, match=f"No {key} was given: pass --{key}"):
        resolve(None, {name: value for name, value in NEEDED.items() if name != key})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"metods": ["shap"]}, r"Unknown key 'metods'\. Did you mean 'methods'\?"),
        ({"batchtokens": 5}, r"Unknown key 'batchtokens'\. Did you mean 'batch_tokens'\?"),
        ({"qqqq": 1}, r"Unknown key 'qqqq'\. Keys: model, data, "),
        ({"seed": -1}, "seed = -1: "),
        ({"seed": 2**53}, "seed = 9007199254740992: "),
        ({"detailed": 201}, "detailed = 201: "),
        ({"batch_tokens": 1}, "batch_tokens = 1: "),
        ({"shard_size": 0}, "shard_size = 0: "),
        ({"limit": "ten"}, "limit = 'ten': "),
        ({"limit": True}, "limit = True: "),
        ({"seed": 1.0}, "seed = 1.0: "),
        ({"date": 5}, "write the date as 2026-01-31"),
        ({"title": "caf\udce9"}, "holds bytes that are not UTF-8"),
        ({"methods": 3}, "methods = 3: must be a list"),
        ({"methods": ()}, "at least one method"),
        ({"methods": ("shap", "shap")}, "a method is named twice"),
        ({"date": "31.1.2026"}, "date = '31.1.2026': "),
    ],
)
def test_a_wrong_value_names_its_key(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        resolve(None, {**NEEDED, **values})


def test_every_wrong_key_is_named_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        resolve(None, {**NEEDED, "sed": 1, "detailed": -1})
    assert str(caught.value).count("\n") == 1
    assert "'sed'" in str(caught.value)
    assert "detailed = -1" in str(caught.value)


def test_data_that_is_no_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"data = 3 in .*audit\.toml: must be a path"):
        resolve(toml(tmp_path, "data = 3\n"), {"model": "m"})


def test_the_file_is_named(tmp_path: Path) -> None:
    file = toml(tmp_path, "sed = 1\n")
    with pytest.raises(ConfigError, match=r"Unknown key 'sed' in .*audit\.toml\. Did you mean"):
        resolve(file, NEEDED)


@pytest.mark.parametrize(
    "content", [b"seed = \n", b"\xff\xfe", b"[table\n", b"seed = 1\nseed = 2\n"]
)
def test_a_file_that_is_no_toml_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_bytes(content)
    with pytest.raises(ConfigError, match=r"--config .*audit\.toml is not TOML: "):
        resolve(tmp_path / "audit.toml", NEEDED)


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(ConfigError, match=r"--config .* cannot be read: "):
            resolve(path, NEEDED)


# --- The date ----------------------------------------------------------------------------------


def test_source_date_epoch_sets_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1769817600")
    assert resolve(None, NEEDED).date == datetime.date(2026, 1, 31)


@pytest.mark.parametrize(("seconds", "day"), [("86399", 1), ("86400", 2)])
def test_source_date_epoch_is_read_in_utc(
    seconds: str, day: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert resolve(None, NEEDED).date == datetime.date(1970, 1, day)


def test_a_date_that_is_given_counts_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert str(resolve(toml(tmp_path, "date = 2026-01-31\n"), NEEDED).date) == "2026-01-31"
    assert str(resolve(None, {**NEEDED, "date": "2025-12-24"}).date) == "2025-12-24"


def test_an_empty_epoch_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert resolve(None, NEEDED).date is None


@pytest.mark.parametrize("value", ["yesterday", "1e9", "9" * 30, "nan"])
def test_an_epoch_that_is_none_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(ConfigError, match="is not a number of seconds since 1970"):
        resolve(None, NEEDED)


# --- What the evidence holds ---------------------------------------------------------------------


def test_the_configuration_cannot_be_changed() -> None:
    with pytest.raises(pydantic.ValidationError):
        AuditConfig(**NEEDED).seed = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"seed": -1}, "seed = -1: must be greater than or equal to 0."),
        ({"metods": ("shap",)}, "Unknown key 'metods'. Did you mean 'methods'?"),
        ({"methods": ()}, "methods = (): name at least one method."),
        ({"date": 5}, "date = 5: write the date as 2026-01-31."),
    ],
)
def test_from_python_a_wrong_value_is_the_projects_error(
    wrong: dict[str, Any], message: str
) -> None:
    with pytest.raises(ConfigError) as found:
        AuditConfig(**NEEDED, **wrong)
    assert str(found.value) == message
    with pytest.raises(ConfigError) as from_a_file:
        resolve(None, {**NEEDED, **wrong})
    assert str(from_a_file.value) == message


def test_from_python_what_is_missing_is_named() -> None:
    with pytest.raises(ConfigError, match=r"^No data was given: set data\.$"):
        AuditConfig(model="m")  # type: ignore[call-arg]


def test_the_evidence_holds_no_place_on_this_machine() -> None:
    held = AuditConfig(**NEEDED, device="cuda", date="2026-01-31").evidence()
    assert not set(LOCAL_KEYS) & set(held)
    assert held["date"] == "2026-01-31"
    assert held["methods"] == list(DEFAULT_METHODS)


def test_the_evidence_holds_every_other_key_that_is_set() -> None:
    full = AuditConfig(
        **NEEDED, text_column="t", pair_column="p", label_column="l", slice_column="s", id_column="i", split="x",
        limit=1, sample=1, explain=1, foil="f", title="T", date="2026-01-31", model_name="M",
    )  # fmt: skip
    assert set(full.evidence()) == set(AuditConfig.model_fields) - set(LOCAL_KEYS)


def test_the_evidences_toml_reads_back() -> None:
    held = AuditConfig(**NEEDED, title='A "title"\n\\ \U0001f468 \x7f').evidence()
    assert tomllib.loads(to_toml(held)) == held


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.integers(-(2**53), 2**53),
    st.booleans(),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), max_size=3),
)


@given(values=st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), VALUES, max_size=4))
def test_any_flat_mapping_reads_back_from_toml(values: dict[str, Any]) -> None:
    assert tomllib.loads(to_toml(values)) == values


@pytest.mark.parametrize("key", AuditConfig.model_fields)
def test_every_key_is_described(key: str) -> None:
    assert AuditConfig.model_fields[key].description


@pytest.mark.parametrize(
    ("examples", "length"), [(1, 5), (8, 5), (120, 5), (121, 6), (200, 9), (768, 32), (20_000, 32)]
)
def test_small_sets_are_cut_into_shorter_shards(examples, length):
    config = AuditConfig(model="m", data=Path("d"))
    assert config.shard_length(examples) == length
    assert config.model_copy(update={"shard_size": 3}).shard_length(examples) == 3
