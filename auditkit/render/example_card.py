"""The card of one example: its text, decision, scores of every method, agreement, what was tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.evidence.explained import DETAIL
from auditkit.evidence.readings import baseline_spread, ranked
from auditkit.render.account_table import account_table
from auditkit.render.blocks import Badge, Code, Measure
from auditkit.render.chain_part import chain_part
from auditkit.render.chain_rows import chain_of
from auditkit.render.edits_part import edits_part
from auditkit.render.evidence_view import entry, label_text, labels, method, problem
from auditkit.render.example_agreement import (
    agreement_rows,
    agreement_table,
    contradicting,
    contradiction,
)
from auditkit.render.example_blocks import ExampleCard, MethodScores
from auditkit.render.explained_part import FOR_DETAIL, NOT_EXPLAINED
from auditkit.render.layers_part import layers_part
from auditkit.render.rows import finite, rows_about
from auditkit.render.scene.part import scene_part
from auditkit.render.text_pieces import text_field
from auditkit.render.token_names import TokenNames
from auditkit.render.wording import (
    FLAGS,
    REASONS,
    fill,
    joined,
    method_order,
    plural,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Prose
    from auditkit.render.example_view import Overview
    from auditkit.render.rows import Row
    from auditkit.render.text_pieces import TextField

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
    opposed = contradicting(example, pairs)
    return ExampleCard(
        id=example.id,
        number=example.number,
        fields=_fields(audit, row),
        tokens=tuple(row["tokens"]),
        special=special,
        words=tuple(row["words"]),
        badges=_badges(example, opposed=opposed is not None),
        facts=(*_facts(audit, example, row["logits"] or ()), *_id_in_data(row)),
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


def _facts(
    audit: Audit, example: Overview, logits: Sequence[float]
) -> tuple[tuple[str, Prose], ...]:
    gold = label_text(example.gold)
    facts: list[tuple[str, Prose]] = [
        ("Predicted", _predicted(audit, example)),
        ("Gold label", ("not given",) if gold is None else (Code(gold),)),
    ]
    if example.margin is not None:
        facts.append(("Margin", _margin(audit, example)))
    if logits:
        facts.append(("Logits", _logits(audit, example, logits)))
    if example.disagreement is not None:
        facts.append(("Disagreement", (example.disagreement_measure,)))
    return tuple(facts)


def _id_in_data(row: dict[str, Any]) -> tuple[tuple[str, Prose], ...]:
    own = row["id_in_data"]
    return () if own is None else (("Id in the data", (Code(own),)),)


def _predicted(audit: Audit, example: Overview) -> Prose:
    if example.predicted is None:
        return ("no decision: the model was not run or its answer is not finite",)
    names = labels(audit)
    if problem(audit) == "multi_label":
        if not example.predicted:
            top = example.probability_measure
            return fill("no label reaches a probability of 50%; the largest is {top}", top=top)
        chances = audit.outcomes["probabilities"][example.index].as_py() or ()
        return joined(
            [
                (Code(name), " ", _chance(example, name, dict(zip(names, chances, strict=False))))
                for name in example.predicted
            ]
        )
    chance = example.probability_measure
    return fill("{label}, probability {chance}", label=Code(example.predicted[0]), chance=chance)


def _chance(example: Overview, name: str, chances: Mapping[str, float]) -> Measure:
    if name not in chances:
        return Measure(None, digits=1, style="percent")
    column = f"probabilities/{list(chances).index(name)}"
    return example.outcome_measure(finite(chances[name]), column, "percent", 1)


def _margin(audit: Audit, example: Overview) -> Prose:
    margin = example.margin_measure(3)
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


def _logits(audit: Audit, example: Overview, logits: Sequence[float]) -> Prose:
    if problem(audit) == "single_logit":
        return (_logit(example, 0, logits[0]),)
    named = list(zip(labels(audit), range(len(logits)), logits, strict=False))
    if all(finite(logit) is not None for logit in logits):
        named = ranked(named, lambda one: one[2])
    shown = joined(
        [(Code(name), " ", _logit(example, at, logit)) for name, at, logit in named[:LOGITS_SHOWN]]
    )
    rest = len(named) - LOGITS_SHOWN
    return (
        shown
        if rest <= 0
        else (*shown, f" and {rest} {plural(rest, 'smaller one')}, see examples.parquet")
    )


def _logit(example: Overview, at: int, logit: float) -> Measure:
    evidence = f"examples.parquet#{example.index}:logits/{at}"
    return Measure(finite(logit), evidence, digits=3, style="signed")


def _methods(audit: Audit, example: Overview) -> tuple[MethodScores, ...]:
    rows = rows_about(audit, "attributions", example.id)
    targets = list(dict.fromkeys(row["target"] for row in rows))
    rows.sort(key=lambda row: (targets.index(row["target"]), method_order(row["method"])))
    return tuple(_scores(audit, example, row) for row in rows)


def _scores(audit: Audit, example: Overview, row: Row) -> MethodScores:
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
        evidence=row.cite("scores"),
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
    spread = baseline_spread(scores, own)
    which = (
        "three baselines: the blank, zero, the mean embedding"
        if len(scores) == 3
        else (f"{len(scores)} baselines")
    )
    return (
        fill(
            f"Integrated gradients from {which}. The score of a token differs by at most {{most}} "
            f"between them, at {{token}}; its sign is the same in all for "
            f"{spread.same_sign} of {len(own)} tokens.",
            most=Measure(spread.most, digits=3),
            token=Code(tokens[spread.token]),
        ),
    )
