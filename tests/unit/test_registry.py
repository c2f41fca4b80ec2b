"""The registry: names, nearest names, duplicates, entry points, one new file per entry."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from auditkit import registry
from auditkit.errors import UnknownName
from auditkit.registry import Registry

Maker = Callable[..., Registry[str]]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    """A registry over a package made of named modules."""

    def build(**modules: str) -> Registry[str]:
        folder = tmp_path / "plugins_of_a_test"
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
        found: Registry[str] = Registry("flavour", "plugins_of_a_test", "auditkit.flavours")
        monkeypatch.setattr(sys.modules[__name__], "FOUND", found, raising=False)
        for name, source in modules.items():
            (folder / f"{name}.py").write_text(f"import {__name__} as home\n{source}\n", "utf-8")
        importlib.invalidate_caches()
        return found

    monkeypatch.syspath_prepend(tmp_path)
    yield build
    for name in [name for name in sys.modules if name.startswith("plugins_of_a_test")]:
        del sys.modules[name]


SWEET = "home.FOUND.register('sweet')('sugar')"
SOUR = "home.FOUND.register('sour')('lemon')"


def test_every_module_of_the_folder_is_found(make: Maker) -> None:
    flavours = make(zebra=SOUR, apple=SWEET)
    assert flavours.names() == ("sour", "sweet")
    assert flavours.get("sweet") == "sugar"


def test_a_new_file_is_a_new_entry(make: Maker) -> None:
    assert make(apple=SWEET).names() == ("sweet",)
    for name in [name for name in sys.modules if name.startswith("plugins_of_a_test")]:
        del sys.modules[name]
    assert make(apple=SWEET, pear=SOUR).names() == ("sour", "sweet")


def test_nothing_is_imported_before_the_first_question(make: Maker) -> None:
    flavours = make(broken="raise RuntimeError('imported')")
    with pytest.raises(RuntimeError, match="imported"):
        flavours.names()


def test_modules_are_imported_once(make: Maker) -> None:
    flavours = make(apple=SWEET)
    assert flavours.names() == flavours.names()


def test_an_unknown_name_lists_the_nearest_and_all(make: Maker) -> None:
    flavours = make(apple=SWEET, pear=SOUR)
    with pytest.raises(UnknownName) as caught:
        flavours.get("swet")
    assert str(caught.value) == (
        "Unknown flavour 'swet'. Did you mean 'sweet'? Available: sour, sweet."
    )


def test_a_name_like_no_other_has_no_hint(make: Maker) -> None:
    with pytest.raises(UnknownName, match=r"^Unknown flavour '777'\. Available: sweet\.$"):
        make(apple=SWEET).get("777")


def test_two_entries_of_one_name_are_an_error(make: Maker) -> None:
    flavours = make(apple=SWEET)
    flavours.get("sweet")
    with pytest.raises(ValueError, match="two flavours are named 'sweet'"):
        flavours.register("sweet")("honey")
    assert flavours.get("sweet") == "sugar"


def test_register_returns_what_it_was_given(make: Maker) -> None:
    assert make().register("plain")("water") == "water"


def test_other_distributions_add_entries(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    flavours = make(apple=SWEET)

    def entry_points(*, group: str) -> list[SimpleNamespace]:
        assert group == "auditkit.flavours"
        return [SimpleNamespace(name="x", load=lambda: flavours.register("salty")("salt"))]

    monkeypatch.setattr(registry, "entry_points", entry_points)
    assert flavours.names() == ("salty", "sweet")


def test_a_failed_import_is_not_forgotten(make: Maker) -> None:
    flavours = make(apple=SWEET, broken="raise RuntimeError('no such taste')")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="no such taste"):
            flavours.names()


def test_the_real_registries_hold_what_the_documentation_says() -> None:
    from auditkit.aggregate.base import STATISTICS
    from auditkit.explain.base import METHODS
    from auditkit.inputs.base import TASKS
    from auditkit.render.blocks import SECTIONS

    assert TASKS.names() == ("text-classification",)
    assert {"shap", "integrated_gradients", "attention_rollout", "random"} <= set(METHODS.names())
    for found in (TASKS, METHODS, STATISTICS, SECTIONS):
        assert found.names() == tuple(sorted(found.names()))
        assert all(found.get(name) is not None for name in found.names())
