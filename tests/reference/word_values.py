"""Shapley values and occlusion of words, from the definitions, one coalition at a time.

`value` is a function of the set of words that stay.

References:
    Shapley (1953): phi_i = sum over S without i of |S|! (n-|S|-1)! / n! (v(S + i) - v(S)).
    Li, Monroe & Jurafsky (2016), arXiv:1612.08220: the change when one word is taken away.
"""

from functools import cache
from itertools import combinations
from math import factorial

import numpy as np


def shapley_values(players, value):
    """Weigh every marginal contribution of every player."""
    value = cache(value)
    shares = np.zeros(players)
    for player in range(players):
        others = [other for other in range(players) if other != player]
        for size in range(players):
            weight = factorial(size) * factorial(players - size - 1) / factorial(players)
            for group in combinations(others, size):
                kept = frozenset(group)
                shares[player] += weight * (value(kept | {player}) - value(kept))
    return shares


def occlusion_values(players, value):
    """What is lost when one word at a time is blanked."""
    everybody = frozenset(range(players))
    return np.array([value(everybody) - value(everybody - {player}) for player in range(players)])
