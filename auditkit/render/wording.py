"""Words that every section uses: titles of methods and statistics, flags, intervals, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any

from auditkit.evidence.readings import FEW_RANKED, reaches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditkit.render.blocks import Inline, Prose
    from auditkit.render.inline import Style


@dataclass(frozen=True, slots=True)
class MethodText:
    """How a report names an attribution method and what it says beside its scores."""

    title: str
    note: str
    kind: str
    """``margin`` explains the margin, ``control`` knows nothing, ``flow`` is the same for every class."""


NOT_TESTED = "Not yet tested on this model."
CONTROL = "Control: knows nothing of the model."
SHOWN_FIRST = "Shown first."
SAME_FOR_EVERY_CLASS = "Descriptive: the same for every class, without direction."

METHOD_ORDER = (
    "shap",
    "ledger",
    "integrated_gradients",
    "frozen_ledger",
    "occlusion",
    "grad_x_input",
    "value_rollout",
    "attention_rollout",
    "uniform_rollout",
    "random",
)
"""The order in which a report shows methods; others follow by name."""


def method_text(name: str, spec: Mapping[str, Any] | None) -> MethodText:
    """Return how to name the method `name`, by what it says of itself in the manifest.

    Args:
        name: The method.
        spec: The manifest's entry under ``method_specs``; None names the method by its identifier.
    """
    if spec is None:
        return MethodText(name, NOT_TESTED, "margin")
    title = str(spec.get("title") or name)
    if spec.get("control"):
        return MethodText(title, CONTROL, "control")
    if not spec.get("about_target", True):
        return MethodText(title, SAME_FOR_EVERY_CLASS, "flow")
    shown_first = f"{SHOWN_FIRST} " if name == METHOD_ORDER[0] else ""
    return MethodText(title, f"{shown_first}{NOT_TESTED}", "margin")


def method_order(name: str) -> tuple[int, str]:
    """Sort key that puts methods in the order of a report."""
    known = name in METHOD_ORDER
    return (METHOD_ORDER.index(name) if known else len(METHOD_ORDER), name)


@dataclass(frozen=True, slots=True)
class StatisticText:
    """How a report names a head statistic, reads it and scales its chart."""

    title: str
    reads: str
    """What a value says, continuing "the mean over ...", in plain words."""
    top: float | None = 1.0
    """Largest possible value; None when there is no fixed one."""
    style: Style = "percent"
    """How a value is printed: most are shares."""

    @property
    def digits(self) -> int:
        """Decimals of a value: as many digits for a share as for a number."""
        return 0 if self.style == "percent" else 2


STATISTICS: dict[str, StatisticText] = {
    "special_share": StatisticText(
        "Share on special tokens", "weight that lands on special tokens"
    ),
    "first_share": StatisticText("Share on the first token", "weight that lands on position 0"),
    "punctuation_share": StatisticText(
        "Share on punctuation", "weight that lands on tokens made of punctuation or symbols only"
    ),
    "self_share": StatisticText("Share on the token itself", "weight that a token gives itself"),
    "previous_share": StatisticText(
        "Share on the previous token", "weight that lands on the token right before"
    ),
    "next_share": StatisticText(
        "Share on the next token", "weight that lands on the token right after"
    ),
    "distance": StatisticText(
        "Distance", "distance in tokens between looking and looked at", None, "number"
    ),
    "entropy": StatisticText(
        "Entropy",
        "evenness of the weights: 0 all on one token, 1 the same on every visible token",
        style="number",
    ),
}
"""In the order a report shows them."""


def statistic_text(name: str) -> StatisticText:
    """Return how to name the statistic `name`; an unknown one keeps its own name."""
    return STATISTICS.get(name) or StatisticText(name, f"the statistic {name}", None, "number")


FLAGS: dict[str, tuple[str, str]] = {
    "empty": ("no word", "The text has no word: there is nothing to score."),
    "one_token": ("one token", "The text has one token: rankings and agreement are undefined."),
    "one_unit": (
        "one unit",
        (
            "The text is one unit of several tokens, so there is nothing to compare it with: Shapley "
            "values and occlusion have one player, whose value is the whole change and says nothing "
            "of the parts; rankings and agreement are undefined."
        ),
    ),
    "truncated": (
        "truncated",
        (
            "Partly audited: the text is longer than the model reads, only its start was audited, the "
            "rest had no part in the decision."
        ),
    ),
    "non_finite": (
        "not finite",
        "The model answered NaN or infinity: there is no decision and nothing was explained.",
    ),
    "non_finite_scores": (
        "scores left out",
        "A method's scores hold NaN or infinity and were left out.",
    ),
    "no_tokens": ("no tokens", "The tokenizer gave no token at all: the model could not be run."),
    "out_of_memory": (
        "out of memory",
        "Even alone this example did not fit into memory: what needed it was left out.",
    ),
    "unconverged": (
        "not converged",
        (
            "Integrated gradients missed its tolerance after the second try: read its residual before "
            "its scores."
        ),
    ),
    "unbalanced": (
        "no balance",
        (
            "A ledger did not add up to the margin within its tolerance: it is not shown, and not "
            "approximated."
        ),
    ),
    "words_grouped": (
        "words grouped",
        "The text has more than 64 words: neighbouring words were joined for Shapley values.",
    ),
}
"""Flag -> (badge, sentence about one example)."""

COUNTS: dict[str, str] = {
    "truncated": "partly audited (longer than the model reads: only their start was read)",
    "non_finite": "answered with NaN or infinity, so that nothing was explained",
    "non_finite_scores": "with a method whose scores are not finite and were left out",
    "no_tokens": "without any token, so that the model could not be run",
    "out_of_memory": "that did not fit into memory, so that some or all of it was left out",
    "empty": "without a word, so that there is nothing to score",
    "one_token": "with one token, so that rankings are undefined",
    "one_unit": "of several tokens in one unit, so that nothing in them is compared",
    "unconverged": "where integrated gradients missed its tolerance",
    "unbalanced": "where a ledger did not add up, so that it is not shown",
    "words_grouped": "with more than 64 words, joined into groups for Shapley values",
}
"""Count in the manifest -> what is true of the examples it counts."""

REASONS: dict[str, str] = {
    "all": "every example",
    "error": "wrong answer",
    "low_margin": "small margin",
    "disagreement": "methods disagree",
    "sample": "sample",
}
"""Why an example is shown in detail."""

INTERVALS: dict[str, str] = {
    "wilson": "95% Wilson interval",
    "newcombe": "95% interval by Newcombe's method",
    "bootstrap": "95% bootstrap interval",
    "none": "no interval",
}


def fill(template: str, **parts: Inline | Prose) -> Prose:
    """Return prose: the template's text with ``{name}`` replaced by the parts of that name.

    Parts are never read as templates themselves, so text of the data may hold braces.
    """
    prose: list[Inline] = []
    for text, name, _, _ in Formatter().parse(template):
        if text:
            prose.append(text)
        if name is not None:
            part = parts[name]
            prose.extend(part if isinstance(part, tuple) else (part,))
    return tuple(prose)


def shortened(name: str, most: int = 60) -> str:
    """Return a name of the data so that it fits in a title."""
    return name if len(name) <= most else f"{name[:most]}..."


def listed(words: Sequence[str], last: str = "and") -> str:
    """Join words as a sentence does: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def joined(items: Sequence[Prose], between: str = ", ") -> Prose:
    """Join pieces of prose with `between`."""
    prose: list[Inline] = []
    for position, item in enumerate(items):
        if position:
            prose.append(between)
        prose.extend(item)
    return tuple(prose)


def plural(n: float | None, one: str, several: str | None = None) -> str:
    """Return what so many are called: ``example`` for 1, else ``examples`` or what is said instead."""
    return one if n == 1 else several or f"{one}s"


def how_many(n: int, one: str) -> str:
    """Return a number and what it counts: ``1 link``, ``12 links``."""
    return f"{n} {plural(n, one)}"


def middle(n: int) -> str:
    """Return what the median of n numbers is called: of two it is their mean."""
    return "median" if reaches(n, FEW_RANKED) else "mean"


def plain(value: float | None, style: str = "number", digits: int = 2) -> str:
    """Return a number in plain text, for descriptions of charts."""
    if value is None:
        return "undefined"
    if style == "percent":
        return f"{100 * value:.1f}%"
    return f"{value:+.{digits}f}" if style == "signed" else f"{value:.{digits}f}"
