"""Seeded tiny models built in code: every supported architecture in a few thousand weights.

Biases and norm weights are randomised (their defaults 0 and 1 hide errors) and weights are large
enough that attention is not flat.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
import transformers
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

WORDS = [
    "the",
    "a",
    "film",
    "was",
    "good",
    "bad",
    "not",
    "very",
    "dull",
    "bright",
    "story",
    "and",
    "but",
    "plot",
    "i",
    "liked",
    "hated",
    "it",
    "this",
    "is",
    "never",
    "ever",
    "great",
    "poor",
    "act",
    "##ing",
    "##s",
    "##ed",
    "##ly",
    "un",
    "##happ",
    "##y",
    ".",
    ",",
    "!",
    "?",
    "'",
    "movie",
    "song",
    "day",
    "rain",
    "sun",
]
SPECIAL = {"pad": "[PAD]", "unk": "[UNK]", "cls": "[CLS]", "sep": "[SEP]", "mask": "[MASK]"}
SHAPE = {
    "hidden_size": 16,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "intermediate_size": 24,
}

FAMILIES: dict[str, tuple[str, dict[str, Any]]] = {
    "bert": ("BertConfig", SHAPE),
    "roberta": ("RobertaConfig", {**SHAPE, "max_position_embeddings": 66, "type_vocab_size": 1}),
    "distilbert": ("DistilBertConfig", {"dim": 16, "n_layers": 2, "n_heads": 4, "hidden_dim": 24}),
    "electra": ("ElectraConfig", {**SHAPE, "embedding_size": 12}),
    "albert": ("AlbertConfig", {**SHAPE, "embedding_size": 12}),
    "modernbert": (
        "ModernBertConfig",
        {**SHAPE, "num_hidden_layers": 3, "global_attn_every_n_layers": 3, "local_attention": 8,
         "reference_compile": False, "classifier_pooling": "mean"},
    ),
    "gpt2": ("GPT2Config", {"n_embd": 16, "n_layer": 2, "n_head": 4, "n_positions": 64}),
    "llama": ("LlamaConfig", {**SHAPE, "num_key_value_heads": 2}),
}  # fmt: skip
DECODERS = {"gpt2", "llama"}
OWN_ATTENTION: dict[str, tuple[str, dict[str, Any]]] = {
    "deberta-v2": (
        "DebertaV2Config",
        {**SHAPE, "relative_attention": True, "pos_att_type": ["p2c", "c2p"], "type_vocab_size": 0,
         "position_biased_input": False},
    ),
    "mpnet": ("MPNetConfig", {**SHAPE, "max_position_embeddings": 66}),
}  # fmt: skip


def tiny_tokenizer(
    *, decoder: bool = False, pair_types: bool = True, pad_id: int = 0
) -> PreTrainedTokenizerFast:
    """A WordPiece tokenizer with offsets; decoders get no special tokens round the text."""
    special = [name for name in SPECIAL.values() if name != SPECIAL["pad"]]
    special.insert(pad_id, SPECIAL["pad"])
    vocab = {token: index for index, token in enumerate([*special, *WORDS])}
    core = Tokenizer(models.WordPiece(vocab, unk_token="[UNK]"))  # noqa: S106
    core.normalizer = normalizers.BertNormalizer(lowercase=True)
    core.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    names = {"pad_token": "[PAD]", "unk_token": "[UNK]"}
    if not decoder:
        core.post_processor = processors.TemplateProcessing(
            single="[CLS] $A [SEP]",
            pair="[CLS] $A [SEP] $B:1 [SEP]:1",
            special_tokens=[("[CLS]", vocab["[CLS]"]), ("[SEP]", vocab["[SEP]"])],
        )
        names |= {"cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]"}
    inputs = ["input_ids", "attention_mask"] + (["token_type_ids"] if pair_types else [])
    return PreTrainedTokenizerFast(
        tokenizer_object=core, model_max_length=64, model_input_names=inputs, **names
    )


def tiny_model(family: str, *, labels: int = 3, seed: int = 0, **options: Any) -> Any:
    """A seeded classifier of `family` with randomised biases and norms."""
    name, shape = {**FAMILIES, **OWN_ATTENTION}[family]
    config_class = getattr(transformers, name)
    decoder = family in DECODERS
    config = config_class(
        vocab_size=len(SPECIAL) + len(WORDS),
        pad_token_id=0,
        num_labels=labels,
        **({"bos_token_id": None, "eos_token_id": None} if decoder else {}),
        **{**({} if "max_position_embeddings" in shape or decoder else {"max_position_embeddings": 64}),
           **shape, **options},
    )  # fmt: skip
    torch.manual_seed(seed)
    model = transformers.AutoModelForSequenceClassification.from_config(config)
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            norm = weight.ndim == 1 and name.endswith("weight")
            weight.copy_(1 + 0.2 * noise if norm else 0.35 * noise)
    return model.eval()


def save_tiny(folder: Path, family: str = "bert", **options: Any) -> Path:
    """Write a tiny classifier and its tokenizer as a Hugging Face folder."""
    model = tiny_model(family, **options)
    model.save_pretrained(folder)
    types = family in {"bert", "electra", "albert"}
    tiny_tokenizer(decoder=family in DECODERS, pair_types=types).save_pretrained(folder)
    return folder
