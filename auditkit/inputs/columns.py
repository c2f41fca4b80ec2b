"""Which column is the text, its pair, the gold label and the slice.

A column is used because the user named it or because its name leaves no doubt; never because it is
the only one that would do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from auditkit.errors import DataError
from auditkit.inputs.wording import listed, nearest, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Role = Literal["text", "text_pair", "label", "slice"]

PARTNERS = {
    "text": "text_pair",
    "sentence1": "sentence2",
    "premise": "hypothesis",
    "question1": "question2",
    "question": "sentence",
}
"""Text columns and the columns that hold the second text of the same row."""
ANY_PAIR = "text_pair"
"""The one name of a pair that is used beside any text column."""
TEXT = (
    "text", "sentence", "sentence1", "premise", "question", "question1", "review", "content",
    "document", "comment", "tweet", "body",
)  # fmt: skip
LABEL = ("label", "labels", "gold", "target", "class", "category", "sentiment")
SLICE = ("slice", "domain", "group", "source", "subset")
FLAGS: dict[Role, str] = {
    "text": "--text-column",
    "text_pair": "--pair-column",
    "label": "--label-column",
    "slice": "--slice-column",
}


def choose_columns(
    names: Sequence[str], asked: Mapping[Role, str | None], where: str
) -> dict[Role, str | None]:
    """Return the column for each role; None where the data has none.

    Args:
        names: The columns there are, all different.
        asked: The user's choice for each role: None to find it by name, an empty string for no
            such column.
        where: The file, for messages.

    Raises:
        DataError: A column that was asked for is missing, two columns have the same name but for
            case, or none is known to hold the text.
    """
    for role, name in asked.items():
        if name and name not in names:
            raise DataError(
                f"{where} has no column {shown(name)} ({FLAGS[role]}).{nearest(name, names)} "
                f"Its columns: {listed(names)}."
            )
    text = asked["text"] or _guessed_text(names, where)
    taken = [text, *(name for name in asked.values() if name)]
    chosen: dict[Role, str | None] = {"text": text}
    guesses: dict[Role, tuple[str, ...]] = {
        "text_pair": (PARTNERS.get(_key(text), ANY_PAIR), ANY_PAIR),
        "label": LABEL,
        "slice": SLICE,
    }
    for role, known in guesses.items():
        name = asked[role]
        if name is None:
            name = _first_known([n for n in names if n not in taken], known, f"{where}: {role}")
            taken += [name] if name else []
        chosen[role] = name or None
    return chosen


def _guessed_text(names: Sequence[str], where: str) -> str:
    keys = {_key(name) for name in names}
    known = [name for name in TEXT if name != "sentence" or "question" not in keys]
    text = _first_known(names, known, f"{where}: text")
    if text is None:
        raise DataError(
            f"{where}: no column is known to hold the text. Its columns: {listed(names)}. "
            f"Name the one with the text: {FLAGS['text']} NAME."
        )
    return text


def _first_known(names: Sequence[str], known: Sequence[str], where: str) -> str | None:
    """Return the column whose name, but for case, stands first in `known`."""
    for key in known:
        found = [name for name in names if _key(name) == key]
        if len(found) > 1 and key not in found:
            raise DataError(f"{where}: the columns {listed(found)} differ only in case: name one.")
        if found:
            return key if key in found else found[0]
    return None


def _key(name: str) -> str:
    return name.strip().casefold()
