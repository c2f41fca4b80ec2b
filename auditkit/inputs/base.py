"""What a task is: how an example becomes a model input and which number is explained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from auditkit.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from jaxtyping import Float32

    from auditkit.records import Encoded, Example, Problem, Target


@dataclass(frozen=True, slots=True)
class Decision:
    """What the model decided about one example."""

    predicted: tuple[str, ...]
    """Predicted labels: exactly one unless the head is multi-label."""
    foil: str | None
    """Label the margin is taken against; None where the head has no use for one."""
    targets: tuple[Target, ...]
    """What is explained; the value of the first is the example's margin."""


class TaskAdapter(Protocol):
    """Everything that differs between tasks."""

    title: str
    auto_class: str
    """Name of the transformers Auto class that loads the head."""

    def encode(
        self,
        tokenizer: Any,  # noqa: ANN401
        examples: Sequence[Example],
        max_tokens: int,
    ) -> list[Encoded]:
        """Return the model inputs of `examples`, without padding, truncated to `max_tokens`."""
        ...

    def problem(self, config: Any) -> Problem:  # noqa: ANN401
        """Return how the head's logits are to be read."""
        ...

    def labels(self, config: Any) -> tuple[str, ...]:  # noqa: ANN401
        """Return the names of the classes; two names for a single logit."""
        ...

    def match_foil(self, foil: str | None, labels: tuple[str, ...], problem: Problem) -> str | None:
        """Return `foil` in the model's spelling.

        Raises:
            ConfigError: It is no label of the model, or the head has no use for a foil.
        """
        ...

    def decide(
        self,
        logits: Float32[np.ndarray, " classes"],
        labels: tuple[str, ...],
        problem: Problem,
        foil: str | None,
    ) -> Decision:
        """Return the prediction and the targets to explain.

        Args:
            logits: The model's answer, finite.
            labels: Class names.
            problem: How the logits are to be read.
            foil: Label the margin is taken against; None for the runner-up.
        """
        ...


TASKS: Registry[TaskAdapter] = Registry("task", "auditkit.inputs.adapters", "auditkit.tasks")
