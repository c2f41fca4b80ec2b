"""Tiny classifiers whose true circuit is known, because their weights were set by hand.

Each has, beside the heads that make its decision, decoys that attend just as sharply from the
same positions: ``unread`` moves a strong signal into a field that nothing reads, ``empty`` looks
at a word that holds nothing of what it moves, ``sink`` looks at the token where heads rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from transformers import PreTrainedTokenizerFast

from tests.circuit_weights import (
    POSITIONS,
    Blueprint,
    Head,
    Layer,
    bert,
    flip_if_negated,
    gpt2,
    move,
    to_kind,
    to_previous,
    to_what_followed,
)
from tests.circuit_words import (
    KIND_OF,
    Sentence,
    copied_sentences,
    induced_sentences,
    negated_sentences,
    tokenizer_of,
)

DECOYS = {"unread": "noun", "empty": "adverb", "sink": "sink"}
"""Role of a decoy head -> kind of the token it looks at."""
READERS = ("read", "class", "name")
"""Kinds of tokens from which decoys look at their word; the sink is looked at from everywhere."""


class Edge(NamedTuple):
    """One head's message from a key position to a query position; positions count all tokens."""

    layer: int
    head: int
    query: int
    key: int

    @property
    def step(self) -> tuple[int, int, int]:
        """Layer, query and key: the edge where heads are summed."""
        return self.layer, self.query, self.key


@dataclass(frozen=True)
class Places:
    """Where a text's tokens are."""

    words: tuple[str, ...]
    """Tokens, special ones as empty strings."""
    read: int
    """The position that the classifier reads."""
    sink: int

    def of(self, kind: str) -> int | None:
        """Position of the first word of a kind."""
        found = [at for at, word in enumerate(self.words) if KIND_OF.get(word) == kind]
        return found[0] if found else None


@dataclass(frozen=True)
class Circuit:
    """A model, its texts, and the edges that truly make its decisions."""

    name: str
    model: Any
    """In evaluation mode, with transformers' eager attention."""
    tokenizer: PreTrainedTokenizerFast
    sentences: tuple[Sentence, ...]
    heads: Mapping[tuple[int, int], str]
    """(layer, head) -> role: a key of DECOYS, or what the head does; heads not named are noise."""
    planted: Callable[[Places, Mapping[str, tuple[int, int]]], set[Edge]]
    causal: bool
    ends: bool
    """Whether a special token closes the text."""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts, without their labels."""
        return tuple(sentence.text for sentence in self.sentences)

    def places(self, text: str) -> Places:
        """Where the text's tokens are, from its words alone."""
        words = ("", *text.split(), *([""] if self.ends else []))
        last = len(words) - 1
        return Places(words, last, 0) if self.causal else Places(words, 0, last)

    def edges_of(self, text: str) -> frozenset[Edge]:
        """The true circuit of a text."""
        roles = {role: at for at, role in self.heads.items() if role not in DECOYS}
        return frozenset(self.planted(self.places(text), roles))

    def decoys_of(self, text: str) -> dict[Edge, str]:
        """Edge -> role of decoys into the read position and into positions of the true circuit."""
        places, true = self.places(text), self.edges_of(text)
        found = {}
        for (layer, head), role in self.heads.items():
            key = places.sink if role == "sink" else places.of(DECOYS.get(role, ""))
            queries = {places.read} | {edge.key for edge in true if edge.layer > layer}
            for query in queries if key is not None else ():
                if key <= query or not self.causal:
                    found[Edge(layer, head, query, key)] = role
        return found


def save_circuit(folder: Path, circuit: Circuit) -> tuple[Path, Path]:
    """Write the circuit's model with its tokenizer, and its texts; return folder and data file."""
    model, data = folder / "model", folder / "texts.jsonl"
    circuit.model.save_pretrained(model)
    circuit.tokenizer.save_pretrained(model)
    rows = [{"text": sentence.text, "label": sentence.label} for sentence in circuit.sentences]
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return model, data


# --- The circuits --------------------------------------------------------------------------------


@cache
def copy_circuit(seed: int = 0) -> Circuit:
    """BERT: in layer 0 head 2 copies the class word's polarity to the first token."""
    heads = {(0, 2): "copy", **_decoys(0, (0, 3, 1)), **_decoys(1, (2, 0, 3))}
    model = bert(_blueprint(heads, {"[CLS]": "read", "[SEP]": "sink"}), seed)
    return _circuit("copy", model, copied_sentences(), heads, _one_copy)


@cache
def causal_copy_circuit(seed: int = 0) -> Circuit:
    """GPT-2: in layer 1 head 2 copies the class word's polarity to the last token."""
    heads = {(1, 2): "copy", **_decoys(0, (2, 0, 3)), **_decoys(1, (0, 3, 1))}
    model = gpt2(_blueprint(heads, {"[CLS]": "sink", "[SEP]": "read"}), seed)
    return _circuit("causal-copy", model, copied_sentences(), heads, _one_copy)


@cache
def induction_circuit(seed: int = 0) -> Circuit:
    """GPT-2: head (0, 1) tells each token the name before it; head (1, 3) finds its own name there.

    The last token is a name that stood earlier; it copies the polarity of what followed.
    """
    heads = {(0, 1): "previous", (1, 3): "induction"}
    heads |= {**_decoys(0, (2, 3, 0)), **_decoys(1, (0, 1, 2))}
    model = gpt2(_blueprint(heads, {"[CLS]": "sink"}), seed)
    return _circuit("induction", model, induced_sentences(), heads, _induction, ends=False)


@cache
def negation_circuit(seed: int = 0) -> Circuit:
    """GPT-2: head (0, 3) tells the class word of a "not" before it, and neurons of layer 0 flip it.

    Head (1, 0) contributes the result to the last token.
    """
    heads = {(0, 3): "negate", (1, 0): "contribute"}
    heads |= {**_decoys(0, (0, 1, 2)), **_decoys(1, (3, 1, 2))}
    model = gpt2(_blueprint(heads, {"[CLS]": "sink", "[SEP]": "read"}), seed)
    return _circuit("negation", model, negated_sentences(), heads, _negation)


CIRCUITS: dict[str, Callable[..., Circuit]] = {
    "copy": copy_circuit,
    "causal-copy": causal_copy_circuit,
    "induction": induction_circuit,
    "negation": negation_circuit,
}


def _decoys(layer: int, heads: tuple[int, int, int]) -> dict[tuple[int, int], str]:
    return {(layer, head): role for head, role in zip(heads, DECOYS, strict=True)}


def _blueprint(heads: Mapping[tuple[int, int], str], special: Mapping[str, str]) -> Blueprint:
    layers = [
        Layer({head: _HEADS[role] for (at, head), role in heads.items() if at == layer})
        for layer in (0, 1)
    ]
    if "negate" in heads.values():
        layers[0] = Layer(layers[0].heads, flip_if_negated())
    return Blueprint(layers, special)


_HEADS: dict[str, Head] = {
    "copy": move(to_kind(["read"], "class"), "polarity", "verdict"),
    "contribute": move(to_kind(["read"], "class"), "polarity", "verdict"),
    "previous": move(to_previous(), "name", "previous"),
    "induction": move(to_what_followed(), "polarity", "verdict"),
    "negate": move(to_kind(["class"], "not"), "negator", "negated"),
    "unread": move(to_kind(READERS, "noun"), "noun", "ignored", gain=1.6),
    "empty": move(to_kind(READERS, "adverb"), "polarity", "verdict"),
    "sink": move(to_kind([], "plain"), "polarity", "verdict"),
}


def _circuit(
    name: str,
    model: Any,
    sentences: tuple[Sentence, ...],
    heads: Mapping[tuple[int, int], str],
    planted: Callable[[Places, Mapping[str, tuple[int, int]]], set[Edge]],
    *,
    ends: bool = True,
) -> Circuit:
    model.set_attn_implementation("eager")
    tokenizer = tokenizer_of("[CLS] $A [SEP]" if ends else "[CLS] $A", POSITIONS)
    causal = not hasattr(model, "bert")
    return Circuit(name, model, tokenizer, sentences, heads, planted, causal, ends)


def _one_copy(places: Places, roles: Mapping[str, tuple[int, int]]) -> set[Edge]:
    return {Edge(*roles["copy"], places.read, places.of("class"))}


def _induction(places: Places, roles: Mapping[str, tuple[int, int]]) -> set[Edge]:
    asked = places.words.index(places.words[places.read])
    return {
        Edge(*roles["induction"], places.read, asked + 1),
        Edge(*roles["previous"], asked + 1, asked),
    }


def _negation(places: Places, roles: Mapping[str, tuple[int, int]]) -> set[Edge]:
    word, negator = places.of("class"), places.of("not")
    edges = {Edge(*roles["contribute"], places.read, word)}
    if negator is not None and negator < word:
        edges.add(Edge(*roles["negate"], word, negator))
    return edges
