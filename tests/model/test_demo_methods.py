"""Every method on the demo's real model, against second implementations that ask one text at a time."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForSequenceClassification

from auditkit.capture.loading import load_model
from auditkit.capture.requests import MaskedRows
from auditkit.capture.runner import Runner
from auditkit.demo import evaluation_file, export_model
from auditkit.explain.base import METHODS, Case, word_masks
from auditkit.explain.shapley import plan_exact, plan_gaussian_process
from auditkit.records import Attribution
from tests.audited import ADAPTER, cases_of
from tests.readouts import weights_of
from tests.reference.one_text import (
    attentions_of,
    embeddings_of,
    logits_at,
    logits_of,
    per_piece,
    with_blanks,
)
from tests.reference.path_integrals import gradient_times_input, integrated_gradients
from tests.reference.projections import output_matrix, output_modules, values_of
from tests.reference.rollouts import mean_over_heads, message_sizes, read_row, rollout
from tests.reference.word_values import occlusion_values, shapley_values

pytestmark = pytest.mark.model
SHORT = 8
"""Most words of the texts that are enumerated here; auditkit is exact up to 9."""


class Real:
    """The demo model loaded twice: as an audit does, and as transformers does."""

    def __init__(self, folder: Path) -> None:
        self.runner = Runner(load_model(str(folder), ADAPTER))
        auto = AutoModelForSequenceClassification
        self.eager = auto.from_pretrained(folder, attn_implementation="eager").eval()
        lines = evaluation_file().read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines]
        brief = [text for text in texts if 3 <= len(text.split()) <= 5]
        self.cases = cases_of(self.runner, *texts[::8], *brief[:6])

    def short(self) -> list[Case]:
        return [case for case in self.cases if 2 < case.encoded.word_count <= SHORT]

    def explain(self, method: str, cases: list[Case]) -> list[Attribution]:
        return METHODS.get(method).attribute(self.runner, cases)

    def value(self, case: Case, kept: frozenset[int] | tuple[int, ...]) -> float:
        ids = with_blanks(case.encoded.ids, case.encoded.words, kept, self.blank_id)
        return case.target.readout.value(logits_of(self.eager, ids))

    @property
    def blank_id(self) -> int:
        return int(self.runner.loaded.tokenizer.mask_token_id)

    def path(self, case: Case) -> tuple[torch.Tensor, torch.Tensor]:
        blanks = with_blanks(case.encoded.ids, case.encoded.words, (), self.blank_id)
        return embeddings_of(self.eager, case.encoded.ids), embeddings_of(self.eager, blanks)

    def score(self, case: Case, point: torch.Tensor) -> torch.Tensor:
        return (logits_at(self.eager, point) * torch.from_numpy(weights_of(case.target, 2))).sum()


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    return Real(export_model(tmp_path_factory.mktemp("demo") / "model"))


def near(ours: np.ndarray, theirs: np.ndarray, tolerance: float = 2e-4) -> None:
    np.testing.assert_allclose(ours, theirs, atol=tolerance, rtol=tolerance)


def test_there_are_short_texts(real: Real) -> None:
    assert len(real.short()) >= 2


def test_shap_is_shap_by_enumeration(real: Real) -> None:
    cases = real.short()[:2]
    for case, found in zip(cases, real.explain("shap", cases), strict=True):
        value = cache(lambda kept, case=case: real.value(case, kept))
        expected = shapley_values(case.encoded.word_count, value)
        near(found.scores, per_piece(expected, case.encoded.words))
        assert found.error is not None
        assert not found.error.any()


def test_the_estimate_lies_near_the_exact_values(real: Real) -> None:
    """At 6n + 2 evaluations of 10 or 11 words: small error, and the bars cover it."""
    inside, errors = [], []
    for case in [case for case in real.cases if case.encoded.word_count in (10, 11)][:2]:
        n = case.encoded.word_count
        exact, estimated = (
            plan.solve(values_of_plan(real, case, plan))
            for plan in (plan_exact(n), plan_gaussian_process(n, 6 * n + 2))
        )
        gap = estimated.values - exact.values
        errors.append(np.linalg.norm(gap) / np.linalg.norm(exact.values))
        inside += list(np.abs(gap) <= 1.96 * estimated.standard_errors)
    assert errors
    assert max(errors) < 0.3
    assert np.mean(inside) > 0.8


def values_of_plan(real: Real, case: Case, plan) -> np.ndarray:
    masks = word_masks(plan.coalitions, case.encoded.words)
    (values,) = real.runner.values([MaskedRows(case.encoded, masks, [case.target.readout])])
    return values[:, 0]


def test_integrated_gradients_by_a_plain_loop(real: Real) -> None:
    case = real.cases[1]
    (found,) = real.explain("integrated_gradients", [case])
    point, blank = real.path(case)
    expected = integrated_gradients(lambda e: real.score(case, e), point, blank, found.nodes)
    near(found.scores, expected)
    near(found.base, real.value(case, ()))


def test_integrated_gradients_of_captum(real: Real) -> None:
    from captum.attr import IntegratedGradients

    case = real.cases[2]
    (found,) = real.explain("integrated_gradients", [case])
    point, blank = real.path(case)

    def margins(points: torch.Tensor) -> torch.Tensor:
        logits = real.eager(
            inputs_embeds=points, attention_mask=torch.ones(points.shape[:2])
        ).logits
        return (logits * torch.from_numpy(weights_of(case.target, 2))).sum(-1)

    theirs = IntegratedGradients(margins).attribute(
        point[None],
        blank[None],
        n_steps=found.nodes,
        method="gausslegendre",
        internal_batch_size=16,
    )
    near(found.scores, theirs[0].sum(-1).detach().numpy())


def test_integrated_gradients_are_complete(real: Real) -> None:
    cases = real.cases[:4]
    for case, found in zip(cases, real.explain("integrated_gradients", cases), strict=True):
        change = case.margin - found.base
        gap = change - float(found.scores.astype(float).sum())
        assert found.flags or abs(gap) <= 0.01 * max(abs(change), 0.1)


def test_occlusion_and_gradient(real: Real) -> None:
    cases = real.short()[:2]
    occlusions, products = (real.explain(name, cases) for name in ("occlusion", "grad_x_input"))
    for case, occlusion, product in zip(cases, occlusions, products, strict=True):
        words = case.encoded.words
        by_word = occlusion_values(
            case.encoded.word_count, lambda k, case=case: real.value(case, k)
        )
        near(occlusion.scores, per_piece(by_word, words))
        point, blank = real.path(case)
        near(product.scores, gradient_times_input(lambda e, c=case: real.score(c, e), point, blank))


def test_rollouts(real: Real) -> None:
    case = real.cases[3]
    maps = attentions_of(real.eager, case.encoded.ids)
    (plain,) = real.explain("attention_rollout", [case])
    near(plain.scores, read_row(rollout([mean_over_heads(m) for m in maps]), "first"), 1e-5)
    heads = maps[0].shape[0]
    messages = [
        message_sizes(attention, values, output_matrix(module))
        for attention, values, module in zip(
            maps,
            values_of("bert", real.eager, case.encoded.ids, heads, value_bias=False),
            output_modules("bert", real.eager),
            strict=True,
        )
    ]
    (weighted,) = real.explain("value_rollout", [case])
    near(weighted.scores, read_row(rollout(messages), "first"), 1e-4)


def test_another_text_has_other_scores(real: Real) -> None:
    """Negative control: the comparisons above can tell texts apart."""
    one, two = real.short()[:2]
    (found,) = real.explain("occlusion", [one])
    by_word = occlusion_values(two.encoded.word_count, lambda kept: real.value(two, kept))
    with pytest.raises(AssertionError):
        near(found.scores, per_piece(by_word, two.encoded.words))
