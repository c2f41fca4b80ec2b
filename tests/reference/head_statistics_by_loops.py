"""Head statistics of one layer of one text, by loops over heads, queries and keys."""

import math

import numpy as np


def head_statistics(attention, visible, special, punctuation):
    """Name -> float64 [heads].

    Args:
        attention: [heads tokens tokens] of the real tokens.
        visible: bool [tokens tokens]: the keys a query may see.
        special: bool per key.
        punctuation: bool per key.
    """
    heads, tokens, _ = attention.shape
    rows = {
        name: np.zeros((heads, tokens))
        for name in (
            "distance", "special_share", "first_share", "punctuation_share", "self_share",
            "previous_share", "next_share",
        )
    }  # fmt: skip
    entropies = [[] for _ in range(heads)]
    for head in range(heads):
        for query in range(tokens):
            weights = attention[head, query]
            keys = sum(bool(visible[query][key]) for key in range(tokens))
            if keys > 1:
                nats = -sum(w * math.log(w) for w in weights if w > 0)
                entropies[head].append(nats / math.log(keys))
            for key in range(tokens):
                w = weights[key]
                rows["distance"][head, query] += w * abs(query - key)
                rows["special_share"][head, query] += w * bool(special[key])
                rows["punctuation_share"][head, query] += w * bool(punctuation[key])
                rows["first_share"][head, query] += w * (key == 0)
                rows["self_share"][head, query] += w * (key == query)
                rows["previous_share"][head, query] += w * (key == query - 1)
                rows["next_share"][head, query] += w * (key == query + 1)
    means = {name: values.mean(axis=1) for name, values in rows.items()}
    means["entropy"] = np.array([np.mean(row) if row else np.nan for row in entropies])
    return means
