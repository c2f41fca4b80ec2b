"""Names of a model's outputs: what is refused, and that the mend in the message is one."""

import json
import re

import pytest

from auditkit.errors import ModelError
from auditkit.inputs.label_map import class_names


def refusal(id2label, label2id=None, **options):
    with pytest.raises(ModelError) as error:
        class_names(id2label, label2id, where="m/config.json", **options)
    message = str(error.value)
    assert message.startswith("m/config.json: ")
    assert "\n" not in message
    return message


def mends(message):
    """The maps that a message tells to write: parsed as what would stand in config.json."""
    found = re.findall(r'"id2label": \{.*?\}, "label2id": \{.*?\}', message)
    return [json.loads("{" + one + "}") for one in found]


@pytest.mark.parametrize(
    ("id2label", "label2id"),
    [
        ({"0": "neg", "1": "pos"}, {"neg": 0, "pos": 1}),
        ({1: "pos", 0: "neg"}, None),
        ({"0": "neg", "1": "pos"}, {"LABEL_0": 0, "LABEL_1": 1}),
        ({"0": "neg", "1": "pos"}, {"neg": "0", "pos": "1"}),
        ({"0": "neg", "1": "pos"}, {"neg": 0}),
        ({"0": "neg", "1": "pos"}, ["neg", "pos"]),
    ],
)
def test_maps_that_name_each_output_once(id2label, label2id):
    assert class_names(id2label, label2id) == ("neg", "pos")


def test_names_may_differ_in_case_alone():
    assert class_names({"0": "us", "1": "US"}) == ("us", "US")


@pytest.mark.parametrize(
    ("id2label", "said", "mended"),
    [
        ({"1": "neg", "2": "pos"}, "names the outputs 1, 2, but those of a model with 2", ["neg", "pos"]),
        ({"0": "a", "2": "b", "5": "c"}, "names the outputs 0, 2, 5, but", ["a", "b", "c"]),
        ({"-1": "neg", "0": "neutral", "1": "pos"}, "names the outputs -1, 0, 1", ["neg", "neutral", "pos"]),
        ({"0": "other", "1": "pos", "2": "other"}, "the name 'other'", ["other 1", "pos", "other 2"]),
        ({"0": "x", "1": "x", "2": "x 1"}, "the name 'x'", ["x 2", "x 3", "x 1"]),
        ({"0": "", "1": "pos"}, "has a blank name", ["class 1", "pos"]),
        ({"0": None, "1": "pos", "2": " "}, "has a blank name", ["class 1", "pos", "class 2"]),
        (["neg", "pos"], "is no map from numbers to names", ["neg", "pos"]),
        ({"pos": 1, "neg": 0}, "is no map from numbers to names", ["neg", "pos"]),
        ({"neg": "neg", "pos": "pos"}, "is no map from numbers to names", ["neg", "pos"]),
        ({}, "is no map", ["name of the first class", "name of the second class"]),
        ("neg,pos", "is no map", ["name of the first class", "name of the second class"]),
        ({0: "a", "0": "b"}, "is no map", None),
    ],
)  # fmt: skip
def test_other_maps_are_refused_and_mended(id2label, said, mended):
    message = refusal(id2label)
    assert said in message
    (maps,) = mends(message)
    names = class_names(**maps)
    if mended is not None:
        assert names == tuple(mended)


def test_a_name_for_an_output_that_is_not_there():
    message = refusal({"0": "neg"}, outputs=2)
    assert class_names(**mends(message)[0]) == ("neg", "class 1")


def test_maps_that_contradict_each_other():
    message = refusal({"0": "neg", "1": "pos"}, {"neg": 1, "pos": 0})
    assert "'neg' is output 0 by id2label, but 1 by label2id" in message
    assert [class_names(**maps) for maps in mends(message)] == [("neg", "pos"), ("pos", "neg")]


def test_many_names_are_not_written_out():
    message = refusal({str(i): "same" for i in range(1000)})
    assert "Write names for the outputs 0 to 999 there, each once" in message
    assert len(message) < 300
