"""The plan counts exactly what `measure` then does, and predicts by what it has measured."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import auditkit as package
from auditkit.capture.runner import Runner
from auditkit.config import AuditConfig
from auditkit.errors import AuditError
from auditkit.explain.base import METHODS
from auditkit.explain.shard import explain_shard
from auditkit.pipeline import calibration, timing
from auditkit.pipeline.audit_plan import AuditPlan, Bounds
from auditkit.pipeline.cost import Rate, relative_costs
from auditkit.pipeline.plan import plan
from auditkit.pipeline.prediction import makespan
from auditkit.pipeline.prepared import prepare
from auditkit.pipeline.timing import rate
from tests.tiny import DECODERS
from tests.tiny_audits import FAST, SENTENCE, auditkit, model_folder, write_rows

WORDS = ["good", "bad", "dull", "bright", "great", "poor", "rain", "sun", "song", "day"]
TEXTS = [
    "good", "", "the film was good", "not bad , not dull", SENTENCE, f"{SENTENCE} {SENTENCE}",
    " ".join([SENTENCE] * 6), "unhappy acting", "very very good", "rain !",
]  # fmt: skip
SEVERAL = 1
"""Seed of a multi-label model that predicts more than one label of some of these texts."""
CASES = {
    "bert": ("bert", {}, {}),
    "causal, a text without tokens": ("gpt2", {}, {}),
    "single logit": ("bert", {"labels": 1}, {}),
    "paths of the ledger, all in detail": ("bert", {}, {"ledger_coalitions": 2, "detailed": 9}),
    "the frozen ledger alone": ("llama", {}, {"methods": ("frozen_ledger",)}),
    "no projection": ("bert", {}, {"methods": FAST, "projection": 0}),
    "another number format": ("bert", {}, {"dtype": "bfloat16"}),
    "few methods": ("bert", {}, {"methods": FAST, "detailed": 0}),
}


def config(folder: Path, model: Path, **options) -> AuditConfig:
    data = write_rows(folder / "data.jsonl", [{"text": text} for text in TEXTS])
    every = {"methods": METHODS.names(), "detailed": 4, "shard_size": 4, "workers": 1, "chains": 0}
    return AuditConfig(model=str(model), data=data, **{**every, **options})


def stored(audit) -> Counter[str]:
    """Evaluations in the evidence, by method."""
    sums: Counter[str] = Counter()
    for row in audit.attributions.select(["method", "evaluations"]).to_pylist():
        sums[row["method"]] += row["evaluations"]
    return sums


def second_tries(audit) -> int:
    return 200 * audit.attributions["nodes"].to_pylist().count(200)


def rows_run(out: Path) -> int:
    return json.loads((out / "run.json").read_text("utf-8"))["counters"]["rows"]


@pytest.mark.parametrize("case", CASES)
def test_the_plan_counts_what_the_run_does(case, tmp_path) -> None:
    family, shape, options = CASES[case]
    chosen = config(tmp_path, model_folder(family, **shape), **options)
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    again = second_tries(audit)
    for method in planned.methods:
        found = stored(audit)[method.name] - (again if method.second_tries else 0)
        assert Bounds(found, found) == method.evaluations, method.name
    assert again <= planned.rows.second_tries
    # Rows of the same model in float32 are counted by another runner.
    elsewhere = planned.rows.compared // 4 if chosen.dtype != "float32" else 0
    assert planned.rows.sent.least == planned.rows.sent.most
    assert rows_run(tmp_path / "out") == planned.rows.sent.least + again - elsewhere
    points = audit.table("projection")["example_id"].unique()
    assert Bounds(len(points), len(points)) == planned.rows.projected
    assert planned.detailed == audit.details.num_rows
    assert planned.not_run == (family in DECODERS)
    assert planned.truncated == 1


@pytest.mark.parametrize("detailed", [0, 1, 4, 9, 20])
@pytest.mark.parametrize("explain", [1, 4, 8, 99])
def test_what_is_explained_is_bounded(explain: int, detailed: int, tmp_path) -> None:
    methods = ("occlusion", "grad_x_input")
    chosen = config(tmp_path, model_folder(), methods=methods, explain=explain, detailed=detailed)
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    counts = audit.manifest["counts"]
    explained = counts["explained"] + counts["explained_for_detail"]
    assert planned.explained.least <= explained <= planned.explained.most
    assert planned.rows.again == planned.explained
    assert planned.rows.plain == counts["predicted"]
    for method in planned.methods:
        assert method.evaluations.least <= stored(audit)[method.name] <= method.evaluations.most, (
            method.name
        )
    assert planned.rows.sent.least <= rows_run(tmp_path / "out") <= planned.rows.sent.most
    assert planned.detailed == audit.details.num_rows
    if explain == 99:
        assert planned.explained.least == planned.explained.most == len(TEXTS)


def test_where_all_ask_for_as_much_what_is_explained_is_counted_exactly(tmp_path) -> None:
    data = [{"text": f"the film was {word}", "label": at % 3} for at, word in enumerate(WORDS)]
    chosen = config(tmp_path, model_folder(), methods=METHODS.names(), explain=5, detailed=0)
    chosen = chosen.model_copy(update={"data": write_rows(tmp_path / "alike.jsonl", data)})
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    assert planned.explained == planned.rows.again == Bounds(5, 5)
    again = second_tries(audit)
    for method in planned.methods:
        found = stored(audit)[method.name] - (again if method.second_tries else 0)
        assert Bounds(found, found) == method.evaluations, method.name
    assert planned.rows.sent.least == planned.rows.sent.most
    assert rows_run(tmp_path / "out") == planned.rows.sent.least + again


def test_explaining_a_part_is_predicted_to_take_a_part(tmp_path) -> None:
    every = plan(config(tmp_path, model_folder(), detailed=0))
    some = plan(config(tmp_path, model_folder(), detailed=0, explain=2))
    assert every.seconds.predicting == 0 < some.seconds.predicting
    assert some.seconds.explaining < every.seconds.explaining
    assert some.disk.evidence < every.disk.evidence
    assert some.disk.report < every.disk.report
    assert some.evaluations.most < every.evaluations.least


def test_a_multi_label_head_is_bounded(tmp_path) -> None:
    model = model_folder("bert", labels=4, seed=SEVERAL, problem_type="multi_label_classification")
    chosen = config(tmp_path, model)
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    again = second_tries(audit)
    sums = stored(audit)
    for method in planned.methods:
        found = sums[method.name] - (again if method.second_tries else 0)
        assert method.evaluations.least <= found <= method.evaluations.most
        assert method.evaluations.most == 4 * method.evaluations.least
    assert sums["occlusion"] > planned.methods[METHODS.names().index("occlusion")].evaluations.least
    sent = rows_run(tmp_path / "out") - again
    assert planned.rows.sent.least < sent <= planned.rows.sent.most


@pytest.mark.parametrize(
    ("options", "differ"),
    [({"ledger_coalitions": 2}, "details_gradients"), ({"projection": 3}, "projected")],
)
def test_what_the_choice_of_examples_decides_is_bounded(options, differ, tmp_path) -> None:
    chosen = config(tmp_path, model_folder(), methods=("ledger",), **options)
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    bounds = getattr(planned.rows, differ)
    assert bounds.least < bounds.most
    sent = planned.rows.sent
    assert sent.most - sent.least == bounds.most - bounds.least
    assert sent.least <= rows_run(tmp_path / "out") <= sent.most
    tokens = {row["id"]: max(row["words"]) + 1 for row in audit.examples.to_pylist()}
    shown = audit.details["example_id"].to_pylist()
    points = audit.table("projection")["example_id"].unique().to_pylist()
    exact = {
        "details_gradients": sum(16 if tokens[name] > 1 else 2 for name in shown),
        "projected": len(points),
    }
    assert rows_run(tmp_path / "out") - sent.least == exact[differ] - bounds.least


def test_chains_are_predicted_and_change_no_count(tmp_path) -> None:
    without = plan(config(tmp_path, model_folder()))
    chosen = config(tmp_path, model_folder(), chains=3)
    planned = plan(chosen)
    assert (planned.methods, planned.rows) == (without.methods, without.rows)
    assert planned.seconds.chains > without.seconds.chains == 0
    assert planned.disk.evidence > without.disk.evidence
    package.measure(chosen, tmp_path / "out")
    assert rows_run(tmp_path / "out") > planned.rows.sent.most
    assert "rows of tested routes" in planned.not_covered


def test_negative_control_a_count_that_is_wrong_is_noticed(tmp_path) -> None:
    chosen = config(tmp_path, model_folder(), methods=FAST)
    planned = plan(chosen.model_copy(update={"detailed": 3}))
    package.measure(chosen, tmp_path / "out")
    assert rows_run(tmp_path / "out") != planned.rows.sent.least


def test_nothing_is_written(tmp_path, monkeypatch) -> None:
    chosen = config(tmp_path, model_folder(), methods=FAST)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    before = sorted(tmp_path.rglob("*"))
    plan(chosen)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "options",
    [{"methods": ("shapp",)}, {"foil": "nobody"}, {"text_column": "txt"}, {"device": "abacus"},
     {"model": "nowhere"}, {"data": Path("nothing.csv")}, {"task": "guessing"}],
)  # fmt: skip
def test_wrong_input_is_refused_as_measuring_refuses_it(options, tmp_path) -> None:
    chosen = config(tmp_path, model_folder()).model_copy(update=options)
    said = []
    for refuses in (plan, lambda config: package.measure(config, tmp_path / "out")):
        with pytest.raises(AuditError) as refused:
            refuses(chosen)
        said.append((refused.type, str(refused.value)))
    assert said[0] == said[1]


def test_texts_without_any_token(tmp_path) -> None:
    data = write_rows(tmp_path / "empty.jsonl", [{"text": ""}])
    chosen = config(tmp_path, model_folder("gpt2")).model_copy(update={"data": data})
    planned = plan(chosen)
    assert planned.not_run == planned.examples == 1
    assert planned.evaluations == planned.rows.sent == Bounds(0, 0)
    assert planned.calibration is None
    assert planned.seconds.explaining == 0


# --- Prediction ---------------------------------------------------------------------------------


class Machine:
    """A clock that only rows through the model move; their cost grows with their length."""

    def __init__(self, base: float, slope: float) -> None:
        self.now, self.base, self.slope = 0.0, base, slope

    def perf_counter(self) -> float:
        return self.now

    def runner(self, real: Runner) -> Runner:
        """Return `real`, timed by this clock; a backward pass costs twice the forward pass."""
        machine = self

        class Timed(Runner):
            def _run(self, batch, **options):
                tokens = len(batch.rows) * batch.length
                price = 3.0 if "path" in machine.kind else 1.0
                machine.now += price * tokens * (machine.base + machine.slope * batch.length)
                return super()._run(batch, **options)

            def path_gradients(self, groups):
                machine.kind = "path"
                try:
                    return super().path_gradients(groups)
                finally:
                    machine.kind = ""

        return Timed(real.loaded, real.batch_tokens, real.device)

    kind = ""


def predicted_and_true(folder: Path, machine: Machine, monkeypatch) -> tuple[float, float]:
    chosen = config(folder, model_folder(), methods=("shap", "integrated_gradients"), shard_size=99)
    ready = prepare(chosen)
    ready = replace(ready, runner=machine.runner(ready.runner))
    for module in (calibration, timing):
        monkeypatch.setattr(module, "time", machine)
    monkeypatch.setattr("auditkit.pipeline.plan.prepare", lambda _: ready)
    planned = plan(chosen)
    began = machine.now
    results = explain_shard(ready.runner, ready.adapter, ready.plan, ready.data.examples)
    tries = sum(a.nodes == 200 for result in results for _, _, a in result.attributions)
    assert planned.calibration is not None
    assert tries == 0 or planned.calibration.again > 0
    return planned.seconds.explaining, machine.now - began


MACHINES = {
    "linear": (1e-3, 0.0),
    "attention counts": (1e-3, 3e-5),
    "attention rules": (1e-6, 1e-4),
}


@pytest.mark.parametrize("name", MACHINES)
def test_the_time_of_a_machine_is_predicted(name, tmp_path, monkeypatch) -> None:
    predicted, true = predicted_and_true(tmp_path, Machine(*MACHINES[name]), monkeypatch)
    assert 1 / 1.5 < predicted / true < 1.5


def test_negative_control_a_prediction_without_attention_is_wrong(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(calibration, "rate", lambda lengths, seconds: Rate(seconds[0] / lengths[0]))
    monkeypatch.setattr(calibration, "FEWEST_SECONDS", 0.0)
    machine = Machine(*MACHINES["attention rules"])
    predicted, true = predicted_and_true(tmp_path, machine, monkeypatch)
    assert not 1 / 1.5 < predicted / true < 1.5


def test_disk_is_predicted(tmp_path) -> None:
    chosen = config(tmp_path, model_folder(), detailed=20)
    planned = plan(chosen)
    audit = package.measure(chosen, tmp_path / "out")
    package.publish(tmp_path / "out")
    evidence = sum(path.stat().st_size for path in audit.evidence.rglob("*") if path.is_file())
    report = sum((tmp_path / "out" / f"report.{kind}").stat().st_size for kind in ("html", "pdf"))
    assert 1 / 1.5 < planned.disk.evidence / evidence < 1.5
    assert 1 / 1.5 < planned.disk.report / report < 1.5
    whole = planned.disk.evidence + planned.disk.report
    bounds = planned.disk.bounds
    assert bounds.least == bounds.most  # all are shown, so none is chosen
    assert abs(bounds.least - whole) <= 1  # a sum rounded, and a sum of what was rounded


@pytest.mark.parametrize("one", [Rate(0.5), Rate(0.5, 0.01), Rate(0.0, 0.2)])
def test_a_rate_is_found_from_two_rows(one) -> None:
    found = rate([10, 100], [one.of_row(10), one.of_row(100)])
    assert found.base == pytest.approx(one.base, abs=1e-9)
    assert found.slope == pytest.approx(one.slope)


def test_a_rate_never_falls_with_length() -> None:
    assert rate([10, 100], [10.0, 50.0]) == Rate(0.75)
    assert rate([10], [10.0]) == Rate(1.0)
    steep = rate([10, 100], [1.0, 1000.0])
    assert (steep.base, steep.of_row(100)) == (0, pytest.approx(1000))


def test_tasks_go_to_whoever_is_free() -> None:
    assert makespan([3, 1, 1, 1], 2) == 3
    assert makespan([1, 1, 1, 3], 2) == 4
    assert makespan([2, 2], 1) == 4
    assert makespan([], 3) == 0


def test_relative_costs_rise_with_length_and_fall_with_width() -> None:
    narrow, wide = relative_costs(64), relative_costs(1024)
    assert narrow.masked.of_row(512) > wide.masked.of_row(512) > 512
    assert wide.gradient.of_row(100) > wide.masked.of_row(100)


# --- What is printed ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def planned(tmp_path_factory) -> AuditPlan:
    return plan(config(tmp_path_factory.mktemp("plan"), model_folder(), methods=FAST))


def flags(folder: Path) -> list[str]:
    data = write_rows(folder / "data.jsonl", [{"text": text} for text in TEXTS])
    return [
        "plan",
        "--model",
        str(model_folder()),
        "--data",
        str(data),
        "--methods",
        ",".join(FAST),
    ]


def test_plain_lines_where_there_is_no_terminal(tmp_path) -> None:
    done = auditkit(*flags(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert "  integrated_gradients: 510 + 0 to 2,000 in second tries\n" in done.out
    read, rest = done.out.split("\n", 1)
    assert read.startswith(f"Data {tmp_path / 'data.jsonl'}: text from 'text', second text none")
    assert rest.startswith("Data:\n  examples: 10\n")
    assert done.out.splitlines()[-1].startswith("Not covered: ")


def test_json_holds_everything(tmp_path) -> None:
    done = auditkit(*flags(tmp_path), "--json")
    said = json.loads(done.out)
    assert said["examples"] == 10
    assert said["evaluations"]["least"] == sum(
        method["evaluations"]["least"] for method in said["methods"]
    )
    assert said["seconds"]["all"] == pytest.approx(
        sum(
            said["seconds"][stage]
            for stage in (
                "loading",
                "predicting",
                "explaining",
                "chains",
                "numbers",
                "projection",
                "details",
            )
        )
    )
    assert set(said) > {"rows", "disk", "workers", "device", "calibration", "not_covered"}


def test_an_aligned_table_on_a_terminal(planned, monkeypatch, capsys) -> None:
    from rich.console import Console

    from auditkit.cli import plan_text

    monkeypatch.setattr(plan_text, "Console", lambda: Console(force_terminal=True, width=100))
    plan_text.print_plan(planned, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    starts = {line.index("10") for line in lines if line.startswith("  examples")}
    starts |= {line.index("510") for line in lines if line.startswith("  integrated_gradients")}
    assert len(starts) == 1


def test_wrong_input_ends_with_one_message(tmp_path) -> None:
    done = auditkit(*flags(tmp_path), "--foil", "nobody")
    assert done.code == 2
    assert done.err.startswith("error: --foil 'nobody' is no label")
    assert done.out == ""
