"""What the benchmarks run on: the demo model, short and long texts, and a clock of CPU seconds."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

from auditkit.capture.determinism import make_deterministic
from auditkit.capture.loading import LoadedModel, load_model
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.inputs.base import TASKS
from auditkit.inputs.examples import DataSpec, load_evaluation_set
from auditkit.records import Encoded, Example

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3


@dataclass(frozen=True)
class Workload:
    """A model and rows of one kind."""

    loaded: LoadedModel
    rows: tuple[Encoded, ...]

    @property
    def tokens(self) -> int:
        """Real tokens of all rows."""
        return sum(len(row.tokens) for row in self.rows)


@cache
def demo_model() -> LoadedModel:
    """The demo's model, one thread per operation."""
    make_deterministic()
    return load_model(resolve(None, demo_config()).model, TASKS.get("text-classification"))


def workloads() -> dict[str, Workload]:
    """Short texts as they are, long ones made by joining them, and both together."""
    loaded = demo_model()
    config = resolve(None, demo_config())
    data = load_evaluation_set(DataSpec(path=config.data), loaded.labels, multi_label=False)
    texts = [example.text for example in data.examples]
    short = _encode(loaded, texts[:40])
    long = _encode(loaded, [" ".join(texts[i : i + 7]) for i in range(0, 35, 7)])
    return {
        "short": Workload(loaded, short),
        "long": Workload(loaded, long),
        "mixed": Workload(loaded, short[:20] + long[:3]),
    }


def _encode(loaded: LoadedModel, texts: list[str]) -> tuple[Encoded, ...]:
    examples = [Example(f"{row:016x}", row, text, None) for row, text in enumerate(texts)]
    adapter = TASKS.get("text-classification")
    return tuple(adapter.encode(loaded.tokenizer, examples, loaded.max_tokens))


def medians(runs: dict[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Run everything in turn, `rounds` times; return the median CPU seconds of each."""
    spent: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            began = time.process_time()
            run()
            spent[name].append(time.process_time() - began)
    return {name: median(seconds) for name, seconds in spent.items()}
