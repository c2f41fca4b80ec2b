"""A seeded classifier with the shape of the demo model's attention, and hardly any weights."""

from __future__ import annotations

from pathlib import Path

import torch
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification

from auditkit.demo import demo_config

SHAPE = {
    "hidden_size": 48,
    "num_hidden_layers": 6,
    "num_attention_heads": 12,
    "intermediate_size": 96,
}


def save_model(folder: Path, **shape: int) -> Path:
    """Save a seeded classifier of two labels with the demo's tokenizer; return its folder."""
    tokenizer = AutoTokenizer.from_pretrained(demo_config()["model"])
    labels = dict(enumerate(("negative", "positive")))
    torch.manual_seed(0)
    config = BertConfig(vocab_size=len(tokenizer), id2label=labels, **{**SHAPE, **shape})
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder
