"""Numbers that the report works out of the evidence instead of citing it, worked out again."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from auditkit.verification.about import finite
from auditkit.verification.names import answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np

    from auditkit.verification.citations import Citations

TOLERANCE = 1e-9


def is_near(said: str, value: float | None) -> bool:
    """Whether an attribute says a number that was worked out; empty where there is none."""
    if not said or value is None:
        return not said and value is None
    try:
        return math.isclose(float(said), value, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    except ValueError:
        return False


def chances(row: Mapping[str, Any], model: Mapping[str, Any]) -> dict[str, float]:
    """Return the probability of each label; none where the model gave no finite answer.

    Args:
        row: Cells of `examples.parquet`.
        model: What the manifest says of the model.
    """
    logits = row["logits"]
    if not logits or not all(map(math.isfinite, logits)):
        return {}
    if model["problem"] == "single_logit":
        logits = [0.0, logits[0]]
    if model["problem"] == "multi_label":
        found = [_sigmoid(logit) for logit in logits]
    else:
        top = max(logits)
        weights = [math.exp(logit - top) for logit in logits]
        found = [weight / math.fsum(weights) for weight in weights]
    return dict(zip(map(str, model["labels"]), found, strict=False))


def _sigmoid(logit: float) -> float:
    small = math.exp(-abs(logit))
    return 1 / (1 + small) if logit >= 0 else small / (1 + small)


def confidence(row: Mapping[str, Any], model: Mapping[str, Any]) -> float | None:
    """Return the probability of the answer, of the likeliest label where there is not one."""
    known = chances(row, model)
    answer = answers(row["predicted"], model["problem"])
    if answer and len(answer) == 1 and answer[0] in known:
        return known[answer[0]]
    return max(known.values(), default=None)


def outcome_counts(citations: Citations) -> tuple[int, int, int, int]:
    """Return how many examples are right, wrong, neither, and have a flag."""
    problem = citations.audit.manifest["model"]["problem"]
    right = wrong = undecided = flagged = 0
    columns = ["label", "predicted", "flags"]
    for row in citations.table("examples").select(columns).to_pylist():
        gold, said = (answers(row[name], problem) for name in ("label", "predicted"))
        is_decided = gold is not None and said is not None
        is_right = is_decided and set(gold or ()) == set(said or ())
        right, wrong = right + is_right, wrong + (is_decided and not is_right)
        undecided, flagged = undecided + (not is_decided), flagged + bool(row["flags"])
    return right, wrong, undecided, flagged


def explains_margin(manifest: Mapping[str, Any], method: str) -> bool:
    """Whether a method's scores explain the margin: it is no control, and about the target."""
    spec = manifest.get("method_specs", {}).get(method, {})
    return not spec.get("control") and bool(spec.get("about_target", True))


@lru_cache(maxsize=2)
def disagreements(citations: Citations) -> dict[str, float]:
    """Return 1 - mean rank correlation of the methods that explain the margin, by example."""
    found: dict[str, list[float]] = {}
    columns = ["example_id", "first", "second", "spearman"]
    manifest = citations.audit.manifest
    for row in citations.table("agreement").select(columns).to_pylist():
        value = finite(row["spearman"])
        if value is not None and all(
            explains_margin(manifest, row[k]) for k in ("first", "second")
        ):
            found.setdefault(row["example_id"], []).append(value)
    return {example: 1 - math.fsum(values) / len(values) for example, values in found.items()}


def spread(tensors: Mapping[str, np.ndarray], row: Mapping[str, Any]) -> float | None:
    """Return by how much integrated gradients from several references differ at most, at a token.

    Args:
        tensors: Those of the example.
        row: Its cells of `examples.parquet`.
    """
    scores = tensors.get("ig_baselines")
    own = [at for at, kind in enumerate(row["kinds"]) if kind != "special"]
    if scores is None or scores.ndim != 2 or len(scores) < 2 or not own:
        return None
    some = scores[:, own]
    return float((some.max(0) - some.min(0)).max())
