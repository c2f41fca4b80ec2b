"""Which files of a model folder are its own: those that transformers loads, and no other beside them."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from auditkit.capture.checkpoint import decisive, file_digests, weights_digest
from auditkit.capture.loading import load_model
from auditkit.errors import ModelError
from tests.audited import ADAPTER
from tests.tiny import save_tiny, tiny_model, tiny_tokenizer

PLAIN = ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")
LEFT_BY_OTHERS = (
    "optimizer.pt", "scheduler.pt", "rng_state.pth", "rng_state_0.pth", "scaler.pt", "training_args.bin",
    "trainer_state.json", "README.md", ".gitattributes", "adapter_model.safetensors", "adapter_model.bin",
    "pytorch_model.bin", "tf_model.h5", "flax_model.msgpack", "model.onnx", "model.safetensors.index.json",
    "model-00001-of-00002.safetensors", "consolidated.safetensors", "last.ckpt", "model.pt",
    "generation_config.json", "chat_template.jinja", "eval_results.json", "tokenizer.json.bak",
    "vocab_old.txt", "word2vec.model", "onnx/model.onnx", "onnx/config.json", "runs/events.out",
    "checkpoint-500/model.safetensors",
)  # fmt: skip


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def logits(folder: Path) -> torch.Tensor:
    """What plain transformers says, by its own way of finding files."""
    model = transformers.AutoModelForSequenceClassification.from_pretrained(folder).eval()
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    with torch.no_grad():
        return model(**tokenizer("the film was not good", return_tensors="pt")).logits


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_tiny(tmp_path / "model")


def littered(folder: Path) -> Path:
    for name in LEFT_BY_OTHERS:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"left by " + name.encode())
    return folder


def in_shards(folder: Path) -> Path:
    tiny_model("bert").save_pretrained(folder, max_shard_size="8KB")
    tiny_tokenizer().save_pretrained(folder)
    return folder


def test_what_others_left_beside_a_model_is_no_part_of_it(folder: Path) -> None:
    clean = load_model(str(folder), ADAPTER)
    loaded = load_model(str(littered(folder)), ADAPTER)
    assert loaded.files == clean.files == {name: digest(folder / name) for name in PLAIN}
    assert loaded.id == clean.id
    assert loaded.id.endswith(digest(folder / "model.safetensors")[:12])


def test_transformers_needs_the_listed_files_and_no_other(folder: Path, tmp_path: Path) -> None:
    """The independent route: a copy of the listed files alone answers alike, and lacks nothing."""
    littered(folder)
    listed = load_model(str(folder), ADAPTER).files
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in listed:
        shutil.copy(folder / name, copy / name)
    assert torch.equal(logits(copy), logits(folder))
    assert load_model(str(copy), ADAPTER).files == listed
    for name in set(listed) - {"tokenizer_config.json"}:
        (copy / name).rename(copy / "gone")
        with pytest.raises(ModelError):
            load_model(str(copy), ADAPTER)
        (copy / "gone").rename(copy / name)


def test_of_shards_those_that_the_index_names(tmp_path: Path) -> None:
    folder = in_shards(tmp_path)
    (folder / "model-00009-of-00009.safetensors").write_bytes(b"of another model")
    index = json.loads((folder / "model.safetensors.index.json").read_text("utf-8"))
    shards = set(index["weight_map"].values())
    loaded = load_model(str(folder), ADAPTER)
    own = {*PLAIN, *shards, "model.safetensors.index.json"} - {"model.safetensors"}
    assert set(loaded.files) == own
    lines = "".join(f"{digest(folder / name)}  {name}\n" for name in sorted(shards))
    assert loaded.id.endswith(sha256(lines.encode()).hexdigest()[:12])


def test_two_models_that_differ_in_a_later_shard_have_different_ids(tmp_path: Path) -> None:
    folder = in_shards(tmp_path)
    before = load_model(str(folder), ADAPTER)
    last = sorted(folder.glob("model-*-of-*.safetensors"))[-1]
    weights = {name: weight + 1 for name, weight in load_file(last).items()}
    save_file(weights, last, metadata={"format": "pt"})
    assert load_model(str(folder), ADAPTER).id != before.id


def test_a_whole_file_goes_before_an_index(tmp_path: Path) -> None:
    folder = in_shards(tmp_path)
    tiny_model("bert", seed=1).save_pretrained(folder / "whole")
    shutil.move(folder / "whole" / "model.safetensors", folder / "model.safetensors")
    loaded = load_model(str(folder), ADAPTER)
    assert set(loaded.files) == set(PLAIN)
    assert torch.equal(loaded.model.classifier.weight, tiny_model("bert", seed=1).classifier.weight)


def test_pickles_by_the_same_precedence(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    torch.save(weights, folder / "pytorch_model.bin")
    torch.save({}, folder / "optimizer.pt")
    loaded = load_model(str(folder), ADAPTER, allow_pickle=True)
    assert set(loaded.files) == {*PLAIN, "pytorch_model.bin"} - {"model.safetensors"}
    assert loaded.id.endswith(digest(folder / "pytorch_model.bin")[:12])


def test_pickles_in_shards_are_all_listed(folder: Path) -> None:
    weights = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    names = ["pytorch_model-00001-of-00002.bin", "pytorch_model-00002-of-00002.bin"]
    where = {key: names[i % 2] for i, key in enumerate(sorted(weights))}
    for name in names:
        own = {key: weight for key, weight in weights.items() if where[key] == name}
        torch.save(own, folder / name)
    index = {"metadata": {}, "weight_map": where}
    (folder / "pytorch_model.bin.index.json").write_text(json.dumps(index), "utf-8")
    loaded = load_model(str(folder), ADAPTER, allow_pickle=True)
    pickles = {*names, "pytorch_model.bin.index.json"}
    assert set(loaded.files) == {*PLAIN, *pickles} - {"model.safetensors"}


def test_weights_that_the_configuration_names(folder: Path) -> None:
    shutil.copy(folder / "model.safetensors", folder / "best.safetensors")
    (folder / "model.safetensors").write_bytes(b"not read")
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(
        json.dumps({**config, "transformers_weights": "best.safetensors"}), "utf-8"
    )
    assert set(load_model(str(folder), ADAPTER).files) == {
        *PLAIN, "best.safetensors"
    } - {"model.safetensors"}  # fmt: skip


def test_files_of_the_vocabulary_that_the_tokenizer_names(folder: Path) -> None:
    (folder / "vocab.txt").write_text("[PAD]\n", "utf-8")
    (folder / "special_tokens_map.json").write_text("{}", "utf-8")
    files = file_digests(folder, ["vocab.txt", "tokenizer.json", "merges.txt"])
    assert set(files) == {*PLAIN, "vocab.txt", "special_tokens_map.json"}


@pytest.mark.parametrize("name", ["config.json", "model.safetensors", "tokenizer.json"])
def test_a_changed_byte_of_a_loaded_file_is_another_digest(folder: Path, name: str) -> None:
    """Negative control."""
    before = file_digests(folder)
    with (folder / name).open("ab") as file:
        file.write(b" ")
    after = file_digests(folder)
    assert {other for other in before if before[other] != after[other]} == {name}


def test_the_digest_of_one_file_is_its_own() -> None:
    assert weights_digest({"config.json": "c", "model.safetensors": "w"}) == "w"


@pytest.mark.parametrize(
    ("recorded", "needed"),
    [
        ((*PLAIN, "optimizer.pt", "rng_state.pth", "adapter_model.safetensors", "vocab.txt"), PLAIN),
        ((*PLAIN, "pytorch_model.bin", "model.safetensors.index.json"), PLAIN),
        (("config.json", "vocab.txt", "pytorch_model.bin", "optimizer.pt"),
         ("config.json", "vocab.txt", "pytorch_model.bin")),
        (("config.json", "model-1-of-2.safetensors", "model-2-of-2.safetensors", "x.safetensors",
          "model.safetensors.index.json", "tokenizer.json"),
         ("config.json", "model-1-of-2.safetensors", "model-2-of-2.safetensors",
          "model.safetensors.index.json", "tokenizer.json")),
    ],
)  # fmt: skip
def test_what_decides_of_the_files_that_an_older_audit_lists(
    recorded: tuple[str, ...], needed: tuple[str, ...]
) -> None:
    assert decisive(recorded) == set(needed)
