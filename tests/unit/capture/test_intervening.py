"""Messages replaced and layers left out, against plain passes and plain hooks."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from auditkit.capture.intervening import intervened, read_at_every_cut
from auditkit.capture.message_links import message_links
from auditkit.capture.messages import Intervention, InterventionRows
from auditkit.explain.chains.references import replacements_from
from auditkit.records import Readout
from tests.audited import encode, run_model, twins
from tests.circuits import CIRCUITS
from tests.readouts import LOGITS, each_class
from tests.reference.circuit_knockouts import every_edge, mean_values, predicted, traced, with_only
from tests.tiny import FAMILIES
from tests.unit.explain.planted import encoded_texts, runner_of

TEXTS = ("not good", "the film was not good , it was a very dull story", "good", "bad plot .")
CLOSE = {"rtol": 1e-4, "atol": 1e-5}
WEIGHTS = np.array([1, -1, 0], np.float32)


def links(*places: tuple[int, int, int]) -> np.ndarray:
    return np.array(places, np.int64).reshape(-1, 3)


def every_cut(runner, rows) -> list[np.ndarray]:
    """All logits at every cut of each row, [cuts classes]."""
    asked = [(row, readout) for row in rows for readout in LOGITS]
    found = read_at_every_cut(runner, asked)
    return [np.stack(found[at : at + 3], -1) for at in range(0, len(found), 3)]


def ask(family: str, *interventions: Intervention, batch_tokens: int = 2048) -> list[np.ndarray]:
    runner = run_model(family, batch_tokens=batch_tokens)
    rows = encode(twins(family).loaded, *TEXTS)
    replacements = replacements_from(runner, rows, 0)
    return intervened(
        runner, [InterventionRows(row, interventions, LOGITS) for row in rows], replacements
    )


@pytest.mark.parametrize("family", FAMILIES)
class TestEveryFamily:
    def test_nothing_replaced_is_the_plain_pass(self, family):
        (plain,) = zip(*ask(family, Intervention(links(), others_stay=True)), strict=True)
        runner = run_model(family)
        seen = runner.observe(encode(twins(family).loaded, *TEXTS), {})
        np.testing.assert_allclose(np.stack(plain), [one.logits for one in seen], **CLOSE)

    def test_everything_replaced_is_the_empty_run_of_the_gates(self, family):
        answers = ask(family, Intervention(links(), others_stay=False))
        runner = run_model(family)
        rows = encode(twins(family).loaded, *TEXTS)
        replacements = replacements_from(runner, rows, 0)
        found = message_links(
            runner, [(row, Readout.of_classes(WEIGHTS)) for row in rows], replacements
        )
        for logits, one in zip(answers, found, strict=True):
            assert float(logits[0] @ WEIGHTS) == pytest.approx(one.empty, abs=1e-4)

    def test_gates_share_the_whole_change(self, family):
        runner = run_model(family)
        rows = encode(twins(family).loaded, *TEXTS)
        replacements = replacements_from(runner, rows, 0)
        for one in message_links(
            runner, [(row, Readout.of_classes(WEIGHTS)) for row in rows], replacements
        ):
            limit = 1e-4 * max(abs(one.value), 1)
            assert one.relevance.sum(dtype=np.float64) == pytest.approx(
                one.value - one.empty, abs=limit
            )

    def test_a_run_may_start_where_it_differs(self, family, monkeypatch):
        last = twins(family).loaded.model.config.num_hidden_layers - 1
        one = Intervention(links((last, 0, 0), (last, 1, 0)), others_stay=True)
        resumed = ask(family, one)
        monkeypatch.setattr(Intervention, "first_layer", property(lambda _: 0))
        for short, whole in zip(resumed, ask(family, one), strict=True):
            np.testing.assert_allclose(short, whole, **CLOSE)

    def test_batches_change_nothing(self, family):
        many = [
            Intervention(links((0, 0, 0)), others_stay=True),
            Intervention(links((1, 0, 0), (0, 0, 0)), others_stay=False),
            Intervention(links((1, 0, 0)), others_stay=True, variant=2),
        ]
        alone = ask(family, *many, batch_tokens=16)
        for small, large in zip(alone, ask(family, *many), strict=True):
            np.testing.assert_allclose(small, large, **CLOSE)

    def test_a_replaced_message_changes_the_answer(self, family):
        """The control of all tests above: replacing is not a no-op."""
        first = [(0, query, key) for query in range(3) for key in range(3)]
        touched, plain = zip(
            *(
                pair
                for pair in ask(
                    family,
                    Intervention(links(*first), others_stay=True),
                    Intervention(links(), others_stay=True),
                )
            ),
            strict=True,
        )
        assert np.abs(np.stack(touched) - np.stack(plain)).max() > 1e-3

    def test_the_lens_ends_at_the_answer(self, family):
        runner = run_model(family)
        rows = encode(twins(family).loaded, *TEXTS)
        for cuts, seen in zip(every_cut(runner, rows), runner.observe(rows, {}), strict=True):
            assert len(cuts) == len(runner.anatomy.stack.layers) + 1
            np.testing.assert_allclose(cuts[-1], seen.logits, **CLOSE)
            assert np.abs(cuts[0] - cuts[-1]).max() > 1e-3


@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_the_lens_reads_hidden_states_by_the_models_own_head(family):
    runner = run_model(family)
    (row,) = encode(twins(family).loaded, TEXTS[1])
    (cuts,) = every_cut(runner, [row])
    model = runner.model
    with torch.no_grad():
        states = model(
            input_ids=torch.tensor(row.ids)[None], output_hidden_states=True
        ).hidden_states[:-1]
        for state, found in zip(states, cuts, strict=False):
            if family == "bert":
                expected = model.classifier(model.bert.pooler(state))[0]
            else:
                expected = model.score(model.transformer.ln_f(state))[0, -1]
            np.testing.assert_allclose(found, expected.numpy(), **CLOSE)


@pytest.mark.parametrize("name", CIRCUITS)
class TestAgainstPlainHooks:
    """Circuits have two layers and a hand-written second route to every intervention."""

    def test_alone_and_without(self, name, tmp_path):
        circuit, runner = CIRCUITS[name](), runner_of(name, tmp_path)
        rows = encoded_texts(runner, circuit.texts)
        replacements = replacements_from(runner, rows, 0)
        traces = [traced(circuit, text) for text in circuit.texts]
        means = mean_values(circuit, traces)
        weights = np.array([-1, 1], np.float32)
        for row, trace in list(zip(rows, traces, strict=True))[:4]:
            chosen = sorted({edge.step for edge in circuit.edges_of(trace.text)})
            mine = [
                Intervention(links(*chosen), others_stay=False),
                Intervention(links(*chosen), others_stay=True),
            ]
            (answers,) = intervened(
                runner, [InterventionRows(row, mine, each_class(2))], replacements
            )
            every = every_edge(circuit, trace)
            inside = [edge for edge in every if edge.step in chosen]
            outside = [edge for edge in every if edge.step not in chosen]
            theirs = [
                with_only(circuit, trace, inside, means[trace.text]),
                with_only(circuit, trace, outside, means[trace.text]),
            ]
            np.testing.assert_allclose(answers @ weights, theirs, rtol=1e-3, atol=1e-3)

    def test_what_the_gradient_predicts(self, name, tmp_path):
        circuit, runner = CIRCUITS[name](), runner_of(name, tmp_path)
        rows = encoded_texts(runner, circuit.texts)
        replacements = replacements_from(runner, rows, 0)
        traces = [traced(circuit, text) for text in circuit.texts]
        means = mean_values(circuit, traces)
        weights = np.array([-1, 1], np.float32)
        for row, trace in list(zip(rows, traces, strict=True))[:4]:
            every = every_edge(circuit, trace)
            theirs = np.zeros_like(
                message_links(runner, [(row, Readout.of_classes(weights))], replacements)[
                    0
                ].predicted
            )
            changes = predicted(circuit, trace, every, means[trace.text])
            for edge, change in zip(every, changes.tolist(), strict=True):
                theirs[edge.step] -= change
            (found,) = message_links(runner, [(row, Readout.of_classes(weights))], replacements)
            np.testing.assert_allclose(found.predicted, theirs, rtol=1e-3, atol=1e-3)
