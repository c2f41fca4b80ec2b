"""Text classification: single texts and pairs; single-label, multi-label and single-logit heads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from auditkit.errors import ConfigError, ModelError
from auditkit.inputs.base import TASKS, Decision
from auditkit.inputs.label_map import class_names
from auditkit.inputs.units import Spot, divided_scripts, units
from auditkit.records import NO_WORD, Encoded, Flag, Problem, Readout, Target, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jaxtyping import Float32

    from auditkit.records import Example


class TextClassification:
    """Sequence classifiers of transformers (``AutoModelForSequenceClassification``)."""

    title = "Text classification"
    auto_class = "AutoModelForSequenceClassification"

    def encode(self, tokenizer: Any, examples: Sequence[Example], max_tokens: int) -> list[Encoded]:  # noqa: ANN401
        """Return the examples as token ids with offsets, truncated ``longest_first``.

        Offsets are code points of the token's own field; words, numbered from 0 over the example, are
        the units of `auditkit.inputs.units`.
        """
        return [self._encode_one(tokenizer, example, max_tokens) for example in examples]

    def _encode_one(self, tokenizer: Any, example: Example, max_tokens: int) -> Encoded:  # noqa: ANN401
        encoding = tokenizer(
            [example.text],
            None if example.text_pair is None else [example.text_pair],
            truncation="longest_first",
            max_length=max_tokens,
            return_overflowing_tokens=False,
            verbose=False,
        )
        fast = encoding.encodings[0]
        fields = (example.text, example.text_pair or "")
        tokens = _tokens(fast, fields, divided_scripts(tokenizer))
        type_ids = encoding.get("token_type_ids")
        return Encoded(
            example=example,
            tokens=tokens,
            type_ids=None if type_ids is None else tuple(type_ids[0]),
            flags=_flags(tokens, truncated=bool(fast.overflowing)),
        )

    def problem(self, config: Any) -> Problem:  # noqa: ANN401
        """Return how the logits are read: by the number of labels and `problem_type`.

        Raises:
            ModelError: The head was trained for regression.
        """
        if getattr(config, "problem_type", None) == "regression":
            raise ModelError(
                "The model's problem_type is regression; text-classification audits classifiers. "
                "If it is a classifier, correct problem_type in config.json."
            )
        if config.num_labels == 1:
            return Problem.SINGLE_LOGIT
        if getattr(config, "problem_type", None) == "multi_label_classification":
            return Problem.MULTI_LABEL
        return Problem.SINGLE_LABEL

    def labels(self, config: Any) -> tuple[str, ...]:  # noqa: ANN401
        """Return the class names in index order; a single logit has its negation beside it.

        Raises:
            ModelError: The names are not those of the outputs, each once.
        """
        if config.num_labels == 1 and len(config.id2label) == 1:
            (only,) = class_names(config.id2label, outputs=1)
            return (f"not {only}", only)
        return class_names(config.id2label, outputs=max(2, config.num_labels))

    def match_foil(self, foil: str | None, labels: tuple[str, ...], problem: Problem) -> str | None:
        """Return `foil` in the model's spelling, matched without regard to case.

        Raises:
            ConfigError: It is no label of the model, or the head has no use for a foil.
        """
        if foil is None:
            return None
        if problem is not Problem.SINGLE_LABEL:
            raise ConfigError(f"--foil {foil!r}: a {problem} head has no foil; leave --foil out.")
        exact = [label for label in labels if label == foil]
        found = exact or [label for label in labels if label.casefold() == foil.casefold()]
        if not found:
            raise ConfigError(
                f"--foil {foil!r} is no label of the model; labels: {', '.join(labels)}."
            )
        return found[0]

    def decide(
        self,
        logits: Float32[np.ndarray, " classes"],
        labels: tuple[str, ...],
        problem: Problem,
        foil: str | None,
    ) -> Decision:
        """Return the prediction and the targets to explain.

        An example that is predicted to be the foil has its runner-up as foil.
        """
        if problem is Problem.SINGLE_LABEL:
            return _single_label(logits, labels, foil)
        if problem is Problem.SINGLE_LOGIT:
            return _single_logit(logits, labels)
        return _multi_label(logits, labels)


def _tokens(
    fast: Any,  # noqa: ANN401
    fields: tuple[str, str],
    divided: frozenset[str],
) -> tuple[Token, ...]:
    """Return the tokens, with the number of their unit (see `auditkit.inputs.units`)."""
    rows = zip(fast.offsets, fast.word_ids, fast.sequence_ids, strict=True)
    spots = [
        None if sequence is None or word is None else Spot(start, stop, sequence, word)
        for (start, stop), word, sequence in rows
    ]
    numbers = iter(units([spot for spot in spots if spot is not None], fields, divided))
    return tuple(
        Token(token_id, text, 0, 0, NO_WORD, NO_WORD, "special")
        if spot is None
        else Token(token_id, text, spot.start, spot.stop, spot.field, next(numbers), "text")
        for token_id, text, spot in zip(fast.ids, fast.tokens, spots, strict=True)
    )


def _flags(tokens: tuple[Token, ...], *, truncated: bool) -> frozenset[Flag]:
    flags = {Flag.TRUNCATED} if truncated else set()
    of_text = sum(token.kind == "text" for token in tokens)
    if not tokens:
        flags.add(Flag.NO_TOKENS)
    if of_text == 0:
        flags.add(Flag.EMPTY)
    if of_text == 1:
        flags.add(Flag.ONE_TOKEN)
    elif len({token.word for token in tokens if token.kind == "text"}) == 1:
        flags.add(Flag.ONE_UNIT)
    return frozenset(flags)


def _single_label(logits: np.ndarray, labels: tuple[str, ...], foil: str | None) -> Decision:
    # Stable sort: among equal logits the class with the smaller index comes first.
    order = np.argsort(-logits, kind="stable")
    predicted = int(order[0])
    against = labels.index(foil) if foil is not None else int(order[1])
    if against == predicted:
        against = int(order[1])
    readout = Readout(np.array([[predicted], [against]]), np.array([1, -1], np.float32))
    target = Target(labels[predicted], labels[against], readout)
    return Decision((labels[predicted],), labels[against], (target,))


def _logit(index: int) -> Readout:
    return Readout(np.array([[index]]), np.ones(1, np.float32))


def _single_logit(logits: np.ndarray, labels: tuple[str, ...]) -> Decision:
    target = Target(labels[1], None, _logit(0))
    return Decision((labels[int(logits[0] > 0)],), None, (target,))


def _multi_label(logits: np.ndarray, labels: tuple[str, ...]) -> Decision:
    # p >= .5 is z >= 0; the strongest label comes first and gives the margin.
    order = np.argsort(-logits, kind="stable")
    chosen = [int(index) for index in order if logits[index] >= 0] or [int(order[0])]
    targets = tuple(Target(labels[index], None, _logit(index)) for index in chosen)
    predicted = tuple(labels[index] for index in sorted(chosen) if logits[index] >= 0)
    return Decision(predicted, None, targets)


TASKS.register("text-classification")(TextClassification())
