"""The quantities of a report: one name each, what it says, its sign, its baseline, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

SUPPORTS = "positive supports the target, negative opposes it"
CHANGE = "of the margin, never its fall: negative where the margin becomes smaller"
NONE = "none"
BLANK = "the blank text"
AVERAGE = "the average message"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number or word of a report."""

    name: str
    says: str
    sign: str
    baseline: str
    """What it is measured against."""
    columns: tuple[str, ...]
    """Where it stands, as file and column (or tensor); after a minus, where that holds the fall of the margin."""


QUANTITIES: tuple[Quantity, ...] = (
    Quantity(
        "Margin",
        (
            "The number that is explained: the logit of the predicted label minus that of the foil; the logit "
            "itself for a single logit or one of several labels."
        ),
        SUPPORTS,
        NONE,
        ("examples.parquet:margin", "chains.parquet:value"),
    ),
    Quantity(
        "Score",
        (
            "What a word or token contributes, against the blank text, by Shapley values, the ledger or integrated "
            "gradients. Scores and base sum to the margin, but for the remainder."
        ),
        SUPPORTS,
        BLANK,
        ("attributions.parquet:scores",),
    ),
    Quantity(
        "Score of occlusion, of gradient x input",
        (
            "Occlusion: the margin minus the margin with one word blanked. Gradient x input: the same by the "
            "gradient alone. They need not sum to anything."
        ),
        SUPPORTS,
        "the text with that one word blanked",
        ("attributions.parquet:scores",),
    ),
    Quantity(
        "Score of the frozen ledger",
        (
            "A token's account of the margin itself, with attention, norms and slopes held as they are; positions "
            "and biases have accounts of their own."
        ),
        SUPPORTS,
        "zero: it shares the whole margin",
        (
            "attributions.parquet:scores",
            "ledger.parquet:positions",
            "ledger.parquet:biases",
        ),
    ),
    Quantity(
        "Base",
        "The margin at a method's reference, as a rule with every word blanked.",
        SUPPORTS,
        NONE,
        ("attributions.parquet:base",),
    ),
    Quantity(
        "Remainder (residual)",
        "The margin less base and scores: what a method that should add up leaves over.",
        SUPPORTS,
        NONE,
        ("attributions.parquet:residual",),
    ),
    Quantity(
        "Ledger relevance of messages, heads, layers, cuts",
        (
            "What passes there contributes, against the blank text, by the ledger of the example (zero in place of "
            "the blank text by the frozen one)."
        ),
        SUPPORTS,
        BLANK,
        (
            "tensors:edges",
            "ledger.parquet:cuts",
            "ledger.parquet:heads",
            "ledger.parquet:attention",
            "ledger.parquet:mlp",
        ),
    ),
    Quantity(
        "Contribution of a link",
        (
            "What the message contributes, against the average message: its share of the margin less the margin "
            "with every message replaced by the average one. The shares of all messages sum to that."
        ),
        SUPPORTS,
        AVERAGE,
        ("links.parquet:relevance", "chains.parquet:signed"),
    ),
    Quantity(
        "Largest head of a link",
        "The head that contributes most of the link, of those with the sign of the whole link.",
        SUPPORTS,
        AVERAGE,
        ("links.parquet:head", "links.parquet:head_relevance"),
    ),
    Quantity(
        "Change observed",
        "By how much the margin changed when the link's message alone was replaced by the average one.",
        CHANGE,
        "the text as it is",
        ("-links.parquet:observed",),
    ),
    Quantity(
        "Change predicted",
        "By how much the margin changes then by its gradient, computed before the test.",
        CHANGE,
        "the text as it is",
        ("-links.parquet:foretold",),
    ),
    Quantity(
        "Range over reference texts",
        (
            "The changes with the messages of single reference texts in its place: the smallest and the largest in a "
            "sentence, the middle 95% in a table."
        ),
        CHANGE,
        "the text as it is",
        (
            "-links.parquet:most",
            "-links.parquet:least",
            "-links.parquet:high",
            "-links.parquet:low",
        ),
    ),
    Quantity(
        "Same sign",
        (
            "For how many of the single reference texts the margin changes in the direction in which it changes "
            "with the average message."
        ),
        "a count",
        "the change observed",
        ("links.parquet:same_sign", "links.parquet:n"),
    ),
    Quantity(
        "Verdict of a link",
        "What the change observed shows, beside the change predicted and what the link contributes.",
        NONE,
        "the thresholds of the configuration",
        ("links.parquet:verdict",),
    ),
    Quantity(
        "Margin with every message replaced",
        "The margin with every message replaced by the average one; s_empty.",
        SUPPORTS,
        NONE,
        ("chains.parquet:empty",),
    ),
    Quantity(
        "Kept alone (sufficiency), gone with it (necessity)",
        (
            "Shares of the margin less the margin with every message replaced: kept when only the messages outside "
            "the route are replaced; gone when only those of the route are."
        ),
        "positive in the direction of that difference",
        "every message replaced by the average one",
        ("chains.parquet:sufficiency", "chains.parquet:necessity"),
    ),
    Quantity(
        "Depth",
        (
            "The most messages between different positions on a way through links with their effect as "
            "predicted, from a token of the text to what the classifier reads."
        ),
        "a count",
        NONE,
        ("chains.parquet:depth",),
    ),
    Quantity(
        "Grade of a route",
        "Confirmed or not: whether the links passed the tests of the whole.",
        NONE,
        "the thresholds of the configuration, and routes of the same shape at other words",
        ("chains.parquet:grade",),
    ),
    Quantity(
        "Reading of a layer (logit lens)",
        "The margin as the model's own head reads it from the state after a layer.",
        SUPPORTS,
        NONE,
        ("chains.parquet:lens",),
    ),
    Quantity(
        "Margin after a counterfactual edit",
        (
            "The margin of the changed text, or with one head silenced, between the labels of the unchanged text."
        ),
        SUPPORTS,
        NONE,
        ("pokes.parquet:margin",),
    ),
    Quantity(
        "Change of attention",
        "Half the L1 distance of attention rows, before and after an edit, averaged.",
        "never negative",
        "the unchanged text",
        ("pokes.parquet:attention_change",),
    ),
)
"""In the order of a report."""
