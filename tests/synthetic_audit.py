"""An audit folder with invented evidence, so that everything after measuring is tested without torch.

The measured tables are drawn from a seed; every number over the set is computed from them by the
code that a real audit uses, so the evidence agrees with itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from auditkit.aggregate.agreement import agreement_table
from auditkit.aggregate.base import Tables
from auditkit.evidence.manifest import canonical_json, sha256_bytes
from auditkit.evidence.schema import ATTRIBUTIONS, EXAMPLES, HEAD_EXAMPLES
from auditkit.records import Problem
from tests.synthetic_evidence import write_evidence

LAYERS, HEADS = 3, 4
METHODS = {
    # method: noise against the true effect of a word, complete, drawn
    "shap": (0.2, True, True),
    "integrated_gradients": (0.6, True, False),
    "occlusion": (0.4, False, False),
    "grad_x_input": (1.5, False, False),
    "attention_rollout": (None, False, False),
    "value_rollout": (None, False, False),
    "random": (None, False, True),
}
STATISTICS = (
    "entropy", "distance", "special_share", "first_share",
    "punctuation_share", "self_share", "previous_share", "next_share",
)  # fmt: skip
VOCABULARY = [
    "the", "a", "film", "plot", "acting", "is", "not", "good", "dull", "warm", "wonderful",
    "slow", "unbelievably", "but", "and", "soundtrack", "cast", "never", "funny", "disappointing",
    ",", ".", "!", "7",
]  # fmt: skip
HOSTILE = (
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(2)>", "{{ 7*7 }}", "{body}",
    "&amp;", "\u202egnirts\u202c", "\u0627\u0644\u0641", "\U0001f468\u200d\U0001f469", "a\u0301",
)  # fmt: skip
LABELS = {
    "single_label": ("negative", "neutral", "positive"),
    "multi_label": ("joy", "anger", "fear", "surprise"),
    "single_logit": ("not spam", "spam"),
}


@dataclass(frozen=True)
class Shape:
    """What kind of audit to invent."""

    examples: int
    problem: Problem
    labels: tuple[str, ...]
    labelled: bool
    slices: tuple[str, ...]
    words: tuple[str, ...]
    longest: int
    """Most words of a text."""


def write_synthetic_audit(
    folder: Path,
    *,
    examples: int = 24,
    seed: int = 0,
    problem: str = "single_label",
    labelled: bool = True,
    slices: bool = True,
    hostile: bool = False,
    chains: bool = True,
    causal: bool = False,
    longest: int = 13,
) -> Path:
    """Write an audit into `folder` and return it.

    Args:
        folder: Made if missing.
        examples: Number of examples; from 8 on some are empty, truncated, not finite, of one
            token, a pair, unconverged.
        seed: Same seed, same bytes.
        problem: ``single_label``, ``multi_label`` or ``single_logit``.
        labelled: Whether there are gold labels.
        slices: Whether the data names slices.
        hostile: Whether texts, labels and slices hold markup and control characters.
        chains: Whether chains were tested.
        causal: Whether no token sees later ones.
        longest: Most words of a text.
    """
    rng = np.random.default_rng(seed)
    names = LABELS[problem]
    shape = Shape(
        examples,
        Problem(problem),
        tuple(f"{name} <b>&lt;\"'" for name in names) if hostile else names,
        labelled,
        ("short <i>", "tweets/~{x}", "news")
        if slices and hostile
        else ("short", "tweets", "news")
        if slices
        else (),
        (*VOCABULARY, *HOSTILE) if hostile else tuple(VOCABULARY),
        longest,
    )
    rows = [_example(index, shape, rng) for index in range(examples)]
    scores = [row for example in rows for row in _attributions(example, shape, rng)]
    heads = [row for example in rows for row in _heads(example, rng)]
    tables = _tables(rows, scores, shape, seed)
    head_examples = pa.Table.from_pylist(heads, schema=HEAD_EXAMPLES)
    write_evidence(folder, tables, head_examples, tuple(METHODS), rng, chains=chains, causal=causal)
    return folder


def _special(index: int, shape: Shape) -> str | None:
    kinds = {3: "empty", 4: "truncated", 5: "one_token", 6: "non_finite", 7: "unconverged"}
    return kinds.get(index) if shape.examples >= 8 else None


def _example(index: int, shape: Shape, rng: np.random.Generator) -> dict[str, Any]:
    special = _special(index, shape)
    count = {"empty": 0, "one_token": 1, "truncated": 12}.get(
        special or "", int(rng.integers(2, shape.longest + 1))
    )
    words = [str(rng.choice(shape.words)) for _ in range(count)]
    pair = " ".join(words[:2]) if index == 2 else None
    row = _tokenized(" ".join(words), pair)
    if special == "truncated":
        row["text"] += " and a tail that nobody read"
    content: dict[str, Any] = {"text": row["text"], "text_pair": pair}
    return {
        **row,
        "id": sha256_bytes(canonical_json({**content, "index": index}))[:16],
        "row": index,
        "slice": shape.slices[index % len(shape.slices)] if shape.slices else None,
        "flags": [special] if special else [],
        "id_in_data": f"id-{index}",
        "read": [0],
        "explained": None if special in {"non_finite", "no_tokens"} else "all",
        **_decision(special, shape, rng),
    }


def _tokenized(text: str, pair: str | None) -> dict[str, Any]:
    """Cut words of seven letters and more into two pieces, as a tokenizer would."""
    tokens = [("[CLS]", 0, 0, -1, -1)]
    word = 0
    for segment, field in enumerate((text, pair)):
        cursor = 0
        for spelling in (field or "").split():
            start = (field or "").index(spelling, cursor)
            cursor = start + len(spelling)
            cut = len(spelling) // 2 if len(spelling) >= 7 else len(spelling)
            pieces = [(spelling[:cut], start, start + cut)]
            if cut < len(spelling):
                pieces.append(("##" + spelling[cut:], start + cut, cursor))
            tokens += [(piece, first, last, segment, word) for piece, first, last in pieces]
            word += 1
        if field is not None:
            tokens.append(("[SEP]", 0, 0, -1, -1))
    columns = [list(column) for column in zip(*tokens, strict=True)]
    return {
        "text": text,
        "text_pair": pair,
        "token_ids": list(range(100, 100 + len(tokens))),
        **dict(zip(("tokens", "starts", "stops", "segments", "words"), columns, strict=True)),
        "kinds": ["special" if token[4] < 0 else "text" for token in tokens],
    }


def _decision(special: str | None, shape: Shape, rng: np.random.Generator) -> dict[str, Any]:
    size = 1 if shape.problem is Problem.SINGLE_LOGIT else len(shape.labels)
    logits = rng.normal(0, 2, size).astype(np.float32)
    gold = _cell(_answer(logits + rng.normal(0, 1.5, size), shape), shape)
    nothing = {"predicted": None, "foil": None, "margin": None}
    label = gold if shape.labelled else None
    if special == "non_finite":
        return {"label": label, "logits": [float("nan")] * size, **nothing}
    order = np.argsort(-logits, kind="stable")
    single = shape.problem is Problem.SINGLE_LABEL
    margin = float(logits[order[0]]) - (float(logits[order[1]]) if single else 0.0)
    return {
        "label": label,
        "logits": logits.tolist(),
        "predicted": _cell(_answer(logits, shape), shape),
        "foil": shape.labels[order[1]] if single else None,
        "margin": margin,
    }


def _answer(logits: np.ndarray, shape: Shape) -> list[str]:
    if shape.problem is Problem.SINGLE_LOGIT:
        return [shape.labels[int(logits[0] > 0)]]
    if shape.problem is Problem.MULTI_LABEL:
        return [name for name, logit in zip(shape.labels, logits, strict=True) if logit >= 0]
    return [shape.labels[int(np.argmax(logits))]]


def _cell(names: list[str], shape: Shape) -> str:
    return json.dumps(names) if shape.problem is Problem.MULTI_LABEL else names[0]


def _targets(example: dict[str, Any], shape: Shape) -> list[tuple[str, float]]:
    if shape.problem is Problem.SINGLE_LOGIT:
        return [(shape.labels[1], example["margin"])]
    if shape.problem is Problem.SINGLE_LABEL:
        return [(example["predicted"], example["margin"])]
    logits = example["logits"]
    order = sorted(range(len(logits)), key=lambda index: -logits[index])
    chosen = [index for index in order if logits[index] >= 0] or order[:1]
    return [(shape.labels[index], logits[index]) for index in chosen]


def _attributions(
    example: dict[str, Any], shape: Shape, rng: np.random.Generator
) -> list[dict[str, Any]]:
    if example["margin"] is None:
        return []
    rows = []
    for target, margin in _targets(example, shape):
        of_text = np.array(example["words"]) >= 0
        truth = rng.normal(0, 1, len(of_text)) * of_text
        rows += [_attribution(example, name, target, margin, truth, rng) for name in METHODS]
    return rows


def _attribution(
    example: dict[str, Any], name: str, target: str, margin: float, truth: np.ndarray, rng: Any
) -> dict[str, Any]:
    noise, complete, drawn = METHODS[name]
    of_text = np.array(example["words"]) >= 0
    if noise is None:
        scores = (
            rng.dirichlet(np.ones(len(truth))) if "rollout" in name else rng.normal(size=len(truth))
        )
    else:
        scores = truth + noise * rng.normal(size=len(truth)) * of_text
    scores = scores.astype(np.float32)
    gap = 0.3 if "unconverged" in example["flags"] and name == "integrated_gradients" else 1e-4
    base = margin - float(scores.astype(np.float64).sum()) - gap * float(rng.normal())
    residual = margin - base - float(scores.astype(np.float64).sum())
    exact = max(example["words"]) < 9
    error = np.where(of_text & (not exact), 0.05, 0.0).astype(np.float32)
    return {
        "example_id": example["id"],
        "method": name,
        "target": target,
        "scores": scores,
        "error": error if name == "shap" else None,
        "base": base if complete else None,
        "residual": residual if complete else None,
        "nodes": 50 if name == "integrated_gradients" else None,
        "evaluations": {"shap": 62, "integrated_gradients": 51, "occlusion": 10}.get(name, 1),
        "seed": 7 if drawn else None,
    }


def _heads(example: dict[str, Any], rng: np.random.Generator) -> list[dict[str, Any]]:
    if example["margin"] is None:
        return []
    values = {name: rng.beta(1, 2, LAYERS * HEADS).astype(np.float32) for name in STATISTICS}
    values["distance"] *= len(example["tokens"])
    if len(example["tokens"]) <= 2:
        values["entropy"][:] = np.nan
    return [
        {"example_id": example["id"], "statistic": name, "values": row}
        for name, row in values.items()
    ]


def _tables(rows: Any, scores: Any, shape: Shape, seed: int) -> Tables:
    examples = pa.Table.from_pylist(rows, schema=EXAMPLES)
    attributions = pa.Table.from_pylist(scores, schema=ATTRIBUTIONS)
    return Tables(
        examples=examples,
        attributions=attributions,
        agreement=agreement_table(examples, attributions),
        labels=shape.labels,
        problem=shape.problem,
        layers=LAYERS,
        heads=HEADS,
        seed=seed,
    )
