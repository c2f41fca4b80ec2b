"""Loading a model: what is wrong with a folder is said with what, where and what to do."""

import json
import logging
from pathlib import Path

import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from auditkit.canonical import sha256_file
from auditkit.capture import attention
from auditkit.capture.loading import load_model
from auditkit.errors import AuditError, ModelError, UnsupportedModel
from auditkit.records import Problem
from tests.audited import ADAPTER
from tests.tiny import save_tiny, tiny_model, tiny_tokenizer


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    return save_tiny(tmp_path_factory.mktemp("saved"))


@pytest.fixture
def folder(saved, tmp_path):
    """A copy of the good folder, to be broken."""
    copy = tmp_path / "my model"
    copy.mkdir()
    for file in saved.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


def refusal(source, **options):
    """The message of the error that loading must raise: one line, naming the folder."""
    with pytest.raises(ModelError) as error:
        load_model(str(source), ADAPTER, **options)
    message = str(error.value)
    assert str(source) in message
    assert "\n" not in message
    assert message.endswith((".", ")"))
    return message


def rewrite_json(file, **changes):
    values = json.loads(file.read_text())
    values.update(changes)
    file.write_text(json.dumps(values))


class TestGoodFolder:
    def test_what_is_known(self, saved):
        loaded = load_model(str(saved), ADAPTER)
        digest = sha256_file(saved / "model.safetensors")
        assert loaded.id == f"BertForSequenceClassification-{digest[:12]}"
        assert loaded.labels == ("LABEL_0", "LABEL_1", "LABEL_2")
        assert loaded.problem is Problem.SINGLE_LABEL
        assert loaded.max_tokens == 64
        assert loaded.checkpoint_dtype == "float32"
        assert loaded.production_kernel == "sdpa"
        assert loaded.files == {
            name: sha256_file(saved / name)
            for name in (
                "config.json",
                "model.safetensors",
                "tokenizer.json",
                "tokenizer_config.json",
            )
        }
        assert str(saved) not in str((loaded.id, loaded.files))

    def test_the_model_is_ready_to_be_audited(self, saved):
        model = load_model(str(saved), ADAPTER).model
        assert not model.training
        assert model.config._attn_implementation == attention.KERNEL
        assert {weight.dtype for weight in model.parameters()} == {torch.float32}
        assert not any(weight.requires_grad for weight in model.parameters())

    def test_a_trailing_slash_and_a_name(self, saved):
        loaded = load_model(f"{saved}/", ADAPTER, name="sentiment 3")
        assert loaded.id == "sentiment 3"

    def test_weights_are_those_of_the_file(self, saved):
        model = load_model(str(saved), ADAPTER).model
        for name, weight in load_file(saved / "model.safetensors").items():
            assert torch.equal(model.state_dict()[name], weight), name

    def test_half_precision_checkpoints_are_computed_in_single(self, tmp_path):
        tiny_model("bert").to(torch.bfloat16).save_pretrained(tmp_path)
        tiny_tokenizer().save_pretrained(tmp_path)
        loaded = load_model(str(tmp_path), ADAPTER)
        assert loaded.checkpoint_dtype == "bfloat16"
        assert {weight.dtype for weight in loaded.model.parameters()} == {torch.float32}

    def test_sharded_weights(self, tmp_path):
        tiny_model("bert").save_pretrained(tmp_path, max_shard_size="8KB")
        tiny_tokenizer().save_pretrained(tmp_path)
        loaded = load_model(str(tmp_path), ADAPTER)
        assert "model.safetensors.index.json" in loaded.files
        assert sum(name.endswith(".safetensors") for name in loaded.files) > 1

    @pytest.mark.parametrize(
        ("family", "options", "expected"),
        [
            ("roberta", {"max_position_embeddings": 30}, 29),  # positions start after the padding's
            ("bert", {"max_position_embeddings": 30}, 30),
            ("gpt2", {"n_positions": 30}, 30),
            ("bert", {"max_position_embeddings": 100}, 64),  # the tokenizer's limit
        ],
    )
    def test_longest_input(self, tmp_path, family, options, expected):
        loaded = load_model(str(save_tiny(tmp_path, family, **options)), ADAPTER)
        assert loaded.max_tokens == expected
        ids = torch.full((1, expected), 7)
        loaded.model(ids, attention_mask=torch.ones_like(ids))

    def test_the_transformers_logger_is_left_as_it_was(self, saved):
        logger = logging.getLogger("transformers")
        before = logger.level
        load_model(str(saved), ADAPTER)
        assert logger.level == before
        with pytest.raises(ModelError):
            load_model(str(saved / "nowhere"), ADAPTER)
        assert logger.level == before

    def test_nothing_is_printed(self, saved, capfd):
        load_model(str(saved), ADAPTER)
        assert capfd.readouterr() == ("", "")


class TestNoModel:
    @pytest.mark.parametrize(
        "name", ["/no/such/folder", "./nowhere", "~/nowhere-at-all", "nowhere", "a/b/c"]
    )
    def test_missing_folder(self, name):
        message = refusal(name)
        assert "no such folder" in message
        assert "hub id (owner/name)" in message

    def test_file_instead_of_folder(self, folder):
        message = refusal(folder / "model.safetensors")
        assert "is a file; give the folder that holds config.json" in message

    def test_no_config(self, folder):
        (folder / "config.json").unlink()
        assert "holds no config.json" in refusal(folder)

    def test_broken_config(self, folder):
        (folder / "config.json").write_text("{not json")
        assert "cannot be loaded" in refusal(folder)

    def test_empty_folder(self, tmp_path):
        assert "holds no config.json" in refusal(tmp_path)

    def test_unknown_architecture(self, folder):
        rewrite_json(folder / "config.json", model_type="my_own_net")
        assert "my_own_net" in refusal(folder)

    def test_unknown_hub_id(self):
        message = refusal("nobody/has-this-model")
        assert "cannot be loaded as text classification" in message


class TestWeights:
    def test_none(self, folder):
        (folder / "model.safetensors").unlink()
        assert "holds no weights: expected model.safetensors" in refusal(folder)

    def test_pickle_only_is_refused_and_read_on_request(self, folder):
        weights = load_file(folder / "model.safetensors")
        (folder / "model.safetensors").unlink()
        torch.save(weights, folder / "pytorch_model.bin")
        message = refusal(folder)
        assert "pytorch_model.bin" in message
        assert "can run code" in message
        assert "--allow-pickle" in message
        assert "safetensors" in message
        loaded = load_model(str(folder), ADAPTER, allow_pickle=True)
        assert set(loaded.files) >= {"pytorch_model.bin", "config.json"}
        assert loaded.id.startswith("BertForSequenceClassification-")
        for name, weight in weights.items():
            assert torch.equal(loaded.model.state_dict()[name], weight)

    def test_a_folder_id_with_pickle_names_the_weights(self, folder):
        weights = load_file(folder / "model.safetensors")
        (folder / "model.safetensors").unlink()
        torch.save(weights, folder / "pytorch_model.bin")
        loaded = load_model(str(folder), ADAPTER, allow_pickle=True)
        digest = sha256_file(folder / "pytorch_model.bin")
        assert loaded.id == f"BertForSequenceClassification-{digest[:12]}"

    def test_a_pickle_that_runs_code_is_not_opened(self, folder, tmp_path):
        (folder / "model.safetensors").unlink()
        trace = tmp_path / "it ran"
        bomb = f"cos\nsystem\n(S'touch \"{trace}\"'\ntR."
        (folder / "pytorch_model.bin").write_text(bomb)
        refusal(folder)
        refusal(folder, allow_pickle=True)
        assert not trace.exists()

    def test_safetensors_beside_a_pickle_are_taken(self, folder):
        (folder / "pytorch_model.bin").write_bytes(b"not read")
        assert load_model(str(folder), ADAPTER).labels
        assert load_model(str(folder), ADAPTER, allow_pickle=True).labels

    @pytest.mark.parametrize("keep", [0, 4, 100, 0.5, 0.99])
    def test_truncated(self, folder, keep):
        file = folder / "model.safetensors"
        data = file.read_bytes()
        file.write_bytes(data[: keep if isinstance(keep, int) else int(len(data) * keep)])
        message = refusal(folder)
        assert "model.safetensors is cut short or damaged" in message

    def test_missing_shard(self, tmp_path):
        tiny_model("bert").save_pretrained(tmp_path, max_shard_size="8KB")
        tiny_tokenizer().save_pretrained(tmp_path)
        shard = sorted(tmp_path.glob("model-*.safetensors"))[1]
        shard.unlink()
        assert shard.name in refusal(tmp_path)

    def test_base_model_without_a_head(self, tmp_path):
        tiny_model("bert").bert.save_pretrained(tmp_path)
        tiny_tokenizer().save_pretrained(tmp_path)
        message = refusal(tmp_path)
        assert "classifier.bias, classifier.weight" in message
        assert "would invent" in message
        assert "fine-tuned" in message

    def test_many_missing_weights_are_counted(self, folder):
        weights = load_file(folder / "model.safetensors")
        kept = {name: weight for name, weight in weights.items() if "layer.1" not in name}
        missing = len(weights) - len(kept)
        save_file(kept, folder / "model.safetensors", metadata={"format": "pt"})
        assert f"and {missing - 5} more" in refusal(folder)

    def test_head_of_another_size(self, folder):
        rewrite_json(
            folder / "config.json",
            id2label={str(i): f"L{i}" for i in range(5)},
            label2id={f"L{i}": i for i in range(5)},
        )
        message = refusal(folder)
        assert "classifier" in message or "size" in message


class TestTokenizer:
    @pytest.mark.parametrize(
        "family", ["bert", "roberta", "distilbert", "modernbert", "gpt2", "llama"]
    )
    def test_missing(self, tmp_path, family):
        tiny_model(family).save_pretrained(tmp_path)
        message = refusal(tmp_path)
        assert "tokenizer" in message
        assert "beside the model" in message

    def test_vocabulary_missing(self, folder):
        (folder / "tokenizer.json").unlink()
        rewrite_json(folder / "tokenizer_config.json", tokenizer_class="BertTokenizer")
        assert "beside the model" in refusal(folder)

    def test_broken(self, folder):
        (folder / "tokenizer.json").write_text("{")
        assert "No tokenizer can be loaded" in refusal(folder)

    def test_slow(self, folder):
        (folder / "tokenizer.json").unlink()
        (folder / "tokenizer_config.json").write_text(
            json.dumps({"tokenizer_class": "CanineTokenizer"})
        )
        message = refusal(folder)
        assert "no fast version" in message
        assert "offsets" in message
        assert "tokenizer.json" in message


class TestRemoteCode:
    def test_is_never_run(self, folder, tmp_path):
        trace = tmp_path / "it ran"
        (folder / "net.py").write_text(f"open({str(trace)!r}, 'w').close()")
        rewrite_json(
            folder / "config.json",
            model_type="net",
            auto_map={
                "AutoConfig": "net.Config",
                "AutoModelForSequenceClassification": "net.Net",
            },
        )
        refusal(folder)
        assert not trace.exists()


def test_every_refusal_is_one_that_the_command_line_prints():
    assert issubclass(ModelError, AuditError)
    assert issubclass(UnsupportedModel, ModelError)


def test_the_registered_kernel_is_known_to_transformers():
    attention.register()
    attention.register()
    assert transformers.AttentionInterface()[attention.KERNEL] is attention.audited_attention


def test_home_directory_is_expanded(saved, monkeypatch):
    monkeypatch.setenv("HOME", str(saved.parent))
    assert load_model(f"~/{Path(saved).name}", ADAPTER).labels
