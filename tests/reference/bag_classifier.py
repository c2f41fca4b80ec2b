"""A classifier whose answer is known by hand: a (curved) linear map of the sum of embeddings.

It calls the registered attention function, as any model of transformers does, and adds nothing of
what comes back.
"""

from types import SimpleNamespace

import torch
from torch import nn
from transformers import AttentionInterface

WIDTH, HEADS, CLASSES = 8, 2, 3


class _Body(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        self.embeddings = nn.Embedding(vocabulary, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH, bias=False)

    def forward(self, input_ids, attention_mask):
        state = self.embeddings(input_ids)
        rows, tokens, _ = state.shape
        heads = state.view(rows, tokens, HEADS, -1).transpose(1, 2)
        hidden = (1 - attention_mask[:, None, None].float()) * torch.finfo(state.dtype).min
        hidden = hidden.expand(rows, 1, tokens, tokens)
        attend = AttentionInterface()["auditkit"]
        context, _ = attend(self, heads, heads, heads, hidden, scaling=1.0)
        message = self.output(context.reshape(rows, tokens, WIDTH))
        return SimpleNamespace(last_hidden_state=state + 0 * message)


class BagClassifier(nn.Module):
    """logits = curve(sum over tokens of (1 + tilt * position) e_t) W + b.

    Args:
        vocabulary: Number of entries.
        curve: Elementwise function; None for a linear classifier.
        tilt: How much more a token counts for each position; 0 for a model without order.
    """

    def __init__(self, vocabulary, *, curve=None, tilt=0.0):
        super().__init__()
        self.base_model = _Body(vocabulary)
        self.classifier = nn.Linear(WIDTH, CLASSES)
        self.curve, self.tilt = curve, tilt
        self.config = SimpleNamespace(
            model_type="bag", pad_token_id=0, vocab_size=vocabulary, _attn_implementation="auditkit"
        )
        generator = torch.Generator().manual_seed(7)
        with torch.no_grad():
            for weight in self.parameters():
                weight.copy_(0.4 * torch.randn(weight.shape, generator=generator))
        self.requires_grad_(False)

    device = property(lambda self: self.classifier.weight.device)

    def get_input_embeddings(self):
        return self.base_model.embeddings

    def counts(self, tokens):
        """How much each position counts."""
        return 1 + self.tilt * torch.arange(tokens)

    def forward(self, input_ids, attention_mask):
        state = self.base_model(input_ids, attention_mask).last_hidden_state
        weight = self.counts(state.shape[1]) * attention_mask
        total = (weight[..., None] * state).sum(1)
        total = total if self.curve is None else self.curve(total)
        return SimpleNamespace(logits=self.classifier(total))
