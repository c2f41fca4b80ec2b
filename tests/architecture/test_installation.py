"""What the README's commands install is pinned, and no text sends a reader to another project.

Registries have a package named auditkit that is not this one: it is installed from a checkout.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
BY_NAME = re.compile(r"pip install\b[^\n`\"#]*(?<![/.\w-])auditkit\b(?!/)")
"""A command that asks a registry for a package named auditkit."""

TEXTS = sorted(
    path
    for place in ("auditkit", "docs", "templates", "scripts", ".github", "README.md", "Makefile")
    for path in [ROOT / place, *(ROOT / place).rglob("*")]
    if path.suffix in {".py", ".md", ".jinja", ".sh", ".yml"} or path.name == "Makefile"
)


def pins() -> list[Requirement]:
    written = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in written if not line.startswith("#")]


def required() -> list[Requirement]:
    return [Requirement(line) for line in sum(EXTRAS.values(), PROJECT["dependencies"])]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins_of(requirement: Requirement, pinned: list[Requirement]) -> list[str]:
    """Return the pinned versions that `requirement` accepts; exactly one is right."""
    versions = [
        str(pin.specifier)[2:] for pin in pinned if normal(pin.name) == normal(requirement.name)
    ]
    return [version for version in versions if requirement.specifier.contains(version)]


@pytest.mark.parametrize("requirement", required(), ids=lambda requirement: requirement.name)
def test_each_requirement_is_pinned_once_to_a_version_it_accepts(requirement: Requirement) -> None:
    assert len(pins_of(requirement, pins())) == 1


def test_each_pin_is_one_version_for_every_python() -> None:
    for pin in pins():
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), pin
        assert pin.marker is None, pin


@pytest.mark.parametrize(
    "pinned", [[], ["torch==2.5.1"], ["torch==2.6", "Torch==2.7"], ["torchvision==2.13"]]
)
def test_negative_control_missing_old_and_double_pins(pinned: list[str]) -> None:
    assert len(pins_of(Requirement("torch>=2.6"), [Requirement(line) for line in pinned])) != 1


def test_no_command_asks_a_registry_for_auditkit() -> None:
    assert len(TEXTS) > 100
    assert [p for p in TEXTS if BY_NAME.search(p.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "text",
    ["pip install auditkit", "run pip install 'auditkit[model]'", "pip install -U auditkit==0.1.0"],
)
def test_negative_control_commands_by_name(text: str) -> None:
    assert BY_NAME.findall(text)


@pytest.mark.parametrize("text", ["pip install .    # in auditkit", "pip install ./auditkit"])
def test_commands_of_a_checkout_are_not_commands_by_name(text: str) -> None:
    assert not BY_NAME.findall(text)
