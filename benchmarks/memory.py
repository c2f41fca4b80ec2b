"""What it takes to watch attention: statistics as a pass goes by, against keeping every map.

A seeded model of BERT-large's shape reads two texts of 512 tokens. Each variant runs in a process of
its own; memory is what the peak of resident memory grows by during the batch (Linux only).
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import numpy as np
import torch
import transformers
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

from auditkit.capture import attention
from auditkit.capture.determinism import make_deterministic
from auditkit.capture.head_statistics import HeadStatistics
from auditkit.capture.loading import LoadedModel
from auditkit.capture.observers import Rollout, ValueRollout
from auditkit.capture.runner import Runner
from auditkit.records import Encoded, Example, Problem, Token
from benchmarks.figures import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS, HEADS, WIDTH, TOKENS, ROWS = 24, 16, 1024, 512, 2
ROUNDS = 3
WATCHED = {
    "heads and rollout": {"heads": HeadStatistics, "rollout": Rollout},
    "heads and both rollouts": {"heads": HeadStatistics, "rollout": Rollout, "value": ValueRollout},
}
JUDGED = "heads and rollout"
"""Value rollout computes every message anew: arithmetic that keeping maps does not do."""
KEPT = "every map kept"


def run() -> list[Figure]:
    """Return memory and CPU time of watching, as shares of those of keeping every map."""
    rounds = [{name: _in_a_process(name) for name in (KEPT, *WATCHED)} for _ in range(ROUNDS)]
    figures = [
        Figure(KEPT, median(one[KEPT][0] for one in rounds), "MB"),
        Figure(KEPT, median(one[KEPT][1] for one in rounds), "CPU s"),
    ]
    for name in WATCHED:
        memory, seconds = (
            median(one[name][index] / one[KEPT][index] for one in rounds) for index in (0, 1)
        )
        figures += [
            Figure(f"{name}, memory / {KEPT}", memory, at_most=0.25),
            Figure(f"{name}, CPU time / {KEPT}", seconds, at_most=1.15 if name == JUDGED else None),
        ]
    return figures


def _in_a_process(name: str) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.memory", name]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    megabytes, seconds = json.loads(said)
    return megabytes, seconds


def _measure(name: str) -> tuple[float, float]:
    """Return the growth of resident memory in MB, and the CPU seconds of one batch."""
    make_deterministic()
    model = _model("eager" if name == KEPT else attention.KERNEL)
    read = _keeping(model) if name == KEPT else _watching(model, name)
    read(16)  # what is allocated once
    before = _resident(peak=False)
    began = time.process_time()
    read(TOKENS)
    return _resident(peak=True) - before, time.process_time() - began


def _model(kernel: str) -> transformers.PreTrainedModel:
    attention.register()
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=100,
        hidden_size=WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=HEADS,
        intermediate_size=4 * WIDTH,
        num_labels=2,
        attn_implementation=kernel,
    )
    return transformers.BertForSequenceClassification(config).eval()


def _ids(tokens: int) -> np.ndarray:
    return np.random.default_rng(0).integers(1, 100, (ROWS, tokens))


def _keeping(model: transformers.PreTrainedModel) -> Callable[[int], object]:
    def read(tokens: int) -> object:
        ids = torch.from_numpy(_ids(tokens))
        with torch.inference_mode():
            return model(ids, attention_mask=torch.ones_like(ids), output_attentions=True)

    return read


def _watching(model: transformers.PreTrainedModel, name: str) -> Callable[[int], object]:
    runner = Runner(_loaded(model), batch_tokens=ROWS * TOKENS)
    return lambda tokens: runner.observe([_row(ids) for ids in _ids(tokens)], WATCHED[name])


def _loaded(model: transformers.PreTrainedModel) -> LoadedModel:
    return LoadedModel(
        model=model,
        tokenizer=_tokenizer(),
        id="seeded",
        labels=("a", "b"),
        problem=Problem.SINGLE_LABEL,
        max_tokens=TOKENS,
        checkpoint_dtype="float32",
        production_kernel="sdpa",
        pad_id=0,
        files={},
    )


def _tokenizer() -> transformers.PreTrainedTokenizerFast:
    """One that knows no word: enough to find out what the model is made of."""
    core = Tokenizer(WordLevel({"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[MASK]": 3}, "[UNK]"))
    core.pre_tokenizer = Whitespace()
    core.post_processor = TemplateProcessing(single="[CLS] $A", special_tokens=[("[CLS]", 2)])
    names = {"pad_token": "[PAD]", "unk_token": "[UNK]", "mask_token": "[MASK]"}
    return transformers.PreTrainedTokenizerFast(tokenizer_object=core, **names)


def _row(ids: np.ndarray) -> Encoded:
    text = "a " * len(ids)
    tokens = [Token(int(id_), "a", 2 * at, 2 * at + 1, 0, at, "text") for at, id_ in enumerate(ids)]
    return Encoded(Example("0" * 16, 0, text), tuple(tokens), None)


def _resident(*, peak: bool) -> float:
    """Return resident memory in MB, or its peak since this was last asked without."""
    if not peak:
        Path("/proc/self/clear_refs").write_text("5", "ascii")
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    name = "VmHWM:" if peak else "VmRSS:"
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1])))
