"""A classifier asked about one text at a time: no batch, no padding, no hook."""

import numpy as np
import torch


def _as_batch(values):
    return None if values is None else torch.tensor([list(values)])


def logits_of(model, ids, type_ids=None):
    """Logits of one text, float64 [classes]."""
    options = {} if type_ids is None else {"token_type_ids": _as_batch(type_ids)}
    with torch.no_grad():
        answer = model(input_ids=_as_batch(ids), attention_mask=torch.ones(1, len(ids)), **options)
    return answer.logits[0].double().numpy()


def logits_at(model, embeddings, type_ids=None):
    """Logits [classes] of a point in embedding space [tokens width], with a graph."""
    options = {} if type_ids is None else {"token_type_ids": _as_batch(type_ids)}
    mask = torch.ones(1, len(embeddings))
    return model(inputs_embeds=embeddings[None], attention_mask=mask, **options).logits[0]


def embeddings_of(model, ids):
    """Input embeddings [tokens width], without a graph."""
    return model.get_input_embeddings().weight[torch.tensor(list(ids))].detach().clone()


def attentions_of(model, ids, type_ids=None):
    """Every layer's eager attention, float64 [heads tokens tokens] each."""
    options = {} if type_ids is None else {"token_type_ids": _as_batch(type_ids)}
    with torch.no_grad():
        answer = model(input_ids=_as_batch(ids), output_attentions=True, **options)
    return [layer[0].double().numpy() for layer in answer.attentions]


def with_blanks(ids, words, kept, blank_id):
    """The ids with every word outside `kept` written as the blank; specials (-1) stay."""
    return [
        token if word < 0 or word in kept else blank_id
        for token, word in zip(ids, words, strict=True)
    ]


def per_piece(by_word, words):
    """Each word's value divided equally over its pieces; 0 for specials."""
    words = list(words)
    return np.array([0.0 if word < 0 else by_word[word] / words.count(word) for word in words])


__all__ = ["attentions_of", "embeddings_of", "logits_at", "logits_of", "per_piece", "with_blanks"]
