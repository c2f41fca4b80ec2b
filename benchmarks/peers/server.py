"""Answers for one peer at a time, one text at a time; runs in the peers' environment.

    python server.py MODEL_DIR --threads 1

Reads one JSON request a line, ``{"peer": ..., "text": ..., "weights": [...]}``, and writes one JSON
answer a line: CPU and wall seconds of the call, rows sent through the model, and what the peer says
of itself. Everything is written the way each library's own documentation shows it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import shap
import torch
from captum.attr import LayerIntegratedGradients
from transformers import AutoModelForSequenceClassification, AutoTokenizer, pipeline

NODES, MORE_NODES = 50, 200
TOLERANCE, LEAST_SCALE = 0.01, 0.1


class Peers:
    """The model, and every way to explain one text with it."""

    def __init__(self, folder: str) -> None:
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        auto = AutoModelForSequenceClassification
        self.model = auto.from_pretrained(folder).eval()
        self.eager = auto.from_pretrained(folder, attn_implementation="eager").eval()
        self.rows, self.weights = 0, torch.zeros(2)
        for model in (self.model, self.eager):
            model.register_forward_hook(self._count, with_kwargs=True)
        classifier = pipeline(
            "text-classification", model=self.model, tokenizer=self.tokenizer, top_k=None
        )
        self.explainer = shap.Explainer(classifier)
        self.gradients = LayerIntegratedGradients(self._margin, self.model.get_input_embeddings())

    def answer(self, request: dict[str, Any]) -> dict[str, float]:
        """Run one peer on one text and time it."""
        run: Callable[..., dict[str, float]] = getattr(self, f"run_{request['peer']}")
        self.weights = torch.tensor(request["weights"])
        self.rows = 0
        wall, cpu = time.perf_counter(), time.process_time()
        found = run(request["text"])
        spent = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
        return {**found, **spent, "rows": self.rows}

    def run_captum_ig(self, text: str) -> dict[str, float]:
        """Integrated gradients of captum with 50 nodes, all in one call."""
        return {"gap": self._integrate(text, NODES, self._blank())}

    def run_shap_text(self, text: str) -> dict[str, float]:
        """Shap's text explainer as shipped."""
        self.explainer([text], silent=True)
        return {}

    def run_audit(self, text: str) -> dict[str, float]:
        """Everything of a standard audit of one text."""
        gap = self._integrate(text, NODES, self._blank())
        inputs = self._inputs(text)
        with torch.inference_mode():
            whole = self.model(**inputs).logits @ self.weights
            blanks = (
                self.model(**{**inputs, "input_ids": self._blanked(inputs)}).logits @ self.weights
            )
        if abs(gap) > TOLERANCE * max(abs(float(whole - blanks)), LEAST_SCALE):
            self._integrate(text, MORE_NODES, self._blank())
        self.explainer([text], silent=True)
        self._occlude(inputs)
        self._gradient_times_input(inputs)
        self._attention(inputs)
        return {"gap": gap}

    def run_audit_in_detail(self, text: str) -> dict[str, float]:
        """The same, and integrated gradients from two more baselines."""
        found = self.run_audit(text)
        for baseline in (self.tokenizer.pad_token_id, self.tokenizer.unk_token_id):
            self._integrate(text, NODES, baseline)
        return found

    def _count(
        self,
        _module: object,
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        _output: object,
    ) -> None:
        rows = next(v for v in (*args, *kwargs.values()) if isinstance(v, torch.Tensor))
        self.rows += rows.shape[0]

    def _inputs(self, text: str) -> dict[str, torch.Tensor]:
        return dict(self.tokenizer(text, return_tensors="pt", truncation=True))

    def _blank(self) -> int:
        return int(self.tokenizer.mask_token_id)

    def _blanked(self, inputs: dict[str, torch.Tensor], blank: int | None = None) -> torch.Tensor:
        ids = inputs["input_ids"].clone()
        ids[:, 1:-1] = self._blank() if blank is None else blank
        return ids

    def _margin(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        return self.model(input_ids=ids, attention_mask=mask).logits @ self.weights

    def _integrate(self, text: str, nodes: int, blank: int) -> float:
        inputs = self._inputs(text)
        _, delta = self.gradients.attribute(
            inputs["input_ids"],
            self._blanked(inputs, blank),
            additional_forward_args=(inputs["attention_mask"],),
            n_steps=nodes,
            return_convergence_delta=True,
        )
        return float(delta)

    def _occlude(self, inputs: dict[str, torch.Tensor]) -> list[float]:
        changes = []
        for position in range(1, inputs["input_ids"].shape[1] - 1):
            ids = inputs["input_ids"].clone()
            ids[0, position] = self._blank()
            with torch.inference_mode():
                changes.append(
                    float(self.model(**{**inputs, "input_ids": ids}).logits @ self.weights)
                )
        return changes

    def _gradient_times_input(self, inputs: dict[str, torch.Tensor]) -> torch.Tensor:
        points = self.model.get_input_embeddings()(inputs["input_ids"]).detach().requires_grad_()
        margin = self.model(inputs_embeds=points, attention_mask=inputs["attention_mask"]).logits
        (gradient,) = torch.autograd.grad((margin @ self.weights).sum(), points)
        return (gradient * points).sum(-1)

    def _attention(self, inputs: dict[str, torch.Tensor]) -> None:
        """Rollout, rollout by sizes of messages, and statistics of heads, layer by layer."""
        values: list[torch.Tensor] = []
        layers = self.eager.base_model.encoder.layer
        hooks = [
            layer.attention.self.value.register_forward_hook(lambda _m, _i, out: values.append(out))
            for layer in layers
        ]
        with torch.inference_mode():
            maps = self.eager(**inputs, output_attentions=True).attentions
            size = maps[0].shape[-1]
            rollout = sized = torch.eye(size)
            for layer, weights, value in zip(layers, maps, values, strict=True):
                heads = weights.shape[1]
                rollout = (0.5 * weights[0].mean(0) + 0.5 * torch.eye(size)) @ rollout
                split = value[0].view(size, heads, -1)
                out = layer.attention.output.dense.weight.view(value.shape[-1], heads, -1)
                sent = torch.einsum("hij,jhd,ohd->ijo", weights[0], split, out).norm(dim=-1)
                sized = (0.5 * sent / sent.sum(-1, keepdim=True) + 0.5 * torch.eye(size)) @ sized
                _head_statistics(weights[0])
        for hook in hooks:
            hook.remove()


def _head_statistics(weights: torch.Tensor) -> np.ndarray:
    size = weights.shape[-1]
    places = torch.arange(size)
    distance = (places[:, None] - places).abs()
    entropy = -(weights * weights.clamp_min(1e-12).log()).sum(-1) / np.log(size)
    found = [
        entropy.mean(-1),
        (weights * distance).sum(-1).mean(-1),
        (weights[..., 0] + weights[..., -1]).mean(-1),
        weights[..., 0].mean(-1),
        weights.diagonal(dim1=-2, dim2=-1).mean(-1),
        weights.diagonal(-1, -2, -1).sum(-1) / size,
        weights.diagonal(1, -2, -1).sum(-1) / size,
    ]
    return torch.stack(found).numpy()


def main() -> None:
    """Answer until the requests end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--threads", type=int, required=True)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    peers = Peers(options.model)
    for line in sys.stdin:
        print(json.dumps(peers.answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
