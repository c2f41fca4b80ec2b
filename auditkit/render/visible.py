"""Make invisible characters visible, so that nothing in the data can hide in the report."""

from __future__ import annotations

import unicodedata

_CONTROL_PICTURES = 0x2400
_SYMBOL_FOR_DELETE = "\u2421"
_REPLACEMENT = "\ufffd"
_KEPT = "\t\n"
_BLANKS = {" ": "\u2423", "\n": "\u21b5", "\t": "\u21e5"}
_SURROGATES = range(0xD800, 0xE000)
_NONCHARACTERS = (0xFFFE, 0xFFFF)


def _table() -> dict[int, str]:
    shown = {code: chr(_CONTROL_PICTURES + code) for code in range(0x20) if chr(code) not in _KEPT}
    shown[0x7F] = _SYMBOL_FOR_DELETE
    shown |= {code: f"\\x{code:02x}" for code in range(0x80, 0xA0)}
    shown |= dict.fromkeys(_SURROGATES, _REPLACEMENT)
    return shown | dict.fromkeys(_NONCHARACTERS, _REPLACEMENT)


_VISIBLE = _table()


def visible(text: str) -> str:
    """Replace what no page can hold: NUL becomes U+2400, other control characters their pictures.

    Tabs and line feeds stay. Lone surrogates and noncharacters become U+FFFD.
    """
    return text if text.isprintable() else text.translate(_VISIBLE)


def token_label(text: str) -> str:
    """Write a token so that a reader sees every character of it.

    Blanks that make up a whole token are drawn, and format characters (zero-width, direction
    marks) are written as their code points, because a label that reorders or hides itself would
    not name anything.
    """
    if not text.strip():
        return "".join(_BLANKS.get(char, char) for char in visible(text)) or "(empty)"
    return "".join(_label_char(char) for char in visible(text))


def _label_char(char: str) -> str:
    if unicodedata.category(char) == "Cf" and char != "\u200d":
        return f"[U+{ord(char):04X}]"
    return {"\n": "\u21b5", "\t": "\u21e5"}.get(char, char)


def clipped(text: str, most: int) -> str:
    """Return a text of at most `most` characters, the last one a mark where it was cut."""
    return text if len(text) <= most else f"{text[: most - 1]}\u2026"
