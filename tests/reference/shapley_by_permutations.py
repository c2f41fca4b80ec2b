"""Shapley values from the definition, slow and plain, to test against.

References:
    Shapley (1953), A value for n-person games: a player's share is the average, over every order
    in which the players may arrive, of what the value rises by when the player arrives.
"""

from collections.abc import Callable
from itertools import permutations

Coalition = frozenset[int]


def shapley_by_permutations(players: int, value: Callable[[Coalition], float]) -> list[float]:
    """Average the marginal contributions over all orders, one by one."""
    totals = [0.0] * players
    orders = 0
    for order in permutations(range(players)):
        present: Coalition = frozenset()
        for player in order:
            totals[player] += value(present | {player}) - value(present)
            present = present | {player}
        orders += 1
    return [total / orders for total in totals]


def players_misplaced(players: int, value: Callable[[Coalition], float]) -> list[float]:
    """A broken variant: only the order 0, 1, 2, ... is counted. The sum is right all the same."""
    return [value(frozenset(range(i + 1))) - value(frozenset(range(i))) for i in range(players)]
