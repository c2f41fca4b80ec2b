"""How a page spells what stands in the data, so that every character of it can be seen.

This is a reading of its own of the rules in docs/viewer.md, not the code that writes the page.
"""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST_NAME = 40
"""Characters of a token or word that a page shows."""
LONGEST_START = 160
"""Code points of a text that the table of examples shows."""
NO_LABEL, NO_ANSWER = "(no label)", "(none)"
_CUT = "\u2026"
_BLANK_MARKS = "\u2581\u0120 "
"""How tokenizers spell a blank."""
_JOINER = "\u200d"
"""Makes one sign of several, as in families; the only format character that is left as it is."""
_BREAKS = {"\n": "\u21b5", "\t": "\u21e5"}
_BLANKS = {**_BREAKS, " ": "\u2423"}
_REPLACED = "\ufffd"


def visible(text: str) -> str:
    """Return a text as a page holds it: control characters as pictures, tabs and line feeds as they are."""
    return text if text.isprintable() else "".join(map(_seen, text))


def _seen(char: str) -> str:
    code = ord(char)
    if char in _BREAKS or unicodedata.category(char) not in {"Cc", "Cs", "Cn"}:
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0:
        return f"\\x{code:02x}"
    return _REPLACED if 0xD800 <= code <= 0xDFFF or code in {0xFFFE, 0xFFFF} else char


def spelled(text: str) -> str:
    """Return the text of a token so that nothing in it hides or reorders."""
    if not text.strip():
        return "".join(_BLANKS.get(char, char) for char in visible(text)) or "(empty)"
    return "".join(map(_spelled, visible(text)))


def _spelled(char: str) -> str:
    if char != _JOINER and unicodedata.category(char) == "Cf":
        return f"[U+{ord(char):04X}]"
    return _BREAKS.get(char, char)


def name(text: str) -> str:
    """Return a token or word as tables and the viewer name it."""
    return clipped(spelled(text), LONGEST_NAME)


def clipped(text: str, most: int) -> str:
    """Return a text of at most `most` characters, the last one a mark where it was cut."""
    return text if len(text) <= most else text[: most - 1] + _CUT


def token_names(row: Mapping[str, Any]) -> list[str]:
    """Return what the viewer calls each token: its characters, else the tokenizer's spelling.

    A special token has no characters, and neither has a mark for a blank that lies on the characters of
    another token. Tokens that lie on the same characters are numbered.

    Args:
        row: Cells of `examples.parquet`.
    """
    places = [_place(row, token) for token in range(len(row["tokens"]))]
    is_bare = [not spelling.strip(_BLANK_MARKS) for spelling in row["tokens"]]
    marks = [bare and places.count(place) > 1 for bare, place in zip(is_bare, places, strict=True)]
    names = []
    for token, word in enumerate(row["words"]):
        own = _characters(row, [token]) if word >= 0 and not marks[token] else ""
        same = [other for other, place in enumerate(places) if place == places[token]]
        parts = [other for other in same if not marks[other]]
        part = f" {parts.index(token) + 1}/{len(parts)}" if own and len(parts) > 1 else ""
        names.append(name(own or row["tokens"][token]) + part)
    return names


def _place(row: Mapping[str, Any], token: int) -> tuple[int, int, int]:
    """Return the field and the characters of a token, without blanks at their ends."""
    text = row["text_pair" if row["segments"][token] == 1 else "text"] or ""
    start, stop = row["starts"][token], row["stops"][token]
    inside = text[start:stop]
    first = start + len(inside) - len(inside.lstrip())
    return row["segments"][token], first, max(first, start + len(inside.rstrip()))


def word_names(row: Mapping[str, Any]) -> list[str]:
    """Return what the page calls each word, from 0."""
    members = word_members(row)
    return [
        name(_whole(row, own).strip() or "".join(row["tokens"][token] for token in own))
        for own in (members.get(word, []) for word in range(len(members)))
    ]


def _whole(row: Mapping[str, Any], tokens: list[int]) -> str:
    """Return the grapheme clusters that the characters of some tokens of one field are part of."""
    if not tokens:
        return ""
    text = row["text_pair" if row["segments"][tokens[0]] == 1 else "text"] or ""
    first = min(row["starts"][token] for token in tokens)
    last = max(row["stops"][token] for token in tokens)
    return "".join(
        part for start, part in clusters(text) if start < last and start + len(part) > first
    )


def clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each character as a reader sees it begins, and what it is made of."""
    for found in regex.finditer(r"\s|\X", text):
        yield found.start(), found[0]


def word_members(row: Mapping[str, Any]) -> dict[int, list[int]]:
    """Return the tokens of each word."""
    members: dict[int, list[int]] = {}
    for token, word in enumerate(row["words"]):
        if word >= 0:
            members.setdefault(word, []).append(token)
    return members


def _characters(row: Mapping[str, Any], tokens: list[int]) -> str:
    """Return the characters of a text from the first to the last of some tokens of one field."""
    if not tokens:
        return ""
    text = row["text_pair" if row["segments"][tokens[0]] == 1 else "text"] or ""
    first = min(row["starts"][token] for token in tokens)
    return text[first : max(row["stops"][token] for token in tokens)].strip()


def start_of(row: Mapping[str, Any]) -> str:
    """Return the start of an example's text on one line."""
    pair = row["text_pair"]
    whole = row["text"] if pair is None else f"{row['text']} / {pair}"
    read = 4 * LONGEST_START
    line = " ".join(whole[:read].split())
    is_whole = len(line) <= LONGEST_START and len(whole) <= read
    return line if is_whole else f"{line[:LONGEST_START]} ..."


def answers(cell: str | None, problem: str) -> list[str] | None:
    """Return the labels of a cell: a JSON array for multi-label models, else one label."""
    if cell is None:
        return None
    return [str(label) for label in json.loads(cell)] if problem == "multi_label" else [cell]


def listed(labels: Iterable[str] | None) -> str | None:
    """Return labels as one text; None where there is no answer."""
    return None if labels is None else ", ".join(labels) or NO_LABEL
