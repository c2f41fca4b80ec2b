"""Where each architecture keeps its value and output projections, written out by hand.

The values of a layer are computed anew from the input of its value projection.
"""

import numpy as np
import torch


def _wide(module, part, parts):
    """One of several projections that share a matrix; Conv1D keeps [in out], Linear [out in]."""
    conv = type(module).__name__ == "Conv1D"
    weight = module.weight if conv else module.weight.T
    bias = module.bias if module.bias is not None else torch.zeros(weight.shape[1])
    return weight.chunk(parts, dim=1)[part], bias.chunk(parts)[part]


def _bert(block):
    return block.attention.self.value, 0, 1, block.attention.output.dense


LAYERS = {
    "bert": lambda m: [_bert(block) for block in m.bert.encoder.layer],
    "roberta": lambda m: [_bert(block) for block in m.roberta.encoder.layer],
    "electra": lambda m: [_bert(block) for block in m.electra.encoder.layer],
    "distilbert": lambda m: [
        (block.attention.v_lin, 0, 1, block.attention.out_lin)
        for block in m.distilbert.transformer.layer
    ],
    "albert": lambda m: [
        (block.attention.value, 0, 1, block.attention.dense)
        for _ in range(m.config.num_hidden_layers)
        for block in [m.albert.encoder.albert_layer_groups[0].albert_layers[0]]
    ],
    "modernbert": lambda m: [(block.attn.Wqkv, 2, 3, block.attn.Wo) for block in m.model.layers],
    "gpt2": lambda m: [(block.attn.c_attn, 2, 3, block.attn.c_proj) for block in m.transformer.h],
    "llama": lambda m: [
        (block.self_attn.v_proj, 0, 1, block.self_attn.o_proj) for block in m.model.layers
    ],
}


def output_modules(family, model):
    """The output projection module of every layer."""
    return [output for _, _, _, output in LAYERS[family](model)]


def output_matrix(module):
    """W_O as float64 [heads * head_width, width], without its bias."""
    return _wide(module, 0, 1)[0].detach().double().numpy()


def values_of(family, model, ids, heads, *, value_bias):
    """Every layer's value vectors, float64 [tokens heads head_width], with or without b_V.

    Grouped value heads are written out once for each of the query heads that share them.
    """
    layers = LAYERS[family](model)
    seen = []
    hooks = [
        module.register_forward_pre_hook(lambda _m, inputs: seen.append(inputs[0][0]))
        for module in dict.fromkeys(module for module, *_ in layers)
    ]
    try:
        with torch.no_grad():
            model(input_ids=torch.tensor([list(ids)]))
    finally:
        for hook in hooks:
            hook.remove()
    values = []
    for (module, part, parts, _), state in zip(layers, seen, strict=True):
        weight, bias = _wide(module, part, parts)
        flat = state.double() @ weight.double() + (bias.double() if value_bias else 0)
        flat = flat.detach().numpy()
        groups = _value_heads(model, heads)
        by_group = flat.reshape(len(flat), groups, -1)
        values.append(np.stack([by_group[:, h * groups // heads] for h in range(heads)], axis=1))
    return values


def _value_heads(model, heads):
    return getattr(model.config, "num_key_value_heads", None) or heads
