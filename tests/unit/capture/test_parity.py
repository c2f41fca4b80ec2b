"""The registered attention is transformers' eager attention, and the anatomy is what it is."""

import copy

import numpy as np
import pytest
import torch
import transformers
from transformers import AttentionInterface, AttentionMaskInterface
from transformers.masking_utils import eager_mask

from auditkit.capture import attention
from auditkit.capture.anatomy import examine
from auditkit.capture.attention import audited_attention, recording
from auditkit.capture.capabilities import Need
from auditkit.capture.loading import load_model
from auditkit.capture.runner import Runner
from auditkit.errors import UnsupportedModel
from tests.audited import ADAPTER, encode, fresh_twins, twins
from tests.reference.one_text import attentions_of, logits_of
from tests.reference.projections import output_matrix, output_modules, values_of
from tests.tiny import DECODERS, FAMILIES, SHAPE, save_tiny, tiny_model, tiny_tokenizer

TOLERANCE = 1e-5
LONG = (
    "the film was not good , it was a very dull story and I hated the plot ! but the act was great"
)
TEXTS = (LONG, "good", "unhappy acting , bad plot", "this movie is bright .")
OTHERS = {
    "camembert": ("CamembertConfig", {**SHAPE, "max_position_embeddings": 66}),
    "xlm-roberta": ("XLMRobertaConfig", {**SHAPE, "max_position_embeddings": 66}),
    "qwen3": ("Qwen3Config", {**SHAPE, "num_key_value_heads": 2, "head_dim": 8}),
    "gemma2 (soft-capped scores)": (
        "Gemma2Config",
        {**SHAPE, "num_key_value_heads": 2, "head_dim": 4, "attn_logit_softcapping": 2.0,
         "sliding_window": 6, "query_pre_attn_scalar": 4},
    ),
    "mistral (sliding window)": ("MistralConfig", {**SHAPE, "num_key_value_heads": 2, "sliding_window": 5}),
    "gpt-neox": ("GPTNeoXConfig", SHAPE),
    "opt": ("OPTConfig", {"hidden_size": 16, "word_embed_proj_dim": 16, "ffn_dim": 24,
                          "num_hidden_layers": 2, "num_attention_heads": 4}),
}  # fmt: skip


class Steps(list):
    record = list.append


def padded(tokenizer, texts, *, types):
    return tokenizer(
        list(texts), return_tensors="pt", padding=True, return_token_type_ids=types or False
    )


def run_both(ours, eager, inputs):
    steps = Steps()
    with torch.no_grad():
        with recording(steps):
            logits = ours(**inputs).logits
        expected = eager(**inputs, output_attentions=True)
    return logits, steps, expected


def check_parity(ours, eager, inputs):
    logits, steps, expected = run_both(ours, eager, inputs)
    assert (logits - expected.logits).abs().max() < TOLERANCE
    assert len(steps) == len(expected.attentions)
    real = inputs["attention_mask"].bool()[:, None, :, None]
    for step, weights in zip(steps, expected.attentions, strict=True):
        assert ((step.weights - weights) * real).abs().max() < TOLERANCE


def without_cache(model):
    if hasattr(model.config, "use_cache"):
        model.config.use_cache = False
    return model


@pytest.mark.parametrize(
    "texts", [TEXTS[:1], TEXTS[1:2], TEXTS], ids=["long", "one word", "padded"]
)
@pytest.mark.parametrize("family", FAMILIES)
def test_logits_and_attentions_equal_eager(family, texts):
    pair = twins(family)
    types = family in {"bert", "electra", "albert"}
    inputs = padded(pair.tokenizer, texts, types=types)
    check_parity(pair.loaded.model, without_cache(pair.eager), inputs)


@pytest.mark.parametrize("name", OTHERS)
def test_other_architectures_that_follow_the_interface(name):
    config_name, shape = OTHERS[name]
    tokenizer = tiny_tokenizer(decoder=True)
    positions = {} if "max_position_embeddings" in shape else {"max_position_embeddings": 64}
    config = getattr(transformers, config_name)(
        vocab_size=len(tokenizer), pad_token_id=0, bos_token_id=None, eos_token_id=None,
        num_labels=3, **{**positions, **shape},
    )  # fmt: skip
    torch.manual_seed(0)
    auto = transformers.AutoModelForSequenceClassification
    eager = auto.from_config(copy.deepcopy(config), attn_implementation="eager").eval()
    with torch.no_grad():
        for weight in eager.parameters():
            weight.add_(0.3 * torch.randn(weight.shape))
    attention.register()
    ours = auto.from_config(config, attn_implementation=attention.KERNEL).eval()
    ours.load_state_dict(eager.state_dict())
    inputs = padded(tokenizer, TEXTS, types=False)
    check_parity(without_cache(ours), without_cache(eager), inputs)
    assert examine(ours, tokenizer).layers == 2


@pytest.mark.parametrize("family", ["bert", "gpt2", "llama"])
def test_parity_catches_a_scale_that_is_off_by_one_percent(family):
    def scaled(module, query, key, value, mask, scaling=None, **options):
        scaling = query.shape[-1] ** -0.5 if scaling is None else scaling
        return audited_attention(module, query, key, value, mask, scaling * 1.01, **options)

    AttentionInterface.register("off_by_one_percent", scaled)
    AttentionMaskInterface.register("off_by_one_percent", eager_mask)
    pair = fresh_twins(family)
    pair.loaded.model.set_attn_implementation("off_by_one_percent")
    inputs = padded(pair.tokenizer, TEXTS, types=False)
    with pytest.raises(AssertionError):
        check_parity(pair.loaded.model, without_cache(pair.eager), inputs)


def test_parity_catches_a_mask_that_is_left_out():
    def unmasked(module, query, key, value, mask, scaling=None, **options):
        return audited_attention(module, query, key, value, None, scaling, **options)

    AttentionInterface.register("unmasked", unmasked)
    AttentionMaskInterface.register("unmasked", eager_mask)
    pair = fresh_twins("bert")
    pair.loaded.model.set_attn_implementation("unmasked")
    with pytest.raises(AssertionError):
        check_parity(pair.loaded.model, pair.eager, padded(pair.tokenizer, TEXTS, types=True))


@pytest.mark.parametrize("family", FAMILIES)
def test_rows_of_weights_sum_to_one_and_masked_keys_get_nothing(family):
    pair = twins(family)
    inputs = padded(pair.tokenizer, TEXTS, types=False)
    _, steps, _ = run_both(pair.loaded.model, without_cache(pair.eager), inputs)
    real = inputs["attention_mask"].bool()
    for step in steps:
        rows = step.weights.sum(-1)[real[:, None].expand(-1, step.weights.shape[1], -1)]
        assert torch.allclose(rows, torch.ones_like(rows), atol=1e-5)
        queries = real[:, None, :, None]
        assert ((step.weights * ~step.visible) * queries).abs().max() == 0


@pytest.mark.parametrize("family", FAMILIES)
def test_visible_keys_follow_padding_order_and_window(family):
    pair = twins(family)
    inputs = padded(pair.tokenizer, TEXTS, types=False)
    _, steps, _ = run_both(pair.loaded.model, without_cache(pair.eager), inputs)
    real = inputs["attention_mask"].bool().numpy()
    tokens = real.shape[1]
    for number, step in enumerate(steps):
        for row, kept in enumerate(real):
            for query in np.flatnonzero(kept):
                seen = [
                    bool(kept[key])
                    and (family not in DECODERS or key <= query)
                    and not (family == "modernbert" and number % 3 and abs(key - query) > 8 // 2)
                    for key in range(tokens)
                ]
                assert step.visible[row, 0, query].tolist() == seen


@pytest.mark.parametrize("family", FAMILIES)
def test_context_is_weights_times_values_and_feeds_the_projection(family):
    pair = twins(family)
    row = encode(pair.loaded, LONG)[0]
    heads = Runner(pair.loaded).anatomy.heads
    inputs = {
        "input_ids": torch.tensor(row.ids)[None],
        "attention_mask": torch.ones(1, len(row.ids)),
    }
    read = []
    hooks = [
        module.register_forward_pre_hook(lambda _m, seen: read.append(seen[0][0]))
        for module in dict.fromkeys(output_modules(family, pair.loaded.model))
    ]
    _, steps, _ = run_both(pair.loaded.model, without_cache(pair.eager), inputs)
    for hook in hooks:
        hook.remove()
    expected = values_of(family, pair.eager, row.ids, heads, value_bias=True)
    for step, values, seen in zip(steps, expected, read, strict=True):
        ours = step.values[0].transpose(0, 1).double().numpy()
        np.testing.assert_allclose(ours, values, atol=1e-4)
        context = np.einsum("hqk,khd->qhd", step.weights[0].double().numpy(), values)
        np.testing.assert_allclose(step.context[0].double().numpy(), context, atol=1e-4)
        np.testing.assert_array_equal(seen.reshape(-1), step.context[0].reshape(-1))


def test_grouped_key_value_heads_are_shared_by_neighbouring_query_heads():
    pair = twins("llama")
    steps = Steps()
    row = encode(pair.loaded, LONG)[0]
    with torch.no_grad(), recording(steps):
        pair.loaded.model(torch.tensor(row.ids)[None])
    assert pair.eager.config.num_key_value_heads == 2
    for step in steps:
        assert step.values.shape == (1, 4, len(row.ids), 4)
        assert torch.equal(step.values[:, 0], step.values[:, 1])
        assert torch.equal(step.values[:, 2], step.values[:, 3])
        assert not torch.equal(step.values[:, 1], step.values[:, 2])


EXPECTED = {
    "bert": (2, False, "first"),
    "roberta": (2, False, "first"),
    "distilbert": (2, False, "first"),
    "electra": (2, False, "first"),
    "albert": (2, False, "first"),
    "modernbert": (3, False, "mean"),
    "gpt2": (2, True, "last"),
    "llama": (2, True, "last"),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_anatomy(family):
    pair = twins(family)
    anatomy = examine(pair.loaded.model, pair.tokenizer)
    assert (anatomy.layers, anatomy.causal, anatomy.reads) == EXPECTED[family]
    assert anatomy.heads == 4
    modules = output_modules(family, pair.loaded.model)
    assert [id(module) for module in anatomy.projections] == [id(module) for module in modules]
    for layer, module in enumerate(output_modules(family, pair.eager)):
        found = anatomy.output_matrix(layer)
        assert found.shape == (16, 16)
        np.testing.assert_array_equal(found.double().numpy(), output_matrix(module))


@pytest.mark.parametrize(("pooling", "reads"), [("cls", "first"), ("mean", "mean")])
def test_modernbert_reads_what_its_config_says(pooling, reads):
    pair = twins("modernbert", classifier_pooling=pooling)
    assert examine(pair.loaded.model, pair.tokenizer).reads == reads


@pytest.mark.parametrize("pad", [True, False])
@pytest.mark.parametrize("family", sorted(DECODERS))
def test_decoders_read_the_last_position_with_or_without_a_padding_token(family, pad):
    pair = twins(family, pad=pad)
    assert (pair.loaded.model.config.pad_token_id is not None) == pad
    assert examine(pair.loaded.model, pair.tokenizer).reads == "last"


def test_examining_leaves_the_model_as_it_was():
    pair = fresh_twins("bert")
    model = pair.loaded.model
    before = {name: weight.clone() for name, weight in model.state_dict().items()}
    examine(model, pair.tokenizer)
    assert all(torch.equal(before[name], weight) for name, weight in model.state_dict().items())
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in model.modules())
    assert all(weight.grad is None for weight in model.parameters())
    assert not any(weight.requires_grad for weight in model.parameters())


def test_an_architecture_that_keeps_its_own_attention_lacks_it(tmp_path):
    runner = Runner(load_model(str(save_tiny(tmp_path, "deberta-v2")), ADAPTER))
    why = "its attention does not go through transformers' AttentionInterface"
    assert runner.lacks[Need.ATTENTION] == why
    assert {Need.READ_POSITION, Need.GRADIENTS, Need.LEDGER}.isdisjoint(runner.lacks)
    row = encode(runner.loaded, TEXTS[2])[0]
    (seen,) = runner.observe([row], {})
    with torch.no_grad():
        plain = tiny_model("deberta-v2")(torch.tensor(row.ids)[None]).logits[0]
    np.testing.assert_allclose(seen.logits, plain, atol=1e-5)


def test_positions_counted_from_another_padding_id_are_refused(tmp_path):
    """MPNet counts positions from the padding id 1, which this tokenizer gives to unknown words."""
    with pytest.raises(
        UnsupportedModel, match=r"^MPNetForSequenceClassification \(mpnet\) answers"
    ):
        Runner(load_model(str(save_tiny(tmp_path, "mpnet")), ADAPTER))


def test_a_model_whose_words_are_no_plain_embeddings_is_refused(tmp_path):
    config = transformers.IBertConfig(
        vocab_size=47, pad_token_id=0, bos_token_id=None, eos_token_id=None, num_labels=3,
        max_position_embeddings=66, **SHAPE,
    )  # fmt: skip
    transformers.IBertForSequenceClassification(config).save_pretrained(tmp_path)
    tiny_tokenizer(pair_types=False).save_pretrained(tmp_path)
    with pytest.raises(UnsupportedModel, match="word embeddings of the model answer a tuple"):
        Runner(load_model(str(tmp_path), ADAPTER))


def test_encoder_decoders_are_refused_by_name(tmp_path):
    config = transformers.BartConfig(
        vocab_size=47, d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=16, decoder_ffn_dim=16, pad_token_id=0,
        bos_token_id=2, eos_token_id=3, decoder_start_token_id=2, max_position_embeddings=64,
    )  # fmt: skip
    transformers.BartForSequenceClassification(config).save_pretrained(tmp_path)
    tiny_tokenizer().save_pretrained(tmp_path)
    with pytest.raises(
        UnsupportedModel, match=r"BartForSequenceClassification is an encoder-decoder"
    ):
        load_model(str(tmp_path), ADAPTER)


def test_learned_attention_sinks_are_refused():
    query = torch.zeros(1, 2, 3, 4)
    with pytest.raises(UnsupportedModel, match="attention sinks"):
        audited_attention(torch.nn.Identity(), query, query, query, None, s_aux=torch.zeros(2))


def test_without_a_recorder_nothing_is_kept():
    pair = twins("bert")
    row = encode(pair.loaded, TEXTS[2])[0]
    steps = Steps()
    with torch.no_grad():
        with recording(steps):
            pair.loaded.model(torch.tensor(row.ids)[None])
        count = len(steps)
        pair.loaded.model(torch.tensor(row.ids)[None])
    assert len(steps) == count == 2
    assert [step.layer for step in steps] == [0, 1]


def test_the_plain_reference_agrees_with_the_batched_eager_model():
    pair = twins("roberta")
    rows = encode(pair.loaded, *TEXTS)
    inputs = padded(pair.tokenizer, TEXTS, types=False)
    with torch.no_grad():
        batched = pair.eager(**inputs, output_attentions=True)
    for index, row in enumerate(rows):
        size = len(row.ids)
        np.testing.assert_allclose(batched.logits[index], logits_of(pair.eager, row.ids), atol=1e-5)
        for layer, alone in enumerate(attentions_of(pair.eager, row.ids)):
            together = batched.attentions[layer][index, :, :size, :size]
            np.testing.assert_allclose(together, alone, atol=1e-5)
