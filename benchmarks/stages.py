"""Where the time of measuring goes: CPU seconds for each text, stage by stage, on the demo's texts."""

from __future__ import annotations

from functools import partial

from auditkit.capture.runner import Runner
from auditkit.config import resolve
from auditkit.demo import demo_config
from auditkit.explain.base import METHODS, Plan
from auditkit.explain.shard import watching
from benchmarks.figures import Figure
from benchmarks.workload import cases_of, demo_model, demo_texts, encode, medians

TEXTS = 24


def run() -> list[Figure]:
    """Return seconds and shares of encoding, the plain pass, every method and the blanked rows."""
    loaded, texts = demo_model(), demo_texts()[:: len(demo_texts()) // TEXTS][:TEXTS]
    rows = encode(loaded, texts)
    cases, runner = cases_of(loaded, rows), Runner(loaded)
    names = resolve(None, demo_config()).methods
    plan = Plan(methods=names, foil=None, seed=0)
    observers = watching(plan, causal=runner.anatomy.causal)
    seconds = medians(
        {
            "encoding": partial(encode, loaded, texts),
            "plain pass, nothing watched": partial(runner.observe, rows, {}),
            "plain pass, heads and rollouts watched": partial(runner.observe, rows, observers),
            **{name: partial(METHODS.get(name).attribute, runner, cases) for name in names},
        }
    )
    whole = sum(seconds.values()) - seconds["plain pass, nothing watched"]
    return [
        *(Figure(f"{name}, CPU per text", s / TEXTS, "s") for name, s in seconds.items()),
        *(Figure(f"{name}, share of all", s / whole) for name, s in seconds.items()),
    ]
