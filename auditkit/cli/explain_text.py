"""An explanation of one text, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditkit.evidence.reader import Audit

_BAR = 20
"""Characters of the longest bar."""
_VERDICTS = {
    "confirmed": "confirmed",
    "weaker": "weaker than foretold",
    "stronger": "stronger than foretold",
    "not_shown_causal": "not shown causal",
    "contradicted": "contradicted",
}


def lines(audit: Audit) -> Iterator[str]:
    """Yield the rationale and the chain of the audit's first example."""
    (example,) = audit.examples.slice(0, 1).to_pylist()
    if example["margin"] is None:
        yield f"The model gave no answer that can be explained: {', '.join(example['flags'])}."
        return
    foil = f" against {example['foil']}" if example["foil"] else ""
    yield f"{example['predicted']}{foil}: margin {example['margin']:+.3f}"
    if {"one_unit", "one_token"} & set(example["flags"]):
        yield "The text is one unit: nothing in it was compared, so scores say nothing of its parts."
    yield from _rationale(audit, example)
    yield from _chain(audit, example)


def _rationale(audit: Audit, example: dict[str, Any]) -> Iterator[str]:
    rows = [row for row in audit.attributions.to_pylist() if row["method"] == "ledger"]
    if not rows:
        return
    row = rows[0]
    yield ""
    yield f"Ledger: {row['base']:+.3f} with every word blanked, and from there"
    words = _by_word(example, row["scores"])
    widest = max((len(text) for text, _ in words), default=0)
    largest = max((abs(value) for _, value in words), default=0.0) or 1.0
    for text, value in words:
        bar = ("+" if value > 0 else "-") * round(_BAR * abs(value) / largest)
        yield f"  {text:<{widest}}  {value:+8.3f}  {bar}"
    yield f"  remainder {row['residual']:+.1e}"


def _by_word(example: dict[str, Any], scores: list[float]) -> list[tuple[str, float]]:
    places = np.array(example["words"])
    found = []
    for word in range(int(places.max(initial=-1)) + 1):
        at = np.flatnonzero(places == word)
        found.append((_text(example, at), float(np.asarray(scores)[at].sum())))
    return found


def _text(example: dict[str, Any], at: np.ndarray) -> str:
    field = example["text_pair"] if example["segments"][at[0]] == 1 else example["text"]
    return str(field)[example["starts"][at[0]] : example["stops"][at[-1]]]


def _chain(audit: Audit, example: dict[str, Any]) -> Iterator[str]:
    chains = [row for row in audit.table("chains").to_pylist() if row["weights"] == "model"]
    if not chains:
        return
    chain = chains[0]
    yield ""
    confirmed = chain["grade"] == "confirmed_chain"
    yield ("Confirmed chain" if confirmed else "No short chain") + (
        f": alone its messages keep {_share(chain['sufficiency'])} of what all messages add, without "
        f"them {_share(chain['necessity'])} is gone; the best of {len(chain['permuted'])} chains of the "
        f"same shape at other words keeps {_share(max(chain['permuted'], default=None))}."
    )
    yield f"  {chain['empty']:+.3f} with every message at its mean, {chain['value']:+.3f} in all"
    yield "  Layers, heads and words are counted from 0."
    for link in audit.table("links").to_pylist():
        if link["weights"] == "model":
            yield "  " + _sentence(link, example)


def _share(value: float | None) -> str:
    return "an undefined share" if value is None else f"{100 * value:.0f} %"


def _sentence(link: dict[str, Any], example: dict[str, Any]) -> str:
    counts = link["verdict"] != "not_shown_causal"
    turned = counts and link["relevance"] * link["observed"] < 0
    return (
        f"layer {link['layer']}: {_name(example, link['key'])} is carried into "
        f"{_name(example, link['query'])}, most of all by head "
        f"{link['layer']}.{link['head']} ({link['head_relevance']:+.3f}, all heads "
        f"{link['relevance']:+.3f}). With this link at its mean the margin changed by "
        f"{-link['observed']:+.3f}, foretold {-link['foretold']:+.3f}: {_VERDICTS[link['verdict']]}"
        + (", with the other sign than it carries." if turned else ".")
    )


def _name(example: dict[str, Any], token: int) -> str:
    word = example["words"][token]
    if word < 0:
        return str(example["tokens"][token])
    at = np.flatnonzero(np.array(example["words"]) == word)
    return f"{_text(example, at)!r} (word {word})"
