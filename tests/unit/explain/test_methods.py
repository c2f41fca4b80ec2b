"""Every attribution method against a second, plain implementation and against other libraries."""

import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest
import torch

from auditkit.explain.base import (
    METHODS,
    Case,
    Plan,
    example_seed,
    residual,
    spread_over_pieces,
    word_masks,
)
from auditkit.explain.details import OTHER_REFERENCES, WATCHED, Measured, detail_tensors
from auditkit.explain.methods import integrated_gradients as ig_module
from auditkit.explain.methods.shap import player_of_word
from auditkit.explain.shard import explain_shard
from auditkit.records import Attribution, Example, Flag, Target
from tests.audited import ADAPTER, attribute, cases_of, encode, fresh_twins, run_model, twins
from tests.audited import Runner as AuditRunner
from tests.readouts import of_weights, weights_of
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
from tests.reference.rollouts import (
    mean_over_heads,
    message_sizes,
    read_row,
    rollout,
    uniform_pattern,
)
from tests.reference.word_values import occlusion_values, shapley_values
from tests.tiny import DECODERS, FAMILIES

TEXTS = ("unhappy acting , bad plot", "good", "the film was not very good", "dull ! dull ! dull")
LONG = "the film was not good , it was a very dull story"
READS = {**dict.fromkeys(FAMILIES, "first"), "modernbert": "mean", "gpt2": "last", "llama": "last"}
IMPORTING_SHAP = pytest.mark.filterwarnings("ignore:The set_:PendingDeprecationWarning")


class Plain:
    """One case asked the slow way: the eager model, one text at a time."""

    def __init__(self, family, case):
        self.model, self.case = twins(family).eager, case
        self.ids, self.words = case.encoded.ids.tolist(), case.encoded.words.tolist()
        tokenizer = twins(family).tokenizer
        mask = tokenizer.mask_token_id
        self.blank_id = tokenizer.unk_token_id if mask is None else mask
        self.weights = weights_of(case.target, 3).astype(np.float64)
        self.players = len(set(self.words) - {-1})

    def value(self, kept):
        """The margin with the words outside `kept` blanked."""
        ids = with_blanks(self.ids, self.words, kept, self.blank_id)
        return float(logits_of(self.model, ids) @ self.weights)

    def score(self, embeddings):
        return (logits_at(self.model, embeddings) * torch.from_numpy(self.weights)).sum()

    def path(self):
        point = embeddings_of(self.model, self.ids)
        return point, embeddings_of(
            self.model, with_blanks(self.ids, self.words, (), self.blank_id)
        )


def near(ours, theirs, tolerance=1e-4):
    np.testing.assert_allclose(ours, theirs, atol=tolerance, rtol=tolerance)


def explained(family, method, *texts, **options):
    cases = cases_of(run_model(family), *texts, **options)
    return list(zip(cases, METHODS.get(method).attribute(run_model(family), cases), strict=True))


class TestRegistry:
    def test_names(self):
        expected = (
            "attention_rollout", "frozen_ledger", "grad_x_input", "integrated_gradients", "ledger",
            "occlusion", "random", "shap", "uniform_rollout", "value_rollout",
        )  # fmt: skip
        assert METHODS.names() == expected

    @pytest.mark.parametrize("name", METHODS.names())
    def test_what_a_reader_is_told(self, name):
        spec = METHODS.get(name).spec
        for said in spec.title, spec.reads, spec.limits, spec.reference:
            assert said.strip() == said != ""

    @pytest.mark.parametrize("name", METHODS.names())
    def test_one_attribution_for_each_case_in_float32(self, name):
        for case, found in explained("llama", name, *TEXTS):
            assert found.scores.dtype == np.float32
            assert found.scores.shape == (len(case.encoded.tokens),)
            assert found.is_finite

    @pytest.mark.parametrize("name", METHODS.names())
    def test_no_cases(self, name):
        assert METHODS.get(name).attribute(run_model("bert"), []) == []

    @pytest.mark.parametrize("family", ["bert", "gpt2"])
    @pytest.mark.parametrize("name", METHODS.names())
    def test_neither_order_nor_company_matters(self, name, family):
        runner = run_model(family)
        cases = cases_of(runner, *TEXTS)
        together = METHODS.get(name).attribute(runner, cases)
        backwards = METHODS.get(name).attribute(run_model(family, batch_tokens=40), cases[::-1])[
            ::-1
        ]
        alone = [METHODS.get(name).attribute(runner, [case])[0] for case in cases]
        for first, *others in zip(together, backwards, alone, strict=True):
            for other in others:
                assert (first is None) == (other is None)
                if first is not None:
                    near(first.scores, other.scores)
                    assert (first.evaluations, first.seed, first.nodes) == (
                        other.evaluations, other.seed, other.nodes,
                    )  # fmt: skip

    @pytest.mark.parametrize("name", METHODS.names())
    def test_evaluations_are_what_was_run(self, name):
        runner = run_model("llama")
        case = cases_of(runner, TEXTS[2])[0]
        before = runner.counters.rows
        found = METHODS.get(name).attribute(runner, [case])[0]
        assert runner.counters.rows - before == found.evaluations

    @pytest.mark.parametrize("name", ["shap", "integrated_gradients", "occlusion", "grad_x_input"])
    @pytest.mark.parametrize("family", ["bert", "roberta"])
    def test_special_tokens_are_not_blanked(self, family, name):
        for case, found in explained(family, name, *TEXTS):
            special = case.encoded.words < 0
            assert special.sum() == 2
            assert (found.scores[special] == 0).all()
            assert (found.scores[~special] != 0).all()

    @pytest.mark.parametrize("name", [name for name in METHODS.names() if name != "frozen_ledger"])
    def test_a_text_without_words(self, name):
        runner = run_model("bert")
        case = cases_of(runner, "")[0]
        found = METHODS.get(name).attribute(runner, [case])[0]
        if found is not None:
            assert found.scores.shape == (2,)
            if METHODS.get(name).spec.complete:
                assert found.base == pytest.approx(case.margin, abs=1e-5)
                assert (found.scores == 0).all()
                assert Flag.UNCONVERGED not in found.flags


class TestIntegratedGradients:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_against_a_plain_loop(self, family):
        for case, found in explained(family, "integrated_gradients", TEXTS[0], TEXTS[2]):
            plain = Plain(family, case)
            point, blank = plain.path()
            near(found.scores, integrated_gradients(plain.score, point, blank, found.nodes))
            assert found.base == pytest.approx(plain.value(()), abs=1e-4)
            assert found.complete

    @pytest.mark.parametrize("family", ["bert", "distilbert", "gpt2"])
    def test_second_try_and_flag_follow_the_completeness_gap(self, family):
        for case, found in explained(family, "integrated_gradients", *TEXTS, LONG):
            plain = Plain(family, case)
            point, blank = plain.path()
            change = case.margin - plain.value(())
            limit = 0.01 * max(abs(change), 0.1)
            first = abs(change - integrated_gradients(plain.score, point, blank, 50).sum())
            stored = abs(change - float(found.scores.astype(np.float64).sum()))
            if abs(first - limit) > 1e-5:
                assert found.nodes == (50 if first <= limit else 200)
            assert found.evaluations == {50: 51, 200: 251}[found.nodes]
            if abs(stored - limit) > 1e-5:
                assert found.flags == ({Flag.UNCONVERGED} if stored > limit else set())

    def test_both_tries_are_counted_and_what_misses_is_flagged(self, monkeypatch):
        monkeypatch.setattr(ig_module, "TOLERANCE", 0.0)
        runner = run_model("bert")
        cases = cases_of(runner, TEXTS[0])
        before = runner.counters.rows
        found = METHODS.get("integrated_gradients").attribute(runner, cases)[0]
        assert runner.counters.rows - before == found.evaluations == 1 + 50 + 200
        assert found.nodes == 200
        assert found.flags == {Flag.UNCONVERGED}

    def test_a_path_with_a_cliff_is_tried_twice(self):
        """A step that 50 nodes cannot resolve: the stored try has 200, and the flag tells the rest."""
        pair = fresh_twins("bert")
        with torch.no_grad():
            pair.loaded.model.bert.embeddings.LayerNorm.weight *= 30
        runner = AuditRunner(pair.loaded)
        found = METHODS.get("integrated_gradients").attribute(
            runner, cases_of(runner, *TEXTS, LONG)
        )
        assert 200 in {one.nodes for one in found}
        for case, one in zip(cases_of(runner, *TEXTS, LONG), found, strict=True):
            gap, limit = (
                abs(residual(one, case.margin)),
                0.01 * max(abs(case.margin - one.base), 0.1),
            )
            assert (Flag.UNCONVERGED in one.flags) == (gap > limit)
            assert one.nodes == 200 or gap <= limit

    @pytest.mark.parametrize("nodes", [1, 2, 50, 200])
    def test_nodes_are_gauss_and_legendre_s(self, nodes):
        """They integrate every polynomial of degree 2 n - 1 over [0, 1], and they are captum's."""
        from captum.attr._utils.approximation_methods import approximation_parameters

        places, weights = ig_module.gauss_legendre(nodes)
        for degree in range(2 * nodes):
            assert weights @ places**degree == pytest.approx(1 / (degree + 1), rel=1e-9)
        shares, points = approximation_parameters("gausslegendre")
        assert places.tolist() == points(nodes)
        assert weights.tolist() == shares(nodes)

    def test_against_captum_on_the_embedding_layer(self):
        from captum.attr import LayerIntegratedGradients

        for case, found in explained("bert", "integrated_gradients", *TEXTS):
            plain = Plain("bert", case)
            model = plain.model
            weights = torch.from_numpy(weights_of(case.target, 3))
            layer = LayerIntegratedGradients(
                lambda ids, model=model, weights=weights: model(ids).logits @ weights,
                model.bert.embeddings.word_embeddings,
            )
            blank = with_blanks(plain.ids, plain.words, (), plain.blank_id)
            theirs = layer.attribute(
                torch.tensor([plain.ids]), torch.tensor([blank]), n_steps=found.nodes,
                method="gausslegendre", internal_batch_size=16,
            )  # fmt: skip
            near(found.scores, theirs[0].sum(-1).detach().numpy())

    def test_against_captum_on_embeddings(self):
        from captum.attr import IntegratedGradients

        case, found = explained("gpt2", "integrated_gradients", TEXTS[2])[0]
        plain = Plain("gpt2", case)
        point, blank = plain.path()
        weights = torch.from_numpy(weights_of(case.target, 3))
        theirs = IntegratedGradients(lambda e: plain.model(inputs_embeds=e).logits @ weights)
        answer = theirs.attribute(
            point[None], blank[None], n_steps=found.nodes, method="gausslegendre"
        )
        near(found.scores, answer[0].sum(-1).detach().numpy())


class TestGradientTimesInput:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_against_autograd(self, family):
        for case, found in explained(family, "grad_x_input", *TEXTS):
            plain = Plain(family, case)
            point, blank = plain.path()
            near(found.scores, gradient_times_input(plain.score, point, blank))
            assert found.base is None
            assert not found.complete


class TestOcclusion:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_against_a_loop(self, family):
        for case, found in explained(family, "occlusion", *TEXTS, LONG):
            plain = Plain(family, case)
            by_word = occlusion_values(plain.players, plain.value)
            near(found.scores, per_piece(by_word, plain.words))
            assert found.base is None
            assert found.evaluations == plain.players


class TestShap:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_few_words_are_exact(self, family):
        for case, found in explained(family, "shap", TEXTS[0], TEXTS[1]):
            plain = Plain(family, case)
            by_word = shapley_values(plain.players, plain.value)
            near(found.scores, per_piece(by_word, plain.words))
            assert found.base == pytest.approx(plain.value(frozenset()), abs=1e-4)
            assert (found.error == 0).all()
            assert found.evaluations == 2**plain.players

    def test_nine_words_are_exact_and_ten_estimated(self):
        nine, ten = "the film was not good , it was bad", "the film was not good , it was bad !"
        (_, exact), (_, estimated) = explained("bert", "shap", nine, ten)
        assert (exact.evaluations, estimated.evaluations) == (2**9, 6 * 10 + 2)
        assert (exact.error == 0).all()
        assert (estimated.error[1:-1] > 0).all()
        assert (estimated.error[[0, -1]] == 0).all()

    @pytest.mark.parametrize("family", ["bert", "gpt2"])
    def test_the_estimate_lies_near_the_exact_values(self, family):
        text = "the film was not good , unhappy acting was bad"
        case, found = explained(family, "shap", text)[0]
        plain = Plain(family, case)
        assert plain.players == 10
        exact = per_piece(shapley_values(plain.players, plain.value), plain.words)
        gap = found.scores - exact
        scale = np.linalg.norm(exact)
        assert np.linalg.norm(gap) < 0.25 * scale
        assert (np.abs(gap) <= 5 * found.error + 0.01 * scale).all()
        pieces = [plain.words.count(word) for word in plain.words]
        for word in range(plain.players):
            of_word = found.scores[np.array(plain.words) == word]
            assert np.ptp(of_word) == 0
        assert max(pieces) == 3

    def test_a_pair_s_words_are_players_of_one_game(self):
        runner = run_model("bert")
        case = cases_of(runner, ("good acting", "unhappy film"))[0]
        found = METHODS.get("shap").attribute(runner, [case])[0]
        plain, types = Plain("bert", case), list(case.encoded.type_ids)

        def value(kept):
            ids = with_blanks(plain.ids, plain.words, kept, plain.blank_id)
            return float(logits_of(plain.model, ids, types) @ plain.weights)

        near(found.scores, per_piece(shapley_values(4, value), plain.words))

    @IMPORTING_SHAP
    @pytest.mark.parametrize("text", [TEXTS[0], TEXTS[2], TEXTS[3]])
    def test_against_shap_s_exact_explainer(self, text):
        case, found = explained("bert", "shap", text)[0]
        plain, theirs = self.run_shap(case, "exact")
        near(found.scores, per_piece(theirs.values[0], plain.words))
        assert found.base == pytest.approx(float(theirs.base_values[0]), abs=1e-4)

    @IMPORTING_SHAP
    def test_against_shap_s_permutation_explainer(self):
        case, found = explained("bert", "shap", LONG)[0]
        plain, theirs = self.run_shap(case, "permutation")
        by_word = theirs.values[0]
        ours = np.array(
            [found.scores[np.array(plain.words) == w].sum() for w in range(plain.players)]
        )
        assert ours.sum() == pytest.approx(by_word.sum(), abs=1e-3)
        assert np.linalg.norm(ours - by_word) < 0.35 * np.linalg.norm(by_word)

    @staticmethod
    def run_shap(case, algorithm):
        import shap

        plain = Plain("bert", case)
        words = np.arange(plain.players)

        def masker(mask, shown):
            return (np.where(mask, shown, -1)[None],)

        masker.shape = (1, plain.players)

        def model(rows):
            return np.array([plain.value(set(row.tolist()) - {-1}) for row in rows])

        kinds = {
            "exact": shap.explainers.ExactExplainer,
            "permutation": shap.explainers.PermutationExplainer,
        }
        explainer = kinds[algorithm](model, masker)
        if algorithm == "permutation":
            np.random.seed(0)  # noqa: NPY002, TID251  (shap draws from the global generator)
            return plain, explainer(words[None], max_evals=2000, silent=True)
        return plain, explainer(words[None], silent=True)


class TestManyWords:
    @pytest.mark.parametrize("words", [1, 9, 10, 63, 64, 65, 70, 127, 128, 129, 500])
    def test_neighbours_share_a_player(self, words):
        players = player_of_word(words)
        assert len(players) == words
        assert players[0] == 0
        assert set(np.diff(players).tolist()) <= {0, 1}
        assert players[-1] + 1 == min(words, 64)
        sizes = np.bincount(players)
        assert sizes.max() - sizes.min() <= 1


class TestPieces:
    def test_a_word_s_value_is_divided_equally(self):
        words = np.array([-1, 0, 1, 1, 1, 2, -1])
        scores = spread_over_pieces(np.array([1.0, 3.0, -2.0]), words)
        assert scores.tolist() == [0, 1, 1, 1, 1, -2, 0]

    def test_masks_blank_all_pieces_of_the_words_left_out(self):
        words = np.array([-1, 0, 1, 1, -1])
        blanked = word_masks(np.array([[True, False], [False, False], [True, True]]), words)
        assert blanked.tolist() == [
            [False, False, True, True, False],
            [False, True, True, True, False],
            [False] * 5,
        ]

    def test_residual_is_what_is_left(self):
        scores = np.array([0.5, 0.25], np.float32)
        assert residual(Attribution(scores, base=1.0, complete=True), 2.0) == pytest.approx(0.25)
        assert residual(Attribution(scores, base=1.0), 2.0) is None
        assert residual(Attribution(scores, complete=True), 2.0) is None


class TestRandom:
    def test_seed_is_the_digest_of_id_method_and_audit_seed(self):
        text = json.dumps(["00ff-2", "random", 12], separators=(",", ":")).encode()
        expected = int.from_bytes(hashlib.sha256(text).digest()[:8], "big") >> 1
        assert example_seed("00ff-2", "random", 12) == expected
        assert 0 <= expected < 2**63

    def test_draws_are_standard_normal_from_the_seed(self):
        for case, found in explained("bert", "random", *TEXTS, seed=5):
            assert found.seed == example_seed(case.encoded.example.id, "random", 5)
            draws = np.random.default_rng(found.seed).standard_normal(len(case.encoded.tokens))
            np.testing.assert_array_equal(found.scores, draws.astype(np.float32))

    def test_examples_and_audits_differ(self):
        seeds = {example_seed(example, "random", audit) for example in "ab" for audit in (0, 1)}
        assert len(seeds) == 4

    def test_they_look_standard_normal(self):
        draws = np.concatenate(
            [
                found.scores
                for seed in range(60)
                for _, found in explained("bert", "random", LONG, seed=seed)
            ]
        )
        assert abs(draws.mean()) < 0.15
        assert abs(draws.std() - 1) < 0.1


class TestRollouts:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_attention_rollout(self, family):
        for case, found in explained(family, "attention_rollout", *TEXTS, LONG):
            layers = attentions_of(twins(family).eager, case.encoded.ids)
            product = rollout([mean_over_heads(layer) for layer in layers])
            near(found.scores, read_row(product, READS[family]), 1e-5)

    @pytest.mark.parametrize("pooling", ["cls", "mean"])
    def test_modernbert_is_read_as_it_pools(self, pooling):
        runner = run_model("modernbert", classifier_pooling=pooling)
        model = twins("modernbert", classifier_pooling=pooling).eager
        for case, found in zip(
            cases_of(runner, *TEXTS), attribute("attention_rollout", runner, *TEXTS), strict=True
        ):
            product = rollout([mean_over_heads(a) for a in attentions_of(model, case.encoded.ids)])
            near(found.scores, read_row(product, "first" if pooling == "cls" else "mean"), 1e-5)

    @pytest.mark.parametrize("family", FAMILIES)
    def test_value_rollout_without_biases(self, family):
        for case, found in explained(family, "value_rollout", TEXTS[0], LONG):
            near(found.scores, plain_value_rollout(family, twins(family).eager, case, bias=False))

    def test_the_two_readings_of_bias_differ(self):
        case, _ = explained("bert", "value_rollout", LONG)[0]
        with_bias, without = (
            plain_value_rollout("bert", twins("bert").eager, case, bias=bias)
            for bias in (True, False)
        )
        assert np.abs(with_bias - without).max() > 1e-3

    @pytest.mark.parametrize("family", sorted(DECODERS))
    def test_uniform_rollout_of_causal_models(self, family):
        for case, found in explained(family, "uniform_rollout", *TEXTS, LONG):
            tokens = len(case.encoded.tokens)
            near(found.scores, rollout([uniform_pattern(tokens)] * 2)[-1], 1e-6)

    @pytest.mark.parametrize("family", sorted(set(FAMILIES) - DECODERS))
    def test_uniform_rollout_only_of_causal_models(self, family):
        assert attribute("uniform_rollout", run_model(family), *TEXTS) == [None] * len(TEXTS)

    @pytest.mark.parametrize("name", ["attention_rollout", "value_rollout", "uniform_rollout"])
    @pytest.mark.parametrize("family", ["bert", "modernbert", "llama"])
    def test_shares_are_not_negative_and_sum_to_one(self, family, name):
        for found in attribute(name, run_model(family), *TEXTS, LONG):
            if found is not None:
                assert (found.scores >= 0).all()
                assert found.scores.sum() == pytest.approx(1, abs=1e-5)

    def test_a_rollout_multiplied_the_other_way_is_caught(self):
        case, found = explained("bert", "attention_rollout", LONG)[0]
        layers = [mean_over_heads(a) for a in attentions_of(twins("bert").eager, case.encoded.ids)]
        assert np.abs(found.scores - rollout(layers[::-1])[0]).max() > 1e-3


def plain_value_rollout(family, model, case, *, bias):
    ids = case.encoded.ids
    layers = [
        message_sizes(attention, values, output_matrix(module))
        for attention, values, module in zip(
            attentions_of(model, ids),
            values_of(family, model, ids, 4, value_bias=bias),
            output_modules(family, model),
            strict=True,
        )
    ]
    return read_row(rollout(layers), READS[family])


class TestTargets:
    def test_a_named_foil_changes_what_is_explained(self):
        runner = run_model("bert")
        plain = cases_of(runner, TEXTS[0])[0]
        other = next(
            label
            for label in runner.loaded.labels
            if label not in {plain.target.name, plain.target.foil}
        )
        case = cases_of(runner, TEXTS[0], foil=other)[0]
        assert case.target.foil == other
        found = METHODS.get("shap").attribute(runner, [case])[0]
        slow = Plain("bert", case)
        near(found.scores, per_piece(shapley_values(slow.players, slow.value), slow.words))

    @pytest.mark.parametrize("seed", [0, 1, 2, 3])
    def test_a_single_logit_is_explained_itself_whatever_its_sign(self, seed):
        runner = run_model("bert", labels=1, seed=seed)
        model = twins("bert", labels=1, seed=seed).eager
        for case in cases_of(runner, *TEXTS):
            logit = logits_of(model, case.encoded.ids)[0]
            assert case.margin == pytest.approx(logit, abs=1e-5)
            assert case.target.name == "LABEL_0"
            found = METHODS.get("shap").attribute(runner, [case])[0]
            assert found.base + found.scores.sum() == pytest.approx(logit, abs=1e-4)


class TestShard:
    PLAN = Plan(("shap", "random", "attention_rollout"), None, 3)

    @staticmethod
    def examples(*texts):
        return [Example(f"{row:016x}", row, text) for row, text in enumerate(texts)]

    def test_one_result_for_each_example_in_order(self):
        examples = self.examples(*TEXTS, "", LONG)
        results = explain_shard(run_model("bert"), ADAPTER, self.PLAN, examples)
        assert [result.encoded.example for result in results] == examples
        for result in results:
            assert [name for name, _, _ in result.attributions] == list(self.PLAN.methods)
            logits = logits_of(twins("bert").eager, result.encoded.ids)
            near(result.logits, logits, 1e-5)
            top = np.sort(logits)
            assert result.margin == pytest.approx(top[-1] - top[-2], abs=1e-5)
        assert Flag.EMPTY in results[4].flags

    def test_a_text_without_any_token_is_not_run(self):
        results = explain_shard(
            run_model("gpt2"), ADAPTER, self.PLAN, self.examples("good", "", "bad")
        )
        assert Flag.NO_TOKENS in results[1].flags
        assert results[1].logits is results[1].decision is results[1].margin is None
        assert results[1].attributions == ()
        assert len(results[0].attributions) == len(results[2].attributions) == 3

    def test_a_shard_of_nothing_but_such_texts(self):
        results = explain_shard(run_model("gpt2"), ADAPTER, self.PLAN, self.examples("", ""))
        assert [result.flags for result in results] == [{Flag.EMPTY, Flag.NO_TOKENS}] * 2

    def test_a_model_that_answers_nan_is_not_explained(self):
        pair = fresh_twins("bert")
        sick = pair.tokenizer.convert_tokens_to_ids("sun")
        with torch.no_grad():
            pair.loaded.model.get_input_embeddings().weight[sick] = float("nan")
        runner = AuditRunner(pair.loaded)
        results = explain_shard(runner, ADAPTER, self.PLAN, self.examples("good", "the sun", "bad"))
        assert results[1].flags == {Flag.NON_FINITE}
        assert (results[1].decision, results[1].attributions) == (None, ())
        assert results[0].flags == results[2].flags == {Flag.ONE_TOKEN}
        near(results[2].logits, logits_of(pair.eager, results[2].encoded.ids), 1e-5)

    def test_scores_that_are_no_numbers_are_left_out_and_flagged(self):
        pair = fresh_twins("bert")
        runner = AuditRunner(pair.loaded)
        runner.references["blank"] = torch.full_like(runner.references["blank"], float("nan"))
        result = explain_shard(runner, ADAPTER, self.PLAN, self.examples("good film"))[0]
        assert Flag.NON_FINITE_SCORES in result.flags
        assert [name for name, _, _ in result.attributions] == ["random", "attention_rollout"]

    def test_every_label_of_a_multi_label_head_is_explained(self):
        options = {"labels": 4, "problem_type": "multi_label_classification"}
        runner = run_model("bert", **options)
        for result in explain_shard(runner, ADAPTER, self.PLAN, self.examples(*TEXTS, LONG)):
            chosen = {f"LABEL_{i}" for i in np.flatnonzero(result.logits >= 0)}
            chosen = chosen or {f"LABEL_{result.logits.argmax()}"}
            assert {case.target.name for _, case, _ in result.attributions} == chosen
            assert len(result.attributions) == 3 * len(chosen)
            assert result.margin == pytest.approx(result.logits.max())
            for name, case, found in result.attributions:
                if name == "shap":
                    value = result.logits[int(case.target.name[-1])]
                    assert case.margin == pytest.approx(value)
                    assert found.base + found.scores.sum() == pytest.approx(value, abs=1e-4)

    def test_repetition_gives_the_same_bytes(self):
        plan = replace(self.PLAN, methods=METHODS.names())
        first, second = (
            explain_shard(run_model("llama"), ADAPTER, plan, self.examples(*TEXTS))
            for _ in range(2)
        )
        for one, two in zip(first, second, strict=True):
            for (name, _, left), (_, _, right) in zip(
                one.attributions, two.attributions, strict=True
            ):
                assert left.scores.tobytes() == right.scores.tobytes(), name


class TestDetails:
    def test_tensors(self):
        runner = run_model("bert")
        plan = Plan(("integrated_gradients",), None, 0)
        examples = TestShard.examples(*TEXTS)
        found = attribute("integrated_gradients", runner, *TEXTS)
        from_blank = {e.id: a.scores for e, a in zip(examples, found, strict=True)}
        model = twins("bert").eager
        table = model.get_input_embeddings().weight.detach()
        for row, tensors in zip(
            encode(runner.loaded, *TEXTS),
            detail_tensors(runner, ADAPTER, plan, examples, Measured(from_blank, frozenset())),
            strict=True,
        ):
            near(tensors["attention"], np.stack(attentions_of(model, row.ids)), 1e-3)
            assert tensors["norms"].shape == (3, len(row.ids))
            assert OTHER_REFERENCES == ("zero", "mean")
            case = next(c for c in cases_of(runner, *TEXTS) if c.encoded.tokens == row.tokens)
            plain = Plain("bert", case)
            point, blank = plain.path()
            of_text = torch.from_numpy(row.words >= 0)[:, None]
            for index, start in enumerate([blank, torch.zeros_like(point), table.mean(0)]):
                origin = torch.where(of_text, start, point)
                near(
                    tensors["ig_baselines"][index],
                    integrated_gradients(plain.score, point, origin, 50),
                )

    def test_without_integrated_gradients_no_baselines(self):
        runner = run_model("bert")
        nothing = Measured({}, frozenset())
        (tensors,) = detail_tensors(
            runner, ADAPTER, Plan(("random",), None, 0), TestShard.examples("good"), nothing
        )
        assert set(tensors) == {"norms", *WATCHED}


def test_only_tokens_of_the_text_may_be_blanked():
    target = Target("a", "c", of_weights(1, 0, -1))
    case = Case(encode(twins("bert").loaded, "good")[0], target, 0.0, {}, 0)
    assert case.of_text.tolist() == [False, True, False]
