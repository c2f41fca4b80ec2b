"""The example files of the how-to guides work as they stand."""

from __future__ import annotations

import runpy
import shutil
import tomllib
import types

import numpy as np
import pytest

from auditkit.aggregate import base as aggregate_base
from auditkit.config import resolve
from auditkit.errors import ConfigError
from auditkit.evidence.reader import Audit
from auditkit.explain import base as explain_base
from auditkit.explain import shard
from auditkit.explain.base import Plan
from auditkit.explain.shard import explain_shard
from auditkit.inputs import base as inputs_base
from auditkit.records import Example, Flag
from auditkit.registry import Registry
from auditkit.render import blocks as render_blocks
from auditkit.render.html import render_html
from auditkit.render.page import ReportPage, SectionPage
from tests.audited import ADAPTER, cases_of, run_model, twins
from tests.docs.pages import blocks
from tests.reference.one_text import logits_of, with_blanks
from tests.synthetic_audit import write_synthetic_audit

TEXTS = ("the film was not very good", "unhappy acting , bad plot", "good", "")
REGISTRIES = {
    "methods": (explain_base, "METHODS"),
    "tasks": (inputs_base, "TASKS"),
    "statistics": (aggregate_base, "STATISTICS"),
    "sections": (render_blocks, "SECTIONS"),
}


def load(guide: str, name: str = "example") -> types.ModuleType:
    """Run the first Python block of a guide as a module."""
    module = types.ModuleType(name)
    code = blocks(f"docs/how-to/{guide}.md", "python")[0]
    exec(compile(code, f"docs/how-to/{guide}.md", "exec"), module.__dict__)  # noqa: S102
    return module


@pytest.fixture
def registered(monkeypatch):
    """Load a guide's example into an empty registry and return what it registered."""

    def register(guide: str, kind: str):
        home, name = REGISTRIES[kind]
        empty = Registry(kind, "tests.docs.nothing", "auditkit.nothing")
        empty._loaded = True
        monkeypatch.setattr(home, name, empty)
        load(guide)
        (entry,) = empty.names()
        return entry, empty.get(entry)

    return register


class TestAddAMethod:
    def test_it_computes_what_it_says(self, registered) -> None:
        name, method = registered("add-a-method", "methods")
        assert name == "uncover"
        runner = run_model("bert")
        cases = cases_of(runner, *TEXTS)
        for case, found in zip(cases, method.attribute(runner, cases), strict=True):
            words = case.encoded.words.tolist()
            assert found.scores.shape == (len(words),)
            assert found.evaluations == 1 + len(set(words) - {-1})
            assert (
                found.evaluations == method.asks(case.encoded, Plan((name,), None, 0)).evaluations
            )

            def value(kept, case=case, words=words):
                ids = with_blanks(
                    case.encoded.ids.tolist(), words, kept, twins("bert").tokenizer.mask_token_id
                )
                return case.target.readout.value(logits_of(twins("bert").eager, ids))

            expected = [
                0.0 if word < 0 else (value({word}) - value(())) / words.count(word)
                for word in words
            ]
            np.testing.assert_allclose(found.scores, expected, atol=1e-4)

    def test_it_reaches_the_evidence(self, registered, monkeypatch) -> None:
        name, _ = registered("add-a-method", "methods")
        monkeypatch.setattr(shard, "METHODS", explain_base.METHODS)
        plan = Plan((name,), None, 0)
        examples = [Example(f"{row:016x}", row, text) for row, text in enumerate(TEXTS)]
        results = explain_shard(run_model("bert"), ADAPTER, plan, examples)
        assert [[row[0] for row in result.attributions] for result in results] == [[name]] * 4

    def test_its_spec_is_complete(self, registered) -> None:
        spec = registered("add-a-method", "methods")[1].spec
        assert all((spec.title, spec.reads, spec.limits, spec.reference))

    def test_its_entry_point(self) -> None:
        (text,) = blocks("docs/how-to/add-a-method.md", "toml")
        groups = tomllib.loads(text)["project"]["entry-points"]
        assert list(groups) == [explain_base.METHODS.group]


class TestAddATask:
    def test_the_prefix_is_special_and_offsets_are_the_text_s(self, registered) -> None:
        name, adapter = registered("add-a-task", "tasks")
        assert name == "prefixed-text-classification"
        examples = [Example(f"{row:016x}", row, text) for row, text in enumerate(TEXTS)]
        tokenizer = twins("bert").tokenizer
        rows = adapter.encode(tokenizer, examples, 64)
        for row, example in zip(rows, examples, strict=True):
            assert row.example is example
            assert row.ids.tolist() == tokenizer("review : " + example.text).input_ids
            of_text = [token for token in row.tokens if token.kind == "text"]
            spans = "".join(example.text[token.start : token.stop] for token in of_text)
            assert spans == example.text.replace(" ", "")
            words = sorted({token.word for token in of_text})
            assert words == list(range(row.word_count))
        assert [row.flags for row in rows] == [set(), set(), {Flag.ONE_TOKEN}, {Flag.EMPTY}]

    def test_it_is_explained(self, registered) -> None:
        _, adapter = registered("add-a-task", "tasks")
        plan = Plan(("shap", "occlusion"), None, 0)
        (result,) = explain_shard(
            run_model("bert"), adapter, plan, [Example("0" * 16, 0, TEXTS[0])]
        )
        plain = logits_of(twins("bert").eager, result.encoded.ids)
        np.testing.assert_allclose(result.logits, plain, atol=1e-5)
        for _, _, found in result.attributions:
            assert not found.scores[result.encoded.words < 0].any()
            assert found.scores.any()

    def test_truncation_is_still_flagged(self, registered) -> None:
        _, adapter = registered("add-a-task", "tasks")
        example = Example("0" * 16, 0, "good " * 50)
        (row,) = adapter.encode(twins("bert").tokenizer, [example], 16)
        assert len(row.tokens) == 16
        assert row.flags == {Flag.TRUNCATED}


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    return write_synthetic_audit(tmp_path_factory.mktemp("audit"), examples=12)


class TestAddASection:
    @pytest.mark.parametrize("medium", ["html", "pdf"])
    def test_it_draws_a_row_for_each_method(self, registered, invented, medium) -> None:
        name, section = registered("add-a-section", "sections")
        audit = Audit(invented)
        drawn = tuple(section.blocks(audit, medium))
        assert len(drawn[-1].rows) == len(audit.manifest["methods"])
        shown = SectionPage(name, section.title, drawn)
        html = render_html(ReportPage("Audit", (), audit.root, "en", (shown,)))
        index = audit.metrics["metric"].to_pylist().index("evaluations_mean")
        assert f'data-evidence="metrics.parquet#{index}:value"' in html

    def test_it_stands_where_the_guide_says(self, registered) -> None:
        _, section = registered("add-a-section", "sections")
        assert 80 < section.order < 90


class TestVerifyAnAudit:
    PROGRAM = next(
        code for code in blocks("docs/how-to/verify-an-audit.md", "python") if "def check" in code
    )

    def run(self, tmp_path, out):
        program = tmp_path / "check_audit.py"
        program.write_text(self.PROGRAM, "utf-8")
        return runpy.run_path(str(program))["check"](out)

    def test_an_intact_audit(self, tmp_path, invented) -> None:
        assert self.run(tmp_path, invented) == (Audit(invented).root, [])

    @pytest.mark.parametrize("name", ["metrics.parquet", "manifest.json"])
    def test_negative_control_a_changed_byte_is_found(self, tmp_path, invented, name) -> None:
        copy = shutil.copytree(invented, tmp_path / "copy")
        file = copy / "evidence" / name
        data = file.read_bytes()
        changed = data.replace(b'"seed": 0', b'"seed": 1') if name == "manifest.json" else data[:-1]
        assert changed != data
        file.write_bytes(changed)
        assert [problem.split(":")[0] for problem in self.run(tmp_path, copy)[1]] == [name]

    def test_it_needs_nothing_but_the_standard_library(self) -> None:
        imports = [line.split()[1] for line in self.PROGRAM.splitlines() if "import " in line]
        assert set(imports) == {"hashlib", "json", "sys", "pathlib"}


class TestAuditYourModel:
    def test_the_configuration_is_accepted(self, tmp_path) -> None:
        file = tmp_path / "audit.toml"
        file.write_text(blocks("docs/how-to/audit-your-model.md", "toml")[0], "utf-8")
        (tmp_path / "my-model").mkdir()
        config = resolve(file, {})
        assert config.data == tmp_path / "eval.jsonl"
        assert config.model == str(tmp_path / "my-model")
        assert config.date.isoformat() == "2026-11-23"
        assert set(config.methods) <= set(explain_base.METHODS.names())

    def test_that_of_the_readme_too(self, tmp_path) -> None:
        file = tmp_path / "audit.toml"
        file.write_text(blocks("README.md", "toml")[0], "utf-8")
        assert resolve(file, {}).sample == 500

    def test_negative_control_an_unknown_key_is_refused(self, tmp_path) -> None:
        file = tmp_path / "audit.toml"
        file.write_text(blocks("README.md", "toml")[0] + "metods = []\n", "utf-8")
        with pytest.raises(ConfigError, match="Did you mean 'methods'"):
            resolve(file, {})
