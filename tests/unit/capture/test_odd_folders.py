"""Model folders as people have them: what can be loaded is, and advice in a refusal works when followed."""

import json
import re
import shutil
from functools import partial

import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from auditkit.capture.loading import load_model
from auditkit.capture.token_types import refuse_unknown_token_types
from auditkit.errors import ModelError
from tests.audited import ADAPTER
from tests.tiny import save_tiny, tiny_model, tiny_tokenizer

FAMILIES = ("bert", "roberta", "distilbert", "gpt2", "llama", "modernbert")


@pytest.fixture
def folder(tmp_path):
    return save_tiny(tmp_path / "my model")


def refusal(folder, **options):
    with pytest.raises(ModelError) as error:
        load_model(str(folder), ADAPTER, **options)
    message = str(error.value)
    assert str(folder) in message
    assert "\n" not in message
    return message


def rename_weights(folder, rename):
    weights = load_file(folder / "model.safetensors")
    renamed = {rename(name): weight for name, weight in weights.items()}
    save_file(renamed, folder / "model.safetensors", metadata={"format": "pt"})
    return weights


def change_config(folder, **changes):
    path = folder / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def has_weights_of(loaded, model):
    mine, theirs = loaded.model.state_dict(), model.state_dict()
    return all(torch.equal(mine[name], theirs[name]) for name in theirs)


# --- Wrappers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("module.", ("module.",)),
        ("_orig_mod.", ("_orig_mod.",)),
        ("module._orig_mod.", ("_orig_mod.", "module.")),
        ("_orig_mod.module.", ("_orig_mod.",)),
    ],
)
def test_the_words_of_wrappers_are_taken_off(tmp_path, family, prefix, words):
    folder = save_tiny(tmp_path / "model", family)
    rename_weights(folder, lambda name: prefix + name)
    loaded = load_model(str(folder), ADAPTER)
    assert has_weights_of(loaded, tiny_model(family))
    assert loaded.wrappers == words


def test_a_compiled_part_is_unwrapped(folder):
    rename_weights(folder, lambda name: name.replace("bert.encoder.", "bert.encoder._orig_mod."))
    loaded = load_model(str(folder), ADAPTER)
    assert has_weights_of(loaded, tiny_model("bert"))
    assert loaded.wrappers == ("_orig_mod.",)


def test_what_torch_itself_saves_is_loaded(folder):
    """The independent route: checkpoints as DataParallel and compile name them."""
    for wrap in (torch.nn.DataParallel, partial(torch.compile, backend="eager")):
        wrapped = wrap(tiny_model("bert", seed=5))
        weights = {name: weight.clone() for name, weight in wrapped.state_dict().items()}
        save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
        assert has_weights_of(load_model(str(folder), ADAPTER), tiny_model("bert", seed=5))


def test_plain_names_have_no_wrapper(folder):
    assert load_model(str(folder), ADAPTER).wrappers == ()


def test_a_wrapped_checkpoint_without_a_head_is_still_refused(folder):
    """Negative control: taking words off finds no weights that are not there."""
    weights = load_file(folder / "model.safetensors")
    kept = {f"module.{name}": w for name, w in weights.items() if not name.startswith("classifier")}
    save_file(kept, folder / "model.safetensors", metadata={"format": "pt"})
    message = refusal(folder)
    assert "has no weights for classifier.bias, classifier.weight" in message
    assert "fine-tuned for this task" in message


def test_a_wrapped_pickle_is_loaded(folder):
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    torch.save({f"module.{name}": w for name, w in weights.items()}, folder / "pytorch_model.bin")
    loaded = load_model(str(folder), ADAPTER, allow_pickle=True)
    assert has_weights_of(loaded, tiny_model("bert"))


class Wrapper(torch.nn.Module):
    """Somebody's own module with a classifier in it."""

    def __init__(self):
        super().__init__()
        self.net = tiny_model("bert")


@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_another_wrapper_is_named_with_the_way_out(tmp_path, family):
    folder = save_tiny(tmp_path / "model", family)
    model = Wrapper()
    model.net = tiny_model(family)
    weights = {name: weight.contiguous() for name, weight in model.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
    message = refusal(folder)
    (code,) = re.findall(r"in Python with (model\..*)\(FOLDER\)", message)
    assert "begin with 'net.'" in message
    eval(f"{code}(folder)", {"model": model, "folder": folder})  # noqa: S307  (the advice)
    assert has_weights_of(load_model(str(folder), ADAPTER), tiny_model(family))


# --- Adapters -----------------------------------------------------------------------------------


def leave_adapter(folder, head, *, config=True):
    """What PEFT saves of a classifier with LoRA: small matrices, and the head as a whole."""
    folder.mkdir(exist_ok=True)
    where = "base_model.model.bert.encoder.layer.0.attention.self.query"
    weights = {
        f"{where}.lora_A.weight": torch.ones(2, 16),
        f"{where}.lora_B.weight": torch.ones(16, 2),
    }
    weights |= {f"base_model.model.classifier.{name}": w.clone() for name, w in head.items()}
    save_file(weights, folder / "adapter_model.safetensors", metadata={"format": "pt"})
    if config:
        described = {
            "base_model_name_or_path": "some/base",
            "peft_type": "LORA",
            "task_type": "SEQ_CLS",
        }
        (folder / "adapter_config.json").write_text(json.dumps(described), "utf-8")
    return folder


def head_of(model):
    return {name: weight.detach() for name, weight in model.classifier.named_parameters()}


def test_an_adapter_alone_is_refused_with_the_code_that_merges(tmp_path):
    folder = leave_adapter(tmp_path / "my adapter", head_of(tiny_model("bert")))
    message = refusal(folder)
    assert "is an adapter of PEFT, not a model" in message
    code = message.partition("audit that: ")[2]
    compile(code, "advice", "exec")
    assert f"M.from_pretrained({str(folder)!r}, num_labels=3)" in code
    assert "T.from_pretrained('some/base')" in code  # the folder has no tokenizer
    tiny_tokenizer().save_pretrained(folder)
    assert f"T.from_pretrained({str(folder)!r})" in refusal(folder)


def test_a_merged_model_may_lie_beside_its_adapter(folder):
    before = load_model(str(folder), ADAPTER)
    leave_adapter(folder, head_of(tiny_model("bert")))
    loaded = load_model(str(folder), ADAPTER)
    assert has_weights_of(loaded, tiny_model("bert"))
    assert (loaded.files, loaded.id) == (before.files, before.id)


@pytest.mark.parametrize("has_head", [True, False])
def test_an_adapter_that_is_not_seen_to_be_merged_is_refused(folder, has_head):
    leave_adapter(folder, head_of(tiny_model("bert", seed=8)) if has_head else {})
    message = refusal(folder)
    assert "nothing shows that the one is merged into the other" in message
    assert "move adapter_config.json out of the folder" in message
    compile(message.partition("audit that: ")[2], "advice", "exec")
    (folder / "adapter_config.json").rename(folder.parent / "adapter_config.json")  # the advice
    assert has_weights_of(load_model(str(folder), ADAPTER), tiny_model("bert"))


def test_weights_of_an_adapter_without_its_configuration_are_nothing(folder):
    leave_adapter(folder, {}, config=False)
    assert "adapter_model.safetensors" not in load_model(str(folder), ADAPTER).files


def test_a_checkpoint_with_an_adapter_inside_says_so(folder):
    def inside(name):
        wrapped = name.replace("query.weight", "query.base_layer.weight")
        return f"base_model.model.{wrapped}"

    rename_weights(folder, inside)
    assert "model.merge_and_unload().save_pretrained(FOLDER)" in refusal(folder)


@pytest.mark.parametrize("family", ["bert", "gpt2"])
def test_the_code_that_merges_merges(tmp_path, family):
    peft = pytest.importorskip("peft")
    base = save_tiny(tmp_path / "base", family)
    config = peft.LoraConfig(
        task_type="SEQ_CLS", target_modules=["query"] if family == "bert" else ["c_attn"], r=2
    )
    model = peft.get_peft_model(
        transformers.AutoModelForSequenceClassification.from_pretrained(base), config
    )
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "lora_B" in name or "modules_to_save" in name:
                weight.normal_()
    model.save_pretrained(tmp_path / "adapter")
    tiny_tokenizer(decoder=family == "gpt2").save_pretrained(tmp_path / "adapter")
    code = refusal(tmp_path / "adapter").partition("audit that: ")[2]
    exec(code, {})  # noqa: S102  (the advice)
    merged = model.merge_and_unload()
    assert has_weights_of(load_model(str(tmp_path / "adapter-merged"), ADAPTER), merged)
    for name in ("adapter_config.json", "adapter_model.safetensors"):
        shutil.copy(tmp_path / "adapter" / name, tmp_path / "adapter-merged" / name)
    loaded = load_model(str(tmp_path / "adapter-merged"), ADAPTER)
    assert has_weights_of(loaded, merged)
    twice = transformers.AutoModelForSequenceClassification.from_pretrained(
        tmp_path / "adapter-merged"
    )
    assert any(
        "lora" in name for name, _ in twice.named_parameters()
    )  # what is kept from happening


# --- Names of outputs ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("id2label", "label2id"),
    [
        ({"1": "a", "2": "b", "3": "c"}, {"a": 1, "b": 2, "c": 3}),
        ({"0": "other", "1": "pos", "2": "other"}, {"other": 2, "pos": 1}),
        ({"0": "a", "1": "b", "3": "c"}, {"a": 0, "b": 1, "c": 3}),
        ({"0": "a", "1": "b", "2": "c"}, {"a": 2, "b": 1, "c": 0}),
        ({"0": "a", "1": "", "2": "c"}, {"a": 0, "": 1, "c": 2}),
        ({"0": "a", "1": None, "2": "c"}, None),
        ({"a": 0, "b": 1, "c": 2}, {"0": "a", "1": "b", "2": "c"}),
        (["a", "b", "c"], None),
    ],
)
def test_names_that_are_not_those_of_the_outputs(folder, id2label, label2id):
    change_config(folder, id2label=id2label, label2id=label2id)
    message = refusal(folder)
    assert f"{folder}/config.json" in message
    advice = re.findall(r'"id2label": \{.*?\}, "label2id": \{.*?\}', message)
    assert advice
    for one in advice:
        maps = json.loads("{" + one + "}")
        change_config(folder, **maps)
        labels = load_model(str(folder), ADAPTER).labels
        assert labels == tuple(maps["id2label"][str(number)] for number in range(3))


@pytest.mark.parametrize(
    "label2id", [None, {"LABEL_0": 0, "LABEL_1": 1, "LABEL_2": 2}, {"a": "0", "b": "1", "c": "2"}]
)
def test_names_of_the_outputs_are_taken(folder, label2id):
    change_config(folder, id2label={"0": "a", "1": "b", "2": "c"}, label2id=label2id)
    assert load_model(str(folder), ADAPTER).labels == ("a", "b", "c")


def test_a_configuration_without_names_has_placeholders(folder):
    path = folder / "config.json"
    config = json.loads(path.read_text("utf-8"))
    for key in ("id2label", "label2id"):
        config.pop(key)
    path.write_text(json.dumps({**config, "num_labels": 3}), "utf-8")
    assert load_model(str(folder), ADAPTER).labels == ("LABEL_0", "LABEL_1", "LABEL_2")


@pytest.mark.parametrize("content", ["[]", "7", "null", '"text"'])
def test_a_configuration_that_is_no_object(folder, content):
    (folder / "config.json").write_text(content, "utf-8")
    assert "cannot be loaded as text classification" in refusal(folder)


# --- Token types ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("family", "options"), [("bert", {"type_vocab_size": 1}), ("roberta", {})])
def test_token_types_that_the_model_lacks(tmp_path, family, options):
    folder = save_tiny(tmp_path / "model", family, **options)
    tiny_tokenizer(pair_types=True).save_pretrained(folder)
    loaded = load_model(str(folder), ADAPTER)
    with pytest.raises(ModelError, match="with token type 1, but the model has 1 of them") as error:
        refuse_unknown_token_types(loaded)
    advice = str(error.value).partition("tokenizer_config.json: ")[2].rstrip(".")
    path = folder / "tokenizer_config.json"
    settings = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**settings, **json.loads("{" + advice + "}")}), "utf-8")
    mended = load_model(str(folder), ADAPTER)
    refuse_unknown_token_types(mended)
    mended.model(**mended.tokenizer(["good"], ["dull"], return_tensors="pt"))


def test_token_types_that_the_model_has(folder):
    """Negative control."""
    refuse_unknown_token_types(load_model(str(folder), ADAPTER))


# --- Where the model is ---------------------------------------------------------------------------


def test_a_folder_of_checkpoints_names_those_that_are_models(folder):
    message = refusal(folder.parent)
    assert f"folders in it do: '{folder.name}'. Give one of these." in message


def test_the_way_from_a_pickle_to_safetensors_works(folder):
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    torch.save(weights, folder / "pytorch_model.bin")
    code = refusal(folder).partition("(in Python: ")[2].partition("), or pass")[0]
    exec(code, {})  # noqa: S102  (the advice)
    assert has_weights_of(load_model(str(folder), ADAPTER), tiny_model("bert"))


@pytest.mark.parametrize("name", ["optimizer.pt", "model.pt", "last.ckpt", "tf_model.h5"])
def test_what_transformers_does_not_read_is_no_checkpoint(folder, name):
    (folder / "model.safetensors").rename(folder / name)
    for options in ({}, {"allow_pickle": True}):
        message = refusal(folder, **options)
        assert (
            f"holds no weights: expected model.safetensors or model.safetensors.index.json, found only '{name}'"
            in message
        )
        assert "--allow-pickle" not in message
