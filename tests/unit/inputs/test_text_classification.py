"""Texts to tokens with spans of the original, and logits to what is explained."""

import unicodedata
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import example as with_example
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import PreTrainedTokenizerFast

from auditkit.errors import ConfigError, ModelError
from auditkit.inputs.base import TASKS
from auditkit.records import Example, Flag, Problem
from tests.readouts import weights_of
from tests.tiny import tiny_tokenizer

ADAPTER = TASKS.get("text-classification")
PIECES = tiny_tokenizer()
DECODER = tiny_tokenizer(decoder=True, pair_types=False)
HOSTILE = [
    "good \U0001f600 film \U0001f468\u200d\U0001f469\u200d\U0001f467 !",
    "cafe\u0301 na\u00efve e\u0323\u0301 good",
    "\u202bgood\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627 film",
    "go\u200bod \u200d \ufeff film\u00ad",
    "good\x00 \x07film\x1b[31m bad",
    "\u4e2d\u6587 good \u3000 film",
    "\u0130stanbul \u0131 STRASSE stra\u00dfe \ufb01lm",
    "[CLS] good [SEP] [MASK] [PAD]",
    "<script>alert('good')</script>",
    "\r\n\tgood\n\nfilm\r",
    "\ufffd\ufffd good",
    "\U0001d420\U0001d428\U0001d428\U0001d41d good",
]


def bytes_tokenizer():
    """Every byte is a token, as in GPT-2 and RoBERTa before any merge."""
    vocab = {"<s>": 0, "</s>": 1, "<unk>": 2}
    vocab |= {
        char: index + 3 for index, char in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))
    }
    core = Tokenizer(models.BPE(vocab, [], unk_token="<unk>"))  # noqa: S106
    core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    core.post_processor = processors.RobertaProcessing(
        ("</s>", 1), ("<s>", 0), trim_offsets=True, add_prefix_space=False
    )
    core.decoder = decoders.ByteLevel()
    return PreTrainedTokenizerFast(
        tokenizer_object=core, unk_token="<unk>", bos_token="<s>", eos_token="</s>",  # noqa: S106
        model_input_names=["input_ids", "attention_mask"],
    )  # fmt: skip


def unigram_tokenizer():
    """Pieces with a mark for the space before them, as in XLM-R and T5."""
    pieces = [
        "\u2581",
        "good",
        "film",
        "\u2581good",
        "\u2581fi",
        "lm",
        *"abcdefghijklmnopqrstuvwxyz",
    ]
    core = Tokenizer(
        models.Unigram([("<unk>", -9.0), *((piece, -(len(piece) ** -1)) for piece in pieces)], 0)
    )
    core.pre_tokenizer = pre_tokenizers.Metaspace()
    return PreTrainedTokenizerFast(tokenizer_object=core, unk_token="<unk>")  # noqa: S106


BYTES, UNIGRAM = bytes_tokenizer(), unigram_tokenizer()
TOKENIZERS = {"pieces": PIECES, "decoder": DECODER, "bytes": BYTES, "unigram": UNIGRAM}


def encode(text, pair=None, *, tokenizer=PIECES, max_tokens=64):
    return ADAPTER.encode(tokenizer, [Example("0" * 16, 0, text, pair)], max_tokens)[0]


def spans(encoded):
    fields = (encoded.example.text, encoded.example.text_pair)
    return [
        None if token.kind == "special" else fields[token.segment][token.start : token.stop]
        for token in encoded.tokens
    ]


class TestTokens:
    def test_a_text(self):
        encoded = encode("The film was Unhappy, acting!")
        assert spans(encoded) == [
            None, "The", "film", "was", "Un", "happ", "y", ",", "act", "ing", "!", None,
        ]  # fmt: skip
        assert [token.text for token in encoded.tokens] == [
            "[CLS]", "the", "film", "was", "un", "##happ", "##y", ",", "act", "##ing", "!", "[SEP]",
        ]  # fmt: skip
        assert encoded.words.tolist() == [-1, 0, 1, 2, 3, 3, 3, 4, 5, 5, 6, -1]
        assert encoded.word_count == 7
        assert encoded.type_ids == (0,) * 12
        assert encoded.flags == set()

    def test_a_pair_has_offsets_of_its_own_field_and_words_numbered_over_both(self):
        encoded = encode("good acting", "unhappy film")
        assert spans(encoded) == [None, "good", "act", "ing", None, "un", "happ", "y", "film", None]
        assert encoded.words.tolist() == [-1, 0, 1, 1, -1, 2, 2, 2, 3, -1]
        assert [token.segment for token in encoded.tokens] == [-1, 0, 0, 0, -1, 1, 1, 1, 1, -1]
        assert encoded.type_ids == (0, 0, 0, 0, 0, 1, 1, 1, 1, 1)
        assert encoded.tokens[5].start == 0

    def test_special_tokens_stand_for_no_text(self):
        for token in encode("good", "bad").tokens:
            special = token.text in {"[CLS]", "[SEP]"}
            assert (
                (token.kind == "special") == special == (token.word == -1) == (token.segment == -1)
            )
            if special:
                assert (token.start, token.stop) == (0, 0)

    def test_an_empty_pair_is_a_pair_as_in_a_batch(self):
        expected = PIECES(["good", "good"], ["", "bad"])
        assert expected.input_ids[0] == PIECES.convert_tokens_to_ids(
            ["[CLS]", "good", "[SEP]", "[SEP]"]
        )
        encoded = encode("good", "")
        assert encoded.ids.tolist() == expected.input_ids[0]
        assert list(encoded.type_ids) == expected.token_type_ids[0]

    def test_specials_written_in_the_text_are_text(self):
        encoded = encode("[SEP] good [MASK]")
        assert [token.kind for token in encoded.tokens] == ["special", *["text"] * 3, "special"]
        assert encoded.words.tolist() == [-1, 0, 1, 2, -1]
        assert spans(encoded)[1:4] == ["[SEP]", "good", "[MASK]"]

    def test_ids_are_those_of_the_tokenizer(self):
        for text, pair in ("the film", None), ("good", "bad film"), ("", None):
            expected = PIECES(text, pair)
            encoded = encode(text, pair)
            assert encoded.ids.tolist() == expected.input_ids
            assert list(encoded.type_ids) == expected.token_type_ids

    def test_a_tokenizer_without_segments_gives_none(self):
        assert encode("good film", tokenizer=DECODER).type_ids is None

    def test_settings_stored_in_the_tokenizer_do_not_pad_or_cut(self):
        stored = tiny_tokenizer()
        stored.backend_tokenizer.enable_padding(length=20)
        stored.backend_tokenizer.enable_truncation(4)
        encoded = encode("the film was good", tokenizer=stored)
        assert [token.text for token in encoded.tokens] == [
            "[CLS]",
            "the",
            "film",
            "was",
            "good",
            "[SEP]",
        ]
        assert Flag.TRUNCATED not in encoded.flags

    def test_several_at_once_keep_their_order(self):
        examples = [
            Example(f"{i:016x}", i, text) for i, text in enumerate(["good", "", "bad film"])
        ]
        rows = ADAPTER.encode(PIECES, examples, 64)
        assert [row.example for row in rows] == examples
        alone = [ADAPTER.encode(PIECES, [example], 64)[0] for example in examples]
        assert [row.tokens for row in rows] == [row.tokens for row in alone]


class TestSpans:
    @pytest.mark.parametrize("name", TOKENIZERS)
    @pytest.mark.parametrize("text", HOSTILE)
    def test_every_span_lies_in_the_text_and_they_go_forward(self, name, text):
        check_spans(encode(text, tokenizer=TOKENIZERS[name], max_tokens=500), text)

    @pytest.mark.parametrize("text", HOSTILE)
    def test_word_pieces_spell_what_their_span_shows(self, text):
        encoded = encode(text)
        for token, span in zip(encoded.tokens, spans(encoded), strict=True):
            if span is not None and token.text != "[UNK]":
                assert plain(span) == plain(token.text.removeprefix("##"))

    @pytest.mark.parametrize("text", HOSTILE)
    def test_what_no_span_covers_is_space_control_or_a_mark(self, text):
        covered = {place for t in encode(text).tokens for place in range(t.start, t.stop)}
        for place, character in enumerate(text):
            kind = unicodedata.category(character)
            assert place in covered or kind[0] in "CZ" or kind == "Mn" or character == "\ufffd"

    @pytest.mark.parametrize("text", HOSTILE)
    def test_bytes_of_one_character_share_its_span(self, text):
        encoded = encode(text, tokenizer=BYTES, max_tokens=500)
        stretches = spans(encoded)[1:-1]
        assert len(stretches) == len(text.encode())
        covered = {place for t in encoded.tokens for place in range(t.start, t.stop)}
        assert covered | spaces(text) == set(range(len(text)))
        for stretch in stretches:
            assert len(stretch) <= 1

    def test_offsets_count_code_points_not_utf16_or_bytes(self):
        text = "\U0001f600\U0001f600 good \u0130 film"
        tokens = {token.text: token for token in encode(text).tokens}
        assert (tokens["good"].start, tokens["good"].stop) == (3, 7)
        assert (tokens["film"].start, tokens["film"].stop) == (10, 14)

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
    @with_example("\x00")
    @with_example("a\u0300\u0300b")
    def test_any_text(self, text):
        for tokenizer in TOKENIZERS.values():
            check_spans(encode(text, tokenizer=tokenizer, max_tokens=500), text)

    @settings(max_examples=50, deadline=None)
    @given(st.lists(st.sampled_from(["the", "good", "unhappy", "acting", ",", "!"]), max_size=30))
    def test_spans_tile_a_text_of_known_words(self, words):
        text = " ".join(words)
        encoded = encode(text)
        place = 0
        for token in encoded.tokens[1:-1]:
            assert text[place : token.start].strip() == ""
            place = token.stop
        assert place == len(text)
        by_word = {}
        for token, span in zip(encoded.tokens, spans(encoded), strict=True):
            by_word[token.word] = by_word.get(token.word, "") + (span or "")
        assert [by_word[index] for index in range(encoded.word_count)] == words


def check_spans(encoded, text):
    of_text = [token for token in encoded.tokens if token.kind == "text"]
    last, numbers = 0, []
    for token in of_text:
        assert 0 <= token.start <= token.stop <= len(text)
        assert token.start >= last
        last = token.start
        numbers.append(token.word)
    assert numbers == sorted(numbers)
    assert sorted(set(numbers)) == list(range(encoded.word_count))


def spaces(text):
    """Places that may belong to the next word and be trimmed from its first byte's span."""
    return {place for place, character in enumerate(text) if character.isspace()}


def plain(text):
    """What the tiny tokenizer's normaliser leaves: lower case, no marks, no control characters."""
    decomposed = unicodedata.normalize("NFD", text.lower() if text.isascii() else text.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] not in "CM")


class TestWords:
    def test_words_of_the_byte_tokenizer_take_their_leading_space(self):
        encoded = encode("so good", tokenizer=BYTES)
        assert encoded.words.tolist() == [-1, 0, 0, 1, 1, 1, 1, 1, -1]

    def test_words_of_the_unigram_tokenizer(self):
        encoded = encode("good film", tokenizer=UNIGRAM)
        assert encoded.words.tolist() == [0, 1, 1]

    def test_equal_word_ids_of_two_fields_are_two_words(self):
        encoded = encode("good", "good")
        assert encoded.words.tolist() == [-1, 0, -1, 1, -1]

    def test_whitespace_ends_a_word_where_the_tokenizer_does_not_split(self):
        """Llama and Gemma tokenizers give a whole text one word_id."""
        core = Tokenizer(
            models.Unigram([("<unk>", -9.0), (" ", -1.0), ("good", -1.0), ("film", -1.0)], 0)
        )
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=core, unk_token="<unk>")  # noqa: S106
        encoded = encode("good film", tokenizer=tokenizer)
        assert encoded.words.tolist() == [0, 1, 1]


class TestLength:
    @pytest.mark.parametrize(
        ("words", "limit", "cut"), [(6, 8, False), (7, 8, True), (1, 3, False)]
    )
    def test_a_text_is_cut_only_when_it_does_not_fit(self, words, limit, cut):
        encoded = encode("good " * words, max_tokens=limit)
        assert len(encoded.tokens) == min(words + 2, limit)
        assert (Flag.TRUNCATED in encoded.flags) == cut
        assert encoded.tokens[-1].text == "[SEP]"

    def test_the_longer_of_a_pair_is_cut_first(self):
        encoded = encode("good " * 9, "bad film", max_tokens=10)
        texts = [token.text for token in encoded.tokens]
        assert texts == ["[CLS]", *["good"] * 5, "[SEP]", "bad", "film", "[SEP]"]
        assert Flag.TRUNCATED in encoded.flags

    def test_a_cut_in_the_second_of_a_pair_is_flagged(self):
        encoded = encode("good", "bad " * 9, max_tokens=8)
        assert [token.text for token in encoded.tokens].count("bad") == 4
        assert Flag.TRUNCATED in encoded.flags

    def test_both_are_cut(self):
        encoded = encode("good " * 30, "bad " * 30, max_tokens=13)
        texts = [token.text for token in encoded.tokens]
        assert len(texts) == 13
        assert texts.count("good") == texts.count("bad") == 5
        assert Flag.TRUNCATED in encoded.flags

    def test_kept_tokens_keep_their_spans(self):
        text = "the film was unhappy acting"
        whole, cut = encode(text), encode(text, max_tokens=6)
        assert cut.tokens[:-1] == whole.tokens[:5]
        assert Flag.TRUNCATED not in whole.flags

    def test_one_truncated_text_does_not_mark_the_next(self):
        examples = [Example("a" * 16, 0, "good " * 90), Example("b" * 16, 1, "good")]
        first, second = ADAPTER.encode(PIECES, examples, 64)
        assert first.flags == {Flag.TRUNCATED}
        assert second.flags == {Flag.ONE_TOKEN}

    @pytest.mark.parametrize(
        ("text", "tokenizer", "flags"),
        [
            ("", PIECES, {Flag.EMPTY}),
            (" \n\t ", PIECES, {Flag.EMPTY}),
            ("\x00", PIECES, {Flag.EMPTY}),
            ("", DECODER, {Flag.EMPTY, Flag.NO_TOKENS}),
            ("good", PIECES, {Flag.ONE_TOKEN}),
            ("good film", PIECES, set()),
            ("unhappy", PIECES, {Flag.ONE_UNIT}),
            ("unhappy acting", PIECES, set()),
        ],
    )
    def test_flags_of_short_texts(self, text, tokenizer, flags):
        assert encode(text, tokenizer=tokenizer).flags == flags


def config(labels=3, problem=None, names=None):
    names = {i: f"LABEL_{i}" for i in range(labels)} if names is None else names
    return SimpleNamespace(num_labels=labels, problem_type=problem, id2label=names)


class TestProblem:
    @pytest.mark.parametrize(
        ("labels", "problem_type", "expected"),
        [
            (1, None, Problem.SINGLE_LOGIT),
            (2, None, Problem.SINGLE_LABEL),
            (3, "single_label_classification", Problem.SINGLE_LABEL),
            (3, "multi_label_classification", Problem.MULTI_LABEL),
            (1, "single_label_classification", Problem.SINGLE_LOGIT),
        ],
    )
    def test_by_labels_and_type(self, labels, problem_type, expected):
        assert ADAPTER.problem(config(labels, problem_type)) is expected

    @pytest.mark.parametrize(
        ("names", "labels", "expected"),
        [
            ({0: "NEG", 1: "POS"}, 2, ("NEG", "POS")),
            ({1: "POS", 0: "NEG"}, 2, ("NEG", "POS")),
            ({"0": "NEG", "1": "POS"}, 2, ("NEG", "POS")),
            ({0: "TOXIC"}, 1, ("not TOXIC", "TOXIC")),
            ({0: "ok", 1: "toxic"}, 1, ("ok", "toxic")),
        ],
    )
    def test_names(self, names, labels, expected):
        assert ADAPTER.labels(config(labels, names=names)) == expected

    @pytest.mark.parametrize(
        ("names", "labels"),
        [
            ({0: "NEG"}, 2),
            ({1: "NEG", 2: "POS"}, 2),
            ({0: "a", 1: "b", 2: "a"}, 3),
            ({1: "TOXIC"}, 1),
        ],
    )
    def test_names_that_are_not_those_of_the_outputs_are_refused(self, names, labels):
        with pytest.raises(ModelError, match="id2label"):
            ADAPTER.labels(config(labels, names=names))


LABELS = ("bad", "dull", "good", "great")


def decide(logits, problem=Problem.SINGLE_LABEL, labels=LABELS, foil=None):
    return ADAPTER.decide(np.array(logits, np.float32), labels, problem, foil)


class TestSingleLabel:
    def test_margin_to_the_runner_up(self):
        decision = decide([0.5, -1, 3, 2])
        assert (decision.predicted, decision.foil) == (("good",), "great")
        (target,) = decision.targets
        assert (target.name, target.foil) == ("good", "great")
        assert weights_of(target, 4).tolist() == [0, 0, 1, -1]
        assert target.readout.weights.dtype == np.float32

    def test_a_named_foil(self):
        decision = decide([0.5, -1, 3, 2], foil="bad")
        assert decision.foil == "bad"
        assert weights_of(decision.targets[0], 4).tolist() == [-1, 0, 1, 0]

    def test_where_the_foil_is_predicted_the_runner_up_is_taken(self):
        decision = decide([0.5, -1, 3, 2], foil="good")
        assert (decision.predicted, decision.foil) == (("good",), "great")

    def test_ties_go_to_the_smaller_index(self):
        decision = decide([1, 1, 1, 1])
        assert (decision.predicted, decision.foil) == (("bad",), "dull")

    def test_an_unknown_foil_is_refused_with_the_labels(self):
        with pytest.raises(ConfigError, match=r"--foil 'fine'.*bad, dull, good, great"):
            ADAPTER.match_foil("fine", LABELS, Problem.SINGLE_LABEL)

    def test_a_foil_is_matched_exactly_else_without_case(self):
        labels = ("bad", "Bad", "Good")
        names = ("bad", "Bad", "good", None)
        found = [ADAPTER.match_foil(name, labels, Problem.SINGLE_LABEL) for name in names]
        assert found == ["bad", "Bad", "Good", None]

    @settings(deadline=None)
    @given(st.lists(st.floats(-9, 9, width=32), min_size=2, max_size=6))
    def test_the_margin_is_never_negative_without_a_foil(self, logits):
        labels = tuple(map(str, range(len(logits))))
        decision = decide(logits, labels=labels)
        (target,) = decision.targets
        assert target.readout.value(np.array(logits, np.float32)) >= 0
        assert sorted(target.readout.weights.tolist()) == [-1, 1]
        assert logits[labels.index(decision.predicted[0])] == max(logits)


class TestSingleLogit:
    @pytest.mark.parametrize(
        ("logit", "predicted"), [(0.1, "toxic"), (-0.1, "ok"), (0, "ok"), (-0.0, "ok")]
    )
    def test_the_sign_decides_and_positive_supports_class_one(self, logit, predicted):
        decision = decide([logit], Problem.SINGLE_LOGIT, ("ok", "toxic"))
        assert (decision.predicted, decision.foil) == ((predicted,), None)
        (target,) = decision.targets
        assert (target.name, target.foil, weights_of(target, 1).tolist()) == ("toxic", None, [1])

    def test_no_foil(self):
        assert ADAPTER.match_foil(None, ("ok", "toxic"), Problem.SINGLE_LOGIT) is None
        with pytest.raises(ConfigError, match="--foil 'ok'"):
            ADAPTER.match_foil("ok", ("ok", "toxic"), Problem.SINGLE_LOGIT)


class TestMultiLabel:
    def test_one_target_for_each_label_with_half_or_more(self):
        decision = decide([0.0, -2, 3, 1], Problem.MULTI_LABEL)
        assert decision.predicted == ("bad", "good", "great")
        assert decision.foil is None
        assert sorted(target.name for target in decision.targets) == ["bad", "good", "great"]
        for target in decision.targets:
            assert target.foil is None
            assert weights_of(target, 4).tolist() == [
                float(label == target.name) for label in LABELS
            ]

    def test_the_strongest_comes_first(self):
        assert decide([0.0, -2, 3, 1], Problem.MULTI_LABEL).targets[0].name == "good"

    def test_where_none_reaches_half_the_largest_is_explained(self):
        decision = decide([-3, -2, -1, -4], Problem.MULTI_LABEL)
        assert decision.predicted == ()
        assert [target.name for target in decision.targets] == ["good"]

    def test_no_foil(self):
        with pytest.raises(ConfigError, match="--foil 'bad'"):
            ADAPTER.match_foil("bad", LABELS, Problem.MULTI_LABEL)
