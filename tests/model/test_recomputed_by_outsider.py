"""The committed sample against the demo model, by somebody who uses transformers alone.

Nothing of auditkit is imported. The model comes from the command that the README names for
outsiders; the evidence is opened with pyarrow.
"""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from functools import cached_property, partial
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from tests.reference.one_text import per_piece
from tests.reference.path_integrals import gradient_times_input, integrated_gradients
from tests.reference.plain_evidence import (
    SAMPLE,
    manifest,
    percentiles,
    resamples,
    sha256,
    table,
    word_scores,
)
from tests.reference.projections import output_matrix, output_modules, values_of
from tests.reference.rollouts import mean_over_heads, message_sizes, read_row, rollout
from tests.reference.word_values import occlusion_values, shapley_values

pytestmark = pytest.mark.model
FP32 = 1e-4
"""Largest difference of two orders of the same float32 sums through six layers."""
MANIFEST = manifest()
EXAMPLES = {example["id"]: example for example in table("examples")}
ROWS = {(row["example_id"], row["method"]): row for row in table("attributions")}
DRAWN = sorted(name for name, example in EXAMPLES.items() if example["explained"] == "sample")
"""What numbers about explanations are over."""
BY_LENGTH = sorted(DRAWN, key=lambda name: (max(EXAMPLES[name]["words"]), name))
SHORT = BY_LENGTH[:2]
TEN_WORDS = next(name for name in BY_LENGTH if max(EXAMPLES[name]["words"]) == 9)
LONG = BY_LENGTH[-1]


class Plain:
    """The exported demo model: eager attention, one text at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        auto = AutoModelForSequenceClassification
        self.model = auto.from_pretrained(folder, attn_implementation="eager").eval()
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.embeddings = self.model.get_input_embeddings()
        self.vectors = self.embeddings.weight.detach()
        self.blank = self.vectors[self.tokenizer.mask_token_id]

    def at(self, ids: list[int], points: torch.Tensor) -> torch.Tensor:
        """Logits [points classes] with the output of the input embedding replaced."""
        hook = self.embeddings.register_forward_hook(lambda *_: points)
        try:
            return self.model(input_ids=torch.tensor([ids]).expand(len(points), -1)).logits
        finally:
            hook.remove()

    def points(self, example: dict[str, Any], kept: np.ndarray) -> torch.Tensor:
        """Embeddings [coalitions tokens width] with the words that are not kept blanked."""
        words = np.array(example["words"])
        stays = torch.from_numpy((words < 0) | kept[:, np.maximum(words, 0)])
        point = self.vectors[torch.tensor(example["token_ids"])]
        return torch.where(stays[..., None], point, self.blank)

    def margins(self, example: dict[str, Any], kept: np.ndarray) -> np.ndarray:
        """The margin of every coalition (bool [coalitions words]), in float64."""
        parts = np.array_split(kept, max(1, len(kept) // 64))
        with torch.no_grad():
            answers = [self.at(example["token_ids"], self.points(example, p)) for p in parts]
        return torch.cat(answers).double().numpy() @ margin_weights(example)

    def margin_at(self, example: dict[str, Any], point: torch.Tensor) -> torch.Tensor:
        logits = self.at(example["token_ids"], point[None])[0].double()
        return (logits * torch.from_numpy(margin_weights(example))).sum()

    @cached_property
    def seen(self) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Logits, and attention [layers heads tokens tokens], of every text of the sample."""
        found = {}
        for name, example in EXAMPLES.items():
            inputs = self.tokenizer(example["text"], return_tensors="pt", truncation=True)
            with torch.no_grad():
                answer = self.model(**inputs, output_attentions=True)
            attention = torch.cat(answer.attentions).double().numpy()
            found[name] = (answer.logits[0].double().numpy(), attention)
        return found


def margin_weights(example: dict[str, Any]) -> np.ndarray:
    """1 at the predicted class, -1 at the runner-up."""
    order = np.argsort(example["logits"])
    weights = np.zeros(len(order))
    weights[order[-1]], weights[order[-2]] = 1, -1
    return weights


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Plain:
    folder = tmp_path_factory.mktemp("outsider") / "model"
    command = [Path(sys.executable).with_name("auditkit"), "demo", "--export-model", folder]
    subprocess.run(command, check=True, capture_output=True)
    return Plain(folder)


def near(ours: Any, theirs: Any, tolerance: float = FP32) -> None:
    np.testing.assert_allclose(ours, theirs, atol=tolerance, rtol=tolerance)


def test_the_exported_model_is_the_one_that_was_audited(plain: Plain) -> None:
    for name, digest in MANIFEST["model"]["files"].items():
        assert sha256((plain.folder / name).read_bytes()) == digest, name


def test_tokens_words_and_places(plain: Plain) -> None:
    for example in EXAMPLES.values():
        encoded = plain.tokenizer(example["text"], return_offsets_mapping=True)
        words = [-1 if word is None else word for word in encoded.word_ids()]
        assert example["token_ids"] == encoded["input_ids"]
        assert example["tokens"] == plain.tokenizer.convert_ids_to_tokens(encoded["input_ids"])
        assert example["words"] == words
        places = list(zip(example["starts"], example["stops"], strict=True))
        assert places == encoded["offset_mapping"]


def test_logits_decisions_and_margins(plain: Plain) -> None:
    for name, example in EXAMPLES.items():
        logits = plain.seen[name][0]
        near(example["logits"], logits)
        labels = [MANIFEST["model"]["labels"][place] for place in np.argsort(-logits)]
        assert [example["predicted"], example["foil"]] == labels[:2]
        near(example["margin"], logits @ margin_weights(example))


def path(plain: Plain, example: dict[str, Any]) -> tuple[torch.Tensor, torch.Tensor]:
    everybody = np.ones((1, max(example["words"]) + 1), bool)
    return plain.points(example, everybody)[0], plain.points(example, ~everybody)[0]


@pytest.mark.parametrize("name", [SHORT[0], LONG])
def test_gradients_and_their_integral(plain: Plain, name: str) -> None:
    example, found = EXAMPLES[name], ROWS[name, "integrated_gradients"]
    score = partial(plain.margin_at, example)
    point, blank = path(plain, example)
    near(found["scores"], integrated_gradients(score, point, blank, found["nodes"]))
    near(found["base"], score(blank).item())
    near(ROWS[name, "grad_x_input"]["scores"], gradient_times_input(score, point, blank))


def test_the_path_starts_at_the_mask_token(plain: Plain) -> None:
    """Negative control: from the pad token it would be another integral."""
    example, found = EXAMPLES[SHORT[0]], ROWS[SHORT[0], "integrated_gradients"]
    point, _ = path(plain, example)
    special = torch.tensor(example["words"])[:, None] < 0
    pad = torch.where(special, point, plain.vectors[plain.tokenizer.pad_token_id])
    score = partial(plain.margin_at, example)
    with pytest.raises(AssertionError):
        near(found["scores"], integrated_gradients(score, point, pad, found["nodes"]))


def values_by_coalition(plain: Plain, example: dict[str, Any]) -> dict[frozenset[int], float]:
    kept = np.array(list(product([False, True], repeat=max(example["words"]) + 1)))
    names = [frozenset(np.flatnonzero(row).tolist()) for row in kept]
    return dict(zip(names, plain.margins(example, kept).tolist(), strict=True))


@pytest.mark.parametrize("name", SHORT)
def test_shapley_values_and_occlusion_by_enumeration(plain: Plain, name: str) -> None:
    example, found = EXAMPLES[name], ROWS[name, "shap"]
    worth = values_by_coalition(plain, example)
    words = max(example["words"]) + 1
    near(found["scores"], per_piece(shapley_values(words, worth.__getitem__), example["words"]))
    near(found["base"], worth[frozenset()])
    assert not any(found["error"])
    lost = occlusion_values(words, worth.__getitem__)
    near(ROWS[name, "occlusion"]["scores"], per_piece(lost, example["words"]))
    with pytest.raises(AssertionError):  # taking one word away is not Shapley's average
        near(found["scores"], per_piece(lost, example["words"]))


def test_the_estimate_is_as_near_to_enumeration_as_it_says(plain: Plain) -> None:
    example, found = EXAMPLES[TEN_WORDS], ROWS[TEN_WORDS, "shap"]
    exact = shapley_values(10, values_by_coalition(plain, example).__getitem__)
    gap = word_scores(example, found) - exact
    error = word_scores(example, {"scores": found["error"]})
    assert found["evaluations"] == 6 * 10 + 2
    assert 0 < np.abs(gap / error).max() < 4
    assert np.mean(np.abs(gap) <= 1.96 * error) >= 0.8


@pytest.mark.parametrize("name", SHORT)
def test_rollouts(plain: Plain, name: str) -> None:
    maps, ids = plain.seen[name][1], EXAMPLES[name]["token_ids"]
    expected = read_row(rollout([mean_over_heads(m) for m in maps]), "first")
    near(ROWS[name, "attention_rollout"]["scores"], expected, 1e-5)
    values = values_of("bert", plain.model, ids, maps.shape[1], value_bias=False)
    modules = output_modules("bert", plain.model)
    sizes = [
        message_sizes(attention, value, output_matrix(module))
        for attention, value, module in zip(maps, values, modules, strict=True)
    ]
    found = ROWS[name, "value_rollout"]["scores"]
    near(found, read_row(rollout(sizes), "first"), 1e-5)
    with pytest.raises(AssertionError):  # the order of the layers matters
        near(found, read_row(rollout(sizes[::-1]), "first"), 1e-5)


def is_punctuation(text: str) -> bool:
    return text != "" and all(unicodedata.category(letter)[0] in "PS" for letter in text)


def head_statistics(example: dict[str, Any], attention: np.ndarray) -> dict[str, np.ndarray]:
    """Means over the queries of one text; no key of this model is hidden from any query."""
    places = np.arange(len(example["tokens"]))
    spans = zip(example["starts"], example["stops"], strict=True)
    punctuation = [is_punctuation(example["text"][start:stop]) for start, stop in spans]
    special = np.array(example["words"]) < 0
    nats = -np.where(attention > 0, attention * np.log(attention), 0).sum(-1)
    of_rows = {
        "entropy": nats / np.log(len(places)),
        "distance": (attention * abs(places[:, None] - places)).sum(-1),
        "special_share": attention[..., special].sum(-1),
        "first_share": attention[..., 0],
        "punctuation_share": attention[..., np.array(punctuation) & ~special].sum(-1),
        "self_share": np.diagonal(attention, 0, -2, -1),
    }
    of_rows = {name: rows.mean(-1) for name, rows in of_rows.items()}
    beside = {"previous_share": -1, "next_share": 1}
    for name, offset in beside.items():
        of_rows[name] = np.diagonal(attention, offset, -2, -1).sum(-1) / len(places)
    return {name: values.ravel() for name, values in of_rows.items()}


def test_head_statistics_over_what_was_drawn(plain: Plain) -> None:
    assert len(DRAWN) == MANIFEST["counts"]["explained"] < len(EXAMPLES)
    expected = {n: head_statistics(EXAMPLES[n], seen[1]) for n, seen in plain.seen.items()}
    for row in table("head_examples"):
        near(row["values"], expected[row["example_id"]][row["statistic"]])
    stored = table("heads")
    for statistic in expected[SHORT[0]]:
        values = np.array([expected[name][statistic] for name in DRAWN])
        rows = [row for row in stored if row["statistic"] == statistic]
        rows.sort(key=lambda row: (row["layer"], row["head"]))
        near([row["value"] for row in rows], values.mean(axis=0), 1e-5)
        bounds = [[row["low"] for row in rows], [row["high"] for row in rows]]
        near(bounds, bootstrapped(values, statistic, MANIFEST["seed"]), 1e-5)
        with pytest.raises(AssertionError):  # the bounds are those of the documented draws
            near(bounds, bootstrapped(values, statistic, MANIFEST["seed"] + 1), 1e-5)


def bootstrapped(values: np.ndarray, statistic: str, seed: int) -> np.ndarray:
    picks = resamples([statistic, "bootstrap", seed], len(values))
    counts = np.stack([np.bincount(places, minlength=len(values)) for places in picks])
    return percentiles(counts @ values / len(values))


def test_stored_attention_is_eager_attention(plain: Plain) -> None:
    files = sorted((SAMPLE / "tensors").glob("*.npz"))
    for path in files:
        stored, seen = np.load(path)["attention"], plain.seen[path.stem][1]
        assert stored.dtype == np.float16
        near(stored, seen, 6e-4)
    assert {path.stem for path in files} == {row["example_id"] for row in table("details")}


def test_another_text_is_another_evidence(plain: Plain) -> None:
    """Negative control: what is compared above tells texts apart."""
    one, two = SHORT
    with pytest.raises(AssertionError):
        near(EXAMPLES[one]["logits"], plain.seen[two][0])
