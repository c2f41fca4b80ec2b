"""The runner: batching changes no number, perturbations change nothing but the embeddings."""

import copy

import numpy as np
import pytest
import torch
import transformers
from hypothesis import given, settings
from hypothesis import strategies as st

from auditkit.capture.batches import make_batch, plan_batches
from auditkit.capture.determinism import choose_device, environment, make_deterministic
from auditkit.capture.head_statistics import STATISTICS, HeadStatistics, is_punctuation
from auditkit.capture.limits import padding_id_of
from auditkit.capture.observers import FullAttention, Rollout, UniformRollout, ValueRollout
from auditkit.capture.requests import MaskedRows, PathRows
from auditkit.capture.runner import Runner
from auditkit.errors import ConfigError
from auditkit.records import Readout
from tests.audited import encode, fresh_twins, run_model, twins
from tests.readouts import LOGITS
from tests.reference.head_statistics_by_loops import head_statistics
from tests.reference.one_text import attentions_of, embeddings_of, logits_at, logits_of, with_blanks
from tests.tiny import DECODERS, FAMILIES

SHORT = "not good"
TEXTS = (
    SHORT,
    "the film was not good , it was a very dull story and the plot was bad ! never act in this",
    "good",
    "unhappy acting , bad plot",
    "this movie is bright .",
    SHORT,
)
OBSERVERS = {
    "heads": HeadStatistics,
    "full": FullAttention,
    "rollout": Rollout,
    "uniform": UniformRollout,
    "value": ValueRollout,
}
ODD = [*sorted(DECODERS), "roberta"]
"""Families whose read position or position ids depend on the padding id."""


def masks(row, seed=0, count=6):
    """Random sets of blanked tokens, none and all of the text among them."""
    of_text = row.words >= 0
    drawn = np.random.default_rng(seed).random((count, len(of_text))) < 0.5
    return np.concatenate([drawn, np.zeros((1, len(of_text)), bool), of_text[None]]) & of_text


def near(left, right, tolerance=1e-4):
    left, right = np.asarray(left, np.float64), np.asarray(right, np.float64)
    assert left.shape == right.shape
    assert (np.abs(left - right) <= tolerance * np.maximum(np.abs(right), 1)).all()


class TestBatchInvariance:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_plain_logits_equal_each_text_alone_under_eager(self, family):
        pair = twins(family)
        runner = run_model(family)
        rows = encode(pair.loaded, *TEXTS)
        for row, seen in zip(rows, runner.observe(rows, {}), strict=True):
            near(seen.logits, logits_of(pair.eager, row.ids), 1e-5)
        assert runner.counters.forwards == 1

    @pytest.mark.parametrize("family", FAMILIES)
    def test_what_observers_keep_does_not_depend_on_the_company(self, family):
        rows = encode(twins(family).loaded, *TEXTS)
        together = run_model(family).observe(rows, OBSERVERS)
        alone = [run_model(family, batch_tokens=16).observe([row], OBSERVERS)[0] for row in rows]
        for many, one in zip(together, alone, strict=True):
            assert many.seen.keys() == OBSERVERS.keys()
            for name, kept in many.seen.items():
                np.testing.assert_allclose(
                    kept, one.seen[name], atol=1e-3 if name == "full" else 1e-4
                )

    @pytest.mark.parametrize("batch_tokens", [16, 48, 100])
    @pytest.mark.parametrize("family", ["bert", "roberta", "modernbert", "gpt2", "llama"])
    def test_masked_logits_agree_between_batch_sizes(self, family, batch_tokens):
        rows = encode(twins(family).loaded, *TEXTS)
        groups = [MaskedRows(row, masks(row, seed), LOGITS) for seed, row in enumerate(rows)]
        expected = run_model(family).values(groups)
        for ours, theirs in zip(
            run_model(family, batch_tokens=batch_tokens).values(groups), expected, strict=True
        ):
            near(ours, theirs)

    @pytest.mark.parametrize("family", ["bert", "roberta", "gpt2"])
    def test_path_gradients_agree_between_batch_sizes(self, family):
        rows = encode(twins(family).loaded, *TEXTS)
        weights = np.array([1, 0, -1], np.float32)
        groups = [
            PathRows(row, Readout.of_classes(weights), np.linspace(0.1, 0.9, 3)) for row in rows
        ]
        pairs = zip(
            run_model(family, batch_tokens=30).path_gradients(groups),
            run_model(family).path_gradients(groups),
            strict=True,
        )
        for small, large in pairs:
            near(small.products, large.products)
            near(small.values, large.values)

    def test_same_data_and_settings_give_the_same_bytes(self):
        rows = encode(twins("bert").loaded, *TEXTS)
        first, second = (run_model("bert").observe(rows, OBSERVERS) for _ in range(2))
        for one, two in zip(first, second, strict=True):
            assert one.logits.tobytes() == two.logits.tobytes()
            assert all(one.seen[k].tobytes() == two.seen[k].tobytes() for k in OBSERVERS)

    def test_segment_ids_reach_the_model(self):
        pair = twins("bert")
        row = encode(pair.loaded, ("good film", "bad plot"))[0]
        seen = run_model("bert").observe([row], {})[0]
        near(seen.logits, logits_of(pair.eager, row.ids, row.type_ids), 1e-5)
        without = logits_of(pair.eager, row.ids, [0] * len(row.ids))
        assert np.abs(seen.logits - without).max() > 1e-3


class TestBlanking:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_equals_the_blank_token_written_in_its_place(self, family):
        pair = twins(family)
        blank = pair.tokenizer.unk_token_id if family in DECODERS else pair.tokenizer.mask_token_id
        for text in TEXTS[1], TEXTS[3]:
            row = encode(pair.loaded, text)[0]
            blanked = masks(row)
            answers = run_model(family).values([MaskedRows(row, blanked, LOGITS)])[0]
            for mask, answer in zip(blanked, answers, strict=True):
                ids = np.where(mask, blank, row.ids)
                near(answer, logits_of(pair.eager, ids), 1e-5)

    @pytest.mark.parametrize("family", FAMILIES)
    def test_blank_vector_is_mask_or_unknown_never_padding(self, family):
        runner = run_model(family)
        tokenizer = runner.loaded.tokenizer
        kind, token = ("unknown", "[UNK]") if family in DECODERS else ("mask", "[MASK]")
        assert (runner.blank_kind, runner.blank_token) == (kind, token)
        row = encode(runner.loaded, TEXTS[3])[0]
        blanked = row.words == 1
        found = runner.values([MaskedRows(row, blanked[None], LOGITS)])[0][0]
        ids = np.where(blanked, tokenizer.convert_tokens_to_ids(token), row.ids)
        near(found, logits_of(twins(family).eager, ids), 1e-5)
        padding = np.where(blanked, tokenizer.pad_token_id, row.ids)
        assert np.abs(found - logits_of(twins(family).eager, padding)).max() > 1e-3

    @pytest.mark.parametrize(
        "names", [{}, {"unk_token": "[PAD]"}], ids=["neither", "unknown is pad"]
    )
    def test_without_a_token_to_write_the_blank_is_the_mean_embedding(self, names):
        pair = fresh_twins("gpt2")
        pair.tokenizer.unk_token = names.get("unk_token")
        runner = Runner(pair.loaded)
        assert (runner.blank_kind, runner.blank_token) == ("vocabulary_mean", None)
        mean = pair.eager.get_input_embeddings().weight.detach().mean(0)
        torch.testing.assert_close(runner.references["blank"], mean)

    @pytest.mark.parametrize("pad", [True, False])
    @pytest.mark.parametrize("family", ODD)
    def test_position_ids_and_read_position_stay(self, family, pad):
        if family == "roberta" and not pad:
            pytest.skip("RoBERTa counts positions by its padding token: it cannot be without one")
        pair = fresh_twins(family, pad=pad)
        runner = Runner(pair.loaded)
        rows = encode(pair.loaded, *TEXTS)
        ids = []
        watched = {
            "roberta": lambda m: m.roberta.embeddings.position_embeddings,
            "gpt2": lambda m: m.transformer.wpe,
            "llama": lambda m: m.model.rotary_emb,
        }[family](runner.model)

        def keep(_module, inputs, options):
            ids.append(options.get("position_ids", inputs[-1] if inputs else None).clone())

        hook = watched.register_forward_pre_hook(keep, with_kwargs=True)
        plain = runner.observe(rows, {})
        everything = [MaskedRows(row, (row.words >= 0)[None], LOGITS) for row in rows]
        blanked = runner.values(everything)
        hook.remove()
        assert len(ids) == 2
        assert torch.equal(ids[0], ids[1])
        for row, seen, answer in zip(rows, plain, blanked, strict=True):
            near(seen.logits, logits_of(pair.eager, row.ids), 1e-5)
            near(answer[0], logits_of(pair.eager, _blanked_ids(runner, row)), 1e-5)

    @pytest.mark.parametrize("pad", [True, False])
    @pytest.mark.parametrize("family", sorted(DECODERS))
    def test_blanking_the_last_word_reads_where_the_text_ends(self, family, pad):
        pair = fresh_twins(family, pad=pad)
        runner = Runner(pair.loaded)
        row = encode(pair.loaded, "the plot was dull")[0]
        last = np.arange(len(row.ids)) == len(row.ids) - 1
        point = embeddings_of(pair.eager, row.ids)
        point[-1] = embeddings_of(pair.eager, [pair.tokenizer.unk_token_id])[0]
        expected = logits_at(pair.eager, point).detach().numpy()
        near(runner.values([MaskedRows(row, last[None], LOGITS)])[0][0], expected, 1e-5)

    @pytest.mark.parametrize("pad", [True, False])
    @pytest.mark.parametrize("text", ["good film [PAD]", "[PAD] good [PAD] film", "[PAD] [PAD]"])
    @pytest.mark.parametrize("family", ODD)
    def test_padding_tokens_written_in_the_text_are_read_as_transformers_does(
        self, family, text, pad
    ):
        pair = fresh_twins(family, pad=pad or family == "roberta")
        rows = encode(pair.loaded, text, TEXTS[1])
        seen = Runner(pair.loaded).observe(rows, {})
        for row, answer in zip(rows, seen, strict=True):
            near(answer.logits, logits_of(pair.eager, row.ids), 1e-5)

    def test_special_tokens_do_not_move_on_a_path(self):
        runner = run_model("bert")
        row = encode(runner.loaded, TEXTS[1])[0]
        path = runner.path_gradients(
            [PathRows(row, Readout.of_classes(np.eye(3, dtype=np.float32)[0]), np.array([0.3]))]
        )
        special = row.words < 0
        assert (path[0].products[0][special] == 0).all()
        assert (path[0].products[0][~special] != 0).all()


def _blanked_ids(runner, row):
    blank = runner.loaded.tokenizer.convert_tokens_to_ids(runner.blank_token)
    return with_blanks(row.ids, row.words, set(), blank)


class TestPaddingId:
    @pytest.mark.parametrize("family", sorted(DECODERS))
    def test_a_config_without_one_gets_an_id_that_no_text_of_the_batch_holds(self, family):
        pair = fresh_twins(family, pad=False)
        runner = Runner(pair.loaded)
        rows = encode(pair.loaded, "good sun", "the rain was dull , the day was bright", "sun")
        for row, seen in zip(rows, runner.observe(rows, {}), strict=True):
            near(seen.logits, logits_of(pair.eager, row.ids), 1e-5)

    @pytest.mark.parametrize("family", sorted(DECODERS))
    def test_a_second_runner_over_the_same_model_gives_the_same_answers(self, family):
        pair = fresh_twins(family, pad=False)
        rows = encode(pair.loaded, "good film sun", "the rain was dull , the day was bright")
        Runner(pair.loaded).observe(rows[1:], {})  # no "sun": its id is free to be the padding
        for row, seen in zip(rows, Runner(pair.loaded).observe(rows, {}), strict=True):
            near(seen.logits, logits_of(pair.eager, row.ids), 1e-5)

    @pytest.mark.parametrize("family", sorted(DECODERS))
    def test_an_id_outside_the_vocabulary_counts_as_none(self, family):
        pair = fresh_twins(family)
        for model in pair.loaded.model, pair.eager:
            model.config.pad_token_id = -1  # as early Llama checkpoints have it
        object.__setattr__(pair.loaded, "pad_id", padding_id_of(pair.loaded.model))
        assert pair.loaded.pad_id is None
        rows = encode(pair.loaded, "good film sun", TEXTS[1])
        for row, seen in zip(rows, Runner(pair.loaded).observe(rows, {}), strict=True):
            near(seen.logits, logits_of(pair.eager, row.ids), 1e-5)

    def test_rollout_is_read_where_the_logits_are_read(self):
        pair = fresh_twins("llama", pad=True)
        row = encode(pair.loaded, "good film [PAD]")[0]
        seen = Runner(pair.loaded).observe([row], {"rollout": Rollout})[0].seen["rollout"]
        assert seen[-1] == 0  # the text is read at "film", which cannot see what follows
        assert seen[1] > 0


class TestCounters:
    def test_equal_rows_of_an_example_run_once(self):
        runner = run_model("bert")
        row = encode(runner.loaded, TEXTS[3])[0]
        size = len(row.ids)
        three = masks(row, count=1)
        repeated = three[[0, 1, 0, 2, 2, 1, 0]]
        answers = runner.values([MaskedRows(row, repeated, LOGITS)])[0]
        assert (runner.counters.rows, runner.counters.tokens) == (3, 3 * size)
        assert (runner.counters.forwards, runner.counters.backwards) == (1, 0)
        assert runner.counters.padding == 0
        alone = [runner.values([MaskedRows(row, mask[None], LOGITS)])[0][0] for mask in repeated]
        near(answers, alone, 1e-5)
        assert np.array_equal(answers[0], answers[2])
        assert np.array_equal(answers[3], answers[4])

    def test_answers_keep_the_order_of_the_question(self):
        runner = run_model("gpt2", batch_tokens=24)
        rows = encode(runner.loaded, *TEXTS)
        groups = [MaskedRows(row, masks(row, 3), LOGITS) for row in rows]
        for group, answers in zip(groups, runner.values(groups), strict=True):
            assert len(answers) == len(group.blanked)
            for mask, answer in zip(group.blanked, answers, strict=True):
                near(
                    answer,
                    run_model("gpt2").values([MaskedRows(group.encoded, mask[None], LOGITS)])[0][0],
                )

    def test_every_pass_row_and_token_is_counted(self):
        runner = run_model("bert", batch_tokens=40)
        rows = encode(runner.loaded, *TEXTS)
        lengths = [len(row.ids) for row in rows]
        batches = plan_batches(lengths, 40)
        runner.observe(rows, {})
        padded = sum(max(lengths[i] for i in batch) * len(batch) for batch in batches)
        assert runner.counters.forwards == len(batches) > 1
        assert runner.counters.rows == len(rows)
        assert runner.counters.tokens == sum(lengths)
        assert runner.counters.padding == padded - sum(lengths) > 0
        runner.path_gradients(
            [PathRows(rows[0], Readout.of_classes(np.ones(3, np.float32)), np.linspace(0, 1, 5))]
        )
        assert runner.counters.backwards == 1
        assert runner.counters.rows == len(rows) + 5

    def test_no_questions_no_passes(self):
        runner = run_model("bert")
        assert runner.values([]) == runner.path_gradients([]) == runner.observe([], OBSERVERS) == []
        assert runner.counters.forwards == 0

    def test_a_group_without_rows_gets_no_answers(self):
        runner = run_model("bert")
        empty, full = encode(runner.loaded, "", "good film")
        groups = [
            MaskedRows(empty, np.zeros((0, len(empty.ids)), bool), LOGITS),
            MaskedRows(full, masks(full), LOGITS),
        ]
        answers = runner.values(groups)
        assert [len(answer) for answer in answers] == [0, len(groups[1].blanked)]
        assert len(runner.values(groups[:1])[0]) == 0


class TestPathGradients:
    @pytest.mark.parametrize("reference", ["blank", "zero", "mean"])
    @pytest.mark.parametrize("family", FAMILIES)
    def test_against_autograd_on_input_embeddings(self, family, reference):
        pair = twins(family)
        runner = run_model(family)
        table = pair.eager.get_input_embeddings().weight.detach()
        blank = pair.tokenizer.convert_tokens_to_ids(runner.blank_token)
        start = {"blank": table[blank], "zero": 0 * table[0], "mean": table.mean(0)}[reference]
        weights = np.array([1, -1, 0], np.float32)
        rows = encode(pair.loaded, TEXTS[3], TEXTS[1])
        alphas = np.array([0.0, 0.37, 1.0])
        answers = runner.path_gradients(
            [PathRows(row, Readout.of_classes(weights), alphas, reference) for row in rows]
        )
        for row, answer in zip(rows, answers, strict=True):
            point = table[torch.tensor(row.ids)]
            of_text = torch.from_numpy(row.words >= 0)[:, None]
            origin = torch.where(of_text, start, point)
            for place, alpha in enumerate(alphas):
                here = (origin + float(alpha) * (point - origin)).requires_grad_()
                value = (logits_at(pair.eager, here) * torch.from_numpy(weights)).sum()
                (gradient,) = torch.autograd.grad(value, here)
                near(answer.products[place], (gradient * (point - origin)).sum(-1), 1e-4)
                near(answer.values[place], value.item(), 1e-5)

    def test_different_targets_share_a_batch(self):
        runner = run_model("bert")
        row = encode(runner.loaded, TEXTS[3])[0]
        one, two = np.eye(3, dtype=np.float32)[:2]
        at_input = np.ones(1)
        parts = runner.path_gradients(
            [PathRows(row, Readout.of_classes(w), at_input) for w in (one, two, one - two)]
        )
        assert runner.counters.backwards == 1
        near(parts[0].products - parts[1].products, parts[2].products)


class TestHeadStatistics:
    @pytest.mark.parametrize("family", FAMILIES)
    def test_against_loops(self, family):
        pair = twins(family)
        rows = encode(pair.loaded, *TEXTS, "! ? .", "good ' film ,")
        seen = run_model(family).observe(rows, {"heads": HeadStatistics})
        for row, answer in zip(rows, seen, strict=True):
            tokens = range(len(row.ids))
            special = [token.kind == "special" for token in row.tokens]
            punctuation = [token.text in tuple(".,!?'") for token in row.tokens]
            for layer, weights in enumerate(attentions_of(pair.eager, row.ids)):
                local = family == "modernbert" and layer % 3
                visible = [
                    [
                        (family not in DECODERS or k <= q) and not (local and abs(k - q) > 4)
                        for k in tokens
                    ]
                    for q in tokens
                ]
                expected = head_statistics(weights, visible, special, punctuation)
                for index, name in enumerate(STATISTICS):
                    np.testing.assert_allclose(
                        answer.seen["heads"][index, layer], expected[name], atol=1e-4, err_msg=name
                    )

    def test_loops_catch_an_entropy_that_counts_padding(self):
        runner = run_model("bert")
        rows = encode(runner.loaded, *TEXTS)
        length = max(len(row.ids) for row in rows)
        row = rows[0]
        weights = attentions_of(twins("bert").eager, row.ids)[0]
        wide = np.zeros((4, length, length))
        wide[:, : len(row.ids), : len(row.ids)] = weights
        padded = head_statistics(wide, np.ones((length, length), bool), [0] * length, [0] * length)
        ours = runner.observe(rows, {"heads": HeadStatistics})[0].seen["heads"][0, 0]
        assert np.abs(ours - padded["entropy"]).min() > 0.01

    def test_one_visible_key_has_no_entropy(self):
        runner = run_model("gpt2")
        row = encode(runner.loaded, "good")[0]
        heads = runner.observe([row], {"heads": HeadStatistics})[0].seen["heads"]
        assert np.isnan(heads[STATISTICS.index("entropy")]).all()
        assert (heads[STATISTICS.index("self_share")] == 1).all()
        assert (heads[STATISTICS.index("previous_share")] == 0).all()

    @pytest.mark.parametrize(
        ("text", "expected"),
        [("!", True), ("...", True), ("—", True), ("$", True), ("😀", True), ("€5", False), ("", False),
         ("a", False), ("'s", False), ("。", True), (" ", False), ("1", False)],
    )  # fmt: skip
    def test_punctuation_is_unicode_p_or_s(self, text, expected):
        assert is_punctuation(text) is expected


class TestFullAttention:
    @pytest.mark.parametrize("family", ["bert", "gpt2", "llama"])
    def test_half_precision_copy_of_eager(self, family):
        pair = twins(family)
        rows = encode(pair.loaded, *TEXTS)
        for row, seen in zip(rows, run_model(family).observe(rows, OBSERVERS), strict=True):
            expected = np.stack(attentions_of(pair.eager, row.ids))
            assert seen.seen["full"].dtype == np.float16
            np.testing.assert_allclose(seen.seen["full"], expected, atol=1e-3)

    @pytest.mark.parametrize("family", FAMILIES)
    def test_hidden_norms(self, family):
        pair = twins(family)
        row = encode(pair.loaded, TEXTS[3])[0]
        with torch.no_grad():
            answer = pair.eager(torch.tensor(row.ids)[None], output_hidden_states=True)
        expected = [state[0].norm(dim=-1).numpy() for state in answer.hidden_states]
        near(run_model(family).hidden_norms(row), np.stack(expected), 1e-4)


class TestHooks:
    def test_none_is_left_on_the_model(self):
        runner = Runner(twins("bert").loaded, batch_tokens=32)
        runner.values(
            [MaskedRows(row, masks(row), LOGITS) for row in encode(runner.loaded, *TEXTS)]
        )
        assert not runner.model.get_input_embeddings()._forward_hooks


class TestProductionKernel:
    @pytest.mark.parametrize("family", ["bert", "modernbert", "llama"])
    def test_difference_is_measured_and_our_attention_put_back(self, family):
        runner = run_model(family)
        rows = encode(runner.loaded, *TEXTS)
        before = runner.observe(rows, {"full": FullAttention})
        assert runner.loaded.production_kernel == "sdpa"
        largest, compared = runner.difference_to_production(rows)
        assert 0 <= largest < 1e-4
        assert compared == len(TEXTS)
        after = runner.observe(rows, {"full": FullAttention})
        for one, two in zip(before, after, strict=True):
            assert np.array_equal(one.logits, two.logits)
            assert np.array_equal(one.seen["full"], two.seen["full"])

    def test_a_kernel_that_differs_is_seen(self):
        pair = fresh_twins("bert")
        runner = Runner(pair.loaded)
        rows = encode(pair.loaded, *TEXTS)

        def flat(module, query, key, value, mask, scaling=None, **options):
            from auditkit.capture.attention import audited_attention

            return audited_attention(module, 0 * query, key, value, mask, scaling, **options)

        transformers.AttentionInterface.register("flat", flat)
        transformers.AttentionMaskInterface.register("flat", transformers.masking_utils.eager_mask)
        object.__setattr__(pair.loaded, "production_kernel", "flat")
        assert runner.difference_to_production(rows)[0] > 1e-3


class TestDevice:
    def test_batches_lie_where_they_are_asked_to(self):
        rows = encode(twins("bert").loaded, *TEXTS)
        batch = make_batch(rows, 0, torch.device("meta"))
        assert {batch.ids.device.type, batch.real.device.type, batch.type_ids.device.type} == {
            "meta"
        }
        assert batch.place([row.words >= 0 for row in rows]).device.type == "meta"

    @pytest.mark.gpu
    @pytest.mark.skipif(not torch.cuda.is_available(), reason="needs CUDA")
    @pytest.mark.parametrize("family", FAMILIES)
    def test_an_accelerator_gives_the_same_numbers(self, family):
        pair = fresh_twins(family)
        rows = encode(pair.loaded, *TEXTS)
        weights = np.array([1, -1, 0], np.float32)

        def ask(runner):
            return (
                runner.observe(rows, OBSERVERS),
                runner.values([MaskedRows(row, masks(row), LOGITS) for row in rows]),
                runner.path_gradients(
                    [PathRows(row, Readout.of_classes(weights), np.array([0.5, 1])) for row in rows]
                ),
            )

        expected = ask(run_model(family))
        loaded = copy.copy(pair.loaded)
        plain, masked, paths = ask(Runner(loaded, device=torch.device("cuda")))
        for ours, theirs in zip(plain, expected[0], strict=True):
            near(ours.logits, theirs.logits)
            for name, kept in ours.seen.items():
                np.testing.assert_allclose(kept, theirs.seen[name], atol=1e-3)
        for ours, theirs in zip(masked, expected[1], strict=True):
            near(ours, theirs)
        for ours, theirs in zip(paths, expected[2], strict=True):
            near(ours.products, theirs.products)

    @pytest.mark.parametrize("name", ["nonsense", "cpu:x", "", "xpu", "cuda:63", "hpu"])
    def test_absent_devices_are_refused_by_name(self, name):
        with pytest.raises(ConfigError, match=f"--device {name}: not available here; try cpu"):
            choose_device(name)

    @pytest.mark.parametrize("name", ["cuda", "mps"])
    @pytest.mark.parametrize("built", [True, False])
    def test_a_torch_that_was_built_without_it_is_named(self, monkeypatch, name, built):
        backend = getattr(torch.backends, name)
        monkeypatch.setattr(backend, "is_built", lambda: built)
        with pytest.raises(ConfigError) as caught:
            choose_device(f"{name}:99")
        assert ("built without" in str(caught.value)) is not built

    def test_a_device_without_numbers_is_refused(self):
        with pytest.raises(ConfigError, match="--device meta"):
            choose_device("meta")

    def test_chosen_devices(self):
        assert choose_device("cpu") == torch.device("cpu")
        accelerated = torch.cuda.is_available() or torch.backends.mps.is_available()
        assert (choose_device("auto").type == "cpu") == (not accelerated)

    def test_environment_names_versions_only(self):
        versions = environment()
        assert versions["torch"] == torch.__version__
        assert not any("/" in value for value in versions.values())

    def test_deterministic_settings(self):
        before = torch.are_deterministic_algorithms_enabled()
        try:
            make_deterministic()
            assert torch.are_deterministic_algorithms_enabled()
            assert not torch.backends.cuda.matmul.allow_tf32
        finally:
            torch.use_deterministic_algorithms(before)


LENGTHS = st.lists(st.integers(1, 60), max_size=40)


class TestPlan:
    @settings(deadline=None)
    @given(lengths=LENGTHS, cap=st.integers(1, 200))
    def test_every_row_once_and_the_cap_respected(self, lengths, cap):
        batches = plan_batches(lengths, cap)
        assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
        for batch in batches:
            assert len(batch) == 1 or max(lengths[row] for row in batch) * len(batch) <= cap

    @settings(deadline=None)
    @given(lengths=LENGTHS, cap=st.integers(1, 200))
    def test_longest_first_equal_lengths_in_order_and_repeatable(self, lengths, cap):
        batches = plan_batches(lengths, cap)
        order = [row for batch in batches for row in batch]
        assert order == sorted(order, key=lambda row: (-lengths[row], row))
        assert plan_batches(tuple(lengths), cap) == batches

    @settings(deadline=None)
    @given(lengths=LENGTHS, cap=st.integers(1, 200))
    def test_no_batch_could_have_taken_the_next_row(self, lengths, cap):
        batches = plan_batches(lengths, cap)
        for batch in batches[:-1]:
            assert lengths[batch[0]] * (len(batch) + 1) > cap

    @settings(max_examples=30, deadline=None)
    @given(sizes=st.lists(st.integers(1, 12), min_size=1, max_size=6), pad=st.integers(0, 46))
    def test_padding_is_right_and_marked(self, sizes, pad):
        loaded = twins("bert").loaded
        rows = encode(loaded, *(" ".join(["good"] * size) for size in sizes))
        batch = make_batch(rows, pad, torch.device("cpu"))
        assert batch.length == max(sizes) + 2
        for row, ids, real in zip(rows, batch.ids, batch.real, strict=True):
            assert ids[: len(row.ids)].tolist() == row.ids.tolist()
            assert (ids[len(row.ids) :] == pad).all()
            assert real.tolist() == [place < len(row.ids) for place in range(batch.length)]
