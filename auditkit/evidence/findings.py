"""What findings are about: the groups in which they are listed."""

from __future__ import annotations

MODEL, DATA, EXPLANATIONS = "model", "data", "explanations"
"""Values of the column ``about`` of `findings.parquet`, in the order of the groups."""
GROUPS = (MODEL, DATA, EXPLANATIONS)

FEW = 30
"""Below so many examples it is not said whether a model beats its baseline: a 95 % interval of a share
spans more than a third of the scale."""

_MODEL = (
    "non_finite", "below_majority", "not_above_majority", "slice_accuracy_low", "overconfident",
    "underconfident", "confident_errors", "one_sided_predictions", "kernel_difference",
)  # fmt: skip
_EXPLANATIONS = (
    "methods_disagree", "disagreement_examples", "unconverged", "unbalanced", "non_finite_scores",
    "words_grouped",
)  # fmt: skip
_ABOUT = {**dict.fromkeys(_MODEL, MODEL), **dict.fromkeys(_EXPLANATIONS, EXPLANATIONS)}


def about(kind: str | None) -> str:
    """Return what a kind of finding is about; what covers the data, and what is not known, is data."""
    return _ABOUT.get(kind or "", DATA)
