"""What was audited: the model, the data and the environment, with their hashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.render.blocks import (
    SECTIONS,
    Callout,
    Code,
    Column,
    Facts,
    Heading,
    Paragraph,
    Table,
)
from auditkit.render.evidence_view import (
    count,
    entry,
    metric_rows,
    pointer,
    said,
    sees_attention,
)
from auditkit.render.wording import fill, joined, listed, plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from auditkit.evidence.reader import Audit
    from auditkit.render.blocks import Block, Medium, Prose

READS = {
    "first": "the first position",
    "last": "the last position that is not padding",
    "mean": "the mean over positions",
}
BLANKS = {
    "mask": "the embedding of the mask token",
    "unknown": "the embedding of the unknown token, as there is no mask token",
    "vocabulary_mean": "the mean embedding of the vocabulary, as there is no mask or unknown token",
}


ROLES = {
    "text": "text",
    "text_pair": "second text",
    "label": "gold label",
    "slice": "slice",
    "id": "id",
}
LEFT_OUT = {
    "null_text": "the text is null",
    "null_pair": "the second text is null",
    "limit": "beyond the limit",
    "sample": "not drawn for the sample",
}
"""Why rows of the data are not audited."""
MOST_COLUMNS = 40
"""Columns that are named although they are not used."""
SEGMENTATION = {
    "words": "their units are words, by the dictionaries of ICU {icu}",
    "clusters": "their units are grapheme clusters, not words: ICU was {icu}",
}

UNKNOWN = (
    "How the model was trained, on which data, under which licence, and for which purpose it is "
    "meant: the evidence does not hold these."
)


class SystemSection:
    """Model, data, environment."""

    title = "Model, data, environment"
    order = 100

    def blocks(self, audit: Audit, medium: Medium) -> Iterable[Block]:  # noqa: ARG002
        """Return what identifies the model, the data and the software."""
        yield Heading("Model", "system-model")
        yield Facts(_model(audit))
        yield _hashes(audit)
        yield from _kernel(audit)
        yield from _number_format(audit)
        yield Heading("Data", "system-data")
        yield Facts(_data(audit))
        yield from _flags(audit)
        yield Heading("Environment", "system-environment")
        yield Facts(
            tuple(
                (name, (str(version),))
                for name, version in sorted((entry(audit, "environment") or {}).items())
            )
        )
        yield Callout("limit", "What this page does not show", ((UNKNOWN,),))


def _model(audit: Audit) -> tuple[tuple[str, Prose], ...]:
    labels = [str(label) for label in entry(audit, "model", "labels") or ()]
    kind = said(audit, "model", "blank", "kind")
    token = entry(audit, "model", "blank", "token")
    blank: Prose = (BLANKS.get(kind, kind),)
    return (
        ("Name", (Code(said(audit, "model", "id")),)),
        ("Architecture", (Code(said(audit, "model", "architecture")),)),
        ("Size", _size(audit)),
        ("Labels", (listed(labels),)),
        ("Kind of decision", (said(audit, "model", "problem").replace("_", " "),)),
        ("Longest input", fill("{n} tokens", n=count(audit, "model", "max_tokens"))),
        ("Attention", (_attention(audit),)),
        ("The classifier reads", (_reads(audit),)),
        ("Blank of a token", blank if token is None else (*blank, ", ", Code(str(token)))),
        ("Number format of the audit", (said(audit, "model", "dtype"),)),
        ("Number format of the checkpoint", (said(audit, "model", "checkpoint_dtype"),)),
        *_wrappers(audit),
    )


def _wrappers(audit: Audit) -> Iterator[tuple[str, Prose]]:
    words = [(Code(str(word)),) for word in entry(audit, "model", "wrappers") or ()]
    if words:
        yield "Taken off the names of the weights", joined(words)


def _size(audit: Audit) -> Prose:
    if not sees_attention(audit):
        return fill(
            "width {width}, {parameters} parameters",
            width=count(audit, "model", "width"),
            parameters=count(audit, "model", "parameters"),
        )
    layers, heads = (count(audit, "model", name) for name in ("layers", "heads"))
    return fill(
        f"{{layers}} {plural(layers.value, 'layer')}, {{heads}} {plural(heads.value, 'head')} each, width {{width}}, "
        "{parameters} parameters",
        layers=layers,
        heads=heads,
        width=count(audit, "model", "width"),
        parameters=count(audit, "model", "parameters"),
    )


def _attention(audit: Audit) -> str:
    if not sees_attention(audit):
        return "not captured"
    return "causal" if entry(audit, "model", "causal") else "both directions"


def _reads(audit: Audit) -> str:
    where = said(audit, "model", "reads")
    return READS.get(where, where)


def _hashes(audit: Audit) -> Table:
    files = sorted((entry(audit, "model", "files") or {}).items())
    return Table(
        id="system-model-files",
        caption="Files of the model and their SHA-256",
        columns=(Column("File"), Column("SHA-256")),
        rows=tuple(((Code(str(name)),), (Code(str(digest)),)) for name, digest in files),
        folded=True,
    )


def _number_format(audit: Audit) -> Iterator[Block]:
    for row in metric_rows(audit, "dtype_difference", slice=None):
        yield Paragraph(
            fill(
                "The model computed in {used}; softmax, statistics and scores were accumulated in "
                "float32. Largest difference of a logit to the same weights in {exact}: {difference} "
                "(no interval; on these examples only). Lower is better.",
                used=Code(said(audit, "model", "dtype")),
                exact=Code(row.text("label") or "float32"),
                difference=row.measure(digits=6),
            )
        )


def _kernel(audit: Audit) -> Iterator[Block]:
    keeps = ", which keeps the weights of every head" if sees_attention(audit) else ""
    for row in metric_rows(audit, "kernel_difference", slice=None):
        yield Paragraph(
            fill(
                f"Attention was computed by the kernel {{kernel}}{keeps}. Largest difference of a logit to the model's production kernel "
                "{production}: {difference} (no interval; on these examples only). Lower is better.",
                kernel=Code(said(audit, "model", "kernel")),
                production=Code(row.text("label") or said(audit, "model", "production_kernel")),
                difference=row.measure(digits=8),
            )
        )


def _data(audit: Audit) -> tuple[tuple[str, Prose], ...]:
    columns = entry(audit, "data", "columns") or {}
    read = {role: name for role, name in columns.items() if name is not None}
    used = [
        (f"{ROLES.get(role, role)} from ", Code(str(read[role]))) for role in _in_order(read, ROLES)
    ]
    return (
        ("SHA-256 of the data file", (Code(said(audit, "data", "sha256")),)),
        ("SHA-256 of the audited rows", (Code(said(audit, "data", "rows_sha256")),)),
        ("Rows in the file", (count(audit, "data", "rows_in_file"),)),
        ("Rows audited", (count(audit, "data", "audited"),)),
        ("Rows left out", _left_out(audit)),
        ("Columns read", joined(used) or ("not stated",)),
        *_reading(audit),
        *_units(audit),
        ("Slices", _tally(audit, "slices")),
        ("Gold labels", _tally(audit, "labels")),
        ("Seed of the audit", (said(audit, "seed"),)),
        ("Date of the audit", (said(audit, "date"),)),
    )


def _left_out(audit: Audit) -> Prose:
    number = count(audit, "data", "not_audited")
    reasons = entry(audit, "data", "left_out") or {}
    why = [
        (f"{LEFT_OUT.get(reason, reason)}: ", count(audit, "data", "left_out", reason))
        for reason in _in_order(reasons, LEFT_OUT)
        if reasons[reason]
    ]
    return fill("{number} ({why})", number=number, why=joined(why)) if why else (number,)


def _reading(audit: Audit) -> Iterator[tuple[str, Prose]]:
    """Yield what older evidence does not say: columns not used, and what the format left open."""
    others = entry(audit, "data", "columns_not_used")
    if others is not None:
        names = [(Code(str(name)),) if name else ("one without a name",) for name in others]
        rest = len(names) - MOST_COLUMNS
        more = f" and {rest} more, see manifest.json" if rest > 0 else ""
        yield "Columns not used", (*(joined(names[:MOST_COLUMNS]) or ("none",)), more)
    read_as = [str(how) for how in entry(audit, "data", "read_as") or ()]
    if read_as:
        yield "Read as", (", ".join(read_as),)
    if entry(audit, "data", "labels_are_indices"):
        yield "Gold labels given as", ("numbers of classes, from 0, or names",)
    if entry(audit, "data", "labels_respelled"):
        yield "Gold labels read without regard to case", (count(audit, "data", "labels_respelled"),)
    if entry(audit, "data", "undecided"):
        yield "Annotators did not agree", (count(audit, "data", "undecided"),)


def _in_order(found: Collection[str], known: Collection[str]) -> list[str]:
    return [*(name for name in known if name in found), *sorted(set(found) - set(known))]


def _units(audit: Audit) -> Iterator[tuple[str, Prose]]:
    """Yield how texts in writing without blanks were cut; nothing for an audit that does not say."""
    rule = SEGMENTATION.get(entry(audit, "segmentation", "by"))
    if rule is not None:
        found = count(audit, "segmentation", "examples")
        yield (
            "Writing without blanks between words",
            fill(
                f"{{n}} {plural(found.value, 'example has', 'examples have')} it; {rule}",
                n=found,
                icu=Code(said(audit, "segmentation", "icu")),
            ),
        )


def _tally(audit: Audit, name: str) -> Prose:
    tally = entry(audit, "data", name) or {}
    parts: list[Prose] = [(Code(str(key)), " ", count(audit, "data", name, key)) for key in tally]
    if not parts:
        return ("none",)
    prose: Prose = parts[0]
    for part in parts[1:]:
        prose = (*prose, ", ", *part)
    return prose


def _flags(audit: Audit) -> Iterator[Block]:
    counts = entry(audit, "counts") or {}
    yield Table(
        id="system-counts",
        caption="Counts of examples, exact",
        columns=(Column("Count"), Column("Examples", numeric=True), Column("Evidence")),
        rows=tuple(
            (
                (str(name).replace("_", " "),),
                (count(audit, "counts", name),),
                (Code(pointer("counts", name)),),
            )
            for name in sorted(set(counts) - {"left_out"})  # counts methods, not examples
        ),
        folded=True,
    )


SECTIONS.register("system")(SystemSection())
