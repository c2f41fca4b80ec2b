"""What the picture says of a tested route; `templates/viewer/src/schema.ts` hands it to the viewer."""

from __future__ import annotations

from typing import Final

from auditkit.records import Grade
from auditkit.render.chain_words import CONFIRMED_ROUTE, NOT_CONFIRMED

GRADE_WORDS: Final[dict[str, str]] = {
    Grade.CONFIRMED: (
        f"{CONFIRMED_ROUTE.text}: tested together, the numbered links keep enough of the decision alone, enough goes "
        "without them, and they keep more than the same shape at other words."
    ),
    Grade.NONE: (
        f"{NOT_CONFIRMED.text}: the numbered links were tested one by one, but together they are not shown to "
        "account for the decision."
    ),
}
"""By the grade of what has links."""
NO_LINKS: Final = f"{NOT_CONFIRMED.text}: no link contributes enough of the margin to be tested."
SIGN_WORDS: Final = "Dashed lines oppose {target}, solid ones support it."
CHIP_WORDS: Final = (
    "The number of a link is filled where its effect was as predicted, and hollow where not."
)


def grade_words(grade: str | None, links: int) -> str | None:
    """Return what a grade means in a sentence, None where nothing was tested or it is not known."""
    if grade is None:
        return None
    return NO_LINKS if not links and grade != Grade.CONFIRMED else GRADE_WORDS.get(grade)
