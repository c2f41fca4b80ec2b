"""What is checked of a model at load: each broken assumption is found with its figure, sound models pass."""

import re
from dataclasses import replace

import numpy as np
import pytest
import torch
import transformers
from transformers import AttentionInterface

from auditkit.capture import attention
from auditkit.capture.anatomy import examine
from auditkit.capture.attention import KERNEL, audited_attention
from auditkit.capture.capabilities import Need
from auditkit.capture.entry import input_embeddings
from auditkit.capture.guards import check
from auditkit.capture.loading import LoadedModel, load_model
from auditkit.capture.reading import Reading
from auditkit.capture.requests import MaskedRows
from auditkit.capture.runner import Runner
from auditkit.errors import UnsupportedModel
from auditkit.records import Problem
from tests import broken_models as models
from tests.audited import ADAPTER, encode, run_model, twins
from tests.broken_models import REFUSED, broken
from tests.readouts import LOGITS
from tests.reference.bag_classifier import BagClassifier
from tests.reference.one_text import logits_of
from tests.tiny import FAMILIES, SHAPE, save_tiny, tiny_tokenizer

TEXT = "the film was not very good"


@pytest.mark.parametrize("family", FAMILIES)
def test_sound_models_lack_nothing(family):
    runner = run_model(family)
    assert runner.lacks == {}
    assert runner.anatomy.stack.layers
    assert len(runner.anatomy.feed_forward) >= 1
    assert vars(runner.counters) == dict.fromkeys(vars(runner.counters), 0)


@pytest.mark.parametrize("dtype", ["bfloat16", "float16"])
def test_sound_models_in_short_formats_lack_nothing(dtype, tmp_path):
    loaded = load_model(str(save_tiny(tmp_path, "bert")), ADAPTER, dtype=dtype)
    assert Runner(loaded).lacks == {}


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_assumption_is_refused_with_its_figure(name):
    change, said = REFUSED[name]
    with pytest.raises(UnsupportedModel, match=said) as refusal:
        Runner(broken(change))
    message = str(refusal.value)
    assert message.startswith("BertForSequenceClassification (bert) ")
    found, allowed = re.search(r"differs by (\S+), expected at most (\S+)\. ", message).groups()
    assert float(found) > 10 * float(allowed) > 0


def test_a_table_that_is_read_without_its_module_is_refused():
    with pytest.raises(UnsupportedModel, match="did not look its input ids up"):
        Runner(broken(models.reads_the_table_itself))


def test_attention_with_an_option_that_is_not_known_is_left_to_the_model():
    def sharpened(module, query, key, value, mask, scaling=None, **options):
        return audited_attention(module, query, key, value, mask, 1.1 * scaling, **options)

    loaded = broken(lambda _: None)
    AttentionInterface.register(KERNEL, sharpened)
    try:
        runner = Runner(loaded)
    finally:
        attention.register()
    figure = r"option that is not known .* differs by (\S+), expected at most (\S+)$"
    found, allowed = re.search(figure, runner.lacks[Need.ATTENTION]).groups()
    assert float(found) > 10 * float(allowed)
    assert runner.model.config._attn_implementation == "eager"
    assert runner.anatomy.layers == runner.anatomy.heads == 0
    loaded.model.set_attn_implementation(KERNEL)
    assert Runner(loaded).lacks == {}


def test_heads_that_are_not_where_they_were_found_are_given_up():
    runner = run_model("bert")
    runner.anatomy = replace(runner.anatomy, heads=3)
    why = check(runner)[Need.ATTENTION]
    assert re.search(r"has the shape \[3, 4, \d+, \d+\], expected \[3, 3, ", why)
    assert runner.anatomy.stack.unknown == why


@pytest.mark.parametrize("other", [Reading("last"), Reading("mean")])
def test_positions_that_are_others_in_a_batch_are_given_up(other):
    runner = run_model("bert")
    runner.anatomy = replace(runner.anatomy, reading=other, last_layer=None)
    lacks = check(runner)
    assert list(lacks) == [Need.READ_POSITION]
    assert re.search(
        r"reads the positions \[0\] of a text of \d+ tokens", lacks[Need.READ_POSITION]
    )
    assert runner.anatomy.reading is None
    with pytest.raises(RuntimeError, match="asked for the positions that are read"):
        _ = runner.anatomy.known_reading


@pytest.mark.parametrize(
    ("kind", "got"),
    [("BertForTokenClassification", r"logits of shape \[1, 17, 2\]"),
     ("BertForQuestionAnswering", "no logits"), ("BertForMaskedLM", r"logits of shape \[1, 17, 47\]")],
)  # fmt: skip
def test_a_head_that_does_not_answer_a_text_is_refused(kind, got):
    tokenizer = tiny_tokenizer()
    config = transformers.BertConfig(
        vocab_size=len(tokenizer), num_labels=2, pad_token_id=0, **SHAPE
    )
    attention.register()
    model = getattr(transformers, kind)(config).eval().requires_grad_(False)
    model.set_attn_implementation(KERNEL)
    loaded = LoadedModel(
        model,
        tokenizer,
        "odd",
        ("a", "b"),
        Problem.SINGLE_LABEL,
        64,
        "float32",
        "eager",
        0,
        {},
    )
    with pytest.raises(
        UnsupportedModel, match=f"{got} to 1 texts of 17 tokens, expected .1, 2.: one row"
    ):
        Runner(loaded)


def test_a_model_without_a_table_of_words_is_refused(tmp_path):
    config = transformers.CanineConfig(
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=2,
    )
    transformers.CanineForSequenceClassification(config).save_pretrained(tmp_path)
    tiny_tokenizer().save_pretrained(tmp_path)
    with pytest.raises(
        UnsupportedModel, match=r"CanineForSequenceClassification .* no table of word"
    ):
        load_model(str(tmp_path), ADAPTER)


def test_what_lies_under_a_table_must_be_one():
    model = broken(lambda _: None).model
    model.get_input_embeddings = lambda: model.get_parameter("classifier.weight")
    with pytest.raises(UnsupportedModel, match="gives Parameter"):
        input_embeddings(model)


def test_a_saturated_pooler_still_shows_what_it_reads():
    loaded = broken(models.saturates_its_pooler)
    assert examine(loaded.model, loaded.tokenizer).reading == Reading("first")


class TestWhatIsLeftOut:
    def test_without_a_gradient(self):
        runner = Runner(broken(models.has_no_gradient))
        assert {Need.GRADIENTS, Need.LEDGER, Need.FROZEN_LEDGER} <= set(runner.lacks)
        assert runner.anatomy.reading == Reading("first")

    def test_with_another_gradient(self):
        lacks = Runner(broken(models.has_another_gradient)).lacks
        said = re.search(r"gradient .* says (\S+) where .* rate of (\S+)", lacks[Need.GRADIENTS])
        gradient, slope = map(float, said.groups())
        assert abs(gradient - slope) > 0.3 * max(abs(gradient), abs(slope))

    def test_where_more_than_the_hidden_state_passes(self):
        runner = Runner(broken(models.adds_its_embeddings_again))
        assert runner.anatomy.stack.layers == ()
        assert "more than the hidden state passes before layer 0" in runner.lacks[Need.LAYERS]
        assert Need.LEDGER not in runner.lacks

    def test_where_the_state_changes_between_layers(self):
        runner = Runner(broken(models.changes_the_state_between_layers))
        assert Need.LAYERS in runner.lacks

    def test_where_positions_count_unequally(self):
        tokenizer = tiny_tokenizer(pair_types=False)
        loaded = [
            LoadedModel(
                BagClassifier(len(tokenizer), tilt=tilt).eval(), tokenizer, "bag", ("a", "b", "c"),
                Problem.SINGLE_LABEL, 200, "float32", "eager", 0, {},
            )
            for tilt in (0.0, 0.3)
        ]  # fmt: skip
        attention.register()
        equal, unequal = map(Runner, loaded)
        assert Need.READ_WEIGHTS not in equal.lacks
        assert "not with equal weights" in unequal.lacks[Need.READ_WEIGHTS]

    def test_the_reason_of_an_unseen_projection(self):
        runner = run_model("bert")
        runner.anatomy = replace(runner.anatomy, projections=())
        assert "no linear map reads the context" in check(runner)[Need.PROJECTIONS]


class TestBlankedByTheirOwnEmbeddings:
    """Architectures that look more up than words, or do more with what they look up, get right numbers."""

    @pytest.mark.parametrize(
        "change", [models.asks_its_table_twice, models.scales_its_embeddings_in_place]
    )
    def test_a_changed_bert(self, change):
        runner = Runner(broken(change))
        self._check(runner, runner.model)

    @pytest.mark.parametrize("family", ["gpt2", "albert", "electra", "roberta"])
    def test_families(self, family):
        self._check(run_model(family), twins(family).eager)

    def test_gpt2_with_token_types(self, tmp_path):
        """GPT-2 looks token types up in the table of its words."""
        folder = save_tiny(tmp_path, "gpt2")
        tiny_tokenizer().save_pretrained(folder)
        loaded = load_model(str(folder), ADAPTER)
        plain = transformers.AutoModelForSequenceClassification.from_pretrained(folder).eval()
        runner = Runner(loaded)
        assert runner.lacks == {}
        (row,) = encode(loaded, TEXT)
        assert row.type_ids is not None
        self._check(runner, plain, types=row.type_ids)

    def test_types_change_the_answer_of_gpt2(self):
        """Negative control: without the types the answer is another one."""
        model = twins("gpt2").eager
        (row,) = encode(twins("gpt2").loaded, TEXT)
        with_types = logits_of(model, row.ids, [0] * len(row.ids))
        assert np.abs(with_types - logits_of(model, row.ids)).max() > 1e-2

    def _check(self, runner, plain, types=None):
        (row,) = encode(runner.loaded, TEXT)
        masks = np.array([row.words < -1, row.words == 3, row.words >= 0])
        (found,) = runner.values([MaskedRows(row, masks, LOGITS)])
        for mask, logits in zip(masks, found, strict=True):
            ids = np.where(mask, runner.blank.id, row.ids)
            np.testing.assert_allclose(logits, logits_of(plain, ids, types), rtol=0, atol=1e-5)
        assert np.abs(found[0] - found[1]).max() > 1e-3


def test_token_types_go_to_models_that_take_them_only():
    """Tokenizers give token types unasked; Llama has no such argument."""
    loaded = replace(twins("llama").loaded, tokenizer=tiny_tokenizer())
    runner = Runner(loaded)
    (row,) = encode(loaded, TEXT)
    assert row.type_ids is not None
    (seen,) = runner.observe([row], {})
    np.testing.assert_allclose(seen.logits, logits_of(twins("llama").eager, row.ids), atol=1e-5)


def test_other_weights_of_a_checked_model_are_not_checked_again():
    runner = run_model("bert")

    def double(model):
        with torch.no_grad():
            for weight in model.parameters():
                weight.mul_(2)

    other = runner.with_weights(double)
    assert other.model is not runner.model
    assert other.anatomy.stack.layers[0] is other.model.base_model.encoder.layer[0]
    assert other.counters is not runner.counters
    for ours, theirs in zip(other.anatomy.value_biases, runner.anatomy.value_biases, strict=True):
        assert torch.equal(ours, 2 * theirs)
