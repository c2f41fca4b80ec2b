"""Which column is the text, its pair, the gold label, the slice and the id.

A column is used because the user named it or because its name leaves no doubt; never because it is
the only one that would do. Names are compared but for case and outer blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from auditkit.errors import DataError
from auditkit.inputs.wording import listed, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Role = Literal["text", "text_pair", "label", "slice", "id"]

PARTNERS: dict[str, tuple[str, ...]] = {
    "sentence1": ("sentence2",),
    "sentence_1": ("sentence_2",),
    "sentence_a": ("sentence_b",),
    "text1": ("text2",),
    "text_1": ("text_2",),
    "text_a": ("text_b",),
    "question1": ("question2",),
    "premise": ("hypothesis",),
    "claim": ("evidence",),
    "question": ("sentence", "context", "passage", "paragraph", "document"),
    "query": ("document", "passage"),
}
"""First texts of a row and the columns that may hold the second."""
ANY_PAIR = "text_pair"
"""The one name of a pair that is used beside any text column."""
TEXT = (
    *PARTNERS, "text", "sentence", "review", "content", "document", "comment", "tweet", "body",
    "message", "headline", "phrase", "comment_text", "review_text", "reviewtext", "review_body",
    "tweet_text", "sentence_text",
)  # fmt: skip
LABELS = (
    ("label", "labels", "gold", "gold_label", "gold_labels"),
    ("target", "class", "category", "sentiment", "emotion", "intent", "topic", "stance",
     "is_duplicate"),
)  # fmt: skip
"""What a gold label is called, and what else it may be called where nothing has such a name."""
SLICE = ("slice", "domain", "group", "source", "subset")
ID = (
    "id", "idx", "guid", "uid", "uuid", "index", "example_id", "row_id", "item_id", "pairid",
    "pair_id", "sentence_id", "text_id", "doc_id", "review_id", "tweet_id", "comment_id",
)  # fmt: skip
FLAGS: dict[Role, str] = {
    "text": "--text-column",
    "text_pair": "--pair-column",
    "label": "--label-column",
    "slice": "--slice-column",
    "id": "--id-column",
}
ROLES: dict[Role, str] = {
    "text": "text",
    "text_pair": "second text",
    "label": "gold label",
    "slice": "slice",
    "id": "id",
}
"""What each role is called."""


def choose_columns(
    names: Sequence[str], asked: Mapping[Role, str | None], where: str, *, advice: str = ""
) -> dict[Role, str | None]:
    """Return the column for each role; None where the data has none.

    Args:
        names: The columns there are, all different.
        asked: The user's choice for each role: None to find it by name, an empty string for no
            such column.
        where: The file, for messages.
        advice: What else to do where no column is known to hold the text.

    Raises:
        DataError: A column that was asked for is missing, or the names leave a doubt: none is known
            to hold the text, or two may have the same role.
    """
    for role, name in asked.items():
        if name and name not in names:
            raise DataError(
                f"{where} has no column {shown(name)} ({FLAGS[role]}).{nearest(name, names)} "
                f"Its columns: {listed(names)}."
            )
    free = [name for name in names if name not in asked.values()]
    text = asked.get("text") or _guessed_text(free, names, where, advice)
    partners = (*PARTNERS.get(_key(text), ()), ANY_PAIR)
    free = [name for name in free if name != text]
    guesses: dict[Role, list[str]] = {
        "text": [text],
        "text_pair": _known(free, partners),
        "label": next(filter(None, (_known(free, tier) for tier in LABELS)), []),
        "slice": _first_known(free, SLICE),
        "id": _first_known(free, ID)[:1],
    }
    chosen: dict[Role, str | None] = {}
    for role, candidates in guesses.items():
        name = text if role == "text" else asked.get(role)
        chosen[role] = (_the_only(candidates, role, where) if name is None else name) or None
    return chosen


def _guessed_text(free: Sequence[str], names: Sequence[str], where: str, advice: str) -> str:
    """Return the column that holds the text, the first one of a pair."""
    known = _known(free, TEXT)
    keys = {_key(name) for name in known}
    seconds = {second for first in keys for second in PARTNERS.get(first, ())}
    text = _the_only([name for name in known if _key(name) not in seconds], "text", where)
    if text is None:
        raise DataError(
            f"{where}: no column is known to hold the text. Its columns: {listed(names)}. "
            f"Name the one with the text: {FLAGS['text']} NAME.{advice}"
        )
    return text


def _the_only(candidates: Sequence[str], role: Role, where: str) -> str | None:
    """Return the one candidate; None if there is none.

    Raises:
        DataError: There are several.
    """
    if len(candidates) > 1:
        none = "" if role == "text" else f", or none with {FLAGS[role]} ''"
        pair = f", and a second text, if there is one, with {FLAGS['text_pair']}"
        raise DataError(
            f"{where}: {len(candidates)} columns may hold the {ROLES[role]}: {listed(candidates)}. Name "
            f"the one with {FLAGS[role]}{none}{pair if role == 'text' else ''}."
        )
    return candidates[0] if candidates else None


def _known(names: Sequence[str], known: Collection[str]) -> list[str]:
    return [name for name in names if _key(name) in known]


def _first_known(names: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the columns with the name, but for case, that stands first in `known`."""
    found = (_known(names, (key,)) for key in known)
    return next(filter(None, found), [])


def _key(name: str) -> str:
    return name.strip().casefold()
