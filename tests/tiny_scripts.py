"""Tiny classifiers for every script: SentencePiece-like, byte-level and BERT's own tokenizers."""

from __future__ import annotations

from pathlib import Path

import torch
import transformers
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

BOUNDS = {"bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>"}
NAMES = {**BOUNDS, "unk_token": "<unk>", "pad_token": "<pad>", "mask_token": "<mask>"}
SPECIALS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
PIECES = ("\u2581I", "\u2581like", "\u2581very", "\u2581much", "\u2581the", "\u2581film")

TEXTS = (
    "\u0e41\u0e21\u0e27\u0e01\u0e34\u0e19\u0e1b\u0e25\u0e32",  # a cat eats fish (Thai)
    "\u6211\u5f88\u559c\u6b22\u8fd9\u90e8\u7535\u5f71\uff0c\u6545\u4e8b\u975e\u5e38\u7cbe\u5f69",
    "\u3053\u306e\u6620\u753b\u306f\u3068\u3066\u3082\u9762\u767d\u3044",
    "I like \u6211\u5f88\u559c\u6b22\u8fd9\u90e8\u7535\u5f71 very much",
    "\u597d\u5403\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7",
    "cafe\u0301 \u0939\u093f\u0928\u094d\u0926\u0940 the film",
    "\u5e97",
    "like",
)
"""Texts that are worth a look in any tokenizer; the last two are one unit."""


def metaspace() -> PreTrainedTokenizerFast:
    """Characters, and some words with the mark for the blank before them, as in XLM-R and T5."""
    letters = sorted({char for text in TEXTS for char in text if not char.isspace()})
    pieces = [(name, 0.0) for name in SPECIALS]
    pieces += [("\u2581", -9.0), *((piece, -1.0) for piece in PIECES)]
    pieces += [(letter, -5.0) for letter in letters]
    core = Tokenizer(models.Unigram(pieces, SPECIALS.index("<unk>")))
    core.pre_tokenizer = pre_tokenizers.Metaspace()
    core.decoder = decoders.Metaspace()
    core.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    return _fast(core)


def byte_level() -> PreTrainedTokenizerFast:
    """Every byte is a token, as in RoBERTa before any merge."""
    vocab = {name: index for index, name in enumerate(SPECIALS)}
    vocab |= {
        char: index + len(SPECIALS)
        for index, char in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))
    }
    core = Tokenizer(models.BPE(vocab, [], unk_token="<unk>"))  # noqa: S106
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.decoder = decoders.ByteLevel()
    core.post_processor = processors.RobertaProcessing(
        ("</s>", 2), ("<s>", 0), add_prefix_space=False, trim_offsets=True
    )
    return _fast(core)


def bert() -> PreTrainedTokenizerFast:
    """Characters of words; ideographs are words of their own, as BERT's tokenizer divides them."""
    letters = sorted({char for text in TEXTS for char in text.lower() if not char.isspace()})
    spelled = [f"{mark}{letter}" for letter in letters for mark in ("", "##")]
    vocab = {piece: index for index, piece in enumerate([*SPECIALS, *spelled])}
    core = Tokenizer(models.WordPiece(vocab, unk_token="<unk>"))  # noqa: S106
    core.normalizer = normalizers.BertNormalizer(lowercase=True, strip_accents=False)
    core.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    core.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    return _fast(core)


def _fast(core: Tokenizer) -> PreTrainedTokenizerFast:
    inputs = ["input_ids", "attention_mask"]
    return PreTrainedTokenizerFast(
        tokenizer_object=core, model_max_length=128, model_input_names=inputs, **NAMES
    )


TOKENIZERS = {"metaspace": metaspace(), "bytes": byte_level(), "bert": bert()}


def save_classifier(folder: Path, tokenizer: PreTrainedTokenizerFast) -> Path:
    """Write a tiny seeded classifier that reads with `tokenizer` as a Hugging Face folder."""
    config = transformers.XLMRobertaConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=24, max_position_embeddings=130, type_vocab_size=1, pad_token_id=1,
        bos_token_id=0, eos_token_id=2, num_labels=2,
    )  # fmt: skip
    torch.manual_seed(0)
    model = transformers.XLMRobertaForSequenceClassification(config)
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            norm = weight.ndim == 1 and name.endswith("weight")
            weight.copy_(1 + 0.2 * noise if norm else 0.35 * noise)
    model.eval().save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
