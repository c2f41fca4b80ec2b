"""Every architecture whose ledger must close: seeded, biases and norms randomised, attention sharp."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
import transformers as hf

from auditkit.capture import attention
from auditkit.capture.ledger.secant import Pass
from auditkit.capture.readouts import Terms
from tests.readouts import of_weights

WIDTH, LAYERS, HEADS, VOCABULARY = 32, 3, 4, 60
SHAPE: dict[str, Any] = {
    "vocab_size": VOCABULARY,
    "hidden_size": WIDTH,
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "intermediate_size": 64,
}
GROUPED = {**SHAPE, "num_key_value_heads": 2}


class EncoderClassifier(torch.nn.Module):
    """The encoder half of an encoder-decoder, its states averaged and classified."""

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        self.encoder, self.config = encoder, encoder.config
        self.head = torch.nn.Linear(WIDTH, 3)

    def get_input_embeddings(self) -> torch.nn.Module:
        return self.encoder.embed_tokens

    def set_attn_implementation(self, name: str) -> None:
        self.encoder.set_attn_implementation(name)

    def forward(self, input_ids: torch.Tensor, **_: Any) -> Any:
        states = self.encoder(input_ids=input_ids).last_hidden_state
        return hf.modeling_outputs.SequenceClassifierOutput(logits=self.head(states.mean(1)))


def _of(name: str, shape: dict[str, Any] = SHAPE, **options: Any) -> Callable[[], Any]:
    def build() -> Any:
        model_class = getattr(hf, name)
        return model_class(model_class.config_class(**shape, **options))

    return build


def _t5() -> Any:
    return EncoderClassifier(
        hf.T5EncoderModel(
            hf.T5Config(
                vocab_size=VOCABULARY, d_model=WIDTH, d_kv=8, d_ff=64, num_layers=LAYERS,
                num_heads=HEADS, feed_forward_proj="gated-gelu",
            )
        ).encoder
    )  # fmt: skip


def _bart() -> Any:
    return EncoderClassifier(
        hf.BartModel(
            hf.BartConfig(
                vocab_size=VOCABULARY, d_model=WIDTH, encoder_layers=LAYERS, decoder_layers=1,
                encoder_attention_heads=HEADS, decoder_attention_heads=HEADS, encoder_ffn_dim=64,
                decoder_ffn_dim=64, max_position_embeddings=64,
            )
        ).encoder
    )  # fmt: skip


SPECIAL_IDS = {"pad_token_id": 0, "bos_token_id": 1, "eos_token_id": 2, "cls_token_id": 1,
               "sep_token_id": 2}  # fmt: skip
UNTIED = {"tie_word_embeddings": False}
FAMILIES: dict[str, Callable[[], Any]] = {
    "bert": _of("BertForSequenceClassification"),
    "roberta": _of("RobertaForSequenceClassification", pad_token_id=0),
    "distilbert": _of(
        "DistilBertForSequenceClassification",
        {"vocab_size": VOCABULARY, "dim": WIDTH, "n_layers": LAYERS, "n_heads": HEADS, "hidden_dim": 64},
    ),
    "electra": _of("ElectraForSequenceClassification", embedding_size=16),
    "albert": _of("AlbertForSequenceClassification", embedding_size=16),
    "deberta-v2": _of(
        "DebertaV2ForSequenceClassification",
        relative_attention=True, pos_att_type=["p2c", "c2p"], position_biased_input=False,
    ),
    "mpnet": _of("MPNetForSequenceClassification"),
    "modernbert": _of("ModernBertForSequenceClassification", **SPECIAL_IDS),
    "gpt2": _of(
        "GPT2LMHeadModel",
        {"vocab_size": VOCABULARY, "n_embd": WIDTH, "n_layer": LAYERS, "n_head": HEADS, **UNTIED},
    ),
    "gpt-neox": _of("GPTNeoXForCausalLM"),
    "opt": _of(
        "OPTForCausalLM",
        {"vocab_size": VOCABULARY, "hidden_size": WIDTH, "num_hidden_layers": LAYERS,
         "num_attention_heads": HEADS, "ffn_dim": 64, "word_embed_proj_dim": WIDTH, **UNTIED},
    ),
    "bloom": _of(
        "BloomForCausalLM",
        {"vocab_size": VOCABULARY, "hidden_size": WIDTH, "n_layer": LAYERS, "n_head": HEADS, **UNTIED},
    ),
    "llama": _of("LlamaForCausalLM", GROUPED),
    "qwen3": _of("Qwen3ForCausalLM", GROUPED, head_dim=8),
    "gemma3": _of(
        "Gemma3ForCausalLM", GROUPED, head_dim=8, attn_logit_softcapping=5.0,
        final_logit_softcapping=3.0, **UNTIED,
    ),
    "vit": _of(
        "ViTForImageClassification",
        {"hidden_size": WIDTH, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS,
         "intermediate_size": 64, "image_size": 8, "patch_size": 4, "num_labels": 3},
    ),
    "t5": _t5,
    "bart": _bart,
    "mamba": _of(
        "MambaForCausalLM",
        {"vocab_size": VOCABULARY, "hidden_size": WIDTH, "num_hidden_layers": LAYERS,
         "state_size": 4, **UNTIED},
    ),
}  # fmt: skip
ROUTED: dict[str, Callable[[], Any]] = {
    "mixtral": _of("MixtralForCausalLM", GROUPED, num_local_experts=4),
    "olmoe": _of("OlmoeForCausalLM", GROUPED, num_experts=4, num_experts_per_tok=2),
}
"""Top-k routing has no secant: it is not continuous."""
OWN_ATTENTION = {"deberta-v2", "mpnet", "bloom", "mamba"}
"""Attention that does not pass the registered function, or none: tokens only."""
CASTS = {"modernbert", "llama", "qwen3", "gemma3", "t5", "bloom", "mamba"}
"""Architectures that compute parts in float32 whatever their dtype."""
GATED_EXPERTS = set(ROUTED)


@dataclass(frozen=True)
class Case:
    """A family's model with two texts and their blanks."""

    ask: Pass
    there: Callable[[torch.Tensor], torch.Tensor]

    def here(self, output: torch.Tensor) -> torch.Tensor:
        return output


def built(family: str, dtype: torch.dtype = torch.float64, *, seed: int = 1) -> Case:
    """Return the family's case; every weight is drawn anew."""
    attention.register()
    torch.manual_seed(seed)
    model = {**FAMILIES, **ROUTED}[family]()
    scale = 0.2 if family == "mamba" else 0.35
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn_like(weight)
            norm = weight.ndim == 1 and name.endswith("weight")
            weight.copy_(1 + 0.2 * noise if norm else scale * noise)
    model = model.to(dtype).eval().requires_grad_(False)
    model.set_attn_implementation("eager" if family in OWN_ATTENTION else attention.KERNEL)
    return _images(model, dtype) if family == "vit" else _texts(model)


def _texts(model: Any) -> Case:
    ids = torch.randint(5, VOCABULARY, (2, 9))
    blank = ids.clone()
    blank[:, 1:-1] = 4

    def run() -> torch.Tensor:
        options = {"use_cache": False} if hasattr(model.config, "use_cache") else {}
        logits = model(input_ids=ids, **options).logits
        return logits if logits.ndim == 2 else logits[:, -1]

    embeddings = model.get_input_embeddings()
    with torch.no_grad():
        reference = embeddings(blank)
    return Case(_ask(model, run, embeddings), lambda _: reference)


def _images(model: Any, dtype: torch.dtype) -> Case:
    pixels = torch.randn(2, 3, 8, 8, dtype=dtype)
    return Case(
        _ask(
            model, lambda: model(pixel_values=pixels).logits, model.vit.embeddings.patch_embeddings
        ),
        torch.zeros_like,
    )


def _ask(model: Any, run: Callable[[], torch.Tensor], embeddings: torch.nn.Module) -> Pass:
    with torch.no_grad():
        rows, outputs = run().shape
    target = of_weights(1, -1, *[0] * (outputs - 2))
    return Pass(run, embeddings, _stack(model), Terms([[target]] * rows), edges=True)


def _stack(model: Any) -> list[torch.nn.Module]:
    """The layers in the order of their calls; layers that share weights stand there as often."""
    lists = [one for one in model.modules() if isinstance(one, torch.nn.ModuleList)]
    largest = max(lists, key=lambda stack: sum(weight.numel() for weight in stack.parameters()))
    if len(largest) == LAYERS:
        return list(largest)
    return list(largest[0].albert_layers) * LAYERS
