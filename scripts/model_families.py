"""Try every family of text classifiers that transformers knows, each at tiny size, and say how far it is audited.

PYTHONPATH=. HF_HUB_OFFLINE=1 python scripts/model_families.py [--only NAME ...] [--measure] [--write docs/model-families.md]

A family leaves the count only where plain transformers fails on the same configuration; the error stands beside it.
Each family runs in a process of its own, with limits of time and memory.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
import transformers
from transformers import CONFIG_MAPPING, AutoModelForSequenceClassification
from transformers.models.auto.modeling_auto import (
    MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING_NAMES as FAMILIES,
)

import auditkit
from auditkit.config import AuditConfig
from auditkit.errors import AuditError
from auditkit.explain.left_out import LeftOut
from auditkit.pipeline.prepared import prepare
from tests.tiny import tiny_tokenizer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from multiprocessing.connection import Connection

PAGE = """# Families of models

Every family of text classifiers in transformers {version} (`MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING_NAMES`), built at
tiny size with seeded weights and tried with the default methods on four short texts. Written by

```
PYTHONPATH=. HF_HUB_OFFLINE=1 python scripts/model_families.py --write docs/model-families.md
```

**{run} can be run by plain transformers: {told}.** The other {others} fail in plain transformers with the same
configuration and weights, and are not counted; the error stands beside each.

*In part* means that predictions, behaviour, Shapley values and occlusion are measured, and gradients where they hold;
the parts named are left out, each with the reason that the report gives. *What needs attention* is `attention_rollout`,
`value_rollout`, `uniform_rollout`, `chains`, `head_statistics`, `attention_maps` (and with them the scene) and
`projection`. What a real checkpoint lacks is found on that checkpoint, by the same probe: figures differ, and a part that
is left out here may be kept there.

| Family | Audited | Left out and why, or the error |
|---|---|---|
{rows}"""
NEED_ATTENTION = {
    "attention_rollout", "value_rollout", "uniform_rollout", "chains", "head_statistics", "attention_maps", "projection",
}  # fmt: skip
SECONDS, BYTES = 120, 8 * 2**30
"""What a family may take."""
TEXTS = (
    "the film was good",
    "the story was very dull and i hated it",
    "a bright day",
    "it was never great but i liked the song",
)
SMALL: dict[str, Any] = {
    **dict.fromkeys(
        ("hidden_size", "d_model", "n_embd", "dim", "emb_dim", "embedding_size", "input_embedding_size",
         "word_embed_proj_dim", "pooler_hidden_size", "true_hidden_size", "attention_hidden_size"), 16,
    ),
    **dict.fromkeys(
        ("num_hidden_layers", "n_layer", "n_layers", "num_layers", "encoder_layers", "decoder_layers"), 2,
    ),
    **dict.fromkeys(
        ("num_attention_heads", "n_head", "n_heads", "num_heads", "encoder_attention_heads",
         "decoder_attention_heads"), 4,
    ),
    **dict.fromkeys(
        ("intermediate_size", "d_inner", "dff", "hidden_dim", "ffn_hidden_size", "ffn_dim", "d_ff", "encoder_ffn_dim",
         "decoder_ffn_dim", "feed_forward_size", "moe_intermediate_size", "shared_expert_intermediate_size"), 24,
    ),
    **dict.fromkeys(("num_key_value_heads", "num_kv_heads"), 2),
    **dict.fromkeys(("head_dim", "d_head", "d_kv", "attention_head_size", "kv_channels", "v_head_dim"), 4),
    **dict.fromkeys(("max_position_embeddings", "n_positions", "max_seq_len"), 80),
    **dict.fromkeys(("num_experts", "n_routed_experts", "num_local_experts"), 4),
    **dict.fromkeys(("num_experts_per_tok", "n_group", "topk_group"), 2),
    "rotary_dim": 4, "qk_nope_head_dim": 4, "qk_rope_head_dim": 4, "qk_head_dim": 8, "kv_lora_rank": 8, "q_lora_rank": 8,
    "query_pre_attn_scalar": 4, "sliding_window": 8, "attention_window": 4, "block_size": 4, "local_attention": 8,
    "window_size": 8, "conv_kernel_size": 3, "intra_bottleneck_size": 16, "mamba_d_state": 4, "mamba_dt_rank": 4,
    "use_mamba_kernels": False, "linear_num_key_heads": 2, "linear_num_value_heads": 2, "linear_key_head_dim": 8,
    "linear_value_head_dim": 8, "output_embedding_size": 24, "num_landmarks": 4, "segment_means_seq_len": 4,
    "local_attn_chunk_length": 4, "lsh_attn_chunk_length": 4, "entity_vocab_size": 8, "entity_emb_size": 8,
    "reference_compile": False,
}  # fmt: skip
"""Overrides for whichever of these a configuration has."""
COMMON = {
    "pad_token_id": 0,
    "bos_token_id": 2,
    "eos_token_id": 3,
    "vocab_size": len(tiny_tokenizer()),
}
WHOLE_HEADS: dict[str, Any] = {"num_key_value_heads": 4}
HEAD_DIM = {"head_dim": 4}
MIXED = {"layer_types": ["linear_attention", "full_attention"]}
OWN: dict[str, dict[str, Any]] = {
    **dict.fromkeys(("axk1", "axk2", "deepseek_v3", "esmc", "minicpm3", "mistral4"), WHOLE_HEADS),
    **dict.fromkeys(("hunyuan_v1_dense", "hunyuan_v1_moe", "ministral"), HEAD_DIM),
    **dict.fromkeys(("qwen3_5_text", "qwen3_next"), MIXED),
    "canine": {"num_hash_buckets": 64, "vocab_size": None},
    "deberta": {"relative_attention": True, "pos_att_type": ["c2p", "p2c"]},
    "deberta-v2": {"relative_attention": True, "pos_att_type": ["c2p", "p2c"], "position_biased_input": False},
    "deepseek_v2": {**WHOLE_HEADS, "num_experts_per_tok": 2},
    "funnel": {"block_sizes": [1, 1], "num_decoder_layers": 1},
    "gpt_neo": {"attention_types": [[["global", "local"], 1]]},
    "jamba": {"attn_layer_period": 2, "attn_layer_offset": 1},
    "layoutlmv3": {"coordinate_size": 2, "shape_size": 4, "visual_embed": False},
    "lilt": {"hidden_size": 24, "channel_shrink_ratio": 2},
    "mpnet": {"pad_token_id": 1},
    "nemotron": {"num_key_value_heads": 2},
    "perceiver": {"num_latents": 4, "d_latents": 8, "d_model": 8, "num_self_attention_heads": 2,
                  "num_cross_attention_heads": 2, "num_self_attends_per_block": 1},
    "qwen3_5": {"text_config": MIXED},
    "reformer": {"attn_layers": ["local", "lsh"], "axial_pos_shape": [8, 8], "axial_pos_embds_dim": [8, 8],
                 "num_buckets": 2, "is_decoder": False},
    "t5": {"decoder_start_token_id": 0},
    "xmod": {"default_language": "en_XX"},
    "zamba": {**WHOLE_HEADS, "num_hidden_layers": 4, "attn_layer_period": 2, "attn_layer_offset": 1,
              "attention_hidden_size": 32, "attention_head_dim": 8, "n_mamba_heads": 2},
    "zamba2": {**WHOLE_HEADS, "num_hidden_layers": 4, "layers_block_type": ["mamba", "hybrid", "mamba", "hybrid"],
               "attention_hidden_size": 32, "attention_head_dim": 8, "n_mamba_heads": 4, "mamba_headdim": 8,
               "chunk_size": 8, "adapter_rank": 4},
}  # fmt: skip
"""What the overrides do not reach, by family."""


HOW_FAR = {
    "full": "in full",
    "part": "in part",
    "refused": "refused",
    "crash": "crash",
    "none": "cannot be run",
}


@dataclass(frozen=True)
class Outcome:
    """How far one family got."""

    family: str
    how_far: str
    """A key of `HOW_FAR`."""
    said: str = ""
    """What was left out and why, or an error."""


def small_config(family: str) -> Any:  # noqa: ANN401
    """Return the configuration of a family at tiny size."""
    config_class = CONFIG_MAPPING[family]
    options = {**_overrides(config_class().to_dict()), **COMMON, "num_labels": 3}
    for name, own in OWN.get(family, {}).items():
        options[name] = {**options[name], **own} if isinstance(own, dict) else own
    config = config_class(**{name: one for name, one in options.items() if one is not None})
    config.num_labels = 3
    return config


def _overrides(default: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: one for name, one in SMALL.items() if default.get(name) is not None}
    parts = {name: one for name, one in default.items() if isinstance(one, dict)}
    for name, one in parts.items():
        if "hidden_size" in one:
            found[name] = {**_overrides(one), **COMMON}
    return found


def save(family: str, folder: Path) -> None:
    """Write a seeded model of a family, and see that plain transformers runs it."""
    torch.manual_seed(0)
    model = AutoModelForSequenceClassification.from_config(small_config(family)).eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.is_floating_point() and not name.endswith(("A_log", ".D")):
                noise = torch.randn_like(weight)
                norm = weight.ndim == 1 and name.endswith("weight")
                weight.copy_(1 + 0.2 * noise if norm else 0.2 * noise)
        for module in model.modules():
            if isinstance(module, torch.nn.Embedding) and module.padding_idx is not None:
                module.weight[module.padding_idx] = 0
    model.save_pretrained(folder)
    tokenizer = tiny_tokenizer(pair_types=False, pad_id=OWN.get(family, {}).get("pad_token_id", 0))
    tokenizer.save_pretrained(folder)
    plain = AutoModelForSequenceClassification.from_pretrained(folder).eval()
    with torch.no_grad():
        plain(**tokenizer(list(TEXTS[:1]), return_tensors="pt"))


def tried(family: str, *, measured: bool) -> Outcome:
    """Return how far a family is audited."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        try:
            save(family, folder / "model")
        except Exception as error:
            return Outcome(family, "none", _first_line(error))
        rows = "".join(f"{text},{index % 3}\n" for index, text in enumerate(TEXTS))
        (folder / "data.csv").write_text(f"text,label\n{rows}", "utf-8")
        config = AuditConfig(
            model=str(folder / "model"), data=folder / "data.csv", workers=1, detailed=1, chains=1
        )
        try:
            left_out = audited(config, folder / "audit") if measured else prepare(config).left_out
        except AuditError as error:
            return Outcome(family, "refused", _first_line(error))
        except Exception as error:
            return Outcome(family, "crash", f"{type(error).__name__}: {_first_line(error)}")
    return Outcome(family, "part" if left_out else "full", _grouped(left_out))


def audited(config: AuditConfig, out: Path) -> tuple[LeftOut, ...]:
    """Write and verify an audit; return what is left out of it."""
    audit = auditkit.measure(config, out)
    auditkit.publish(out, pdf=False)
    problems = auditkit.verify(out).problems
    if problems:
        raise RuntimeError(f"verify: {problems[0]}")
    return tuple(LeftOut(**one) for one in audit.manifest["left_out"])


def _grouped(left_out: tuple[LeftOut, ...]) -> str:
    """Return each reason once, after the names of what it leaves out."""
    names: dict[str, list[str]] = {}
    for one in left_out:
        names.setdefault(one.reason, []).append(one.method)
    return "; ".join(
        f"{'what needs attention' if set(group) >= NEED_ATTENTION else ', '.join(group)}: {reason}"
        for reason, group in names.items()
    )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0]


def alone(family: str, *, measured: bool) -> Outcome:
    """Try a family in a process of its own."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(family, there, measured))
    process.start()
    there.close()
    outcome = Outcome(family, "crash", f"no answer within {SECONDS} seconds")
    if here.poll(SECONDS):
        try:
            outcome = here.recv()
        except EOFError:
            outcome = Outcome(family, "crash", "the process ended")
    process.kill()
    process.join()
    return outcome


def _child(family: str, there: Connection, measured: bool) -> None:  # noqa: FBT001
    if not measured:  # what draws charts reserves more than it uses
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    there.send(tried(family, measured=measured))
    there.close()


def page(found: Sequence[Outcome]) -> str:
    """Return the page of the documentation."""
    counts = Counter(one.how_far for one in found)
    run = len(found) - counts["none"]
    told = ", ".join(f"{counts[name]} {HOW_FAR[name]}" for name in HOW_FAR if name != "none")
    rows = "".join(
        f"| `{one.family}` | {HOW_FAR[one.how_far]} | {one.said.replace('|', chr(92) + '|')} |\n"
        for one in found
    )
    return PAGE.format(
        version=transformers.__version__, run=run, told=told, others=counts["none"], rows=rows
    )


def main() -> None:
    """Try the families, print the page, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*", default=list(FAMILIES))
    parser.add_argument("--measure", action="store_true", help="write and verify a whole audit")
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    warnings.simplefilter("ignore")
    transformers.utils.logging.set_verbosity(60)
    torch.set_num_threads(1)
    text = page([alone(name, measured=chosen.measure) for name in chosen.only])
    print(text)
    if chosen.write is not None:
        chosen.write.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
