"""Everything a user can name is documented, by hand or from the code."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
import typer

from auditkit.aggregate.base import STATISTICS
from auditkit.aggregate.findings.coverage import FLAGS as FOUND_FLAGS
from auditkit.capture.head_statistics import STATISTICS as HEAD_STATISTICS
from auditkit.cli.app import app
from auditkit.config import AuditConfig
from auditkit.evidence.reader import Audit
from auditkit.evidence.schema import TABLES
from auditkit.explain.base import METHODS
from auditkit.inputs.base import TASKS
from auditkit.records import Flag, Problem
from auditkit.render.blocks import SECTIONS
from tests.docs.pages import ROOT, page
from tests.synthetic_audit import write_synthetic_audit

FINDINGS_SOURCE = "auditkit/aggregate/findings"
REGISTRIES = {
    "docs/reference/methods.md": METHODS,
    "docs/reference/statistics.md": STATISTICS,
    "docs/reference/sections.md": SECTIONS,
}
COMMANDS = typer.main.get_command(app).commands


def undocumented(names, text: str) -> list[str]:
    """Names that stand nowhere in `text` as code or as a heading."""
    return [
        name
        for name in sorted(names)
        if f"`{name}`" not in text and not re.search(rf"^#+ `?{re.escape(name)}`?$", text, re.M)
    ]


def help_of(command: str) -> str:
    """The part of the reference that shows one command's help."""
    return (
        page("docs/reference/cli.md")
        .partition(f"\n## auditkit {command}\n")[2]
        .partition("\n## ")[0]
    )


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    return Audit(write_synthetic_audit(tmp_path_factory.mktemp("audit"), examples=24))


@pytest.mark.parametrize("name", REGISTRIES)
def test_everything_registered_is_on_its_reference_page(name) -> None:
    assert undocumented(REGISTRIES[name].names(), page(name)) == []


def test_tasks() -> None:
    assert undocumented(TASKS.names(), page("docs/reference/statistics.md")) == []


def test_every_method_is_defined_under_a_heading_of_its_own() -> None:
    headings = re.findall(r"^### `(\w+)`$", page("docs/methods.md"), re.M)
    assert sorted(headings) == sorted(METHODS.names())


@pytest.mark.parametrize("name", METHODS.names())
def test_every_method_says_how_it_is_to_be_read(name) -> None:
    spec = METHODS.get(name).spec
    for field in ("title", "reads", "limits", "reference"):
        assert getattr(spec, field).strip(), f"{name}: {field} is empty"
    assert {field.name for field in fields(spec)} >= {"title", "reads", "limits", "reference"}


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("head statistics", HEAD_STATISTICS),
        ("flags", [str(flag) for flag in Flag]),
        ("kinds of head", [str(problem) for problem in Problem]),
        ("findings about flags", [str(flag) for flag in FOUND_FLAGS]),
        ("families of metrics", STATISTICS.names()),
    ],
)
def test_definitions(what, names) -> None:
    text = page("docs/methods.md")
    missing = [name for name in undocumented(names, text) if f"| {name} |" not in text]
    assert missing == [], what


def test_every_metric_of_an_audit_is_defined(invented) -> None:
    names = set(invented.metrics["metric"].to_pylist())
    assert len(names) > 10
    assert undocumented(names, page("docs/methods.md")) == []


def test_every_finding_the_code_can_raise_is_defined() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / FINDINGS_SOURCE).glob("*.py")]
    kinds = {kind for text in sources for kind in re.findall(r'Finding\(\s*"(\w+)"', text)}
    assert len(kinds) > 5
    kinds |= {"overconfident", "underconfident"}
    assert undocumented(kinds, page("docs/methods.md")) == []


def test_every_column_is_in_the_format() -> None:
    text = page("docs/format.md")
    for name, schema in TABLES.items():
        columns = text.partition(f"\n### {name}\n")[2].partition("\n### ")[0]
        assert undocumented(schema.names, columns) == []
        assert all(field.metadata[b"doc"] for field in schema), name


def test_every_entry_of_the_manifest_is_in_the_format(invented) -> None:
    assert undocumented(invented.manifest, page("docs/format.md")) == []


def test_every_key_of_the_configuration() -> None:
    assert undocumented(AuditConfig.model_fields, page("docs/reference/config.md")) == []
    for key, field in AuditConfig.model_fields.items():
        assert field.description, key


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help_in_the_reference(name) -> None:
    command = COMMANDS[name]
    shown = help_of(name)
    assert command.help.partition("\n")[0] in shown
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name} has no help"
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("--"):
                assert f"{option} " in shown, f"{name} {option}"


def test_every_command_is_named_in_the_guides() -> None:
    guides = "".join(
        page(name)
        for name in ("README.md", "CHANGELOG.md", "docs/getting-started.md", "docs/demo.md")
    )
    assert [name for name in COMMANDS if f"auditkit {name}" not in guides] == []


def test_negative_control_what_is_not_documented_is_found() -> None:
    text = page("docs/methods.md")
    assert undocumented(["shap", "crystal_ball"], text) == ["crystal_ball"]
    assert undocumented(["occlusion"], text.replace("occlusion", "")) == ["occlusion"]
    assert help_of("divine") == ""
