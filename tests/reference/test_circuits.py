"""The planted circuits are what they say, shown by hooks on transformers' own models alone."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
import transformers

from auditkit.capture.loading import load_model
from tests.audited import ADAPTER
from tests.circuit_weights import FIELDS, POSITIONS
from tests.circuit_words import KIND_OF, LABELS, POLARITY
from tests.circuits import CIRCUITS, DECOYS, Circuit, save_circuit
from tests.reference.circuit_knockouts import (
    Trace,
    every_edge,
    mean_values,
    message_norm,
    predicted,
    shuffled,
    traced,
    with_only,
    without,
)
from tests.tiny_audits import measure, table

MUCH, LITTLE = 0.5, 0.01
"""Of the margin, what losing a true edge changes at least and losing a decoy at most."""
MOST_BESIDE = 0.1
"""What losing any edge outside the circuit changes at most; induction's second name is softest."""


@dataclass(frozen=True)
class Study:
    """A circuit, its texts run once, and what each edge's value is replaced by."""

    circuit: Circuit
    traces: tuple[Trace, ...]
    means: dict[str, torch.Tensor]

    def instead(self, trace: Trace, kind: str) -> torch.Tensor:
        return self.means[trace.text] if kind == "mean" else torch.zeros_like(trace.values)

    def changes(self, trace: Trace, edges: list, kind: str = "mean") -> np.ndarray:
        """Changes of the margin, as shares of its size."""
        after = without(self.circuit, trace, edges, self.instead(trace, kind))
        return (after.numpy() - trace.margin) / abs(trace.margin)

    def right(self) -> float:
        gold = [sentence.label for sentence in self.circuit.sentences]
        said = [LABELS[trace.margin > 0] for trace in self.traces]
        return float(np.mean([one == other for one, other in zip(gold, said, strict=True)]))

    def largest_are_true(self, trace: Trace) -> bool:
        edges, true = every_edge(self.circuit, trace), self.circuit.edges_of(trace.text)
        order = np.argsort(-np.abs(self.changes(trace, edges)))
        return {edges[at] for at in order[: len(true)]} == true

    def loudest_decoy(self, kind: str) -> float:
        return max(
            np.abs(self.changes(trace, list(self.circuit.decoys_of(trace.text)), kind)).max()
            for trace in self.traces
        )


def study_of(circuit: Circuit) -> Study:
    traces = tuple(traced(circuit, text) for text in circuit.texts)
    return Study(circuit, traces, mean_values(circuit, traces))


@cache
def planted(name: str, seed: int = 0) -> Study:
    return study_of(CIRCUITS[name](seed))


@pytest.fixture(params=list(CIRCUITS))
def study(request: pytest.FixtureRequest) -> Study:
    return planted(request.param)


# --- The texts -----------------------------------------------------------------------------------


def test_texts_are_many_different_and_balanced(study: Study) -> None:
    labels = [sentence.label for sentence in study.circuit.sentences]
    assert len(set(study.circuit.texts)) == len(labels) == 24
    assert labels.count("positive") == labels.count("negative") == 12


def test_each_word_is_one_token_where_places_says(study: Study) -> None:
    circuit = study.circuit
    for text in circuit.texts:
        encoded, places = circuit.tokenizer(text), circuit.places(text)
        tokens = encoded.tokens()
        assert len(tokens) <= POSITIONS
        special = [word is None for word in encoded.word_ids()]
        assert [
            "" if hidden else token for token, hidden in zip(tokens, special, strict=True)
        ] == list(places.words)
        assert special[places.sink]
        assert all(word in KIND_OF for word in places.words if word)


def test_polarities_average_to_nothing(study: Study) -> None:
    words = [word for text in study.circuit.texts for word in text.split()]
    assert sum(POLARITY.get(word, 0) for word in words) == 0


def test_negation_has_texts_of_one_edge_and_of_two() -> None:
    circuit = planted("negation").circuit
    sizes = [(len(circuit.edges_of(text)), "not" in text) for text in circuit.texts]
    assert {(1, False), (1, True), (2, True)} == set(sizes)


# --- The true circuit ----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", CIRCUITS)
def test_every_text_is_classified_right(name: str, seed: int) -> None:
    assert planted(name, seed).right() == 1


@pytest.mark.parametrize("kind", ["mean", "zero"])
def test_losing_a_true_edge_changes_most_of_the_margin(study: Study, kind: str) -> None:
    for trace in study.traces:
        true = sorted(study.circuit.edges_of(trace.text))
        assert np.abs(study.changes(trace, true, kind)).min() > MUCH


def test_losing_the_negation_turns_the_decision_round() -> None:
    study = planted("negation")
    negated = [t for t in study.traces if len(study.circuit.edges_of(t.text)) == 2]
    assert len(negated) == 12
    for trace in negated:
        negate = min(study.circuit.edges_of(trace.text))
        assert study.changes(trace, [negate])[0] * np.sign(trace.margin) < -1.5


def test_true_edges_are_the_largest_of_all_edges(study: Study) -> None:
    for trace in study.traces[::4]:
        assert study.largest_are_true(trace)
        true = study.circuit.edges_of(trace.text)
        rest = [edge for edge in every_edge(study.circuit, trace) if edge not in true]
        assert np.abs(study.changes(trace, rest)).max() < MOST_BESIDE


def test_gradient_foretells_what_losing_a_true_edge_does(study: Study) -> None:
    for trace in study.traces:
        true = sorted(study.circuit.edges_of(trace.text))
        changes = predicted(study.circuit, trace, true, study.means[trace.text]).numpy()
        ratio = changes / abs(trace.margin) / study.changes(trace, true)
        assert ((ratio > 0.6) & (ratio < 1.6)).all()


def test_circuit_alone_gives_the_margin(study: Study) -> None:
    for trace in study.traces:
        means, true = study.means[trace.text], sorted(study.circuit.edges_of(trace.text))
        empty, alone = (with_only(study.circuit, trace, kept, means) for kept in ([], true))
        assert (alone - empty) / (trace.margin - empty) == pytest.approx(1, abs=0.1)


# --- Decoys --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", CIRCUITS)
def test_losing_a_decoy_changes_next_to_nothing(name: str, seed: int) -> None:
    assert planted(name, seed).loudest_decoy("mean") < LITTLE
    assert planted(name, seed).loudest_decoy("zero") < LITTLE


def test_decoys_attend_sharply_and_are_of_every_kind(study: Study) -> None:
    circuit = study.circuit
    for trace in study.traces:
        decoys = circuit.decoys_of(trace.text)
        assert set(decoys.values()) == set(DECOYS)
        assert min(trace.attention[edge] for edge in decoys) > 0.9
        steps = {edge.step for edge in circuit.edges_of(trace.text)}
        assert not steps & {edge.step for edge in decoys}
        assert {edge.layer for edge in decoys} == {0, 1}


def test_unread_messages_are_as_long_as_true_ones_and_the_others_are_not(study: Study) -> None:
    circuit = study.circuit
    for trace in study.traces:
        true = [message_norm(circuit, trace, edge) for edge in circuit.edges_of(trace.text)]
        for edge, role in circuit.decoys_of(trace.text).items():
            length = message_norm(circuit, trace, edge)
            assert length > max(true) if role == "unread" else length < 0.02 * min(true)


# --- Negative controls ---------------------------------------------------------------------------


def test_negative_control_decoys_that_are_read_are_heard() -> None:
    circuit = planted("negation").circuit
    model = deepcopy(circuit.model)
    with torch.no_grad():
        model.score.weight[0, FIELDS["ignored"]] += torch.arange(8) / 4
    heard = study_of(replace(circuit, model=model))
    assert heard.loudest_decoy("mean") > 10 * LITTLE


def test_negative_control_with_permuted_weights_nothing_is_special(study: Study) -> None:
    largest, right = [], []
    for seed in range(3):
        random = study_of(shuffled(study.circuit, seed))
        largest += [random.largest_are_true(trace) for trace in random.traces[::4]]
        right.append(random.right())
    assert np.mean(largest) < 0.2
    assert max(right) < 0.8


def test_negative_control_an_edge_replaced_by_itself_changes_nothing(study: Study) -> None:
    trace = study.traces[0]
    edges = every_edge(study.circuit, trace)
    after = without(study.circuit, trace, edges, trace.values).numpy()
    assert after == pytest.approx(trace.margin, abs=1e-5)
    kept = with_only(study.circuit, trace, edges, torch.zeros_like(trace.values))
    assert kept == pytest.approx(trace.margin, abs=1e-4)
    again = traced(study.circuit, trace.text)
    assert again.margin == trace.margin


# --- Weights and folders -------------------------------------------------------------------------


@pytest.mark.parametrize("name", CIRCUITS)
def test_weights_are_seeded_and_nowhere_zero(name: str) -> None:
    build = CIRCUITS[name].__wrapped__
    first, again, other = (build(seed).model.state_dict() for seed in (0, 0, 1))
    for key, weight in first.items():
        embedding = key.endswith(("wte.weight", "word_embeddings.weight"))
        assert torch.equal(weight, again[key])
        assert not torch.equal(weight, other[key])
        assert embedding or (weight != 0).all()


def test_saved_folder_is_the_same_classifier(study: Study, tmp_path: Path) -> None:
    folder, _ = save_circuit(tmp_path, study.circuit)
    auto = transformers.AutoModelForSequenceClassification.from_pretrained(folder).eval()
    loaded = load_model(str(folder), ADAPTER)
    assert loaded.labels == LABELS
    for trace in study.traces[:3]:
        assert loaded.tokenizer(trace.text)["input_ids"] == trace.ids.tolist()
        for model in (auto, loaded.model):
            logits = model(trace.ids[None]).logits[0]
            assert float((logits[1] - logits[0]).detach()) == pytest.approx(trace.margin, abs=1e-4)


@pytest.mark.parametrize("name", CIRCUITS)
def test_folder_can_be_measured(name: str, tmp_path: Path) -> None:
    study = planted(name)
    model, data = save_circuit(tmp_path, study.circuit)
    done = measure(model, data, tmp_path / "audit")
    assert done.code == 0, done.err
    examples = table(tmp_path / "audit", "examples").to_pylist()
    margins = {row["text"]: row["margin"] for row in examples}
    assert set(margins) == set(study.circuit.texts)
    for trace in study.traces:
        assert margins[trace.text] == pytest.approx(abs(trace.margin), abs=1e-4)
