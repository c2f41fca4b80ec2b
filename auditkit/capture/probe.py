"""The texts on which a model is found out before it is audited: short, of different lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditkit.records import NO_WORD, Encoded, Example, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SENTENCES = (
    "One short sentence, long enough to tell the first token from the last.",
    "Not good!",
    "And a third one, of another length.",
)


def probe_rows(tokenizer: Any, most_tokens: int) -> list[Encoded]:  # noqa: ANN401
    """Return the probe's sentences as a model reads them, the longest first; each token is a word."""
    rows = [_row(tokenizer, text, most_tokens) for text in SENTENCES]
    return sorted(rows, key=lambda row: -len(row.tokens))


def _row(tokenizer: Any, text: str, most_tokens: int) -> Encoded:  # noqa: ANN401
    encoding = tokenizer(text, truncation=True, max_length=most_tokens, verbose=False)
    types = encoding.get("token_type_ids")
    return Encoded(
        example=Example("probe", 0, text),
        tokens=_tokens(encoding["input_ids"], encoding.sequence_ids(0)),
        type_ids=None if types is None else tuple(types),
    )


def _tokens(ids: Sequence[int], sequences: Sequence[int | None]) -> tuple[Token, ...]:
    tokens, words = [], 0
    for one, sequence in zip(ids, sequences, strict=True):
        if sequence is None:
            tokens.append(Token(one, "", 0, 0, NO_WORD, NO_WORD, "special"))
        else:
            tokens.append(Token(one, "", 0, 0, 0, words, "text"))
            words += 1
    return tuple(tokens)


def with_ids(row: Encoded, ids: Iterable[int]) -> Encoded:
    """Return the row with other ids in the same places."""
    tokens = tuple(
        Token(int(one), "", 0, 0, token.segment, token.word, token.kind)
        for one, token in zip(ids, row.tokens, strict=True)
    )
    return Encoded(row.example, tokens, row.type_ids)
