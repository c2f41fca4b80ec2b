"""The feed-forward part's account: right where a layer flattens its rows, none where experts share it."""

import copy
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch
import transformers

from auditkit.capture import attention
from auditkit.capture.attention import KERNEL
from auditkit.capture.capabilities import Need
from auditkit.capture.ledgers import ledgers
from auditkit.capture.loading import LoadedModel
from auditkit.capture.requests import LedgerRows
from auditkit.capture.runner import Runner
from auditkit.records import Problem, Readout
from tests.audited import encode
from tests.tiny import tiny_tokenizer

TEXTS = ("the film was not good , it was a very dull story", "good", "unhappy acting")
WIDE = {"hidden_size": 16, "num_hidden_layers": 2, "num_attention_heads": 4}
CONFIGS = {
    "opt": ("OPT", {**WIDE, "word_embed_proj_dim": 16, "ffn_dim": 24}),
    "opt, projected, norms after": (
        "OPT", {**WIDE, "word_embed_proj_dim": 8, "ffn_dim": 24, "do_layer_norm_before": False}),
    "qwen2 of experts": (
        "Qwen2Moe", {**WIDE, "num_key_value_heads": 2, "intermediate_size": 24, "moe_intermediate_size": 16,
                     "shared_expert_intermediate_size": 16, "num_experts": 2, "num_experts_per_tok": 1}),
    "deepseek, its first layer without experts": (
        "DeepseekV3", {**WIDE, "num_key_value_heads": 4, "intermediate_size": 24, "moe_intermediate_size": 16,
                       "n_routed_experts": 4, "num_experts_per_tok": 2, "n_group": 1, "topk_group": 1, "q_lora_rank": 8,
                       "kv_lora_rank": 8, "qk_rope_head_dim": 4, "qk_nope_head_dim": 4, "v_head_dim": 4,
                       "first_k_dense_replace": 1}),
    "llama": ("Llama", {**WIDE, "num_key_value_heads": 2, "intermediate_size": 24}),
}  # fmt: skip
ROUTED = ("qwen2 of experts", "deepseek, its first layer without experts")


@cache
def loaded(name) -> LoadedModel:
    kind, shape = CONFIGS[name]
    tokenizer = tiny_tokenizer(decoder=True)
    config = getattr(transformers, f"{kind}Config")(
        vocab_size=len(tokenizer), pad_token_id=0, bos_token_id=None, eos_token_id=None, num_labels=3,
        max_position_embeddings=64, **shape,
    )  # fmt: skip
    attention.register()
    torch.manual_seed(0)
    model = getattr(transformers, f"{kind}ForSequenceClassification")(config).eval()
    with torch.no_grad():
        for weight in model.parameters():
            noise = torch.randn_like(weight)
            weight.copy_(1 + 0.2 * noise if weight.ndim == 1 else 0.35 * noise)
    model.requires_grad_(False).set_attn_implementation(KERNEL)
    return LoadedModel(
        model, tokenizer, name, ("a", "b", "c"), Problem.SINGLE_LABEL, 60, "float32", "eager", 0, {}
    )


def sheets(runner, rows, **options):
    weights = np.array([1, -1, 0], np.float32)
    asked = [
        LedgerRows(row, Readout.of_classes(weights), np.zeros(len(row.ids), bool), row.words >= 0)
        for row in rows
    ]
    return ledgers(runner, asked, **options)


def unflattened(name) -> Runner:
    """The same model with a feed-forward part that is handed rows and tokens apart."""
    one = loaded(name)
    model = copy.deepcopy(one.model)
    for layer in model.base_model.decoder.layers:
        for part in (layer.fc1, layer.fc2):
            whole = part.forward
            part.forward = lambda states, whole=whole: whole(states)
        layer.activation_fn = Apart(layer)
    return Runner(replace(one, model=model))


class Apart(torch.nn.Module):
    """An activation whose second map reads [rows tokens neurons], which it then flattens again."""

    def __init__(self, layer) -> None:
        super().__init__()
        object.__setattr__(self, "layer", layer)
        rows = []
        layer.register_forward_pre_hook(
            lambda _m, args, given: rows.append(
                (args[0] if args else given["hidden_states"]).shape
            ),
            with_kwargs=True,
        )
        second = layer.fc2.forward
        layer.fc2.forward = lambda states: second(states).reshape(-1, second(states).shape[-1])
        layer.fc1.register_forward_hook(lambda _m, _i, out: out.reshape(*rows[-1][:2], -1))

    def forward(self, states):
        return torch.relu(states)


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize("name", [name for name in CONFIGS if name.startswith("opt")])
def test_a_flattened_part_is_read_at_its_own_positions(name, frozen):
    flat, apart = Runner(loaded(name)), unflattened(name)
    assert flat.lacks == {}
    rows = encode(flat.loaded, *TEXTS)
    ours = sheets(flat, rows, frozen=frozen, neurons=True)
    theirs = sheets(apart, rows, frozen=frozen, neurons=True)
    for row, one, other in zip(rows, ours, theirs, strict=True):
        assert one.mlp.shape == (2, len(row.ids))
        np.testing.assert_allclose(one.mlp, other.mlp, atol=1e-5)
        np.testing.assert_allclose(one.neurons.sum(-1), one.mlp, atol=1e-5)
        assert np.abs(one.mlp).max() > 1e-3
        np.testing.assert_allclose(one.neurons, other.neurons, atol=1e-5)


@pytest.mark.parametrize("name", [name for name in CONFIGS if name not in ROUTED])
def test_company_does_not_change_it(name):
    runner = Runner(loaded(name))
    rows = encode(runner.loaded, *TEXTS)
    for row, together in zip(rows, sheets(runner, rows), strict=True):
        (alone,) = sheets(runner, [row])
        np.testing.assert_allclose(together.mlp, alone.mlp, atol=1e-4)


@pytest.mark.parametrize("name", ROUTED)
def test_experts_have_no_such_account(name):
    """A shared expert, or the layers without experts, would be a part of it only."""
    runner = Runner(loaded(name))
    assert runner.anatomy.feed_forward == ()
    for sheet in sheets(runner, encode(runner.loaded, *TEXTS), frozen=True, neurons=True):
        assert sheet.mlp is sheet.neurons is None
        assert sheet.value == pytest.approx(
            sheet.base + float(sheet.tokens.sum(dtype=np.float64)),
            abs=1e-4 * max(1, abs(sheet.value)),
        )


def test_negative_control_rows_in_another_order_are_found():
    """A part that works on tokens first and rows second is not read in the order of rows."""
    one = loaded("opt")
    model = copy.deepcopy(one.model)
    for layer in model.base_model.decoder.layers:
        turned(layer)
    runner = Runner(replace(one, model=model))
    assert runner.anatomy.feed_forward == ()
    assert set(runner.lacks) == {Need.FROZEN_LEDGER}  # nor can its biases be told apart by row


def turned(layer) -> None:
    shapes = []
    layer.register_forward_pre_hook(
        lambda _m, args, given: shapes.append((args[0] if args else given["hidden_states"]).shape),
        with_kwargs=True,
    )

    def tokens_first(_module, inputs):
        rows, tokens, _ = shapes[-1]
        return (inputs[0].reshape(rows, tokens, -1).transpose(0, 1).reshape(rows * tokens, -1),)

    def rows_first(_module, _inputs, output):
        rows, tokens, _ = shapes[-1]
        return output.reshape(tokens, rows, -1).transpose(0, 1).reshape(rows * tokens, -1)

    layer.fc1.register_forward_pre_hook(tokens_first)
    layer.fc2.register_forward_hook(rows_first)
