"""Write games of real models for the tests: `python -m benchmarks.real_games`.

A game is the margin of a text for every coalition of its words. The file holds games of the demo
model and of the second model, as `tests/unit/explain/shapley/test_shapley_on_real_models.py` reads
them: for each model the numbers of words, and the values of all games one after the other, coalition
`c` being the words whose bit is set in `c`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks import shapley_accuracy as accuracy

FILE = Path(__file__).parents[1] / "tests" / "data" / "games_of_real_models.npz"
TEXTS = 20
WORDS = range(10, 12)


def main() -> None:
    """Enumerate the first short texts of both models."""
    arrays: dict[str, np.ndarray] = {}
    for name, loaded in accuracy.models().items():
        cases = [case for case in accuracy.cases(loaded) if case.encoded.word_count in WORDS]
        games = [accuracy.enumerated(loaded, case) for case in cases[:TEXTS]]
        sizes = [len(game.values) for game in games]
        arrays[f"{name}, words"] = np.array(sizes, np.int8)
        arrays[f"{name}, values"] = np.concatenate(
            [game.game(_coalitions(n)) for n, game in zip(sizes, games, strict=True)]
        ).astype(np.float32)
    FILE.parent.mkdir(exist_ok=True)
    np.savez_compressed(FILE, **arrays)


def _coalitions(players: int) -> np.ndarray:
    return (np.arange(2**players)[:, None] >> np.arange(players) & 1).astype(bool)


if __name__ == "__main__":
    main()
