"""Every architecture that README names, and odd ones, audited with default methods and chains: right or refused."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import transformers as hf

import auditkit as package
from auditkit.config import AuditConfig
from auditkit.errors import UnsupportedModel
from tests.tiny import FAMILIES, SHAPE, save_tiny, tiny_tokenizer
from tests.tiny_audits import auditkit, labelled_data, manifest, table

pytestmark = pytest.mark.slow
WIDE = {**SHAPE, "num_key_value_heads": 2}
EXPERTS = {**WIDE, "moe_intermediate_size": 16, "num_experts": 2, "num_experts_per_tok": 1}


@dataclass(frozen=True)
class Odd:
    """A model that is saved from its configuration."""

    config: str
    shape: dict[str, Any] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    types: bool = False
    """Whether its tokenizer gives token types."""
    pad_id: int = 0
    scale: float = 0.3
    """Of its weights."""


ALIKE = {
    "camembert": Odd("Camembert", {**SHAPE, "max_position_embeddings": 66}),
    "xlm-roberta": Odd("XLMRoberta", {**SHAPE, "max_position_embeddings": 66}),
    "qwen3": Odd("Qwen3", {**WIDE, "head_dim": 8}),
    "gemma2": Odd("Gemma2", {**WIDE, "head_dim": 4, "attn_logit_softcapping": 2.0, "sliding_window": 6,
                             "query_pre_attn_scalar": 4}),
    "mistral": Odd("Mistral", {**WIDE, "sliding_window": 5}),
    "gpt-neox": Odd("GPTNeoX", SHAPE),
    "opt": Odd("OPT", {"hidden_size": 16, "word_embed_proj_dim": 16, "ffn_dim": 24, "num_hidden_layers": 2,
                       "num_attention_heads": 4}),
}  # fmt: skip
ODD = {
    "gpt2 with token types": Odd("GPT2", {"n_embd": 16, "n_layer": 2, "n_head": 4}, types=True),
    "llama with token types": Odd("Llama", WIDE, types=True),
    "ctrl with token types": Odd("CTRL", {"n_embd": 16, "n_layer": 2, "n_head": 4, "dff": 24}, types=True),
    "gemma": Odd("Gemma", {**WIDE, "head_dim": 4}),
    "opt, projected": Odd("OPT", {"hidden_size": 16, "word_embed_proj_dim": 8, "ffn_dim": 24, "num_hidden_layers": 2,
                                  "num_attention_heads": 4, "do_layer_norm_before": False}),
    "qwen2 of experts": Odd("Qwen2Moe", {**EXPERTS, "shared_expert_intermediate_size": 16}, frozenset({"ledger", "chains"})),
    "mixtral": Odd("Mixtral", {**WIDE, "num_local_experts": 4}, frozenset({"ledger", "chains"})),
    "jetmoe": Odd("JetMoe", {**WIDE, "num_local_experts": 4, "kv_channels": 4}, frozenset({"ledger", "chains", "value_rollout"})),
    "mobilebert": Odd("MobileBert", {**SHAPE, "embedding_size": 8, "intra_bottleneck_size": 16, "true_hidden_size": 16,
                                     "max_position_embeddings": 66}, scale=0.15),
    "esm without token dropout": Odd("Esm", {**SHAPE, "position_embedding_type": "rotary", "mask_token_id": 4,
                                             "token_dropout": False}),
}  # fmt: skip
ALONE = r"answers a text otherwise alone than padded in a batch: a logit differs by \S+, expected at most \S+\."
REFUSED = {
    "esm with token dropout": (
        Odd("Esm", {**SHAPE, "position_embedding_type": "rotary", "mask_token_id": 4, "token_dropout": True}),
        r"word's embedding replaced .* differs by \S+, expected at most \S+\."),
    "canine": (Odd("Canine", SHAPE), "no table of word embeddings"),
    "perceiver": (Odd("Perceiver", {"num_latents": 4, "d_latents": 8, "d_model": 8, "num_self_attention_heads": 2,
                                    "num_cross_attention_heads": 2, "num_self_attends_per_block": 1}),
                  "no table of word embeddings"),
    "xlnet": (Odd("XLNet", {"d_model": 16, "n_layer": 1, "n_head": 2, "d_inner": 16}), ALONE),
    "fnet": (Odd("FNet", {"hidden_size": 16, "num_hidden_layers": 1, "intermediate_size": 16}), ALONE),
    "convbert": (Odd("ConvBert", {**SHAPE, "embedding_size": 16, "conv_kernel_size": 3}), ALONE),
    "i-bert": (Odd("IBert", {**SHAPE, "max_position_embeddings": 66}), "word embeddings of the model answer a tuple"),
}  # fmt: skip


def saved(folder: Path, odd: Odd) -> Path:
    tokenizer = tiny_tokenizer(pair_types=odd.types, pad_id=odd.pad_id)
    config_class = getattr(hf, f"{odd.config}Config")
    lengths = {} if "max_position_embeddings" in odd.shape else {"max_position_embeddings": 64}
    if odd.config == "XLNet":
        lengths = {}
    special = {"pad_token_id": odd.pad_id, "bos_token_id": 2, "eos_token_id": 3}
    vocabulary = {} if odd.config == "Canine" else {"vocab_size": len(tokenizer)}
    config = config_class(num_labels=3, **special, **vocabulary, **{**lengths, **odd.shape})
    torch.manual_seed(0)
    model = getattr(hf, f"{odd.config}ForSequenceClassification")(config).eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.is_floating_point() and not name.endswith(("A_log", ".D")):
                noise = torch.randn_like(weight)
                norm = weight.ndim == 1 and name.endswith("weight")
                weight.copy_(1 + 0.2 * noise if norm else odd.scale * noise)
        for module in model.modules():
            if isinstance(module, torch.nn.Embedding) and module.padding_idx is not None:
                module.weight[module.padding_idx] = 0
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def audited(model: Path, out: Path) -> Path:
    config = AuditConfig(model=str(model), data=labelled_data(4), workers=1, detailed=1, chains=2)
    package.measure(config, out)
    package.publish(out, pdf=False)
    assert not package.verify(out).problems
    return out


def plain_margins(model: Path, audit: Path) -> Iterator[tuple[dict[str, Any], np.ndarray, Any]]:
    """Each example with its logits by the plain model, and the logits of any other ids in its place."""
    plain = hf.AutoModelForSequenceClassification.from_pretrained(model).eval()
    tokenizer = hf.AutoTokenizer.from_pretrained(model)
    takes = inspect.signature(plain.forward).parameters
    for row in table(audit, "examples").to_pylist():
        inputs = {
            k: v for k, v in tokenizer(row["text"], return_tensors="pt").items() if k in takes
        }

        def ask(ids: np.ndarray, inputs: Any = inputs) -> np.ndarray:
            with torch.no_grad():
                answer = plain(**{**inputs, "input_ids": torch.tensor(ids)[None]})
            return answer.logits[0].double().numpy()

        yield row, inputs["input_ids"][0].numpy(), ask


def check(model: Path, audit: Path) -> None:
    """Logits are the plain model's; occlusion is what the plain model says with the blank's id written in."""
    blank = hf.AutoTokenizer.from_pretrained(model)
    blank_id = blank.mask_token_id if blank.mask_token_id is not None else blank.unk_token_id
    scores = {
        row["example_id"]: np.array(row["scores"])
        for row in table(audit, "attributions").to_pylist()
        if row["method"] == "occlusion"
    }
    moved = 0.0
    for row, ids, ask in plain_margins(model, audit):
        plain, words = ask(ids), np.array(row["words"])
        np.testing.assert_allclose(row["logits"], plain, atol=1e-4 * max(1, np.abs(plain).max()))
        order = np.argsort(-np.array(row["logits"]), kind="stable")
        for word in range(words.max() + 1):
            without = ask(np.where(words == word, blank_id, ids))
            fall = (plain - without)[order[0]] - (plain - without)[order[1]]
            found = scores[row["id"]][words == word].sum()
            assert found == pytest.approx(fall, abs=1e-4 * max(1, np.abs(plain).max()))
            moved = max(moved, abs(fall))
    assert moved > 3e-3


@pytest.mark.parametrize("family", FAMILIES)
def test_the_families_of_the_readme(family: str, tmp_path: Path) -> None:
    model = save_tiny(tmp_path / family, family)
    audit = audited(model, tmp_path / "audit")
    assert manifest(audit)["left_out"] == []
    assert table(audit, "chains").num_rows > 0
    check(model, audit)


@pytest.mark.parametrize("name", [*ALIKE, *ODD])
def test_others_that_are_audited(name: str, tmp_path: Path) -> None:
    odd = {**ALIKE, **ODD}[name]
    model = saved(tmp_path / name.replace(" ", "-"), odd)
    audit = audited(model, tmp_path / "audit")
    record = manifest(audit)
    assert {one["method"] for one in record["left_out"]} == odd.left_out
    assert record["counts"]["left_out"] == len(odd.left_out)
    assert (table(audit, "chains").num_rows > 0) == ("chains" not in odd.left_out)
    check(model, audit)


@pytest.mark.parametrize("name", REFUSED)
def test_others_that_are_refused(name: str, tmp_path: Path) -> None:
    odd, said = REFUSED[name]
    config = AuditConfig(
        model=str(saved(tmp_path / "model", odd)),
        data=labelled_data(4),
        workers=1,
        detailed=1,
        chains=2,
    )
    with pytest.raises(UnsupportedModel, match=said) as refusal:
        package.measure(config, tmp_path / "audit")
    assert "\n" not in str(refusal.value)
    assert odd.config.lower() in str(refusal.value).lower() or "The word embeddings" in str(
        refusal.value
    )
    assert not (tmp_path / "audit" / "evidence").exists()


def test_what_is_left_out_is_said_counted_and_printed(tmp_path: Path) -> None:
    model = saved(tmp_path / "model", ODD["mixtral"])
    arguments = (
        "--model",
        model,
        "--data",
        labelled_data(4),
        "--workers",
        "1",
        "--detailed",
        "1",
        "--chains",
        "1",
    )
    done = auditkit(
        "run", *arguments, "--methods", "ledger,occlusion", "--out", tmp_path / "audit", "--no-pdf"
    )
    assert done.code == 0
    assert "left out: ledger: the model has a step without a rule" in done.err
    assert "left out: chains: " in done.err
    record = manifest(tmp_path / "audit")
    assert record["methods"] == ["occlusion"]
    assert list(record["method_specs"]) == ["occlusion"]
    page = (tmp_path / "audit" / "report.html").read_text("utf-8")
    assert "Left out, with the reason" in page
    assert "routes were left out: the model has a step without a rule" in page
    planned = auditkit("plan", *arguments, "--methods", "ledger,occlusion")
    assert planned.code == 0
    assert "left out: ledger: " in planned.out
    replayed = auditkit("verify", tmp_path / "audit", "--replay", "2", "--model", model)
    assert replayed.code == 0, replayed.out
    refused = auditkit("measure", *arguments, "--methods", "ledger", "--out", tmp_path / "none")
    assert refused.code == 2
    assert "none of the methods" in refused.err
