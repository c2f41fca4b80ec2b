"""The card of one example: its text, decision, scores of every method, agreement, what was tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.evidence.explained import DETAIL
from auditkit.render.account_table import account_table
from auditkit.render.blocks import (
    Badge,
    Code,
    ExampleCard,
    Measure,
    MethodScores,
)
from auditkit.render.chain_part import chain_part
from auditkit.render.chain_rows import chain_of
from auditkit.render.edits_part import edits_part
from auditkit.render.evidence_view import (
    entry,
    finite,
    label_text,
    labels,
    method,
    problem,
)
from auditkit.render.example_agreement import (
    agreement_rows,
    agreement_table,
    contradicting,
    contradiction,
)
from auditkit.render.example_view import rows_about, text_field
from auditkit.render.explained_part import FOR_DETAIL, NOT_EXPLAINED
from auditkit.render.layers_part import layers_part
from auditkit.render.scene.part import scene_part
from auditkit.render.token_names import TokenNames
from auditkit.render.wording import (
    FLAGS,
    REASONS,
    fill,
    joined,
    method_order,
)

if TYPE_CHECKING:
    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose, TextField
    from auditkit.render.example_view import Overview

LOGITS_SHOWN = 8


def card(audit: Audit, example: Overview, *, scene: bool, agreement: bool) -> ExampleCard:
    """Return everything about one example.

    Args:
        audit: The audit.
        example: The example.
        scene: Whether to add what the viewer shows, where the evidence holds it.
        agreement: Whether to add the table of agreement between methods.
    """
    row = audit.examples.slice(example.index, 1).to_pylist()[0]
    tensors = audit.tensors(example.id) if example.reason is not None else {}
    pairs = agreement_rows(audit, example)
    special = tuple(kind == "special" for kind in row["kinds"])
    opposed = contradicting(pairs)
    return ExampleCard(
        id=example.id,
        number=example.number,
        fields=_fields(audit, row),
        tokens=tuple(row["tokens"]),
        special=special,
        words=tuple(row["words"]),
        badges=_badges(example, opposed=opposed is not None),
        facts=_facts(audit, example),
        methods=_methods(audit, example),
        remarks=(
            *((FLAGS[flag][1],) for flag in example.flags if flag in FLAGS),
            *_why_explained(example),
            *(() if opposed is None else (contradiction(audit, opposed),)),
            *_spread(tensors, row["tokens"], special),
        ),
        agreement=agreement_table(audit, example, pairs) if agreement else None,
        scene=scene_part(audit, example, row, tensors, TokenNames(row)) if scene else None,
        **_parts(audit, example, row),
    )


def _parts(audit: Audit, example: Overview, row: dict[str, Any]) -> dict[str, Any]:
    """Return what was tested on the example, and the accounts behind its ledgers."""
    chain = chain_of(audit, example.id)
    if chain is None:
        return {}
    names, target = TokenNames(row), _target(audit, example, chain["target"])
    return {
        "chain": chain_part(audit, example.id, names, target),
        "layers": layers_part(audit, example.id, names, target),
        "edits": edits_part(audit, example, names, target),
        "accounts": account_table(audit, example.id, names),
    }


def _fields(audit: Audit, row: dict[str, Any]) -> tuple[TextField, ...]:
    columns = entry(audit, "data", "columns") or {}
    spans = list(zip(row["starts"], row["stops"], range(len(row["tokens"])), strict=True))
    fields = []
    for segment, name in enumerate(("text", "text_pair")):
        if row[name] is not None:
            own = [span for span, its in zip(spans, row["segments"], strict=True) if its == segment]
            fields.append(text_field(str(columns.get(name) or name), row[name], own))
    return tuple(fields)


def _badges(example: Overview, *, opposed: bool) -> tuple[Badge, ...]:
    badges = []
    if example.correct is not None:
        right = example.correct
        badges.append(Badge("correct" if right else "wrong", "good" if right else "bad"))
    badges += [Badge(FLAGS.get(flag, (flag, ""))[0], "warn") for flag in example.flags]
    if opposed:
        badges.append(Badge("methods disagree", "warn"))
    if example.slice is not None:
        badges.append(Badge(f"slice: {example.slice}"))
    if example.reason not in {None, "all"}:
        badges.append(Badge(f"in detail: {REASONS.get(example.reason, example.reason)}", "info"))
    return tuple(badges)


def _why_explained(example: Overview) -> tuple[Prose, ...]:
    """Say of an example that was not drawn whether it is explained, and where it counts."""
    if example.explained == DETAIL:
        return ((FOR_DETAIL,),)
    if example.explained is None and example.margin is not None:
        return ((NOT_EXPLAINED,),)
    return ()


def _facts(audit: Audit, example: Overview) -> tuple[tuple[str, Prose], ...]:
    gold = label_text(example.gold)
    facts: list[tuple[str, Prose]] = [
        ("Predicted", _predicted(audit, example)),
        ("Gold label", ("not given",) if gold is None else (Code(gold),)),
    ]
    if example.margin is not None:
        facts.append(("Margin", _margin(audit, example)))
    if example.logits:
        facts.append(("Logits", _logits(audit, example)))
    if example.disagreement is not None:
        facts.append(("Disagreement", (Measure(example.disagreement),)))
    return tuple(facts)


def _predicted(audit: Audit, example: Overview) -> Prose:
    if example.predicted is None:
        return ("no decision: the model was not run or its answer is not finite",)
    names = labels(audit)
    if problem(audit) == "multi_label":
        chances = dict(zip(names, example.probabilities, strict=False))
        if not example.predicted:
            top = Measure(example.confidence, digits=1, style="percent")
            return fill("no label reaches a probability of 50%; the largest is {top}", top=top)
        return joined(
            [
                (Code(name), " ", Measure(chances.get(name), digits=1, style="percent"))
                for name in example.predicted
            ]
        )
    chance = Measure(example.confidence, digits=1, style="percent")
    return fill("{label}, probability {chance}", label=Code(example.predicted[0]), chance=chance)


def _margin(audit: Audit, example: Overview) -> Prose:
    evidence = f"examples.parquet#{example.index}:margin"
    margin = Measure(example.margin, evidence, digits=3, style="signed")
    kind, names = problem(audit), labels(audit)
    if kind == "multi_label":
        return fill("{margin}, the largest logit", margin=margin)
    if kind == "single_logit":
        return fill(
            "{margin}, the single logit; positive supports {label}",
            margin=margin,
            label=Code(names[-1] if names else "class 1"),
        )
    return fill(
        "{margin}, the logit of {label} minus the logit of {foil}",
        margin=margin,
        label=Code(label_text(example.predicted) or "(none)"),
        foil=Code(example.foil or "(none)"),
    )


def _logits(audit: Audit, example: Overview) -> Prose:
    if problem(audit) == "single_logit":
        return (_logit(example, 0),)
    pairs = list(zip(labels(audit), range(len(example.logits)), strict=False))
    if all(finite(logit) is not None for logit in example.logits):
        pairs.sort(key=lambda pair: -example.logits[pair[1]])
    shown = joined([(Code(name), " ", _logit(example, at)) for name, at in pairs[:LOGITS_SHOWN]])
    rest = len(pairs) - LOGITS_SHOWN
    return shown if rest <= 0 else (*shown, f" and {rest} smaller ones, see examples.parquet")


def _logit(example: Overview, at: int) -> Measure:
    evidence = f"examples.parquet#{example.index}:logits/{at}"
    return Measure(finite(example.logits[at]), evidence, digits=3, style="signed")


def _methods(audit: Audit, example: Overview) -> tuple[MethodScores, ...]:
    rows = rows_about(audit, "attributions", example.id)
    targets = list(dict.fromkeys(row["target"] for _, row in rows))
    rows.sort(key=lambda item: (targets.index(item[1]["target"]), method_order(item[1]["method"])))
    return tuple(_scores(audit, example, index, row) for index, row in rows)


def _scores(audit: Audit, example: Overview, index: int, row: dict[str, Any]) -> MethodScores:
    text = method(audit, row["method"])
    note = text.note
    if row["method"] == "integrated_gradients" and "unconverged" in example.flags:
        note = f"Missed its completeness tolerance with {row['nodes']} nodes. {note}"
    return MethodScores(
        method=row["method"],
        title=text.title,
        target=_target(audit, example, row["target"]),
        scores=tuple(row["scores"]),
        error=None if row["error"] is None else tuple(row["error"]),
        base=finite(row["base"]),
        residual=finite(row["residual"]),
        evaluations=row["evaluations"],
        signed=text.kind != "flow",
        note=note,
        evidence=f"attributions.parquet#{index}:scores",
        control=text.kind == "control",
    )


def _target(audit: Audit, example: Overview, target: str) -> str:
    if problem(audit) == "multi_label":
        return f"the label {_quoted(target)} (its logit)"
    others = [name for name in labels(audit) if name != target]
    foil = example.foil or (others[0] if len(others) == 1 else None)
    return _quoted(target) if foil is None else f"{_quoted(target)} over {_quoted(foil)}"


def _quoted(label: str) -> str:
    return f"\u201c{label}\u201d"


def _spread(
    tensors: dict[str, np.ndarray], tokens: list[str], special: tuple[bool, ...]
) -> tuple[Prose, ...]:
    scores = tensors.get("ig_baselines")
    own = [index for index, is_special in enumerate(special) if not is_special]
    if scores is None or scores.ndim != 2 or len(scores) < 2 or not own:
        return ()
    spread = np.ptp(scores[:, own], axis=0)
    widest = int(spread.argmax())
    same = int((np.ptp(np.sign(scores[:, own]), axis=0) == 0).sum())
    which = (
        "three baselines: the blank, zero, the mean embedding"
        if len(scores) == 3
        else (f"{len(scores)} baselines")
    )
    return (
        fill(
            f"Integrated gradients from {which}. The score of a token differs by at most {{most}} "
            f"between them, at {{token}}; its sign is the same in all for {same} of {len(own)} "
            "tokens.",
            most=Measure(float(spread[widest]), digits=3),
            token=Code(tokens[own[widest]]),
        ),
    )
