"""What every attribution method promises, checked on each registered one, and on broken ones.

A check that a broken method passes checks nothing, so each stands beside one that must fail it.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from auditkit.capture import attention
from auditkit.capture.loading import LoadedModel
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.explain.base import METHODS
from auditkit.records import Attribution, Flag, Problem
from tests.audited import cases_of, run_model
from tests.readouts import opposed, weights_of
from tests.reference.bag_classifier import BagClassifier
from tests.reference.one_text import per_piece
from tests.tiny import DECODERS, FAMILIES, tiny_tokenizer

SPECS = {name: METHODS.get(name).spec for name in METHODS.names()}
COMPLETE = [name for name, spec in SPECS.items() if spec.complete]
OF_TARGET = [
    name for name, spec in SPECS.items() if spec.signed and spec.about_target and not spec.control
]
AGAINST_BLANK = [name for name in OF_TARGET if name != "frozen_ledger"]
"""Methods whose reference is the blanked text; the frozen ledger holds one run and has none."""
DESCRIPTIVE = [name for name, spec in SPECS.items() if not spec.about_target]
TEXTS = ("unhappy acting , bad plot", "the film was not very good", "dull ! dull ! dull")
LONG = "the film was not good , it was a very dull story and the plot was bad"


@cache
def bag(curve=None, tilt=0.0):
    """A runner over a model that is known by hand."""
    attention.register()
    tokenizer = tiny_tokenizer(pair_types=False)
    model = BagClassifier(len(tokenizer), curve=curve, tilt=tilt).eval()
    loaded = LoadedModel(
        model,
        tokenizer,
        "bag",
        ("a", "b", "c"),
        Problem.SINGLE_LABEL,
        200,
        "float32",
        "eager",
        0,
        {},
    )
    return Runner(loaded)


def run(method, runner, *texts):
    cases = cases_of(runner, *texts)
    return list(zip(cases, method.attribute(runner, cases), strict=True))


# --- the checks -----------------------------------------------------------------------------


def check_complete(method, runner, *texts):
    """base + scores = margin; integrated gradients to their tolerance, or flagged."""
    for case, found in run(method, runner, *texts):
        gap = case.margin - found.base - float(found.scores.astype(np.float64).sum())
        if found.nodes is None:
            assert abs(gap) <= 1e-4 * max(abs(case.margin), 1)
        else:
            limit = 0.01 * max(abs(case.margin - found.base), 0.1)
            assert (abs(gap) > limit) == (Flag.UNCONVERGED in found.flags)


def check_base(method, runner, *texts):
    """base is the margin with every word blanked."""
    for case, found in run(method, runner, *texts):
        blank = runner.values(
            [MaskedRows(case.encoded, case.of_text[None], [case.target.readout])]
        )[0]
        assert found.base == pytest.approx(blank[0, 0], abs=1e-5)


def check_dummy(method, runner, dummy):
    """A word that is the blank itself gets nothing; the others get something."""
    for case, found in run(method, runner, f"good {dummy} film was bad"):
        words = case.encoded.words
        assert case.encoded.tokens[list(words).index(1)].text == runner.blank_token
        assert np.abs(found.scores[words == 1]).max() < 1e-6
        assert np.abs(found.scores[words == 0]).max() > 1e-4


def check_symmetric(method, runner):
    """In a model without order equal words get equal scores."""
    for case, found in run(method, runner, "good film good bad film good"):
        words = case.encoded.words
        for group in (0, 2, 5), (1, 4):
            scores = np.concatenate([found.scores[words == word] for word in group])
            np.testing.assert_allclose(scores, scores[0], atol=1e-5)
        assert abs(found.scores[words == 0][0] - found.scores[words == 1][0]) > 1e-3


def check_antisymmetric(method, runner, *texts):
    """Predicted against foil is the opposite of foil against predicted."""
    cases = cases_of(runner, *texts)
    turned = [replace(case, target=opposed(case.target), margin=-case.margin) for case in cases]
    for one, other in zip(
        method.attribute(runner, cases), method.attribute(runner, turned), strict=True
    ):
        np.testing.assert_allclose(one.scores, -other.scores, atol=1e-5)
        assert np.abs(one.scores).max() > 1e-4


def check_linear(method, runner, *texts, by_word):
    """On a linear model every method knows the answer: (e_t - blank) . w, times the position's count."""
    for case, found in run(method, runner, *texts):
        expected = closed_form(runner, case)
        words = case.encoded.words
        if by_word:
            totals = [expected[words == word].sum() for word in range(case.encoded.word_count)]
            expected = per_piece(totals, words)
        np.testing.assert_allclose(found.scores, expected, atol=1e-4)
        if found.error is not None:
            assert found.error.max() < 0.01 * np.abs(expected).max()


def closed_form(runner, case):
    """(1 + tilt t) (e_t - blank) . (W_c - W_f) for each token of the text, 0 for specials."""
    model = runner.model
    table = model.base_model.embeddings.weight.double().numpy()
    direction = model.classifier.weight.double().numpy().T @ weights_of(case.target, 3).astype(
        np.float64
    )
    blank = table[runner.loaded.tokenizer.mask_token_id]
    counts = model.counts(len(case.encoded.ids)).numpy()
    scores = counts * ((table[case.encoded.ids] - blank) @ direction)
    return np.where(case.of_text, scores, 0)


# --- methods that are broken on purpose -----------------------------------------------------


class Broken:
    """Changes what a sound method answers."""

    def __init__(self, name, change):
        self.sound, self.change = METHODS.get(name), change

    def attribute(self, runner, cases):
        return [
            replace(found, scores=self.change(case, found.scores.copy()).astype(np.float32))
            for case, found in zip(cases, self.sound.attribute(runner, cases), strict=True)
        ]


def without_last_word(case, scores):
    scores[case.encoded.words == case.encoded.word_count - 1] = 0
    return scores


def spread_evenly(case, scores):
    return np.where(case.of_text, scores.sum() / case.of_text.sum(), 0)


def sizes_only(_case, scores):
    return np.abs(scores)


def renormalised(_case, scores):
    return scores / np.linalg.norm(scores)


class OneOrder:
    """Marginal contributions in reading order only: complete, but not symmetric."""

    def attribute(self, runner, cases):
        answers = []
        for case in cases:
            words = case.encoded.words
            arrived = np.arange(-1, case.encoded.word_count)
            blanked = (words >= 0) & (words > arrived[:, None])
            values = runner.values([MaskedRows(case.encoded, blanked, [case.target.readout])])[0][
                :, 0
            ]
            scores = per_piece(np.diff(values), words).astype(np.float32)
            answers.append(Attribution(scores, base=float(values[0]), complete=True))
        return answers


class CoarseGradients:
    """The path's left end only, as if its gradient held all the way."""

    def attribute(self, runner, cases):
        paths = [PathRows(case.encoded, case.target.readout, np.zeros(1)) for case in cases]
        return [
            Attribution(path.products[0], base=float(path.values[0]), complete=True)
            for path in runner.path_gradients(paths)
        ]


class PaddingAsBlank:
    """Occlusion that writes the padding token, as several tools do."""

    def attribute(self, runner, cases):
        table = runner.model.get_input_embeddings().weight
        kept = runner.references["blank"]
        runner.references["blank"] = table[runner.model.config.pad_token_id]
        try:
            return METHODS.get("occlusion").attribute(runner, cases)
        finally:
            runner.references["blank"] = kept


# --- every registered method ----------------------------------------------------------------


def dummy_of(family):
    return "zebra" if family in DECODERS else "[MASK]"


def test_there_is_something_to_check():
    assert set(COMPLETE) >= {"shap", "integrated_gradients"}
    assert set(OF_TARGET) >= {"shap", "integrated_gradients", "occlusion", "grad_x_input"}
    assert set(DESCRIPTIVE) >= {"attention_rollout", "value_rollout", "uniform_rollout"}


class TestCompleteness:
    @pytest.mark.parametrize("family", FAMILIES)
    @pytest.mark.parametrize("name", COMPLETE)
    def test_scores_and_base_add_up_to_the_margin(self, name, family):
        wordless = () if family in DECODERS else ("",)
        check_complete(METHODS.get(name), run_model(family), *TEXTS, LONG, "good", *wordless)

    @pytest.mark.parametrize("family", ["bert", "llama"])
    @pytest.mark.parametrize("name", [name for name in COMPLETE if name in AGAINST_BLANK])
    def test_base_is_the_blanked_text(self, name, family):
        check_base(METHODS.get(name), run_model(family), *TEXTS, LONG)

    @pytest.mark.parametrize(
        "broken",
        [
            Broken("shap", without_last_word),
            Broken("integrated_gradients", without_last_word),
            Broken("shap", renormalised),
            CoarseGradients(),
        ],
    )
    def test_a_broken_method_fails(self, broken):
        with pytest.raises(AssertionError):
            check_complete(broken, run_model("bert"), *TEXTS)

    def test_a_wrong_base_fails(self):
        class FromPadding(PaddingAsBlank):
            def attribute(self, runner, cases):
                base = float(runner.references["blank"].sum())
                scores = METHODS.get("shap").attribute(runner, cases)
                return [replace(found, base=base) for found in scores]

        with pytest.raises(AssertionError):
            check_base(FromPadding(), run_model("bert"), *TEXTS)


class TestDummy:
    @pytest.mark.parametrize("family", FAMILIES)
    @pytest.mark.parametrize("name", AGAINST_BLANK)
    def test_a_word_that_is_the_blank_gets_nothing(self, name, family):
        check_dummy(METHODS.get(name), run_model(family), dummy_of(family))

    @pytest.mark.parametrize(
        "broken", [Broken("shap", spread_evenly), PaddingAsBlank()], ids=["spread", "padding"]
    )
    def test_a_broken_method_fails(self, broken):
        with pytest.raises(AssertionError):
            check_dummy(broken, run_model("bert"), "[MASK]")


class TestSymmetry:
    @pytest.mark.parametrize("name", OF_TARGET)
    def test_equal_words_of_a_model_without_order(self, name):
        check_symmetric(METHODS.get(name), bag(torch.tanh))

    def test_a_broken_method_fails(self):
        check_complete(OneOrder(), bag(torch.tanh), *TEXTS)
        with pytest.raises(AssertionError):
            check_symmetric(OneOrder(), bag(torch.tanh))


class TestDirection:
    @pytest.mark.parametrize("family", ["bert", "modernbert", "gpt2", "llama"])
    @pytest.mark.parametrize("name", OF_TARGET)
    def test_turning_the_target_turns_every_sign(self, name, family):
        check_antisymmetric(METHODS.get(name), run_model(family), *TEXTS, LONG)

    @pytest.mark.parametrize("name", DESCRIPTIVE)
    def test_descriptive_methods_say_the_same_of_every_target(self, name):
        runner = run_model("llama")
        cases = cases_of(runner, *TEXTS)
        turned = [replace(case, target=opposed(case.target)) for case in cases]
        for one, other in zip(
            METHODS.get(name).attribute(runner, cases),
            METHODS.get(name).attribute(runner, turned),
            strict=True,
        ):
            np.testing.assert_array_equal(one.scores, other.scores)

    def test_a_broken_method_fails(self):
        with pytest.raises(AssertionError):
            check_antisymmetric(Broken("shap", sizes_only), run_model("bert"), *TEXTS)

    @pytest.mark.parametrize("name", AGAINST_BLANK)
    def test_a_word_that_pushes_to_the_predicted_class_is_positive(self, name):
        for case, found in run(METHODS.get(name), bag(tilt=0.1), *TEXTS):
            pieces = closed_form(bag(tilt=0.1), case)
            words = case.encoded.words
            for word in range(case.encoded.word_count):
                total = pieces[words == word].sum()
                assert np.sign(found.scores[words == word].sum()) == np.sign(total)


class TestLinearModel:
    @pytest.mark.parametrize("tilt", [0.0, 0.1])
    @pytest.mark.parametrize("name", AGAINST_BLANK)
    def test_every_method_knows_the_answer(self, name, tilt):
        by_word = name in {"shap", "occlusion"}
        check_linear(METHODS.get(name), bag(tilt=tilt), *TEXTS, LONG, by_word=by_word)

    def test_the_frozen_ledger_gives_each_token_what_it_adds(self):
        runner = bag(tilt=0.1)
        model = runner.model
        for case, found in run(METHODS.get("frozen_ledger"), runner, *TEXTS, LONG):
            table = model.base_model.embeddings.weight.double().numpy()
            direction = model.classifier.weight.double().numpy().T @ weights_of(case.target, 3)
            counts = model.counts(len(case.encoded.ids)).numpy()
            expected = counts * (table[case.encoded.ids] @ direction)
            np.testing.assert_allclose(found.scores, expected, atol=1e-4)

    def test_the_model_is_what_it_says(self):
        runner = bag(tilt=0.1)
        assert runner.anatomy.reads == "mean"
        assert (runner.anatomy.layers, runner.anatomy.heads, runner.anatomy.causal) == (1, 2, False)
        for case in cases_of(runner, *TEXTS):
            blank = runner.values(
                [MaskedRows(case.encoded, case.of_text[None], [case.target.readout])]
            )[0]
            total = blank[0, 0] + closed_form(runner, case).sum()
            assert total == pytest.approx(case.margin, abs=1e-5)

    @pytest.mark.parametrize("words", [64, 65, 100])
    def test_long_texts_in_groups_of_neighbours(self, words):
        drawn = np.random.default_rng(words).choice(
            ["the", "film", "good", "bad", "dull", "rain", "sun"], words
        )
        runner = bag(tilt=0.01)
        ((case, found),) = run(METHODS.get("shap"), runner, " ".join(drawn))
        assert case.encoded.word_count == words
        assert (Flag.WORDS_GROUPED in found.flags) == (words > 64)
        assert found.evaluations == 6 * 64 + 2
        scores, expected = found.scores[case.of_text], closed_form(runner, case)[case.of_text]
        group = np.arange(words) * 64 // words
        sums = np.bincount(group, expected)
        np.testing.assert_allclose(np.bincount(group, scores), sums, atol=2e-3)
        np.testing.assert_allclose(scores, (sums / np.bincount(group))[group], atol=2e-3)

    @pytest.mark.parametrize(
        "broken",
        [
            Broken("integrated_gradients", renormalised),
            Broken("grad_x_input", sizes_only),
            PaddingAsBlank(),
        ],
        ids=["renormalised", "sizes", "padding"],
    )
    def test_a_broken_method_fails(self, broken):
        by_word = isinstance(broken, PaddingAsBlank)
        with pytest.raises(AssertionError):
            check_linear(broken, bag(tilt=0.1), *TEXTS, by_word=by_word)

    def test_a_curved_model_fails_the_linear_check(self):
        with pytest.raises(AssertionError):
            check_linear(METHODS.get("occlusion"), bag(torch.tanh), *TEXTS, by_word=True)


class TestShares:
    @pytest.mark.parametrize("family", FAMILIES)
    @pytest.mark.parametrize("name", DESCRIPTIVE)
    def test_unsigned_methods_give_shares_of_one(self, name, family):
        assert not SPECS[name].signed
        for _, found in run(METHODS.get(name), run_model(family), *TEXTS, LONG):
            if found is not None:
                assert (found.scores >= 0).all()
                assert found.scores.sum() == pytest.approx(1, abs=1e-5)
                assert (found.base, found.complete, found.evaluations) == (None, False, 0)
