"""Words, sentences and tokenizer of the planted circuits: every word is one token of one kind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

SPECIAL = {"pad": "[PAD]", "unk": "[UNK]", "cls": "[CLS]", "sep": "[SEP]", "mask": "[MASK]"}
POSITIVE = ("good", "great", "bright", "lovely", "fine", "happy")
NEGATIVE = ("bad", "poor", "dull", "awful", "weak", "sad")
NOUNS = ("film", "movie", "story", "plot", "song", "act", "book", "scene")
ADVERBS = ("very", "really", "quite", "rather")
NAMES = ("anna", "ben", "carol", "david", "emma", "frank")
PLAIN = ("the", "a", "this", "is", "was", "and", "but", "i", "say", "long", "then", "said", "of",
         "in", "found", ".", ",", "!", ":")  # fmt: skip
KINDS = {
    "class": POSITIVE + NEGATIVE,
    "noun": NOUNS,
    "adverb": ADVERBS,
    "name": NAMES,
    "not": ("not",),
    "plain": PLAIN,
}
"""Kind -> its words; in every text at most one word is a noun, one an adverb and one "not"."""
KIND_OF = {word: kind for kind, words in KINDS.items() for word in words}
VOCABULARY = (*SPECIAL.values(), *KIND_OF)
POLARITY = dict.fromkeys(POSITIVE, 1) | dict.fromkeys(NEGATIVE, -1)
LABELS = ("negative", "positive")


@dataclass(frozen=True)
class Sentence:
    """A text and its gold label."""

    text: str
    label: str


def tokenizer_of(template: str, positions: int) -> PreTrainedTokenizerFast:
    """A WordPiece tokenizer with offsets; `template` places the special tokens round ``$A``."""
    ids = {token: index for index, token in enumerate(VOCABULARY)}
    core = Tokenizer(models.WordPiece(ids, unk_token=SPECIAL["unk"]))
    core.normalizer = normalizers.BertNormalizer(lowercase=True)
    core.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    core.post_processor = processors.TemplateProcessing(
        single=template,
        special_tokens=[(SPECIAL[name], ids[SPECIAL[name]]) for name in ("cls", "sep")],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=core,
        model_max_length=positions,
        model_input_names=["input_ids", "attention_mask"],
        **{f"{name}_token": token for name, token in SPECIAL.items()},
    )


def copied_sentences() -> tuple[Sentence, ...]:
    """One class word each, which decides; 24 texts, half of each class."""
    templates = (
        "the {noun} was {adverb} {word} .",
        "a {adverb} {word} {noun} !",
        "this {noun} is {word} and {adverb} long .",
        "{word} , i say , {adverb} , of the {noun}",
    )
    return tuple(
        _sentence(template, row, sign, sign)
        for row, (template, sign) in enumerate(product(templates * 3, (1, -1)))
    )


def negated_sentences() -> tuple[Sentence, ...]:
    """Half with "not" before the class word, half without or with it after; 24 texts."""
    flipped = (
        "the {noun} was {adverb} not {word} .",
        "this {noun} is not , i say , {adverb} {word} !",
        "not a {adverb} {word} {noun} .",
    )
    plain = (
        "the {noun} was {adverb} {word} .",
        "a {adverb} {word} {noun} but not long .",
        "i found this {noun} {word} and {adverb} long .",
    )
    rows = [(template, -1) for template in flipped] + [(template, 1) for template in plain]
    return tuple(
        _sentence(template, row, sign, sign * flip)
        for row, ((template, flip), sign) in enumerate(product(rows * 2, (1, -1)))
    )


def induced_sentences() -> tuple[Sentence, ...]:
    """Two names, each followed by a class word; the last word asks for one of them; 24 texts."""
    templates = (
        "the {noun} : {one} {word} and {adverb} , {other} {against} : {asked}",
        "this {adverb} long {noun} , {one} {word} , {other} {against} ! {asked}",
        "{one} {word} but of the {noun} {adverb} {other} {against} . {asked}",
    )
    return tuple(
        _induced(template, row, sign, second=second)
        for row, (template, sign, second) in enumerate(
            product(templates * 2, (1, -1), (False, True))
        )
    )


def _induced(template: str, row: int, sign: int, *, second: bool) -> Sentence:
    names = {"one": NAMES[row % 6], "other": NAMES[(row + 1 + row // 6) % 6]}
    names["asked"] = names["other" if second else "one"]
    words = POSITIVE, NEGATIVE
    against = words[sign > 0][(row + 2) % 6]
    text = template.format(**names, against=against, **_words(row, sign))
    return Sentence(text, LABELS[(sign > 0) != second])


def _sentence(template: str, row: int, sign: int, gold: int) -> Sentence:
    return Sentence(template.format(**_words(row, sign)), LABELS[gold > 0])


def _words(row: int, sign: int) -> dict[str, str]:
    words = POSITIVE if sign > 0 else NEGATIVE
    return {
        "word": words[row // 2 % 6],
        "noun": NOUNS[(row + row // 8) % 8],
        "adverb": ADVERBS[(row + row // 4) % 4],
    }
