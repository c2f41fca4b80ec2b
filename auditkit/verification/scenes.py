"""What the viewer is told of an example shown in detail: once, in the example's card, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditkit.errors import EvidenceError
from auditkit.verification.blocks import Block, Unreadable, read_block
from auditkit.verification.checks import Check, checked
from auditkit.verification.flows import flow_table_problem
from auditkit.verification.headers import header_problem
from auditkit.verification.printed import quoted
from auditkit.verification.scene_arrays import scene_arrays_problem
from auditkit.verification.scene_header import VERSIONS

if TYPE_CHECKING:
    from auditkit.verification.about import About
    from auditkit.verification.markup import Element


def scenes(card: Element, known: About) -> list[Check]:
    """Compare every scene of a card with the evidence of its example, and how many there are.

    Returns:
        One check per scene, and one if there is another number of them than the evidence calls for.
    """
    found = card.find("script", "scene")
    checks = [checked(script, _problem(script, card, known)) for script in found]
    wanted = int(known.has_scene)
    if len(found) != wanted:
        problem = f"hands the viewer {len(found)} views of the decision, not {wanted}"
        checks.append(checked(card, problem))
    return checks


def _problem(script: Element, card: Element, known: About) -> str | None:
    around = script.around
    named = script.attributes.get("data-example"), around and around.attributes.get("data-scene")
    if named != (known.example, known.example):
        return f"hands the viewer {quoted(str(named[0]))} in the card of {known.example}"
    try:
        block = read_block(script.text())
        return _block_problem(block, known) or flow_table_problem(card, block.arrays, known)
    except (Unreadable, EvidenceError) as error:
        return f"has a block for the viewer that {error}"
    except (KeyError, TypeError, IndexError, ValueError) as error:
        return f"has a block for the viewer that is damaged: {type(error).__name__}: {error}"


def _block_problem(block: Block, known: About) -> str | None:
    wrong = header_problem(block.header, VERSIONS, known)
    return wrong or scene_arrays_problem(block.arrays, known)
