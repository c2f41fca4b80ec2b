"""Texts that try to be more than text."""

from __future__ import annotations

LONG = "x" * 100_000
WORDS = (
    "</script><script>globalThis.broken='script'</script>",
    "<img src=x onerror=globalThis.broken='handler'>",
    "<svg/onload=globalThis.broken='svg'>",
    "javascript:globalThis.broken='url'",
    "-->]]><style>body{display:none}</style>",
    "{{7*7}}",
    "{%raw%}",
    "{body}",
    "&amp;&#60;",
    "\"'`${globalThis.broken=1}",
    "nul\x00bell\x07escape\x1b[31m",
    "zero\u200bwidth\ufeff",
    "\u202egnirts\u202c",
    "\u0627\u0644\u0641\u064a\u0644\u0645",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "a\u0301",
    LONG,
)


def as_shown(text: str) -> str:
    """A text as the report must show it: control characters become their pictures."""
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\t\n" else c for c in text)
