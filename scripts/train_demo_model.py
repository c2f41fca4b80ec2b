"""Train the demo model and write `auditkit/demo/data`.

    python scripts/train_demo_model.py                        # fetches the sdist with pip
    python scripts/train_demo_model.py --sdist vaderSentiment-2.5.tar.gz
    python scripts/train_demo_model.py --check                # repeats the split, compares
    python scripts/train_demo_model.py --search               # compares settings, writes nothing

The sentences are in `demo_corpus.py`, the training in `demo_training.py`. On one machine with one
set of versions, the same seed and number of threads write the same bytes.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from demo_corpus import (
    FILES,
    NEAR_DUPLICATE_JACCARD,
    NEUTRAL_BELOW,
    SDIST_NAME,
    SDIST_SHA256,
    SDIST_VERSION,
    Sentence,
    Splits,
    is_neutral,
    read_corpus,
    rows_digest,
    split,
    text_digest,
)
from demo_training import (
    LABELS,
    Settings,
    by_length,
    frozen_states,
    overlay_tensors,
    train,
    validation_accuracy,
)
from safetensors.torch import save
from transformers import AutoTokenizer, BertConfig, BertForSequenceClassification
from transformers.utils import logging

from auditkit.demo.model import ENCODER_PACKAGE, ENCODER_SHA256, ENCODER_VERSION, encoder_folder
from auditkit.demo.model import export_model as export_demo_model
from auditkit.evidence.manifest import sha256_file

DATA = Path(__file__).resolve().parent.parent / "auditkit" / "demo" / "data"
SEED = 2014
THREADS = 1
VERSIONS_OF = ("torch", "transformers", "tokenizers", "safetensors", "numpy", "scipy")


CHOSEN = Settings()
CANDIDATES = (
    CHOSEN,
    replace(CHOSEN, rating_slope=1.0),
    replace(CHOSEN, learning_rate=2e-4),
    replace(CHOSEN, layers=3),
)


def score(model_folder: Path, rows: Sequence[Sentence]) -> dict[str, dict[str, float]]:
    """Accuracy of an exported model per domain and over all, beside the majority label's."""
    tokenizer = AutoTokenizer.from_pretrained(model_folder)
    model = BertForSequenceClassification.from_pretrained(model_folder).eval()
    ids = tokenizer([s.text for s in rows])["input_ids"]
    right: dict[Sentence, bool] = {}
    for batch in by_length([len(row) for row in ids], 64, None):
        inputs = tokenizer.pad({"input_ids": [ids[row] for row in batch]}, return_tensors="pt")
        with torch.no_grad():
            answers = model(**inputs).logits.argmax(dim=-1).tolist()
        right |= {rows[r]: LABELS[a] == rows[r].label for a, r in zip(answers, batch, strict=True)}
    domains = {domain: [s for s in rows if s.domain == domain] for domain in FILES}
    return {name: _figures(part, right) for name, part in (domains | {"all": [*rows]}).items()}


def _figures(rows: Sequence[Sentence], right: dict[Sentence, bool]) -> dict[str, float]:
    correct = sum(right[row] for row in rows)
    positive = sum(row.label == "positive" for row in rows)
    majority = max(positive, len(rows) - positive) / len(rows)
    return {
        "n": len(rows),
        "correct": correct,
        "accuracy": round(correct / len(rows), 4),
        "majority": round(majority, 4),
    }


def card(sentences: Sequence[Sentence], splits: Splits, settings: Settings) -> dict[str, Any]:
    """Everything needed to repeat the training, without the accuracies."""
    parts = {n: getattr(splits, n) for n in ("training", "validation", "test", "evaluation")}
    return {
        "seed": SEED,
        "threads": THREADS,
        "hyperparameters": asdict(settings),
        "neutral_when_absolute_rating_at_most": NEUTRAL_BELOW,
        "near_duplicate_from_jaccard": NEAR_DUPLICATE_JACCARD,
        "source": {"package": SDIST_NAME, "version": SDIST_VERSION, "sha256": SDIST_SHA256},
        "encoder": {
            "package": ENCODER_PACKAGE,
            "version": ENCODER_VERSION,
            "sha256": ENCODER_SHA256["model.safetensors"],
        },
        "sentences": {
            "rated": len(sentences),
            "neutral": {d: sum(is_neutral(s) for s in sentences if s.domain == d) for d in FILES},
            "dropped_near_duplicates": splits.dropped_near_duplicates,
        },
        "rows": {name: {"n": len(p), "sha256": rows_digest(p)} for name, p in parts.items()},
        "versions": {"python": platform.python_version()} | {p: version(p) for p in VERSIONS_OF},
    }


def write_json(path: Path, value: object) -> None:
    """Write JSON with a fixed layout."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def sentence_files(splits: Splits) -> dict[str, str]:
    """The evaluation set, and digests of the training texts to check it against."""
    rows = [
        {
            "text": s.text,
            "label": s.label,
            "slice": s.domain,
            "source_id": s.source_id,
            "rating": s.rating,
        }
        for s in splits.evaluation
    ]
    digests = sorted({text_digest(s.text) for s in splits.training})
    return {
        "evaluation.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
        "training_texts.txt": "".join(f"{digest}\n" for digest in digests),
    }


def write_config() -> None:
    """Write the classifier's configuration: the packaged one with the labels."""
    packaged = json.loads((encoder_folder() / "config.json").read_text(encoding="utf-8"))
    for key in ("_name_or_path", "gradient_checkpointing", "transformers_version"):
        packaged.pop(key)
    config = packaged | {
        "architectures": ["BertForSequenceClassification"],
        "dtype": "float32",
        "id2label": {str(number): label for number, label in enumerate(LABELS)},
        "label2id": {label: number for number, label in enumerate(LABELS)},
        "problem_type": "single_label_classification",
    }
    write_json(DATA / "config.json", dict(sorted(config.items())))
    BertConfig.from_json_file(DATA / "config.json")


def write_model(sentences: Sequence[Sentence], splits: Splits) -> dict[str, Any]:
    """Train with the chosen settings and write every generated file of the demo.

    Returns:
        The card with the accuracies of the model as exported.
    """
    states = frozen_states([*splits.training, *splits.validation], CHOSEN.layers)
    known, new = states[: len(splits.training)], states[len(splits.training) :]
    model = train(splits.training, known, CHOSEN, SEED)
    overlay = DATA / "overlay.safetensors"
    overlay.write_bytes(save(overlay_tensors(model, CHOSEN)))
    write_config()
    for name, text in sentence_files(splits).items():
        (DATA / name).write_text(text, encoding="utf-8")
    facts = card(sentences, splits, CHOSEN)
    facts["training_texts_sha256"] = sha256_file(DATA / "training_texts.txt")
    facts["overlay"] = {"sha256": sha256_file(overlay), "bytes": overlay.stat().st_size}
    write_json(DATA / "card.json", facts)
    with tempfile.TemporaryDirectory() as temporary:
        exported = export_demo_model(Path(temporary) / "demo")
        found = validation_accuracy(model, splits.validation, new)
        facts["validation_accuracy_before_rounding"] = round(found, 4)
        facts["accuracy"] = {
            name: score(exported, getattr(splits, name)) for name in ("test", "evaluation")
        }
    write_json(DATA / "card.json", facts)
    return facts


def check(splits: Splits) -> None:
    """Stop unless the stored sentences and digests are those of the split made now."""
    for name, text in sentence_files(splits).items():
        if (DATA / name).read_text(encoding="utf-8") != text:
            sys.exit(f"{DATA / name} differs from what the source and the seed give.")
    print("The stored sentences and digests are those of the source and the seed.")


def search(splits: Splits) -> None:
    """Print the validation accuracy of every candidate."""
    stored: dict[int, list[torch.Tensor]] = {}
    for settings in CANDIDATES:
        if settings.layers not in stored:
            rows = [*splits.training, *splits.validation]
            stored = {settings.layers: frozen_states(rows, settings.layers)}
        states = stored[settings.layers]
        known, new = states[: len(splits.training)], states[len(splits.training) :]
        model = train(splits.training, known, settings, SEED)
        found = validation_accuracy(model, splits.validation, new)
        size = sum(2 * value.numel() for value in overlay_tensors(model, settings).values())
        print(f"{found:.4f}  {size / 1e6:5.2f} MB  {settings}", flush=True)


def accuracy_table(facts: dict[str, Any]) -> str:
    """The card's accuracies as a Markdown table."""
    lines = [
        "| set | domain | sentences | accuracy | majority label |",
        "|---|---|---:|---:|---:|",
    ]
    for name, parts in facts["accuracy"].items():
        lines += [
            f"| {name} | {domain} | {f['n']} | {f['accuracy']:.3f} | {f['majority']:.3f} |"
            for domain, f in parts.items()
        ]
    return "\n".join(lines) + "\n"


def fetch_sdist(folder: Path) -> Path:
    """Download the source distribution with pip, which checks its hash before opening it."""
    wanted = folder / "requirements.txt"
    wanted.write_text(f"{SDIST_NAME}=={SDIST_VERSION} --hash=sha256:{SDIST_SHA256}\n")
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*pip, "--dest", str(folder), "--requirement", str(wanted)], check=True)
    return folder / f"{SDIST_NAME}-{SDIST_VERSION}.tar.gz"


def main() -> None:
    """Read the command line, then train or search."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sdist", type=Path, help="vaderSentiment-2.5.tar.gz, else pip fetches it")
    parser.add_argument("--search", action="store_true", help="compare settings, write nothing")
    parser.add_argument("--check", action="store_true", help="only split and compare with the data")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(mode=True)
    logging.set_verbosity_error()
    logging.disable_progress_bar()
    with tempfile.TemporaryDirectory() as temporary:
        sentences = read_corpus(options.sdist or fetch_sdist(Path(temporary)))
    splits = split(sentences, SEED)
    if options.check:
        check(splits)
    elif options.search:
        search(splits)
    else:
        print(accuracy_table(write_model(sentences, splits)))


if __name__ == "__main__":
    main()
