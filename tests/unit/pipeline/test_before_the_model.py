"""What is wrong with a path is found before the model is loaded, which takes long."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest

from auditkit.config import AuditConfig
from auditkit.errors import AuditError
from auditkit.evidence.writer import refuse_other_place
from auditkit.pipeline import prepared
from auditkit.pipeline.measure import measure
from auditkit.pipeline.plan import plan


class TouchedError(Exception):
    """The model was about to be loaded."""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def touch(*_: Any, **__: Any) -> NoReturn:
        raise TouchedError

    monkeypatch.setattr(prepared, "load_model", touch)
    file = tmp_path / "data.csv"
    file.write_text("text,label\nthe film was good,positive\n", "utf-8")
    return file


def config(data: Path, **more: Any) -> AuditConfig:
    return AuditConfig(model="m", data=data, **more)


def test_the_model_is_loaded_where_all_paths_are_right(data: Path, tmp_path: Path) -> None:
    """The control: in the tests below it could have been touched."""
    for chosen in (config(data), config(data, reference=data)):
        with pytest.raises(TouchedError):
            measure(chosen, tmp_path / "new" / "out")
        with pytest.raises(TouchedError):
            plan(chosen)


@pytest.mark.parametrize(
    ("name", "more", "message"),
    [
        ("nothing.csv", {}, "does not exist"),
        ("data.txt", {}, "unknown format"),
        ("empty.csv", {}, "is empty"),
        ("folder", {}, "not one written by datasets"),
        ("data.csv", {"split": "test"}, "has no splits"),
    ],
)
def test_data_that_cannot_be_read(
    name: str, more: dict[str, Any], message: str, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "data.txt").write_text("x", "utf-8")
    (tmp_path / "empty.csv").touch()
    (tmp_path / "folder").mkdir()
    for refuses in (plan, lambda chosen: measure(chosen, tmp_path / "out")):
        with pytest.raises(AuditError, match=message):
            refuses(config(tmp_path / name, **more))
        if not more:
            with pytest.raises(AuditError, match=message):
                refuses(config(data, reference=tmp_path / name))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(
    ("name", "message"),
    [("data.csv", "is a file"), ("data.csv/out", "Not a directory"), ("thesis", "years.txt")],
)
def test_an_output_that_cannot_be_written(
    name: str, message: str, force: bool, data: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "years.txt").touch()
    with pytest.raises(AuditError, match=message):
        measure(config(data), tmp_path / name, force=force)
    assert (tmp_path / "thesis" / "years.txt").is_file()


def test_an_output_where_nobody_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(AuditError, match="Permission denied"):
        refuse_other_place(tmp_path / "new" / "out")
